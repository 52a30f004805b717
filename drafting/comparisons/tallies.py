"""How many rows of a comparison are of each relation, in all and by topic, and how they are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafting.comparisons.speech import CHINESE, Speech
from drafting.comparisons.tones import NATIONAL, RELATION_LABELS, SCENARIOS
from kg.variants.comparison import ComparedRow, Comparison, RowRelation, Topic

ORDER: tuple[RowRelation, ...] = tuple(RELATION_LABELS)
ALONE: tuple[RowRelation, ...] = ("only_left", "only_right")

_LONGEST = 30
"""Characters of a topic that was asked for which titles and sentences repeat."""
_LINE = 24
"""Characters of a title that leave room on its line for what it is a title of."""


@dataclass(frozen=True, slots=True)
class TopicTally:
    """A topic with its rows and how many of them are of each relation; every relation is there."""

    topic: Topic
    rows: tuple[ComparedRow, ...]
    counts: Mapping[RowRelation, int]

    @property
    def sides(self) -> frozenset[RowRelation]:
        """``only_left`` or ``only_right`` where that side alone treats it; empty where both do."""
        seen = {row.relation for row in self.rows}
        return frozenset(seen) if len(seen) == 1 and seen <= set(ALONE) else frozenset()


def counts_of(rows: Iterable[ComparedRow]) -> Mapping[RowRelation, int]:
    """How many rows are of each relation."""
    seen = Counter(row.relation for row in rows)
    return {relation: seen[relation] for relation in ORDER}


def by_topic(comparison: Comparison) -> tuple[TopicTally, ...]:
    """The topics, numbered ones by number, then the others as they come; inferred only where all of their rows are."""
    groups: dict[tuple[str | None, str], list[ComparedRow]] = {}
    for row in comparison.rows:
        groups.setdefault((row.topic.number, row.topic.name), []).append(row)
    tallies = [TopicTally(_surest(rows), tuple(rows), counts_of(rows)) for rows in groups.values()]
    return tuple(sorted(tallies, key=lambda tally: _order(tally.topic)))


def _order(topic: Topic) -> tuple[bool, int]:
    numbered = topic.number is not None and topic.number.isdecimal()
    return not numbered, int(topic.number or 0) if numbered else 0


def _surest(rows: list[ComparedRow]) -> Topic:
    return next((row.topic for row in rows if not row.topic.inferred), rows[0].topic)


def topic_name(topic: Topic, speech: Speech = CHINESE) -> str:
    """``19 设备运维``; what no text files there says so."""
    numbered = f"{topic.number} {topic.name}" if topic.number else topic.name
    return f"{numbered}{speech.say('（按意思归入）')}" if topic.inferred else numbered


def unofficial(comparison: Comparison) -> bool:
    """Whether one side is the national level, to which no text maps anything."""
    return NATIONAL in (comparison.left.document, comparison.right.document)


def asked_of(comparison: Comparison) -> str:
    """The topic that was asked for, cut where it is too long to be read as one; an empty string for all."""
    asked = comparison.asked or ""
    return asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]}…"


def title_of(comparison: Comparison, what: str = "对照", speech: Speech = CHINESE) -> str:
    """A title, a line for each side; with the national level, that it is proposed and not official.

    Args:
        comparison: The comparison.
        what: What it is a title of.
        speech: Says it.
    """
    national = comparison.right.document == NATIONAL
    right = speech.say(SCENARIOS) if national else comparison.right.title
    return speech.say(
        "{left}\n与{right}{last}{about}{what}{mark}",
        left=comparison.left.title,
        right=right,
        last="\n" if len(right) > _LINE else "",
        about=speech.say("在“{asked}”上的", asked=asked_of(comparison)) if comparison.asked else speech.say("的"),
        what=speech.say(what),
        mark=speech.say("（推定，非官方）") if unofficial(comparison) else "",
    )
