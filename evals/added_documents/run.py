"""Ask the questions of a data folder that has taken the files in, through the command line as people do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.added_documents.asked import AddedQuestion, Split, load_added
from evals.added_documents.judging import judged
from evals.added_documents.made import write_files
from evals.added_documents.report import AddedResult, Half
from evals.anchors import Place, matched_share, resolve
from evals.baselines import DenseAlone, LexicalAlone, Ranker
from evals.errors import EvalError
from kg.snapshot import DataFolder
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.snapshot_reader import Snapshot

_COMMAND = (sys.executable, "-m", "app.cli")
_FIRST = 5
_DONE, _PARTLY = 0, 3


def prepare(data: Path) -> None:
    """Make the files and take them into a data folder: those that come first, then the later editions.

    Raises:
        EvalError: A file was not taken in.
    """
    with TemporaryDirectory() as folder:
        first, later = write_files(Path(folder))
        _command("ingest", str(first), "--data", str(data))
        for file in sorted(later.iterdir()):
            _command("ingest", str(file), "--id", file.stem, "--data", str(data))


def run(data: Path, splits: Sequence[Split], generator: str = "none") -> AddedResult:
    """Ask, and judge the answers.

    Args:
        data: A data folder that :func:`prepare` was run on.
        splits: Which halves are asked.
        generator: What writes sentences, as the command line names it.

    Raises:
        EvalError: The folder holds no build, or its texts do not hold what a question demands.
    """
    path = DataFolder(data).current()
    if path is None:
        raise EvalError(f"data folder {data}: nothing is built in it. Add --prepare.")
    snapshot = Snapshot.open(path)
    return AddedResult(tuple(_half(data, snapshot, split, generator) for split in splits))


def answers_of(data: Path, questions: Sequence[AddedQuestion], generator: str) -> dict[str, Mapping[str, Any]]:
    """The answers by the questions' ids, as the command line writes them."""
    with TemporaryDirectory() as folder:
        asked, told = Path(folder) / "asked.jsonl", Path(folder) / "told.jsonl"
        lines = [json.dumps({"id": one.id, "question": one.question}, ensure_ascii=False) for one in questions]
        asked.write_text("\n".join(lines), encoding="utf-8")
        _command("ask", "--batch", str(asked), "--out", str(told), "--generator", generator, "--data", str(data))
        found = [json.loads(line) for line in told.read_text(encoding="utf-8").split("\n") if line]
    return {one["id"]: one for one in found}


def _half(data: Path, snapshot: Snapshot, split: Split, generator: str) -> Half:
    questions = load_added(split)
    sources = {document.meta.id: document.text for document in snapshot.documents}
    places = {one.id: [resolve(anchor, sources) for anchor in one.anchors] for one in questions}
    answers = answers_of(data, questions, generator)
    failed = {one: str(answer["error"]) for one, answer in answers.items() if "error" in answer}
    told = [judged(one, places[one.id], answers[one.id]) for one in questions if one.id not in failed]
    return Half(split, tuple(told), _alone(snapshot, questions, places), tuple(failed.items()))


def _alone(
    snapshot: Snapshot, questions: Sequence[AddedQuestion], places: Mapping[str, Sequence[Sequence[Place]]]
) -> dict[str, tuple[bool, ...]]:
    """By retriever: whether its first rows hold what each question needs, of those that need something."""
    searcher = snapshot.searcher(BundledEmbedder(bundled_weights()))
    rankers: tuple[Ranker, ...] = (LexicalAlone(searcher), DenseAlone(searcher))
    return {
        ranker.name: tuple(_holds(ranker, one, places[one.id]) for one in questions if one.anchors)
        for ranker in rankers
    }


def _holds(ranker: Ranker, question: AddedQuestion, anchors: Sequence[Sequence[Place]]) -> bool:
    rows = [Place(one.document, one.start, one.end) for one in ranker.rank(question.question, _FIRST)]
    covered = matched_share(rows, anchors)
    return covered == 1.0 if question.cite == "all" else covered > 0.0


def _command(*arguments: str) -> None:
    done = subprocess.run([*_COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (_DONE, _PARTLY):
        said = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise EvalError(f"gongbiao {arguments[0]}: it ended with {done.returncode} ({said}). Run it by itself.")
