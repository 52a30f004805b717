"""All checks of a build, one after the other; one that cannot be run counts as failed and says why."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.check_store import CheckStore, graph_key
from app.console import LAYER_ERRORS
from app.messages import in_chinese
from kg.checks.alignments import check_alignments
from kg.checks.completeness import check_completeness
from kg.checks.inference import check_inference
from kg.checks.mappings import check_mappings
from kg.checks.ontology_terms import check_ontology
from kg.checks.provenance import check_provenance
from kg.checks.verdict import Check, Said
from kg.checks.vocabularies import check_vocabularies
from ontology.hermit import find_java
from ontology.mappings import mapping_files
from retrieval.index_check import check_indexes
from retrieval.snapshot_reader import Snapshot

CHECKS = ("provenance", "shacl", "reasoner", "vocabularies", "mappings", "alignments", "indexes", "ontology")
SLOW = ("shacl", "reasoner")
"""Their results are kept until the graph is another."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check that was made.

    Attributes:
        check: What it says.
        seconds: How long it took, also where it was kept.
        kept: Whether the result is an earlier one of the same graph.
    """

    check: Check
    seconds: float
    kept: bool


class Checker:
    """The checks of one build.

    Args:
        snapshot: The build.
        store: Keeps the results of slow checks.
        unattended: Whether a check that cannot run in full, for want of Java, counts as failed.
        java: The command that runs Java; None where there is none.
    """

    def __init__(self, snapshot: Snapshot, store: CheckStore, unattended: bool, java: str | None) -> None:
        self._snapshot = snapshot
        self._store = store
        self._unattended = unattended
        self._java = java

    @classmethod
    def of(cls, snapshot: Snapshot, data: Path, unattended: bool) -> Checker:
        """The checks of a build, results kept in the data folder, with the Java of this machine."""
        return cls(snapshot, CheckStore(data / "checks"), unattended, find_java())

    def run(self, fresh: bool = False, starting: Callable[[str], None] | None = None) -> Iterator[Outcome]:
        """Make all checks, in the order of ``CHECKS``.

        Args:
            fresh: Make also those whose result is kept.
            starting: Told the name of each slow check before it is made.
        """
        for name in CHECKS:
            try:
                yield self._kept(name, fresh, starting) if name in SLOW else _timed(name, self._make)
            except LAYER_ERRORS as error:
                yield Outcome(_impossible(name, error), 0.0, False)

    def _kept(self, name: str, fresh: bool, starting: Callable[[str], None] | None) -> Outcome:
        key = graph_key(self._snapshot.graph, f"java {self._java is not None}", f"unattended {self._unattended}")
        known = None if fresh else self._store.find(name, key)
        if known is not None:
            return Outcome(*known, kept=True)
        if starting is not None:
            starting(name)
        outcome = _timed(name, self._make)
        self._store.keep(outcome.check, key, outcome.seconds)
        return outcome

    def _make(self, name: str) -> Check:
        snapshot = self._snapshot
        if name == "provenance":
            return check_provenance(snapshot.documents, snapshot.graph)
        if name == "shacl":
            return check_completeness(snapshot.graph)
        if name == "reasoner":
            return check_inference(snapshot.graph, self._java, self._unattended)
        if name == "vocabularies":
            schemes = snapshot.schemes
            return check_vocabularies(snapshot.clauses, schemes["systems"], schemes["technologies"], snapshot.graph)
        if name == "mappings":
            return check_mappings(mapping_files(), snapshot.graph)
        if name == "alignments":
            return check_alignments(snapshot.alignments, snapshot.graph)
        if name == "indexes":
            return check_indexes(snapshot)
        return check_ontology(snapshot.graph)


def _timed(name: str, make: Callable[[str], Check]) -> Outcome:
    began = time.perf_counter()
    check = make(name)
    return Outcome(check, round(time.perf_counter() - began, 2), False)


def _impossible(name: str, error: Exception) -> Check:
    reason = " ".join(str(error).split())
    return Check(
        name,
        False,
        Said("无法检查", "cannot be checked"),
        (Said(f"无法检查：{in_chinese(reason)}", f"cannot be checked: {reason}"),),
    )
