"""Systems and technologies that one side alone names, told in the words that it prints."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.comparisons.whole_sides import all_printed, printed
from kg.linking import Linker, Mention
from ontology.vocabulary import Scheme

_GAP = "[^，,。；;：:\\n]{0,12}?"
"""What may stand between the halves of a name that a list shares: 超精密、高速加工."""
_HALF, _DIVISIBLE = 2, 4


@dataclass(frozen=True, slots=True)
class OwnName:
    """A system or technology that one side alone names.

    Attributes:
        code: The concept's code.
        words: As that side prints it, in the spelling that it uses most.
        clauses: Ids of the clauses that name it.
    """

    code: str
    words: str
    clauses: tuple[str, ...]


class NamesOfOne:
    """Finds the names that one side has and the other lacks, under any name, nearly the same name or a narrower one.

    Args:
        systems, technologies: The vocabularies.
    """

    def __init__(self, systems: Scheme, technologies: Scheme) -> None:
        self._schemes = {scheme.name: scheme for scheme in (systems, technologies)}
        self._linker = Linker(systems, technologies)

    def own(self, own: Sequence[Clause], other: Sequence[Clause], scheme: str) -> tuple[OwnName, ...]:
        """The names of one vocabulary, the most frequent first.

        Args:
            own: The clauses whose names are wanted.
            other: Every row of the other side's document.
            scheme: The vocabulary's name.
        """
        places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for clause in own:
            for one in self._mentions(clause.plain, scheme):
                places[one.code].append((one.surface, clause.id))
        known, text = set(self._codes(other, scheme)), all_printed(other)
        named = [
            OwnName(code, _usual([words for words, _ in at]), tuple(dict.fromkeys(clause for _, clause in at)))
            for code, at in places.items()
            if not known & {code, *self._schemes[scheme].related_to(code)}
            and not any(_said(words, text) for words, _ in at)
        ]
        return tuple(sorted(named, key=lambda one: -len(one.clauses)))

    def _codes(self, clauses: Sequence[Clause], scheme: str) -> Iterator[str]:
        """Codes that rows or their headings name, each with its broader ones."""
        for clause in clauses:
            yield from (*clause.systems, *clause.technologies)
            for one in self._mentions(printed(clause), scheme):
                yield from (one.code, *self._schemes[scheme].ancestors(one.code))

    def _mentions(self, text: str, scheme: str) -> Iterator[Mention]:
        return (one for one in self._linker.mentions(text, colloquial=False) if one.scheme == scheme)


def _usual(spellings: Sequence[str]) -> str:
    return Counter(spellings).most_common(1)[0][0]


def _said(words: str, text: str) -> bool:
    """Whether a text prints a Chinese name, also in two halves that one list shares."""
    if words.isascii():
        return False
    if len(words) < _DIVISIBLE:
        return words in text
    cuts = range(_HALF, len(words) - _HALF + 1)
    return any(re.search(f"{re.escape(words[:cut])}{_GAP}{re.escape(words[cut:])}", text) for cut in cuts)
