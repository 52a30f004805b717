"""A document that a question calls by the end of its title or by a shortened title: 供应商管理办法, 河道采砂条例."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from corpus.manifest import Meta
from retrieval.overlap import share

_KIND = re.compile(r"(?:管理办法|办法|条例|细则|方案|通知|指引|指南|规定|意见|措施)")
_SHORTEST = 5
_LONGEST = 16
_ALIKE = 0.8
"""The share of the pairs of characters of the words asked that a title must have."""


class NearTitles:
    """Finds the added document whose title comes nearest.

    Args:
        documents: The documents' facts.
        normalise: Makes titles equal to questions.
    """

    def __init__(self, documents: Iterable[Meta], normalise: Callable[[str], str]) -> None:
        added = (meta for meta in documents if meta.original is not None and meta.later is None)
        self._titles = {meta.id: normalise(meta.title) for meta in added}

    def named(self, text: str) -> tuple[str, ...]:
        """The one document meant; nothing where none or several may be.

        Args:
            text: The normalised question, which holds no other name of a document.
        """
        ends = {document: _end(title, text) for document, title in self._titles.items()}
        longest = max(ends.values(), default=0)
        found = [document for document, length in ends.items() if length == longest and length >= _SHORTEST]
        if not found:
            found = [document for document, title in self._titles.items() if any(_alike(title, text))]
        return tuple(found) if len(found) == 1 else ()

    def among(self, text: str, documents: Collection[str]) -> tuple[str, ...]:
        """The one of several documents of a place by whose shortened title a question calls it (洛川省档案条例).

        Args:
            text: The normalised question.
            documents: The documents that bear the place's name.
        """
        own = {one: title for one, title in self._titles.items() if one in documents}
        found = [one for one, title in own.items() if any(_alike(title, text))]
        return tuple(found) if len(own) > 1 and len(found) == 1 else ()


def _end(title: str, text: str) -> int:
    """How many characters of a title's end stand in a text."""
    return next((length for length in range(len(title), _SHORTEST - 1, -1) if title[-length:] in text), 0)


def _alike(title: str, text: str) -> Iterable[bool]:
    """Whether what a text calls a rule is most of a title, for each such name and each place where it may begin."""
    for kind in _KIND.finditer(text):
        for start in range(max(0, kind.end() - _LONGEST), kind.start() - 1):
            words = text[start : kind.end()]
            yield len(words) >= _SHORTEST and kind.group() in title and share(words, title) >= _ALIKE
