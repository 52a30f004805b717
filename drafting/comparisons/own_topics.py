"""Topics that one side alone treats: no clause of the other is filed there, and none names it."""

from __future__ import annotations

import re

from drafting.comparisons.tallies import TopicTally, by_topic
from drafting.comparisons.whole_sides import all_printed, whole_side
from drafting.shelf import Shelf
from kg.variants.comparison import Comparison, RowRelation

_FORMS = frozenset({"term", "threshold", "step", "table_cell", "form_field"})
"""Kinds of rows that are called by what they are where no heading names a matter."""
_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+[章节条]|附[件录表]?\s*\d+|[\d.．]+|[（(]?[一二三四五六七八九十]+[）)、.．])\s*"
)
_MARKS = re.compile(r"[\s“”\"（）()]")


def own_topics(comparison: Comparison, shelf: Shelf, relation: RowRelation) -> tuple[TopicTally, ...]:
    """The topics of one side, those with most rows first; what is filed by meaning alone comes last.

    Args:
        comparison: The comparison.
        shelf: The documents.
        relation: ``only_left`` or ``only_right``.
    """
    rows = whole_side(comparison.right if relation == "only_left" else comparison.left, shelf)
    filed = {str(row.subdomain_no) for row in rows if row.subdomain_no is not None}
    text = _MARKS.sub("", all_printed(rows))
    own = [
        tally
        for tally in by_topic(comparison)
        if relation in tally.sides
        and tally.topic.number not in filed
        and _bare(tally.topic.name) not in text
        and not _called_by_form(tally, shelf)
    ]
    return tuple(sorted(own, key=lambda tally: (tally.topic.inferred, -len(tally.rows))))


def _bare(name: str) -> str:
    """A heading without its number and marks."""
    return _MARKS.sub("", _NUMBER.sub("", name))


def _called_by_form(tally: TopicTally, shelf: Shelf) -> bool:
    """Whether its name says what kind of rows it holds, and not what they are about."""
    if tally.topic.number is not None:
        return False
    ids = (one for row in tally.rows for one in (*row.left, *row.right))
    return all((clause := shelf.by_id.get(one)) is not None and clause.kind in _FORMS for one in ids)
