"""Ladders as tables for people: all at a glance, a few word for word, and the step to a tier as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.labels import Language
from corpus.clause import Clause, Force
from kg.ladders.changing import rises
from kg.ladders.ladder import Change, Ladder, LadderCell, Step, StepChange
from kg.ladders.oddities import oddities
from kg.ladders.reasons import reason_of

_CHANGES: Mapping[Change, tuple[str, str, str]] = {
    "new": ("新增", "new", "green"),
    "raised": ("提升", "raised", "red"),
    "relaxed": ("用词转弱", "weaker word", "magenta"),
    "widened": ("扩大", "widened", "yellow"),
    "changed": ("改变", "changed", "cyan"),
    "same": ("相同", "same", "dim"),
    "not_restated": ("仍适用", "still stands", "dim"),
}
_FORCES: Mapping[Force, tuple[str, str]] = {
    "shall": ("应", "shall"),
    "should": ("宜", "should"),
    "may": ("可", "may"),
    "encouraged": ("鼓励", "encouraged"),
    "none": ("无用词", "no word"),
}
_WORDS: Mapping[str, str] = {
    "能力子域": "Subdomain",
    "变化": "Change",
    "条目": "Clause",
    "内容": "Text",
    "条": "clauses",
    "不作要求": "not required",
    "（未写）": "(not written)",
    "必须新增（应）": "must add (shall)",
    "建议新增（宜）": "should add (should)",
    "新增（无用词）": "to add (no word)",
    "多出": "adds",
    "没有变化": "nothing changes",
    "原文如此的异常": "Oddities, as printed",
    "中间等级的要求也是基础，须一并满足：": "The tiers between are part of the base and must be met too: ",
    "未重申的仍然适用：高一等级在低一等级的基础上建设。": (
        "What is not restated still stands: a higher tier builds on the lower."
    ),
}
_SHORT = 64


class TierTables:
    """Prints ladders.

    Args:
        clauses: Clauses by id.
        language: The language of labels; texts of documents are never translated.
    """

    def __init__(self, clauses: Mapping[str, Clause], language: Language = "zh") -> None:
        self._clauses = clauses
        self._language = language

    def overview(self, ladders: Sequence[Ladder]) -> RenderableType:
        """A row for each subdomain: how much each tier asks, and how many clauses of each change a step has."""
        table = Table(header_style="bold")
        table.add_column(self._word("能力子域"), overflow="fold")
        for cell in ladders[0].cells:
            table.add_column(escape(cell.tier_label))
        for step in ladders[0].steps:
            table.add_column(f"→ {self._label(ladders[0], step.upper)}", overflow="fold")
        for ladder in ladders:
            cells = [self._count(cell) for cell in ladder.cells]
            table.add_row(escape(_title(ladder)), *cells, *(self._counts(step) for step in ladder.steps))
        return Group(table, *self._odd(ladders), self._note())

    def in_full(self, ladders: Sequence[Ladder]) -> RenderableType:
        """Each tier's clauses word for word, then each step."""
        return Group(*(part for ladder in ladders for part in self._full(ladder)), *self._odd(ladders), self._note())

    def step(self, ladders: Sequence[Ladder], between: Sequence[str] = ()) -> RenderableType:
        """What an enterprise has to add, subdomain by subdomain, and what still stands from below.

        Args:
            ladders: Ladders with the one step.
            between: The names of the tiers that the step passes over.
        """
        lower, upper = ladders[0].steps[0].lower, ladders[0].steps[0].upper
        head = f"{self._label(ladders[0], lower)} → {self._label(ladders[0], upper)}"
        table = Table(header_style="bold", title=escape(head), title_justify="left")
        table.add_column(self._word("能力子域"), overflow="fold", max_width=18)
        table.add_column(self._word("变化"), no_wrap=True)
        table.add_column(self._word("条目"), no_wrap=True)
        table.add_column(self._word("内容"), overflow="fold")
        for ladder in ladders:
            former = _title(ladder)
            for row in self._step_rows(ladder.steps[0]):
                table.add_row(escape(former), *row)
                former = ""
        passed = f"{self._word('中间等级的要求也是基础，须一并满足：')}{'、'.join(between)}"
        notes = [Text(passed, style="yellow")] if between else []
        return Group(table, self._totals(ladders), *notes, self._note())

    def _step_rows(self, step: Step) -> Iterator[tuple[str, str, str]]:
        order = list(_CHANGES)
        shown = [one for one in step.changes if one.change != "not_restated"]
        for one in sorted(shown, key=lambda one: (order.index(one.change), self._weakness(one))):
            (upper,) = (self._clauses[one_id] for one_id in one.upper)
            yield self._what(one), self._items(one), escape(_short(upper.plain)) + self._added(one)
        rest = [self._clauses[one_id] for one in step.changes if one.change == "not_restated" for one_id in one.lower]
        if rest:
            said = "；".join(_short(clause.plain, _SHORT // 2) for clause in rest)
            items = "、".join(clause.label or "·" for clause in rest)
            yield self._coloured("not_restated"), escape(items), f"[dim]{escape(said)}[/]"

    def _full(self, ladder: Ladder) -> Iterator[RenderableType]:
        yield Text(f"\n{_title(ladder)}", style="bold")
        for cell in ladder.cells:
            asked = (self._clauses[one] for one in cell.clauses)
            lines = [(clause.label or "·", escape(" ".join(clause.plain.split()))) for clause in asked]
            yield Text(cell.tier_label, style="bold cyan")
            empty = ("/", self._word("不作要求")) if cell.clauses else ("·", self._word("（未写）"))
            yield _lines(lines if cell.required else [empty])
        labels = {cell.tier: cell.tier_label for cell in ladder.cells}
        for step in ladder.steps:
            yield Text(f"{labels[step.compared_with or step.lower]} → {labels[step.upper]}", style="bold")
            told = [
                (f"{self._what(one)} {escape(self._items(one))}", escape(reason_of(one, step, labels)))
                for one in step.changes
            ]
            yield _lines(told or [("·", self._word("没有变化"))])

    def _what(self, one: StepChange) -> str:
        """The name of a change; what is new or raised is told by its force."""
        if one.change == "raised" and one.difference is not None:
            rise = next(force for force in one.difference.forces if rises(force))
            return f"[red]{self._force(rise.left)}→{self._force(rise.right)}[/]"
        if one.change != "new":
            return self._coloured(one.change)
        forces = {force for one_id in one.upper for force in self._clauses[one_id].forces}
        if "shall" in forces:
            return f"[red]{self._word('必须新增（应）')}[/]"
        if forces == {"none"}:
            return f"[green]{self._word('新增（无用词）')}[/]"
        return f"[green]{self._word('建议新增（宜）')}[/]"

    def _weakness(self, one: StepChange) -> int:
        forces = [force for one_id in one.upper for force in self._clauses[one_id].forces]
        return min((list(_FORCES).index(force) for force in forces), default=0)

    def _items(self, one: StepChange) -> str:
        low, high = ("、".join(self._clauses[one_id].label or "·" for one_id in ids) for ids in (one.lower, one.upper))
        return f"{low} → {high}" if low and high else low or high

    def _added(self, one: StepChange) -> str:
        if one.difference is None or not one.difference.added:
            return ""
        names = "、".join(dict.fromkeys(name.name for name in one.difference.added))
        return f" [yellow]＋{escape(names)}[/]"

    def _count(self, cell: LadderCell) -> str:
        if not cell.required:
            return f"[dim]{'/' if cell.clauses else self._word('（未写）')}[/]"
        forces = Counter(force for one in cell.clauses for force in self._clauses[one].forces)
        told = " ".join(self._counted(self._force(force), forces[force]) for force in _FORCES if forces[force])
        return f"{len(cell.clauses)} [dim]{told}[/]"

    def _counts(self, step: Step) -> str:
        counts = Counter(one.change for one in step.changes)
        return " ".join(self._counted(self._coloured(one), counts[one]) for one in _CHANGES if counts[one])

    def _totals(self, ladders: Sequence[Ladder]) -> RenderableType:
        order = list(_CHANGES)
        changes = [one for ladder in ladders for step in ladder.steps for one in step.changes]
        changes.sort(key=lambda one: (order.index(one.change), self._weakness(one)))
        counts = Counter(self._what(one) for one in changes)
        return Text.from_markup(" · ".join(f"{what} {count}" for what, count in counts.items()))

    def _odd(self, ladders: Sequence[Ladder]) -> Iterator[RenderableType]:
        lines = [f"· {_title(ladder)}：{one.text}" for ladder in ladders for one in oddities(ladder, self._clauses)]
        if lines:
            yield Text("\n".join((f"\n{self._word('原文如此的异常')}", *lines)), style="magenta")

    def _note(self) -> RenderableType:
        return Text(self._word("未重申的仍然适用：高一等级在低一等级的基础上建设。"), style="dim")

    def _label(self, ladder: Ladder, code: str) -> str:
        return next(cell.tier_label for cell in ladder.cells if cell.tier == code)

    def _coloured(self, change: Change) -> str:
        chinese, english, colour = _CHANGES[change]
        return f"[{colour}]{chinese if self._language == 'zh' else english}[/]"

    def _force(self, force: Force) -> str:
        return _FORCES[force][self._language == "en"]

    def _counted(self, name: str, count: int) -> str:
        return f"{name}{count}" if self._language == "zh" else f"{name}:{count}"

    def _word(self, text: str) -> str:
        return _WORDS[text] if self._language == "en" else text


def _lines(rows: Sequence[tuple[str, str]]) -> Table:
    """Short words on the left, a text that folds under itself on the right."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for left, right in rows:
        grid.add_row(f"  {left}", right)
    return grid


def _title(ladder: Ladder) -> str:
    """The number and name; a ladder without either is of the tiers as a whole."""
    return f"{ladder.number} {ladder.name}".strip() or "条件"


def _short(text: str, length: int = _SHORT) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
