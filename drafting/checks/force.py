"""A phrase must bind as strongly as the clause that it takes from: 宜 never becomes 应, nor 应 宜 or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.clause import Force
from corpus.force import provisions
from drafting.checks.view import Phrase, View

_WORDS: dict[Force, str] = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励", "none": "（无）"}


def check(view: View) -> Iterator[str]:
    """Name each phrase whose force differs from that of its source."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        stated = _force_at(view.texts[phrase.source], _centre(phrase))
        if stated != phrase.force:
            yield f"条文写“{_WORDS[stated]}”，句子写“{_WORDS[phrase.force]}”：{phrase.text}"


def _centre(phrase: Phrase) -> int:
    """Where most of the phrase comes from: the middle of its longest run."""
    run = max(phrase.runs, key=lambda run: run.length)
    return run.clause_at + run.length // 2


def _force_at(text: str, position: int) -> Force:
    return next((found.force for found in provisions(text) if found.start <= position < found.end), "none")
