"""A piece of evidence that serves twice is collected once."""

from __future__ import annotations

from drafting.plans.collecting import collected_once, distinct
from drafting.plans.evidence_rows import evidence_rows
from drafting.plans.plan import Item
from drafting.plans.planning import Planner
from drafting.plans.target import Target
from drafting.profiles.sections import Profile
from ontology.evidence import evidence_catalogue
from tests.drafting.made_up import FACTORY, SCHEME, row, shelf
from tests.drafting.plans.made_up import LEXICON, MES, codes_in, ground, point, practice, profile, result

PLANNER = Planner(shelf(), LEXICON, codes_in)


def planned(facts: Profile) -> tuple[tuple[str, str | None], ...]:
    plan = PLANNER.plan(facts, Target(SCHEME, FACTORY))
    return tuple((row.no, row.same_as) for item in plan.items for row in item.evidence)


def test_what_is_held_twice_is_one_piece() -> None:
    held = {
        "id": "E1",
        "kind": "running-record",
        "title": "点检日志",
        "serves": [f"{SCHEME}/19/{FACTORY}/a#1", f"{SCHEME}/19/{FACTORY}/b#1"],
    }
    rows = dict(planned(profile(evidence=[held])))
    (pointing,) = [(no, same) for no, same in rows.items() if same]
    assert pointing[1] in rows and rows[pointing[1]] is None


def test_what_is_lacking_stays_apart_unless_a_system_has_just_one() -> None:
    assert all(same is None for _, same in planned(profile()))


def test_the_contract_of_one_system_is_collected_once() -> None:
    asked = point(proof=[{"type": "contract-and-invoice", "show": "合同与发票"}])
    known = ground(systems=[MES], practices=[practice("scheme/1#1", "scheme/1#2", by=["MES"])])
    found = tuple(result(f"scheme/1#{number}", "met", basis=("systems[0]",)) for number in (1, 2))
    clause = row("1", "应联网。")
    pieces = evidence_rows(clause, [(asked, one) for one in found], known, evidence_catalogue(), None, None)
    item = Item(clause, "met", found, pieces, (), "", "", "none", None, "无", (), ())
    ((done,),) = collected_once([(item,)])
    assert [one.same_as for one in done.evidence] == [None, "1-1"]


def test_pieces_are_counted_once() -> None:
    plan = PLANNER.plan(profile(), Target(SCHEME, FACTORY))
    twice = collected_once([plan.items, plan.items])
    needed, held = distinct(plan.items)
    assert held == 0 and needed == sum(len(item.evidence) for item in plan.items)
    assert distinct(twice[0]) == (needed, 0)
