"""Whether a question continues the one before, and whether it asks something else than that one did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.follow_up_signs import Signs
from retrieval.intents import forces_asked, intent_of
from retrieval.slots import Slot

_QUESTION_WORD = re.compile(
    r"[几多哪什吗么谁怎何]|要不要|有没有|用不用|能不能|是不是|是否|区别|不同"
    r"|\b(?:which|what|how|who|is|are|does|do|must|can)\b"
)
_SAYS_REQUIREMENTS = re.compile(r"有?(?:什么|哪些)要求|要求(?:是)?什么|怎么要求|要(?:做|满足|达到)?什么")
ORDINAL = re.compile(r"第[一二三四五六七八九十\d]")
_COUNTED = re.compile(r"(?:几|多少)([条个项种类步])")
_GOVERNING = re.compile(r"[应宜可]的?")
_SHORT = 24
"""The most characters of a question that leaves out its subject."""
_WORDS = re.compile(r"[a-z]{2,}")


def follows(text: str, signs: Signs, slots: Sequence[Slot]) -> tuple[bool, bool]:
    """Whether a question continues the one before, and whether it is complete in itself."""
    kinds = {slot.kind for slot in slots}
    place = bool(kinds & {"who", "document"})
    topic = bool(kinds & {"capability", "object"}) or bool(signs.content)
    shortened = any(slot.kind == "who" and _by_its_opening(slot) for slot in slots)
    pointed = signs.points or signs.beside or signs.step != 0
    if place and topic and not pointed and (signs.asks or not signs.plainly):
        return False, True
    if signs.plainly or (shortened and not topic):
        return True, False
    bare_question = not slots and not signs.content and (signs.asks or names_force(signs.core))
    bare_name = bool(slots) and not signs.asks and not signs.content and len(text) <= _SHORT
    defines = intent_of(text.lower()) == "definition" and topic and not ORDINAL.search(text)
    headless = signs.first and not place and not defines and len(text) <= _SHORT
    return bare_question or bare_name or headless, False


def _by_its_opening(slot: Slot) -> bool:
    """Whether an alternative is named by less than its printed name, which only the question before makes clear."""
    return not slot.code.isascii() and slot.code != slot.surface


def asks_anew(core: str, full: str) -> bool:
    """Whether a follow-up asks something else than the earlier question does."""
    asked, forces = intent_of(core.lower()), names_force(core.lower())
    if not forces and not has_question_word(core.lower()):
        return False
    if asked == "lookup" and not _SAYS_REQUIREMENTS.search(core):
        return forces
    counted, other = _COUNTED.search(core), _COUNTED.search(full)
    if counted and other and counted[1] != other[1]:
        return True
    return forces or asked != intent_of(full.lower())


def language_of(text: str, slots: Sequence[Slot]) -> str | None:
    """The language of a follow-up; None where its words are of no language (MES?)."""
    if re.search(r"[一-鿿]", text):
        return "zh"
    words = text
    for slot in reversed(slots):
        if slot.surface.isupper():
            words = words[: slot.start] + words[slot.end :]
    return "en" if _WORDS.search(words.lower()) else None


def counts_clauses(text: str) -> bool:
    """Whether words ask how many clauses there are (有几条)."""
    counted = _COUNTED.search(text)
    return counted is not None and counted[1] == "条"


def is_governing_word(text: str) -> bool:
    """Whether words are one governing word and nothing else (宜的)."""
    return _GOVERNING.fullmatch(text) is not None


def names_force(text: str) -> bool:
    """Whether words limit the question to clauses of some force (必须, 宜的, 哪些是推荐)."""
    return is_governing_word(text) or bool(forces_asked(f"{text}的"))


def has_question_word(text: str) -> bool:
    """Whether normalised words ask anything."""
    return _QUESTION_WORD.search(text) is not None
