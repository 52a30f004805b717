"""Evidence is proposed for requirements by what they say, and each rule says why."""

from __future__ import annotations

from collections import defaultdict

import pytest

from corpus.library import load_corpus
from kg.graph import GraphStore
from kg.named_queries import named_rules
from tests.kg.asking import Ask, column

RULES = [rule for rule in named_rules("proposed") if rule.name.startswith("candidate-evidence-")]


@pytest.fixture(scope="module")
def evidence(founding: GraphStore) -> dict[str, set[str]]:
    """The kinds of evidence of each clause that has any."""
    found: dict[str, set[str]] = defaultdict(set)
    for clause, kind in founding.query(
        "SELECT ?clause ?kind WHERE { GRAPH graph:proposed { ?node gb:candidateEvidence ?what } "
        "?node dcterms:identifier ?clause . ?what skos:notation ?kind }"
    ).values:
        found[str(clause)].add(str(kind))
    return found


def test_each_rule_says_why() -> None:
    assert len(RULES) >= 20
    assert all("\n# why: " in rule.sparql for rule in RULES)


def test_rules_use_every_kind_of_evidence_and_no_other(founding: GraphStore, evidence: dict[str, set[str]]) -> None:
    known = {str(code) for (code,) in founding.query("SELECT ?c { ?k a gb:EvidenceType ; skos:notation ?c }").values}
    assert set().union(*evidence.values()) == known


def test_only_requirements_get_evidence(evidence: dict[str, set[str]]) -> None:
    kinds = {clause.id: clause.kind for document in load_corpus().documents for clause in document.clauses}
    assert {kinds[clause] for clause in evidence} == {"requirement"}


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("zj-graded/17/smart-factory/a", {"system-screenshot", "running-record", "integration-record"}),  # QMS…集成
        ("zj-graded/3/digital-workshop", {"procedure-document"}),  # 体系保障
        ("zj-graded/5/smart-factory/a", {"organisation-document", "assessment-report"}),  # 责任部门…安全检查
        ("zj-graded/4/smart-factory/a", {"training-record", "procedure-document"}),  # 实训
        ("zj-graded/8/smart-factory", {"network-diagram"}),  # 5G组网
        (
            "zj-graded/9/future-factory/a",
            {"equipment-list", "contract-and-invoice", "site-photo"},
        ),  # 数控机床、工业机器人
        ("zj-graded/7/digital-workshop", {"site-photo"}),  # 合理布局
        ("zj-graded/10/smart-factory/a", {"data-catalogue"}),  # 数据字典
        ("zj-graded/12/smart-factory/b", {"model-description"}),  # 建模和仿真
        ("zj-graded/11/future-factory/a", {"architecture-diagram", "acceptance-report"}),  # 建立企业大脑
        ("zj-graded/41/future-factory/a", {"certificate", "measured-indicator"}),  # 专利; 性能指标
        ("zj-graded/42/future-factory/c", {"measured-indicator"}),  # 前五、前三
        ("zj-graded/29/future-factory/b", {"cooperation-agreement"}),  # 上下游企业共享
        ("guangxi-modes/2.2/2", {"measured-indicator"}),  # 90%以上
    ],
)
def test_evidence_follows_what_a_requirement_says(evidence: dict[str, set[str]], clause: str, kinds: set[str]) -> None:
    assert kinds <= evidence[clause]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("zj-graded/31/future-factory/b", "integration-record"),  # 模块接口 is no interface of systems
        ("zj-graded/19/future-factory/a", "assessment-report"),  # 故障诊断 is no assessment of the enterprise
        ("zj-graded/14/digital-workshop/b", "site-photo"),  # 生产现场 is where a file goes, not what is asked
        ("zj-trial/2/6", "measured-indicator"),  # 六类 is a count, not an indicator
        ("zj-graded/24/smart-factory/b", "system-screenshot"),  # 人才培育 needs no system
    ],
)
def test_words_that_only_look_alike_give_none(evidence: dict[str, set[str]], clause: str, kind: str) -> None:
    assert kind not in evidence.get(clause, set())


def test_a_tier_has_its_kinds_of_evidence_counted(ask: Ask, evidence: dict[str, set[str]]) -> None:
    rows = {row["evidence"]: row["requirements"] for row in ask("evidence-by-tier")}
    assert rows["training-record"] == 3, "4 a）实训, 20 c）演练, 24 b）人才培育"
    assert rows["organisation-document"] == 3, "5 a）责任部门, 6 责任部门 and 岗位, 24 a）精益化运营组织"
    assert rows == {
        kind: sum(kind in kinds for clause, kinds in evidence.items() if "/smart-factory" in clause)
        for kind in {kind for clause, kinds in evidence.items() if "/smart-factory" in clause for kind in kinds}
    }
    workshop = {row["evidence"]: row["requirements"] for row in ask("evidence-by-tier", tier="digital-workshop")}
    assert workshop["training-record"] == 1, "20 b）安全培训"


def test_a_cell_has_its_evidence_clause_by_clause(ask: Ask) -> None:
    rows = ask("evidence-for-cell")
    assert set(column(rows, "clause")) == {"zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b"}
    assert set(column(rows, "status")) == {"proposed"}
    found = {(str(row["clause"])[-1], row["evidence"]) for row in rows}
    assert {("a", "running-record"), ("a", "network-diagram"), ("b", "data-catalogue")} <= found
    other = ask("evidence-for-cell", tier="digital-workshop", subdomain_no="3")
    assert "procedure-document" in column(other, "evidence")


def test_what_the_rules_do_not_reach_is_said(ask: Ask, evidence: dict[str, set[str]]) -> None:
    rows = ask("requirements-without-evidence")
    every = {one.id for document in load_corpus().documents for one in document.clauses if one.kind == "requirement"}
    assert set(column(rows, "clause")) == every - set(evidence)
    assert len(rows) < len(every) / 5
    assert "zj-graded/40/future-factory" in column(rows, "clause"), "环境表现: no kind of evidence is named for it"
