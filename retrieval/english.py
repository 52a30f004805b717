"""The words of English questions and names, one form for singular and plural."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]{4,}")
_EVERYDAY = frozenset(
    [
        "about",
        "also",
        "based",
        "could",
        "does",
        "each",
        "from",
        "have",
        "just",
        "level",
        "into",
        "made",
        "more",
        "most",
        "much",
        "need",
        "needs",
        "only",
        "over",
        "part",
        "real",
        "same",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "time",
        "under",
        "used",
        "uses",
        "using",
        "very",
        "what",
        "when",
        "where",
        "which",
        "will",
        "with",
        "work",
        "would",
        "your",
        "price",
        "make",
        "look",
        "tell",
        "learn",
    ]
)


def english_words(text: str) -> list[str]:
    """The English words of a text that may name a subject: four letters or more, everyday words left out.

    >>> english_words("What do machines need?")
    ['machine']
    """
    words = (word.removesuffix("s") for word in _WORD.findall(text.lower()))
    return [word for word in words if word not in _EVERYDAY and f"{word}s" not in _EVERYDAY]
