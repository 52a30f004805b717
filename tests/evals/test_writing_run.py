"""The evaluation of writing: its figures, its tables and its JSON, over a product small enough to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from evals.mutations.operators import OPERATORS
from evals.mutations.original import Original
from evals.mutations.sources import founding_ground
from evals.mutations.survivors import Tally, tally
from evals.writing_run import Judged, WritingResult, Written, cell_questions, write_cells
from tests.evals.fake_system import CLAUSES, FakeWorkspace, answer


@pytest.fixture(scope="module")
def result() -> WritingResult:
    ground = founding_ground()
    clause = ground.clauses["zj-graded/19/smart-factory/b"]
    found = tally(ground, [Original(clause.plain, (clause,), "clause"), Original("应建大坝。", (clause,), "short")])
    judged = (Judged("seen", {"": (True, True, False), "force": (True, False)}),)
    return WritingResult(judged, found, 0, Written((True, True, False), 4, 1))


def test_precision_recall_and_what_is_found(result: WritingResult) -> None:
    seen = result.judged[0]
    assert seen.recall.value == pytest.approx(2 / 3)
    assert seen.precision.value == pytest.approx(2 / 3)
    assert seen.found.value == 0.5


def test_a_true_sentence_that_is_refused_is_not_spoilt(result: WritingResult) -> None:
    assert [one.text for one in result.mutants.refused] == ["应建大坝。"]
    assert not any(source == "short" for source, _ in result.mutants.applied)
    assert result.mutants.survivors == ()


def test_the_json_has_every_figure(result: WritingResult) -> None:
    shown: Mapping[str, Any] = result.to_json()
    assert shown["cases"]["seen"]["faults"] == {"force": {"right": 1, "n": 2}}
    assert shown["mutants"]["force lowered"]["clause"]["survived"] == 0
    assert shown["cells"]["rejected_drafts"] == 4 and shown["cells"]["accepted"]["n"] == 3
    assert shown["cells"]["unwritten"] == 1 and not result.complete
    assert shown["survivors"] == [] and shown["new_survivors"] == 0


def test_the_tables_show_every_fault_and_operator(result: WritingResult) -> None:
    faults, operators, cells = result.tables()
    assert ("force", "1 / 2") in faults.rows
    assert operators.rows[-1][0] == "true sentences refused" and len(operators.rows) == len(OPERATORS) + 2
    assert cells.rows[1:3] == (("cells written about", "3"), ("cells that no model wrote about in time", "1"))


def test_every_cell_that_asks_for_something_is_asked_about() -> None:
    questions = list(cell_questions(founding_ground().clauses.values()))
    assert len(questions) == len(set(questions)) == 102
    assert "省级智能工厂对设备运维有什么要求" in questions


def test_a_tally_of_nothing_is_empty() -> None:
    assert tally(founding_ground(), []) == Tally({}, (), (), {})


def test_cells_that_no_model_wrote_about_count_apart() -> None:
    base = answer("answered", "设备应联网。", CLAUSES[1]) | {"generator": "fake", "rejected_drafts": 1}
    told = base | {"sentences": [{"text": "应联网。", "origin": "generated", "citations": ["small/1"]}]}
    slow = base | {"answer": "> 本次没有模型撰写的句子：too slow"}
    none = base | {"generator": None, "rejected_drafts": 0}
    workspace = FakeWorkspace({"1": told, "2": base, "3": slow, "4": none})
    assert write_cells(workspace, ["1", "2", "3", "4"]) == Written((True, False), 3, 2)
