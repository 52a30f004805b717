"""A comparison for people: what corresponds and how it differs, then what only one side has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.labels import Language, told_label
from corpus.clause import Clause
from drafting.comparisons.differences import (
    counterpart_told,
    elsewhere_told,
    force_told,
    names_told,
    quantities_told,
    why_aligned,
)
from drafting.comparisons.passages import cut
from drafting.comparisons.speech import Speech
from drafting.comparisons.tallies import ALONE, asked_of, counts_of
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
    head, colon = Text(style="bold"), told_label("：", lang)
    for side, name in ((comparison.left, "左"), (comparison.right, "右")):
        head.append(f"{told_label(name, lang)}{colon}{side.title}\n")
    if comparison.asked:
        head.append(f"{told_label('主题', lang)}{colon}{asked_of(comparison)}\n")
    aligned = [row for row in comparison.rows if row.left and row.right]
    head.rstrip()
    parts: list[RenderableType] = [head, Text(told_label(_NATIONAL if national else _NOTICE, lang), style="yellow")]
    parts.append(_counts(comparison, lang))
    if aligned:
        parts.append(shown.aligned(aligned))
    for relation in ALONE:
        if rows := [row for row in comparison.rows if row.relation == relation]:
            parts.append(shown.alone(rows, told_label(RELATION_LABELS[relation], lang)))
    return Group(*parts)


def _counts(comparison: Comparison, lang: Language) -> Text:
    counts = counts_of(comparison.rows)
    said = "　".join(f"{told_label(RELATION_LABELS[one], lang)} {count}" for one, count in counts.items() if count)
    return Text(said or told_label("没有可比的条款。", lang))


class _Shown:
    """Puts rows into tables."""

    def __init__(self, shelf: Shelf, names: Mapping[str, str], lang: Language) -> None:
        self._shelf, self._names, self._lang = shelf, names, lang

    def aligned(self, rows: Sequence[ComparedRow]) -> Table:
        """What corresponds, a topic's name only where it changes."""
        table = Table(header_style="bold", show_lines=True)
        for head, ratio in (("主题", 2), ("左", 6), ("右", 6), ("差别", 4)):
            table.add_column(told_label(head, self._lang), overflow="fold", ratio=ratio)
        former = ""
        for row in rows:
            topic = f"{row.topic.name}{told_label('（按意思归入）', self._lang) if row.topic.inferred else ''}"
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
        heads = (told_label(head, self._lang) for head in ("主题", "编号", "内容", "最接近的（不算对应）"))
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
        text = Text(told_label(RELATION_LABELS[row.relation], self._lang), style=_COLOURS.get(row.relation, ""))
        if row.confidence is not None and row.relation != "equal":
            text.append(f" {row.confidence:.2f}", style="dim")
        if row.difference is None:
            told = counterpart_told(row)
            said = [told_label(told, self._lang) if told else "", why_aligned(row)]
        else:
            speech, change = Speech(self._lang), row.difference
            named = (
                ("只有左边", names_told(change.dropped, speech)),
                ("只有右边", names_told(change.added, speech)),
                ("对方别处写到", elsewhere_told((*change.dropped, *change.added), speech)),
            )
            said = [force_told(change, speech), quantities_told(change, speech)]
            said += [
                f"{told_label(head, self._lang)}{told_label('：', self._lang)}{names}" for head, names in named if names
            ]
        for line in said:
            text.append(f"\n{line}" if line else "", style="default")
        return text


def _nearest(row: ComparedRow) -> str:
    if row.nearest is None:
        return ""
    return f"{row.nearest.right if row.left else row.nearest.left} {row.nearest.confidence:.2f}"


def _marked(clause: Clause, changed: Sequence[Words]) -> Text:
    """A clause in one line, with the words set off that the other side has no counterpart of."""
    own = [(words.start - clause.start, words.end - clause.start) for words in changed if words.clause == clause.id]
    text = Text()
    for stretch in cut(clause.text, own, "left"):
        text.append(stretch.text.replace("\n", ""), style="" if stretch.mark == "plain" else "bold underline")
    return text
