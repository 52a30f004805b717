"""Taking a fact out of a profile, or one system out of use, never makes a judgement better."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.plans.ground import Ground
from drafting.plans.judging import judge
from drafting.plans.verdict import Judged
from drafting.profiles.sections import Profile, sections
from ontology.checkpoint import Point
from tests.drafting.plans.grown import all_points, grown

if TYPE_CHECKING:
    from app.assembly import Workspace

BETTER = {"unknown": 0, "gap": 0, "partial": 1, "met": 2, "not_applicable": 3}
TOGETHER = {"covered": ("covered", "total"), "total": ("covered", "total")}
Given = tuple[dict[str, Point], Profile, dict[str, Judged], Any]


@pytest.fixture(scope="module")
def rich(founding: Workspace) -> Given:
    """The points of one tier and two tracks, a profile that meets most of them, and how it stands."""
    known = {
        one: point
        for one, point in all_points(founding.shelf).items()
        if "/smart-factory" in one or one.startswith(("guangxi-modes/2.1", "pujiang-plan/3.2"))
    }
    profile = grown(known, good=True)
    codes_in = cache(lambda text: tuple(founding.planner.codes_in(text)))
    return known, profile, judged(known, profile, codes_in), codes_in


def judged(points: dict[str, Point], profile: Profile, codes_in: Any) -> dict[str, Judged]:
    ground = Ground(profile, codes_in)
    return {one: judge(one, point, ground) for one, point in points.items()}


def facts(profile: Profile) -> Iterator[tuple[str, int, str | None]]:
    """Every row, and every field of a row that may be blank, by section, place and key (None for the row)."""
    for section, _, kind, many in sections():
        for place, row in enumerate(getattr(profile, section) if many else ()):
            yield section, place, None
            for key, field in kind.model_fields.items():
                if not field.is_required() and getattr(row, key) not in (None, (), False):
                    yield section, place, key


def without(profile: Profile, section: str, place: int, key: str | None) -> Profile:
    given = profile.model_dump(exclude_none=True)
    rows = list(given[section])
    if key is None:
        del rows[place]
    else:
        dropped = TOGETHER.get(key, (key,))
        rows[place] = {name: value for name, value in rows[place].items() if name not in dropped}
    return Profile.model_validate(given | {section: rows})


def test_a_rich_profile_meets_most_points(rich: Given) -> None:
    _, profile, before, _ = rich
    assert len(list(facts(profile))) > 1000
    assert sum(one.status == "met" for one in before.values()) > len(before) / 2


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_taking_a_fact_away_never_makes_a_point_better(rich: Given, data: st.DataObject) -> None:
    points, profile, before, codes_in = rich
    section, place, key = data.draw(st.sampled_from(list(facts(profile))))
    after = judged(points, without(profile, section, place, key), codes_in)
    for one, was in before.items():
        assert BETTER[after[one].status] <= BETTER[was.status], (one, was, after[one], section, place, key)


def test_a_system_on_trial_leaves_nothing_met_that_rests_on_it(rich: Given) -> None:
    points, profile, before, codes_in = rich
    fallen = 0
    for place, system in enumerate(profile.systems):
        given = profile.model_dump(exclude_none=True)
        given["systems"] = list(given["systems"])
        given["systems"][place] = system.model_dump(exclude_none=True) | {"state": "trial"}
        after = judged(points, Profile.model_validate(given), codes_in)
        for one, found in after.items():
            rests = any(path.partition(".")[0] == f"systems[{place}]" for path in found.basis)
            assert not (found.status == "met" and rests), (one, place)
            assert BETTER[found.status] <= BETTER[before[one].status]
            fallen += before[one].status == "met" and found.status == "partial"
    assert fallen > 50
