"""How a text was read: its layout and how sure that is, how much of it became rows, its tiers and what is odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from corpus.folding import folded
from corpus.landing import landed, size
from corpus.layouts.grades import codes_of
from corpus.layouts.schemes import declared, reading
from corpus.oddities import watch
from corpus.shape import Shape

LayoutName = Literal["articles", "outline", "standard", "tier-table", "row-table", "form", "prose", "mixed"]

_NAMED: dict[LayoutName, str] = {
    "articles": "条款式（第N条）",
    "outline": "提纲式（一、（一）1.）",
    "standard": "标准式（章条编号）",
    "tier-table": "按等级分列的表",
    "row-table": "逐行的表",
    "form": "填报表格",
    "prose": "无编号的段落",
    "mixed": "混合",
}
_RULES: dict[str, LayoutName] = {
    "tier-table": "tier-table",
    "alternatives": "row-table",
    "row-table": "row-table",
    "table": "row-table",
    "conditions": "row-table",
    "data": "row-table",
    "form": "form",
}
_MAIN_SHARE = 0.8
_PART_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class TierFound:
    """A tier of the document.

    Attributes:
        code: Unique within the document.
        name: The text's own name.
        rows: How many rows hold for it; none where the text only declares it.
    """

    code: str
    name: str
    rows: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a person should know before a document is used.

    Attributes:
        layout: The shape that most of the text has, ``mixed`` where no shape has most of it.
        parts: The shapes with their share of the text, the largest first; shares are between 0 and 1.
        confidence: The share of the text that has this layout, or one of the named parts of a mixed document, between 0
            and 1.
        why: One Chinese sentence that says what the layout was told by.
        coverage: Share of the non-blank characters that landed in a row, label and number of the row included.
        structured: Share that landed in rows other than ``paragraph``.
        tiers: The tiers in order, lowest first as the text prints them.
        requirements: How many rows ask something (requirements and thresholds).
        oddities: Short notes in Chinese on what is odd about the text; nothing was repaired.
    """

    layout: LayoutName
    parts: tuple[tuple[LayoutName, float], ...]
    confidence: float
    why: str
    coverage: float
    structured: float
    tiers: tuple[TierFound, ...]
    requirements: int
    oddities: tuple[str, ...]


def assess(source: str, shape: Shape | None, clauses: Sequence[Clause]) -> Assessment:
    """What the rows of a text tell of how it was read.

    Args:
        source: The stored text.
        shape: What the file showed beside the text, or None.
        clauses: The rows that were cut from it, in reading order.
    """
    parts = _parts(clauses)
    named = [(name, share) for name, share in parts if share >= _PART_SHARE] or list(parts[:1])
    layout: LayoutName = named[0][0] if named else "prose"
    confidence = named[0][1] if named else 0.0
    if confidence < _MAIN_SHARE and len(named) > 1:
        layout = "mixed"
        confidence = sum(share for name, share in named if name != "prose")
    said = "、".join(f"{_NAMED[name]}占{share:.0%}" for name, share in named)
    total, inside, known = landed(source, clauses)
    return Assessment(
        layout=layout,
        parts=parts,
        confidence=round(min(1.0, confidence), 3),
        why=f"按正文字数计，{said}。" if said else "没有读出任何条目。",
        coverage=round(inside / total, 4) if total else 0.0,
        structured=round(known / total, 4) if total else 0.0,
        tiers=_tiers(source, clauses),
        requirements=sum(clause.kind in ("requirement", "threshold") for clause in clauses),
        oddities=watch(source, clauses, shape),
    )


def _parts(clauses: Sequence[Clause]) -> tuple[tuple[LayoutName, float], ...]:
    sizes: Counter[LayoutName] = Counter()
    for clause in clauses:
        if clause.rule != "outline.title":  # every shape has titles
            sizes[_layout(clause)] += size(clause.text)
    total = sizes.total() or 1
    return tuple((name, round(size / total, 3)) for name, size in sizes.most_common())


def _layout(clause: Clause) -> LayoutName:
    by_rule = _RULES.get(clause.rule.split(".")[0])
    if by_rule is not None:
        return by_rule
    if clause.section.startswith("第") or "条" in clause.section:
        return "articles"
    if clause.section[:1].isdigit() and "." in clause.section:
        return "standard"
    return "outline" if clause.section or clause.label else "prose"


def _tiers(source: str, clauses: Sequence[Clause]) -> tuple[TierFound, ...]:
    """The tiers that rows hold for, and those that the text declares beside them without asking anything."""
    counts = Counter(code for clause in clauses if clause.tier for code in clause.tiers or (clause.tier,))
    names: dict[str, str] = {}
    for clause in clauses:
        if clause.tier and clause.kind != "heading":
            names.setdefault(clause.tier, clause.tier_label or clause.tier)
    for clause in clauses:
        for code in (clause.tier, *clause.tiers):
            if code:
                names.setdefault(code, (clause.tier_label if code == clause.tier else None) or code)
    said = declared(reading(source))
    codes = codes_of(said)
    if names and set(names) <= set(codes.values()):
        text = folded(source)
        spelled = {codes[key]: source[(at := max(0, text.find(key))) : at + len(key)] for key in said}
        names = {code: names.get(code, spelled[code]) for code in spelled}
    return tuple(TierFound(code, name, counts[code]) for code, name in names.items())
