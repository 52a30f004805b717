"""What a document cites: titles in 《》, numbers of documents and of standards, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.library import Document
from kg.variants.difference import Words
from kg.views.library import same_name
from kg.views.stretches import between

_TITLE = re.compile(r"《(?P<title>[^《》]{2,80})》")
_STANDARD = re.compile(
    r"(?P<number>(?:GB|DB\d{0,2}|ISO|IEC|JB|YD|SJ|HG|QC|T)\s*(?:/\s*[A-Z]{1,6})?\s*\d[\d.]*(?:\s*[-—–]\s*(?P<year>\d{4}))?)"
)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?=\s*[年〕\]）)])")
_RELATIONS = {
    "废止": "废止",
    "修订": "修订",
    "代替": "替代",
    "根据": "依据",
    "依据": "依据",
    "按照": "依据",
    "贯彻": "贯彻",
    "落实": "贯彻",
    "参照": "参照",
    "参考": "参照",
    "融合": "融合",
    "改至": "改自",
    "改写": "改自",
    "规定": "引用",
    "见": "引用",
}
_REFERENCES = re.compile(r"规范性引用|引用文件|参考文献")
_BREAKS = re.compile(r"[，,。；;\n]")


@dataclass(frozen=True, slots=True)
class Citation:
    """Something that a clause cites.

    Attributes:
        title: Its title, or its number where the text prints no title.
        relation: What the text does with it (``依据``, ``修订``, ``废止`` …); ``提到`` where it does not say.
        year: The year that its title or number prints; None without one.
        clause: The clause.
        words: The words around it, from break to break.
        within: The id of the document of the library that it is; None where the library does not hold it.
    """

    title: str
    relation: str
    year: int | None
    clause: Clause
    words: Words
    within: str | None


def citations(document: Document, others: Sequence[Document]) -> Iterator[Citation]:
    """What a document cites, in reading order, each once for each relation; its own title is none.

    Args:
        document: The document.
        others: The documents of the library.
    """
    own = same_name(document.meta.title)
    seen: set[tuple[str, str]] = set()
    for clause in document.clauses:
        if clause.kind in ("heading", "form_field"):
            continue
        for title, year, start, end in _cited(clause):
            words = between(clause, start, end, _BREAKS)
            relation = _relation(clause, words.text)
            if same_name(title) == own or (title, relation) in seen:
                continue
            seen.add((title, relation))
            yield Citation(title, relation, year, clause, words, _held(title, document, others))


def _cited(clause: Clause) -> Iterator[tuple[str, int | None, int, int]]:
    """Title or number, year and place of each thing cited, in order."""
    found = [*_TITLE.finditer(clause.text), *_STANDARD.finditer(clause.text)]
    for one in sorted(found, key=lambda match: match.start()):
        group = one.groupdict()
        if "title" in group:
            tail = clause.text[one.end() : one.end() + 30]
            year = _YEAR.search(one["title"]) or _YEAR.search(re.split(r"[，,。；;]", tail)[0])
            yield re.sub(r"\s+", "", one["title"]), int(year["year"]) if year else None, one.start(), one.end()
        elif any(character.isdigit() for character in group["number"]) and group["year"]:
            yield re.sub(r"\s+", " ", one["number"]).strip(), int(one["year"]), one.start(), one.end()


def _relation(clause: Clause, words: str) -> str:
    if any(_REFERENCES.search(heading) for heading in clause.path):
        return "引用"
    outside = _TITLE.sub("", words)
    return next((relation for sign, relation in _RELATIONS.items() if sign in outside), "提到")


def _held(title: str, document: Document, others: Sequence[Document]) -> str | None:
    """The other document of the library that has this title, with or without the place before it."""
    wanted = same_name(title)
    for other in others:
        known = same_name(other.meta.title)
        place = same_name(other.meta.region or "")
        if other.meta.id != document.meta.id and wanted in (known, known.removeprefix(place)):
            return other.meta.id
    return None
