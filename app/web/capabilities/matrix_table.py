"""The capability matrix and the outline of a document, counted and written as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from app.web.language import say
from corpus.clause import Clause, Force
from drafting.wording import FORCE_WORDS
from kg.ladders.rungs import rungs
from kg.ladders.tiers import Tier

CELL_KINDS = frozenset({"requirement", "not_required"})
_FORCES: tuple[Force, ...] = ("shall", "should", "may", "encouraged", "none")


@dataclass(frozen=True, slots=True)
class Row:
    """A subdomain with its cells.

    Attributes:
        key: Names the row in its document: its printed number, or its place among the rows behind a ``~``.
        element: The element above its domain, in the text's words.
        domain: Its domain.
        number: Its printed number; empty where it has none.
        name: Its name; empty for what stands right under a tier.
        cells: The clauses of each tier that has some, by the tier's code.
    """

    key: str
    element: str
    domain: str
    number: str
    name: str
    cells: Mapping[str, tuple[Clause, ...]]

    def asked(self, tier: str) -> int:
        """How many requirements it has at a tier."""
        return sum(one.kind == "requirement" for one in self.cells.get(tier, ()))


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


def matrix(document: str, clauses: Sequence[Clause], tiers: Sequence[Tier]) -> tuple[Row, ...]:
    """The rows of the matrix that a document's clauses make; empty where none belongs to a tier.

    Args:
        document: The document's id.
        clauses: Its clauses in reading order.
        tiers: Its tiers, lowest first.
    """
    by_id = {one.id: one for one in clauses}
    rows = []
    for place, ladder in enumerate(rungs(document, clauses, tiers)):
        cells = {one.tier: tuple(by_id[each] for each in one.clauses) for one in ladder.cells if one.clauses}
        key = ladder.number or f"~{place}"
        rows.append(Row(key, ladder.element, ladder.domain, ladder.number, ladder.name, cells))
    return tuple(sorted(rows, key=lambda row: int(row.number) if row.number.isdecimal() else 0))


def force_counts(clauses: Iterable[Clause]) -> Counter[Force]:
    """How many clauses hold each force; one that holds two counts for both."""
    return Counter(force for clause in clauses if clause.kind == "requirement" for force in clause.forces)


def cell_words(clauses: Sequence[Clause]) -> str:
    """A cell in a few characters: ``应2 宜1``; ``／`` where nothing is asked.

    >>> cell_words(())
    '—'
    """
    if not clauses:
        return "—"
    if all(clause.kind == "not_required" for clause in clauses):
        return "／"
    counts = force_counts(clauses)
    return " ".join(f"{_force_word(force)}{counts[force]}" for force in _FORCES if counts[force])


def _force_word(force: Force) -> str:
    return FORCE_WORDS[force] if force != "none" else say("其他")


def matrix_html(rows: Sequence[Row], tiers: Mapping[str, str], told: str) -> str:
    """The matrix as a table; every cell is a button with the value ``KEY.TIER``.

    Args:
        rows: The rows.
        tiers: The tiers' names by code, lowest first.
        told: What the table shows, for those who listen.
    """
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in tiers.values())
    parts = [f'<thead><tr><th scope="col">{say("能力子域")}</th>{heads}</tr></thead><tbody>']
    above = ("", "")
    for row in rows:
        if row.element != above[0]:
            across = f'<th scope="rowgroup" colspan="{len(tiers) + 1}">{escape(row.element)}</th>'
            parts.append(f'<tr class="gb-element">{across}</tr>')
        if (row.element, row.domain) != above and (row.domain or row.element):
            mates = [one for one in rows if (one.element, one.domain) == (row.element, row.domain)]
            parts.append(_domain_html(row.domain, mates, tiers))
        above = (row.element, row.domain)
        cells = "".join(_cell_html(row, code, name) for code, name in tiers.items())
        parts.append(f'<tr><th scope="row"><span class="gb-no">{row.number}</span>{_name(row)}</th>{cells}</tr>')
    return f'<table class="gb-matrix" aria-label="{escape(told)}">{"".join(parts)}</tbody></table>'


def _name(row: Row) -> str:
    return escape(row.name) or say("（直接写在等级下）")


def _domain_html(domain: str, mates: Sequence[Row], tiers: Mapping[str, str]) -> str:
    asked = [sum(row.asked(code) for row in mates) for code in tiers]
    counts = "".join(f"<td>{say('{number} 条', number=number)}</td>" for number in asked)
    return f'<tr class="gb-domain"><th scope="rowgroup">{escape(domain)}</th>{counts}</tr>'


def _cell_html(row: Row, tier: str, name: str) -> str:
    clauses = row.cells.get(tier, ())
    if not clauses:
        return f'<td><span class="gb-cell-blank" title="{say("没有写")}">—</span></td>'
    words = cell_words(clauses)
    free = words == "／"
    label = say("不做要求") if free else say("{number} 条，{words}", number=row.asked(tier), words=words)
    shown = f'<span class="gb-slash">／ {say("不做要求")}</span>' if free else segments_html(clauses)
    return (
        f'<td><button type="button" class="gb-cell gb-cell-{"none" if free else "some"}" '
        f'data-pick="{escape(row.key)}.{escape(tier)}" '
        f'aria-label="{escape(f"{row.name}，{name}：{label}")}">{shown}</button></td>'
    )


def segments_html(clauses: Iterable[Clause]) -> str:
    """The forces of clauses, each with its number, in the badges' colours and shapes."""
    counts = force_counts(clauses)
    return "".join(
        f'<span class="gb-force gb-{force}">{_force_word(force)}<b>{counts[force]}</b></span>'
        for force in _FORCES
        if counts[force]
    )


def outline(clauses: Iterable[Clause]) -> tuple[Part, ...]:
    """A document's parts in reading order: a new one wherever the headings above a row change."""
    parts: list[Part] = []
    for clause in clauses:
        path = clause.path
        if parts and parts[-1].path == path:
            parts[-1] = Part(parts[-1].key, path, (*parts[-1].clauses, clause))
        else:
            parts.append(Part(clause.id, path, (clause,)))
    return tuple(parts)


def outline_html(parts: Sequence[Part]) -> str:
    """The outline as a list; every part is a button with its key as value."""
    rows = "".join(
        f'<li style="--depth:{max(0, len(part.path) - 1)}"><button type="button" class="gb-part" '
        f'data-pick="{escape(part.key)}"><span>{part_name(part)}</span>'
        f'<span class="gb-count">{_part_words(part)}</span></button></li>'
        for part in parts
    )
    return f'<ol class="gb-outline">{rows}</ol>'


def part_name(part: Part) -> str:
    """What a part is called, as safe HTML."""
    return escape(part.path[-1]) if part.path else say("文首")


def _part_words(part: Part) -> str:
    ruling = [clause for clause in part.clauses if clause.kind in CELL_KINDS]
    rows = say("{number} 行", number=len(part.clauses))
    return rows + (f" {segments_html(ruling)}" if ruling else "")
