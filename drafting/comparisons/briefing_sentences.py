"""The sentences of a briefing: what was compared, how much is alike, which forces, numbers, names and topics differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Force
from drafting.answer import Sentence
from drafting.comparisons.naming import relation_named
from drafting.comparisons.own_names import NamesOfOne
from drafting.comparisons.own_numbers import by_measure, own_figures
from drafting.comparisons.own_topics import own_topics
from drafting.comparisons.passages import Passages
from drafting.comparisons.speech import CHINESE, Speech
from drafting.comparisons.tallies import ALONE, asked_of, counts_of, topic_name, unofficial
from drafting.comparisons.tones import COUNTERPART_LABELS, NATIONAL, force_word
from drafting.comparisons.whole_sides import whole_side
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison, RowRelation
from kg.variants.difference import QuantityChange, Side

_NAMES, _TOPICS, _EXAMPLES, _PROPOSED, _MEASURES = 5, 5, 3, 8, 6
_FORCES: tuple[Force, ...] = ("shall", "should", "may", "encouraged")
_SCHEMES = (("系统 {count} 项（{listed}）", "systems"), ("技术 {count} 项（{listed}）", "technologies"))
_SIDES: tuple[tuple[Side, RowRelation], ...] = (("left", "only_left"), ("right", "only_right"))


class Composer:
    """Composes the sentences of one comparison.

    Args:
        comparison: The comparison.
        shelf: The documents.
        passages: Their clauses.
        names: What the left and the right go by.
        own: Finds the systems and technologies that one side alone names.
        speech: Says the sentences.
    """

    def __init__(
        self,
        comparison: Comparison,
        shelf: Shelf,
        passages: Passages,
        names: tuple[str, str],
        own: NamesOfOne,
        speech: Speech = CHINESE,
    ) -> None:
        self._comparison = comparison
        self._shelf = shelf
        self._passages = passages
        self._names = names
        self._own = own
        self._say, self._speech = speech.say, speech
        self._matched = [row for row in comparison.rows if row.relation not in ALONE]
        self._left, self._right = _compared_ids(comparison)

    def compared(self) -> Iterator[Sentence]:
        """What was compared, and on which basis."""
        if not self._comparison.rows:
            return
        frame = "左边是{left}的 {lefts}，右边是{right}的 {rights}，{how}{asked}。"
        how = "对应都是推定的" if unofficial(self._comparison) else "按意思而不是按编号逐条对齐"
        asked = asked_of(self._comparison)
        said = self._say(
            frame,
            left=self._names[0],
            lefts=self._counted(self._comparison.left, self._left),
            right=self._names[1],
            rights=self._counted(self._comparison.right, self._right),
            how=self._say(how),
            asked=self._say("，只看“{asked}”", asked=asked) if asked else "",
        )
        yield _composed(said, self._known((*self._left, *self._right)))

    def relations(self) -> Iterator[Sentence]:
        """How many matters correspond, and how; how many clauses these are, each counted once."""
        if not self._comparison.rows:
            return
        counts = counts_of(self._comparison.rows)
        left, right = ({one for row in self._matched for one in ids(row)} for ids in (_lefts, _rights))
        known = {"rows": len(self._matched), "left": len(left), "right": len(right)}
        if unofficial(self._comparison):
            kinds = Counter(row.counterpart for row in self._matched if row.counterpart)
            alike = [self._places(self._word(one), count) for one, count in kinds.most_common()]
            said = self._say("推定的对应有 {rows} 处", **known)
        else:
            paired = [one for one in counts if one not in ALONE and counts[one]]
            alike = [self._places(relation_named(one, self._names, self._speech), counts[one]) for one in paired]
            said = self._say("讲同一件事的有 {rows} 处（左边 {left} 条、右边 {right} 条，每条只数一次）", **known)
        single = [one for one in counts if one in ALONE and counts[one]]
        alone = [
            self._say("{name}的 {count} 处", name=relation_named(one, self._names, self._speech), count=counts[one])
            for one in single
        ]
        parts = [self._say("{said}：{alike}", said=said, alike=self._speech.all(alike)) if alike else said]
        whole = self._speech.parts([*parts, *([self._speech.all(alone)] if alone else [])])
        yield _composed(self._say("{said}。", said=whole), self._cited(self._comparison.rows))

    def counterparts(self) -> Iterator[Sentence]:
        """The scenarios that are proposed as counterparts, the surest first, by how they lie to the matter."""
        for predicate in COUNTERPART_LABELS:
            rows = [row for row in self._matched if row.counterpart == predicate]
            surest = sorted(rows, key=lambda row: -(row.confidence or 0.0))[:_PROPOSED]
            told = [
                f"{row.topic.name}—{self._speech.all([*map(self._passages.text, row.right)])} {row.confidence or 0:.2f}"
                for row in surest
            ]
            if told:
                more = self._say(" 等") if len(rows) > len(surest) else ""
                said = self._say(
                    "{label}的 {count} 处（把握）：{told}{more}。",
                    label=self._word(predicate),
                    count=len(rows),
                    told=self._speech.parts(told),
                    more=more,
                )
                yield _composed(said, self._cited(rows))

    def forces(self) -> Iterator[Sentence]:
        """Where one side says 应 and the other 宜, or another word."""
        held: dict[tuple[Force, Force], list[ComparedRow]] = {}
        for row in self._matched:
            for pair in {(one.left, one.right) for one in row.difference.forces} if row.difference else ():
                if set(pair) <= set(_FORCES):
                    held.setdefault(pair, []).append(row)
        for (left, right), rows in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
            said = self._say(
                "{left}用{force}而{right}用{other}的 {count} 处（{topics}）。",
                left=self._names[0],
                force=force_word(left),
                right=self._names[1],
                other=force_word(right),
                count=len(rows),
                topics=self._speech.listed(list(dict.fromkeys(row.topic.name for row in rows)), _EXAMPLES),
            )
            yield _composed(said, self._cited(rows))

    def numbers(self) -> Iterator[Sentence]:
        """Where numbers differ, and who asks more; then what one side alone writes, by what is measured."""
        for (side, _), name in zip(_SIDES, self._names, strict=True):
            found = [(row, one) for row, one in self._quantities() if one.asks_more == side and one.left and one.right]
            if found:
                told = list(dict.fromkeys(self._number_told(row, one) for row, one in found))[:_EXAMPLES]
                frame = "数字{name}更高的 {count} 处，如{told}。"
                said = self._say(frame, name=name, count=len(found), told=self._speech.parts(told))
                yield _composed(said, self._cited(row for row, _ in found))
        for (side, _), name in zip(_SIDES, self._names, strict=True):
            if own := own_figures(self._comparison, self._shelf, side):
                groups = by_measure(own)
                told = [
                    f"{measured}{''.join(f'“{words}”' for words in dict.fromkeys(one.quantity.text for one in held))}"
                    for measured, held in groups.items()
                ]
                shown = self._speech.parts(told[:_MEASURES])
                more = self._say(" 等") if len(told) > _MEASURES else ""
                frame = "只有{name}写了的数字 {count} 个：{told}{more}。"
                said = self._say(frame, name=name, count=len(own), told=shown, more=more)
                yield _composed(said, self._known(one.clause.id for one in own))

    def names(self) -> Iterator[Sentence]:
        """Systems and technologies that only one side names anywhere in its document, as it prints them."""
        if unofficial(self._comparison):
            return
        whole = [whole_side(side, self._shelf) for side in (self._comparison.left, self._comparison.right)]
        ids = (self._left, self._right)
        for name, own, other in zip(self._names, ids, reversed(whole), strict=True):
            told, cited = [], []
            for kind, scheme in _SCHEMES:
                if found := self._own.own(self._passages.clauses(own), other, scheme):
                    listed = self._speech.listed([one.words for one in found], _NAMES)
                    told.append(self._say(kind, count=len(found), listed=listed))
                    cited += [clause for one in found for clause in one.clauses]
            if told:
                said = self._say("只有{name}点名的{told}。", name=name, told=self._speech.all(told))
                yield _composed(said, cited)

    def topics(self) -> Iterator[Sentence]:
        """Topics that only one side treats."""
        for (_, side), name in zip(_SIDES, self._names, strict=True):
            if own := own_topics(self._comparison, self._shelf, side):
                topics = [self._places(topic_name(tally.topic, self._speech), len(tally.rows)) for tally in own]
                told = self._speech.listed(topics, _TOPICS)
                rows = [row for tally in own for row in tally.rows]
                said = self._say("只有{name}写的主题 {count} 个：{told}。", name=name, count=len(own), told=told)
                yield _composed(said, self._cited(rows))

    def _places(self, name: str, count: int) -> str:
        return self._say("{name} {count} 处", name=name, count=count)

    def _word(self, predicate: str) -> str:
        """How a scenario lies to the matter."""
        return self._say(COUNTERPART_LABELS[predicate]) if predicate in COUNTERPART_LABELS else predicate

    def _counted(self, side: ComparedSide, ids: Sequence[str]) -> str:
        return self._say("{count} 个" if side.document == NATIONAL else "{count} 条", count=len(ids))

    def _number_told(self, row: ComparedRow, change: QuantityChange) -> str:
        left, right = (one.text if one else "" for one in (change.left_words, change.right_words))
        return self._say("{topic}“{left}”与“{right}”", topic=row.topic.name, left=left, right=right)

    def _quantities(self) -> Iterator[tuple[ComparedRow, QuantityChange]]:
        return ((row, one) for row in self._matched if row.difference for one in row.difference.quantities)

    def _cited(self, rows: Iterable[ComparedRow]) -> tuple[str, ...]:
        return self._known(one for row in rows for one in (*row.left, *row.right))

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in dict.fromkeys(ids) if self._passages.clause(one) is not None)


def _composed(text: str, cited: Iterable[str]) -> Sentence:
    return Sentence(text, "composed", tuple(dict.fromkeys(cited)))


def _compared_ids(comparison: Comparison) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was compared on either side; where one topic was asked for, what of it is in the rows."""
    if comparison.asked is None:
        return comparison.left.clauses, comparison.right.clauses
    left = dict.fromkeys(one for row in comparison.rows for one in row.left)
    right = dict.fromkeys(one for row in comparison.rows for one in row.right)
    return tuple(left), tuple(right)


def _lefts(row: ComparedRow) -> tuple[str, ...]:
    return row.left


def _rights(row: ComparedRow) -> tuple[str, ...]:
    return row.right
