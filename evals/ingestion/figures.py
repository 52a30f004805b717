"""Figures of the suite: shares of rows and marks with intervals that know that one document makes several files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from evals.ingestion.alignment import Alignment
from evals.ingestion.judging import Judged
from evals.metrics import Estimate

_RESAMPLES = 2000
Counted = Callable[[Judged], tuple[int, int]]


def clustered(files: Sequence[Judged], counted: Counted, seed: int = 0) -> Estimate:
    """A share over files, its interval by drawing whole documents.

    Source: Field and Welsh 2007, Journal of the Royal Statistical Society B 69 (the cluster bootstrap).

    Args:
        files: The files judged.
        counted: How many are right in a file, of how many.
        seed: Of the drawing, so that equal figures give an equal interval.
    """
    by_document: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file in files:
        right, of = counted(file)
        by_document[file.file.content.id][0] += right
        by_document[file.file.content.id][1] += of
    sums = np.array(list(by_document.values()), dtype=np.float64).reshape(-1, 2)
    rights, judged = sums.sum(axis=0).tolist()
    if not judged:
        return Estimate(0.0, 0.0, 1.0, 0)
    drawn = np.random.default_rng(seed).integers(0, len(sums), size=(_RESAMPLES, len(sums)))
    totals = sums[drawn].sum(axis=1)
    shares = totals[totals[:, 1] > 0]
    low, high = np.percentile(shares[:, 0] / shares[:, 1], [2.5, 97.5])
    return Estimate(rights / judged, float(low), float(high), int(judged))


def true_count(judged: Judged) -> int:
    """How many rows are to be found."""
    return sum(not row.optional for row in judged.file.truth)


def exact(judged: Judged, alignment: Alignment | None = None) -> tuple[int, int]:
    """Rows found with the same words, of the rows to be found."""
    found = (alignment or judged.alignment).pairs
    return sum(not judged.file.truth[true].optional for true, _ in found), true_count(judged)


def by_borders(judged: Judged) -> tuple[int, int]:
    """Rows whose words are cut elsewhere."""
    return len(judged.alignment.borders), true_count(judged)


def missed(judged: Judged) -> tuple[int, int]:
    """Rows whose words are lost."""
    return len(judged.alignment.missed), true_count(judged)


def invented(judged: Judged) -> tuple[int, int]:
    """Found rows that say what the document does not, of the rows to be found."""
    return len(judged.alignment.invented), true_count(judged)


def marked(name: str) -> Counted:
    """How often a mark is right, of how often it was judged."""

    def counted(judged: Judged) -> tuple[int, int]:
        said = [right for mark, right in judged.marks if mark == name]
        return sum(said), len(said)

    return counted


def mark_names(files: Iterable[Judged]) -> tuple[str, ...]:
    """The marks that were judged, the commonest first."""
    seen = Counter(name for file in files for name, _ in file.marks)
    return tuple(name for name, _ in seen.most_common())


def seconds_a_page(files: Sequence[Judged]) -> float:
    """Seconds for 1,000 characters over all files together."""
    return 1000 * sum(file.seconds for file in files) / max(1, sum(file.characters for file in files))
