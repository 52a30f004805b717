"""A step is counted in clauses of the higher tier, each once however many marks or counterparts it has."""

from __future__ import annotations

from drafting.comparisons.step_counts import heaviest_marks, step_counts
from kg.ladders.ladder import Change, Ladder, LadderCell, Step, StepChange
from tests.drafting.made_up import BY_ID, FACTORY, LABELS, SCHEME, WORKSHOP

LOWER, UPPER = f"{SCHEME}/19/{WORKSHOP}/a", f"{SCHEME}/19/{FACTORY}/a"
NEW = f"{SCHEME}/19/{FACTORY}/b"
ORDER: tuple[Change, ...] = ("new", "raised", "widened", "changed", "relaxed", "same", "not_restated")


def ladder(*changes: StepChange) -> Ladder:
    cells = (
        LadderCell(WORKSHOP, LABELS[WORKSHOP], (LOWER,), True),
        LadderCell(FACTORY, LABELS[FACTORY], (UPPER, NEW), True),
    )
    step = Step(WORKSHOP, FACTORY, WORKSHOP, changes)
    return Ladder(SCHEME, "19", "设备运维", "应用场景", "智能化生产", cells, (step,))


def test_a_clause_that_answers_to_several_is_one_and_counts_for_each_of_its_marks() -> None:
    one = ladder(
        StepChange("changed", (LOWER,), (UPPER,)),
        StepChange("widened", (f"{LOWER}2",), (UPPER,), ("changed",)),
        StepChange("new", (), (NEW,)),
        StepChange("not_restated", (LOWER,), ()),
    )
    counts = step_counts((one,), BY_ID)
    assert (counts.asked, counts.to_do, counts.places) == (2, 2, 1)
    assert {kind: count for kind, count in counts.marks.items() if count} == {
        "new": 1, "widened": 1, "changed": 1, "not_restated": 1,
    }  # fmt: skip
    assert counts.new == {BY_ID[NEW].forces: 1}
    assert heaviest_marks((one,), ORDER) == {"widened": 1, "new": 1, "not_restated": 1}


def test_a_weaker_word_is_to_do_only_where_something_else_changes_too() -> None:
    weaker = ladder(StepChange("relaxed", (LOWER,), (UPPER,)), StepChange("relaxed", (LOWER,), (NEW,), ("changed",)))
    counts = step_counts((weaker,), BY_ID)
    assert (counts.asked, counts.to_do, counts.marks["relaxed"], counts.relaxed_to_do) == (2, 1, 2, 1)


def test_what_stays_the_same_is_asked_but_not_to_do() -> None:
    counts = step_counts((ladder(StepChange("same", (LOWER,), (UPPER,))),), BY_ID)
    assert (counts.asked, counts.to_do, counts.places, counts.new) == (1, 0, 0, {})
