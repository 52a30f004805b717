"""What a name is said to stand for in a document: a tier, one of several alternatives, a name that is explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.composed.comparison_forms import ROLE_WORDS
from drafting.checks.composed.sides import side_pattern, sides_of
from drafting.checks.composed.view import Composed

_ROLE = "|".join(sorted((re.escape(normalise(word)) for words in ROLE_WORDS.values() for word in words), key=len))


def check(view: Composed) -> Iterator[str]:
    """Name each role that the cited clauses of the document named do not give to the name."""
    name = side_pattern(view.compared, view.cited) if view.compared else ""
    if view.compared is None or not name:
        return
    form = rf"(?P<side>{name})(?:里|:)?“(?P<label>[^“”]+)”(?:是|is)(?P<role>{_ROLE})(?=[,;.。])"
    for found in re.finditer(form, view.sentence):
        own = sides_of(found["side"], view.compared, view).own
        role = next(one for one, words in ROLE_WORDS.items() if found["role"] in map(normalise, words))
        if not _BACKED[role](found["label"], own):
            yield f"{found['side']}里“{found['label']}”并非{found['role']}"


def _is_tier(label: str, clauses: Sequence[Clause]) -> bool:
    return any(normalise(one.tier_label or "") == label for one in clauses)


def _is_track(label: str, clauses: Sequence[Clause]) -> bool:
    tracks = {normalise(one.track) for one in clauses if one.track}
    return label in tracks and len(tracks) > 1


def _is_explained(label: str, clauses: Sequence[Clause]) -> bool:
    opening = re.compile(rf"^[“\"]?{re.escape(label)}[”\"]?(?:是|指)")
    return any(normalise(one.label or "") == label or opening.search(normalise(one.plain)) for one in clauses)


def _is_heading(label: str, clauses: Sequence[Clause]) -> bool:
    return any(one.kind == "heading" and label in normalise(one.plain) for one in clauses)


def _is_used(label: str, clauses: Sequence[Clause]) -> bool:
    return any(label in normalise(one.plain) for one in clauses)


_BACKED: Mapping[str, Callable[[str, Sequence[Clause]], bool]] = {
    "tier": _is_tier,
    "track": _is_track,
    "term": _is_explained,
    "heading": _is_heading,
    "mention": _is_used,
}
