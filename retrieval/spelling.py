"""Misspelt names in questions: one wrong character, and names given by their initials.

People type 浦江线 for 浦江县 and sbyw for 设备运维. A stretch of a question that stands nowhere in the texts, and is a
name of the vocabularies or documents but for one character, is read as that name; a short name only where the wrong
character sounds like the right one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from retrieval.romanised import initials_of, sounds_of

_RUN = re.compile(r"[一-鿿]+")
_LATIN = re.compile(r"(?<![a-z0-9])[a-z]{4,8}(?![a-z0-9])")
_SPEECH = frozenset("的了吗呢吧啊是不没有哪几和与及跟或在里把被给让要会能可都就才也还")
"""Characters that sentences are made of: none is the wrong character of a name."""
_SHORTEST = 3
_LONG = 5
"""The length from which any one character may be wrong."""
_LONGEST = 10
_ALIKE_STARTS = (("zh", "z"), ("ch", "z"), ("sh", "s"), ("c", "z"), ("l", "n"), ("h", "f"))
_ALIKE_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True, slots=True)
class Respelling:
    """A question with its misspelt names put right.

    Attributes:
        text: The question as it is read.
        changes: Pairs of what was written and what it was taken for.
    """

    text: str
    changes: tuple[tuple[str, str], ...]


class Speller:
    """Puts misspelt names right.

    Args:
        texts: The texts of the documents, normalised: what stands there is right.
        names: The names of the vocabularies and documents, normalised.
        words: Gives words of general Chinese, which are right too; called when first needed.
    """

    def __init__(
        self, texts: Iterable[str], names: Iterable[str], words: Callable[[], Collection[str]] = tuple
    ) -> None:
        self._texts = "\n".join(texts)
        self._names = frozenset(name for name in names if _SHORTEST <= len(name) <= _LONGEST and _RUN.fullmatch(name))
        self._by_gap: dict[str, list[str]] = {}
        for name in sorted(self._names):
            for gap in _gaps(name):
                self._by_gap.setdefault(gap, []).append(name)
        self._words = words
        self._known: frozenset[str] | None = None

    def read(self, text: str) -> Respelling:
        """Read a normalised question.

        Example:
            >>> Speller([], ["浦江县"]).read("浦江线有哪些项目").text
            '浦江县有哪些项目'
        """
        changes = dict(self._misspelt(text))
        for written, meant in changes.items():
            text = text.replace(written, meant)
        for short in dict.fromkeys(_LATIN.findall(text)):
            if (name := self._by_initials(short)) is not None:
                text = re.sub(rf"(?<![a-z0-9]){short}(?![a-z0-9])", name, text)
                changes[short] = name
        return Respelling(text, tuple(changes.items()))

    def _misspelt(self, text: str) -> Iterator[tuple[str, str]]:
        """Stretches of the text with the names that they stand for, the longest first; none overlap."""
        taken: set[int] = set()
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            for run in _RUN.finditer(text):
                for start in range(run.start(), run.end() - length + 1):
                    place = range(start, start + length)
                    written = text[start : start + length]
                    if not taken.isdisjoint(place):
                        continue
                    if written in self._names:
                        taken.update(place)
                        continue
                    meant = self._meant(written)
                    if meant is not None and not self._in_a_word(text, start, written, meant):
                        taken.update(place)
                        yield written, meant

    def _meant(self, written: str) -> str | None:
        """The one name that this stretch misspells; None where it is right, or several names fit."""
        found = {
            name
            for gap in _gaps(written)
            for name in self._by_gap.get(gap, ())
            if name != written and (len(name) >= _LONG or _sound_alike(written, name))
        }
        if len(found) != 1 or written in self._texts or written in self._names:
            return None
        name = found.pop()
        homophone = len(name) > _SHORTEST and _sound_alike(written, name)
        return None if self._is_right(written, alone=homophone) else name

    def _in_a_word(self, text: str, start: int, written: str, meant: str) -> bool:
        """Whether the character that is replaced belongs to the sentence around it (浦江|项目, 做|数据分析).

        A character that sounds right is likely a misspelling; another only where the words around it leave it over.
        """
        wrong = next(at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other)
        if written[wrong] in _SPEECH:
            return True
        at, end = start + wrong, start + len(written)
        if sounds_alike(written[wrong], meant[wrong]):
            return len(written) == _SHORTEST and self._has_word(text, at, at + 1)
        if self._has_word(text, start, at, at + 1, end):  # 供应链类系|统, 碳资|产全生命周期管理
            return True
        left = written[1:] if wrong == 0 else written[:-1] if at + 1 == end else ""
        return self._is_right(left)

    def _has_word(self, text: str, *places: int) -> bool:
        """Whether the two characters on either side of one of these places are a word."""
        return any(0 < at < len(text) and text[at - 1 : at + 1] in self._right_words() for at in places)

    def _right_words(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(self._words())
        return self._known

    def _is_right(self, written: str, *, alone: bool = False) -> bool:
        """Whether it is a word, or (unless ``alone`` counts) words side by side, as 智能工场 is for 智能工厂."""
        known = self._right_words()
        if alone:
            return written in known
        parts = range(2, len(written) - 1)
        return written in known or any({written[:at], written[at:]} <= known for at in parts)

    def _by_initials(self, short: str) -> str | None:
        found = {name for name in self._names if len(name) == len(short) and _initials(name) == short}
        return found.pop() if len(found) == 1 else None


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters can be read alike, tones and the usual confusions aside.

    >>> sounds_alike("线", "县"), sounds_alike("次", "资"), sounds_alike("场", "厂"), sounds_alike("入", "资")
    (True, True, True, False)
    """
    return bool(_sounds(one) & _sounds(other))


def _sound_alike(one: str, other: str) -> bool:
    return all(sounds_alike(*pair) for pair in zip(one, other, strict=True))


def _gaps(name: str) -> Iterator[str]:
    return (f"{name[:at]}?{name[at + 1 :]}" for at in range(len(name)))


@cache
def _sounds(character: str) -> frozenset[str]:
    return frozenset(_plain(sound) for sound in sounds_of(character))


def _plain(sound: str) -> str:
    for start, other in _ALIKE_STARTS:
        if sound.startswith(start):
            sound = other + sound[len(start) :]
    for end, other in _ALIKE_ENDS:
        if sound.endswith(end):
            sound = sound.removesuffix(end) + other
    return sound


@cache
def _initials(name: str) -> str:
    return initials_of(name)
