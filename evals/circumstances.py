"""What was measured, with what, where and when: figures without these cannot be compared."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from drafting.answering import BUNDLED
from drafting.bundled_model import WEIGHTS_SHA256
from evals.question import QuestionSet
from evals.report import Table
from evals.system import Workspace
from retrieval.embedders.bundled import bundled_weights

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The circumstances of a run.

    Attributes:
        day: The day, in universal time.
        machine: Its cores, architecture and system.
        corpus: The hash of each document's stored text.
        clauses: How many rows they make.
        models: Embedder and generator: the name of each with the hash of its weights, where it is known.
        prompts: The hash of each file of worked examples.
        wordings: The hash of each file of everyday wordings.
        sets: The hash and the number of the questions of each set.
    """

    day: date
    machine: str
    corpus: Mapping[str, str]
    clauses: int
    models: Mapping[str, tuple[str, str | None]]
    prompts: Mapping[str, str]
    wordings: Mapping[str, str]
    sets: Mapping[str, tuple[str, int]]
    name: str = "circumstances"

    @property
    def complete(self) -> bool:
        """They are always known."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """One table of names with the beginnings of hashes."""
        rows = [("day", self.day.isoformat()), ("machine", self.machine)]
        rows += [(f"text {name}", digest[:_SHORT]) for name, digest in self.corpus.items()]
        rows += [(role, f"{name} {(digest or '')[:_SHORT]}".strip()) for role, (name, digest) in self.models.items()]
        rows += [(f"prompt {name}", digest[:_SHORT]) for name, digest in self.prompts.items()]
        rows += [(f"wordings {name}", digest[:_SHORT]) for name, digest in self.wordings.items()]
        rows += [(f"questions {name}", f"{digest[:_SHORT]}, {count}") for name, (digest, count) in self.sets.items()]
        return (Table("Circumstances", ("", "what it was"), tuple(rows)),)

    def to_json(self) -> Mapping[str, Any]:
        """The same with whole hashes."""
        return {
            "date": self.day.isoformat(),
            "machine": self.machine,
            "corpus": dict(self.corpus),
            "clauses": self.clauses,
            "models": {role: {"name": name, "sha256": digest} for role, (name, digest) in self.models.items()},
            "prompts": dict(self.prompts),
            "wordings": dict(self.wordings),
            "sets": {name: {"sha256": digest, "questions": count} for name, (digest, count) in self.sets.items()},
        }


def circumstances(workspace: Workspace, sets: Sequence[QuestionSet]) -> Circumstances:
    """Those of a run that begins now."""
    return Circumstances(
        day=datetime.now(UTC).date(),
        machine=f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, no graphics card is used",
        corpus={document.meta.id: _digest(document.text) for document in workspace.documents},
        clauses=len(workspace.clauses),
        models={"embedder": _embedder(workspace.searcher.embedder.name), "generator": _generator(workspace)},
        prompts=dict(_digests(files("drafting").joinpath("prompts"), ".txt")),
        wordings=dict(_digests(files("retrieval").joinpath("wordings"), ".jsonl")),
        sets={one.name: (one.sha256, len(one.questions)) for one in sets},
    )


def _embedder(name: str) -> tuple[str, str | None]:
    bundled = bundled_weights()
    return name, bundled.sha256 if name.endswith(bundled.sha256[:_SHORT]) else None


def _generator(workspace: Workspace) -> tuple[str, str | None]:
    name = workspace.generator().name
    return name, WEIGHTS_SHA256 if name == BUNDLED else None


def _digests(folder: Traversable, ending: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(ending):
            yield entry.name, _digest(entry.read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
