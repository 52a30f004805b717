"""What questions about the national level share: what belongs to a document, what it says itself, and refusing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.answer import Aside, Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from drafting.wording import place
from kg.mapped import Mapped
from kg.national import NationalLevel
from ontology.mappings import Target

PAIRING = re.compile(
    r"对应|相当于|等同|等于|等价|就是|属于|归(?:入|到)|算(?:是|不算|得上)?|映射|匹配|对标|衔接|对齐|关系"
    r"|\bcorrespond\w*|\bequivalent|\bequal\w*|\bmap(?:s|ped|ping)?\b|\bmatch\w*|\bcounts? as\b|\bsame as\b"
)
_SENTENCES = re.compile(r"[^。]*。?")


def belongs(row: Mapped, documents: Sequence[str], shelf: Shelf, level: NationalLevel) -> bool:
    """Whether what a row maps is of one of the documents; of any where none is given."""
    rows = (shelf.by_id[one] for one in level.clauses_of(row.claim.subject) if one in shelf.by_id)
    return not documents or row.subject.document in documents or any(one.document in documents for one in rows)


def mentions(target: Target, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> tuple[Sentence, ...]:
    """What a document itself says of the national level: the first sentence that names it, with its place."""
    for clause in shelf.clauses:
        if documents and clause.document not in documents:
            continue
        for said in _SENTENCES.findall(clause.plain):
            if any(name in said for name in level.called(target)):
                text = f"原文写到：“{said.strip()}”（{place(clause, shelf.titles)}）"
                return (Sentence(text, "composed", (clause.id,)),)
    return ()


def refused(message: str, said: tuple[Sentence, ...], asides: tuple[Aside, ...]) -> Finding:
    """A refusal that quotes what the text does say, with remarks beside."""
    refusal = not_in_sources(message)
    sections = (Section(said=said),) if said else ()
    return Finding("refused", sections, refusal=refusal.refusal, query="national", asides=asides)
