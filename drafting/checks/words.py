"""A sentence may use the words of the clauses that it cites, of their headings, and little else."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.checks.view import View


def check_citation(view: View) -> Iterator[str]:
    """A sentence must cite something that has words."""
    if not any(view.texts):
        yield "句子没有引用条文"


def check_foreign(view: View) -> Iterator[str]:
    """Name each content word that occurs in none of the cited clauses nor in their headings."""
    for word in view.foreign(view.sentence, "\n".join(view.texts)):
        yield f"“{word}”不在引用条文中"


def check_source(view: View) -> Iterator[str]:
    """A phrase must take its words from one clause: two clauses in one phrase make a claim that neither makes."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        others = set(view.foreign(phrase.text, view.texts[phrase.source]))
        others -= set(view.foreign(phrase.text, "\n".join(view.texts)))
        for word in sorted(others):
            yield f"“{word}”出自另一条文：{phrase.text}"
