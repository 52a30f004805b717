"""A comparison for people: what corresponds and how it differs, then what only one side has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.labels import Language, label
from corpus.clause import Clause
from drafting.shelf import Shelf
from drafting.wording import FORCE_WORDS, printed_label
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.comparison_json import RELATIONS
from kg.variants.difference import Difference, Words

RELATION_LABELS: Mapping[str, str] = {
    "equal": "逐字相同",
    "similar": "要求相近",
    "stronger": "左边要求更高",
    "weaker": "右边要求更高",
    "overlaps": "部分重合",
    "only_left": "只有左边写",
    "only_right": "只有右边写",
}
_COLOURS = {"equal": "dim", "similar": "green", "stronger": "magenta", "weaker": "cyan", "overlaps": "yellow"}
_NOTICE = "按意思对齐（由工标推定，供参考），逐字相同者除外；强弱从左边看。"
_NATIONAL = "推定：与国家典型场景的对应由工标提出，不是官方对应。"
_SHORT = 70


def comparison_report(comparison: Comparison, shelf: Shelf, lang: Language = "zh") -> RenderableType:
    """The counts, the aligned rows with changed words marked, and what stands alone on either side."""
    national = comparison.right.document not in shelf.documents
    head = Text(f"左：{comparison.left.title}\n右：{comparison.right.title}", style="bold")
    if comparison.asked:
        head.append(f"\n{label('主题', lang)}：{comparison.asked}")
    aligned = [row for row in comparison.rows if row.left and row.right]
    parts: list[RenderableType] = [head, Text(label(_NATIONAL if national else _NOTICE, lang), style="yellow")]
    parts.append(_counts(comparison, lang))
    if aligned:
        parts.append(_table(aligned, shelf, lang))
    parts += [_alone(comparison.rows, shelf, relation, lang) for relation in ("only_left", "only_right")]
    return Group(*parts)


def _counts(comparison: Comparison, lang: Language) -> Text:
    counts: Counter[str] = Counter(row.relation for row in comparison.rows)
    said = "　".join(f"{label(RELATION_LABELS[one], lang)} {counts[one]}" for one in RELATIONS if counts[one])
    return Text(said or label("没有可比的条款。", lang))


def _table(rows: Sequence[ComparedRow], shelf: Shelf, lang: Language) -> Table:
    table = Table(header_style="bold", show_lines=True)
    for head, ratio in (("主题", 2), ("左", 6), ("右", 6), ("差别", 4)):
        table.add_column(label(head, lang), overflow="fold", ratio=ratio)
    former = ""
    for row in rows:
        topic = f"{row.topic.name}{'（推定）' if row.topic.inferred else ''}"
        difference = row.difference
        table.add_row(
            Text(topic if topic != former else ""),
            _side(row.left, difference.left_only if difference else (), shelf),
            _side(row.right, difference.right_only if difference else (), shelf),
            _differs(row, lang),
        )
        former = topic
    return table


def _side(ids: Sequence[str], changed: Sequence[Words], shelf: Shelf) -> Text:
    text = Text()
    for one in ids:
        if one not in shelf.by_id:
            text.append(one)
            continue
        clause = shelf.by_id[one]
        text.append("\n" if text else "")
        text.append(f"{one} ", style="dim")
        text.append_text(_marked(clause, [words for words in changed if words.clause == one]))
    return text


def _marked(clause: Clause, changed: Sequence[Words]) -> Text:
    text = Text(clause.text)
    for words in changed:
        text.stylize("bold underline", words.start - clause.start, words.end - clause.start)
    return text


def _differs(row: ComparedRow, lang: Language) -> Text:
    text = Text(label(RELATION_LABELS[row.relation], lang), style=_COLOURS.get(row.relation, ""))
    if row.confidence is not None and row.relation != "equal":
        text.append(f" {row.confidence:.2f}", style="dim")
    for line in _lines(row.difference) if row.difference else ():
        text.append(f"\n{line}", style="default")
    if row.difference is None and row.reasons:
        text.append(f"\n{row.reasons[0].detail}", style="default")
    return text


def _lines(difference: Difference) -> list[str]:
    """The differences in a few short lines."""
    lines = [f"用词：{FORCE_WORDS[one.left]}→{FORCE_WORDS[one.right]}" for one in difference.forces]
    for number in difference.quantities:
        left, right = (one.text if one else "未写" for one in (number.left, number.right))
        lines.append(f"数量：{number.measured} {left}→{right}")
    for word, changes in (("只有左边提到", difference.dropped), ("只有右边提到", difference.added)):
        if changes:
            lines.append(f"{word}：{'、'.join(dict.fromkeys(one.name for one in changes))}")
    return list(dict.fromkeys(lines))


def _alone(rows: Sequence[ComparedRow], shelf: Shelf, relation: str, lang: Language) -> RenderableType:
    chosen = [row for row in rows if row.relation == relation]
    if not chosen:
        return Text("")
    table = Table(
        label("主题", lang), label("编号", lang), label("内容", lang), title=label(RELATION_LABELS[relation], lang)
    )
    for row in chosen:
        for one in (*row.left, *row.right):
            clause = shelf.by_id.get(one)
            said = f"{printed_label(clause)}{' '.join(clause.plain.split())}" if clause else row.topic.name
            table.add_row(Text(row.topic.name), Text(one), Text(said if len(said) <= _SHORT else said[:_SHORT] + "…"))
    return table
