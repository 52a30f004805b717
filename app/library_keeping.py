"""Removing documents, backing the library up, and putting a backup in its place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import AppError
from app.library_changes import LibraryChanges
from corpus.errors import CorpusError
from corpus.holdings.archive import check_backup, is_backup, write_backup
from corpus.holdings.record import Record, Records
from kg.replacing import replacing
from retrieval.errors import RetrievalError


def remove_documents(changes: LibraryChanges, identifiers: Sequence[str]) -> tuple[str, ...]:
    """Remove documents with all their editions, or single editions (``ID@2``; ``ID@1`` is the first).

    Args:
        changes: Changes the library.
        identifiers: Their ids.

    Returns:
        The ids of what was removed.

    Raises:
        CorpusError: One is not in the library; nothing was removed.
        GraphError: The data folder cannot be written.
        RetrievalError: The build cannot be made.
    """
    with changes.alone():
        records = changes.holdings.records()
        founding = changes.founding_texts()
        named = {name: _meant(records, founding, name) for name in identifiers}
        gone = {record.id for found in named.values() for record in found}
        kept = tuple(record for record in records.documents if record.id not in gone)
        changes.go_over(records.model_copy(update={"documents": kept}))
    return tuple(record.id for record in records.documents if record.id in gone)


def back_up(changes: LibraryChanges, path: Path, settings: Mapping[str, str]) -> Records:
    """Write the library into one file, whole or not at all; the data folder itself need not be writable.

    Args:
        changes: Changes the library.
        path: The file; an earlier backup is replaced, another file is not.
        settings: What the library is used with.

    Raises:
        AppError: The place holds something that is no backup.
        CorpusError: The library is damaged.
        GraphError: The file cannot be written.
    """
    if path.exists() and not is_backup(path):
        raise AppError(f"{path}: holds something that is no backup. Choose another file.")
    with changes.at_rest(), replacing(path) as file:
        records = write_backup(changes.holdings, file, settings)
        file.flush()
        os.fsync(file.fileno())
    return records


def restore_library(changes: LibraryChanges, path: Path) -> Records:
    """Put a backup in the library's place: it is checked first, and the former library stays until all is done.

    Args:
        changes: Changes the library.
        path: The backup.

    Raises:
        CorpusError: The backup cannot be used; nothing was changed.
        GraphError: The data folder cannot be written.
        RetrievalError: The build cannot be made.
    """
    backup = check_backup(path)
    with changes.alone():
        for name, data in backup.contents():
            changes.holdings.keep_file(name, data)
        if not _is_in_place(changes, backup.records):
            changes.go_over(backup.records)
    return backup.records


def _is_in_place(changes: LibraryChanges, records: Records) -> bool:
    """Whether the library holds just these records, built; one that cannot be read holds nothing that is kept."""
    try:
        return changes.holdings.records() == records and changes.is_current()
    except (CorpusError, RetrievalError):
        return False


def _meant(records: Records, founding: Mapping[str, str], name: str) -> list[Record]:
    document, mark, number = name.partition("@")
    found = [
        record
        for record in records.documents
        if record.document == document and (not mark or (number.isdecimal() and record.edition == int(number)))
    ]
    if found:
        return found
    if document in founding:
        raise CorpusError(
            f"document {name}: it comes with the product and cannot be removed. Leave it out of a question with "
            "--document."
        )
    known = "、".join(record.id for record in records.documents) or "none"
    raise CorpusError(f"document {name}: it is not in the library. Ingested documents: {known}.")
