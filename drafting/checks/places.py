"""Tiers, documents and years must be those of the cited clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.checks.alignment import normalise
from drafting.checks.view import View

_TITLE = re.compile(r"《([^》]+)》")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check_tiers(view: View) -> Iterator[str]:
    """Name each tier that is neither that of a cited clause nor spoken of in it (or, without tiers, above it)."""
    own = frozenset(clause.tier for clause in view.cited if clause.tier)
    known = view.texts if own else (*view.texts, view.context)
    for name in _named(_without_titles(view), view.lexicon.tiers):
        ids = next(codes for tier, codes in view.lexicon.tiers.items() if normalise(tier) == name)
        if not ids & own and not any(name in text for text in known):
            yield f"等级“{name}”不是引用条文的等级"


def check_documents(view: View) -> Iterator[str]:
    """Name each document, issuer or region that none of the cited clauses comes from or speaks of."""
    own = frozenset(clause.document for clause in view.cited)
    known = (*view.texts, view.context)
    for name in _named(view.sentence, view.lexicon.titles):
        ids = next(codes for title, codes in view.lexicon.titles.items() if normalise(title) == name)
        if not ids & own and not any(name in text for text in known):
            yield f"“{name}”不是引用条文的文件"
    for title in _TITLE.findall(view.sentence):
        if not any(title in text for text in known):
            yield f"《{title}》不是引用条文的文件"


def check_years(view: View) -> Iterator[str]:
    """Name each year that the cited clauses and their headings do not give."""
    known = {year for text in (*view.texts, view.context) for year in _YEAR.findall(text)}
    for year in dict.fromkeys(_YEAR.findall(view.sentence)):
        if year not in known:
            yield f"年份“{year}”不在引用条文中"


def _without_titles(view: View) -> str:
    """The sentence without names of documents, since a title may hold the name of a tier."""
    bare = _TITLE.sub("", view.sentence)
    for title in sorted(view.lexicon.titles, key=len, reverse=True):
        bare = bare.replace(normalise(title), "")
    return bare


def _named(sentence: str, names: Mapping[str, frozenset[str]]) -> list[str]:
    """The names found in a sentence, the longest first where one holds another."""
    patterns = sorted({normalise(name) for name in names if name}, key=len, reverse=True)
    return re.findall("|".join(map(re.escape, patterns)), sentence) if patterns else []
