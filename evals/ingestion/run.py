"""Judge the suite, whole or one split; tell what went wrong in one file of the open split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.clause import Clause
from corpus.readers.limits import Limits
from corpus.readers.opening import read_file
from corpus.reading import read_clauses
from evals.errors import EvalError
from evals.ingestion.alignment import align
from evals.ingestion.as_text import lines_of
from evals.ingestion.content import Split
from evals.ingestion.judging import found_rows, judge
from evals.ingestion.marks import marks, said_of
from evals.ingestion.report import IngestionResult
from evals.ingestion.suite import SuiteFile, suite_files


def run(split: Split | None = None) -> IngestionResult:
    """Make the files, read them, judge what came of each."""
    with TemporaryDirectory() as folder:
        return IngestionResult(tuple(judge(file, Path(folder)) for file in suite_files(split)))


def write(folder: Path, split: Split | None = None) -> int:
    """Write the files into a folder, to be looked at; says how many."""
    folder.mkdir(parents=True, exist_ok=True)
    return len([file.write(folder) for file in suite_files(split)])


def explain(name: str) -> Iterator[str]:
    """What differs from the truth in one file, line by line.

    Raises:
        EvalError: There is no such file in the open split: nobody tunes on the other.
    """
    file = next(iter(suite_files("dev", name)), None)
    if file is None:
        raise EvalError(f"{name}: no file of the open split. Name one that the table by file shows.")
    with TemporaryDirectory() as folder:
        read = read_file(file.write(Path(folder)), Limits())
    clauses = sorted(read_clauses("suite", read.text, read.shape), key=lambda clause: (clause.start, clause.end))
    alignment = align(file.truth, found_rows(clauses), read.text, "".join(lines_of(file.content)))
    for heading, places in (("wrong borders", alignment.borders), ("missed", alignment.missed)):
        for place in places:
            yield f"{heading}: {file.truth[place].text}"
    matched = {found for _, found in alignment.pairs}
    for place, clause in enumerate(clauses):
        if place not in matched:
            yield f"{'invented' if place in alignment.invented else 'cut'}: {clause.kind} {clause.text!r}"
    yield from _wrong_marks(file, alignment.pairs, clauses)


def _wrong_marks(file: SuiteFile, pairs: Sequence[tuple[int, int]], clauses: Sequence[Clause]) -> Iterator[str]:
    for true, found in pairs:
        row, clause = file.truth[true], clauses[found]
        wrong = [name for name, right in marks(row, clause, file.content.tiers) if not right and not row.optional]
        if wrong:
            quantities = ";".join(map(said_of, clause.quantities))
            said = f"{clause.kind} {clause.label} {clause.tier_label} {','.join(clause.forces)} {quantities}"
            yield f"wrong {', '.join(wrong)}: {row.text[:40]} → {said}"
