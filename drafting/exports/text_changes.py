"""Long texts told shortly: their beginning, and where two of them differ."""

from __future__ import annotations

LONG = 80
"""Signs from which a text is not told in full."""
_AROUND = 8


def brief(text: str, most: int = LONG) -> str:
    """A text, or its beginning where it is long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def differing(before: str, after: str) -> tuple[str, str]:
    """Where two texts differ, each with a few signs around and no longer than ``LONG``."""
    same = _shared(before, after)
    tail = _shared(before[same:][::-1], after[same:][::-1])
    start = max(same - _AROUND, 0)
    parts = [text[start : max(len(text) - tail + _AROUND, same)] for text in (before, after)]
    mark = "…" if start else ""
    return brief(mark + parts[0]), brief(mark + parts[1])


def _shared(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginning."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
