"""The capability matrix and the outline of a document, counted and written as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from corpus.clause import Clause, Force
from drafting.wording import FORCE_WORDS

CELL_KINDS = frozenset({"requirement", "not_required"})
_FORCES: tuple[Force, ...] = ("shall", "should", "may", "encouraged", "none")


@dataclass(frozen=True, slots=True)
class Row:
    """A subdomain with its cells.

    Attributes:
        element: The element above its domain, in the text's words.
        domain: Its domain.
        number: Its printed number.
        name: Its name.
        cells: The clauses of each tier, by the tier's code.
    """

    element: str
    domain: str
    number: int
    name: str
    cells: Mapping[str, tuple[Clause, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an outline: rows of a document that stand under the same headings.

    Attributes:
        key: Names the part; the id of its first row.
        path: Its headings, outermost first.
        clauses: Its rows in reading order.
    """

    key: str
    path: tuple[str, ...]
    clauses: tuple[Clause, ...]


def matrix(clauses: Iterable[Clause]) -> tuple[Row, ...]:
    """The rows of the matrix that a document's clauses make, in order of their printed numbers; empty where none do."""
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.subdomain_no is not None and clause.tier and clause.kind in CELL_KINDS:
            found.setdefault(clause.subdomain_no, []).append(clause)
    return tuple(_row(number, found[number]) for number in sorted(found))


def _row(number: int, clauses: Sequence[Clause]) -> Row:
    first = clauses[0]
    cells: dict[str, tuple[Clause, ...]] = {}
    for clause in clauses:
        cells[clause.tier or ""] = (*cells.get(clause.tier or "", ()), clause)
    return Row(first.element or "", first.domain or "", number, first.subdomain or str(number), cells)


def cell_words(clauses: Sequence[Clause]) -> str:
    """A cell in a few characters: ``应2 宜1``; ``／`` where nothing is asked.

    >>> cell_words(())
    '—'
    """
    if not clauses:
        return "—"
    if all(clause.kind == "not_required" for clause in clauses):
        return "／"
    counts = Counter(force for clause in clauses for force in clause.forces)
    names = {**FORCE_WORDS, "none": "其他"}
    return " ".join(f"{names[force]}{counts[force]}" for force in _FORCES if counts[force])


def matrix_html(rows: Sequence[Row], tiers: Mapping[str, str]) -> str:
    """The matrix as a table; every cell is a button with the value ``NUMBER.TIER``.

    Args:
        rows: The rows.
        tiers: The tiers' names by code, lowest first.
    """
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in tiers.values())
    parts = [f'<thead><tr><th scope="col">能力子域</th>{heads}</tr></thead>']
    above = ("", "")
    for row in rows:
        if row.element != above[0]:
            across = f'<th scope="rowgroup" colspan="{len(tiers) + 1}">{escape(row.element)}</th>'
            parts.append(f'<tr class="gb-element">{across}</tr>')
        if (row.element, row.domain) != above:
            mates = [one for one in rows if (one.element, one.domain) == (row.element, row.domain)]
            parts.append(_domain_html(row.domain, mates, tiers))
        above = (row.element, row.domain)
        cells = "".join(_cell_html(row, code, name) for code, name in tiers.items())
        parts.append(f'<tr><th scope="row"><span class="gb-no">{row.number}</span>{escape(row.name)}</th>{cells}</tr>')
    return f'<table class="gb-matrix">{"".join(parts)}</table>'


def _domain_html(domain: str, mates: Sequence[Row], tiers: Mapping[str, str]) -> str:
    asked = {code: sum(one.kind == "requirement" for row in mates for one in row.cells.get(code, ())) for code in tiers}
    counts = "".join(f"<td>{number} 条</td>" for number in asked.values())
    return f'<tr class="gb-domain"><th scope="rowgroup">{escape(domain)}</th>{counts}</tr>'


def _cell_html(row: Row, tier: str, name: str) -> str:
    clauses = row.cells.get(tier, ())
    words = cell_words(clauses)
    style = "none" if words == "／" else "some"
    label = "不做要求" if words == "／" else words
    return (
        f'<td><button type="button" class="gb-cell gb-cell-{style}" data-pick="{row.number}.{escape(tier)}" '
        f'aria-label="{escape(f"{row.name}，{name}：{label}")}">{escape(words)}</button></td>'
    )


def outline(clauses: Iterable[Clause]) -> tuple[Part, ...]:
    """A document's parts in reading order: a new one wherever the headings above a row change."""
    parts: list[Part] = []
    for clause in clauses:
        path = clause.path if clause.kind != "heading" or not parts else (*clause.path,)
        if parts and parts[-1].path == path:
            parts[-1] = Part(parts[-1].key, path, (*parts[-1].clauses, clause))
        else:
            parts.append(Part(clause.id, path, (clause,)))
    return tuple(parts)


def outline_html(parts: Sequence[Part]) -> str:
    """The outline as a list; every part is a button with its key as value."""
    rows = "".join(
        f'<li style="--depth:{max(0, len(part.path) - 1)}"><button type="button" class="gb-part" '
        f'data-pick="{escape(part.key)}"><span>{escape(part.path[-1] if part.path else "文首")}</span>'
        f'<span class="gb-count">{_part_words(part)}</span></button></li>'
        for part in parts
    )
    return f'<ol class="gb-outline">{rows}</ol>'


def _part_words(part: Part) -> str:
    ruling = [clause for clause in part.clauses if clause.kind in CELL_KINDS]
    return f"{len(part.clauses)} 行" + (f" · {cell_words(ruling)}" if ruling else "")
