"""What does not agree: names, dates and amounts along a chain, answers and figures."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.consistency import conflicts
from ontology.evidence import evidence_catalogue
from tests.drafting.plans.made_up import COMPANY, MES, ground, practice


def found(**sections: Any) -> list[str]:
    return [one.what for one in conflicts(ground(**sections), evidence_catalogue())]


def piece(identifier: str, stage: str, **fields: Any) -> dict[str, Any]:
    return {"id": identifier, "kind": "合同与发票", "title": identifier, "serves": ["S1"], "stage": stage} | fields


CONTRACT = piece("A1", "合同", amount=100, formed="2021-03")
CHAIN = [
    CONTRACT,
    piece("A2", "付款", amount=30, formed="2021-03"),
    piece("A3", "发票", amount=100, formed="2021-09"),
    piece("A4", "验收", formed="2022-04"),
    piece("A5", "付款", amount=70, formed="2022-06"),
]


def test_an_advance_and_a_retention_are_no_disagreement() -> None:
    assert found(systems=[MES], evidence=CHAIN) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (piece("A9", "发票", formed="2020-12"), "发票（A9，2020-12）早于合同（A1，2021-03）"),
        (piece("A9", "发票", amount=100.1), "发票合计 100.1 万元，多于合同的 100 万元"),
        (piece("A9", "付款", amount=120), "付款合计 120 万元，多于合同的 100 万元"),
        (piece("A9", "台账", party="别的公司"), "附件 A9 写的单位是「别的公司」，企业名称是「示例阀门有限公司」"),
        (piece("A9", "台账", formed="2027"), "附件 A9 的形成日期 2027 在基准日之后"),
        (piece("A9", "台账", valid_until="2024"), "附件 A9 的有效期到 2024，基准日时已过期"),
        (piece("A9", "台账", names="质量系统"), "附件 A9 写的是「质量系统」，档案里叫「生产执行系统」"),
    ],
)
def test_each_disagreement_is_said_with_both_sides(row: dict[str, Any], said: str) -> None:
    assert found(systems=[MES], evidence=[CONTRACT, row]) == [said]


def test_names_that_hold_one_another_agree() -> None:
    rows = [piece("A9", "台账", party=COMPANY["short_name"], names="生产执行系统（一期）")]
    assert found(systems=[MES], evidence=rows) == []


@pytest.mark.parametrize("names", ["MES", "MES系统", "mes平台（一期）", "S1"])
def test_a_code_or_a_number_names_a_system_as_well(names: str) -> None:
    assert found(systems=[MES], evidence=[piece("A9", "台账", names=names)]) == []


def test_a_code_inside_another_word_names_nothing() -> None:
    assert len(found(systems=[MES], evidence=[piece("A9", "台账", names="CMESX")])) == 1


def test_a_certificate_that_has_run_out_is_told() -> None:
    (said,) = found(certificates=[{"name": "质量管理体系认证", "issued": "2020-01", "valid_until": "2023-01"}])
    assert said == "证书「质量管理体系认证」的有效期到 2023-01，基准日时已过期"
    assert found(certificates=[{"name": "质量管理体系认证", "valid_until": "2027-01"}]) == []


def test_an_answer_that_denies_itself_or_gives_no_reason_is_told() -> None:
    (denied,) = found(practices=[practice("a#1", how="计划2027年上线，目前没有用起来。")])
    assert denied == "问卷里写在用，做法写的是「计划2027年上线，目前没有用起来」"
    (reason,) = found(practices=[{"points": ["a#1"], "state": "不适用", "reason": "不想做"}])
    assert reason.startswith("人工判定不适用，理由待核：「不想做」")


def test_sums_are_exact() -> None:
    thirds = [piece(f"B{number}", "发票", amount=0.1) for number in range(3)]
    assert found(systems=[MES], evidence=[CONTRACT | {"amount": 0.3}, *thirds]) == []


def test_a_system_in_use_before_its_contract_is_a_disagreement() -> None:
    (said,) = found(systems=[MES | {"since": "2020-05"}], evidence=[CONTRACT])
    assert said == "「生产执行系统」2020-05 投用，早于合同（A1，2021-03）"


def test_a_practice_older_than_what_it_leans_on_is_a_disagreement() -> None:
    (said,) = found(systems=[MES], practices=[practice("a#1", since="2021", by=["MES"])])
    assert said == "问卷里写 2021 起做到，所依托的「生产执行系统」2022-05 才投用"
    assert found(systems=[MES], practices=[practice("a#1", since="2022", by=["MES"])]) == []


def test_a_project_within_its_sum_and_its_dates_agrees() -> None:
    project = {"id": "P1", "name": "改造", "state": "在用", "investment": 10, "start": "2024-05", "end": "2024-03"}
    ledger = [{"project": "P1", "item": "软件", "kind": "数字化软件", "amount": 10.5}]
    over, order = found(projects=[project], ledger=ledger)
    assert over == "项目「改造」台账合计 10.5 万元，多于计划总投资 10 万元"
    assert order == "项目「改造」竣工 2024-03 早于开工 2024-05"


@pytest.mark.parametrize(("value", "agrees"), [(66.7, True), (66.6, True), (67, True), (66, True), (60, False)])
def test_a_share_is_its_numerator_over_its_denominator(value: float, agrees: bool) -> None:
    row = {"name": "联网率", "value": value, "unit": "%", "numerator": 2, "denominator": 3}
    assert (found(measures=[row]) == []) == agrees
