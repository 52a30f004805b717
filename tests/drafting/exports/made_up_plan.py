"""A small made-up plan in which every kind of thing that an export shows is there once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corpus.clause import Clause
from corpus.manifest import Meta
from drafting.plans.national_tier import NationalCondition, NationalTier
from drafting.plans.plan import (
    Action,
    Claim,
    ConditionResult,
    Conflict,
    EvidencePlan,
    EvidenceRow,
    Item,
    NextTier,
    OtherTarget,
    PointResult,
    Stage,
    Status,
)
from drafting.plans.readiness import by_domain, readiness

SCHEME, OTHER = "scheme", "modes"
WORKSHOP, FACTORY = ("workshop", "省级数字化车间"), ("factory", "省级智能工厂")
MARK = "【需企业补充：「自动数采率」的现状（含【附表】）】"


def clause(place: str, text: str, domain: str, subdomain: tuple[int, str], **fields: Any) -> Clause:
    """A requirement of the made-up scheme."""
    tier, label = fields.pop("tier", FACTORY)
    given: dict[str, Any] = {
        "id": f"{SCHEME}/{place}",
        "document": SCHEME,
        "section": "4.1",
        "path": ("4 建设要求",),
        "kind": "requirement",
        "text": text,
        "plain": text,
        "start": 100,
        "end": 100 + len(text),
        "rule": "made.by-hand",
        "domain": domain,
        "subdomain": subdomain[1],
        "subdomain_no": subdomain[0],
        "tier": tier,
        "tier_label": label,
        "label": place.rpartition("/")[2],
        "forces": ("shall",),
    }
    return Clause(**(given | fields))


def point(requirement: Clause, number: int, status: Status, **fields: Any) -> PointResult:
    """A point of a requirement."""
    given: dict[str, Any] = {
        "id": f"{requirement.id}#{number}",
        "question": f"{requirement.text}第{number}问？",
        "status": status,
        "why": f"理由{number}",
        "basis": (),
        "says": requirement.text[:4],
        "span": None,
        "force": "shall",
        "passes": "全部在用",
        "rejected": "只有合同",
        "scope": "one",
    }
    return PointResult(**(given | fields))


def proof(requirement: Clause, number: int, **fields: Any) -> EvidenceRow:
    """A piece of evidence of a requirement."""
    given: dict[str, Any] = {
        "no": f"2-{requirement.subdomain_no}{requirement.label}-{number}",
        "type": "system-screenshot",
        "what": "系统界面截图",
        "point": f"{requirement.id}#1",
        "must_show": "单位名、系统名、日期",
        "from_system": "MES",
        "owner": "设备部",
        "held": False,
    }
    return EvidenceRow(**(given | fields))


def item(requirement: Clause, statuses: tuple[Status, ...], status: Status, **fields: Any) -> Item:
    """A requirement, judged."""
    points = tuple(point(requirement, number, one) for number, one in enumerate(statuses, 1))
    still = [one for one in points if one.status in ("gap", "partial", "unknown")]
    given: dict[str, Any] = {
        "requirement": requirement,
        "status": status,
        "points": points,
        "evidence": (proof(requirement, 1),),
        "systems": (("MES", True),),
        "gap": "\n".join(f"「{one.says}」{one.why}" for one in still),
        "action": "\n".join(f"建成：{one.passes}" for one in still),
        "priority": "high" if still else "none",
        "owner": "设备管理部门",
        "narrative": f"现状：{requirement.label}已经做到。",
        "sentences": (Claim(f"{requirement.label}已经做到。", "composed", (requirement.id,), (), "现状"),),
        "placeholders": (),
    }
    return Item(**(given | fields))


UPKEEP, NETWORK, FLEXIBLE = (19, "设备运维"), (8, "数字基础设施"), (32, "柔性化制造")
FIRST = clause("8/factory/a", "应实现关键设备联网；", "基础设施", NETWORK)
SECOND = clause("19/factory/a", "应建立设备台账，宜开展预测性维护；", "智能化生产", UPKEEP, forces=("shall", "should"))
THIRD = clause("19/factory/b", "自动数采率应不低于90%，\n并响应 A&B <快>；", "智能化生产", UPKEEP, industry="离散行业")
FOURTH = clause("32/factory/a", "可支持快速换线。", "个性化定制", FLEXIBLE, forces=("may",))
BELOW = clause("19/workshop/a", "应建立点检制度；", "智能化生产", UPKEEP, tier=WORKSHOP)
BESIDE = replace(FIRST, id=f"{OTHER}/2.1/1", document=OTHER, track="离散型模式", subdomain_no=None, tier=None)

_CHAIN = (Stage("合同", "E1"), Stage("发票", None))
_INDICATOR = {"name": "自动数采率", "formula": "自动采集点÷全部点", "unit": "%", "value": 92, "numerator": 92}

_CONDITION = NationalCondition("成熟度", "达到三级", "unknown", "档案里没有写", (), "B", "2025年版")
_NATIONAL = NationalTier("excellent", "卓越级智能工厂", (_CONDITION,))
_DOCUMENT = Meta(
    id=SCHEME,
    file="scheme.md",
    title="某省分级建设要求",
    issuer="某省",
    region=None,
    level=None,
    year=None,
    year_basis="",
    status=None,
    sha256="ab" * 32,
)


def _items() -> tuple[Item, ...]:
    bought = proof(
        THIRD,
        1,
        type="contract-and-invoice",
        what="合同与发票",
        held=True,
        title="MES 合同",
        file="合同/mes.pdf",
        formed="2021-11",
        valid_until="2027-01",
        sealed=True,
        pages=12.0,
        seal_needed=True,
        chain=_CHAIN,
    )
    measured = proof(THIRD, 2, type="measured-indicator", what="指标测算表", indicator=_INDICATOR, mask_needed=True)
    told = f"现状：MES 在用。\n做法：逐台联网。\n{MARK}【需企业补充：成效】"
    return (
        item(FIRST, ("met",), "met", also=(BESIDE.id,)),
        item(SECOND, ("met", "gap"), "partial", remark="先做台账", due="2026-12", computed="gap"),
        item(
            THIRD,
            ("unknown", "unknown"),
            "unknown",
            evidence=(bought, measured),
            narrative=told,
            placeholders=(MARK, "【需企业补充：成效】"),
            rejected_drafts=1,
        ),
        item(FOURTH, ("not_applicable",), "not_applicable", evidence=()),
    )


def _conditions() -> tuple[ConditionResult, ...]:
    veto = ConditionResult(
        "scheme/accident", "veto", "三年内有没有事故？", "unknown", "要由企业确认", (), "customary", None, None, "没有"
    )
    stated = ConditionResult(
        "scheme/person",
        "condition",
        "是不是独立法人？",
        "met",
        "档案写的是「是」",
        ("company.legal_person",),
        "stated",
        "scheme/1",
        "具有独立法人资格",
        "是",
        ({"type": "certificate", "must_show": "营业执照"},),
    )
    return veto, stated


def plan(**changes: Any) -> EvidencePlan:
    """The plan, with what a test changes of it."""
    items = changes.pop("items", _items())
    base = (item(BELOW, ("met",), "met"),)
    beside = item(BESIDE, ("gap",), "gap")
    made = EvidencePlan(
        target="scheme:factory",
        document=SCHEME,
        tier="factory",
        tier_label=FACTORY[1],
        track=None,
        profile_id="made-up",
        company="示例机械有限公司",
        fictional=True,
        as_of="2026-10",
        items=items,
        base=base,
        conditions=_conditions(),
        domains=by_domain(items),
        readiness=readiness(items),
        ceiling=readiness(items, hopeful=True),
        base_readiness=1.0,
        actions=(
            Action("把「MES」转为在用", (f"{SECOND.id}#2", f"{BELOW.id}#1"), 2, "systems[0]"),
            Action("回答没有回答的问题", (f"{THIRD.id}#1", f"{THIRD.id}#2"), 2, None),
        ),
        next=NextTier("future", "未来工厂", 9, 2, 0.25, by_domain(items[:1])),
        conflicts=(Conflict("发票早于合同", ("evidence[0].formed",)),),
        others=(OtherTarget(f"{OTHER}/离散型模式", (beside,), 0.0),),
        national=(_NATIONAL,),
        documents=(_DOCUMENT,),
    )
    return replace(made, **changes)
