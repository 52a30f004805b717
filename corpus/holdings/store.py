"""The library's folder: contents by their hash, and one manifest that moves from state to state at once.

::

    DATA/library/
      manifest.yaml               all records; replaced atomically, and nothing holds until it is
      texts/SHA256.txt            stored texts, byte for byte
      shapes/SHA256.json          what their files show beside the words
      originals/SHA256.docx       the files as they came
      corrections/SHA256.yaml     what people corrected

A content file is written once, flushed to the disk before any manifest names it, and removed only when none does: a
crash at any moment leaves the former state, or the new one.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from corpus.errors import CorpusError
from corpus.flushing import flush_folder
from corpus.holdings.corrections import parse_corrections
from corpus.holdings.record import Held, Record, Records
from corpus.holdings.shape_json import dump_shape, parse_shape
from corpus.shape import Shape
from corpus.yaml_files import format_yaml, parse_yaml

LIBRARY = "library"
"""The library's folder within a data folder."""
MANIFEST = "manifest.yaml"
TEXTS, SHAPES, ORIGINALS, CORRECTIONS = "texts", "shapes", "originals", "corrections"
_FOLDERS = (TEXTS, SHAPES, ORIGINALS, CORRECTIONS)
_PART = ".part"


class Holdings:
    """The library in a data folder; whoever writes holds the data folder's lock.

    Args:
        path: The library's folder; the first writer makes it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def state(self) -> str:
        """What names the library's present state: the hash of its manifest; empty where there is none.

        Raises:
            CorpusError: The manifest cannot be read.
        """
        data = self._read_manifest()
        return hashlib.sha256(data).hexdigest() if data is not None else ""

    def records(self) -> Records:
        """All records.

        Raises:
            CorpusError: The manifest cannot be read or is not valid.
        """
        return self.records_with_state()[0]

    def records_with_state(self) -> tuple[Records, str]:
        """All records and what names the state that they are of, read at once.

        Raises:
            CorpusError: The manifest cannot be read or is not valid.
        """
        data = self._read_manifest()
        if data is None:
            return Records(), ""
        return parse_records(data, str(self.path / MANIFEST)), hashlib.sha256(data).hexdigest()

    def load(self, record: Record) -> Held:
        """A record with its contents, their hashes checked.

        Raises:
            CorpusError: A content file is missing or damaged.
        """
        text = self.content(record, text_file(record))
        shape = shape_file(record)
        corrected = corrections_file(record)
        return Held(
            record,
            decode_text(text, record),
            parse_shape(self.content(record, shape), f"document {record.id}") if shape else Shape(),
            parse_corrections(self.content(record, corrected), corrected) if corrected else None,
        )

    def content(self, record: Record, name: str) -> bytes:
        """The bytes of one of a record's content files, refused unless they have the hash that names them.

        Raises:
            CorpusError: It is missing or damaged.
        """
        try:
            data = (self.path / name).read_bytes()
        except OSError as error:
            raise CorpusError(
                f"document {record.id}: {name} of the library cannot be read ({error.strerror}). "
                "Restore a backup, or remove the document and ingest its file again."
            ) from error
        require_hash(data, name, f"document {record.id}")
        return data

    def keep_text(self, text: str) -> str:
        """Keep a text; returns its hash."""
        return self._keep(TEXTS, text.encode("utf-8"), ".txt")

    def keep_shape(self, shape: Shape) -> str | None:
        """Keep a shape; returns its hash, or None for one that shows nothing."""
        return self._keep(SHAPES, dump_shape(shape), ".json") if shape != Shape() else None

    def keep_original(self, data: bytes, kind: str) -> str:
        """Keep a file as it came; returns its hash."""
        return self._keep(ORIGINALS, data, f".{kind}")

    def keep_corrections(self, data: bytes) -> str:
        """Keep a file of corrections; returns its hash."""
        return self._keep(CORRECTIONS, data, ".yaml")

    def keep_file(self, name: str, data: bytes) -> None:
        """Keep a content file of another library under the name that its hash gives it.

        Raises:
            CorpusError: The disk refuses.
        """
        self._write(self.path / name, data)

    def replace(self, records: Records) -> None:
        """Go over to another state, at once; all its contents must be kept already.

        Raises:
            CorpusError: A content file is missing, or the manifest cannot be written.
        """
        for record in records.documents:
            for name in content_files(record):
                if not (self.path / name).is_file():
                    raise CorpusError(f"document {record.id}: {name} was not kept. Ingest its file again.")
        self._write(self.path / MANIFEST, dump_records(records), replacing=True)

    def sweep(self, records: Records) -> None:
        """Remove content files that no record names, and what a crash left half written."""
        wanted = {name for record in records.documents for name in content_files(record)}
        for folder in _FOLDERS:
            for path in _files(self.path / folder):
                if f"{folder}/{path.name}" not in wanted:
                    path.unlink(missing_ok=True)
        for path in _files(self.path):
            if path.suffix == _PART:
                path.unlink(missing_ok=True)

    def _keep(self, folder: str, data: bytes, ending: str) -> str:
        name = hashlib.sha256(data).hexdigest()
        self._write(self.path / folder / f"{name}{ending}", data)
        return name

    def _write(self, path: Path, data: bytes, *, replacing: bool = False) -> None:
        """Write a file whole and flushed, or not at all; one that holds these bytes already stays."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not replacing and path.is_file() and path.read_bytes() == data:
                return
            descriptor, temporary = tempfile.mkstemp(suffix=_PART, dir=path.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
            flush_folder(path.parent)
        except OSError as error:
            raise CorpusError(
                f"library {self.path}: cannot be written ({error.strerror or error}). Choose another data folder."
            ) from error

    def _read_manifest(self) -> bytes | None:
        try:
            return (self.path / MANIFEST).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CorpusError(
                f"library {self.path}: its manifest cannot be read ({error.strerror}). Check its permissions."
            ) from error


def dump_records(records: Records) -> bytes:
    """The manifest as its file holds it; what is at its default is left out."""
    return format_yaml(records.model_dump(mode="json", exclude_defaults=True) | {"version": records.version})


def state_of(records: Records) -> str:
    """What :meth:`Holdings.state` will say once these records are the library's."""
    return hashlib.sha256(dump_records(records)).hexdigest()


def parse_records(data: bytes, name: str) -> Records:
    """Read a manifest.

    Raises:
        CorpusError: It is not valid; the key is named.
    """
    read = parse_yaml(data, f"library {name}", "Restore a backup.")
    try:
        return Records.model_validate(read)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CorpusError(f"library {name}: {where}: {first['msg']}. Restore a backup.") from None


def decode_text(data: bytes, record: Record) -> str:
    """A stored text.

    Raises:
        CorpusError: It is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"document {record.id}: its stored text is not UTF-8. Ingest its file again.") from error


def require_hash(data: bytes, name: str, owner: str) -> None:
    """Nothing where a content file holds what its name says.

    Raises:
        CorpusError: It does not.
    """
    if hashlib.sha256(data).hexdigest() != Path(name).stem:
        raise CorpusError(
            f"{owner}: {name} of the library was changed or damaged. "
            "Restore a backup, or remove the document and ingest its file again."
        )


def text_file(record: Record) -> str:
    """Where a record's text lies, within the library's folder."""
    return f"{TEXTS}/{record.text}.txt"


def shape_file(record: Record) -> str | None:
    """Where a record's shape lies."""
    return f"{SHAPES}/{record.shape}.json" if record.shape else None


def original_file(record: Record) -> str:
    """Where the file lies as it came."""
    return f"{ORIGINALS}/{record.original}.{record.format}"


def corrections_file(record: Record) -> str | None:
    """Where a record's corrections lie."""
    return f"{CORRECTIONS}/{record.corrections}.yaml" if record.corrections else None


def content_files(record: Record) -> tuple[str, ...]:
    """All content files of a record, within the library's folder."""
    found: Iterable[str | None] = (text_file(record), shape_file(record), original_file(record))
    return tuple(name for name in (*found, corrections_file(record)) if name is not None)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in sorted(folder.iterdir()) if path.is_file())
