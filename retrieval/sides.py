"""The sides that a question sets beside each other: documents, tiers and alternatives, each as a target.

A target is written ``DOCUMENT[:TIER][/TRACK]``. A side that says only whose it is (省里的) takes the other's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause
from ontology.vocabulary import Scheme
from retrieval.comparison_words import compares, without_comparing
from retrieval.frame import QueryFrame
from retrieval.intents import intent_of
from retrieval.naming import blanked
from retrieval.side_words import Place, SideWords
from retrieval.slots import EVERY_TIER, Slot

_UPWARD = re.compile(
    r"升级?(?!到|为|成|至)|再往上|往上走|更上一|再?[上高]一[个]?(?:级|档|层|等级)|(?:到|往|进|升)[^，。]{0,3}下一[个]?(?:级|档|层|等级)"
    r"|\bupgrad\w+\b|\bnext (?:tier|level)\b"
)
_REACHED = re.compile(r"(?:升级?|晋级?|走|迈)(?:到|为|成|至|上)|往[^，。]{0,6}走")
_MOST = 4
_MAY_COMPARE = frozenset({"lookup", "list", "where", "yes_no", "comparison"})
"""Intents that words which compare may go beyond; amounts, counts and definitions stay what they are."""
_OF_STEPS = frozenset({"added", "dropped", "differ", "alike", "raised", "relaxed"})
"""What one tier alone may be asked for, the other being the one that a step leads from or to."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side.

    Attributes:
        document: The document's id.
        who: The tier's code or the alternative's printed name; None for the whole document.
        name: The words of the question for tier or alternative.
    """

    document: str
    who: str | None = None
    name: str = ""


class SideReader:
    """Reads the sides of comparisons.

    Args:
        words: Finds the words for documents.
        slots: Finds the names of tiers and alternatives in a text, from left to right.
        tiers: The vocabulary of tiers.
        clauses: The corpus, for the tiers and alternatives of each document.
        default: The document meant where a question names none.
    """

    def __init__(
        self,
        words: SideWords,
        slots: Callable[[str], Sequence[Slot]],
        tiers: Scheme,
        clauses: Sequence[Clause],
        default: str | None,
    ) -> None:
        self._words = words
        self._slots = slots
        self._tiers = tiers.concepts
        self._default = default
        self._own_tiers: dict[str, dict[str, None]] = {}
        self._own_tracks: dict[str, dict[str, None]] = {}
        for clause in clauses:
            if clause.tier:
                self._own_tiers.setdefault(clause.document, {})[clause.tier] = None
            if clause.track:
                self._own_tracks.setdefault(clause.document, {})[clause.track] = None

    def read(self, frame: QueryFrame) -> QueryFrame:
        """The frame with the sides that its question names; as it is where they are fewer than two."""
        text = frame.text
        asked = compares(text)
        missing = self._words.missing(text) if asked else ()
        whos = [one for one in self._slots(text) if one.kind == "who" and one.code != EVERY_TIER]
        places = [_meant(one, frame) for one in self._words.places(text)]
        places = places if asked else _without_awarding(places, whos)
        sides = self._sides(places, whos, frame, text if asked in _OF_STEPS else "")
        targets = tuple(dict.fromkeys(self._written(one) for one in sides))[:_MOST]
        frame = replace(frame, missing_sides=missing)
        if len(targets) < 2:
            whole = asked in ("raised", "relaxed") and len(frame.documents) < 2
            return replace(frame, compares=asked, compared=self._rest(text, places, whos)) if whole else frame
        documents = tuple(dict.fromkeys(one.document for one in sides))
        named = {one.who for one in sides if one.who}
        shared = [one.name for one in sides if one.name]
        notes = self._notes(places, documents) if len(documents) > 1 else ()
        intent = intent_of(blanked(text, places)) if any(one.several for one in places) else frame.intent
        return replace(
            frame,
            intent="comparison" if asked and asked != "present" and intent in _MAY_COMPARE else intent,
            compares=asked,
            sides=targets,
            compared=self._rest(text, places, whos),
            side_name=shared[0] if shared and len(documents) > 1 else "",
            documents=documents,
            documents_named=frame.documents_named or len(documents) > 1,
            tiers=tuple(code for code in self._tiers if code in named),
            tracks=tuple(dict.fromkeys(one.who for one in sides if one.who and one.who not in self._tiers)),
            notes=(*frame.notes, *notes),
        )

    def _sides(self, places: Sequence[Place], whos: Sequence[Slot], frame: QueryFrame, text: str) -> tuple[Side, ...]:
        """The sides from left to right; tiers of one document from low to high."""
        chosen = self._documents_of(places)
        documents = tuple(dict.fromkeys(document for ids in chosen for document in ids))
        if len(documents) < 2:
            document = documents[0] if documents else frame.documents[0] if len(frame.documents) == 1 else self._default
            return self._within(document, whos, frame, text) if document else ()
        after: dict[int, Slot] = {}
        for who in whos:
            before = [at for at, place in enumerate(places) if place.start <= who.start and chosen[at]]
            after[before[-1] if before else -1] = who
        codes = {one.code for one in after.values()}
        alone = next(iter(after.values())) if len(codes) == 1 else None
        sides: list[Side] = []
        for at, ids in enumerate(chosen):
            for document in ids:
                sides.append(self._side(document, after.get(at) or alone, frame))
        return tuple(dict.fromkeys(sides))

    def _within(self, document: str, whos: Sequence[Slot], frame: QueryFrame, text: str) -> tuple[Side, ...]:
        """Tiers or alternatives of one document."""
        own = list(self._own_tiers.get(document, {}))
        named = [side for who in whos if (side := self._side(document, who, None)).who]
        if len({one.who for one in named}) < 2 and set(frame.tiers) & set(own):
            named = [Side(document, code) for code in frame.tiers if code in own]
        if len({one.who for one in named}) == 1 and named[0].who in own:
            named = self._stepped(named[0], own, text)
        if all(one.who in own for one in named):
            named.sort(key=lambda one: own.index(one.who or ""))
        if len(named) < 2 and len(frame.tracks) > 1:
            named = [Side(document, track) for track in frame.tracks if track in self._own_tracks.get(document, {})]
        return tuple(dict.fromkeys(replace(one, name="") for one in named))

    def _stepped(self, side: Side, own: Sequence[str], text: str) -> list[Side]:
        """A single tier with the one that a step up leads from or to."""
        at = own.index(side.who or "")
        if _REACHED.search(text) and at:
            return [Side(side.document, own[at - 1]), side]
        if _UPWARD.search(text) and at + 1 < len(own):
            return [side, Side(side.document, own[at + 1])]
        return [side]

    def _documents_of(self, places: Sequence[Place]) -> list[tuple[str, ...]]:
        """The document or documents that each place means; one of the same region as the others where several fit."""
        plain = [place.candidates[0] for place in places if len(place.candidates) == 1]
        return [place.candidates if place.several else self._likeliest(place, plain) for place in places]

    def _likeliest(self, place: Place, taken: Sequence[str]) -> tuple[str, ...]:
        if len(place.candidates) == 1:
            return place.candidates
        fresh = [one for one in place.candidates if one not in taken]
        near = [one for one in fresh if any(self._words.near(one, other) for other in taken)]
        return tuple((near or fresh or place.candidates)[:1])

    def _side(self, document: str, who: Slot | None, frame: QueryFrame | None) -> Side:
        """A side with its tier or alternative, where the document has one of that name."""
        tracks = self._own_tracks.get(document, {})
        if who is None:
            own = [track for track in frame.tracks if track in tracks] if frame else []
            return Side(document, own[0]) if len(own) == 1 and own[0] not in self._tier_names() else Side(document)
        concept = self._tiers.get(who.code)
        names = (*concept.names, *concept.hidden) if concept else (who.code,)
        own_name = who.surface if concept is None or who.surface in concept.names else concept.zh
        called = own_name.strip('“”"「」').removeprefix("省级")
        tiers = self._own_tiers.get(document, {})
        if who.code in tiers:
            return Side(document, who.code, called)
        named = next((code for code in tiers if who.surface in self._tiers[code].names), None)
        if named is not None:  # a name that the national level has too
            return Side(document, named, called)
        track = next((name for name in names if name in tracks), None)
        return Side(document, track, called)

    def _tier_names(self) -> frozenset[str]:
        return frozenset(name for one in self._tiers.values() for name in one.names)

    def _written(self, side: Side) -> str:
        if side.who is None:
            return side.document
        return f"{side.document}{':' if side.who in self._tiers else '/'}{side.who}"

    def _rest(self, text: str, places: Sequence[Place], whos: Sequence[Slot]) -> str:
        """The question without its sides and without the words that compare: what is left says the topic."""
        return " ".join(without_comparing(blanked(text, [*places, *whos])).split())

    def _notes(self, places: Sequence[Place], documents: Sequence[str]) -> tuple[str, ...]:
        """Which document is meant where the words fit several."""
        told: list[str] = []
        for place, ids in zip(places, self._documents_of(places), strict=True):
            if not place.plain and not place.several and len(place.candidates) > 1 and ids[0] in documents:
                told.append(f"“{place.surface}”按《{self._words.title(ids[0])}》理解。")
        return tuple(dict.fromkeys(told))


def _meant(place: Place, frame: QueryFrame) -> Place:
    """Words that several documents bear, of the one among them that the question was read to be about."""
    chosen = tuple(one for one in place.candidates if one in frame.documents) if place.shared else ()
    return replace(place, candidates=chosen, plain=len(chosen) == 1) if chosen else place


def _without_awarding(places: Sequence[Place], whos: Sequence[Slot]) -> list[Place]:
    """The words for documents without those that only say who awards a tier (省级智能工厂) beside a document's name."""
    begins = {one.start for one in whos}
    named = any(one.plain for one in places)
    return [one for one in places if not named or one.plain or one.start not in begins]


def target_parts(target: str) -> tuple[str, str | None, str | None]:
    """Document, tier and alternative of a target.

    >>> target_parts("zj-graded:smart-factory"), target_parts("pujiang-plan/智能工厂")
    (('zj-graded', 'smart-factory', None), ('pujiang-plan', None, '智能工厂'))
    """
    head, _, track = target.partition("/")
    document, _, tier = head.partition(":")
    return document, tier or None, track or None
