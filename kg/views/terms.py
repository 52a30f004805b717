"""Names that several documents use and do not mean the same by, their words side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.clause import Clause
from corpus.library import Document
from kg.linking import Linker
from kg.variants.difference import Words
from kg.views.contents import contents, unlike
from kg.views.contrasted import contrast, contrast_names
from kg.views.filing import names_of_capabilities
from kg.views.full_names import FullName, full_names, known_names
from kg.views.library import Library, same_name, short_names, titles_note
from kg.views.table import View, ViewCell
from kg.views.uses import CAPABILITIES, GRADES, ROLES, Use, grade_names, uses

Parts = Mapping[str, Sequence[str]]
"""What stands under a name in some documents only, with these documents."""

_COLUMNS = ("名称", "文件", "作什么用", "原文怎么说", "有何不同")
_RESIDUE = re.compile(r"\[(?:bookmark|image):[^\]]*\]")


def terms_view(library: Library, documents: Sequence[Document]) -> View:
    """The table of names.

    Args:
        library: All documents, which say what names there are.
        documents: Those whose uses are held against each other.
    """
    short = short_names(documents)
    linker = Linker(library.vocabularies.systems, library.vocabularies.technologies)
    rows: list[tuple[ViewCell, ...]] = []
    names = 0
    for found, parts in _contested(library, documents):
        names += 1
        said = contrast(found, short, linker, parts)
        for use in found:
            role = ROLES[use.role] + (f"“{use.printed}”" if same_name(use.printed) != use.printed else "")
            rows.append(_row(use.name, short[use.document], role, use.clause, use.words, said))
            said = ""
    abbreviations = 0
    for spelt in _spelt_differently(library, documents):
        abbreviations += 1
        said = contrast_names(spelt, short)
        for one in spelt:
            rows.append(_row(one.short, short[one.clause.document], "缩写全称", one.clause, one.words, said))
            said = ""
    return View(
        "terms", "名称相同而所指不同", _COLUMNS, tuple(rows), (*_notes(names, abbreviations), titles_note(documents))
    )


def _contested(library: Library, documents: Sequence[Document]) -> Iterator[tuple[list[Use], Parts]]:
    """The uses of each name that documents use for different things, describe in different words or put different
    parts under, with these parts."""
    capabilities = library.vocabularies.capabilities
    known = {same_name(concept.zh) for concept in capabilities.concepts.values()}
    known |= {name for document in library.documents for name in grade_names(document)}
    by_name: dict[str, list[Use]] = {}
    for document in documents:
        for use in uses(document, known):
            by_name.setdefault(use.name, []).append(use)
    called = names_of_capabilities(capabilities)
    below = {one.meta.id: contents(one, called) for one in documents}
    chosen: list[tuple[list[Use], Parts]] = []
    for name, found in by_name.items():
        parts = unlike({one: held[name] for one, held in below.items() if name in held}, called)
        if _differ(kept := _without_own(found)) or (parts and len({use.document for use in found}) > 1):
            chosen.append((kept, parts))
    yield from sorted(chosen, key=_order)


def _order(one: tuple[list[Use], Parts]) -> tuple[bool, bool, int]:
    """Names of grades first, then what is defined, then what most documents use."""
    found, _ = one
    graded, defined = (any(use.role in roles for use in found) for roles in (GRADES, {"defined"}))
    return not graded, not defined, -len({use.document for use in found})


def _without_own(found: Sequence[Use]) -> list[Use]:
    """Uses without a document's own capability of a name that it defines: there the definition says what is meant."""
    defining = {use.document for use in found if use.role == "defined"}
    return [use for use in found if use.role not in CAPABILITIES or use.document not in defining]


def _differ(found: Sequence[Use]) -> bool:
    if len({use.document for use in found}) < 2:
        return False
    if not any(use.role == "defined" or use.role in GRADES for use in found):
        return False
    return len({(use.role, re.sub(r"\s", "", use.words.text)) for use in found}) > 1


def _spelt_differently(library: Library, documents: Sequence[Document]) -> Iterator[list[FullName]]:
    """Abbreviations whose full names differ by more than 系统 at the end; each name once a document."""
    known = known_names((library.vocabularies.systems, library.vocabularies.technologies))
    by_short: dict[str, dict[tuple[str, str], FullName]] = {}
    for document in documents:
        for clause in document.clauses:
            for one in full_names(clause, known):
                by_short.setdefault(one.short, {}).setdefault((one.core, document.meta.id), one)
    for found in by_short.values():
        if len({core for core, _ in found}) > 1:
            yield list(found.values())


def _row(name: str, title: str, role: str, clause: Clause, words: Words, said: str) -> tuple[ViewCell, ...]:
    whole = len(words.text) == len(clause.text.strip())
    text = clause.plain if whole else re.sub(r"\s*\n\s*", "", _RESIDUE.sub("", words.text))
    ids = (clause.id,)
    return (
        ViewCell(name, ids),
        ViewCell(title),
        ViewCell(role, ids),
        ViewCell(text, ids, words=words),
        ViewCell(said),
    )


def _notes(names: int, abbreviations: int) -> tuple[str, ...]:
    return (
        f"{names} 个名称：在一份文件里有定义，或是等级、类型、认定对象，而另一份文件的用法或文字不同；"
        "或是同名的能力要素、能力域，而所含不同（只比写出下级的文件）。"
        f"{abbreviations} 个缩写：各文件印的全称不同（只差末尾“系统”的不列）。",
        "名称相同按文字认：“省级智能工厂”与“智能工厂”、括号里的别名（数字工厂（数字化车间））算同一个名称。",
        "“原文怎么说”是定义，或对等级、类型的总体描述；没有这样的句子时，是名下第一条。",
    )
