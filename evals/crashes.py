"""Kills builds and changes of the library at random moments, and looks whether anything was lost or left half done.

``python -m evals.crashes --data COPY --files … --times 100`` works on a data folder that it may change: give it a copy.
After each kill the next command must find the library as it was before or as it was meant to be, with every text, row,
index and alignment whole.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.holdings.store import LIBRARY, Holdings
from evals.errors import EvalError
from kg.checks.alignments import check_alignments
from kg.checks.provenance import check_provenance
from kg.errors import GraphError
from kg.snapshot import DataFolder
from retrieval.errors import RetrievalError
from retrieval.index_check import check_indexes
from retrieval.snapshot_reader import Snapshot

_COMMAND = (sys.executable, "-m", "app.cli")
_LONGEST_S = 600
_NEAR_THE_END = 0.8

State = tuple[tuple[str, str], ...]
"""The documents of a library: the id of each and the hash of its text."""


@dataclass(frozen=True, slots=True)
class Round:
    """One command that was killed, or was too quick to be.

    Attributes:
        deed: The command's arguments.
        killed_s: After how many seconds it was killed; None where it ended by itself.
        found: ``before``, ``after`` or ``neither``: the state that the next command found.
        faults: What was lost, half done or wrong.
    """

    deed: tuple[str, ...]
    killed_s: float | None
    found: str
    faults: tuple[str, ...]


class Crashes:
    """Runs commands over one data folder and kills them.

    Args:
        data: The data folder; it is changed.
        files: Files to ingest and to remove again.
        chance: Where moments come from.
        command: How the command line is called.

    Attributes:
        known: The documents that the last command found.
    """

    def __init__(
        self, data: Path, files: Sequence[Path], chance: random.Random, command: Sequence[str] = _COMMAND
    ) -> None:
        self._data = data
        self._files = tuple(files)
        self._chance = chance
        self._command = tuple(command)
        self._lasts: dict[str, float] = {}
        self.known: State = ()

    def round(self, deed: tuple[str, ...]) -> Round:
        """Start a command, kill it at a random moment, and look at what it left."""
        before = self.known
        if deed[0] == "build":  # from nothing but the library and the vectors that are kept
            shutil.rmtree(self._data / "builds")
        lasts = self._lasts[deed[0]]
        # Half of the moments lie near the end, where what was made is put in its place.
        moment = self._chance.uniform(self._chance.choice((0.0, _NEAR_THE_END)) * lasts, lasts)
        began = time.monotonic()
        running = subprocess.Popen(
            [*self._command, *deed, "--data", str(self._data)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            running.wait(timeout=moment)
            killed = None
            self._lasts[deed[0]] = time.monotonic() - began
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            killed = moment
            self._lasts[deed[0]] = lasts * 1.02  # a guess that is too short never reaches the end
        return self._judged(deed, killed, before)

    def learn(self) -> None:
        """Run each deed once to its end, to know how long it lasts.

        Raises:
            EvalError: One fails.
        """
        for deed in (("build",), ("ingest", *map(str, self._files)), ("remove", *(file.stem for file in self._files))):
            began = time.monotonic()
            self._ran([*deed])
            self._lasts[deed[0]] = time.monotonic() - began
        self.state()

    def next_deed(self) -> tuple[str, ...]:
        """A deed by chance: to build anew, to take in what is not there yet, or to remove what is."""
        there = {name for name, _ in self.known}
        new = tuple(str(file) for file in self._files if file.stem not in there)
        old = tuple(file.stem for file in self._files if file.stem in there)
        deeds = ([("ingest", *new)] if new else []) + ([("remove", *old)] if old else [])
        return self._chance.choice([*deeds, *deeds, ("build",)])

    def state(self) -> State:
        """The documents that a command finds now; the command first finishes what was begun.

        Raises:
            EvalError: It fails.
        """
        said = json.loads(self._ran(["documents", "--json"]))
        self.known = tuple((one["id"], one["sha256"]) for one in said["documents"])
        return self.known

    def _judged(self, deed: tuple[str, ...], killed: float | None, before: State) -> Round:
        held = Holdings(self._data / LIBRARY)
        try:
            for record in held.records().documents:
                held.load(record)
            after = self.state()
            faults = self._wrong(held)
        except (CorpusError, EvalError, GraphError, RetrievalError) as error:
            return Round(deed, killed, "neither", (str(error),))
        found = "before" if after == before else "after" if self._is_meant(deed, before, after) else "neither"
        if found == "neither":
            faults.append(f"{[name for name, _ in before]} became {[name for name, _ in after]}")
        if killed is None and found == "before" and deed[0] != "build":
            faults.append("it ended by itself and changed nothing")
        return Round(deed, killed, found, tuple(faults))

    def _is_meant(self, deed: tuple[str, ...], before: State, after: State) -> bool:
        """Whether a state is what a command was to lead to: all of its files are there, or all of them gone."""
        named = {Path(file).stem for file in deed[1:]}
        others = [one for one in before if one[0] not in named]
        there = {name for name, _ in after}
        if [one for one in after if one[0] not in named] != others:
            return False
        return named <= there if deed[0] == "ingest" else not named & there

    def _wrong(self, held: Holdings) -> list[str]:
        current = DataFolder(self._data).current()
        if current is None:
            return ["nothing is built"]
        snapshot = Snapshot.open(current)
        checks = (
            check_provenance(snapshot.documents, snapshot.graph),
            check_indexes(snapshot),
            check_alignments(snapshot.alignments, snapshot.graph),
        )
        faults = [finding.en for check in checks for finding in check.findings]
        if snapshot.manifest.library != held.state():
            faults.append("the build is of another state of the library")
        return faults

    def _ran(self, arguments: list[str]) -> str:
        done = subprocess.run(
            [*self._command, *arguments, "--data", str(self._data)],
            capture_output=True,
            text=True,
            check=False,
            timeout=_LONGEST_S,
        )
        if done.returncode != 0:
            raise EvalError(f"{' '.join(arguments)}: ended with {done.returncode} ({done.stderr.strip()[-300:]}).")
        return done.stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill commands over a data folder; returns 1 where anything was found wrong."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--data", type=Path, required=True, help="a data folder that may be changed")
    parser.add_argument("--files", type=Path, required=True, nargs="+", help="files to ingest, not yet in the library")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--module", default="app.cli", help="the module that is run as the command line")
    given = parser.parse_args(arguments)
    chance = random.Random(given.seed)
    crashes = Crashes(given.data, given.files, chance, (sys.executable, "-m", given.module))
    crashes.learn()
    counts: Counter[str] = Counter()
    for number in range(1, given.times + 1):
        done = crashes.round(crashes.next_deed())
        counts[f"{done.deed[0]}, {'killed' if done.killed_s is not None else 'ended'}, {done.found}"] += 1
        counts["faults"] += len(done.faults)
        moment = "ended by itself" if done.killed_s is None else f"killed after {done.killed_s:.2f} s"
        print(f"{number:4}  {done.deed[0]:7} {moment:22} {done.found:8} {'; '.join(done.faults)}", flush=True)
    print(json.dumps(dict(sorted(counts.items())), ensure_ascii=False))
    return 1 if counts["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
