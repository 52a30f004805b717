"""The names that a generated sentence may get wrong: systems, technologies, tiers and documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from corpus.manifest import Meta
from drafting.titles import titles_of
from kg.linking import Linker, Mention
from ontology.vocabulary import Scheme


class Mentioned(Protocol):
    """A system or a technology that a text names."""

    @property
    def code(self) -> str:
        """The concept's code."""
        ...

    @property
    def surface(self) -> str:
        """The words as written."""
        ...


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the checks know of names.

    Attributes:
        mentions: Finds systems and technologies in a text.
        tiers: Names of tiers, each with the codes that it may stand for.
        titles: Titles, issuers and regions of documents, each with the ids that it may stand for.
        headed: The title of each document by its id; where it is not known, its longest name is taken for it.
    """

    mentions: Callable[[str], Sequence[Mentioned]]
    tiers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    headed: Mapping[str, str] = field(default_factory=dict)


def build_lexicon(linker: Linker, tiers: Scheme, documents: Iterable[Meta]) -> Lexicon:
    """Gather the names of the vocabularies and of the documents at hand.

    Args:
        linker: Finds systems and technologies.
        tiers: The vocabulary of tiers; its colloquial names are left out, since a sentence should not use them.
        documents: The documents that may be cited.
    """

    def mentions(text: str) -> tuple[Mention, ...]:
        return linker.mentions(text, colloquial=False)

    tier_codes: defaultdict[str, set[str]] = defaultdict(set)
    for concept in tiers.concepts.values():
        for name in (concept.zh, *concept.alternatives):
            tier_codes[name].add(concept.code)
    ids: defaultdict[str, set[str]] = defaultdict(set)
    headed: dict[str, str] = {}
    metas = tuple(documents)
    shown = titles_of(metas)
    for meta in metas:
        headed[meta.id] = shown[meta.id]
        for title in (meta.title, shown[meta.id], meta.issuer, meta.region):
            if title:
                ids[title].add(meta.id)
    return Lexicon(mentions, _frozen(tier_codes), _frozen(ids), headed)


def _frozen(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(meant) for name, meant in names.items()}
