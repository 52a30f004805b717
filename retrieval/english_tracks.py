"""The alternatives of documents as English questions name them: the discrete mode, mass customization."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ontology.statements import SKOS, read_statements, read_text

_GENERIC = frozenset(
    (
        "a", "an", "and", "for", "of", "the", "in", "smart", "manufacturing", "service", "project", "mode", "type",
        "operation", "new", "example", "form", "industry", "industrial", "factory",
    )
)  # fmt: skip
"""Words that say of no alternative which one it is."""
_WORD = re.compile(r"[a-z]+")
_KIND = r"(?:\s+[a-z]+){0,2}?\s+(?:mode|type|model|project|manufactur\w+)s?\b"
"""What follows the one word of an alternative's name where it names it, and not something else (process)."""


def load_english_tracks() -> Mapping[str, str]:
    """English names by printed Chinese name.

    Raises:
        OntologyError: The vocabulary is missing or wrong.
    """
    labels: dict[str, dict[str, str]] = {}
    for one in read_statements(read_text("vocabularies", "tracks.ttl"), "tracks.ttl"):
        if one.predicate == f"{SKOS}prefLabel" and one.language:
            labels.setdefault(one.subject, {})[one.language] = one.value
    return {names["zh"]: names["en"] for names in labels.values() if {"zh", "en"} <= set(names)}


def said_in_english(text: str, names: Mapping[str, str]) -> list[str]:
    """The alternatives that a question in English names.

    Args:
        text: The normalised question.
        names: English names by printed Chinese name, of the documents meant.

    Returns:
        Printed names: those of which all telling words stand in the question, or the one that none of the others has.

    Example:
        >>> said_in_english("what does the discrete mode need", {"离散型": "discrete smart manufacturing"})
        ['离散型']
    """
    asked = set(_words(text))
    telling = {name: [word for word in _words(english) if word not in _GENERIC] for name, english in names.items()}
    return [name for name, words in telling.items() if words and _named(words, asked, text, telling, name)]


def _named(words: Sequence[str], asked: set[str], text: str, telling: Mapping[str, Sequence[str]], name: str) -> bool:
    if len(words) > 1 and set(words) <= asked:
        return True
    own = [word for word in words if all(word not in other for one, other in telling.items() if one != name)]
    return any(re.search(rf"\b{_spelt(word)}{_KIND}", text) for word in own if word in asked)


def _words(text: str) -> list[str]:
    """Words in one spelling (customization, customised)."""
    return [re.sub(r"isation\b|ization\b|ized\b|ised\b", "ise", word) for word in _WORD.findall(text.lower())]


def _spelt(word: str) -> str:
    """A pattern for a word that :func:`_words` put into one spelling."""
    return re.sub(r"ise$", r"i[sz](?:e|ed|ation)", word)
