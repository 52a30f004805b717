"""The indexes of one build: made from clauses, written into a folder, read from it again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from corpus.clause import Clause
from ontology.vocabulary import SCHEME_NAMES, Scheme, load_scheme
from retrieval.adaptation import adapt
from retrieval.calibration import Calibration, measure, of_field
from retrieval.dictionary import dump_words, parse_words, vocabulary_terms, words_for
from retrieval.embedder import Embedder, Vectors
from retrieval.errors import RetrievalError
from retrieval.everyday import load_everyday, wordings_by_row
from retrieval.facets import Facets
from retrieval.lexical import LexicalIndex
from retrieval.named_things import NamedThings, thing_wordings
from retrieval.national import load_national_names
from retrieval.nearness import nearness
from retrieval.normalise import Normaliser
from retrieval.passages import heading_words, text_alone, text_in_place
from retrieval.search import Searcher
from retrieval.subject_training import learn
from retrieval.tokeniser import Tokeniser
from retrieval.topics import Topics, wordings
from retrieval.vector_cache import Progress, VectorCache
from retrieval.vectors import DenseIndex
from retrieval.wording_index import WordingIndex

# Chosen on the development questions; pairs of characters catch words that no dictionary has.
FIELD_WEIGHTS = {"text": 1.0, "heading": 1.0, "text+bigrams": 0.5, "heading+bigrams": 0.5}

_WORDS = "words.txt"
_LEXICAL = "lexical"
_DENSE = "dense.faiss"
_TOPICS = "topics"
_WORDINGS = "wordings"
_THINGS = "things"


@dataclass(frozen=True, slots=True)
class Indexes:
    """What a search needs besides the clauses and the vocabularies.

    Attributes:
        tokeniser: Cuts queries as the clauses were cut.
        lexical: BM25.
        dense: Vectors.
        topics: Vectors of the capabilities' wordings.
        asked: Vectors of the clauses' everyday wordings.
        things: Vectors of the everyday names of systems and scenarios.
        calibration: What the cosines mean.
        embedded: How many texts had to be embedded to make them; 0 when read from a folder.
    """

    tokeniser: Tokeniser
    lexical: LexicalIndex
    dense: DenseIndex
    topics: Topics
    asked: WordingIndex
    things: NamedThings
    calibration: Calibration = field(default_factory=Calibration)
    embedded: int = 0

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _WORDS).write_text(dump_words(self.tokeniser.words), encoding="utf-8")
        self.lexical.save(folder / _LEXICAL)
        self.dense.save(folder / _DENSE)
        self.topics.save(folder / _TOPICS)
        self.asked.save(folder / _WORDINGS)
        self.things.save(folder / _THINGS)
        self.calibration.save(folder)

    def searcher(
        self,
        clauses: Sequence[Clause],
        schemes: Mapping[str, Scheme],
        embedder: Embedder,
        aside: Collection[str] = (),
    ) -> Searcher:
        """Put a searcher together; ``clauses`` are those that were indexed, in the same order.

        Documents that are set aside are found only by their name.

        Raises:
            RetrievalError: The embedder holds another model than at the build.
        """
        self.calibration.check(embedder)
        normaliser = self.tokeniser.normalise
        facets = Facets(clauses, schemes, normaliser)
        parts = (self.lexical, self.dense, facets, self.topics, self.asked)
        learned = (self.calibration, self.things)
        return Searcher(clauses, *parts, embedder, normaliser, None, *learned, aside)


def load_schemes() -> dict[str, Scheme]:
    """All vocabularies by name."""
    return {name: load_scheme(name) for name in SCHEME_NAMES}


def make_indexes(
    clauses: Sequence[Clause],
    titles: Mapping[str, str],
    schemes: Mapping[str, Scheme],
    embedder: Embedder,
    cache: VectorCache,
    progress: Progress,
    *,
    fresh: bool = False,
) -> Indexes:
    """Index clauses.

    Args:
        clauses: The corpus in reading order, enriched by entity linking.
        titles: Title of each document by id; it counts among the headings of its clauses.
        schemes: The vocabularies by name.
        embedder: Makes the vectors.
        cache: Keeps them from build to build.
        progress: Told how far embedding is.
        fresh: Embed even what the cache holds.
    """
    normaliser = Normaliser()
    texts = [text_alone(clause) for clause in clauses]
    headings = [" ".join((titles.get(clause.document, ""), *heading_words(clause))) for clause in clauses]
    words = words_for(normaliser(text) for text in (*texts, *dict.fromkeys(headings)))
    tokeniser = Tokeniser(words, vocabulary_terms(schemes.values()), normaliser)
    fields = {"text": texts, "heading": headings, "text+bigrams": texts, "heading+bigrams": headings}
    lexical = LexicalIndex.from_fields(fields, FIELD_WEIGHTS, tokeniser)
    named = wordings(schemes["capabilities"])
    everyday = wordings_by_row(clauses, load_everyday())
    everything = [*texts, *(text_in_place(clause) for clause in clauses), *(wording for wording, _ in named)]
    vectors, embedded = cache.passages(embedder, everything, progress, fresh=fresh)
    rows = len(clauses)
    dense = DenseIndex.from_vectors(vectors[:rows], vectors[rows : 2 * rows])
    called = list(thing_wordings(schemes["systems"], load_national_names(schemes["tiers"], normaliser).concepts))
    spoken = [normaliser.spelling(wording) for _, wording in (*everyday, *called)]
    queries, more = cache.queries(embedder, spoken, progress, fresh=fresh)
    questions = queries[: len(everyday)]
    things = NamedThings((key for key, _ in called), queries[len(everyday) :])
    leads_to = np.array([row for row, _ in everyday], dtype=np.int64)
    middles = dense.middles()
    asked = WordingIndex(leads_to, questions, adapt(questions, middles[leads_to], middles))
    facets = Facets(clauses, schemes, normaliser)
    topics = Topics([code for _, code in named], vectors[2 * rows :])
    topics.learned = learn(topics, asked, middles, facets)

    def near(asking: Vectors) -> Vectors:
        return nearness(dense.cosines(asking), asked.cosines(asking, rows))

    calibration, measured = _calibrated(embedder, cache, near, schemes["capabilities"], fresh=fresh)
    return Indexes(tokeniser, lexical, dense, topics, asked, things, calibration, embedded + more + measured)


def _calibrated(
    embedder: Embedder, cache: VectorCache, near: Callable[[Vectors], Vectors], capabilities: Scheme, *, fresh: bool
) -> tuple[Calibration, int]:
    """What the embedder's cosines mean, and how many sentences had to be embedded to know it."""
    made = 0

    def queries(texts: Sequence[str]) -> Vectors:
        nonlocal made
        vectors, new = cache.queries(embedder, texts, _silent, fresh=fresh)
        made += new
        return vectors

    return measure(embedder, queries, of_field(capabilities), near), made


def _silent(stage: str, done: int, total: int) -> None:
    """Some hundred sentences: nobody has to watch."""


def read_indexes(folder: Path) -> Indexes:
    """Read what :meth:`Indexes.save` wrote.

    Raises:
        RetrievalError: Something is missing or damaged.
    """
    try:
        words = parse_words((folder / _WORDS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise RetrievalError(f"indexes {folder}: cannot be read ({problem}). Run `gongbiao build --force`.") from None
    # The terms stand among the stored words.
    tokeniser = Tokeniser(words, (), Normaliser())
    lexical = LexicalIndex.load(folder / _LEXICAL, tokeniser)
    dense, topics = DenseIndex.load(folder / _DENSE), Topics.load(folder / _TOPICS)
    asked, calibration = WordingIndex.load(folder / _WORDINGS), Calibration.load(folder)
    return Indexes(tokeniser, lexical, dense, topics, asked, NamedThings.load(folder / _THINGS), calibration)
