"""What a person corrects on the page, put into what is said of a file when it is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from corpus.clause import Clause
from corpus.facts import Facts
from corpus.holdings.corrections import Corrections, FactCorrections, RowCorrection, dump_corrections
from corpus.holdings.given import Given
from corpus.holdings.record import FactName

FACTS: tuple[FactName, ...] = ("title", "issuer", "region", "level", "year", "status")
RowChange = Literal["kind", "tier", "force", "ignore"]


def corrections_of(given: Given) -> Corrections:
    """What was corrected so far."""
    return given.parsed() or Corrections()


def with_facts(given: Given, read: Facts, told: Mapping[FactName, Any]) -> Given:
    """Facts as a person has them: those that differ from what was read are said, and an emptied one is taken away.

    Args:
        given: What was said before.
        read: What the text says of itself.
        told: Each fact's value; None where there is none.
    """
    differing = {name: told[name] for name in FACTS if told[name] != getattr(read, name)}
    facts = {name: value for name, value in differing.items() if value is not None}
    emptied = {name: None for name, value in differing.items() if value is None and name != "title"}
    kept = {name: value for name, value in corrections_of(given).fact_changes().items() if name not in FACTS}
    corrections = corrections_of(given).model_copy(update={"facts": FactCorrections(**kept, **emptied)})
    return _said(replace(given, facts=facts), corrections)


def anchor(row: Clause, rows: Sequence[Clause]) -> dict[str, str]:
    """What a row is found again by: its words, and its number and section where others have the same words."""
    if sum(one.text == row.text for one in rows) == 1:
        return {"text": row.text}
    more = {"label": row.label, "section": row.section}
    return {"text": row.text, **{name: value for name, value in more.items() if value}}


def correction_of(given: Given, row: Clause, rows: Sequence[Clause]) -> RowCorrection | None:
    """What was corrected of a row; None where nothing was."""
    place = anchor(row, rows)
    return next((one for one in corrections_of(given).rows if _anchored(one) == place), None)


def with_row(given: Given, row: Clause, rows: Sequence[Clause], changes: Mapping[RowChange, Any]) -> Given:
    """A row corrected further; nothing is said of it any more where there are no changes.

    Args:
        given: What was said before.
        row: The row as it is now.
        rows: All rows of its document.
        changes: What it is to be.
    """
    place = anchor(row, rows)
    before = correction_of(given, row, rows)
    others = [one for one in corrections_of(given).rows if one is not before and _anchored(one) != place]
    if changes:
        merged: dict[str, Any] = {**(before.model_dump(exclude_unset=True) if before else place)}
        merged.update({str(name): value for name, value in changes.items()})
        if merged.keys() - {*place, "ignore"} or merged.get("ignore"):  # else it is as it was read
            others.append(RowCorrection.model_validate(merged))
    return _said(given, corrections_of(given).model_copy(update={"rows": tuple(others)}))


def _anchored(one: RowCorrection) -> dict[str, str]:
    names = ("text", "label", "section")
    return {name: value for name in names if (value := getattr(one, name)) is not None}


def _said(given: Given, corrections: Corrections) -> Given:
    """An empty file of corrections is said only where an earlier one has to go."""
    empty = not corrections.rows and not corrections.fact_changes()
    if empty and given.corrections is None:
        return given
    return replace(given, corrections=dump_corrections(corrections))
