"""What a term or an abbreviation means, as a text defines it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Refusal, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.normalise import Normaliser

_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9/&.-]{1,9}(?![A-Za-z0-9])")
_QUOTED = re.compile(r"[“「『\"'《]([^”」』\"'》]{2,20})[”」』\"'》]")
_PHRASE = re.compile(
    r"(?:把|将)[“\"「]?(?P<put>[一-鿿A-Za-z]{2,14}?)[”\"」]?(?:定义|界定|说|描述|理解)(?:成|为|作)"
    r"|(?:什么是|何谓|何为|啥是|如何定义|怎么定义|定义(?:了)?)[“\"「]?(?P<after>[一-鿿A-Za-z]{2,14})"
    r"|(?P<before>[一-鿿A-Za-z]{2,14})[”\"」]?"
    r"(?:是什么意思|的定义|是?(?:怎么|如何)定义(?=的|呢|[，,。？?]|$)|的?含义|指(?:的是)?什么|是指什么|是啥)"
)
_ENGLISH_PHRASE = re.compile(
    r"\b(?:what(?:'s| is)|define|meaning of|definition of)(?: an?| the)? "
    r"(?P<name>[a-z][a-z0-9/&-]*(?: [a-z0-9/&-]+){1,3})\s*\??$"
)
_OF_TEXT = re.compile(r"^(?:[^的]{0,10}(?:里面?|中|上|讲|说|写|提)到?的|(?:里|中|里面|文件)?的?)")
"""What stands before the name asked for: 导则里的, 文件讲的."""
_ENGLISH_WORDS = frozenset(
    (
        "what", "is", "a", "an", "the", "does", "do", "in", "of", "for", "stand", "stands", "mean", "meaning",
        "define", "defined", "definition", "by", "and", "to", "it", "how", "which", "term", "standard",
        "guideline", "document", "under", "these", "those", "this", "that", "text", "texts",
    )
)  # fmt: skip


def find_definition(frame: QueryFrame, shelf: Shelf, normalise: Normaliser) -> Finding | None:
    """Answer what a named term means; None for questions of another kind."""
    if frame.intent != "definition":
        return None
    rows = [
        clause
        for clause in shelf.of(kinds=("term", "abbreviation"))
        if not frame.documents_named or clause.document in frame.documents
    ]
    found = _by_label(frame.about or frame.text, rows, normalise)
    name = found[0].label or "" if found else _asked_name(frame)
    if found and frame.documents_named and len(frame.documents) > 1:
        missing = tuple(one for one in frame.documents if one not in {clause.document for clause in found})
        others = _by_wording(name, replace(frame, documents=missing), shelf) if missing else []
        return _finding(name, [*found, *others], shelf)
    if not found and name:
        found = _by_wording(name, frame, shelf)
    if not found and name:
        found = _glosses(name, frame, shelf) or _coined(name, frame, shelf, normalise)
    if found:
        return _finding(name, found, shelf)
    if frame.tiers and not found:
        return None
    if name and (_LATIN.fullmatch(name) or not frame.names_capability):
        where = "所指文件" if frame.documents_named else "现有文件"
        message = f"{where}没有给出“{_in_both(name, frame)}”的定义或全称。"
        return Finding("refused", refusal=Refusal("not_in_sources", message), query="definition")
    return None


def _by_label(text: str, rows: Sequence[Clause], normalise: Normaliser) -> list[Clause]:
    """Rows whose label stands in the question; the longest label wins, equal ones all count."""
    named: list[tuple[int, Clause]] = []
    for clause in rows:
        label = normalise(clause.label or "")
        whole = rf"(?<![a-z0-9]){re.escape(label)}(?![a-z0-9])" if label.isascii() else re.escape(label)
        if label and re.search(whole, text):
            named.append((len(label), clause))
    longest = max((length for length, _ in named), default=0)
    return [clause for length, clause in named if length == longest]


def _in_both(name: str, frame: QueryFrame) -> str:
    """A Chinese name with the English one that the question has for it."""
    return next((one for one in frame.english if one.endswith(f"({name})")), name)


def _asked_name(frame: QueryFrame) -> str:
    quoted = _QUOTED.search(frame.spelt or frame.question)
    if quoted:
        return quoted[1].strip()
    if frame.language == "en" and frame.english:
        return frame.english[-1].rpartition(" (")[2].rstrip(")")
    if frame.language == "en" and (named := _ENGLISH_PHRASE.search(frame.text)):
        return named["name"]
    latin: list[str] = [
        word for word in _LATIN.findall(frame.spelt or frame.question) if word.lower() not in _ENGLISH_WORDS
    ]
    if latin:
        return max(latin, key=lambda word: (word.isupper(), len(word)))
    phrase = _PHRASE.search(frame.spelt or frame.question)
    return re.sub(_OF_TEXT, "", (phrase["put"] or phrase["after"] or phrase["before"])) if phrase else ""


def _by_wording(name: str, frame: QueryFrame, shelf: Shelf) -> list[Clause]:
    """Clauses that open by saying what the name is: “未来工厂”是企业……."""
    opening = re.compile(rf"^[“\"]?{re.escape(name)}[”\"]?\s*(?:是|指|包括)")
    return [
        clause
        for clause in shelf.of(kinds=("paragraph", "lead", "requirement"))
        if opening.search(clause.plain) and (not frame.documents_named or clause.document in frame.documents)
    ]


def _glosses(name: str, frame: QueryFrame, shelf: Shelf) -> list[Clause]:
    """Clauses that gloss an abbreviation in passing: 集散控制系统（DCS）."""
    if not _LATIN.fullmatch(name):
        return []
    gloss = re.compile(rf"[一-鿿]{{2,}}\s*[（(]\s*{re.escape(name)}\s*[）)]", re.IGNORECASE)
    found = [
        clause
        for clause in shelf.clauses
        if gloss.search(clause.plain) and (not frame.documents_named or clause.document in frame.documents)
    ]
    return found[:3]


def _coined(name: str, frame: QueryFrame, shelf: Shelf, normalise: Normaliser) -> list[Clause]:
    """Clauses that coin the name for what they have just said: ……，简称“三优化一全员的数字化服务”."""
    coined = re.compile(rf"(?:简称|称为|称作|统称|即)[为作是]?[“\"「『][^”\"」』]{{0,6}}{re.escape(normalise(name))}")
    return [
        clause
        for clause in shelf.of(kinds=("paragraph", "lead", "requirement"))
        if coined.search(normalise(clause.plain)) and (not frame.documents_named or clause.document in frame.documents)
    ]


def _finding(name: str, found: Sequence[Clause], shelf: Shelf) -> Finding:
    said: list[Sentence] = []
    for clause in found:
        gloss = re.search(rf"([一-鿿/]{{2,}})\s*[（(]\s*{re.escape(name)}\s*[）)]", clause.plain, re.IGNORECASE)
        if clause.kind == "term":
            text = f"“{clause.label}”的定义见{place(clause, shelf.titles)}。"
        elif clause.kind == "abbreviation":
            text = f"“{clause.label}”：{clause.plain}（{place(clause, shelf.titles)}）"
        elif gloss:
            text = f"“{name}”在文中写作“{gloss[1]}（{name}）”。"
        else:
            text = f"“{name}”的说明见{place(clause, shelf.titles)}。"
        said.append(Sentence(text, "composed", (clause.id,)))
    first = found[0]
    result = {"kind": "definition", "term": name, "definition": first.plain, "ids": [clause.id for clause in found]}
    notes = tuple(note for clause in found if clause.kind == "term" for note in _beside(clause, shelf))
    quoted = tuple(dict.fromkeys((*found, *notes)))
    return Finding("answered", (Section(said=tuple(said), quoted=quoted),), result=result, query="definition")


def _beside(term: Clause, shelf: Shelf) -> list[Clause]:
    """What the text prints under a term's definition: its source and notes."""
    same = [one for one in shelf.of(term.document, kinds=("paragraph", "term")) if one.section == term.section]
    return [one for one in same if one.id != term.id and one.section.count(".") > 0]
