"""A second look at an exact answer adds the nearest clauses to it, where it passes over what the question says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.cells import find_cells
from drafting.findings.refusals import not_in_sources
from drafting.findings.second_look import looked_at_again
from drafting.shelf import RULING
from retrieval.filters import Filters
from retrieval.search import Hit
from tests.drafting.made_up import CAPABILITIES, FACTORY, SCHEME, WORKSHOP, MadeUpSearch, frame, shelf


class FindsNothing(MadeUpSearch):
    """A search over which no clause is near."""

    def __call__(self, filters: Filters, top: int) -> list[Hit]:
        return []


CHATTY = "设备运维那块，快速换线换到一半工人手忙脚乱的老板天天骂人怎么管才好"
CELL: dict[str, Any] = {"documents": (SCHEME,), "tiers": (WORKSHOP,), "subdomains": ("19",)}


def cell(text: str, **fields: Any) -> Finding:
    finding = find_cells(frame(text, **(CELL | fields)), shelf(), CAPABILITIES)
    assert finding is not None and finding.sections
    return finding


def again(text: str, finding: Finding, search: MadeUpSearch | None = None, **fields: Any) -> Finding:
    asked = frame(text, **(CELL | fields))
    return looked_at_again(asked, finding, shelf(), CAPABILITIES, search or MadeUpSearch(text))


def test_the_exact_answer_stays_and_the_nearest_clauses_follow() -> None:
    finding = cell(CHATTY)
    search = MadeUpSearch(CHATTY)
    looked = again(CHATTY, finding, search)
    assert looked.sections[:-1] == finding.sections
    assert replace(looked, sections=finding.sections) == finding
    added = looked.sections[-1]
    shown = {clause.id for section in finding.sections for clause in section.quoted}
    assert 0 < len(added.quoted) <= 3 and not shown & {clause.id for clause in added.quoted}
    assert added.said[0].citations == tuple(clause.id for clause in added.quoted)
    (limits,) = search.asked
    assert (limits.documents, limits.tiers) == ((SCHEME,), (WORKSHOP,))


@pytest.mark.parametrize(
    "text",
    [
        "数字化车间的设备运维有什么要求",
        "数字化车间的设备运维要建立设备台账，通过系统管理点检吗",  # all of it is in the cell
        "设备运维",
    ],
)
def test_a_question_that_the_answer_covers_is_not_looked_at_again(text: str) -> None:
    finding = cell(text)
    search = MadeUpSearch(text)
    assert again(text, finding, search) == finding and search.asked == []


@pytest.mark.parametrize(
    "change", [{"query": "figure"}, {"query": "list"}, {"status": "not_required"}, {"sections": ()}]
)
def test_answers_of_other_kinds_stay_as_they_are(change: dict[str, Any]) -> None:
    finding = replace(cell(CHATTY), **change)
    assert again(CHATTY, finding) == finding


def test_counts_and_refusals_stay_as_they_are() -> None:
    assert again(CHATTY, cell(CHATTY), intent="count") == cell(CHATTY)
    refused = not_in_sources("没有。")
    assert again(CHATTY, refused) == refused


def test_where_nothing_else_is_near_nothing_is_added() -> None:
    finding = cell(CHATTY)
    assert again(CHATTY, finding, FindsNothing(CHATTY)) == finding


def test_what_rules_nothing_is_not_added() -> None:
    looked = again(CHATTY, cell(CHATTY, tiers=(FACTORY,)), tiers=(), documents=())
    assert all(clause.kind in RULING for clause in looked.sections[-1].quoted)
