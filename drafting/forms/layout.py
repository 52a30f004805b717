"""How the forms of a document are laid out: which printed field stands where, and what fills it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from drafting.generator import DraftingError


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class FactRows(_Written):
    """Rows of a section to show below an item; ``ask`` is asked for where there are none."""

    section: str
    columns: tuple[str, ...]
    ask: str


class Place(_Written):
    """One place of a form.

    Attributes:
        printed: The field that is printed here.
        of: The field that an empty box belongs to, where it is not the label before it.
        fill: The source of its value.
        gap: The source of the words that go into the printed gap.
        add: The source of words added below the printed ones.
        ask: What is asked for where the value is missing.
        hand: Who fills it in by hand.
        look: What it is; by default a label where something is printed, else a box.
        wide, high: Columns and rows that it takes.
        facts: Sources of facts to list below it.
        tables: Rows to list below it.
        always: What no profile can hold and must be asked for in any case.
    """

    printed: str | None = Field(None, alias="print")
    of: str | None = None
    fill: str | None = None
    gap: str | None = None
    add: str | None = None
    ask: str | None = None
    hand: str = ""
    look: Literal["part", "label", "tall", "box", "text", "line", "sign"] | None = None
    wide: int = 1
    high: int = 1
    facts: tuple[str, ...] = ()
    tables: tuple[FactRows, ...] = ()
    always: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Place:
        if self.hand and (self.fill or self.gap or self.add):
            raise ValueError("what is filled in by hand takes no value")
        return self


class BlockLayout(_Written):
    """Rows of a table of so many columns, or lines."""

    columns: int = 0
    rows: tuple[tuple[Place, ...], ...] = ()
    lines: tuple[Place, ...] = ()

    @model_validator(mode="after")
    def _full(self) -> BlockLayout:
        hanging: list[tuple[int, int]] = []
        for row in self.rows:
            taken = sum(place.wide for place in row) + sum(wide for wide, _ in hanging)
            if taken != self.columns:
                raise ValueError(f"a row takes {taken} of {self.columns} columns")
            hanging = [(wide, left - 1) for wide, left in hanging if left > 1]
            hanging += [(place.wide, place.high - 1) for place in row if place.high > 1]
        return self


class Layout(_Written):
    """One annex.

    Attributes:
        annex: The last part of its clause's id.
        checks: Whether the thresholds are checked beside it.
        finished: Whether it is for a project that is finished.
        blocks: Its tables and lines.
        notes: What the enterprise must know.
        gains: What the form asks the gains to name, with patterns of the words that tell of each (a proposal).
    """

    annex: str
    checks: bool
    finished: bool = False
    blocks: tuple[BlockLayout, ...]
    notes: tuple[str, ...] = ()
    gains: Mapping[str, tuple[str, ...]] = {}


class _File(_Written):
    annexes: tuple[Layout, ...]


@cache
def layouts_of(document: str) -> dict[str, Layout]:
    """The forms that are known for a document, by the annex's number; none for most documents.

    Raises:
        DraftingError: The file does not fit its shape.
    """
    entry = files("drafting.forms") / "layouts" / f"{document}.toml"
    if not entry.is_file():
        return {}
    try:
        held = _File.model_validate(tomllib.loads(entry.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        why = " ".join(str(error).split())
        raise DraftingError(f"layouts {document}", f"the file does not fit ({why})", "Mend it") from error
    return {one.annex.removeprefix("annex-"): one for one in held.annexes}


def known_forms() -> dict[str, tuple[str, ...]]:
    """The documents that have forms, with the numbers of their annexes."""
    stored = sorted(one.name.removesuffix(".toml") for one in (files("drafting.forms") / "layouts").iterdir())
    return {document: tuple(layouts_of(document)) for document in stored}
