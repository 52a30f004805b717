"""A plan's requirements as plain tables: their points, their evidence, how they are shown on the spot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from drafting.exports.plan_tables import Cells, Rows, who
from drafting.exports.wording import (
    FORCE_LABELS,
    NOT_SAID,
    PROPOSED,
    decided,
    forces_of,
    held,
    requirement_no,
)
from drafting.plans.plan import STATUS_LABELS, EvidencePlan, EvidenceRow, Item, PointResult
from drafting.plans.readiness import domain_of
from ontology.checkpoint import checkpoints_of

SCENE_PARTS = {"place": "地点", "screen": "屏幕", "people": "人员", "show": "演示"}
"""What a scene on the spot consists of, with its names."""
_INDICATOR = (
    ("formula", "公式"),
    ("value", "数值"),
    ("unit", "单位"),
    ("numerator", "分子"),
    ("denominator", "分母"),
    ("baseline", "基期值"),
    ("baseline_period", "基期"),
    ("period", "统计期"),
    ("source", "来源记录"),
)


def point_rows(points: Sequence[PointResult]) -> Rows:
    """A requirement's points, each with its judgement and reason."""
    heads = ("序号", "审查要点", "力度", "判定", "理由")
    return Rows("审查要点", heads, tuple(_point(number, point) for number, point in enumerate(points, 1)))


def evidence_rows(evidence: Sequence[EvidenceRow]) -> Rows:
    """A requirement's evidence in full, a column for each thing that is known of it.

    What any piece of a kind shows is said where the kind first stands.
    """
    heads = (
        "附件编号",
        "材料",
        "证明要点",
        "须看清什么",
        "来源系统",
        "责任人",
        "已有/待补",
        "形成日期",
        "有效期至",
        "盖章",
        "脱敏",
        "页数",
        "证据链",
    )
    first: dict[str, EvidenceRow] = {}
    for row in evidence:
        first.setdefault(row.type, row)
    return Rows("证明材料", heads, tuple(_evidence(row, first[row.type] is row) for row in evidence))


def compact_rows(items: Sequence[Item], also: Mapping[str, Sequence[str]] | None = None) -> Rows:
    """Requirements in one row each.

    Args:
        items: The requirements.
        also: The numbers of the plan's own requirements whose proof may serve each of them, by the clause's id; None
            for no such column.
    """
    heads = (
        "编号",
        "要求",
        "状态",
        "审查要点与理由",
        "证明材料",
        "责任人",
        *((f"可共用的证明（{PROPOSED}）",) if also is not None else ()),
    )
    rows = []
    for item in items:
        points = "\n".join(
            f"{number}. {point.question}［{STATUS_LABELS[point.status]}］{point.why}"
            for number, point in enumerate(item.points, 1)
        )
        proofs = "\n".join(f"{row.no} {row.what}［{held(row.held)}］{row.title or ''}" for row in item.evidence)
        served = () if also is None else ("、".join(also.get(item.requirement.id, ())) or NOT_SAID,)
        status = STATUS_LABELS[item.status]
        text = item.requirement.text
        cells = (requirement_no(item.requirement), text, status, points, proofs or NOT_SAID, who(item), *served)
        rows.append(cells)
    return Rows("要求", heads, tuple(rows))


def served_by(plan: EvidencePlan) -> Mapping[str, Sequence[str]]:
    """Which of the plan's requirements have a proof that may serve each clause of another target: proposed only."""
    found: dict[str, list[str]] = {}
    for item in plan.items:
        for other in item.also:
            found.setdefault(other, []).append(requirement_no(item.requirement))
    return found


def script_rows(plan: EvidencePlan) -> tuple[Rows, ...]:
    """How the requirements are shown on the spot, a table for each domain; no two rows show what is named alike."""
    seen: Counter[str] = Counter()
    return tuple(
        Rows(domain, ("内容", *SCENE_PARTS.values()), tuple(_settled_scenes(list(group), plan, seen)))
        for domain, group in groupby(plan.items, key=domain_of)
    )


def _settled_scenes(items: Sequence[Item], plan: EvidencePlan, seen: Counter[str]) -> Iterator[Cells]:
    for name, *parts in _scenes(items, plan.document):
        seen[name] += 1
        label = name if seen[name] == 1 else f"{name}（{seen[name]}）"
        own = plan.scenes.get(label, {})
        yield label, *(own.get(key, part) for key, part in zip(SCENE_PARTS, parts, strict=True))


def indicator_text(row: EvidenceRow) -> str:
    """What is known of an indicator, in one line; an empty string where the evidence is none."""
    if not row.indicator:
        return ""
    known = [f"{name} {_shown(row.indicator.get(key))}" for key, name in _INDICATOR]
    return f"指标「{row.indicator.get('name', '')}」：{'；'.join(known)}"


def chain_text(row: EvidenceRow) -> str:
    """The chain of proof with what is held of each link; an empty string where there is none."""
    return "→".join(f"{stage.name}（{stage.held or '缺'}）" for stage in row.chain)


def systems_text(item: Item) -> str:
    """The systems that a requirement names, each with whether it is in use."""
    return "、".join(f"{code}（{'在用' if here else '未见在用'}）" for code, here in item.systems)


def forces_and_place(item: Item) -> str:
    """A requirement's id, forces, owner, date and systems in one line."""
    parts = [f"条文 {item.requirement.id}", f"力度：{forces_of(item)}"]
    if item.requirement.industry:
        parts.append(f"适用：{item.requirement.industry}")
    parts.append(f"责任部门：{item.owner or NOT_SAID}")
    if item.due:
        parts.append(f"期限：{item.due}")
    if item.computed:
        parts.append(decided(item.computed))
    if item.systems:
        parts.append(f"涉及系统：{systems_text(item)}")
    return "　".join(parts)


def _point(number: int, point: PointResult) -> Cells:
    asked = f"{point.question}\n对应条文：「{point.says}」\n满足的标准：{point.passes}\n常见退回原因：{point.rejected}"
    made = "（由条文直接生成）" if point.derived else ""
    reason = [point.why or NOT_SAID]
    if point.computed:
        reason.append(decided(point.computed))
    if point.lacking:
        reason.append(f"档案里空着：{'、'.join(point.lacking)}")
    force, status = FORCE_LABELS[point.force], STATUS_LABELS[point.status]
    return str(number), f"{asked}{made}", force, status, "\n".join(reason)


def _evidence(row: EvidenceRow, first: bool) -> Cells:
    marks = f"（{row.what}一般须看得清：{row.marks}）" if first and row.marks else ""
    shown = "\n".join(part for part in (row.must_show, indicator_text(row), marks) if part)
    return (
        row.no,
        "\n".join(part for part in (row.what, row.title, row.file, same_text(row)) if part),
        row.point.rpartition("#")[2],
        shown,
        row.from_system or NOT_SAID,
        row.owner or NOT_SAID,
        held(row.held),
        row.formed or NOT_SAID,
        row.valid_until or NOT_SAID,
        _needed(row.sealed, row.seal_needed),
        _needed(row.masked, row.mask_needed),
        _shown(row.pages),
        chain_text(row) or NOT_SAID,
    )


def same_text(row: EvidenceRow) -> str:
    """Where the very same piece stands before; an empty string where this is its first place."""
    return f"与 {row.same_as} 是同一份" if row.same_as else ""


def _needed(done: bool | None, needed: bool) -> str:
    """Whether a seal or a mask is there; where nobody has said, whether it is usually wanted."""
    if done is None:
        return "须" if needed else "不须"
    return "已有" if done else "未做，须" if needed else "未做"


def _shown(value: object) -> str:
    if value is None or value == "":
        return NOT_SAID
    return f"{value:g}" if isinstance(value, float) else str(value)


def _scenes(items: Sequence[Item], document: str) -> Iterator[Cells]:
    written = checkpoints_of(document).subdomains
    for _, group in groupby(items, key=lambda item: item.requirement.subdomain_no):
        own = list(group)
        clause = own[0].requirement
        scene = written.get(clause.subdomain_no or 0)
        if scene:
            name = f"{clause.subdomain_no}.{clause.subdomain}"
            yield name, scene.place, scene.screen, scene.owner, scene.demonstrate
        else:
            yield from (_own_scene(item) for item in own)


def _own_scene(item: Item) -> Cells:
    """Where nobody has written a scene: the proof on screen, and the questions that it answers."""
    screens = [row.must_show for row in item.evidence if row.type == "system-screenshot"]
    people = list(dict.fromkeys(row.owner for row in item.evidence if row.owner))
    asked = "\n".join(point.question for point in item.points)
    number = requirement_no(item.requirement)
    return number, "【需企业补充：地点】", "\n".join(screens) or NOT_SAID, "、".join(people) or NOT_SAID, asked
