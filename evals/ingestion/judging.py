"""One file read by the product and by two plain cutters, and what was right in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from unicodedata import normalize

from corpus.assessing import assess
from corpus.clause import Clause
from corpus.facts import Facts, read_facts
from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.opening import read_file
from corpus.reading import read_clauses
from evals.ingestion.alignment import Alignment, FoundRow, align, normal
from evals.ingestion.as_text import lines_of
from evals.ingestion.invariants import broken
from evals.ingestion.marks import marks
from evals.ingestion.suite import SuiteFile

CHUNK = 200
_ASKS = ("requirement",)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CHUNK = re.compile(rf"[\s\S]{{1,{CHUNK}}}")


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one file.

    Attributes:
        file: The file.
        refused: Why it was not read, else None.
        characters: Of the stored text.
        seconds: For reading, cutting and assessing it.
        coverage: Share of its signs that landed in a row, as the product counts.
        structured: Share in rows other than paragraphs, as the product counts.
        alignment: The product's rows against the truth.
        lines: Every line a row, over the same stored text; its label may stand with it.
        chunks: Pieces of so many characters, over the same stored text.
        broken: What holds for any text and does not here.
        foreign: Lines of the page, not of the document, that were kept.
        marks: What was said of rightly cut rows, by name, with whether it is right.
    """

    file: SuiteFile
    refused: str | None
    characters: int
    seconds: float
    coverage: float
    structured: float
    alignment: Alignment
    lines: Alignment
    chunks: Alignment
    broken: tuple[str, ...]
    foreign: tuple[str, ...]
    marks: tuple[tuple[str, bool], ...]


def judge(file: SuiteFile, folder: Path) -> Judged:
    """Read one file of the suite and judge what came of it.

    Args:
        file: The file.
        folder: Where it may be written.
    """
    path = file.write(folder)
    began = perf_counter()
    try:
        read = read_file(path, Limits())
    except UnreadableError as error:
        return _refused(file, str(error), perf_counter() - began)
    clauses = read_clauses("suite", read.text, read.shape)
    facts = read_facts(read.text, read.shape, file.name)
    assessment = assess(read.text, read.shape, clauses)
    seconds = perf_counter() - began
    rows = found_rows(clauses)
    alignment = _aligned(file, rows, read)
    said = (*_row_marks(file, alignment, _ordered(clauses)), *_document_marks(file, clauses), *_fact_marks(file, facts))
    kept = normal(read.text)
    return Judged(
        file,
        None,
        len(read.text),
        seconds,
        assessment.coverage,
        assessment.structured,
        alignment,
        _baseline(file, _LINE, read),
        _baseline(file, _CHUNK, read),
        tuple(broken(read.text, clauses)),
        tuple(line for line in file.made.foreign if normal(line) in kept),
        said,
    )


def found_rows(clauses: Sequence[Clause]) -> list[FoundRow]:
    """The product's rows by position."""
    return [FoundRow(clause.text, clause.start, clause.end) for clause in _ordered(clauses)]


def _ordered(clauses: Sequence[Clause]) -> list[Clause]:
    return sorted(clauses, key=lambda clause: (clause.start, clause.end))


def _aligned(file: SuiteFile, rows: Sequence[FoundRow], read: Extracted) -> Alignment:
    return align(file.truth, rows, read.text, "".join(lines_of(file.content)))


def _baseline(file: SuiteFile, pattern: re.Pattern[str], read: Extracted) -> Alignment:
    # A plain cutter cannot know a label from the words: both ways are right for it.
    truth = [replace(row, also=(*row.also, row.label + row.text)) for row in file.truth]
    rows = [FoundRow(match[0], match.start(), match.end()) for match in pattern.finditer(read.text)]
    return align(truth, rows, read.text, "".join(lines_of(file.content)))


def _refused(file: SuiteFile, why: str, seconds: float) -> Judged:
    lost = Alignment((), (), tuple(n for n, row in enumerate(file.truth) if not row.optional), ())
    return Judged(file, why, 0, seconds, 0.0, 0.0, lost, lost, lost, (), (), ())


def _row_marks(file: SuiteFile, alignment: Alignment, clauses: Sequence[Clause]) -> Iterator[tuple[str, bool]]:
    for true, found in alignment.pairs:
        if not file.truth[true].optional:
            yield from marks(file.truth[true], clauses[found], file.content.tiers)


def _document_marks(file: SuiteFile, clauses: Sequence[Clause]) -> Iterator[tuple[str, bool]]:
    named = {normal(clause.tier_label) for clause in clauses if clause.tier_label}
    tiers = file.content.tiers
    yield "tiers", all(named & set(names) for names in tiers) and named <= {name for names in tiers for name in names}
    if file.content.of_the_field == "no":
        yield "quiet", not named and not any(clause.kind in _ASKS for clause in clauses)


def _fact_marks(file: SuiteFile, facts: Facts) -> Iterator[tuple[str, bool]]:
    for name, true in file.content.facts.items():
        said = getattr(facts, name)
        yield f"fact {name}", said == true or (isinstance(said, str) and _folded(said) == _folded(str(true)))


def _folded(fact: str) -> str:
    return normal(normalize("NFKC", fact))
