"""Follow-ups: a question that leaves out what the one before said is worded out in full, to be read like any other.

What it names takes the place of the same kind of name in the earlier question (tier, document, alternative,
capability, system, technology); what it asks anew (有几条, 哪些是必须的) follows the earlier question's subject; all
else is kept. The full wording is shown to the person, who sees at once how it was taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.manifest import Meta
from kg.triples import Vocabularies
from retrieval.asked_again import AskedAgain
from retrieval.continuing import (
    ORDINAL,
    asks_anew,
    follows,
    has_question_word,
    is_governing_word,
    language_of,
    names_force,
)
from retrieval.elsewhere import Elsewhere
from retrieval.follow_up_signs import Signs, signs_of, stripped
from retrieval.frame import QueryFrame
from retrieval.intents import forces_asked, intent_of
from retrieval.keeping import Keeping, Said
from retrieval.pointing import elsewhere, points_within
from retrieval.slots import EVERY_TIER, Kind, Slot, SlotReader
from retrieval.taken import Earlier, Keeps, Taken
from retrieval.understanding import Understanding
from retrieval.wording_anew import (
    ITEM,
    Worded,
    asks_for_tiers,
    force_wanted,
    listed,
    of_item,
    put,
    put_topic,
    without,
    without_force,
)

_READ = 600
_LISTS = re.compile(r"^(?:分别|都|具体)?(?:是|有|包括)?(?:什么|哪些|哪几[个条种项类]|啥)(?:内容|要求|条款)?$")
_KINDS: tuple[Kind, ...] = ("document", "who", "capability", "object")


class FollowUps:
    """Words follow-ups out in full.

    Args:
        vocabularies: The schemes.
        documents: The documents that can be named.
        clauses: The corpus.
        understanding: Reads questions.
    """

    def __init__(
        self,
        vocabularies: Vocabularies,
        documents: Sequence[Meta],
        clauses: Sequence[Clause],
        understanding: Understanding,
    ) -> None:
        self._slots = SlotReader(vocabularies, documents, clauses)
        self._schemes = vocabularies
        self._understanding = understanding
        called = {one.id: _called(one) for one in documents}
        self._called = called
        self._asked_again = AskedAgain(vocabularies, called)
        self._elsewhere = Elsewhere(vocabularies, documents, self._slots, called)
        self._keeping = Keeping(self._slots, self._elsewhere, called)

    def take(self, question: str, earlier: Earlier | None) -> Taken:
        """How a question is taken after an earlier one, or after none."""
        text = self._slots.spelling(question[:_READ])
        slots = self._slots.read(text)
        signs = signs_of(text, slots)
        if earlier is None:
            return Taken(question, orphan=signs.plainly or (signs.asks and not slots and not signs.content))
        if signs.sort == "source" or signs.sort == "reason":
            return Taken(earlier.text, signs.sort)
        if signs.sort == "language":
            wanted = self._asked_again.write(earlier.frame, signs.language)
            return Taken(wanted or earlier.text, "continued", language=None if wanted else signs.language)
        if (other := elsewhere(text)) is not None:
            text = f"{text[: other.start()]}{text[other.end() :]}"
            slots = self._slots.read(text)
            signs = signs_of(text, slots)
            slots = (*slots, *self._elsewhere.others(other, earlier.documents, self._base(earlier).language))
        if (kept := self._keeping.take(Said(text, signs, slots), self._base(earlier), earlier)) is not None:
            return kept
        continues, complete = follows(text, signs, slots)
        if complete:
            return Taken(question)
        full = self._in_full(text, signs, slots, earlier)
        if continues:
            unsure = bool(signs.content) and not signs.points and not ORDINAL.search(text)
            keeps: Keeps = "cited" if earlier.cited and not slots and points_within(text) else ""
            beyond = signs.step if signs.step and not self._next_tier(earlier.frame, signs.step) else 0
            return Taken(full, "continued", unsure=unsure, keeps=keeps, beyond=beyond if earlier.frame.tiers else 0)
        offered = signs.asks and bool(slots) and not signs.content and full != text
        return Taken(question, other=full if offered else None)

    def _in_full(self, text: str, signs: Signs, slots: tuple[Slot, ...], earlier: Earlier) -> str:
        base = self._base(earlier)
        if signs.step and not any(slot.kind == "who" for slot in slots):
            slots = (*slots, *self._next_tier(earlier.frame, signs.step))
        if signs.beside and slots:
            return self._beside(base, slots, earlier)
        core = Worded(signs.core, self._slots.read(signs.core))
        language = language_of(text, slots) or base.language
        if ITEM.search(core.text) and not slots and (other := of_item(base.text, core.text)):
            return other
        if ORDINAL.search(core.text) and not slots and base.language == "zh":
            return _part(base, core.text if signs.asks else f"{core.text}是什么", earlier.topic)
        if (signs.content or any(one.kind in ("capability", "object") for one in slots)) and signs.asks:
            full = self._of_its_own(base, core, signs, slots, earlier)
        else:
            full = self._put_in(base, slots, signs.content and without(core, [*core.of("who"), *core.of("document")]))
            full = self._with_topic(full, slots, earlier)
            if (signs.asks or names_force(core.text)) and asks_anew(core.text, full):
                full = self._asked_anew(self._worded(full, earlier.frame), core, earlier)
        if language != base.language:
            full = self._asked_again.write(self._understanding.read(full), language) or full
        return full

    def _base(self, earlier: Earlier) -> Worded:
        """The earlier question; one that was itself worded as a follow-up, without what ties it to nothing."""
        text = self._slots.spelling(earlier.text)
        signs = signs_of(text, self._slots.read(text))
        return self._worded(stripped(text) if signs.begins or signs.ends else text, earlier.frame)

    def _worded(self, text: str, frame: QueryFrame | None) -> Worded:
        """A text with its names; with the frame also the words that stand for an alternative."""
        slots = self._slots.read(text)
        if frame is not None and frame.tracks and not any(slot.kind == "who" for slot in slots):
            said = self._slots.said_track(text)
            slots = tuple(sorted((*slots, said), key=lambda slot: slot.start)) if said else slots
        return Worded(text, slots)

    def _put_in(self, base: Worded, slots: Sequence[Slot], topic: str) -> str:
        """The earlier question with what the follow-up names in it."""
        single = self._single(base, slots)
        if single is not None:
            return single
        for kind in _KINDS:
            new = [slot for slot in slots if slot.kind == kind]
            if not new:
                continue
            if kind == "who" and not any(slot.kind == "document" for slot in slots):
                base = self._without_other_documents(base, new)
            if kind == "object" and not base.of("object") and base.of("capability"):
                base = self._worded(put_topic(base, new[0].named(base.language)), None)
                continue
            if kind == "capability" and not base.of("capability") and not base.of("object") and base.own_topic:
                base = self._worded(put_topic(base, new[0].named(base.language)), None)
                continue
            base = self._worded(put(base, kind, new), None)
        return put_topic(base, topic) if topic else base.text

    def _with_topic(self, full: str, slots: Sequence[Slot], earlier: Earlier) -> str:
        """Another tier or document of what the answer before was found to be about."""
        if not earlier.topic or not slots or any(slot.kind not in ("who", "document") for slot in slots):
            return full
        if Worded(full, ()).language == "en":
            topic = self._elsewhere.named(earlier.topic, "en")
            return full if topic in full else f"{full.rstrip('? ')} ({topic})?"
        return full if earlier.topic in full else f"{full.rstrip('?？')}（{earlier.topic}）"

    def _single(self, base: Worded, slots: Sequence[Slot]) -> str | None:
        """After a comparison, one of the two compared: what it asks."""
        old, new = base.of("who"), [slot for slot in slots if slot.kind == "who"]
        if intent_of(base.text.lower()) != "comparison" or not old or len(new) != 1 or base.language == "en":
            return None
        if not {new[0].code, EVERY_TIER} & {slot.code for slot in old}:
            return None
        topic = "和".join(slot.surface for slot in base.of("capability"))
        document = "".join(f"{slot.surface}的" for slot in base.of("document"))
        return f"{document}{new[0].named('zh')}{'对' if topic else ''}{topic}有什么要求"

    def _without_other_documents(self, base: Worded, new: Sequence[Slot]) -> Worded:
        """The earlier question without a document that has no such tier or alternative."""
        foreign = [
            slot
            for slot in base.of("document")
            if slot.code and not all(self._slots.has(slot.code, one) for one in new if one.code)
        ]
        return self._worded(without(base, foreign), None) if foreign else base

    def _of_its_own(self, base: Worded, core: Worded, signs: Signs, slots: tuple[Slot, ...], earlier: Earlier) -> str:
        """A follow-up with a topic and a question word of its own: only whom it asks about is inherited."""
        if base.language == "en" or core.language == "en":
            about = self._asked_again.write(earlier.frame, "en") if not slots else None
            names = ", ".join(slot.named("en") for slot in base.slots if slot.kind != "object")
            return f"{core.text} ({about or names})"
        places = [slot for slot in slots if slot.kind in ("document", "who")]
        base = self._worded(self._put_in(base, places, ""), earlier.frame)
        capability = not any(slot.kind == "capability" for slot in slots) and intent_of(core.text) != "procedure"
        if signs.points:
            subject = base.subject(earlier.topic)
        else:
            keeps = capability and bool(base.of("capability") or earlier.topic)
            subject = base.subject(earlier.topic, capability=keeps, tiers=not asks_for_tiers(core.text))
        rest = without(core, [*core.of("document"), *core.of("who")])
        joined = "" if signs.first or not subject else "的"
        return f"{subject}{joined}{rest}"

    def _asked_anew(self, base: Worded, core: Worded, earlier: Earlier) -> str:
        """The earlier subject with the follow-up's own question behind it."""
        rest = without(core, [slot for slot in core.slots if slot.kind != "object"])
        if base.language == "en":
            frame = self._understanding.read(f"{base.text} {rest}")
            frame = replace(frame, forces=forces_asked(rest.lower()) or frame.forces)
            return self._asked_again.write(frame, "en") or f"{base.text.rstrip('?')}: {rest}?"
        if core.language == "en":
            frame = self._understanding.read(base.text)
            asked = self._asked_again.write(frame, "en")
            return f"{asked} {rest}?" if asked else f"{base.text}, {rest}?"
        if intent_of(base.text) == "count" and _LISTS.match(rest):
            return listed(base.text)
        if names_force(force_wanted(rest)):
            rest = force_wanted(rest)
        if is_governing_word(rest):
            rest = f"“{rest[0]}”"
        if names_force(rest) and not has_question_word(rest):
            counts = intent_of(base.text) == "count"
            rest = f"{'有几条' if counts else '哪些'}是{rest.removesuffix('的')}的"
        subject = base.subject(earlier.topic, tiers=not asks_for_tiers(rest))
        return f"{without_force(subject) if names_force(rest) else subject}{rest}"

    def _beside(self, base: Worded, slots: tuple[Slot, ...], earlier: Earlier) -> str:
        """The earlier question's tier, document or topic compared with what the follow-up names."""
        kind = slots[0].kind
        old = base.of(kind)[-1:]
        pair = [slot.named("zh") for slot in (*old, *slots[:1])]
        if kind == "document" and not old:
            pair = [*(f"《{self._called[one][0]}》" for one in earlier.frame.documents[:1]), *pair]
        others = {one: "和".join(slot.surface for slot in base.of(one)) for one in _KINDS if one != kind}
        topic = others.get("capability") or others.get("object") or earlier.topic or base.own_topic
        first = "和".join(pair)
        if kind in ("document", "who"):
            front = f"{others['document']}的" if others.get("document") else ""
            behind = f"的{others['who']}" if others.get("who") else ""
            return f"{front}{first}{behind}{'对' if topic else ''}{topic}的要求有什么区别"
        who = others.get("who")
        return f"{who}{'对' if who else ''}{first}的要求有什么区别"

    def _next_tier(self, frame: QueryFrame, step: int) -> list[Slot]:
        """The tier above or below the one spoken of, in the same scheme."""
        concepts = self._schemes.tiers.concepts
        named = [*frame.tiers, *(code for code, one in concepts.items() if set(frame.tracks) & set(one.names))]
        if not named:
            return []
        here = concepts[named[-1] if step > 0 else named[0]]
        ladder = [code for code, one in concepts.items() if one.scheme == here.scheme]
        place = ladder.index(here.code) + step
        if not 0 <= place < len(ladder):
            return []
        found = concepts[ladder[place]]
        return [Slot("who", found.code, found.zh, 0, 0, found.zh, found.en)]


def _part(base: Worded, asked: str, topic: str | None) -> str:
    """A numbered part of what the earlier question asks about (第一步是什么, 第3条讲什么)."""
    if "步" in asked:
        return f"{base.text.rstrip('?？')}，{asked}"
    return f"{base.subject(topic)}的{asked}"


def _called(meta: Meta) -> tuple[str, str]:
    """What a question calls a document, in Chinese and in English."""
    english = next((name for name in meta.aliases if name.isascii()), meta.id)
    chinese = next((name for name in meta.aliases if not name.isascii()), meta.title)
    return chinese, english
