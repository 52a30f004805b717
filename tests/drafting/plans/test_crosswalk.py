"""What one proof serves beside: by the same answer, or by mappings and the name of a function."""

from __future__ import annotations

from corpus.clause import Clause
from drafting.plans.crosswalk import serving
from drafting.plans.plan import Item, Status
from tests.drafting.made_up import row
from tests.drafting.plans.made_up import result

FUNCTIONS = {"scheme/1": {"设备联网"}, "plan/1": {"设备联网"}, "plan/2": {"设备联网"}, "plan/3": {"排产"}}


def item(identifier: str, scenarios: tuple[str, ...] = (), basis: tuple[str, ...] = (), status: Status = "met") -> Item:
    clause = row(identifier.partition("/")[2], "应联网。", document=identifier.partition("/")[0], national=scenarios)
    return Item(clause, "met", (result(status=status, basis=basis),), (), (), "", "", "none", None, "无", (), ())


def functions(clause: Clause) -> frozenset[str]:
    return frozenset(FUNCTIONS.get(clause.id, ()))


def test_one_answer_to_both_ties_them_closest() -> None:
    own = item("scheme/1", ("scenario:27",), ("practices[0].state",))
    others = [item("plan/1", ("scenario:27",)), item("plan/3", (), ("practices[0].since",))]
    assert serving([own], others, functions, None)[0].also == ("plan/3", "plan/1")


def test_an_answer_that_a_thing_is_not_there_ties_nothing() -> None:
    own = item("scheme/1", (), ("practices[0].state",), "gap")
    assert serving([own], [item("plan/3", (), ("practices[0].state",))], functions, None)[0].also == ()


def test_a_scenario_alone_or_a_function_alone_ties_nothing() -> None:
    own = item("scheme/1", ("scenario:27",))
    others = [item("plan/2", ("scenario:9",)), item("plan/3", ("scenario:27",))]
    assert serving([own], others, functions, None)[0].also == ()


def test_three_at_most_and_never_itself() -> None:
    own = item("scheme/1", (), ("practices[0].state",))
    others = [own, *(item(f"plan/{number}", (), ("practices[0].state",)) for number in range(1, 6))]
    found = serving([own], others, functions, None)[0].also
    assert len(found) == 3 and "scheme/1" not in found


def test_without_other_targets_items_stay_as_they_are() -> None:
    own = item("scheme/1")
    assert serving([own], [], functions, None) == (own,)
