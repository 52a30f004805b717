"""Points written for a requirement, or made from its sentences; and where their words stand."""

from __future__ import annotations

from corpus.clause import Provision
from drafting.plans.asked import conditions_of, point_id, points_of, span_of
from ontology.checkpoint import Checkpoint, Checkpoints
from tests.drafting.made_up import row
from tests.drafting.plans.made_up import point

TEXT = "应建立设备台账；宜开展预测性维护。"
CLAUSE = row(
    "9",
    TEXT,
    start=100,
    end=100 + len(TEXT),
    forces=("shall", "should"),
    provisions=(Provision(100, 108, "shall"), Provision(108, 117, "should")),
    systems=("EAM",),
)


def test_written_points_are_taken_as_they_are() -> None:
    written = point("建立设备台账")
    known = Checkpoints({CLAUSE.id: Checkpoint(requirement=CLAUSE.id, points=(written,))}, {})
    assert points_of(CLAUSE, known) == ((written,), False)


def test_without_written_points_each_sentence_is_one_with_its_own_force() -> None:
    points, derived = points_of(CLAUSE, Checkpoints({}, {}))
    assert derived
    assert [(one.says, one.force) for one in points] == [("应建立设备台账", "shall"), ("宜开展预测性维护", "should")]
    assert all(one.looks_at[0].code == ("EAM",) for one in points)


def test_the_points_of_a_threshold_are_its_conditions() -> None:
    threshold = row("3.1/1", "注册", document="pujiang-plan", kind="threshold")
    stated = conditions_of(threshold)
    points, derived = points_of(threshold, Checkpoints({}, {}))
    assert not derived and len(stated) == 6
    assert [(one.says, one.ask) for one in points] == [(one.says, one.ask) for one in stated]
    assert conditions_of(row("3.1/1", "注册", document="pujiang-plan")) == ()


def test_points_are_numbered_from_one() -> None:
    assert point_id(CLAUSE, 1) == f"{CLAUSE.id}#1"


def test_a_point_knows_where_its_words_stand() -> None:
    assert span_of(CLAUSE, point("预测性维护")) == (111, 116)
    assert span_of(CLAUSE, point("别的话")) is None


def test_a_bare_figure_of_a_table_is_asked_for_by_the_name_of_its_row() -> None:
    cell = row("9", "≥70%", start=100, end=104, subdomain="设备联网率")
    points, derived = points_of(cell, Checkpoints({}, {}))
    assert derived and [one.says for one in points] == ["设备联网率 ≥70%"]
    assert points[0].ask.startswith("「设备联网率 ≥70%」")
    assert span_of(cell, points[0]) == (100, 104)
