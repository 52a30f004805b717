"""A comparison for people: what corresponds and how it differs, then what only one side has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.labels import Language, label
from corpus.clause import Clause
from drafting.comparisons.differences import counterpart_told, force_told, names_told, quantities_told, why_aligned
from drafting.comparisons.tallies import ALONE, counts_of
from drafting.comparisons.tones import RELATION_LABELS
from drafting.shelf import Shelf
from drafting.wording import printed_label
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.difference import Words

_COLOURS = {"equal": "dim", "similar": "green", "stronger": "magenta", "weaker": "cyan", "overlaps": "yellow"}
_NOTICE = "按意思对齐（由工标推定，供参考），逐字相同者除外；强弱从左边看。"
_NATIONAL = "推定：与国家典型场景的对应由工标提出，不是官方对应。"
_SHORT = 70


def comparison_table(
    comparison: Comparison, shelf: Shelf, names: Mapping[str, str], lang: Language = "zh"
) -> RenderableType:
    """The counts, the aligned rows with changed words marked, and what stands alone on either side.

    Args:
        comparison: The comparison.
        shelf: The documents and their clauses.
        names: What ids are called that are no clauses, such as those of national scenarios.
        lang: The language of the labels.
    """
    national = comparison.right.document not in shelf.documents
    shown = _Shown(shelf, names, lang)
    head = Text(f"左：{comparison.left.title}\n右：{comparison.right.title}", style="bold")
    if comparison.asked:
        head.append(f"\n{label('主题', lang)}：{comparison.asked}")
    aligned = [row for row in comparison.rows if row.left and row.right]
    parts: list[RenderableType] = [head, Text(label(_NATIONAL if national else _NOTICE, lang), style="yellow")]
    parts.append(_counts(comparison, lang))
    if aligned:
        parts.append(shown.aligned(aligned))
    for relation in ALONE:
        if rows := [row for row in comparison.rows if row.relation == relation]:
            parts.append(shown.alone(rows, label(RELATION_LABELS[relation], lang)))
    return Group(*parts)


def _counts(comparison: Comparison, lang: Language) -> Text:
    counts = counts_of(comparison.rows)
    said = "　".join(f"{label(RELATION_LABELS[one], lang)} {count}" for one, count in counts.items() if count)
    return Text(said or label("没有可比的条款。", lang))


class _Shown:
    """Puts rows into tables."""

    def __init__(self, shelf: Shelf, names: Mapping[str, str], lang: Language) -> None:
        self._shelf, self._names, self._lang = shelf, names, lang

    def aligned(self, rows: Sequence[ComparedRow]) -> Table:
        """What corresponds, a topic's name only where it changes."""
        table = Table(header_style="bold", show_lines=True)
        for head, ratio in (("主题", 2), ("左", 6), ("右", 6), ("差别", 4)):
            table.add_column(label(head, self._lang), overflow="fold", ratio=ratio)
        former = ""
        for row in rows:
            topic = f"{row.topic.name}{'（按意思归入）' if row.topic.inferred else ''}"
            difference = row.difference
            table.add_row(
                Text(topic if topic != former else ""),
                self._side(row.left, difference.left_only if difference else ()),
                self._side(row.right, difference.right_only if difference else ()),
                self._differs(row),
            )
            former = topic
        return table

    def alone(self, rows: Sequence[ComparedRow], title: str) -> Table:
        """What only one side has."""
        heads = (label(head, self._lang) for head in ("主题", "编号", "内容", "最接近的（不算对应）"))
        table = Table(*heads, title=title)
        for row in rows:
            for one in (*row.left, *row.right):
                clause = self._shelf.by_id.get(one)
                text = (
                    f"{printed_label(clause)} {' '.join(clause.plain.split())}" if clause else self._names.get(one, one)
                )
                short = text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
                table.add_row(Text(row.topic.name), Text(one), Text(short), Text(_nearest(row)))
        return table

    def _side(self, ids: Sequence[str], changed: Sequence[Words]) -> Text:
        text = Text()
        for one in ids:
            text.append("\n" if text else "")
            text.append(f"{one} ", style="dim")
            clause = self._shelf.by_id.get(one)
            text.append_text(_marked(clause, changed) if clause else Text(self._names.get(one, one)))
        return text

    def _differs(self, row: ComparedRow) -> Text:
        text = Text(label(RELATION_LABELS[row.relation], self._lang), style=_COLOURS.get(row.relation, ""))
        if row.confidence is not None and row.relation != "equal":
            text.append(f" {row.confidence:.2f}", style="dim")
        if row.difference is None:
            said = [counterpart_told(row), why_aligned(row)]
        else:
            named = (("只有左边", row.difference.dropped), ("只有右边", row.difference.added))
            said = [force_told(row.difference), quantities_told(row.difference)]
            said += [f"{side}：{names_told(changes)}" for side, changes in named if changes]
        for line in said:
            text.append(f"\n{line}" if line else "", style="default")
        return text


def _nearest(row: ComparedRow) -> str:
    if row.nearest is None:
        return ""
    return f"{row.nearest.right if row.left else row.nearest.left} {row.nearest.confidence:.2f}"


def _marked(clause: Clause, changed: Sequence[Words]) -> Text:
    """A clause with the words set off that the other side has no counterpart of."""
    text = Text(clause.text)
    for words in changed:
        if words.clause == clause.id:
            text.stylize("bold underline", words.start - clause.start, words.end - clause.start)
    return text
