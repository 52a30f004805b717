"""How well clauses of different documents are aligned, beside vectors alone and BM25 alone.

The pairs read by hand list little of what corresponds, so a way that links nearly everything looks good on them. Each
way is therefore shown twice: as the product links, or with as many links, and at the threshold best on these pairs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from evals.alignment_drawn import LINKED, load_drawn
from evals.alignment_figures import Figures, best_threshold, figures, members
from evals.alignment_found import Aligning, ByWords, Found, aligning_of, by_product, by_vectors
from evals.alignment_gold import HALVES, GoldPair, Half, gold_names, load_gold
from evals.alignment_read import Band, band_json, bands_table, read_bands
from evals.metrics import Estimate, share
from evals.report import Table, estimate_json, fraction, percent
from evals.system import Workspace

Pair = tuple[str, str]
PRODUCT, VECTORS, WORDS = "gongbiao", "vectors alone", "BM25 alone"


@dataclass(frozen=True, slots=True)
class WayFigures:
    """One way of aligning over one half of one set, or over all sets together (``all``).

    Attributes:
        way: Its name.
        gold: The set.
        half: Which half of it.
        threshold: The least score of a link; None where the product decides.
        links: How many pairs of the sets' documents it links, listed or not.
        figures: How well the half is told.
    """

    way: str
    gold: str
    half: Half
    threshold: float | None
    links: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many links two documents have.

    Attributes:
        left, right: The documents.
        links, twins: How many, and how many of them are verbatim twins.
        most: The most links of one clause.
        seconds: How long it took.
    """

    left: str
    right: str
    links: int
    twins: int
    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class AlignmentResult:
    """All of it."""

    ways: tuple[WayFigures, ...]
    twins: Mapping[Half, Estimate]
    read: tuple[Band, ...]
    counts: tuple[PairCount, ...]
    name: str = "alignment"

    @property
    def complete(self) -> bool:
        """A pair is always scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """The ways beside each other, the twins, and the links of each two documents."""
        told = ", ".join(f"{half} {percent(found)} of {found.n}" for half, found in self.twins.items())
        columns = ("set, half", "", "links", "precision %", "recall %", "F1", "AP", "AP of all", "non-pairs linked")
        rows = tuple(
            (
                f"{one.gold}, {one.half}",
                one.way if one.threshold is None else f"{one.way} >= {one.threshold:.3f}",
                str(one.links),
                percent(one.figures.precision),
                percent(one.figures.recall),
                fraction(one.figures.f1),
                f"{one.figures.average_precision:.3f}",
                f"{one.figures.among_all:.3f}",
                "{} of {}".format(*one.figures.non_pairs),
            )
            for one in self.ways
        )
        counted = tuple(
            (f"{one.left} × {one.right}", *map(str, (one.links, one.twins, one.most)), f"{one.seconds:.2f}")
            for one in self.counts
        )
        return (
            Table(f"Alignment on the pairs read by hand, 95 % intervals; verbatim twins known: {told}", columns, rows),
            bands_table(self.read),
            Table("Alignment: links of each two documents", ("", "links", "twins", "most of one", "s"), counted),
        )

    def to_json(self) -> Mapping[str, Any]:
        """The same figures."""
        return {
            "ways": [_way_json(one) for one in self.ways],
            "twins": {half: estimate_json(found) for half, found in self.twins.items()},
            "read": [band_json(one) for one in self.read],
            "documents": [asdict(one) | {"seconds": round(one.seconds, 3)} for one in self.counts],
        }


def run(workspace: Workspace) -> AlignmentResult:
    """Measure the alignment of the founding documents.

    Raises:
        EvalError: The workspace aligns nothing, or a set is not the one that was pinned.
    """
    aligner, clauses = aligning_of(workspace), workspace.clauses
    counts = tuple(_counted(aligner, workspace, *pair) for pair in combinations(_ids(workspace), 2))
    gold = {name: load_gold(name) for name in gold_names()}
    documents = sorted({_documents(line) for lines in gold.values() for line in lines})
    words = ByWords(clauses, workspace.searcher.lexical)
    ways: dict[str, Callable[[str, str], Found]] = {
        PRODUCT: lambda left, right: by_product(aligner, clauses, left, right),
        VECTORS: lambda left, right: by_vectors(aligner.features(left, right), left, right),
        WORDS: lambda left, right: words.found(aligner.features(left, right), left, right),
    }
    found = {way: [make(*pair) for pair in documents] for way, make in ways.items()}
    lines = [line for listed in gold.values() for line in listed]
    known = frozenset(pair for one in found[PRODUCT] for pair in one.twins)
    sets = gold | {"all": tuple(lines)}
    as_many = sum(len(one.accepted or ()) for one in found[PRODUCT])
    measured = _measured(PRODUCT, _scores(found[PRODUCT]), _accepted(found[PRODUCT]), None, sets)
    for way in ways:
        scores = _scores(found[way])
        best = best_threshold([line for line in lines if line.half == "dev"], scores)
        alike = sorted(scores.values(), reverse=True)[min(as_many, len(scores)) - 1]
        for threshold in (best,) if way == PRODUCT else (alike, best):
            reached = frozenset(pair for pair, score in scores.items() if score >= threshold)
            measured += _measured(way, scores, reached, threshold, sets)
    order = {(name, half): place for place, (name, half) in enumerate((n, h) for n in sets for h in HALVES)}
    measured.sort(key=lambda one: order[one.gold, one.half])
    twins = {half: _twins(lines, half, known) for half in HALVES}
    return AlignmentResult(
        tuple(measured), twins, read_bands(aligner, clauses, load_drawn(), load_drawn(LINKED)), counts
    )


def _measured(
    way: str,
    scores: Mapping[Pair, float],
    accepted: frozenset[Pair],
    threshold: float | None,
    sets: Mapping[str, Sequence[GoldPair]],
) -> list[WayFigures]:
    """One way over both halves of each set."""
    return [
        WayFigures(way, name, half, threshold, len(accepted), figures(chosen, accepted, scores))
        for name, lines in sets.items()
        for half in HALVES
        if (chosen := [line for line in lines if line.half == half])
    ]


def _scores(found: Sequence[Found]) -> dict[Pair, float]:
    return {pair: score for one in found for pair, score in one.scores.items()}


def _accepted(found: Sequence[Found]) -> frozenset[Pair]:
    return frozenset(pair for one in found for pair in one.accepted or ())


def _twins(lines: Sequence[GoldPair], half: Half, known: frozenset[Pair]) -> Estimate:
    """The share of the half's verbatim twins that are known as such."""
    listed = [one for line in lines if line.half == half and line.relation == "equal" for one in members(line)]
    return share([one in known for one in listed])


def _counted(aligner: Aligning, workspace: Workspace, left: str, right: str) -> PairCount:
    sides = [[clause for clause in workspace.clauses if clause.document == document] for document in (left, right)]
    began = time.perf_counter()
    links = aligner.align(*sides)
    seconds = time.perf_counter() - began
    ends = [link.left for link in links], [link.right for link in links]
    most = max((end.count(one) for end in ends for one in set(end)), default=0)
    return PairCount(left, right, len(links), sum(link.twin for link in links), most, seconds)


def _ids(workspace: Workspace) -> list[str]:
    return [document.meta.id for document in workspace.documents]


def _documents(line: GoldPair) -> Pair:
    return line.left[0].partition("/")[0], line.right[0].partition("/")[0]


def _way_json(one: WayFigures) -> dict[str, Any]:
    told = one.figures
    return {
        "way": one.way,
        "set": one.gold,
        "half": one.half,
        "threshold": one.threshold,
        "links": one.links,
        "precision": estimate_json(told.precision),
        "recall": estimate_json(told.recall),
        "f1": estimate_json(told.f1),
        "average_precision": round(told.average_precision, 4),
        "average_precision_among_all": round(told.among_all, 4),
        "non_pairs_accepted": told.non_pairs[0],
        "non_pairs": told.non_pairs[1],
    }
