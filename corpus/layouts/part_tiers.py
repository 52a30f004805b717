"""Files that hold a rule for each tier: what the title of a document or of an annex names holds for all its rows.

``某省数字化车间管理办法`` and ``某省智能工厂管理办法`` in one file, or an annex of its own for each of the two.
One such title alone says nothing: a text on smart factories may well rule workshops too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.clause import Kind
from corpus.document_names import names_document
from corpus.drafts import Draft
from corpus.folding import folded
from corpus.layouts.schemes import Name, names_in, reading
from corpus.lines import plain_reading

_ANNEX = re.compile(r"附\s*[件录表][\d一二三四五六七八九十A-Z\-－—]*\s+(?=\S)")
_DEMANDS: frozenset[Kind] = frozenset({"requirement", "threshold"})
_ASKED: frozenset[Kind] = _DEMANDS | {"not_required"}
_FORMS: frozenset[Kind] = frozenset({"form_field"})
_FIRMS = ("企业", "单位")
"""What a text may call any firm that it is for: 标杆企业."""
_LADDER = re.compile(r"梯[度次]|分[级类档]|[等层]级")
"""What is about several tiers whichever it names: 智能工厂梯度培育办法."""
_OUTERMOST = 2
"""A part stands outermost, or right below the annex that holds it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a file that are about one tier each; empty where fewer than two tell tiers apart.

    Attributes:
        names: The tier of each part by its title, in order.
        opening: The tier of the document that the file opens with, if it stands in no path.
        until: Where the next document or the first annex begins.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    opening: Name | None = None
    until: int = 0

    @property
    def tiers(self) -> tuple[Name, ...]:
        """The tiers, in order."""
        return (*((self.opening,) if self.opening else ()), *self.names.values())

    def tier_of(self, draft: Draft) -> Name | None:
        """The tier of the part that a row stands in, the innermost; None for fields of forms and what frames tables."""
        if draft.kind in _FORMS or (not draft.rule.startswith("outline.") and draft.kind not in _ASKED):
            return None
        above = (self.names[title] for title in reversed(draft.path[:_OUTERMOST]) if title in self.names)
        return next(above, self.opening if draft.start < self.until else None)


def read_parts(source: str, drafts: Sequence[Draft]) -> Parts:
    """The parts of a file by tier.

    Args:
        source: The stored text.
        drafts: The rows of the file in order; only parts that ask something count.
    """
    asking = [draft for draft in drafts if draft.kind in _DEMANDS]
    titles = dict.fromkeys(title for draft in asking for title in draft.path[:_OUTERMOST])
    names = {title: name for title in titles if (name := _named(title)) is not None}
    until = next((draft.start for draft in drafts if draft.place.startswith(("part-", "annex"))), len(source))
    first = next((draft for draft in drafts if draft.place == "front/title"), None)
    opening = _named(plain_reading(source[first.start : first.end])) if first is not None and not first.path else None
    ruled_apart = opening is not None and opening.key in {name.key for name in names.values()}
    if ruled_apart or not any(draft.start < until for draft in asking):
        opening = None  # an annex rules the tier of the title: the text itself is about all of them
    parts = Parts(names, opening, until)
    return parts if len({name.key for name in parts.tiers}) > 1 else Parts()


def _named(title: str) -> Name | None:
    """The tier that the title of a document or of an annex names, if it names one alone."""
    annex = _ANNEX.match(title)
    words = title[annex.end() :] if annex is not None else title
    if annex is None and not names_document(folded(words)):
        return None
    names = {name.key: name for name in names_in(reading(words))} if not _LADDER.search(folded(words)) else {}
    one = next(iter(names.values())) if len(names) == 1 else None
    return None if one is None or one.key.endswith(_FIRMS) else one
