"""The way in: which evaluation to run, over which questions, and where to write what it found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import TextIO

from evals import (
    ablation_run,
    alignment_run,
    answer_ablation,
    answers_run,
    conversation_run,
    difference_run,
    drafts_run,
    parsing_run,
    plans_run,
    retrieval_run,
    rewriting_run,
    speed_run,
    tiers_run,
    writing_run,
)
from evals.circumstances import circumstances
from evals.errors import EvalError
from evals.question import PINS, QuestionSet, load_questions
from evals.report import Joined, Result, show
from evals.system import Workspace

Evaluation = Callable[[Workspace, Sequence[QuestionSet]], Result]

KINDS: Mapping[str, Evaluation] = MappingProxyType(
    {
        "parsing": lambda workspace, _: parsing_run.run(workspace),
        "retrieval": retrieval_run.run,
        "answers": answers_run.run,
        "ablation": lambda workspace, sets: _ablation(workspace, sets),
        "conversation": lambda workspace, _: conversation_run.run(workspace),
        "writing": lambda workspace, sets: _writing(workspace, sets),
        "plans": lambda workspace, _: plans_run.run(workspace),
        "differences": lambda workspace, _: difference_run.run(workspace),
        "alignment": lambda workspace, _: alignment_run.run(workspace),
        "tiers": lambda workspace, _: tiers_run.run(workspace),
        "ingestion": lambda *_: _ingestion(),
        "speed": speed_run.run,
    }
)


def _ablation(workspace: Workspace, sets: Sequence[QuestionSet]) -> Result:
    """What each part adds to search and to the answers."""
    search = (ablation_run.over_sets(workspace, sets), ablation_run.over_wordings(workspace))
    return Joined("ablation", (*search, answer_ablation.run(workspace, sets)))


def _writing(workspace: Workspace, sets: Sequence[QuestionSet]) -> Result:
    """The verifier, what the model drafts, and what its rewritings of questions find."""
    return Joined(
        "writing", (writing_run.run(workspace, sets), drafts_run.run(workspace), rewriting_run.run(workspace))
    )


def _ingestion() -> Result:
    """What readers and layouts make of files whose rows are known; the files are made with a library of its own."""
    if find_spec("reportlab") is None:
        raise EvalError("evaluation ingestion: reportlab, which makes PDF files, is missing. Install the extra dev.")
    result: Result = import_module("evals.ingestion.run").run()
    return result


def run(
    kind: str,
    workspace: Workspace,
    as_json: bool,
    *,
    sets: Sequence[str] = tuple(PINS),
    out: TextIO | None = None,
    told: Callable[[str], None] = lambda name: None,
) -> int:
    """Run one evaluation, or every one, and write the figures.

    Args:
        kind: One of ``KINDS``, or ``all``.
        workspace: A built data folder.
        as_json: One JSON object instead of tables.
        sets: Names of the question sets.
        out: Where to write; standard output by default.
        told: Told the name of each evaluation before it is run.

    Returns:
        The exit status: 0 done, 3 where some samples could not be scored.

    Raises:
        EvalError: There is no such evaluation or set, or a set does not fit the corpus.
    """
    if kind != "all" and kind not in KINDS:
        raise EvalError(f"evaluation {kind}: there is no such one. Choose one of {', '.join(KINDS)}, all.")
    questions = [load_questions(name) for name in sets]
    results: list[Result] = [circumstances(workspace, questions)]
    for name in KINDS if kind == "all" else (kind,):
        told(name)
        results.append(KINDS[name](workspace, questions))
    show(results, out or sys.stdout, as_json)
    return 0 if all(result.complete for result in results) else 3
