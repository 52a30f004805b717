"""Claims of sentences that compare which are made of a whole side or of all rows: agreement, and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.composed.bounds import states_bound
from drafting.checks.composed.compared import ComparedFacts
from drafting.checks.composed.sides import sides_of
from drafting.checks.composed.view import Composed
from retrieval.sides import target_parts

_AGREE = re.compile(r"[,:](?P<how>一样|部分一样|不一样):|:(?P<en>thesame|thesameinpart|notthesame);")
_ENGLISH = {"thesame": "一样", "thesameinpart": "部分一样", "notthesame": "不一样"}


def agreement(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    """Name a claim that the sides agree, in part or not at all, which the rows cited do not bear out."""
    del name
    rows = [row for row in facts.rows if row.ids <= {clause.id for clause in view.cited}]
    relations = {row.relation for row in rows}
    for found in _AGREE.finditer(view.sentence):
        told = found["how"] or _ENGLISH[found["en"]]
        right = "一样" if relations == {"equal"} else "部分一样" if relations & {"equal", "similar"} else "不一样"
        if told != right:
            yield f"比较的结果是“{right}”，句子说“{told}”"


def figureless(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    """Name a side that is said to state no figure and states one, and one said to state some that has none."""
    for found in re.finditer(rf"(?P<side>{name})(?:没有写数值门槛|statesnofigures)", view.sentence):
        if any(states_bound(one) for one in _whole(found["side"], facts)):
            yield f"{found['side']}写有数值：{found.group()}"
    for found in re.finditer(rf"(?P<side>{name})(?:写有数值门槛|statesfigures)", view.sentence):
        if not any(states_bound(one) for one in sides_of(found["side"], facts, view).own):
            yield f"{found['side']}没有数值：{found.group()}"


def nearest(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    """Name a clause that is said to come nearest to another where the comparison has none or another there."""
    del name
    cited = {clause.id for clause in view.cited}
    if re.search(r"里最接近的是|^nearestto“", view.sentence, re.IGNORECASE) and not any(
        cited > row.ids and cited - row.ids <= row.nearest for row in facts.rows
    ):
        yield "比较的结果没有这样的最接近的条款"


def _whole(side: str, facts: ComparedFacts) -> Iterator[Clause]:
    """All clauses of a side, cited or not."""
    target = next((one for name, one in facts.sides.items() if normalise(name) == side), "")
    document, tier, track = target_parts(target)
    for one in facts.library(document):
        if (tier is None or one.holds_for(tier)) and (not track or one.track == track):
            yield one
