"""A question worded anew: other names put in the place of its own, another predicate behind its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.naming import blanked
from retrieval.slots import Kind, Slot

_VERB = (
    r"有|要|应|宜|可|需要?|须|必须|应该|得|可以|能|是|分|共|一共|总共|由|该|用|做|满足|达到"
    r"|不低于|不少于|至少|最低|最少|都|还|分别|具体"
)
_ASKS = re.compile(
    rf"(?:{_VERB})*(?:(?<!好)几(?=[条个项类种步档级家张份年月])|多少|多久|多长|哪|为?什么|为何|啥|怎么|怎样|如何|(?<!由)谁"
    r"|是否|是不是|要不要|有没有|用不用|能不能|可不可以|需不需要)"
    r"|(?:要求)?吗|(?:有何|之间的?)?(?:区别|差别|差异|不同)|(?:必须|需要|应该|要|需|应)(?=做|用|有|建|\s)"
)
_TRAILING = re.compile(rf"(?:{_VERB}|上|里|中|方面|的|对|在|，|,|\s)+$")
_COUNTING = re.compile(r"(?:一共|总共|共)?有?(?:几|多少)[条个项种类步]?")
_FORCE_END = re.compile(r"(?:的)?[“\"]?(?:应|宜|可|必须|推荐|强制|鼓励)[”\"]?(?:做)?的?$")
_EDGES = " ，,的在对于。"
_TIERS_ASKED = re.compile(r"哪(?:一?(?:级|档)|个等级|些等级|些级别)")
ITEM = re.compile(r"第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:条|款|点|项)")
"""A numbered item of a list that a question points at (第3条)."""
_HAS_FORCE = re.compile(
    r"(?:还|也|都)?(?:是否|是不是|会不会)?有(?:没有|无)?(?:什么|哪些|一些)?(?P<force>.+?)的?(?:条款|条文|要求|内容|条|项)?(?:吗|么|嘛)?"
)
_COMPARED = 2
"""How many names side by side one name may take one's place of; it takes the place of more altogether."""
_BETWEEN = re.compile(r"[和与跟及、，,\s]|以及|and")


@dataclass(frozen=True, slots=True)
class Worded:
    """A question with its names.

    Attributes:
        text: Its words.
        slots: The names in it, from left to right.
    """

    text: str
    slots: tuple[Slot, ...]

    def of(self, kind: Kind) -> tuple[Slot, ...]:
        """The names of one kind."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    @property
    def language(self) -> str:
        """``zh`` where it has a Chinese character, else ``en``."""
        return "zh" if re.search(r"[一-鿿]", self.text) else "en"

    @property
    def head(self) -> str:
        """A Chinese question up to its question word or verb: what it asks about."""
        hit = _ASKS.search(blanked(self.text, self.slots))
        head = self.text[: hit.start()] if hit else self.text
        last = max((slot.end for slot in self.slots if slot.end <= len(head)), default=0)
        return head[:last] + _TRAILING.sub("", head[last:])

    @property
    def own_topic(self) -> str:
        """The words of the head that are no name: what it asks about in words of its own."""
        pieces = re.split(r"\s+", blanked(self.head, [slot for slot in self.slots if slot.end <= len(self.head)]))
        return max((piece.strip(_EDGES) for piece in pieces), key=len, default="")

    def subject(self, topic: str | None, *, tiers: bool = True, capability: bool = True) -> str:
        """What it asks about, as the beginning of another question in Chinese.

        Args:
            topic: The capability that its answer was about where it names none.
            tiers: Whether to keep its tiers and alternatives.
            capability: Whether to keep what it asks of them.
        """
        head = self.head
        named = [slot for slot in self.slots if slot.kind != "object" or not self.of("capability")]
        spoken = self.of("capability") or self.of("object") or (not topic and self.own_topic)
        if tiers and capability and spoken and all(slot.end <= len(head) for slot in named):
            return head
        parts = [_joined(self.of("document")), _joined(self.of("who")) if tiers else ""]
        if capability:
            parts.append(_joined(self.of("capability")) or topic or _joined(self.of("object")) or self.own_topic)
        return "的".join(part for part in parts if part)


def listed(text: str) -> str:
    """A counting question as one that asks for what was counted.

    >>> listed("广西有几种模式")
    '广西有哪些模式'
    """
    return _COUNTING.sub("有哪些", text, count=1)


def without_force(text: str) -> str:
    """A subject without the governing word that limited it."""
    return _FORCE_END.sub("", text)


def force_wanted(text: str) -> str:
    """The governing word in a question whether there are clauses with it; the words as they are in any other.

    >>> force_wanted("有没有宜的条款"), force_wanted("宜的")
    ('宜的', '宜的')
    """
    hit = _HAS_FORCE.fullmatch(text)
    return f"{hit['force']}的" if hit else text


def chosen(names: Sequence[str], document: str, asked: str, language: str) -> str:
    """A question which one of some things it is.

    Args:
        names: The things.
        document: What the document that lists them is called; empty where none does.
        asked: The question without its things (哪一种适合…).
        language: ``zh`` or ``en``.
    """
    if language == "en":
        place = f" in {document}" if document else ""
        return f"{asked.rstrip('?. ')} ({', '.join(names)}{place})?"
    return f"{document}{'的' if document else ''}{'、'.join(names)}中{asked}"


def of_item(text: str, asked: str) -> str | None:
    """A question about the numbered item that an earlier one is about; None where that is about none.

    >>> of_item("广西离散型模式第5条讲什么", "提到哪些系统")
    '广西离散型模式第5条提到哪些系统'
    """
    hit = ITEM.search(text)
    if hit is None:
        return None
    other = ITEM.search(asked)
    if other is None:
        return f"{text[: hit.end()]}{asked}"
    rest = asked[other.end() :]
    return f"{text[: hit.start()]}{other.group()}{rest or text[hit.end() :]}"


def asks_for_tiers(text: str) -> bool:
    """Whether a question asks which tier, so that it names none itself."""
    return _TIERS_ASKED.search(text) is not None


def without(worded: Worded, slots: Sequence[Slot]) -> str:
    """The words without some names and what joined them to the rest."""
    text = worded.text
    for slot in sorted(slots, key=lambda one: -one.start):
        before, after = text[: slot.start], text[slot.end :]
        text = before + (after.removeprefix("的") if not before.strip() else after)
    return text.lstrip(_EDGES).rstrip(" ，,。")


def put(worded: Worded, kind: Kind, new: Sequence[Slot]) -> str:
    """The words with names of one kind put in the place of those that stand there, or added where none do.

    Args:
        worded: The earlier question.
        kind: The kind.
        new: What a follow-up names of this kind; at least one.
    """
    names = [slot.named(worded.language) for slot in new]
    old = worded.of(kind)
    text = worded.text
    if not old:
        return _added(worded, kind, _together(names, worded.language))
    if len(names) == len(old):
        for slot, name in reversed(list(zip(old, names, strict=True))):
            text = text[: slot.start] + name + text[slot.end :]
        return text
    between = [text[one.end : other.start] for one, other in pairwise(old)]
    if (len(names) > 1 or len(old) > _COMPARED) and all(not _BETWEEN.sub("", words) for words in between):
        return text[: old[0].start] + _together(names, worded.language) + text[old[-1].end :]
    return text[: old[-1].start] + _together(names, worded.language) + text[old[-1].end :]


def _added(worded: Worded, kind: Kind, name: str) -> str:
    text = worded.text
    if worded.language == "en":
        words = {
            "document": f"in {name}",
            "who": f"for the {name}",
            "capability": f"for {name}",
            "object": f"on {name}",
        }
        return f"{text.rstrip('?. ')} {words[kind]}?"
    if kind == "document":
        return f"{name}的{text}"
    before = worded.of("document") if kind == "who" else (*worded.of("document"), *worded.of("who"))
    place = max((slot.end for slot in before), default=0)
    rest = text[place:].lstrip("的对在 ") if place else text
    joined = f"{text[:place]}{'的' if place else ''}{name}"
    if kind == "who" or (kind == "object" and worded.of("capability")):
        return f"{joined}的{rest}" if rest else joined
    return f"{joined}{rest}"


def put_topic(worded: Worded, topic: str) -> str:
    """The words with another topic, given in words of its own, in the place of theirs."""
    text = worded.text
    old = worded.of("capability") or worded.of("object")
    if old:
        return text[: old[0].start] + topic + text[old[-1].end :]
    own = worded.own_topic
    return text.replace(own, topic, 1) if own else _added(worded, "capability", topic)


def _joined(slots: Sequence[Slot]) -> str:
    return "和".join(dict.fromkeys(slot.surface for slot in slots))


def _together(names: Sequence[str], language: str) -> str:
    joint = "和" if language == "zh" else " and "
    return (
        joint.join((("、" if language == "zh" else ", ").join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    )
