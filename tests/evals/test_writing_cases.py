"""The cases of writing: pinned, true to their sources, of two parts, and nothing that a question set asks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

import pytest

from corpus.clause import Clause
from corpus.force import governing
from corpus.library import load_corpus
from corpus.reading import read_clauses
from drafting.checks.alignment import letters
from drafting.prompting import TASKS, Task
from drafting.summary import points
from evals.anchors import Place, resolve
from evals.errors import EvalError
from evals.question import load_questions
from evals.writing_cases import DOCUMENT, PINS, VALUES, Case, load_document, load_writing, parse_writing
from training.example import VALUES as TRAINED
from training.example import load_examples

ALIKE = 0.5
"""A case and an example share less than this part of their pairs of letters (Jaccard)."""
LINE = {
    "task": "title",
    "source": "能源",
    "kind": "one",
    "part": "held_out",
    "values": {"clauses": "主要用能设备单独装表"},
    "points": ["用能"],
}


def _line(**changes: object) -> str:
    return json.dumps({**LINE, **changes}, ensure_ascii=False)


def _pairs(values: Mapping[str, str]) -> frozenset[str]:
    text = letters("".join(values.values()))
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


@pytest.fixture(scope="module")
def clauses() -> dict[str, Clause]:
    unseen = read_clauses(DOCUMENT, load_document())
    return {clause.id: clause for clause in (*load_corpus().clauses, *unseen)}


@pytest.mark.parametrize("task", PINS)
def test_the_cases_are_the_pinned_ones_and_have_two_parts(task: Task) -> None:
    cases = load_writing(task)
    counts = Counter(case.part for case in cases)
    assert len(cases) == PINS[task].count
    assert counts["development"] >= 15 and counts["held_out"] >= counts["development"]


def test_the_values_are_those_of_the_examples() -> None:
    assert dict(VALUES) == dict(TRAINED)


@pytest.mark.parametrize("task", [task for task in PINS if task != "rewrite"])
def test_the_parts_share_no_source(task: Task) -> None:
    sources = {
        part: {one.source for one in load_writing(task) if one.part == part} for part in ("development", "held_out")
    }
    assert not sources["development"] & sources["held_out"]


@pytest.mark.parametrize("task", PINS)
def test_no_example_is_nearly_a_case(task: Task) -> None:
    """Places alone are told: the examples are not to be read beside the cases."""
    cases = [(case.source, _pairs(case.values)) for case in load_writing(task)]
    near = [
        (source, name, number)
        for name, examples in load_examples().items()
        for number, example in enumerate(examples, 1)
        if example.task == task and (learned := _pairs(example.values))
        for source, asked in cases
        if len(asked & learned) >= ALIKE * len(asked | learned)
    ]
    assert near == []


@pytest.mark.parametrize("task", [task for task in PINS if task != "rewrite"])
def test_what_must_be_kept_can_be_written(task: Task) -> None:
    wrong = [
        (case.source, point)
        for case in load_writing(task)
        for point in case.points
        if not 2 <= len(point) <= 12 or (governing(point) and not TASKS[task].binds)
    ]
    assert wrong == [] and all(case.points for case in load_writing(task))


@pytest.mark.parametrize("task", PINS)
def test_no_value_is_cut_by_its_prompt(task: Task) -> None:
    longest = TASKS[task].longest_input
    assert all(len(value) <= longest for case in load_writing(task) for value in case.values.values())


def test_clauses_to_shorten_are_what_the_product_makes_of_their_sources(clauses: dict[str, Clause]) -> None:
    wrong = []
    for case in load_writing("gist"):
        made = {(point.lead, point.predicate) for point in points([clauses[case.source]], most=9)}
        if (case.values["lead"], case.values["predicate"]) not in made:
            wrong.append(case.source)
    assert wrong == []


def test_clauses_to_shorten_come_from_what_is_kept_apart() -> None:
    counts = Counter(case.source.partition("/")[0] for case in load_writing("gist"))
    assert counts["guangxi-modes"] == 30 and counts[DOCUMENT] == 90 and sum(counts.values()) == 180


def test_the_unseen_document_is_read_with_its_tiers(clauses: dict[str, Clause]) -> None:
    found = [clause for clause in clauses.values() if clause.document == DOCUMENT]
    tiers = Counter(clause.tier_label for clause in found if clause.kind == "requirement")
    assert {"基础级", "先进级", "领航级"} <= set(tiers)
    forces = Counter(force for clause in found for force in clause.forces)
    assert min(forces[force] for force in ("shall", "should", "may", "encouraged")) >= 5


def test_enterprises_are_many_and_write_carefully_and_carelessly() -> None:
    cases = load_writing("narrative")
    assert len({case.source for case in cases}) >= 12
    styles = Counter(case.kind.partition(" ")[0] for case in cases)
    assert set(styles) == {"careful", "sloppy"} and min(styles.values()) >= 40


def test_notes_hold_no_governing_word_that_a_narrative_could_not_keep() -> None:
    assert not [
        case.values["how"]
        for case in load_writing("narrative")
        if governing(case.values["how"]) or governing(case.values["effect"])
    ]


def test_questions_to_rewrite_are_answered_by_rows_and_asked_nowhere_else() -> None:
    corpus = load_corpus()
    sources = {document.meta.id: document.text for document in corpus.documents}
    rows = [Place(clause.document, clause.start, clause.end) for clause in corpus.clauses]
    asked = {
        one.question
        for name in ("dev", "dev2", "dev3", "dev4", "dev5", "dev6")
        for one in load_questions(name).questions
    }
    cases = load_writing("rewrite")
    wrong = [
        case.values["question"]
        for case in cases
        for anchor in case.anchors
        if not any(row.covers(place) for place in resolve(anchor, sources) for row in rows)
    ]
    assert wrong == [] and all(case.anchors for case in cases)
    assert not asked & {case.values["question"] for case in cases}
    kinds = {"colloquial": 40, "paraphrase": 40, "roundabout": 40, "english": 20, "clipped": 20}
    assert Counter(case.kind for case in cases) == kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_line(kinds="x"), "line 1: kinds"),
        (_line(values={"question": "问"}), "has the values clauses"),
        (_line(task="gist"), "has the values clauses"),
        (_line(points=["碳排放"]), "do not hold the point “碳排放”"),
        (f"{_line()}\n{_line()}", "line 2: it stands twice"),
        (_line(part="seen"), "line 1: part"),
    ],
)
def test_what_is_no_case_is_named(text: str, told: str) -> None:
    with pytest.raises(EvalError, match=told):
        parse_writing("title", text)


def test_a_line_is_a_case() -> None:
    assert parse_writing("title", _line()) == (
        Case("title", "能源", "one", "held_out", {"clauses": "主要用能设备单独装表"}, ("用能",)),
    )
