"""The sentences of a briefing: what was compared, how much is alike, which forces, numbers, names and topics differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Force
from drafting.answer import Sentence
from drafting.comparisons.naming import relation_named
from drafting.comparisons.passages import Passages
from drafting.comparisons.tallies import ALONE, by_topic, counts_of, topic_name, unofficial
from drafting.comparisons.tones import COUNTERPART_LABELS, NATIONAL, force_word
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison, RowRelation
from kg.variants.difference import QuantityChange, Side

_NAMES, _TOPICS, _EXAMPLES, _PROPOSED = 5, 5, 3, 8
_FORCES: tuple[Force, ...] = ("shall", "should", "may", "encouraged")
_SIDES: tuple[tuple[Side, RowRelation], ...] = (("left", "only_left"), ("right", "only_right"))


class Composer:
    """Composes the sentences of one comparison.

    Args:
        comparison: The comparison.
        passages: The clauses.
        names: What the left and the right go by.
    """

    def __init__(self, comparison: Comparison, passages: Passages, names: tuple[str, str]) -> None:
        self._comparison = comparison
        self._passages = passages
        self._names = names
        self._matched = [row for row in comparison.rows if row.relation not in ALONE]
        self._left, self._right = _compared_ids(comparison)

    def compared(self) -> Iterator[Sentence]:
        """What was compared, and on which basis."""
        if not self._comparison.rows:
            return
        left = _counted(self._comparison.left, self._left)
        right = _counted(self._comparison.right, self._right)
        asked = f"，只看“{self._comparison.asked}”" if self._comparison.asked else ""
        how = "对应都是推定的" if unofficial(self._comparison) else "按意思而不是按编号逐条对齐"
        yield _composed(
            f"左边是{self._names[0]}的 {left}，右边是{self._names[1]}的 {right}，{how}{asked}。",
            self._known((*self._left, *self._right)),
        )

    def relations(self) -> Iterator[Sentence]:
        """How many matters correspond, and how."""
        if not self._comparison.rows:
            return
        counts = counts_of(self._comparison.rows)
        if unofficial(self._comparison):
            kinds = Counter(row.counterpart for row in self._matched if row.counterpart)
            alike = [f"{COUNTERPART_LABELS.get(one, one)} {count} 处" for one, count in kinds.most_common()]
            said = f"推定的对应有 {len(self._matched)} 处"
        else:
            paired = [one for one in counts if one not in ALONE and counts[one]]
            alike = [f"{relation_named(one, self._names)} {counts[one]} 处" for one in paired]
            said = f"讲同一件事的有 {len(self._matched)} 处"
        single = [one for one in counts if one in ALONE and counts[one]]
        alone = [f"{relation_named(one, self._names)}的 {counts[one]} 处" for one in single]
        parts = [f"{said}：{'、'.join(alike)}" if alike else said, *(["，".join(alone)] if alone else [])]
        yield _composed(f"{'；'.join(parts)}。", self._cited(self._comparison.rows))

    def counterparts(self) -> Iterator[Sentence]:
        """The scenarios that are proposed as counterparts, the surest first, by how they lie to the matter."""
        for predicate, label in COUNTERPART_LABELS.items():
            rows = [row for row in self._matched if row.counterpart == predicate]
            surest = sorted(rows, key=lambda row: -(row.confidence or 0.0))[:_PROPOSED]
            told = "；".join(
                f"{row.topic.name}—{'、'.join(map(self._passages.text, row.right))} {row.confidence or 0:.2f}"
                for row in surest
            )
            if told:
                more = " 等" if len(rows) > len(surest) else ""
                yield _composed(f"{label}的 {len(rows)} 处（把握）：{told}{more}。", self._cited(rows))

    def forces(self) -> Iterator[Sentence]:
        """Where one side says 应 and the other 宜, or another word."""
        held: dict[tuple[Force, Force], list[ComparedRow]] = {}
        for row in self._matched:
            for pair in {(one.left, one.right) for one in row.difference.forces} if row.difference else ():
                if set(pair) <= set(_FORCES):
                    held.setdefault(pair, []).append(row)
        for (left, right), rows in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
            topics = _most(list(dict.fromkeys(row.topic.name for row in rows)), _EXAMPLES)
            said = f"{self._names[0]}用{force_word(left)}而{self._names[1]}用{force_word(right)}的 {len(rows)} 处"
            yield _composed(f"{said}（{topics}）。", self._cited(rows))

    def numbers(self) -> Iterator[Sentence]:
        """Where numbers differ, and who asks more."""
        for (side, _), name in zip(_SIDES, self._names, strict=True):
            found = [(row, one) for row, one in self._quantities() if one.asks_more == side and one.left and one.right]
            if found:
                told = "；".join(list(dict.fromkeys(_number_told(row, one) for row, one in found))[:_EXAMPLES])
                yield _composed(f"数字{name}更高的 {len(found)} 处，如{told}。", self._cited(row for row, _ in found))
        for (side, _), name in zip(_SIDES, self._names, strict=True):
            own = [
                (row, f"{one.measured or row.topic.name}“{said}”")
                for row, one in self._quantities()
                if (said := _only(one, side))
            ]
            if own:
                first = {row.topic.name: said for row, said in reversed(own)}
                told = "；".join(list(dict.fromkeys(list(first.values())[::-1]))[:_EXAMPLES])
                yield _composed(
                    f"讲同一件事而只有{name}写了数字的 {len(own)} 处，如{told}。", self._cited(row for row, _ in own)
                )

    def names(self) -> Iterator[Sentence]:
        """Systems and technologies that only one side names anywhere."""
        if unofficial(self._comparison):
            return
        left, right = self._passages.clauses(self._left), self._passages.clauses(self._right)
        for name, own, other in zip(self._names, (left, right), (right, left), strict=True):
            systems = _alone([one.systems for one in own], [one.systems for one in other])
            technologies = _alone([one.technologies for one in own], [one.technologies for one in other])
            told = [
                f"{kind} {len(codes)} 项（{_most(codes, _NAMES)}）"
                for kind, codes in (("系统", systems), ("技术", technologies))
                if codes
            ]
            if told:
                wanted = {*systems, *technologies}
                yield _composed(
                    f"只有{name}点名的{'，'.join(told)}。",
                    [one.id for one in own if wanted & {*one.systems, *one.technologies}],
                )

    def topics(self) -> Iterator[Sentence]:
        """Topics that only one side treats."""
        tallies = sorted(by_topic(self._comparison), key=lambda tally: -len(tally.rows))
        for (_, side), name in zip(_SIDES, self._names, strict=True):
            own = [tally for tally in tallies if side in tally.sides]
            if own:
                told = _most([f"{topic_name(tally.topic)} {len(tally.rows)} 处" for tally in own], _TOPICS)
                rows = [row for tally in own for row in tally.rows]
                yield _composed(f"只有{name}写的主题 {len(own)} 个：{told}。", self._cited(rows))

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


def _counted(side: ComparedSide, ids: Sequence[str]) -> str:
    return f"{len(ids)} {'个' if side.document == NATIONAL else '条'}"


def _number_told(row: ComparedRow, change: QuantityChange) -> str:
    left, right = (one.text if one else "" for one in (change.left_words, change.right_words))
    return f"{row.topic.name}“{left}”与“{right}”"


def _only(change: QuantityChange, side: Side) -> str:
    """The words of a number that this side alone states; an empty string for any other."""
    own, other = (change.left_words, change.right_words) if side == "left" else (change.right_words, change.left_words)
    return own.text if own and not other else ""


def _alone(own: Iterable[Sequence[str]], other: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The codes that only the first have, the most frequent first."""
    known = {code for codes in other for code in codes}
    counts = Counter(code for codes in own for code in codes if code not in known)
    return tuple(code for code, _ in counts.most_common())


def _most(names: Sequence[str], most: int) -> str:
    return f"{'、'.join(names[:most])}{' 等' if len(names) > most else ''}"
