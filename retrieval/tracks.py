"""The alternatives (modes, project types, construction types) that a question names, in full or shortened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.clause import Clause
from kg.linking import Mention
from ontology.vocabulary import Scheme
from retrieval.english_tracks import said_in_english
from retrieval.frame import QueryFrame
from retrieval.normalise import Normaliser
from retrieval.track_names import TrackName, alike, opened


class Tracks:
    """Reads alternatives.

    Args:
        clauses: The corpus.
        tiers: The vocabulary of tiers, whose names some alternatives bear.
        mentions: Finds names of tiers in a text.
        normalise: Makes width, case and script equal.
        english: The alternatives' English names by printed name; they are read of documents that are named.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        tiers: Scheme,
        mentions: Callable[[str], Sequence[Mention]],
        normalise: Normaliser,
        english: Mapping[str, str] | None = None,
    ) -> None:
        found = {TrackName(normalise(one.track), one.track, one.document): None for one in clauses if one.track}
        self._tracks = sorted(found, key=lambda track: -len(track.normalised))
        self._tiers = tiers
        self._mentions = mentions
        self._english = english or {}
        self._normalise = normalise

    @property
    def names(self) -> tuple[str, ...]:
        """The alternatives' names, normalised, longest first."""
        return tuple(track.normalised for track in self._tracks)

    def read(self, frame: QueryFrame) -> QueryFrame:
        """The frame with its alternatives; one that is also a tier's (未来工厂) only where its document is named."""
        tracks: dict[str, None] = {}
        documents: dict[str, None] = dict.fromkeys(frame.documents)
        tier_names = {name for concept in self._tiers.concepts.values() for name in concept.names}
        for track in self._tracks:
            if track.normalised not in frame.text:
                continue
            if track.name in tier_names and track.document not in frame.documents:
                continue
            if frame.documents and track.document not in frame.documents:
                continue
            if any(track.normalised != other and track.normalised in self._normalise(other) for other in tracks):
                continue
            tracks[track.name] = None
            documents[track.document] = None
        if not tracks and frame.documents:
            tracks = dict.fromkeys(self._in_english(frame) or self._by_tier_name(frame) or self._shortened(frame))
        return replace(frame, tracks=tuple(tracks), documents=tuple(documents))

    def _in_english(self, frame: QueryFrame) -> list[str]:
        """Alternatives of the documents meant that a question in English names (the discrete mode)."""
        if frame.language != "en":
            return []
        own = {one.name for one in self._tracks if one.document in frame.documents}
        return said_in_english(frame.text, {name: en for name, en in self._english.items() if name in own})

    def _by_tier_name(self, frame: QueryFrame) -> list[str]:
        """Alternatives that bear the name of a tier, named in other words or in English (smart factory → 智能工厂)."""
        named = dict.fromkeys(one.code for one in self._mentions(frame.text) if one.scheme == self._tiers.name)
        found: list[str] = []
        for concept in (self._tiers.concepts[code] for code in named):
            words = {*concept.names, *concept.hidden}
            found.extend(one.name for one in self._tracks if one.document in frame.documents and one.name in words)
        return found

    def _shortened(self, frame: QueryFrame) -> list[str]:
        """Alternatives of the documents meant that are named by their opening or in shortened words."""
        names = [one for one in self._tracks if one.document in frame.documents]
        tiers = [name for concept in self._tiers.concepts.values() for name in concept.names]
        return opened(frame.text, names, tiers) or alike(frame.text, names)
