"""How often a pair that nobody had listed corresponds, by how sure the product is of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.clause import Clause
from evals.alignment_drawn import DrawnPair
from evals.alignment_found import Aligning
from evals.metrics import Estimate, share
from evals.report import Table, estimate_json, percent

SEEN, UNSEEN = "linked", "linked, read afterwards"
BANDS = ((0.0, 0.3), (0.3, 0.45), (0.45, 0.55), (0.55, 0.7), (0.7, 0.85), (0.85, 1.01))


@dataclass(frozen=True, slots=True)
class Band:
    """Pairs of one band of confidence.

    Attributes:
        name: The band, or what else the pairs have in common.
        confidence: The mean confidence; each pair counts for those it stands for, as in ``weighted``.
        weighted: The share that corresponds.
        right: The same where each pair counts once, with its interval.
    """

    name: str
    confidence: float
    weighted: float
    right: Estimate


def read_bands(
    aligner: Aligning, clauses: Sequence[Clause], drawn: Sequence[DrawnPair], afterwards: Sequence[DrawnPair]
) -> tuple[Band, ...]:
    """The pairs that were drawn and read, by the confidence that they have now; then those that are linked now.

    Args:
        aligner: The aligner.
        clauses: The library.
        drawn: The pairs by which confidences were set.
        afterwards: Links that were read when all was set.
    """
    told, after = _with_confidence(aligner, clauses, drawn), _with_confidence(aligner, clauses, afterwards)
    found = [(f"{low:.2f} to {min(high, 1):.2f}", [one for one in told if low <= one[1] < high]) for low, high in BANDS]
    pairs = _documents((*drawn, *afterwards))
    linked = {(link.left, link.right) for pair in pairs for link in aligner.align(*_sides(clauses, pair))}
    for name, read in ((SEEN, told), (UNSEEN, after)):
        found.append((name, [one for one in read if (one[0].left, one[0].right) in linked]))
    return tuple(_band(name, pairs) for name, pairs in found if pairs)


def bands_table(bands: Sequence[Band]) -> Table:
    """The bands below each other."""
    rows = tuple(
        (one.name, str(one.right.n), f"{one.confidence:.2f}", f"{one.weighted:.2f}", percent(one.right))
        for one in bands
    )
    columns = ("confidence", "pairs read", "mean confidence", "correspond (weighted)", "correspond %, each once")
    title = "Alignment: pairs that nobody had listed, drawn and read (confidences set by all but the last row)"
    return Table(title, columns, rows)


def band_json(one: Band) -> dict[str, Any]:
    """A band under its names."""
    told: Mapping[str, Any] = {"confidence": round(one.confidence, 4), "weighted": round(one.weighted, 4)}
    return {"band": one.name, **told, "right": estimate_json(one.right)}


def _band(name: str, pairs: Sequence[tuple[DrawnPair, float]]) -> Band:
    total = sum(one.stands_for for one, _ in pairs)
    confidence = sum(one.stands_for * sure for one, sure in pairs) / total
    return Band(
        name, confidence, sum(one.stands_for * one.same for one, _ in pairs) / total, share([p.same for p, _ in pairs])
    )


def _with_confidence(
    aligner: Aligning, clauses: Sequence[Clause], drawn: Sequence[DrawnPair]
) -> list[tuple[DrawnPair, float]]:
    rows = {clause.id: clause for clause in clauses}
    return [(one, float(aligner.confidences([rows[one.left]], [rows[one.right]])[0, 0])) for one in drawn]


def _documents(drawn: Sequence[DrawnPair]) -> list[tuple[str, str]]:
    return sorted({(one.left.partition("/")[0], one.right.partition("/")[0]) for one in drawn})


def _sides(clauses: Sequence[Clause], documents: tuple[str, str]) -> tuple[list[Clause], list[Clause]]:
    left, right = ([clause for clause in clauses if clause.document == document] for document in documents)
    return left, right
