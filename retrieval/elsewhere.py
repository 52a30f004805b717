"""The like of what was said in other documents: their names, and what the earlier question or its answer is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from corpus.manifest import Meta
from kg.triples import Vocabularies
from retrieval.slots import Slot, SlotReader
from retrieval.wording_anew import ITEM, Worded

_KIND = re.compile(r"(?:模式|类型|项目|型)+$")
_GENERAL = re.compile(r"(?:服务|制造|管理)$")
_FIRST_WORDS = re.compile(r"[^，,。；;、：:（(]+")
_LONGEST = 24


class Elsewhere:
    """Words a question for the like of something in other documents.

    Args:
        vocabularies: The schemes.
        documents: The documents that can be named.
        slots: Reads names.
        called: What a question calls each document, in Chinese and in English.
    """

    def __init__(
        self,
        vocabularies: Vocabularies,
        documents: Sequence[Meta],
        slots: SlotReader,
        called: dict[str, tuple[str, str]],
    ) -> None:
        self._capabilities = vocabularies.capabilities.concepts
        self._regions = {meta.id: meta.region[:2] if meta.region else "" for meta in documents}
        self._slots = slots
        self._called = called

    def others(self, words: re.Match[str], before: Sequence[str], language: str) -> tuple[Slot, ...]:
        """The documents other than those before that words like 其他文件 stand for.

        Args:
            words: What :func:`retrieval.pointing.elsewhere` found.
            before: The documents spoken of.
            language: The language of their names.
        """
        return self.beside(before, language, regions=bool(words["place"] or words["region"]))

    def beside(self, before: Sequence[str], language: str, *, regions: bool = False) -> tuple[Slot, ...]:
        """The documents other than those before; with ``regions`` only those of other regions."""
        taken = {self._regions.get(one) for one in before} if regions else set()
        found = ((one, names[language == "en"]) for one, names in self._called.items() if one not in before)
        return tuple(
            Slot("document", one, name, 0, 0, name, name) for one, name in found if self._regions[one] not in taken
        )

    def write(
        self, base: Worded, places: Sequence[Slot], topic: str | None, cited: Sequence[Clause], language: str
    ) -> str | None:
        """The question in full; None where nothing says what the earlier one was about.

        Args:
            base: The earlier question.
            places: The documents asked about.
            topic: The capability that the earlier answer was about.
            cited: The clauses that the earlier answer quoted.
            language: ``zh`` or ``en``.
        """
        subject = self._subject(base, topic, cited)
        if not subject or not places:
            return None
        names = list(dict.fromkeys(one.surface.strip("《》") for one in places))
        about = self.named(subject, language) if isinstance(subject, str) else _joined(subject, language)
        if language == "en":
            listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
            return f"What does {listed} require for {about}?"
        listed = names[0] if len(names) == 1 else f"{'、'.join(names[:-1])}和{names[-1]}"
        return f"{listed}对{about}有什么要求"

    def named(self, topic: str, language: str) -> str:
        """A capability's name in a language; words that name none as they are."""
        concept = next((one for one in self._capabilities.values() if one.zh == topic), None)
        return concept.en if concept is not None and language == "en" else topic

    def _subject(self, base: Worded, topic: str | None, cited: Sequence[Clause]) -> tuple[Slot, ...] | str:
        """What the earlier question names, or its answer was about; else what its first clause says."""
        of_item = ITEM.search(base.text) is not None
        if not of_item:
            track = base.of("who") and not base.of("capability") and any(not one.code.isascii() for one in base.slots)
            named = base.of("capability") or base.of("object")
            if named and not track:
                return named
            if topic:
                return topic
        if not cited:
            return base.of("capability") or base.of("object") or base.own_topic
        return self._of_clause(cited[0], whole=not of_item) or base.own_topic

    def _of_clause(self, clause: Clause, *, whole: bool) -> tuple[Slot, ...] | str:
        """What a clause is about; with ``whole`` what the alternative that it belongs to is about."""
        first = _FIRST_WORDS.search(clause.plain)
        words = first.group().strip() if first else ""
        named = self._slots.read(self._slots.spelling(clause.plain))
        words = self._slots.spelling(words)
        at_end = tuple(slot for slot in self._slots.capabilities(words.lower()) if slot.end == len(words))
        track = self._of_track(clause.track or "")
        capability = tuple(slot for slot in named if slot.kind == "capability")[:1]
        other = tuple(slot for slot in named if slot.kind == "object")[:1]
        return (
            (track if whole else ()) or clause.subdomain or at_end or track or capability or other or words[:_LONGEST]
        )

    def _of_track(self, track: str) -> tuple[Slot, ...]:
        """The capability that the name of an alternative says (远程运维服务模式)."""
        stem = _KIND.sub("", track)
        return self._slots.capabilities(stem) or self._slots.capabilities(_GENERAL.sub("", stem))


def _joined(slots: Sequence[Slot], language: str) -> str:
    names = list(dict.fromkeys(slot.named(language) for slot in slots))
    return ("和" if language == "zh" else " and ").join(names)
