"""Whether the parser's rows are what a second, independent reading of the raw text finds."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from corpus.clause import Clause
from evals import raw_reading, raw_tables
from evals.raw_reading import Items, Span
from evals.report import Table
from evals.system import SourceDocument, Workspace

READINGS: Mapping[str, Callable[[str], tuple[Items, ...]]] = MappingProxyType(
    {
        "zj-graded": lambda source: (raw_tables.types_table(source),),
        "zj-guideline": raw_reading.guideline,
        "zj-trial": raw_reading.trial,
        "pujiang-plan": raw_reading.county_plan,
        "guangxi-modes": raw_reading.benchmark_modes,
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """One thing counted by both routes.

    Attributes:
        document: The document's id.
        name: What is counted.
        in_text: By plain expressions over the raw text.
        in_rows: In the parser's rows.
        differing: How many stand on one side alone: equal numbers of unequal things do not agree.
        detail: What differs, in few words.
    """

    document: str
    name: str
    in_text: int
    in_rows: int
    differing: int = 0
    detail: str = ""

    @property
    def ok(self) -> bool:
        """Whether the two routes agree."""
        return self.in_text == self.in_rows and not self.differing


@dataclass(frozen=True, slots=True)
class ParsingResult:
    """All counts of all documents."""

    counts: tuple[Count, ...]
    name: str = "parsing"

    @property
    def complete(self) -> bool:
        """Counting leaves nothing unscored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """One table: a row for each count."""
        rows = tuple(
            (f"{c.document}: {c.name}", str(c.in_text), str(c.in_rows), "✓" if c.ok else "✗", c.detail)
            for c in self.counts
        )
        agreed = sum(count.ok for count in self.counts)
        title = f"Parsing: {agreed} of {len(self.counts)} counts agree"
        return (Table(title, ("count", "in the text", "in the rows", "", "differs"), rows),)

    def to_json(self) -> Mapping[str, Any]:
        """Every count, and how many agree."""
        return {
            "agreed": sum(count.ok for count in self.counts),
            "counted": len(self.counts),
            "counts": [{**asdict(count), "ok": count.ok} for count in self.counts],
        }


def run(workspace: Workspace) -> ParsingResult:
    """Count every document that has a second reading; other documents get the checks that fit any text."""
    counts: list[Count] = []
    for document in workspace.documents:
        rows = [clause for clause in workspace.clauses if clause.document == document.meta.id]
        counts.extend(_any_text(document, rows))
        reading = READINGS.get(document.meta.id)
        if reading is not None:
            counts.extend(_count_items(items, rows) for items in reading(document.text))
        if document.meta.id == raw_tables.NAME:
            counts.extend(_tier_tables(document.text, rows))
        if document.meta.id == "zj-guideline":
            counts.append(_distinct_labels(document.text, rows))
    return ParsingResult(tuple(counts))


def _any_text(document: SourceDocument, rows: Sequence[Clause]) -> tuple[Count, ...]:
    name, source = document.meta.id, document.text
    faithful = sum(source[row.start : row.end] == row.text for row in rows)
    ordered = sorted(rows, key=lambda row: (row.start, row.end))
    overlaps = sum(a.end > b.start for a, b in pairwise(ordered))
    ends = [row.end for row in ordered]
    said = list(raw_reading.lines(source))
    placed = [line for line in said if _touched(Span(line.start, line.end), ordered, ends)]
    missing = next((line.text[:20] for line in said if line not in placed), "")
    return (
        Count(name, "rows whose text stands where they say", len(rows), faithful),
        Count(name, "rows that overlap the next", 0, overlaps),
        Count(name, "lines that belong to a row", len(said), len(placed), 0, missing and f"first without: {missing}"),
    )


def _touched(span: Span, ordered: Sequence[Clause], ends: Sequence[int]) -> bool:
    place = bisect.bisect_right(ends, span.start)
    return place < len(ordered) and ordered[place].start < span.end


def _count_items(items: Items, rows: Sequence[Clause]) -> Count:
    right = [span for span in items.spans if _held(span, rows, items.whole)]
    wrong = next((span for span in items.spans if span not in right), None)
    detail = "" if wrong is None else f"first that differs: at {wrong.start}"
    return Count(items.document, items.name, len(items.spans), len(right), detail=detail)


def _held(span: Span, rows: Sequence[Clause], whole: bool) -> bool:
    """Whether a stretch holds its own rows: just one that is no heading, or at least one, and none that sticks out."""
    inside = [row for row in rows if row.kind != "heading" and row.start < span.end and row.end > span.start]
    within = all(span.start <= row.start and row.end <= span.end for row in inside)
    return within and (len(inside) == 1 if whole else bool(inside))


def _distinct_labels(source: str, rows: Sequence[Clause]) -> Count:
    lines = next(items for items in raw_reading.guideline(source) if items.name == "abbreviation lines")
    in_text = {source[span.start : span.end].split("：")[0] for span in lines.spans}
    in_rows = {row.label for row in rows if row.kind == "abbreviation"}
    return _sets("zj-guideline", "distinct abbreviations", in_text, in_rows)


def _tier_tables(source: str, rows: Sequence[Clause]) -> list[Count]:
    cells = list(raw_tables.cells(source))
    # A requirement or a slash of a numbered subdomain; the table of types has no subdomains.
    ours = [row for row in rows if row.tier is not None and row.subdomain_no is not None]
    asked = {(row.subdomain_no, row.tier, row.label): row for row in ours if row.kind == "requirement"}
    slashes = {(row.subdomain_no, row.tier) for row in ours if row.kind == "not_required"}
    name = raw_tables.NAME
    counts = [
        _sets(name, "elements", raw_tables.elements(source), (row.element for row in ours)),
        _sets(name, "domains", raw_tables.domains(source), (row.domain for row in ours)),
        _sets(name, "subdomains", (cell.subdomain for cell in cells), (row.subdomain for row in ours)),
    ]
    for tier in raw_tables.TIERS:
        printed = [cell for cell in cells if cell.tier == tier]
        wanted = (cell.key for cell in printed if cell.required)
        counts.append(_sets(name, f"requirements, {tier}", wanted, (key for key in asked if key[1] == tier)))
        blank = ((cell.subdomain_no, cell.tier) for cell in printed if not cell.required)
        counts.append(_sets(name, f"cells with a slash, {tier}", blank, (key for key in slashes if key[1] == tier)))
    for tier, (domains, subdomains) in zip(raw_tables.TIERS, raw_tables.stated(source), strict=True):
        reached = [row for row in asked.values() if row.tier == tier]
        for what, number, seen in (
            ("domains", domains, {row.domain for row in reached}),
            ("subdomains", subdomains, {row.subdomain_no for row in reached}),
        ):
            counts.append(Count(raw_tables.NAME, f"{what} that the text states, {tier}", number, len(seen)))
    return counts + _forces(cells, asked)


def _sets(document: str, what: str, in_text: Iterable[object], in_rows: Iterable[object]) -> Count:
    wanted, found = set(in_text), set(in_rows) - {None}
    differing = sorted(map(str, wanted ^ found))
    return Count(document, what, len(wanted), len(found), len(differing), ", ".join(differing[:3]))


def _forces(cells: Sequence[raw_tables.Cell], asked: Mapping[Any, Clause]) -> list[Count]:
    in_text: Counter[str] = Counter()
    in_rows: Counter[str] = Counter()
    differing: list[str] = []
    for cell in cells:
        row = asked.get(cell.key)
        if not cell.required or row is None:
            continue
        wanted = " then ".join(raw_tables.FORCE[word] for word in cell.forces) or "none"
        found = " then ".join(row.forces)
        in_text[wanted] += 1
        in_rows[found] += 1
        if wanted != found:
            differing.append(row.id)
    names = sorted(in_text | in_rows, key=lambda name: -in_text[name])
    counts = [Count(raw_tables.NAME, f"force: {name}", in_text[name], in_rows[name]) for name in names]
    detail = ", ".join(differing[:3])
    return [*counts, Count(raw_tables.NAME, "clauses whose force differs", 0, len(differing), detail=detail)]
