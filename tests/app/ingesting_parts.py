"""A library over one short document, with an embedder that knows no meanings: a build takes a second or two."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from app.assessed import Ingested
from app.ingesting import Ingesting
from app.library_changes import LibraryChanges
from corpus.holdings.given import Given
from kg.snapshot import DataFolder
from retrieval.embedder import Embedder
from retrieval.snapshot_reader import Snapshot
from tests.retrieval.fake_parts import BagEmbedder

ALWAYS = "数字化车间建设要求\n\n一、要求\n\n车间应实现设备联网。\n"


class Desk:
    """What a person does with a data folder.

    Args:
        root: An empty folder.
        embedder: Makes the vectors.
    """

    def __init__(self, root: Path, embedder: Embedder | None = None) -> None:
        self.root = root
        self.data = root / "data"
        self.embedder = embedder or BagEmbedder()
        self.opened = 0
        founding = root / "founding"
        if (founding / "manifest.yaml").exists():
            return
        (founding / "texts").mkdir(parents=True, exist_ok=True)
        (founding / "texts" / "always.txt").write_text(ALWAYS, encoding="utf-8")
        meta = {
            **dict.fromkeys(("issuer", "region", "level", "year", "status")),
            **{"id": "always", "file": "always.txt", "title": "数字化车间建设要求", "year_basis": "文中未写年份"},
            "sha256": hashlib.sha256(ALWAYS.encode()).hexdigest(),
        }
        (founding / "manifest.yaml").write_text(json.dumps({"documents": [meta]}), encoding="utf-8")

    @property
    def changes(self) -> LibraryChanges:
        """What changes the library, as a new command has it."""
        return LibraryChanges(self.data, self._embedder, founding=self.root / "founding")

    def file(self, name: str, text: str) -> Path:
        """A text file of the person."""
        path = self.root / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ingest(self, *paths: Path, **said: object) -> tuple[Ingested, ...]:
        """Take files in."""
        return Ingesting(self.changes).ingest(paths, Given(**said))  # type: ignore[arg-type]

    @property
    def snapshot(self) -> Snapshot:
        """The current build."""
        current = DataFolder(self.data).current()
        assert current is not None
        return Snapshot.open(current)

    @property
    def ids(self) -> list[str]:
        """The documents of the current build."""
        return [record.meta.id for record in self.snapshot.manifest.documents]

    def _embedder(self) -> Embedder:
        self.opened += 1
        return self.embedder
