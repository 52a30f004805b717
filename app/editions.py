"""Two editions of one document, found by what a person calls them, and what changed between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import CorpusError
from corpus.holdings.record import document_of, edition_of
from corpus.library import Document
from corpus.manifest import ID
from kg.editions.differing import EditionRow, edition_rows, lineage_between

_EDITION = re.compile(rf"{ID}(?:@[1-9]\d{{0,5}})?")


@dataclass(frozen=True, slots=True)
class EditionPair:
    """Two editions and their rows.

    Attributes:
        former: The former edition.
        later: The later one.
        rows: All rows of both, in the later one's order.
    """

    former: Document
    later: Document
    rows: tuple[EditionRow, ...]


def find_editions(documents: Sequence[Document], one: str, other: str | None = None) -> EditionPair:
    """The editions that a person means, the former first whichever was named first.

    Args:
        documents: The library's documents.
        one: A document's id, for its last two editions; or an edition, ``ID@1`` being the first.
        other: Another edition of the same document.

    Raises:
        CorpusError: There is no such edition, or nothing to hold it against.
    """
    for name in filter(None, (one, other)):
        if not _EDITION.fullmatch(name):
            raise CorpusError(f"document {name}: no edition is named so. Write ID or ID@2.")
    editions = sorted(
        (document for document in documents if document_of(document.meta.id) == document_of(one)),
        key=lambda document: edition_of(document.meta.id),
    )
    if not editions:
        raise CorpusError(f"document {one}: there is none of this id. List ids with `gongbiao documents`.")
    places = [_place(editions, name) for name in _named(editions, one, other)]
    first, last = min(places), max(places)
    if first == last:
        known = "、".join(f"{document_of(one)}@{edition_of(document.meta.id)}" for document in editions)
        raise CorpusError(
            f"document {one}: it has no other edition to be held against. Its editions: {known}. Name two of them."
        )
    between = editions[first : last + 1]
    lineage = lineage_between([document.clauses for document in between])
    return EditionPair(between[0], between[-1], edition_rows(between[0].clauses, between[-1].clauses, lineage))


def _named(editions: Sequence[Document], one: str, other: str | None) -> tuple[str, str]:
    if other is not None:
        if document_of(one) != document_of(other):
            raise CorpusError(
                f"document {other}: no edition of {document_of(one)}. Compare two documents with `gongbiao compare`."
            )
        return one, other
    if "@" not in one:
        ids = [document.meta.id for document in editions]
        return ids[-2] if len(ids) > 1 else ids[-1], ids[-1]
    before = [document.meta.id for document in editions if edition_of(document.meta.id) < edition_of(one)]
    return before[-1] if before else one, one


def _place(editions: Sequence[Document], name: str) -> int:
    for place, document in enumerate(editions):
        if edition_of(document.meta.id) == edition_of(name):
            return place
    known = "、".join(f"{document_of(name)}@{edition_of(document.meta.id)}" for document in editions)
    raise CorpusError(f"document {name}: there is no such edition. Known: {known}.")
