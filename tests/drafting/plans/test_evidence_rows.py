"""Pieces of evidence: who delivers them, what is held, the chain of what was bought, indicators."""

from __future__ import annotations

from typing import Any

from drafting.plans.evidence_rows import evidence_rows
from drafting.plans.judging import judge
from drafting.plans.plan import EvidenceRow
from ontology.checkpoint import Point, Responsibility
from ontology.evidence import evidence_catalogue
from tests.drafting.made_up import FACTORY, UPKEEP, cell
from tests.drafting.plans.made_up import MES, ground, point, practice, result, selector

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网；")
ID = f"{CLAUSE.id}#1"
OWNER = Responsibility(subdomain=19, owner="设备部", place="现场", screen="总览", demonstrate="报修")
LOOKS = [selector("systems", code=["MES"], has=["设备联网"])]
SYSTEM = MES | {"modules": ["设备联网"], "owner": "数字化部"}


def proof(*kinds: str) -> list[dict[str, str]]:
    return [{"type": kind, "show": f"{kind} 的内容"} for kind in kinds]


def rows(asked: Point, **sections: Any) -> tuple[EvidenceRow, ...]:
    known = ground(**sections)
    judged = judge(ID, asked, known)
    found = result(ID, judged.status, basis=judged.basis)
    return evidence_rows(CLAUSE, [(asked, found)], known, evidence_catalogue(), OWNER, 2)


def held(kind: str, *serves: str, **fields: Any) -> dict[str, Any]:
    return {"id": f"E-{kind}", "kind": kind, "title": f"{kind} 一份", "serves": list(serves)} | fields


def test_a_page_comes_from_the_system_and_its_owner() -> None:
    (row,) = rows(point(looks_at=LOOKS), systems=[SYSTEM])
    assert (row.no, row.from_system, row.owner, row.held) == ("2-19a-1", "MES", "数字化部", False)
    assert row.must_show == "在线台数与日期"
    assert row.marks == evidence_catalogue().kinds["system-screenshot"].must


def test_a_contract_comes_from_no_system_but_from_those_who_keep_it() -> None:
    contract, training, photo = rows(
        point(looks_at=LOOKS, proof=proof("contract-and-invoice", "training-record", "site-photo")), systems=[SYSTEM]
    )
    assert (contract.from_system, contract.owner, contract.about) == (None, "采购与财务部门", "生产执行系统")
    assert (training.from_system, training.owner) == (None, "人力资源部门")
    assert (photo.from_system, photo.owner) == (None, "设备部")


def test_a_page_is_held_where_it_is_named_for_the_point() -> None:
    asked = point(looks_at=LOOKS)
    (named,) = rows(asked, systems=[SYSTEM], evidence=[held("system-screenshot", ID, pages=2, sealed="否")])
    assert named.held and (named.title, named.pages, named.sealed) == ("system-screenshot 一份", 2, False)
    (other,) = rows(asked, systems=[SYSTEM], evidence=[held("system-screenshot", "S1")])
    assert not other.held


def test_a_list_of_another_function_of_a_system_is_not_held_for_this_one() -> None:
    (row,) = rows(
        point(looks_at=LOOKS, proof=proof("equipment-list")), systems=[SYSTEM], evidence=[held("equipment-list", "S1")]
    )
    assert not row.held


def test_a_contract_is_held_for_whatever_rests_on_what_was_bought() -> None:
    asked = point(looks_at=LOOKS, proof=proof("contract-and-invoice"))
    (row,) = rows(asked, systems=[SYSTEM], evidence=[held("contract-and-invoice", "S1", stage="合同")])
    assert row.held
    assert [(one.name, one.held) for one in row.chain][:2] == [("合同", "E-contract-and-invoice"), ("发票", None)]


def test_a_paper_is_held_where_it_is_the_one_that_the_point_rests_on() -> None:
    asked = point(looks_at=[selector("documents", has=["台账"])], proof=proof("procedure-document"))
    papers = [{"id": "D1", "title": "台账制度", "issued": "2024"}, {"id": "D2", "title": "保洁制度", "issued": "2024"}]
    assert rows(asked, documents=papers, evidence=[held("procedure-document", "D1")])[0].held
    assert not rows(asked, documents=papers, evidence=[held("procedure-document", "D2")])[0].held


def test_what_has_run_out_or_is_dated_ahead_is_not_held() -> None:
    asked = point(proof=proof("certificate"))
    assert rows(asked, evidence=[held("certificate", ID)])[0].held
    assert not rows(asked, evidence=[held("certificate", ID, valid_until="2025")])[0].held
    assert not rows(asked, evidence=[held("certificate", ID, formed="2027")])[0].held


def test_what_was_brought_of_another_kind_comes_last_and_moves_no_number() -> None:
    asked = point(proof=proof("site-photo", "certificate"))
    before = [row.no for row in rows(asked)]
    after = rows(asked, evidence=[held("training-record", ID)])
    assert [row.no for row in after][:2] == before
    assert (after[2].no, after[2].type, after[2].held) == ("2-19a-3", "training-record", True)


def test_links_of_two_purchases_make_no_chain() -> None:
    asked = point(proof=proof("contract-and-invoice"))
    systems = [SYSTEM, {"id": "S2", "code": "APS", "name": "排产系统", "state": "在用", "since": "2023"}]
    pieces = [held("contract-and-invoice", "S1", stage="合同"), held("acceptance-report", "S2", stage="验收")]
    (row,) = rows(asked, systems=systems, evidence=pieces, practices=[practice(ID, by=["S1", "S2"])])
    assert [one.name for one in row.chain if one.held] == ["合同"]


def test_an_indicator_takes_its_figures_from_the_measure_of_its_name() -> None:
    measure = {"name": "设备联网率", "formula": "联网÷总数×100%", "unit": "%"}
    asked = point(measure=measure, proof=proof("measured-indicator"))
    ours = {"name": "设备联网率", "value": 90, "unit": "%", "numerator": 9, "denominator": 10, "period": "2025"}
    (row,) = rows(asked, measures=[ours | {"name": "关键设备联网率", "value": 100}, ours])
    assert row.indicator is not None
    assert (row.indicator["value"], row.indicator["numerator"], row.indicator["formula"]) == (90, 9, "联网÷总数×100%")
    (empty,) = rows(asked)
    assert empty.indicator is not None and empty.indicator["value"] is None


def test_what_does_not_apply_needs_no_evidence() -> None:
    found = result(ID, "not_applicable")
    assert evidence_rows(CLAUSE, [(point(), found)], ground(), evidence_catalogue(), OWNER, 2) == ()


def test_the_system_that_a_point_asks_for_delivers_and_no_other() -> None:
    systems = [
        {"code": "ERP", "name": "企业资源计划", "state": "在用", "since": "2020", "owner": "财务部"},
        {"code": "SRM", "name": "供应商平台", "state": "在用", "since": "2022", "owner": "采购部"},
    ]
    asked = point(looks_at=[selector("systems", code=["SRM", "ERP"], has=["供应商预警"])])
    (silent,) = rows(asked, systems=systems)
    (said,) = rows(asked, systems=systems, practices=[practice(ID, by=["ERP", "SRM"])])
    assert (silent.from_system, silent.owner) == (said.from_system, said.owner) == ("SRM", "采购部")
    other = point(looks_at=[selector("systems", code=["QMS"], has=["预警"])])
    (row,) = rows(other, systems=systems)
    assert (row.from_system, row.owner) == (None, "设备部")


def test_what_was_only_looked_at_proves_nothing() -> None:
    asked = point(looks_at=LOOKS, proof=proof("contract-and-invoice"))
    bare = SYSTEM | {"modules": ["派工"]}
    (row,) = rows(asked, systems=[bare], evidence=[held("contract-and-invoice", "S1", stage="合同")])
    assert (row.held, row.about, row.chain) == (False, None, ())


def test_what_does_not_exist_needs_the_thing_itself_not_what_it_leans_on() -> None:
    asked = point(looks_at=LOOKS, proof=proof("contract-and-invoice"))
    none = [practice(ID, state="没有", since=None, by=["MES"])]
    (row,) = rows(asked, systems=[SYSTEM], practices=none, evidence=[held("contract-and-invoice", "S1")])
    assert not row.held


def test_a_description_counts_for_its_own_model_and_several_models_need_each() -> None:
    models = [{"id": f"M{number}", "name": f"模型{number}", "state": "在用", "since": "2024"} for number in (1, 2)]
    asked = point(proof=proof("model-description"))
    described = [held("model-description", "M1")]
    (one,) = rows(asked, models=models, practices=[practice(ID, by=["M1"])], evidence=described)
    (two,) = rows(asked, models=models, practices=[practice(ID, by=["M1", "M2"])], evidence=described)
    (another,) = rows(asked, models=models, practices=[practice(ID, by=["M2"])], evidence=described)
    assert (one.held, two.held, another.held) == (True, False, False)


def test_a_list_carries_no_chain_of_what_was_bought() -> None:
    asked = point(looks_at=LOOKS, proof=proof("equipment-list", "acceptance-report"))
    table, acceptance = rows(asked, systems=[SYSTEM], evidence=[held("acceptance-report", "S1", stage="验收")])
    assert table.chain == ()
    assert [one.name for one in acceptance.chain if one.held] == ["验收"]


def test_what_was_brought_shows_what_the_point_takes_to_be_met() -> None:
    *_, brought = rows(point(proof=proof("site-photo")), evidence=[held("training-record", ID)])
    assert brought.must_show == result(ID).passes
    assert brought.marks == evidence_catalogue().kinds["training-record"].must


def test_the_contract_of_a_system_is_no_proof_where_another_is_asked_for() -> None:
    asked = point(looks_at=LOOKS, proof=[{"type": "contract-and-invoice", "show": "QMS 的合同"}])
    contract = [held("contract-and-invoice", "S1", stage="合同")]
    (named_other,) = rows(asked, systems=[SYSTEM], evidence=contract)
    assert not named_other.held
    other = point(looks_at=[selector("systems", code=["QMS"], has=["预警"])], proof=proof("contract-and-invoice"))
    (asked_other,) = rows(other, systems=[SYSTEM], practices=[practice(ID, by=["MES"])], evidence=contract)
    assert not asked_other.held
