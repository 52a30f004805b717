"""What people see of ingesting and of two editions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.assessed import Ingested
from app.editions import EditionPair
from app.labels import Language, layout_name
from app.messages import in_chinese
from kg.editions.differing import EditionRow, count_rows

_STATES = {
    "added": ("收入", "added"),
    "updated": ("更新", "updated"),
    "unchanged": ("没有变化", "unchanged"),
    "rejected": ("未收入", "rejected"),
    "same": ("不变", "same"),
    "punctuation": ("不变（仅标点）", "same but for punctuation"),
    "changed": ("改动", "changed"),
    "new": ("新增", "new"),
    "gone": ("删去", "gone"),
}
_STYLES = {
    "added": "green",
    "updated": "green",
    "rejected": "bold red",
    "changed": "yellow",
    "new": "green",
    "gone": "red",
}
_PIECES = {"same": "", "gone": "strike red", "new": "underline green"}
_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
_STAYED = ("same", "punctuation")
_INGEST_HEADS = (
    ("文件", "File"),
    ("结果", "Result"),
    ("编号", "Id"),
    ("版式（把握）", "Layout (confidence)"),
    ("条目", "Rows"),
    ("等级", "Tiers"),
    ("覆盖 / 结构", "Coverage / structured"),
)
_ALIASES = 3
_DIFF_HEADS = (("结果", "Result"), ("前一版", "Former"), ("后一版", "Later"), ("内容", "Words"))


def ingest_table(found: Sequence[Ingested], language: Language) -> RenderableType:
    """The files with what became of each; notes and reasons below."""
    table = _table(_INGEST_HEADS, language)
    for one in found:
        read = one.assessment
        table.add_row(
            Text(one.file),
            _state(one.status, language),
            one.id or "",
            f"{layout_name(read.layout, language)} ({read.confidence:.0%})" if read else "",
            str(one.clauses) if read else "",
            escape("、".join(tier.name for tier in read.tiers)) if read else "",
            f"{read.coverage:.0%} / {read.structured:.0%}" if read else "",
        )
    said = [(one.file, _lines(one, language)) for one in found]
    told = [Text(f"\n{file}\n" + "\n".join(f"· {line}" for line in lines)) for file, lines in said if lines]
    return Group(table, *told)


def diff_table(
    pair: EditionPair, language: Language, *, everything: bool = False, coloured: bool = True
) -> RenderableType:
    """The rows that differ, or all of them.

    Args:
        pair: The two editions.
        language: The language of labels.
        everything: Whether rows that stayed, or differ in punctuation alone, are there too.
        coloured: Whether colours can be seen: what is gone is struck through, what is new underlined; else they stand
            in ``[-…-]`` and ``{+…+}``.
    """
    table = _table(_DIFF_HEADS, language)
    for row in pair.rows:
        if everything or row.status not in _STAYED:
            places = (one.id.partition("/")[2] if one else "" for one in (row.former, row.later))
            table.add_row(_state(row.status, language), *map(escape, places), _words(row, coloured))
    counts = count_rows(pair.rows)
    head = Text(f"{pair.former.meta.id} → {pair.later.meta.id}")
    total = Text("  ".join(f"{_STATES[name][language != 'zh']} {count}" for name, count in counts.items()))
    return Group(head, table, total)


def _words(row: EditionRow, coloured: bool) -> Text:
    """A row's words; of one that changed, what is gone before what stands there now."""
    if row.later is None:
        return Text(row.former.plain if row.former else "", style=_PIECES["gone"])
    if not row.words:
        return Text(row.later.plain, style="green" if row.status == "new" else "")
    told = Text()
    for piece in row.words:
        before, after = ("", "") if coloured else _MARKS[piece.status]
        told.append(f"{before}{piece.text}{after}", style=_PIECES[piece.status])
    return told


def _lines(one: Ingested, language: Language) -> tuple[str, ...]:
    """What was understood of a file, what its reader should know, or why it was rejected."""
    if one.reason:
        return (in_chinese(one.reason) if language == "zh" else one.reason,)
    record, read = one.record, one.assessment
    facts: tuple[str, ...] = ()
    if record is not None:
        year = f"{record.year or '年份未写明'}（{record.year_basis}）"
        places = (record.region or "地区未写明", record.issuer or "发文机关未写明", year, record.number, record.status)
        known = f"提问时可称“{'”“'.join(record.aliases[:_ALIASES])}”，" if record.aliases else ""
        facts = (
            f"《{record.title}》 · {' · '.join(part for part in places if part)}",
            f"{known}也可用 --document {record.id} 限定。",
        )
    return (*facts, *((read.why,) if read else ()), *one.notes)


def _state(name: str, language: Language) -> Text:
    return Text(_STATES[name][language != "zh"], style=_STYLES.get(name, ""))


def _table(heads: Sequence[tuple[str, str]], language: Language) -> Table:
    table = Table(header_style="bold")
    for head in heads:
        table.add_column(head[language != "zh"], overflow="fold")
    return table
