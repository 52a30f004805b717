"""What is known of each document before it is read, and the check that its text is the one it was known by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import CorpusError
from corpus.yaml_files import parse_yaml

ID = r"[a-z0-9][a-z0-9-]*"
"""What a document's id may be, its edition left out."""
HASH = r"^[0-9a-f]{64}$"


class Repealed(BaseModel):
    """A document that another says it repeals or replaces.

    Attributes:
        title: Its name as printed there.
        number: Its number, where it is printed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    number: str | None = None


class Meta(BaseModel):
    """A document's bibliographic facts.

    ``year`` is None where no text supports one, and ``year_basis`` says how a year is known. ``aliases`` are what
    people call the document by; a question that uses one is about it.

    Attributes:
        file: The name of the file that it came as; of the founding documents, of their stored text.
        sha256: The hash of the stored text.
        number: The number that the issuer gave it (文号).
        validity: What it says of when it takes effect and how long it holds.
        repeals: What it says it repeals or replaces.
        edition: Which edition it is, counted from 1.
        former: The id of the edition before it in the library.
        later: The id of the edition after it in the library.
        repealed_by: The id of the document of the library that says it repeals this one.
        original: The hash of the file that it came as; None of the founding documents.
        format: The kind of that file.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=rf"^{ID}(@\d+)?$")
    file: str
    title: str
    issuer: str | None
    region: str | None
    level: str | None
    year: int | None
    year_basis: str
    status: str | None
    aliases: tuple[str, ...] = ()
    sha256: str = Field(pattern=HASH)
    number: str | None = None
    validity: str | None = None
    repeals: tuple[Repealed, ...] = ()
    edition: int = 1
    former: str | None = None
    later: str | None = None
    repealed_by: str | None = None
    original: str | None = None
    format: str | None = None


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: tuple[Meta, ...]


@dataclass(frozen=True, slots=True)
class StoredText:
    """A document's facts with its text, the hash of which was checked."""

    meta: Meta
    text: str


def read_manifest(folder: Path | Traversable) -> tuple[Meta, ...]:
    """The documents that a folder's ``manifest.yaml`` names.

    Raises:
        CorpusError: The manifest is missing, has an unknown or a wrong key, or names an id twice.
    """
    path = folder / "manifest.yaml"
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(f"manifest {path}: it does not exist. Name a folder that holds manifest.yaml.") from error
    try:
        manifest = _Manifest.model_validate(parse_yaml(data, f"manifest {path}", "Correct the line it names."))
    except ValidationError as error:
        reason = "; ".join(str(error).split("\n")[:3])
        raise CorpusError(f"manifest {path}: it is not valid ({reason}). Correct the key it names.") from error
    ids = [meta.id for meta in manifest.documents]
    for document in ids:
        if ids.count(document) > 1:
            raise CorpusError(f"manifest {path}: the id {document} stands twice. Give each document an id of its own.")
    return manifest.documents


def read_text(meta: Meta, texts: Path | Traversable) -> StoredText:
    """The stored text of a document, refused unless its hash is the manifest's.

    Raises:
        CorpusError: The file is missing, is not UTF-8, or is not the text that the manifest describes.
    """
    try:
        data = (texts / meta.file).read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(f"document {meta.id}: its text {meta.file} is missing. Restore the file.") from error
    found = hashlib.sha256(data).hexdigest()
    if found != meta.sha256:
        raise CorpusError(
            f"document {meta.id}: its text has sha256 {found[:16]}…, the manifest says {meta.sha256[:16]}…. "
            "Restore the original file, or give a changed text an edition of its own in the manifest."
        )
    try:
        return StoredText(meta, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"document {meta.id}: its text is not UTF-8 (byte {error.start}). Save it as UTF-8."
        ) from error


def founding_folder() -> Traversable:
    """The folder of the founding documents inside the package."""
    return files("corpus")
