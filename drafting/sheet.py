"""What a workbook that people fill holds, as plain values: what is written, and what is read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from drafting.marks import Mark

Written = str | int | float | date | None
Use = Literal["given", "required", "free", "told", "edited"]
"""What a column is for.

``given`` to be read, ``required`` or ``free`` to be filled, in a form; ``told`` to be read, ``edited`` to be changed,
in a report.
"""
State = Literal["visible", "hidden", "veryHidden"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        head: What stands above it.
        width: In characters of the usual font; a Chinese sign takes two.
        use: What it is for; given columns are grey, edited ones yellow.
        comment: A comment on the head, or an empty string.
        choices: The values that its drop-down list offers; none for any.
        as_text: Whether what is typed stays text, so that ``2023-06`` and ``007`` do not change.
        colours: Fills (``RRGGBB``) of cells that hold a value, kept up as people edit.
        form: How numbers and dates show (``0%``, ``yyyy-mm-dd``); an empty string for as they are.
    """

    head: str
    width: int = 14
    use: Use = "free"
    comment: str = ""
    choices: tuple[str, ...] = ()
    as_text: bool = True
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    form: str = ""


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar chart over rows of its own sheet.

    Attributes:
        title: What stands above it.
        names: The number of the column that names the axes, from 1.
        values: The numbers of the columns that are drawn.
        first, last: The first and last row drawn; the row above the first names what is drawn.
        place: The cell at its upper left corner.
    """

    title: str
    names: int
    values: tuple[int, ...]
    first: int
    last: int
    place: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: At most 31 signs, none of ``[ ] : * ? / \\``.
        columns: Its columns.
        rows: Its rows below the heads, each as long as the columns.
        spare: Blank rows below that have the drop-down lists and formats too.
        choices_at: Drop-down lists of single cells, by place (``B5``).
        comments_at: Comments of single cells, by place.
        marks_at: What is set off within single cells that hold text, by place, in order and apart from each other.
        frozen: How many columns stay when one scrolls.
        filtered: Whether the heads have filters.
        state: Whether people see it.
        tab: The colour of its tab (``RRGGBB``), or an empty string.
        strong: Numbers of rows that are drawn as heads.
        spread: Numbers of rows whose second cell reaches to the last column.
        radar: A chart.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Written, ...]]
    spare: int = 0
    choices_at: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    comments_at: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    marks_at: Mapping[str, tuple[Mark, ...]] = field(default_factory=lambda: MappingProxyType({}))
    frozen: int = 0
    filtered: bool = True
    state: State = "visible"
    tab: str = ""
    strong: frozenset[int] = frozenset()
    spread: frozenset[int] = frozenset()
    radar: Radar | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """Sheets of another workbook that go into a new one as they are.

    Attributes:
        content: The other workbook.
        names: Which of its sheets.
    """

    content: bytes
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell as it was read.

    Attributes:
        place: ``系统!D7``.
        value: What it holds; None for a blank one. A share shown as 85% is 85.
        fault: Why it cannot be read, or None.
        share: Whether it is shown as a share, with a percent sign.
    """

    place: str
    value: str | int | float | bool | datetime | None
    fault: str | None = None
    share: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.fault is None and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet as it was read.

    Attributes:
        name: Its name.
        hidden: Whether people do not see it.
        rows: Its rows from the first, each as long as its last filled cell; blank rows are empty.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[ReadCell, ...], ...]
