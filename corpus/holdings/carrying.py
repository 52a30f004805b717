"""Corrections of one edition carried over to the next: each where what it corrects reads as it did before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.clause import Clause
from corpus.facts import Facts, read_facts
from corpus.holdings.correcting import UnfitError, changed_rows, row_of
from corpus.holdings.corrections import Corrections, RowCorrection, dump_corrections
from corpus.reading import read_clauses
from corpus.shape import Shape

_BLANKS = re.compile(r"\s+")
_NAMED = {
    "title": "标题",
    "issuer": "发文机关",
    "region": "地区",
    "level": "层级",
    "year": "年份",
    "year_basis": "年份依据",
    "status": "效力状态",
    "number": "文号",
    "validity": "有效期",
    "aliases": "别称",
    "repeals": "废止的文件",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A stored text as its facts and rows are read from it.

    Attributes:
        text: The text.
        shape: What its file shows beside the words.
        file: The file's name.
    """

    text: str
    shape: Shape
    file: str

    @property
    def facts(self) -> Facts:
        """What it says of itself, uncorrected."""
        return read_facts(self.text, self._known, self.file)

    def rows(self) -> list[Clause]:
        """Its rows, uncorrected."""
        return list(read_clauses("document", self.text, self._known))

    @property
    def _known(self) -> Shape | None:
        return None if self.shape == Shape() else self.shape


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of an edition's corrections in the next one.

    Attributes:
        corrections: Those that hold there too; None where none does.
        data: They as a file; None where there are none.
        notes: In Chinese, how many were carried over, and which were not.
    """

    corrections: Corrections | None = None
    data: bytes | None = None
    notes: tuple[str, ...] = ()


def carry_over(corrections: Corrections, former: Text, later: Text) -> Carried:
    """The corrections of a former edition that hold of a later one.

    A fact is carried over where both texts have it read alike, a row where both read the same there.

    Args:
        corrections: What a person corrected of the former edition.
        former: The former edition.
        later: The later one.
    """
    facts, other_facts = _facts(corrections.fact_changes(), former.facts, later.facts)
    rows, other_rows = _rows(corrections.rows, former, later)
    notes = []
    count = len(facts) + len(rows)
    if count:
        notes.append(f"前一版的更正沿用 {count} 处（这些地方文字没有变）。")
    if left := (*other_facts, *other_rows):
        notes.append(
            f"前一版的更正有 {len(left)} 处没有沿用，因为文字有变：{'、'.join(left)}；如仍适用，请再给出更正。"
        )
    if not count:
        return Carried(notes=tuple(notes))
    kept = Corrections.model_validate({"facts": facts, "rows": [row.model_dump(exclude_unset=True) for row in rows]})
    return Carried(kept, dump_corrections(kept), tuple(notes))


def _facts(changes: dict[str, Any], former: Facts, later: Facts) -> tuple[dict[str, Any], tuple[str, ...]]:
    kept = {name: value for name, value in changes.items() if getattr(former, name) == getattr(later, name)}
    return kept, tuple(_NAMED[name] for name in changes if name not in kept)


def _rows(rows: Sequence[RowCorrection], former: Text, later: Text) -> tuple[list[RowCorrection], tuple[str, ...]]:
    """The row corrections that hold of the later text; each is applied to both, since the next may rest on it."""
    before, after = former.rows(), later.rows()
    kept: list[RowCorrection] = []
    left: list[str] = []
    for one in rows:
        try:
            here = row_of(before, one)
            corrected = changed_rows(former.text, before, here, one)
        except UnfitError:
            continue  # it did not fit the former edition either, and was told there
        try:
            there = row_of(after, one)
            same = _words(before, here, one) == _words(after, there, one)
            again = changed_rows(later.text, after, there, one) if same else None
        except UnfitError:
            again = None
        before[here : here + 1 + one.join] = corrected
        if again is None:
            left.append(one.anchor)
            continue
        after[there : there + 1 + one.join] = again
        kept.append(one)
    return kept, tuple(left)


def _words(rows: Sequence[Clause], at: int, one: RowCorrection) -> list[str]:
    """What a correction rests on: the words of its row, and of those that it joins to it."""
    return [_BLANKS.sub("", row.text) for row in rows[at : at + 1 + one.join]]
