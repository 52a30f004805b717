"""What operators work on and what they give: a true sentence, what may be put in its place, and a spoilt one."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.composed.compared import ComparedFacts
from kg.linking import Linker
from ontology.vocabulary import Scheme

Source = Literal["quoted", "clause", "short", "composed"]
"""``quoted``: a clause as a quotation; ``clause``: the same words, judged as a sentence that a model might write;
``short``: a true sentence of the verifier's own cases; ``composed``: a sentence that code composed for a question."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Original:
    """A sentence that holds.

    Attributes:
        text: The sentence.
        cited: The clauses that it cites.
        source: Where such a sentence comes from.
        question: The question that it answers, for a composed one.
        compared: What the comparison found that it tells of, for one that compares.
    """

    text: str
    cited: tuple[Clause, ...]
    source: Source
    question: str = ""
    compared: ComparedFacts | None = None

    @property
    def known(self) -> str:
        """What the cited clauses say, with their headings, in one form: a mutant that stands here is no mutant."""
        parts = [
            part
            for clause in self.cited
            for part in (clause.plain, clause.tier_label, clause.track, clause.subdomain, clause.domain, *clause.path)
            if part
        ]
        return normalise("\n".join(parts))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What an operator may put in the place of what it takes out.

    Attributes:
        linker: Finds systems and technologies.
        names: Names of systems and of technologies with their codes, by vocabulary.
        tiers: Names of tiers.
        titles: Titles of documents, by document.
        donors: Clauses whose words may be taken, in reading order.
    """

    linker: Linker
    names: dict[str, tuple[tuple[str, str], ...]]
    tiers: tuple[str, ...]
    titles: dict[str, str]
    donors: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A spoilt sentence.

    Attributes:
        text: The sentence.
        cited: The clauses that it cites: the original's, unless the operator adds one.
    """

    text: str
    cited: tuple[Clause, ...]


Operator = Callable[[Original, Vocabulary], Iterator[Spoilt]]


def vocabulary(
    linker: Linker, schemes: Sequence[Scheme], tiers: Scheme, titles: dict[str, str], donors: Sequence[Clause]
) -> Vocabulary:
    """Gather what operators may use.

    Args:
        linker: Over the same schemes.
        schemes: The vocabularies of systems and technologies.
        tiers: The vocabulary of tiers; those that a document of ``titles`` defines count.
        titles: Titles of documents by id.
        donors: Clauses in reading order.
    """
    names = {
        scheme.name: tuple((name, one.code) for one in scheme.concepts.values() for name in one.names)
        for scheme in schemes
    }
    own = tuple(one.zh for one in tiers.concepts.values() if one.scheme in titles)
    return Vocabulary(linker, names, own, titles, tuple(donors))


def pick(options: Sequence[T], seed: str) -> T | None:
    """One of several, the same at every run; None of nothing."""
    return options[zlib.crc32(seed.encode()) % len(options)] if options else None


def replaced(text: str, start: int, end: int, by: str) -> str:
    """The text with another stretch in the place of one."""
    return text[:start] + by + text[end:]
