"""The test for what is learned from everyday wordings: whole subdomains left out, their wordings asked as questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause
from evals.errors import EvalError
from retrieval.adaptation import adapt
from retrieval.embedder import Vectors
from retrieval.everyday import load_everyday, wordings_by_row
from retrieval.search import Searcher
from retrieval.subject_training import learn
from retrieval.topics import Topics
from retrieval.vectors import DenseIndex
from retrieval.wording_index import WordingIndex

FOLDS = 5
Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """An everyday wording as a question.

    Attributes:
        text: What is said.
        row: The clause that it was written for.
        vector: Its embedding, shape (dimension,).
    """

    text: str
    row: int
    vector: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """A searcher that knows the wordings of some subdomains, and wordings of the others to ask it.

    Attributes:
        searcher: All of the product, built and trained without what is asked.
        asked: Wordings that neither it nor what it learned has seen.
    """

    searcher: Searcher
    asked: tuple[Wording, ...]


def spoken(searcher: Searcher) -> tuple[Wording, ...]:
    """All wordings of a searcher's build.

    Raises:
        EvalError: The build holds other wordings than are installed.
    """
    pairs = wordings_by_row(searcher.clauses, load_everyday())
    if [row for row, _ in pairs] != searcher.asked.rows.tolist():
        raise EvalError("wordings: the build holds others than are installed. Run `gongbiao build`.")
    return tuple(Wording(text, row, vector) for (row, text), vector in zip(pairs, searcher.asked.vectors, strict=True))


def by_subdomain(searcher: Searcher, wordings: Sequence[Wording], step: int) -> Iterator[Fold]:
    """Folds of whole subdomains: where one is left out, it is so in every document that has it.

    Args:
        searcher: The product's.
        wordings: What :func:`spoken` gives.
        step: Every so many of the wordings left out is asked.
    """
    groups = [_group(searcher.clauses[wording.row]) for wording in wordings]
    number = {group: place % FOLDS for place, group in enumerate(dict.fromkeys(groups))}
    yield from _folds(searcher, wordings, np.array([number[group] for group in groups], dtype=np.int64), step)


def by_wording(searcher: Searcher, wordings: Sequence[Wording], step: int) -> Iterator[Fold]:
    """Folds of single wordings: other wordings of the same clause are still known."""
    drawn = np.random.default_rng(0).integers(0, FOLDS, len(wordings))
    yield from _folds(searcher, wordings, drawn, step)


def trained(searcher: Searcher, known: Chosen) -> Searcher:
    """The searcher as a build would make it from some of the wordings.

    Raises:
        EvalError: The searcher's vectors cannot be read out.
    """
    dense = searcher.dense
    if not isinstance(dense, DenseIndex):
        raise EvalError("searcher: its vectors cannot be read out. Open a built data folder.")
    rows, vectors, middles = searcher.asked.rows[known], searcher.asked.vectors[known], dense.middles()
    asked = WordingIndex(rows, vectors, adapt(vectors, middles[rows], middles))
    names = searcher.topics
    topics = Topics([names.codes[owner] for owner in names.names.owners], names.names.vectors)
    topics.learned = learn(topics, asked, middles, searcher.facets)
    return searcher.differing(asked=asked, topics=topics)


def _folds(searcher: Searcher, wordings: Sequence[Wording], folds: npt.NDArray[np.int64], step: int) -> Iterator[Fold]:
    for number in range(FOLDS):
        left_out = [wordings[place] for place in np.flatnonzero(folds == number).tolist()]
        if left_out and (folds != number).any():
            yield Fold(trained(searcher, folds != number), tuple(left_out[::step]))


def _group(clause: Clause) -> str:
    return clause.subdomain or f"{clause.document} {clause.section}"
