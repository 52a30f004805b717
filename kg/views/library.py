"""What views are made of: the documents, the vocabularies, and what the vectors say of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause, Force
from corpus.library import Document
from kg.errors import GraphError
from kg.triples import Vocabularies
from kg.variants.link import Meaning

FORCE_WORDS: Mapping[Force, str] = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励", "none": "陈述"}
"""Short names of forces in a table's cell; 陈述 is a sentence without a governing word."""

_NUMBER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百\d]+[章节条]|附[件录表]\s*\d*|\d+(?:[.．]\d+)*|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+(?=、))"
    r"\s*[.．、]?\s*(?=[^\W\d_]|[“\"])"
)
_OF_A_PLACE = re.compile(r"^(?:国家|全国|省|市|县|区|部)级")
_BRACKETS = str.maketrans("()〔〕", "（）（）")


@dataclass(frozen=True, slots=True)
class Library:
    """The documents that a view lays side by side.

    Attributes:
        documents: The documents, in the library's order.
        vocabularies: Systems, technologies, tiers and capabilities.
        meaning: What the vectors say of the clauses; None where nobody asked them.
    """

    documents: tuple[Document, ...]
    vocabularies: Vocabularies
    meaning: Meaning | None = None

    @property
    def clauses(self) -> Iterator[Clause]:
        """Every row of every document, in reading order."""
        return (clause for document in self.documents for clause in document.clauses)

    def of(self, asked: Sequence[str]) -> tuple[Document, ...]:
        """The documents asked for, in the library's order; all where none is named.

        Raises:
            GraphError: There is no such document.
        """
        known = {document.meta.id: document for document in self.documents}
        for one in asked:
            if one not in known:
                raise GraphError(f"document {one}: the library has none of this id. Choose of {', '.join(known)}.")
        return tuple(document for document in self.documents if not asked or document.meta.id in asked)


def short_names(documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document in a few characters: its first by-name, else its title."""
    return {one.meta.id: (one.meta.aliases[0] if one.meta.aliases else one.meta.title) for one in documents}


def titles_note(documents: Sequence[Document]) -> str:
    """Which document each short name stands for."""
    short = short_names(documents)
    return "文件：" + "；".join(f"{short[one.meta.id]}＝《{one.meta.title}》" for one in documents) + "。"


def heading_name(heading: str) -> str:
    """A heading without its printed number: ``（一）智能工厂`` is ``智能工厂``."""
    return _NUMBER.sub("", heading).strip().rstrip("。：:.")


def same_name(name: str) -> str:
    """A name as two texts may both print it: no quotation marks, no spaces, no rank of a place before it.

    >>> same_name("省级智能工厂") == same_name("“智能工厂”")
    True
    """
    bare = re.sub(r"[“”\"\s]", "", name.translate(_BRACKETS))
    return _OF_A_PLACE.sub("", bare) or bare


def names_of(name: str) -> tuple[str, ...]:
    """A name and what it says in brackets: ``数字工厂（数字化车间）`` is known by both."""
    bare = same_name(name)
    found = re.fullmatch(r"([^（）]+)（([^（）]+)）", bare)
    return (found[1], same_name(found[2])) if found else (bare,)


def holder(clause: Clause) -> str:
    """Whom or what a clause holds of: its tier, else its track, else the heading of its chapter in brackets."""
    named = " · ".join(part for part in (clause.tier_label or clause.tier, clause.track) if part)
    if named or not clause.path:
        return named
    return f"（{heading_name(clause.path[0])}）"
