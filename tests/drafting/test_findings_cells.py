"""What a tier asks in a subdomain: the cell, the cell that asks nothing, the base, the industry."""

from __future__ import annotations

from drafting.answer import Finding
from drafting.findings.cells import find_cells
from drafting.findings.tiers import find_foreign_tier, find_tier
from drafting.shelf import Shelf
from tests.drafting.made_up import CAPABILITIES, FACTORY, LABELS, PLAN, SCHEME, WORKSHOP, frame, shelf

UPKEEP, FLEXIBLE = ("19",), ("32",)
IN_FACTORY = ["scheme/19/smart-factory/a", "scheme/19/smart-factory/b"]


def found(**fields: object) -> Finding | None:
    return find_cells(frame("问题", **({"documents": (SCHEME,)} | fields)), shelf(), CAPABILITIES)


def ids(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.result is not None and finding.result["kind"] == "clauses"
    return list(finding.result["ids"])


def quoted(finding: Finding) -> list[list[str]]:
    return [[clause.id for clause in section.quoted] for section in finding.sections]


def test_a_cell_is_quoted_whole_and_the_tier_below_follows_as_its_base() -> None:
    finding = found(tiers=(FACTORY,), subdomains=UPKEEP)
    assert finding is not None and finding.status == "answered" and finding.query == "cell" and finding.summarise
    assert ids(finding) == [*IN_FACTORY, "scheme/19/smart-factory/c1", "scheme/19/smart-factory/c2"]
    assert quoted(finding) == [ids(finding), ["scheme/19/digital-workshop/a"]]
    base = finding.sections[1]
    assert LABELS[WORKSHOP] in base.heading
    # That one tier builds on the other is itself said by the scheme, and so it is cited.
    assert base.said[0].citations == ("scheme/3/smart-factory", "scheme/19/digital-workshop/a")


def test_the_lowest_tier_has_no_base() -> None:
    finding = found(tiers=(WORKSHOP,), subdomains=UPKEEP)
    assert finding is not None and quoted(finding) == [["scheme/19/digital-workshop/a"]]


def test_a_cell_that_asks_nothing_says_so_and_what_the_next_tier_asks() -> None:
    finding = found(tiers=(WORKSHOP,), subdomains=FLEXIBLE)
    assert finding is not None and finding.status == "not_required"
    assert ids(finding) == ["scheme/32/digital-workshop"]
    assert "不做要求" in finding.sections[0].said[0].text
    assert quoted(finding) == [["scheme/32/digital-workshop"], ["scheme/32/smart-factory/a"]]


def test_an_empty_cell_is_no_base() -> None:
    finding = found(tiers=(FACTORY,), subdomains=FLEXIBLE)
    assert finding is not None and quoted(finding) == [["scheme/32/smart-factory/a"]]


def test_every_tier_is_shown_where_none_is_named() -> None:
    finding = found(subdomains=FLEXIBLE)
    assert finding is not None and finding.status == "answered"
    assert quoted(finding) == [["scheme/32/digital-workshop"], ["scheme/32/smart-factory/a"]]
    assert ids(finding) == ["scheme/32/smart-factory/a"]


def test_a_clause_of_another_industry_is_left_out() -> None:
    process = found(tiers=(FACTORY,), subdomains=UPKEEP, industry="流程行业")
    discrete = found(tiers=(FACTORY,), subdomains=UPKEEP, industry="离散行业")
    assert ids(process) == [*IN_FACTORY, "scheme/19/smart-factory/c1"]
    assert ids(discrete) == [*IN_FACTORY, "scheme/19/smart-factory/c2"]


def test_clauses_of_a_force_alone_where_the_question_asks_for_those() -> None:
    assert ids(found(tiers=(FACTORY,), subdomains=UPKEEP, forces=("should",), intent="list")) == [IN_FACTORY[1]]
    whole = found(tiers=(FACTORY,), subdomains=UPKEEP, forces=("should",), intent="yes_no")
    assert len(ids(whole)) == 4


def test_a_domain_stands_for_its_subdomains() -> None:
    domain = next(code for code in CAPABILITIES.concepts if "19" in CAPABILITIES.narrower(code))
    assert "scheme/19/smart-factory/a" in ids(found(tiers=(FACTORY,), domains=(domain,)))


def test_other_questions_are_left_to_other_ways() -> None:
    assert found(tiers=(FACTORY,)) is None
    assert found(tiers=(FACTORY,), subdomains=UPKEEP, systems=("MES",)) is None
    assert found(tiers=(FACTORY,), subdomains=UPKEEP, technologies=("数字孪生",)) is None
    assert found(documents=(PLAN,), subdomains=UPKEEP) is None
    assert found(documents=(SCHEME, PLAN), subdomains=UPKEEP) is None
    assert found(tiers=(FACTORY,), subdomains=("1",)) is None


def test_a_tier_as_a_whole_is_counted_and_defined() -> None:
    asked = frame("智能工厂有哪些要求", documents=(SCHEME,), tiers=(FACTORY,), intent="list")
    finding = find_tier(asked, shelf(), ("智能工厂",))
    assert finding is not None and len(ids(finding)) == 5
    assert "共有 5 条要求" in finding.sections[0].said[0].text
    assert [clause.id for clause in finding.sections[0].quoted] == ["scheme/3/smart-factory", *ids(finding)]
    assert find_tier(frame("智能工厂的换线要求", documents=(SCHEME,), tiers=(FACTORY,)), shelf(), ("智能工厂",)) is None


def test_a_tier_that_no_document_has_is_refused() -> None:
    finding = find_foreign_tier(frame("卓越级智能工厂要求", foreign_tiers=("卓越级",)), shelf())
    assert finding is not None and finding.refusal is not None and finding.refusal.reason == "not_in_sources"
    assert find_foreign_tier(frame("智能工厂要求", tiers=(FACTORY,)), shelf()) is None


def test_a_shelf_without_tiers_answers_no_cell() -> None:
    bare = Shelf([], [], {})
    assert find_cells(frame("问", documents=(SCHEME,), subdomains=UPKEEP), bare, CAPABILITIES) is None
