"""Corrections applied to the rows of a text; those that no longer fit are told, never forced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause, Provision
from corpus.force import distinct_forces, provisions
from corpus.holdings.corrections import Corrections, RowCorrection
from corpus.lines import plain_reading, trim
from corpus.quantity import quantities
from corpus.tier_names import tier_codes

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Corrected:
    """Rows after correction.

    Attributes:
        clauses: The rows in reading order.
        notes: In Chinese, which corrections no longer fit and why.
    """

    clauses: tuple[Clause, ...]
    notes: tuple[str, ...] = ()


class UnfitError(ValueError):
    """A correction that does not fit the rows; its message is Chinese."""


def correct(source: str, clauses: Sequence[Clause], corrections: Corrections | None) -> Corrected:
    """Apply corrections to the rows of a text.

    Every character that belonged to a row still does, and no two rows overlap.

    Args:
        source: The stored text.
        clauses: Its rows as they were cut.
        corrections: What a person corrected; None where nobody did.
    """
    rows, notes = list(clauses), []
    for one in corrections.rows if corrections else ():
        try:
            at = row_of(rows, one)
            rows[at : at + 1 + one.join] = changed_rows(source, rows, at, one)
        except UnfitError as why:
            notes.append(f"更正 {one.anchor} 未能应用：{why}。")
    return Corrected(tuple(rows), tuple(notes))


def row_of(rows: Sequence[Clause], one: RowCorrection) -> int:
    """The place of the row that a correction is of.

    Raises:
        UnfitError: There is none, or more than one.
    """
    wanted = None if one.text is None else _BLANKS.sub("", one.text)
    found = [
        place
        for place, row in enumerate(rows)
        if (wanted is None or wanted in (_BLANKS.sub("", row.text), _BLANKS.sub("", row.plain)))
        and (one.label is None or row.label == one.label)
        and (one.section is None or row.section == one.section)
    ]
    if not found:
        raise UnfitError("文中没有这样的条目")
    if len(found) > 1:
        raise UnfitError(f"这样的条目有 {len(found)} 条，请用 label、section 和 text 一起指明")
    return found[0]


def changed_rows(source: str, rows: Sequence[Clause], at: int, one: RowCorrection) -> list[Clause]:
    """What takes the place of a row, and of those that are joined to it.

    Raises:
        UnfitError: It cannot be split or joined so.
    """
    pieces = [rows[at]]
    if one.join:
        pieces = [_joined(source, rows, at, one.join)]
    elif one.split:
        pieces = _split(source, rows, at, one.split)
    return [_told(piece, rows, one) for piece in pieces]


def _joined(source: str, rows: Sequence[Clause], at: int, further: int) -> Clause:
    if at + further >= len(rows):
        raise UnfitError(f"后面不足 {further} 条")
    first, last = rows[at], rows[at + further]
    return _cut(source, first, first.start, last.end, first.id)


def _split(source: str, rows: Sequence[Clause], at: int, beginnings: Sequence[str]) -> list[Clause]:
    row = rows[at]
    borders = [row.start]
    for words in beginnings:
        place = source.find(words, borders[-1] + (len(borders) > 1), row.end)
        if place <= row.start:
            raise UnfitError(f"其中没有“{words[:20]}”，或它就在开头")
        borders.append(place)
    taken = {other.id for other in rows}
    pieces: list[Clause] = []
    for number, (start, end) in enumerate(zip(borders, [*borders[1:], row.end], strict=True), 1):
        identifier = row.id if number == 1 else f"{row.id}+{number}"
        if number > 1 and identifier in taken:
            raise UnfitError("它已经拆分过")
        pieces.append(_cut(source, row, *trim(source, start, end), identifier))
    return pieces


def _cut(source: str, row: Clause, start: int, end: int, identifier: str) -> Clause:
    text = source[start:end]
    first = identifier == row.id
    silent = row.kind in ("heading", "form_field")
    found = () if silent else provisions(text, start)
    return replace(
        row,
        id=identifier,
        start=start,
        end=end,
        text=text,
        plain=plain_reading(text),
        label=row.label if first else None,
        forces=distinct_forces(found),
        provisions=found,
        quantities=() if silent else quantities(text, start),
        rule=f"{row.rule}+corrected",
    )


def _told(row: Clause, rows: Sequence[Clause], one: RowCorrection) -> Clause:
    given = one.model_fields_set
    changes: dict[str, object] = {"rule": f"{row.rule.removesuffix('+corrected')}+corrected"}
    if one.ignore:
        changes |= {"kind": "paragraph", "tier": None, "tier_label": None, "tiers": (), "track": None}
    if one.kind is not None:
        changes["kind"] = one.kind
    if "tier" in given:
        changes |= {"tier": _code(one.tier, rows), "tier_label": one.tier, "tiers": ()}
    if "track" in given:
        changes["track"] = one.track
    if one.force is not None:
        ruled = () if one.force == "none" else (Provision(row.start, row.end, one.force),)
        changes |= {"forces": (one.force,), "provisions": ruled}
    return replace(row, **changes)  # type: ignore[arg-type]


def _code(name: str | None, rows: Sequence[Clause]) -> str | None:
    """The code of a tier: the document's own where it has the tier, else one that no tier of it has."""
    if name is None:
        return None
    known = {row.tier_label: row.tier for row in rows if row.tier and row.tier_label}
    if name in known:
        return known[name]
    code = tier_codes((*known, name))[-1]
    number = len(known) + 1
    while code is None or code in known.values():
        code, number = f"tier-{number}", number + 1
    return code
