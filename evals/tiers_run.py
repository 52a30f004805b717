"""Changes from tier to tier against judgements by hand, beside simpler ways of telling which clauses belong together.

Every way has the same rules for what a difference comes to, so that what sets them apart is the pairing. Bars were
chosen on the ``dev`` half, for each way its own; the ``held-out`` half is only counted.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np

from corpus.clause import Clause
from evals.alignment_gold import HALVES, Half
from evals.errors import EvalError
from evals.report import Table, estimate_json, percent
from evals.system import Workspace
from evals.tier_gold import GOLD_DOCUMENT, GoldChange, load_tier_gold
from evals.tier_measure import CHANGES, Claimed, Figures, measure
from kg.ladders.climbing import Ladders
from kg.ladders.nearness import Confidences, words_shared
from kg.ladders.pairing import BAR
from kg.variants.difference import Tells
from kg.variants.link import Vectors

OURS = "gongbiao"
_WORDS_STEEP, _WORDS_HALF = 32.0, 0.01
_ALIGNMENT_BAR = 0.1
_NAMES: Mapping[str, str] = {
    OURS: "gongbiao",
    "alignment": "alignment across documents alone",
    "words": "shared words alone",
    "labels": "same label, same clause",
}


class Aligning(Protocol):
    """Tells how surely clauses speak of one matter."""

    def confidences(self, left: Sequence[Clause], right: Sequence[Clause]) -> Vectors: ...


@runtime_checkable
class Climbing(Protocol):
    """A workspace that builds ladders."""

    @property
    def clauses(self) -> Sequence[Clause]: ...

    @property
    def ladders(self) -> Ladders: ...

    @property
    def aligner(self) -> Aligning: ...

    @property
    def differ(self) -> Tells: ...


@dataclass(frozen=True, slots=True)
class TiersResult:
    """What every way reaches on both halves.

    Attributes:
        figures: By way and half.
        seconds: How long our ladders of the document took, in a process that had them not yet.
        judged: How many judgements there are in each half.
    """

    figures: Mapping[tuple[str, Half], Figures]
    seconds: float
    judged: Mapping[Half, int]
    name: str = "tiers"
    complete: bool = True

    def tables(self) -> tuple[Table, ...]:
        """A table for each half, and our changes one by one."""
        return (*(self._table(half) for half in HALVES), self._by_change())

    def to_json(self) -> Mapping[str, Any]:
        """The same figures."""
        return {
            "judged": dict(self.judged),
            "seconds": round(self.seconds, 3),
            "systems": {
                name: {half: _figures_json(self.figures[name, half]) for half in HALVES}
                for name in dict.fromkeys(name for name, _ in self.figures)
            },
        }

    def _table(self, half: Half) -> Table:
        heads = ("tiers", "upper clauses, fair", "lower clauses, fair", "first as by hand", "pairs P", "pairs R", "F1")
        rows = [
            (
                _NAMES[name],
                *(percent(share) for share in (one.upper, one.lower, one.first, one.pairs[0], one.pairs[1])),
                f"{one.pairs[2]:.2f}",
            )
            for (name, of), one in self.figures.items()
            if of == half
        ]
        return Table(f"Tiers, {half}: {self.judged[half]} judgements", heads, tuple(rows))

    def _by_change(self) -> Table:
        rows = []
        for change in CHANGES:
            cells = []
            for half in HALVES:
                for share in self.figures[OURS, half].by_change[change]:
                    cells.append(f"{percent(share)} of {share.n}" if share.n else "–")
            rows.append((change, *cells))
        heads = ("change", "dev P", "dev R", "held-out P", "held-out R")
        return Table(f"Tiers, change by change ({self.seconds:.2f} s for all ladders)", heads, tuple(rows))


def run(workspace: Workspace) -> TiersResult:
    """Measure the ladders.

    Raises:
        EvalError: The workspace builds none, or the judgements are not those that were pinned.
    """
    if not isinstance(workspace, Climbing):
        raise EvalError("workspace: it builds no ladders. Open a built data folder.")
    gold = load_tier_gold()
    halves: dict[Half, list[GoldChange]] = {half: [one for one in gold if one.half == half] for half in HALVES}
    began = time.perf_counter()
    found = {OURS: claims_of(workspace.ladders)}
    seconds = time.perf_counter() - began
    found |= {name: claims_of(one) for name, one in _others(workspace).items()}
    figures = {(name, half): measure(claimed, halves[half]) for half in HALVES for name, claimed in found.items()}
    return TiersResult(figures, seconds, {half: len(one) for half, one in halves.items()})


def claims_of(ladders: Ladders) -> tuple[Claimed, ...]:
    """The changes of the judged document, as they are measured."""
    return tuple(
        Claimed((step.lower, step.upper), one.lower, one.upper, one.change, one.also)
        for ladder in ladders.ladders(GOLD_DOCUMENT)
        for step in ladder.steps
        for one in step.changes
    )


def same_labels(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
    """Whether clauses bear the same printed label, shape (n, m): a stands beside a."""
    return np.array([[float(one.label == other.label) for other in right] for one in left], dtype=np.float32)


def _sure(words: Confidences) -> Confidences:
    """How sure a pair is by the words that it shares, and nothing else."""
    return lambda left, right: np.asarray(
        1 / (1 + np.exp(-_WORDS_STEEP * (words(left, right) - _WORDS_HALF))), dtype=np.float32
    )


def _others(workspace: Climbing) -> Mapping[str, Ladders]:
    """The ways to compare with, on the same clauses and by the same rules for differences."""
    ways: dict[str, tuple[Confidences, float]] = {
        "alignment": (workspace.aligner.confidences, _ALIGNMENT_BAR),
        "words": (_sure(words_shared(workspace.clauses)), BAR),
        "labels": (same_labels, BAR),
    }
    return {
        name: Ladders(workspace.clauses, confidences, workspace.differ, bar=bar)
        for name, (confidences, bar) in ways.items()
    }


def _figures_json(one: Figures) -> dict[str, Any]:
    shares = {"upper": one.upper, "lower": one.lower, "first": one.first}
    pairs = {"pair_precision": one.pairs[0], "pair_recall": one.pairs[1]}
    return {
        **{name: estimate_json(share) for name, share in (shares | pairs).items()},
        "pair_f1": round(one.pairs[2], 4),
        "by_change": {
            change: {"precision": estimate_json(precision), "recall": estimate_json(recall)}
            for change, (precision, recall) in one.by_change.items()
        },
    }
