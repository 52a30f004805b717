"""What slow checks found of a graph, kept in the data folder until the graph, or what checks it, is another."""

from __future__ import annotations

import hashlib
import os
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.errors import AppError
from kg.checks.verdict import Check, Figure, Said
from kg.graph import GraphStore

_LIBRARIES = ("owlready2", "owlrl", "pyshacl", "rdflib")
_CODE = (("ontology", "", ".py"), ("ontology", "shapes", ".ttl"), ("kg", "checks", ".py"))
"""Package, folder in it and ending of the files that decide what a check finds."""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    seconds: float
    ok: bool
    detail: tuple[str, str]
    findings: tuple[tuple[str, str], ...]
    remarks: tuple[tuple[str, str], ...]
    figures: dict[str, Figure]


def graph_key(graph: GraphStore, *circumstances: str) -> str:
    """A hash of the graph, of what checks it, and of the circumstances that a result depends on."""
    digest = hashlib.sha256()
    for part in (graph.canonical("stated"), graph.canonical("proposed"), *circumstances, *_checkers()):
        digest.update(hashlib.sha256(part.encode("utf-8")).digest())
    return digest.hexdigest()


def _checkers() -> list[str]:
    texts = [
        path.read_text(encoding="utf-8")
        for package, folder, ending in _CODE
        for path in sorted(files(package).joinpath(folder).iterdir(), key=lambda path: path.name)
        if path.name.endswith(ending)
    ]
    return [*(f"{name} {version(name)}" for name in _LIBRARIES), *texts]


class CheckStore:
    """A folder with the last result of each check that is kept.

    Args:
        folder: The folder; made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str, key: str) -> tuple[Check, float] | None:
        """The check's last result and the seconds it took, if it was of the same key."""
        try:
            kept = _Kept.model_validate_json((self._folder / f"{name}.json").read_bytes())
        except (OSError, ValidationError):
            return None  # nothing kept, or by another version: the check runs again
        if kept.key != key:
            return None
        check = Check(
            name,
            kept.ok,
            Said(*kept.detail),
            tuple(Said(*one) for one in kept.findings),
            tuple(Said(*one) for one in kept.remarks),
            kept.figures,
        )
        return check, kept.seconds

    def keep(self, check: Check, key: str, seconds: float) -> None:
        """Keep a result in place of the last one.

        Raises:
            AppError: The folder cannot be written.
        """
        kept = _Kept(
            key=key,
            seconds=seconds,
            ok=check.ok,
            detail=(check.detail.zh, check.detail.en),
            findings=tuple((one.zh, one.en) for one in check.findings),
            remarks=tuple((one.zh, one.en) for one in check.remarks),
            figures=dict(check.figures),
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                file.write(kept.model_dump_json())
            os.replace(file.name, self._folder / f"{check.name}.json")
        except OSError as error:
            raise AppError(
                f"{self._folder}: the result of a check cannot be kept ({error.strerror}). Make the folder writable."
            ) from error
