"""How a document breaks its lines, so that lines of one paragraph are joined and real ends of paragraphs stay.

A file that is wrapped at a fixed width shows it: most lines that do not end a sentence are equally long.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.labels import read_label
from corpus.lines import Line

_ENDS = tuple("。；;：:！!？?…")
_INDENT = re.compile(r"(?:\u3000|\xa0| {2}|\t)[ \u3000\xa0\t]*")
_SENTENCE = re.compile(r"[，,。；;]")
"""What sentences hold and the names of a list do not, however equally long they are."""
_TORN_BEFORE = re.compile(r"[、，,和与或应须]$")
_TORN_BEHIND = re.compile(
    r"[、，,。；;）)》”％%‰]|率(?![先领队])|性(?![能质])|化(?![工学纤肥验])|的|或(?!许)|者|以[上下](?![各为是简所])"
    r"|及(?!时|格)|等(?![级待候])|度(?![过假])"
)
"""What no sentence begins with: the words that it could are left out (率先, 性能, 及时, 等级)."""
_WIDE_FROM = 0x2000
_BAND, _SHORT_BY = 2.5, 4.0
"""How far a line may run over the width, and how far it may stay behind: by a first indent, or a sign kept back."""
_FEWEST = 5
_SHARE = 0.55
_NARROWEST = 12.0
_WIDEST = 90.0
_MOSTLY = 0.6
_SOME, _NEARLY_ALL = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What the lines of a document tell of its print.

    Attributes:
        width: How wide a full line is; None where lines are paragraphs.
        measure: What a line is measured by: the room it takes, or how many characters it holds.
        indents: Whether paragraphs are told by an indented first line.
        apart: Whether blank lines part nearly all lines, so that they tell nothing.
    """

    width: float | None
    indents: bool
    apart: bool
    measure: Callable[[str], float]

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether a line runs to the edge, so that the next, no wider one may go on with its sentence."""
        if self.width is None:
            return False
        here = self.measure(line.text)
        return self.width - _SHORT_BY <= here <= self.width + _BAND >= self.measure(following.text)


def read_wrapping(lines: Sequence[Line]) -> Wrapping:
    """How the lines of a document are broken.

    Args:
        lines: The lines of prose in order, blank ones among them or not.
    """
    printed = [line for line in lines if not line.blank]
    indented = sum(is_indented(line.text) for line in printed)
    share = indented / len(printed) if printed else 0.0
    gaps = sum(after.number - before.number > 1 for before, after in pairwise(printed))
    apart = len(printed) > 1 and gaps >= _MOSTLY * (len(printed) - 1)
    room, characters = _width(printed, line_width), _width(printed, line_length)
    measure = line_length if characters[1] > room[1] else line_width
    width = max(room, characters, key=lambda found: found[1])[0]
    # Only a continued line lacks the indent of the line above it: where nothing is wrapped, indents tell nothing.
    return Wrapping(width, width is not None and _SOME <= share <= _NEARLY_ALL, apart, measure)


def line_width(text: str) -> float:
    """How much room a line takes, in Chinese characters; a Latin letter takes half of one.

    >>> line_width("建设5G工厂")
    5.0
    """
    text = text.rstrip()
    return sum(0.5 if ord(character) < _WIDE_FROM else 1.0 for character in text)


def line_length(text: str) -> float:
    """How many characters a line holds."""
    return float(len(text.rstrip()))


def is_torn(above: str, here: str) -> bool:
    """Whether two lines break a word or a clause apart, however long they are.

    >>> is_torn("数据贯通，关键设备联网", "率不低于85%，且稳定运行。")
    True
    >>> is_torn("数据贯通，关键设备联网", "率先应用新技术，并推广。")
    False
    """
    return (_TORN_BEFORE.search(above.rstrip()) or _TORN_BEHIND.match(here)) is not None


def is_indented(text: str) -> bool:
    """Whether a line begins with the room that opens a paragraph."""
    return _INDENT.match(text) is not None


def _width(printed: Sequence[Line], measure: Callable[[str], float]) -> tuple[float | None, float]:
    """The width that most of the lines share which break off in a sentence and go on, and how many of them share it."""
    broken: list[float] = []
    for line, following in pairwise(printed):
        width = measure(line.text)
        goes_on = not line.text.rstrip().endswith(_ENDS) and read_label(following.text.strip()) is None
        goes_on = goes_on and (_SENTENCE.search(line.text) or _SENTENCE.search(following.text)) is not None
        if goes_on and width >= _NARROWEST and measure(following.text) <= width + _BAND:
            broken.append(width)
    if len(broken) < _FEWEST:
        return None, 0.0
    counts = Counter(map(round, broken))
    around = {width: sum(counts[width - step] for step in (0, 1, 2)) for width in counts}
    width = max(around, key=lambda one: (around[one], one))
    share = around[width] / len(broken)
    enough = around[width] >= _FEWEST and share >= _SHARE and width <= _WIDEST
    return (float(width), share) if enough else (None, 0.0)
