"""A small made-up document that uses every part of the data model, and the graph of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clause import Clause, Provision, Quantity
from kg.terms import Triple
from kg.triples import Vocabularies, document_triples
from ontology.described import load_described
from ontology.vocabulary import load_scheme


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told about the made-up document."""

    id: str = "zj-graded"
    title: str = "样本要求"
    issuer: str | None = "某厅"
    region: str | None = "某省"
    level: str | None = "省级"
    year: int | None = 2025
    year_basis: str = "标题"
    status: str | None = "试行"
    sha256: str = "ab" * 32
    file: str = "sample.txt"


VOCABULARIES = Vocabularies(
    load_scheme("systems"), load_scheme("technologies"), load_scheme("tiers"), load_scheme("capabilities")
)
REQUIREMENT = Clause(
    "zj-graded/15/smart-factory/a",
    "zj-graded",
    "4.3.2",
    ("4 建设要求", "15.计划调度"),
    "requirement",
    "应采用APS，良率不低于99%至99.9%；",
    "应采用APS，良率不低于99%至99.9%；",
    10,
    32,
    "tier-table.item",
    element="应用场景",
    domain="智能化生产",
    subdomain="计划调度",
    subdomain_no=15,
    tier="smart-factory",
    tier_label="省级智能工厂",
    label="a",
    forces=("shall",),
    provisions=(Provision(10, 32, "shall"),),
    industry="离散行业",
    systems=("APS",),
    technologies=("工业机器人", "机器人"),
    quantities=(Quantity("99%至99.9%", "range", 99.0, 99.9, "%", 20, 30),),
    lineage="zj-graded@1/15/smart-factory/a",
)
NOT_REQUIRED = Clause(
    "zj-graded/15/digital-workshop",
    "zj-graded",
    "4.3.2",
    (),
    "not_required",
    "/",
    "/",
    5,
    6,
    "tier-table.cell",
    element="应用场景",
    domain="智能化生产",
    subdomain="计划调度",
    subdomain_no=15,
    tier="digital-workshop",
    tier_label="省级数字化车间",
)
IN_TRACK = Clause(
    "zj-graded/t15/a",
    "zj-graded",
    "5",
    (),
    "requirement",
    "宜有平台",
    "宜有平台",
    40,
    44,
    "r",
    track="平台型/甲",
    forces=("should",),
)
ELSEWHERE = Clause(
    "xx-plan/1 a<b>",
    "xx-plan",
    "",
    (),
    "requirement",
    "应采用APS，良率不低于99%至99.9%。",
    "应采用APS，良率不低于99%至99.9%。",
    0,
    22,
    "r",
    element="要素",
    domain="某域",
    subdomain="某子域",
    tier="level-1",
    tier_label="一星级",
    forces=("shall", "should"),
    systems=("APS", "UNKNOWN"),
)


def sample_triples() -> Iterator[Triple]:
    """All statements about two made-up documents."""
    described = load_described()
    rows = (NOT_REQUIRED, REQUIREMENT, IN_TRACK)
    yield from document_triples(Facts(), rows, ("有一处异常。",), VOCABULARIES, described)
    elsewhere = Facts(id="xx-plan", sha256="cd" * 32, year=None)
    yield from document_triples(elsewhere, (ELSEWHERE,), (), VOCABULARIES, described)
