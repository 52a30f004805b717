"""What the columns of a table are: how deep its head is, what each column is called, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.folding import folded
from corpus.grid import Cell, Grid
from corpus.layouts.grades import names_of

Role = Literal["ordinal", "name", "text", "value", "scoring", "points", "note", "tier"]

_HEAD_LENGTH = 20
_SENTENCE_END = ("。", "；", ";", "！")
_COUNTS = re.compile(r"[<>≤≥＜＞]?\s*\d+(?:\.\d+)?\s*(?:[分%％]|万元|亿元|家|个|项)?")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("ordinal", re.compile(r"序\s*号|编\s*号|序|[Nn][Oo]\.?|项次|题号")),
    (
        "scoring",
        re.compile(r".*(?:评分|计分|打分|赋分|扣分|得分|评价)(?:标准|细则|规则|办法|方法|说明|依据|要点)|.*分值说明"),
    ),
    ("points", re.compile(r".*(?:分值|分数|得分|权重|满分|赋分|评分|自评|打分|系数)(?:[（(].*[）)])?|分|占比")),
    (
        "value",
        re.compile(r".*(?:目标值|指标值|标准值|基准值|参考值|要求值|限值|阈值|达标值|先进值|准入值)(?:[（(].*[）)])?"),
    ),
    (
        "note",
        re.compile(
            r".*(?:备注|说明|定义|解释|公式|计算方法|材料|依据|出处|来源|类型|部门|单位|时限|完成时间|方式)(?:[（(].*[）)])?"
        ),
    ),
    (
        "text",
        re.compile(r".*(?:要求|条件|标准|内容|要点|描述|任务|举措|措施|做法|表现|特征|达到|具备)(?:[（(].*[）)])?"),
    ),
)
_ASKS = re.compile(
    r"要求|条件|标准|要素|指标|要点|内容|评价|评分|评定|认定|考核|达到|具备|(?:目标|指标|标准|基准|限|阈)值"
)
_WORDY = 24
_SHORT = 10
_MOSTLY = 1.5
"""How many columns a head may have for each that it says something of."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid.

    Attributes:
        titles: The rows above the head that hold a title of the table.
        depth: One past the last row of the head; equal to the first row below the titles where there is no head.
        heads: The words over each column, the lowest head's; empty where there is none.
        roles: What each column is for.
        tiers: The name of the tier that each column stands for, or None.
        means: How many characters a filled cell of each column holds.
    """

    titles: tuple[int, ...]
    depth: int
    heads: tuple[str, ...]
    roles: tuple[Role, ...]
    tiers: tuple[str | None, ...]
    means: tuple[float, ...] = ()

    @property
    def headed(self) -> bool:
        """Whether the table has a head."""
        return any(self.heads)

    def wordy(self, column: int) -> bool:
        """Whether the cells of a column hold sentences rather than names."""
        return self.means[column] > _WORDY

    def of(self, *roles: Role) -> tuple[int, ...]:
        """The columns of some roles, from the left."""
        return tuple(column for column, role in enumerate(self.roles) if role in roles)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How much the body of each column says."""

    letters: Mapping[int, int] = field(default_factory=dict)
    filled: Mapping[int, int] = field(default_factory=dict)
    counted: Mapping[int, int] = field(default_factory=dict)

    def mean(self, column: int) -> float:
        return self.letters.get(column, 0) / max(1, self.filled.get(column, 0))


def read_columns(grid: Grid, *, tiered: bool = True) -> Columns:
    """The columns of a grid, by what stands over and in them.

    Args:
        grid: The cells.
        tiered: Whether heads that look like tiers are tiers of the document; the levels of a maturity model are not.
    """
    titles = _titles(grid)
    first = len(titles)
    depth = _depth(grid, first)
    heads = tuple(_head(grid, first, depth, column) for column in range(grid.width))
    tiers = _tiers(grid, first, depth) if tiered else (None,) * grid.width
    sizes = _sizes(grid, depth)
    roles = [
        _under_tier(heads[column], tiers[column]) or _role(heads[column], column, sizes) for column in range(grid.width)
    ]
    means = tuple(sizes.mean(column) for column in range(grid.width))
    return Columns(titles, depth, heads, tuple(_with_text(roles, heads, sizes)), tiers, means)


def asks(words: str) -> bool:
    """Whether the words over a table or a column say that something is asked."""
    return _ASKS.search(folded(words)) is not None


def is_band(grid: Grid, row: int) -> bool:
    """Whether a row holds one cell alone that stands for the rows below it: 一、基础条件."""
    filled = grid.filled(row)
    if len(filled) != 1 or grid.width < 2:
        return False
    cell = filled[0]
    if grid.exact:
        return cell.column == 0 and cell.columns == grid.width
    return cell.column == 0 and len(grid.rows[row]) >= 1 and all(other.empty for other in grid.rows[row][1:])


def _titles(grid: Grid) -> tuple[int, ...]:
    found: list[int] = []
    for row in range(len(grid.rows) - 1):
        if not is_band(grid, row) or grid.rows[row][0].text.endswith(_SENTENCE_END):
            break
        found.append(row)
    return tuple(found)


def _depth(grid: Grid, first: int) -> int:
    """One past the head that starts at a row; that row where it is none."""
    if first >= len(grid.rows) or not _heads(grid.filled(first)):
        return first
    cells = grid.rows[first]
    filled = grid.filled(first)
    between = [cell for cell in cells if cell.empty and filled[0].column < cell.column < filled[-1].column]
    if between or _MOSTLY * sum(cell.columns for cell in filled) < grid.width:
        return first
    reach = max((cell.rows for cell in cells), default=1)
    spreads = any(cell.columns > 1 for cell in cells)
    if grid.exact and spreads and 1 < reach < len(grid.rows) - first and reach <= 3:
        return first + reach
    below = first + 1
    if below + 1 >= len(grid.rows) or not _heads(grid.filled(below), least=1):
        return below
    here, there = (names_of([cell.words for cell in grid.filled(row)]) for row in (first, below))
    under = {cell.column for cell in grid.filled(below)}
    spread = {column for cell in cells if cell.columns > 1 for column in range(cell.column, cell.column + cell.columns)}
    if spreads and under <= spread and len(under) > 1:
        return below + 1
    leads = grid.rows[below][0].empty or grid.rows[below][0].text == grid.rows[first][0].text
    if leads and sum(map(bool, here)) < 2 <= sum(map(bool, there)):
        return below + 1
    return below


def _heads(filled: Sequence[Cell], least: int = 2) -> bool:
    """Whether cells look like the heads of columns: short, no sentence, no mere number."""
    return len(filled) >= least and all(
        len(cell.words) <= _HEAD_LENGTH and not cell.words.endswith(_SENTENCE_END) and not _COUNTS.fullmatch(cell.seen)
        for cell in filled
    )


def _head(grid: Grid, first: int, depth: int, column: int) -> str:
    """The words over a column: of the lowest head that says any."""
    for row in range(depth - 1, first - 1, -1):
        cell = grid.at(row, column)
        if cell is not None and not cell.empty:
            return cell.words
    return ""


def _tiers(grid: Grid, first: int, depth: int) -> tuple[str | None, ...]:
    """The tier of each column, by the lowest row of the head that names tiers."""
    for row in range(depth - 1, first - 1, -1):
        over = [grid.at(row, column) for column in range(grid.width)]
        names = names_of([cell.words if cell is not None else "" for cell in over])
        if any(names):
            return names
    return (None,) * grid.width


def _sizes(grid: Grid, depth: int) -> _Sizes:
    letters: dict[int, int] = {}
    filled: dict[int, int] = {}
    counted: dict[int, int] = {}
    for row in grid.rows[depth:]:
        for cell in row:
            if cell.empty or cell.columns > 1:
                continue
            letters[cell.column] = letters.get(cell.column, 0) + len(cell.text)
            filled[cell.column] = filled.get(cell.column, 0) + 1
            counted[cell.column] = counted.get(cell.column, 0) + (_COUNTS.fullmatch(folded(cell.text)) is not None)
    return _Sizes(letters, filled, counted)


def _under_tier(head: str, tier: str | None) -> Role | None:
    """The role of a column that stands for a tier, where heads below the tier's name do not tell points or notes."""
    if tier is None:
        return None
    told = next((role for role, pattern in _ROLES if pattern.fullmatch(folded(head))), None)
    return told if told in ("points", "note", "scoring") and tier not in head else "tier"


def _role(head: str, column: int, sizes: _Sizes) -> Role:
    for role, pattern in _ROLES:
        if pattern.fullmatch(folded(head)):
            return role
    numbers = sizes.filled.get(column, 0) and sizes.counted.get(column, 0) == sizes.filled[column]
    if numbers:
        return "ordinal" if column == 0 else "points"
    return "text" if sizes.mean(column) > _WORDY else "name"


def _with_text(roles: list[Role], heads: Sequence[str], sizes: _Sizes) -> list[Role]:
    """One column at least is the text: the wordiest of those that may be; names stand before it."""
    if "tier" in roles:  # what is asked stands there
        return roles
    if "text" in roles:
        most = max(sizes.mean(column) for column, role in enumerate(roles) if role == "text")
        short = min(_SHORT, most / 2)
        return ["name" if role == "text" and sizes.mean(at) <= short else role for at, role in enumerate(roles)]
    order: tuple[tuple[Role, ...], ...] = (("scoring",), ("value",), ("name", "note"))
    for wanted in order:
        candidates = [column for column, role in enumerate(roles) if role in wanted and sizes.filled.get(column)]
        if wanted == ("name", "note"):
            candidates = candidates[1:] or candidates
        if candidates:
            roles[max(candidates, key=lambda column: (sizes.letters.get(column, 0), -column))] = "text"
            break
    return roles
