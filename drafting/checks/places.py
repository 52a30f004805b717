"""Tiers, documents and years must be those of the cited clauses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafting.checks.alignment import normalise
from drafting.checks.view import View, named_in

_TITLE = re.compile(r"《([^》]+)》")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check_tiers(view: View) -> Iterator[str]:
    """Name each tier that is neither that of a cited clause nor spoken of in it (or, without tiers, above it)."""
    own = frozenset(tier for clause in view.cited for tier in clause.every_tier)
    known = view.texts if own else (*view.texts, view.context)
    for name in named_in(_without_titles(view), view.lexicon.tiers):
        ids = next(codes for tier, codes in view.lexicon.tiers.items() if normalise(tier) == name)
        if not ids & own and not any(name in text for text in known):
            yield f"等级“{name}”不是引用条文的等级"
    yield from _repeated(view, own)


def _repeated(view: View, own: frozenset[str]) -> Iterator[str]:
    """Each tier said more often than the cited clauses say it, once for the sentence's own subject left out.

    A text that lists tiers names each once: a tier said twice stands in the place of another.
    """
    said = Counter(named_in(_without_titles(view), view.lexicon.tiers))
    stated = Counter(name for text in view.texts for name in named_in(text, view.lexicon.tiers))
    for name, times in said.items():
        about = any(normalise(tier) == name and codes & own for tier, codes in view.lexicon.tiers.items())
        if times > 1 and times > stated[name] + about:
            yield f"等级“{name}”多说了一次"


def check_documents(view: View) -> Iterator[str]:
    """Name each document, issuer or region that none of the cited clauses comes from or speaks of."""
    own = frozenset(clause.document for clause in view.cited)
    known = (*view.texts, view.context)
    for name in named_in(view.sentence, view.lexicon.titles):
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
