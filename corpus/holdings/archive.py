"""A backup of the library: one file with all of it, checked as a whole before anything of it is used.

::

    backup.zip
      gongbiao-backup.json    what it is, and the state it holds
      manifest.yaml           the records
      texts/ shapes/ originals/ corrections/

A build is not part of it: it is made again from the library.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.errors import CorpusError
from corpus.holdings.corrections import parse_corrections
from corpus.holdings.record import Records
from corpus.holdings.shape_json import parse_shape
from corpus.holdings.store import (
    MANIFEST,
    Holdings,
    content_files,
    corrections_file,
    decode_text,
    dump_records,
    parse_records,
    require_hash,
    shape_file,
    text_file,
)

ABOUT = "gongbiao-backup.json"
_KIND = "gongbiao library"
_VERSION = 1
_CONTENT = re.compile(r"(?:texts|shapes|originals|corrections)/[0-9a-f]{64}\.[a-z]{2,5}")
_MIB = 1 << 20
_LARGEST_FILE = 64 * _MIB
_LARGEST = 8192 * _MIB
_MOST_FILES = 100_000
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked.

    Attributes:
        records: Its records.
        path: Its file.
    """

    records: Records
    path: Path

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Every content file with its bytes; they are checked again as they are read.

        Raises:
            CorpusError: The file changed since it was checked.
        """
        with _opened(self.path) as archive:
            for name in sorted({name for record in self.records.documents for name in content_files(record)}):
                data = _bytes(archive, name, self.path)
                require_hash(data, name, f"backup {self.path.name}")
                yield name, data


def write_backup(holdings: Holdings, file: BinaryIO, settings: Mapping[str, str]) -> Records:
    """Write a library into an open file, which the caller puts in its place.

    Equal libraries make equal files.

    Args:
        holdings: The library; nobody may write it meanwhile.
        file: The file, empty yet.
        settings: What the library is used with, for a person to read.

    Raises:
        CorpusError: A content is missing or damaged.
    """
    records = holdings.records()
    data = dump_records(records)
    about = {
        "kind": _KIND,
        "version": _VERSION,
        "manifest": hashlib.sha256(data).hexdigest(),
        "settings": dict(settings),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, ABOUT, json.dumps(about, ensure_ascii=False, indent=2).encode("utf-8"))
        _put(archive, MANIFEST, data)
        written: set[str] = set()
        for record in records.documents:
            for name in content_files(record):
                if name not in written:
                    written.add(name)
                    _put(archive, name, holdings.content(record, name))
    return records


def is_backup(path: Path) -> bool:
    """Whether a file says of itself that it is a backup."""
    try:
        with zipfile.ZipFile(path) as archive:
            return ABOUT in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def check_backup(path: Path) -> Backup:
    """Read a backup through: names, sizes, hashes, records and contents.

    Raises:
        CorpusError: It cannot be used; nothing was changed.
    """
    with _opened(path) as archive:
        _require_harmless(archive, path)
        about = _about(archive, path)
        manifest = _bytes(archive, MANIFEST, path)
        if hashlib.sha256(manifest).hexdigest() != about.get("manifest"):
            raise _useless(path, "its manifest was changed")
        records = parse_records(manifest, f"{path.name}/{MANIFEST}")
        named = {name for record in records.documents for name in content_files(record)}
        held = set(archive.namelist()) - {ABOUT, MANIFEST}
        if missing := sorted(named - held):
            raise _useless(path, f"it lacks {missing[0]}")
        if more := sorted(held - named):
            raise _useless(path, f"it holds {more[0]}, which no record names")
        for record in records.documents:
            for name in content_files(record):
                data = _bytes(archive, name, path)
                require_hash(data, name, f"backup {path.name}")
                if name == text_file(record):
                    decode_text(data, record)
                elif name == shape_file(record):
                    parse_shape(data, name)
                elif name == corrections_file(record):
                    parse_corrections(data, name)
    return Backup(records, path)


def _require_harmless(archive: zipfile.ZipFile, path: Path) -> None:
    """Nothing where all names are those of a library's files, each once, none larger than it may be."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _LARGEST:
        raise _useless(path, "it is larger than a library may be")
    for entry in entries:
        if entry.filename not in (ABOUT, MANIFEST) and not _CONTENT.fullmatch(entry.filename):
            raise _useless(path, f"it holds {entry.filename!r}, which is no file of a library")
        if entry.file_size > _LARGEST_FILE or entry.flag_bits & 1:
            raise _useless(path, f"{entry.filename} is too large or encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _useless(path, f"{entry.filename} is packed in another way than a backup is")
    if len(names) != len(set(names)):
        raise _useless(path, "a file stands in it twice")


def _about(archive: zipfile.ZipFile, path: Path) -> Mapping[str, object]:
    try:
        about = json.loads(_bytes(archive, ABOUT, path))
    except ValueError:
        about = None
    if not isinstance(about, dict) or about.get("kind") != _KIND:
        raise _useless(path, "it does not say what it is")
    if about.get("version") != _VERSION:
        raise _useless(path, f"it is of version {about.get('version')}, not {_VERSION}")
    return about


def _bytes(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(_LARGEST_FILE + 1)
    except KeyError:
        raise _useless(path, f"it lacks {name}") from None
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise _useless(path, f"{name} cannot be read") from error
    if len(data) > _LARGEST_FILE:
        raise _useless(path, f"{name} is too large")
    return data


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no archive"
        raise _useless(path, reason) from error
    with archive:
        yield archive


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _useless(path: Path, why: str) -> CorpusError:
    return CorpusError(f"backup {path}: it cannot be restored ({why}). Choose a file that `gongbiao backup` wrote.")
