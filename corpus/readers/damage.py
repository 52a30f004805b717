"""Whether a text is damaged: letters turned into others by a wrong encoding, or lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge of text found.

    Attributes:
        reason: Why the text is refused, with an example and a remedy; None where it is sound.
        notes: In Chinese, stray signs that do not make it unreadable.
    """

    reason: str | None = None
    notes: tuple[str, ...] = ()


def judge(text: str) -> Verdict:
    """Judges a text by its letters alone."""
    return Verdict()
