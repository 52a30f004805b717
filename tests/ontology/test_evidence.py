"""The catalogue of evidence: one entry a kind of the vocabulary, the chain's links in order."""

from __future__ import annotations

from ontology.evidence import evidence_catalogue
from ontology.statements import read_text
from ontology.vocabulary import parse_scheme

CATALOGUE = evidence_catalogue()


def test_every_kind_of_the_vocabulary_has_its_entry() -> None:
    scheme = parse_scheme("evidence", read_text("vocabularies", "evidence.ttl"))
    assert set(CATALOGUE.kinds) == set(scheme.concepts) and len(CATALOGUE.kinds) == 18
    assert {kind.name for kind in CATALOGUE.kinds.values()} == {one.zh for one in scheme.concepts.values()}


def test_every_entry_says_what_a_plan_needs() -> None:
    for kind in CATALOGUE.kinds.values():
        assert kind.owner and kind.source and kind.valid, kind.code
        assert len(kind.must.split("、")) >= 3, kind.code


def test_the_chain_runs_from_contract_to_log() -> None:
    assert CATALOGUE.stages == ("合同", "发票", "付款", "验收", "台账", "运行日志")
    linked = {kind.stage: kind.code for kind in CATALOGUE.kinds.values() if kind.stage}
    assert set(linked) <= set(CATALOGUE.stages)
    assert (linked["合同"], linked["运行日志"]) == ("contract-and-invoice", "running-record")


def test_a_kind_is_found_by_code_or_by_name() -> None:
    assert CATALOGUE.code_of("system-screenshot") == CATALOGUE.code_of("系统界面截图") == "system-screenshot"
    assert CATALOGUE.code_of("照片") is None


def test_only_what_runs_comes_from_a_system() -> None:
    by_system = {kind.code for kind in CATALOGUE.kinds.values() if kind.from_system}
    assert {"system-screenshot", "running-record", "integration-record"} <= by_system
    assert by_system.isdisjoint({"contract-and-invoice", "procedure-document", "training-record", "site-photo"})


def test_it_is_marked_as_a_proposal() -> None:
    assert "建议" in CATALOGUE.proposal and "不是官方" in CATALOGUE.proposal
