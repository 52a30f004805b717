"""The questions about added documents: what they hold, the files that are made, how an answer is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.added_documents.asked import SPLITS, AddedQuestion, load_added
from evals.added_documents.judging import Judged, judged
from evals.added_documents.made import DRESSES, EDITIONS, write_files
from evals.added_documents.report import AddedResult, Half
from evals.anchors import Place
from evals.question import Anchor

PLACES = [[Place("north", 3, 9)]]


def question(**fields: object) -> AddedQuestion:
    given = {
        "id": "q", "question": "北原要什么", "kind": "lookup", "status": "answered",
        "anchors": (Anchor(document="north", text="应联网"),), "documents": ("north",),
    } | fields  # fmt: skip
    return AddedQuestion.model_validate(given)


def answer(*documents: str, status: str = "answered", verified: bool = True) -> dict[str, object]:
    cited = [{"id": f"{one}/1", "document": one, "start": 0, "end": 12} for one in documents]
    said = {"status": status, "answer": "应联网", "citations": cited, "result": None, "refusal": None}
    return said | {"verified": verified, "latency_ms": 12.0}


def test_each_half_has_sixty_questions_of_which_none_stands_in_both() -> None:
    halves = [load_added(split) for split in SPLITS]
    assert [len(half) for half in halves] == [60, 60]
    asked = [one.question for half in halves for one in half]
    assert len(set(asked)) == len(asked)
    assert all({anchor.document for anchor in one.anchors} <= set(one.documents) for half in halves for one in half)


def test_the_files_are_named_by_the_documents_that_the_questions_are_about(tmp_path: Path) -> None:
    first, later = write_files(tmp_path)
    names = {file.stem for file in first.iterdir()}
    assert set(DRESSES) < names and [file.stem for file in later.iterdir()] == ["yunling-rules"]
    asked = {document.partition("@")[0] for split in SPLITS for one in load_added(split) for document in one.documents}
    assert asked <= names | {"zj-graded"} and len(EDITIONS) == 1


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (answer("north"), []),
        (answer("north", "south"), ["no other"]),
        (answer("south"), ["document", "clauses", "no other"]),
        (answer("north", status="refused"), ["status"]),
        (answer("north", verified=False), ["verified"]),
    ],
)
def test_an_answer_is_judged_point_by_point(given: dict[str, object], wrong: list[str]) -> None:
    told = judged(question(), PLACES, given)
    assert [name for name, point in told.points.items() if point is False] == wrong
    assert told.right is not bool(wrong)


def test_a_refusal_wants_its_status_alone() -> None:
    asked = question(status="refused", anchors=(), documents=())
    assert judged(asked, [], answer(status="refused", verified=False)).right
    assert not judged(asked, [], answer("north")).right


def test_the_report_tells_what_is_wrong_of_the_open_half_alone() -> None:
    def half(split: str) -> Half:
        one = judged(question(), PLACES, answer("south"))
        return Half(split, (one,), {"bm25": (True,)}, ())

    told = AddedResult((half("dev"), half("test"))).to_json()
    assert told["dev"]["wrong"] == {"q": ["document", "clauses", "no other"]} and "wrong" not in told["test"]
    assert isinstance(half("dev").answers[0], Judged)
    totals = AddedResult((half("dev"),)).tables()[0]
    assert totals.rows[0][:3] == ("dev", "1", "0 %")
