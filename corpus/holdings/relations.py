"""How documents of the library stand to each other: editions in their order, what a later text repeals, equal texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.holdings.record import document_of, edition_of
from corpus.manifest import Meta

_QUOTED = re.compile(r"《([^《》]+)》")
_SIGNS = re.compile(r"[\s“”\"'‘’《》〈〉「」『』，,。．.·—\-_:：;；()（）\[\]【】〔〕]+")
_SHORTEST_TITLE = 6


def related(metas: Sequence[Meta]) -> tuple[Meta, ...]:
    """Documents with their former and later editions and what repeals them.

    Args:
        metas: All documents of the library.
    """
    former, later = _editions(metas)
    repealed = _repealed(metas)
    return tuple(
        meta.model_copy(
            update={
                "edition": edition_of(meta.id),
                "former": former.get(meta.id),
                "later": later.get(meta.id),
                "repealed_by": repealed.get(meta.id),
            }
        )
        for meta in metas
    )


def relation_notes(meta: Meta, metas: Mapping[str, Meta]) -> tuple[str, ...]:
    """In Chinese, what a reader of a document should know of others.

    Args:
        meta: The document, from :func:`related`.
        metas: All documents by id.
    """
    notes: list[str] = []
    if meta.former:
        notes.append(
            f"这是第 {meta.edition} 版，前一版为 {meta.former}；两版的差别见 `gongbiao diff {document_of(meta.id)}`。"
        )
    if meta.later:
        notes.append(f"另有后一版 {meta.later}，引用时须注明版次。")
    if meta.repealed_by:
        by = metas[meta.repealed_by]
        notes.append(f"《{by.title}》（{by.id}）写明废止或代替本文件。")
    same = [other.id for other in metas.values() if other.sha256 == meta.sha256 and other.id != meta.id]
    if same:
        notes.append(f"全文与 {'、'.join(same)} 相同。")
    return tuple(notes)


def bare_title(title: str) -> str:
    """A title without signs and blanks, for holding one against another."""
    return _SIGNS.sub("", title)


def _editions(metas: Iterable[Meta]) -> tuple[dict[str, str], dict[str, str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for meta in metas:
        groups[document_of(meta.id)].append(meta.id)
    former: dict[str, str] = {}
    later: dict[str, str] = {}
    for ids in groups.values():
        ids.sort(key=edition_of)
        for before, after in pairwise(ids):
            former[after], later[before] = before, after
    return former, later


def _repealed(metas: Sequence[Meta]) -> dict[str, str]:
    """What is repealed, by what; a text never repeals itself, nor one of whose title it prints only a part."""
    found: dict[str, str] = {}
    for meta in metas:
        said = [name for repeal in meta.repeals for name in (_QUOTED.findall(repeal) or [repeal])]
        titles = {bare_title(name) for name in said if len(bare_title(name)) >= _SHORTEST_TITLE}
        numbers = " ".join(meta.repeals)
        for other in metas:
            if other.id == meta.id or (meta.number and other.number == meta.number):
                continue
            if other.number is not None:
                told = _SIGNS.sub("", other.number) in _SIGNS.sub("", numbers)
            else:
                told = bare_title(other.title) in titles and not _newer(other, meta)
            if told:
                found[other.id] = meta.id
    return found


def _newer(one: Meta, than: Meta) -> bool:
    """Whether a document is known to be newer: a title alone, without a number, then means an older text."""
    if document_of(one.id) == document_of(than.id):
        return edition_of(one.id) > edition_of(than.id)
    return one.year is not None and than.year is not None and one.year > than.year
