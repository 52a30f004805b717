"""A piece of evidence that serves twice is collected once."""

from __future__ import annotations

from drafting.plans.collecting import collected_once, distinct
from drafting.plans.planning import Planner
from drafting.plans.target import Target
from drafting.profiles.profile import Profile
from tests.drafting.made_up import FACTORY, SCHEME, shelf
from tests.drafting.plans.made_up import LEXICON, codes_in, profile

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


def test_pieces_are_counted_once() -> None:
    plan = PLANNER.plan(profile(), Target(SCHEME, FACTORY))
    twice = collected_once([plan.items, plan.items])
    needed, held = distinct(plan.items)
    assert held == 0 and needed == sum(len(item.evidence) for item in plan.items)
    assert distinct(twice[0]) == (needed, 0)
