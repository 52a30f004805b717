"""A small made-up shelf: a scheme with two tiers and a county's plan with two tracks, and a search over it."""

from __future__ import annotations

from typing import Any

from corpus.clause import Clause
from corpus.manifest import Meta
from corpus.quantity import quantities
from drafting.shelf import Shelf
from kg.cells import Cell
from ontology.vocabulary import load_scheme
from retrieval.filters import FilterIndex, Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit

CAPABILITIES = load_scheme("capabilities")
SCHEME, PLAN = "scheme", "plan"
WORKSHOP, FACTORY = "digital-workshop", "smart-factory"
LABELS = {WORKSHOP: "省级数字化车间", FACTORY: "省级智能工厂"}
UPKEEP, FLEXIBLE = ("19", "设备运维"), ("32", "柔性化制造")


def row(identifier: str, text: str, *, document: str = SCHEME, **fields: Any) -> Clause:
    """A clause of the made-up documents; its quantities are read from its text."""
    given: dict[str, Any] = {
        "id": f"{document}/{identifier}",
        "document": document,
        "section": "4",
        "path": ("4 建设要求",),
        "kind": "requirement",
        "text": text,
        "plain": text,
        "start": 0,
        "end": len(text),
        "rule": "made.by-hand",
        "quantities": quantities(text),
    }
    return Clause(**(given | fields))


def cell(letter: str, tier: str, subdomain: tuple[str, str], text: str, **fields: Any) -> Clause:
    """A clause of a cell."""
    number, name = subdomain
    given = {"forces": ("shall",), "domain": "智能化生产", "element": "应用场景"} | fields
    return row(
        f"{number}/{tier}/{letter}" if letter else f"{number}/{tier}",
        text,
        tier=tier,
        tier_label=LABELS[tier],
        subdomain=name,
        subdomain_no=int(number),
        label=letter or None,
        **given,
    )


def of_tier(tier: str, text: str) -> Clause:
    """What the scheme says of a tier as a whole."""
    return row(f"3/{tier}", text, tier=tier, tier_label=LABELS[tier], kind="paragraph")


def threshold(track: str, text: str) -> Clause:
    """A threshold of a track of the plan."""
    return row(f"threshold/{track}", text, document=PLAN, kind="threshold", track=track, section="三")


CLAUSES = (
    row("title", "某省分级建设要求", kind="heading"),
    of_tier(WORKSHOP, "数字化车间是建设的起点。"),
    of_tier(FACTORY, "智能工厂在数字化车间的基础上建设。"),
    cell("a", WORKSHOP, UPKEEP, "应建立设备台账，通过MES管理点检；", systems=("MES",)),
    cell("a", FACTORY, UPKEEP, "应实现设备联网，自动数采率不低于90%；"),
    cell("b", FACTORY, UPKEEP, "宜开展预测性维护；", forces=("should",), technologies=("数字孪生",)),
    cell("c1", FACTORY, UPKEEP, "应监控窑炉温度；", industry="流程行业"),
    cell("c2", FACTORY, UPKEEP, "应监控机床主轴；", industry="离散行业"),
    cell("", WORKSHOP, FLEXIBLE, "/", kind="not_required", forces=("none",)),
    cell("a", FACTORY, FLEXIBLE, "应支持快速换线。"),
    row("term/1", "物理实体的虚拟映射。", kind="term", label="数字孪生", section="2"),
    row("abbr/1", "制造执行系统（Manufacturing Execution System）", kind="abbreviation", label="MES", section="2"),
    row("gloss", "现场由集散控制系统（DCS）控制。", kind="paragraph", section="5"),
    threshold("数字工厂", "在本县注册，项目总投资不低于500万元，建设周期不超过2年；"),
    threshold("智能产线", "在本县注册，项目总投资不低于800万元，建设周期不超过2年；"),
    row("step/1", "企业向县经信局申报。", document=PLAN, kind="step", path=("四", "企业申报"), section="四"),
    row("step/2", "专家组评审。", document=PLAN, kind="step", path=("四", "专家评审"), section="四"),
    row("form/1", "企业名称", document=PLAN, kind="form_field", path=("附件1", "申报表"), section="附件1"),
    row("form/2", "项目负责人", document=PLAN, kind="form_field", path=("附件1", "申报表"), section="附件1"),
    row("form/3", "验收意见", document=PLAN, kind="form_field", path=("附件2", "验收表"), section="附件2"),
)
BY_ID = {clause.id: clause for clause in CLAUSES}


def meta(identifier: str, title: str) -> Meta:
    return Meta(
        id=identifier,
        file=f"{identifier}.txt",
        title=title,
        issuer=None,
        region=None,
        level=None,
        year=None,
        year_basis="未写年份",
        status=None,
        sha256="ab" * 32,
    )


BASES = {
    SCHEME: {
        ("smart-factory", "digital-workshop"): ("scheme/3/smart-factory",),
        ("future-factory", "smart-factory"): ("scheme/3/future-factory",),
    }
}


def shelf() -> Shelf:
    """The shelf, with its cells as the graph would give them."""
    cells: dict[Cell, tuple[str, ...]] = {}
    for clause in CLAUSES:
        if clause.tier and clause.subdomain_no is not None:
            key = (clause.document, str(clause.subdomain_no), clause.tier)
            cells[key] = (*cells.get(key, ()), clause.id)
    return Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], CLAUSES, cells, BASES)


class MadeUpSearch:
    """Finds the rows within the limits, those that share most characters with the question first.

    Args:
        question: The question.
        similarity: The cosine to give.
        topic: The nearest subdomain to give.
    """

    def __init__(self, question: str, similarity: float = 1.0, topic: str | None = None) -> None:
        self.asked: list[Filters] = []
        self._question = question
        self._similarity = similarity
        self._topic = topic

    def __call__(self, filters: Filters, top: int) -> list[Hit]:
        self.asked.append(filters)
        mask = FilterIndex(CLAUSES).mask(filters)
        found = [clause for clause, allowed in zip(CLAUSES, mask, strict=True) if allowed]
        found.sort(key=lambda clause: -len(set(clause.plain) & set(self._question)))
        return [Hit(clause, rank, 1.0 / rank, ("bm25",)) for rank, clause in enumerate(found[:top], start=1)]

    def similarity(self) -> float:
        return self._similarity

    def likeliest_topic(self) -> tuple[str | None, float]:
        return self._topic, 0.6


def frame(text: str, **fields: Any) -> QueryFrame:
    """A question as it was understood."""
    return QueryFrame(**({"question": text, "text": text.lower(), "about": text.lower(), "language": "zh"} | fields))
