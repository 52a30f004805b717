"""How well the verifier tells true sentences from spoilt ones, and how much of the model's writing it lets through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from corpus.clause import Clause
from drafting.generator import Silent
from drafting.verifier import verify
from evals.metrics import Estimate, share
from evals.mutations.operators import OPERATORS
from evals.mutations.original import Source
from evals.mutations.sources import (
    Ground,
    QuestionAndAnswer,
    composed_sentences,
    founding_ground,
    quotations,
    short_sentences,
)
from evals.mutations.survivors import Tally, known_survivors, tally
from evals.question import QuestionSet
from evals.report import Table, estimate_json, percent
from evals.sentence_cases import HALVES, Half, load_cases
from evals.system import Workspace

SOURCES: tuple[Source, ...] = ("quoted", "clause", "short", "composed")
ASKED = ("dev", "dev2")
"""The sets whose answers give the composed sentences; the pinned survivors are theirs."""
GRADED = "zj-graded"
_UNWRITTEN = "没有模型撰写的句子"
"""What an answer says where the model was too slow or failed."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdicts on one half of the cases.

    Attributes:
        half: Which half.
        right: By fault (empty for true sentences): for each case whether the verdict is right.
    """

    half: Half
    right: Mapping[str, tuple[bool, ...]]

    @property
    def recall(self) -> Estimate:
        """The share of true sentences that pass."""
        return share(self.right.get("", ()))

    @property
    def found(self) -> Estimate:
        """The share of spoilt sentences that are refused."""
        return share([right for fault, all_right in self.right.items() if fault for right in all_right])

    @property
    def precision(self) -> Estimate:
        """The share of true ones among those that pass."""
        false = [not right for fault, all_right in self.right.items() if fault for right in all_right]
        return share([True] * sum(self.right.get("", ())) + [False] * sum(false))


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the model's sentences about the cells of the tier tables.

    Attributes:
        accepted: For each cell that the model wrote about, whether a verified sentence of it stands in the answer.
        rejected: Drafts that the verifier refused.
        unwritten: Cells about which no model wrote: none is installed, or it was too slow. They count apart.
    """

    accepted: tuple[bool, ...]
    rejected: int
    unwritten: int = 0


@dataclass(frozen=True, slots=True)
class WritingResult:
    """All of it."""

    judged: tuple[Judged, ...]
    mutants: Tally
    new: int
    written: Written
    name: str = "verifier"

    @property
    def complete(self) -> bool:
        """Whether the model wrote about every cell."""
        return not self.written.unwritten

    def tables(self) -> tuple[Table, ...]:
        """Cases by fault, mutants by operator, and the model's sentences."""
        return (_faults(self.judged), _operators(self.mutants, self.new), _cells(self.written))

    def to_json(self) -> Mapping[str, Any]:
        """The same figures; survivors word for word, those of the cases only counted."""
        return {
            "cases": {
                one.half: {
                    "precision": estimate_json(one.precision),
                    "recall": estimate_json(one.recall),
                    "found": estimate_json(one.found),
                    "faults": {
                        fault: {"right": sum(right), "n": len(right)}
                        for fault, right in sorted(one.right.items())
                        if fault
                    },
                }
                for one in self.judged
            },
            "mutants": {
                operator: {
                    source: {"n": applied, "survived": _survived(self.mutants, source, operator)}
                    for source in SOURCES
                    if (applied := self.mutants.applied.get((source, operator), 0))
                }
                for operator in OPERATORS
            },
            "survivors": [
                {"operator": one.operator, "source": one.source, "cited": list(one.cited), "text": one.text}
                for one in self.mutants.survivors
            ],
            "new_survivors": self.new,
            "originals": dict(self.mutants.originals),
            "refused_originals": [{"source": one.source, "text": one.text} for one in self.mutants.refused],
            "cells": {
                "accepted": estimate_json(share(self.written.accepted)),
                "rejected_drafts": self.written.rejected,
                "unwritten": self.written.unwritten,
            },
        }


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> WritingResult:
    """Judge the cases, spoil what the product says, and let the model write about every cell.

    Composed sentences come from the answers to the sets named in ``ASKED`` and to a question about each cell.
    """
    ground = founding_ground()
    cells = list(cell_questions(ground.clauses.values()))
    asked = [question.question for one in sets if one.name in ASKED for question in one.questions]
    quoting = Silent()
    answers: Iterator[QuestionAndAnswer] = (
        (question, workspace.ask(question, quoting).to_json()) for question in chain(asked, cells)
    )
    originals = [
        *quotations(ground),
        *short_sentences(ground, load_cases("seen")),
        *composed_sentences(ground, answers),
    ]
    found = tally(ground, originals)
    known = known_survivors()
    new = sum(survivor not in known for survivor in found.survivors)
    return WritingResult(judge_cases(ground), found, new, write_cells(workspace, cells))


def judge_cases(ground: Ground) -> tuple[Judged, ...]:
    """The verifier's verdict on each case, told by whether it is right."""
    judged = []
    for half in HALVES:
        right: dict[str, list[bool]] = {}
        for case in load_cases(half):
            passed = verify(case.sentence, ground.cited(case.cited), ground.lexicon).ok
            right.setdefault(case.fault, []).append(passed is case.good)
        judged.append(Judged(half, {fault: tuple(verdicts) for fault, verdicts in right.items()}))
    return tuple(judged)


def cell_questions(clauses: Iterable[Clause]) -> Iterator[str]:
    """A question for each cell of the tier tables that asks for something, in reading order."""
    cells = {
        (clause.tier_label, clause.subdomain): None
        for clause in clauses
        if clause.document == GRADED and clause.kind == "requirement" and clause.tier and clause.subdomain
    }
    return (f"{tier}对{subdomain}有什么要求" for tier, subdomain in cells)


def write_cells(workspace: Workspace, questions: Sequence[str]) -> Written:
    """Ask each question of the product with its model, and see what of it was let through."""
    answers = [workspace.ask(question).to_json() for question in questions]
    told = [answer for answer in answers if answer["generator"] and _UNWRITTEN not in answer["answer"]]
    accepted = tuple(any(one["origin"] == "generated" for one in answer["sentences"]) for answer in told)
    rejected = sum(answer["rejected_drafts"] for answer in answers)
    return Written(accepted, rejected, len(answers) - len(told))


def _survived(found: Tally, source: Source, operator: str) -> int:
    return sum(one.source == source and one.operator == operator for one in found.survivors)


def _faults(judged: Sequence[Judged]) -> Table:
    faults = sorted({fault for one in judged for fault in one.right if fault})
    rows = [
        (fault, *(f"{sum(one.right.get(fault, ()))} / {len(one.right.get(fault, ()))}" for one in judged))
        for fault in faults
    ]
    rows += [
        ("all faults: found, %", *(percent(one.found) for one in judged)),
        ("true sentences: passed (recall), %", *(percent(one.recall) for one in judged)),
        ("passed sentences: true (precision), %", *(percent(one.precision) for one in judged)),
    ]
    columns = ("spoilt by", *(f"{one.half.replace('_', ' ')}: refused" for one in judged))
    return Table("Verifier on its own cases", columns, tuple(rows))


def _operators(found: Tally, new: int) -> Table:
    totals: Counter[str] = Counter()
    rows = []
    for operator in OPERATORS:
        counts = [(_survived(found, source, operator), found.applied.get((source, operator), 0)) for source in SOURCES]
        totals.update({source: count for source, (_, count) in zip(SOURCES, counts, strict=True)})
        rows.append((operator, *(f"{alive} / {count}" if count else "" for alive, count in counts)))
    alive = [str(sum(one.source == source for one in found.survivors)) for source in SOURCES]
    rows.append(("all", *(f"{left} / {totals[source]}" for left, source in zip(alive, SOURCES, strict=True))))
    refused = Counter(one.source for one in found.refused)
    rows.append(("true sentences refused", *(f"{refused[one]} / {found.originals.get(one, 0)}" for one in SOURCES)))
    title = f"Mutants: survivors of those made, by source; {new} survivors are not pinned"
    return Table(title, ("operator", *SOURCES), tuple(rows))


def _cells(written: Written) -> Table:
    rows = (
        ("cells with a verified sentence, %", percent(share(written.accepted))),
        ("cells written about", str(len(written.accepted))),
        ("cells that no model wrote about in time", str(written.unwritten)),
        ("drafts refused", str(written.rejected)),
    )
    return Table("The model's sentences about the cells of the tier tables", ("", ""), rows)
