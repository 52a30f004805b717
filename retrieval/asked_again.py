"""A frame as a question in Chinese or in English: for an answer that is wanted in the other language."""

from __future__ import annotations

from collections.abc import Sequence

from kg.triples import Vocabularies
from retrieval.frame import QueryFrame

_ZH = {"shall": "必须", "should": "推荐", "may": "允许", "encouraged": "鼓励"}
_EN = {"shall": "mandatory", "should": "recommended", "may": "optional (可)", "encouraged": "encouraged"}


class AskedAgain:
    """Writes the question that a frame stands for.

    Args:
        vocabularies: The schemes, for names in both languages.
        documents: For each document's id what a question calls it in Chinese and in English.
    """

    def __init__(self, vocabularies: Vocabularies, documents: dict[str, tuple[str, str]]) -> None:
        self._schemes = vocabularies
        self._documents = documents

    def write(self, frame: QueryFrame, language: str) -> str | None:
        """The question; None where the frame's names do not say all that was asked.

        Args:
            frame: What was understood.
            language: ``zh`` or ``en``.
        """
        what = self._names(frame, language)
        if not (what or frame.tiers or frame.tracks) or frame.intent in ("threshold", "procedure"):
            return None
        who = self._who(frame, language)
        objects = self._objects(frame, language)
        return _chinese(frame, who, what, objects) if language == "zh" else _english(frame, who, what, objects)

    def _who(self, frame: QueryFrame, language: str) -> list[str]:
        tiers = self._schemes.tiers.concepts
        named = [tiers[code].en if language == "en" else tiers[code].zh for code in frame.tiers]
        by_name = {name: one for one in tiers.values() for name in (one.zh, *one.alternatives)}
        for track in frame.tracks:
            named.append(by_name[track].en if language == "en" and track in by_name else track)
        if frame.documents_named:
            place = " and ".join(self._documents[one][1] for one in frame.documents if one in self._documents)
            zh = "和".join(self._documents[one][0] for one in frame.documents if one in self._documents)
            if language == "en":
                return [f"{name} of {place}" for name in named] or [place]
            return [f"{zh}的{name}" for name in named] or [zh]
        return named

    def _names(self, frame: QueryFrame, language: str) -> str:
        capabilities = self._schemes.capabilities.concepts
        codes = (*frame.elements, *frame.domains, *frame.subdomains)
        named = [capabilities[code].en if language == "en" else capabilities[code].zh for code in codes]
        return _joined(named, language) or self._objects(frame, language)

    def _objects(self, frame: QueryFrame, language: str) -> str:
        systems, technologies = self._schemes.systems.concepts, self._schemes.technologies.concepts
        found = [*(systems[code] for code in frame.systems), *(technologies[code] for code in frame.technologies)]
        short = [one.code if one.code.isascii() else one.en if language == "en" else one.zh for one in found]
        return _joined(short, language)


def _chinese(frame: QueryFrame, who: Sequence[str], what: str, objects: str) -> str:
    subject = "和".join(who)
    of = f"{subject}的{what}" if subject and what else subject or what
    if frame.intent == "comparison" and len(who) > 1:
        return f"{subject}对{what}的要求有什么区别" if what else f"{subject}有什么区别"
    if frame.intent == "count":
        return f"{of}有几条要求"
    if frame.intent == "definition":
        return f"什么是{what or subject}"
    if frame.intent == "where":
        return f"哪些等级要求{what}" if not who else f"{of}的要求在哪里"
    if frame.intent == "yes_no" and _asks_for_such(frame):
        return f"{of}哪些是{_ZH.get(frame.forces[0], '')}的"
    if frame.intent == "yes_no" and objects:
        return f"{of}要用{objects}吗" if objects != what else f"{subject}要用{objects}吗"
    if frame.intent == "yes_no" and subject and what:
        return f"{subject}要做{what}吗"
    if frame.forces:
        return f"{of}哪些是{_ZH.get(frame.forces[0], '')}的"
    return f"{subject}对{what}有什么要求" if subject and what else f"{of}有什么要求"


def _english(frame: QueryFrame, who: Sequence[str], what: str, objects: str) -> str:
    named = _joined([f"the {one}" for one in who], "en")
    about = f" for {what}" if what and named else ""
    subject = named or what
    if frame.intent == "comparison" and len(who) > 1:
        return f"What is the difference between {named}{about}?"
    if frame.intent == "count":
        return f"How many requirements does {subject} have{about}?"
    if frame.intent == "definition":
        return f"What is the definition of {what or named}?"
    if frame.intent == "where" and not named:
        return f"Which tiers require {what}?"
    if frame.intent == "yes_no" and _asks_for_such(frame):
        return f"Which requirements of {subject}{about} are {_EN.get(frame.forces[0], '')}?"
    if frame.intent == "yes_no" and objects:
        return f"Does {subject} require {objects}{about if objects != what else ''}?"
    if frame.intent == "yes_no" and named and what:
        return f"Does {named} require {what}?"
    if frame.forces:
        return f"Which requirements of {subject}{about} are {_EN.get(frame.forces[0], '')}?"
    return f"What does {named} require{about}?" if named else f"What is required for {what}?"


def _asks_for_such(frame: QueryFrame) -> bool:
    """Whether a question asks if there are clauses of a force; one that asks if something is a must does not."""
    return bool(frame.forces) and frame.forces != ("shall",)


def _joined(names: Sequence[str], language: str) -> str:
    if language == "zh":
        return "和".join(names)
    return " and ".join(names)
