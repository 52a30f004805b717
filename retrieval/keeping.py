"""Follow-ups that keep to what the answer before was about: its like elsewhere, the things it listed, its item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.continuing import counts_clauses, follows, language_of
from retrieval.elsewhere import Elsewhere
from retrieval.follow_up_signs import Signs, stripped
from retrieval.pointing import asks_for_similar, chooses
from retrieval.slots import Slot, SlotReader
from retrieval.taken import Earlier, Taken
from retrieval.wording_anew import ITEM, Worded, chosen, of_item


@dataclass(frozen=True, slots=True)
class Said:
    """A follow-up as it was read.

    Attributes:
        text: Its words.
        signs: What they show.
        slots: The names in it, and the documents that its words stand for.
    """

    text: str
    signs: Signs
    slots: tuple[Slot, ...]


class Keeping:
    """Words such follow-ups out in full.

    Args:
        slots: Reads names.
        elsewhere: Words questions for the like of something in other documents.
        called: What a question calls each document, in Chinese and in English.
    """

    def __init__(self, slots: SlotReader, elsewhere: Elsewhere, called: Mapping[str, tuple[str, str]]) -> None:
        self._slots = slots
        self._elsewhere = elsewhere
        self._called = called

    def take(self, said: Said, base: Worded, earlier: Earlier) -> Taken | None:
        """How the follow-up is taken; None where it keeps to nothing of the answer before.

        Args:
            said: The follow-up.
            base: The earlier question with its names.
            earlier: The earlier question with its answer.
        """
        text, signs = said.text, said.signs
        language = language_of(text, said.slots) or base.language
        new = {slot.kind for slot in said.slots}
        if asks_for_similar(text) and new <= {"document"}:
            places = [slot for slot in said.slots if slot.kind == "document"]
            places = places or list(self._elsewhere.beside(earlier.documents, language))
            full = self._elsewhere.write(base, places, earlier.topic, earlier.cited, language)
            return Taken(full, "continued") if full else None
        if earlier.chosen and signs.points and signs.asks and not new:
            return self._of_chosen(said, earlier, language)
        if chooses(text) and signs.content and not new & {"document", "who"} and self._are_named(earlier.listed):
            return self._chosen(stripped(text) if language == "en" else signs.core, earlier, language)
        if signs.asks and not new - {"object"} and not ITEM.search(text) and not counts_clauses(text):
            full = of_item(base.text, signs.core) if base.language == language == "zh" else None
            return Taken(full, "continued", keeps="cited") if full and follows(text, signs, said.slots)[0] else None
        return None

    def _are_named(self, listed: Sequence[str]) -> bool:
        """Whether some things are alternatives or capabilities, of which a question can ask which one it is."""
        read = [self._slots.read(self._slots.spelling(one)) for one in listed]
        return len(read) > 1 and all(len(slots) == 1 and slots[0].kind in ("who", "capability") for slots in read)

    def _chosen(self, asked: str, earlier: Earlier, language: str) -> Taken:
        full = chosen(earlier.listed, self._place(earlier, language), asked, language)
        return Taken(full, "continued", language=_written(full, language), keeps="listed")

    def _of_chosen(self, said: Said, earlier: Earlier, language: str) -> Taken:
        """A question about the one thing that was chosen (它有什么要求)."""
        place = self._place(earlier, language)
        if language == "en":
            full = chosen((earlier.chosen,), place, stripped(said.text), language)
        else:
            full = f"{place}{'的' if place else ''}{earlier.chosen}{said.signs.core}"
        return Taken(full, "continued", language=_written(full, language))

    def _place(self, earlier: Earlier, language: str) -> str:
        documents = earlier.documents
        return self._called[documents[0]][language == "en"] if len(documents) == 1 else ""


def _written(full: str, language: str) -> str | None:
    """The language of the answer where the question's words do not show it."""
    return "en" if language == "en" and not full.isascii() else None
