from __future__ import annotations

from corpus.quantity import quantities
from kg.variants.context import SaidElsewhere, judged_with, partners, with_places
from kg.variants.difference import Difference, NameChange, QuantityChange, Words
from tests.kg.variants.rows_of import clause

LEFT = (clause("one/1", "应采用MES管理生产。"), clause("one/2", "应对备品\n备件进行管理。"))
RIGHT = (clause("two/1", "应采用制造执行系统。"), clause("two/2", "宜开展点检。"))


def named(kind: str, name: str, clause_id: str) -> NameChange:
    return NameChange(kind, name, Words(clause_id, 0, len(name), name))  # type: ignore[arg-type]


def test_a_system_is_found_under_any_name_and_a_thing_by_its_words() -> None:
    sides = SaidElsewhere(LEFT), SaidElsewhere(RIGHT)
    told = Difference(
        "overlaps",
        added=(named("object", "备品备件", "two/2"), named("object", "点检", "two/2")),
        dropped=(named("system", "MES", "one/1"), named("scope", "车间", "one/1")),
    )
    found = with_places(told, *sides)
    assert [change.elsewhere for change in found.added] == ["one/2", None]
    assert [change.elsewhere for change in found.dropped] == ["two/1", None]


def test_a_verdict_falls_where_the_clauses_together_are_alike() -> None:
    weaker = Difference("weaker", reason="右另有点检")
    assert judged_with(weaker, Difference("similar")).relation == "similar"
    assert judged_with(weaker, Difference("stronger")).relation == "overlaps"
    assert judged_with(weaker, Difference("weaker")) == weaker
    assert judged_with(Difference("overlaps"), Difference("similar")).relation == "overlaps"


def test_partners_are_known_from_both_ends() -> None:
    assert partners([("one/1", "two/1"), ("one/1", "two/2")]) == {
        "one/1": ("two/1", "two/2"),
        "two/1": ("one/1",),
        "two/2": ("one/1",),
    }


def test_a_number_that_the_other_row_states_is_not_missing() -> None:
    (least,) = quantities("不低于60%")
    words = Words("two/1", 0, 6, "不低于60%")
    missing = QuantityChange("联网率", None, least, None, words, "right")
    alone = Difference("overlaps", quantities=(missing,))
    assert judged_with(alone, Difference("similar")).quantities == ()
    assert judged_with(alone, Difference("similar", quantities=(missing,))).quantities == (missing,)
    paired = QuantityChange("联网率", least, least, Words("one/1", 0, 6, "不低于60%"), words, None)
    assert judged_with(Difference("overlaps", quantities=(paired,)), Difference("similar")).quantities == (paired,)
