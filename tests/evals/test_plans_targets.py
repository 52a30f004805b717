"""Plans counted: every target there is, sentences held against the profile, and the model's share of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.plans.target import Target
from drafting.profiles.sections import Profile
from evals.plans_parts import example_profiles, planning_of
from evals.plans_sentences import check_sentences
from evals.plans_targets import asked_of, plan_figures, plan_json, plans_tables, targets
from evals.plans_written import write_plan, written_json, written_table

if TYPE_CHECKING:
    from app.assembly import Workspace

MODE = Target("guangxi-modes", None, "离散型智能制造模式")


@pytest.fixture(scope="module")
def discrete() -> Profile:
    return example_profiles()["discrete"]


def test_every_tier_and_track_is_a_target(founding: Workspace) -> None:
    names = [one.name for one in targets(founding.shelf)]
    assert len(names) == len(set(names)) == 3 + 4 + 6 + 5
    assert names[0] == "zj-graded:digital-workshop" and "guangxi-modes" in names and MODE.name in names
    assert sum(one.startswith("zj-graded:future-factory/") for one in names) == 4
    assert sum(one.startswith("pujiang-plan/") for one in names) == 5
    assert all(asked_of(one, founding.shelf) for one in targets(founding.shelf))


def test_a_plan_is_counted_against_the_document(founding: Workspace, discrete: Profile) -> None:
    found = plan_figures(planning_of(founding), "discrete", discrete, MODE)
    assert found.items == found.asked == 7 and found.in_order and found.verified
    assert found.sentences.sentences > 20 and found.sentences.strange == ()
    assert sum(found.points.values()) > 20 and found.unknown < 0.1
    assert found.shared == 0
    assert plan_json(found)["once_in_order"] is True
    assert [len(table.rows) for table in plans_tables((found,))] == [1, 1]


def test_what_stands_in_neither_profile_nor_clause_is_found(founding: Workspace, discrete: Profile) -> None:
    item = founding.planner.plan(discrete, MODE).items[0]
    assert check_sentences([item], discrete, founding.lexicon).strange == ()
    claim = replace(item.sentences[0], text="另有98765台设备接入XYZQ。")
    spoilt = replace(item, sentences=(claim, *item.sentences[1:]))
    found = check_sentences([spoilt], discrete, founding.lexicon)
    assert found.strange == ((item.requirement.id, "98765"), (item.requirement.id, "xyzq"))
    assert found.named["numbers"] >= 1


def test_without_a_model_only_the_plan_is_timed(founding: Workspace, discrete: Profile) -> None:
    found = write_plan(planning_of(founding), "discrete", discrete, MODE)
    assert found.with_s is None and found.written == found.refused == 0
    assert found.without_s > 0 and found.offered > 0
    assert written_json(found)["seconds_with"] is None
    assert written_table((found,)).rows[0][2] == "–"
