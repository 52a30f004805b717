"""What a question names and where in its words: the places where a follow-up can put something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from corpus.manifest import Meta
from kg.linking import Linker, Mention
from kg.triples import Vocabularies
from ontology.vocabulary import Scheme
from retrieval.naming import blanked, names_of, told_apart
from retrieval.normalise import Normaliser
from retrieval.system_kinds import SystemKinds
from retrieval.tier_words import every_tier_said

Kind = Literal["document", "who", "capability", "object"]
"""A document; a tier or an alternative within a document; an element, domain or subdomain; a system or technology."""
EVERY_TIER = "*"
"""The code of words for all tiers (三个等级)."""
_SAID_TRACK = re.compile(r"[^的对在和、，,\s]{2,8}?(?:模式|项目)")
_SHORT_NAME = 4
_TYPE_NAME = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A name in a question.

    Attributes:
        kind: What it names.
        code: The document's id, the concept's code or the alternative's printed name; empty for a region.
        surface: The words; ``text[start:end]``.
        start: First code point in the spelling that was read.
        end: One past the last.
        zh: Its name in Chinese.
        en: Its name in English.
    """

    kind: Kind
    code: str
    surface: str
    start: int
    end: int
    zh: str
    en: str

    def named(self, language: str) -> str:
        """Its words in a language: as they were written where they are of that language."""
        if self.kind == "who" and not self.code.isascii():
            return self.code  # an alternative has no other name than its printed one
        written = "en" if self.surface.isascii() else "zh"
        if written == language or self.kind == "document" or (self.surface.isupper() and self.surface.isascii()):
            return self.surface
        return self.en if language == "en" else self.zh


class SlotReader:
    """Finds the names in questions.

    Args:
        vocabularies: The schemes.
        documents: The documents that can be named.
        clauses: The corpus, for the alternatives and tiers of each document.
    """

    def __init__(self, vocabularies: Vocabularies, documents: Sequence[Meta], clauses: Sequence[Clause]) -> None:
        self._normalise = Normaliser()
        self._schemes = vocabularies
        self._places = Linker(vocabularies.capabilities, vocabularies.tiers)
        self._objects = Linker(vocabularies.systems, vocabularies.technologies)
        self._kinds = SystemKinds(vocabularies.systems, self._objects)
        self._topics = tuple(self._normalise(one.zh) for one in vocabularies.capabilities.concepts.values())
        self._documents = _document_names(documents, self._normalise)
        self._regions = tuple(dict.fromkeys(meta.region[:2] for meta in documents if meta.region))
        self._tier_names = {
            name for one in vocabularies.tiers.concepts.values() for name in (*one.names, *one.hidden) if name
        }
        tracks = {one.track: None for one in clauses if one.track}
        self._tracks = _track_names(list(tracks), self._tier_names, self._normalise)
        self._within: dict[str, set[str]] = {}
        for one in clauses:
            self._within.setdefault(one.document, set()).update(name for name in (one.tier, one.track) if name)

    def spelling(self, question: str) -> str:
        """The question in half width and simplified characters, its case kept; slots are places in it."""
        return self._normalise.spelling(question).strip()

    def read(self, text: str) -> tuple[Slot, ...]:
        """The names in a spelling, from left to right, none inside another."""
        folded = text.lower()
        if len(folded) != len(text):
            return ()
        slots = list(self._named_documents(folded))
        rest = blanked(folded, slots)
        slots.extend(self._regions_in(rest))
        slots.extend(self._named_tracks(rest))
        slots.extend(
            Slot("who", EVERY_TIER, hit.group(), hit.start(), hit.end(), hit.group(), hit.group())
            for hit in every_tier_said(rest, self._topics)
        )
        rest = blanked(folded, slots)
        slots.extend(self._concepts(rest))
        return _in_order(slots, text)

    def capabilities(self, text: str) -> tuple[Slot, ...]:
        """The capabilities in a spelling, also where an alternative is named by the same words (远程运维服务)."""
        scheme = self._schemes.capabilities
        named = [one for one in self._places.mentions(text) if one.scheme == scheme.name and not one.surface.isdigit()]
        concepts = ((one, scheme.concepts[one.code]) for one in named)
        slots = [Slot("capability", one.code, one.surface, one.start, one.end, c.zh, c.en) for one, c in concepts]
        return _in_order(slots, text)

    def said_track(self, text: str) -> Slot | None:
        """The words that stand for an alternative named in other words than its own (定制化模式)."""
        hit = _SAID_TRACK.search(blanked(text, self.read(text)))
        return Slot("who", "", hit.group(), hit.start(), hit.end(), hit.group(), hit.group()) if hit else None

    def has(self, document: str, who: Slot) -> bool:
        """Whether a document has this tier, or an alternative of this name."""
        own = self._within.get(document, set())
        concept = self._schemes.tiers.concepts.get(who.code)
        names = {who.code, *(concept.names if concept else ()), *(concept.hidden if concept else ())}
        return who.code == EVERY_TIER or bool(own & names)

    def _named_documents(self, text: str) -> Iterator[Slot]:
        for name, document in self._documents:
            bounds = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if name.isascii() else ("《?", "》?")
            for hit in re.finditer(f"{bounds[0]}{re.escape(name)}{bounds[1]}", text):
                yield Slot("document", document, hit.group(), hit.start(), hit.end(), hit.group(), hit.group())

    def _regions_in(self, text: str) -> Iterator[Slot]:
        for region in self._regions:
            for hit in re.finditer(f"{re.escape(region)}[省区]?", text):
                yield Slot("document", "", hit.group(), hit.start(), hit.end(), hit.group(), hit.group())

    def _named_tracks(self, text: str) -> Iterator[Slot]:
        for name, track in self._tracks:
            for hit in re.finditer(re.escape(name), text):
                yield Slot("who", track, hit.group(), hit.start(), hit.end(), hit.group(), hit.group())

    def _concepts(self, text: str) -> Iterator[Slot]:
        kinds = self._kinds.read(text)
        rest = kinds.rest if len(kinds.rest) == len(text) else text
        for hit in re.finditer(r"\S+", _differing(text, rest)):
            yield Slot("object", kinds.kinds[0], hit.group(), hit.start(), hit.end(), hit.group(), hit.group())
        places = [one for one in self._places.mentions(rest) if not one.surface.isdigit()]
        places, objects = told_apart(places, self._objects.mentions(rest), self._schemes.systems.name)
        for one in (*places, *objects):
            concept = self._scheme(one).concepts[one.code]
            yield Slot(self._kind(one), one.code, one.surface, one.start, one.end, concept.zh, concept.en)

    def _scheme(self, mention: Mention) -> Scheme:
        schemes = self._schemes
        each = (schemes.systems, schemes.technologies, schemes.tiers, schemes.capabilities)
        return next(one for one in each if one.name == mention.scheme)

    def _kind(self, mention: Mention) -> Kind:
        if mention.scheme == self._schemes.tiers.name:
            return "who"
        return "capability" if mention.scheme == self._schemes.capabilities.name else "object"


def _differing(text: str, rest: str) -> str:
    """The characters that were blanked, blanks for all others."""
    return "".join(one if one != other else " " for one, other in zip(text, rest, strict=True))


def _document_names(documents: Iterable[Meta], normalise: Normaliser) -> list[tuple[str, str]]:
    pairs = {normalise(name): meta.id for meta in documents for name in names_of(meta)}
    return sorted(pairs.items(), key=lambda pair: -len(pair[0]))


def _track_names(tracks: Sequence[str], tiers: set[str], normalise: Normaliser) -> list[tuple[str, str]]:
    """Names of alternatives, whole and by an opening that only one of them has; those of tiers are read as tiers."""
    own = [track for track in tracks if track not in tiers]
    found = {normalise(track): track for track in own}
    for track in own:
        opening = track[: _TYPE_NAME if track[:_TYPE_NAME].endswith("型") else _SHORT_NAME]
        if sum(other.startswith(opening) for other in own) == 1 and opening not in tiers:
            found.setdefault(normalise(opening), track)
    return sorted(found.items(), key=lambda pair: -len(pair[0]))


def _in_order(slots: Iterable[Slot], text: str) -> tuple[Slot, ...]:
    """Slots from left to right with the words as written, the longest where some overlap, one a place."""
    kept: list[Slot] = []
    for one in sorted(slots, key=lambda slot: (slot.start - slot.end, slot.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    joined: list[Slot] = []
    for one in sorted(kept, key=lambda slot: slot.start):
        start, last = one.start, joined[-1] if joined else None
        if last and (last.kind, last.code) == (one.kind, one.code) and text[last.end : start] in ("", "的", " "):
            start = joined.pop().start
        joined.append(Slot(one.kind, one.code, text[start : one.end], start, one.end, one.zh, one.en))
    return tuple(joined)
