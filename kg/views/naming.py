"""Where clauses name systems and technologies, with the force of the sentence that names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause, Force
from kg.linking import Linker
from kg.triples import Vocabularies
from kg.variants.difference import Words

Scheme = Literal["systems", "technologies"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A clause that names a system or a technology.

    Attributes:
        code: What it names.
        scheme: The vocabulary that it belongs to.
        clause: The clause.
        force: Of the sentence that names it; of several sentences the strongest.
        words: The name as written; None where a broader thing is meant by a narrower name, or the name is broken.
    """

    code: str
    scheme: Scheme
    clause: Clause
    force: Force
    words: Words | None


_STRENGTH: tuple[Force, ...] = ("shall", "should", "may", "encouraged", "none")


class Namer:
    """Finds who names what.

    Args:
        vocabularies: The systems and technologies.
    """

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._linker = Linker(vocabularies.systems, vocabularies.technologies)
        self._schemes = {"systems": vocabularies.systems, "technologies": vocabularies.technologies}

    def namings(self, clause: Clause) -> Iterator[Naming]:
        """What a clause names, each once, in the order of the clause's own lists."""
        if not clause.systems and not clause.technologies:
            return
        found = self._linker.mentions(clause.text, colloquial=False)
        for scheme, codes in (("systems", clause.systems), ("technologies", clause.technologies)):
            for code in codes:
                at = [one for one in found if one.scheme == scheme and self._means(scheme, one.code, code)]
                forces = [_force(clause, clause.start + one.start) for one in at] or list(clause.forces)
                own = next((one for one in at if one.code == code), None)
                words = None
                if own is not None:
                    words = Words(clause.id, clause.start + own.start, clause.start + own.end, own.surface)
                strongest = min(forces, key=_STRENGTH.index)
                yield Naming(code, "systems" if scheme == "systems" else "technologies", clause, strongest, words)

    def _means(self, scheme: str, named: str, code: str) -> bool:
        return named == code or code in self._schemes[scheme].ancestors(named)


def _force(clause: Clause, at: int) -> Force:
    """The force of the sentence at a place of the document."""
    for one in clause.provisions:
        if one.start <= at < one.end:
            return one.force
    return "none" if clause.provisions else clause.forces[0]
