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
_LEADING_IN = re.compile(r"(?P<who>[^，,。；;：:应须需要]{2,18}?)(?:应当?|须|需|要|具备|满足|符合)")
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
    told = [f"{short[one.meta.id]}＝《{one.meta.title}》" for one in documents if short[one.meta.id] != one.meta.title]
    return f"文件：{'；'.join(told)}。" if told else "文件按标题列出。"


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


class Holders:
    """Whom or what each clause of a document holds of.

    Args:
        clauses: The document's clauses in reading order.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._subjects: dict[str, str] = {}
        for clause in clauses:
            found = _LEADING_IN.match(clause.plain) if clause.plain.rstrip().endswith(("：", ":")) else None
            if found is not None:
                self._subjects[clause.id] = found["who"]

    def of(self, clause: Clause) -> str:
        """The tier, else the track, else the subject of the sentence that leads the clause in (先进级智能工厂应满足：),
        else the heading of its chapter in brackets."""
        named = " · ".join(part for part in (clause.tier_label or clause.tier, clause.track) if part)
        if named:
            return named
        led = self._subjects.get(_parent(clause.id))
        if led is not None:
            return led
        return f"（{heading_name(clause.path[0])}）" if clause.path else ""


def _parent(clause: str) -> str:
    """The id of the numbered row that a row stands under: ``x/2.3/1`` stands under ``x/2/3``."""
    document, _, rest = clause.partition("/")
    above, _, number = rest.rpartition("/")[0].rpartition(".")
    return f"{document}/{above}/{number}"
