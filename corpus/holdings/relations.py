"""How documents of the library stand to each other: editions in their order, what a later text repeals, equal texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.holdings.record import document_of, edition_of
from corpus.manifest import Meta, Repealed

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
    """What is repealed, by what."""
    return {
        other.id: meta.id
        for meta in metas
        for repealed in meta.repeals
        for other in metas
        if other.id != meta.id and _is_meant(repealed, other, meta)
    }


def _is_meant(repealed: Repealed, other: Meta, by: Meta) -> bool:
    """Whether a document is the one that another repeals: by its number, else by its whole title."""
    if repealed.number is not None and other.number is not None:
        return bare_title(repealed.number) == bare_title(other.number)
    title = bare_title(repealed.title)
    return len(title) >= _SHORTEST_TITLE and title == bare_title(other.title) and not _newer(other, by)


def _newer(one: Meta, than: Meta) -> bool:
    """Whether a document is known to be newer: a title alone, without a number, then means an older text."""
    if document_of(one.id) == document_of(than.id):
        return edition_of(one.id) > edition_of(than.id)
    return one.year is not None and than.year is not None and one.year > than.year
