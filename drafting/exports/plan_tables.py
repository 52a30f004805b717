"""A plan as plain tables, the same for every text that people read: heads, and rows of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from corpus.clause import Clause
from drafting.exports.wording import (
    KIND_LABELS,
    NOT_SAID,
    PROVED,
    STATUS_ORDER,
    by_priority,
    ceiling_told,
    closed_by,
    decided,
    document_title,
    percent,
    requirement_no,
    source_of,
    tally,
    target_name,
    unknown_told,
)
from drafting.plans.collecting import distinct
from drafting.plans.national_tier import NationalTier
from drafting.plans.plan import (
    PRIORITY_LABELS,
    STATUS_LABELS,
    DomainReadiness,
    EvidencePlan,
    Item,
)

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: what it is called, its heads, and its rows, each as long as the heads."""

    title: str
    heads: Cells
    rows: tuple[Cells, ...]


def readiness_rows(domains: Sequence[DomainReadiness]) -> Rows:
    """How ready each domain is."""
    heads = (
        "领域",
        *(STATUS_LABELS[one] for one in STATUS_ORDER),
        "已就绪",
        PROVED,
        "应 满足/共",
        "宜等 满足/共",
    )
    rows = tuple(
        (
            one.domain,
            *(str(one.counts.get(status, 0)) for status in STATUS_ORDER),
            percent(one.readiness),
            percent(one.proved),
            f"{one.shall[0]}/{one.shall[1]}",
            f"{one.should[0]}/{one.should[1]}",
        )
        for one in domains
    )
    return Rows("各领域就绪度", heads, rows)


def gap_rows(plan: EvidencePlan) -> Rows:
    """What is still open, the most urgent first."""
    heads = ("编号", "要求", "状态", "优先级", "缺什么", "怎么办", "责任人")
    rows = tuple(
        (
            requirement_no(item.requirement),
            item.requirement.text,
            STATUS_LABELS[item.status],
            PRIORITY_LABELS[item.priority],
            *_paired(item.gap, item.action),
            who(item),
        )
        for item in by_priority(plan.items)
    )
    return Rows("缺项清单", heads, rows)


def condition_rows(plan: EvidencePlan) -> Rows:
    """The conditions of applying and the vetoes, each with its source."""
    heads = ("类别", "条件", "状态", "依据", "来源", "证明材料")
    rows = tuple(
        (
            KIND_LABELS.get(one.kind, one.kind),
            f"{one.question}\n满足的标准：{one.passes}",
            STATUS_LABELS[one.status],
            "\n".join(part for part in (one.why or NOT_SAID, decided(one.computed)) if part),
            source_of(one),
            "\n".join(proof["must_show"] for proof in one.evidence) or NOT_SAID,
        )
        for one in plan.conditions
    )
    return Rows("申报条件与否决项", heads, rows)


def action_rows(plan: EvidencePlan) -> Rows:
    """What to do, with what it closes."""
    rows = tuple(
        (str(number), one.what, str(len(one.closes)), str(one.must), closed_by(one, plan))
        for number, one in enumerate(plan.actions, 1)
    )
    return Rows("行动清单", ("序号", "行动", "解决要点数", "其中「应」", "解决的要点"), rows)


def conflict_rows(plan: EvidencePlan) -> Rows:
    """What does not agree in the profile."""
    rows = tuple((str(number), one.what, "、".join(one.paths)) for number, one in enumerate(plan.conflicts, 1))
    return Rows("材料之间的矛盾", ("序号", "矛盾", "档案位置"), rows)


def source_rows(plan: EvidencePlan) -> Rows:
    """Every clause that the plan quotes: where it stands, sign by sign, and the hash of its words.

    Of a clause that only a condition names, the plan holds no more than the id.
    """
    heads = ("条文编号", "文件", "章节", "起止字符", "条文哈希")
    quoted = quoted_clauses(plan)
    rows = tuple(
        (
            clause.id,
            document_title(plan, clause.document),
            clause.section or NOT_SAID,
            f"{clause.start}–{clause.end}",
            sha256(clause.text.encode()).hexdigest()[:16],
        )
        for clause in quoted
    )
    known = {clause.id for clause in quoted}
    stated = dict.fromkeys(one.clause for one in plan.conditions if one.clause and one.clause not in known)
    rows += tuple(
        (one, document_title(plan, one.partition("/")[0]), NOT_SAID, NOT_SAID, NOT_SAID) for one in stated if one
    )
    return Rows("条文出处", heads, rows)


def quoted_clauses(plan: EvidencePlan) -> tuple[Clause, ...]:
    """The clauses that the plan quotes, each once: its own, those below, those of other targets."""
    items = (*plan.items, *plan.base, *(item for other in plan.others for item in other.items))
    return tuple({item.requirement.id: item.requirement for item in items}.values())


def national_rows(tier: NationalTier) -> Rows:
    """What publications say that a national tier asks, judged; no official text."""
    rows = tuple(
        (one.about, one.asks, STATUS_LABELS[one.status], one.why or NOT_SAID, one.trust, one.edition or NOT_SAID)
        for one in tier.conditions
    )
    return Rows(tier.label, ("方面", "要求（转述）", "状态", "理由", "可信度", "版本"), rows)


def document_rows(plan: EvidencePlan) -> Rows:
    """The documents that the plan cites, with the hashes of their stored texts."""
    rows = tuple((one.id, one.title, one.issuer or NOT_SAID, one.sha256) for one in plan.documents)
    return Rows("文件", ("文件编号", "名称", "发布单位", "存档文本 sha256"), rows)


def who(item: Item) -> str:
    """Who sees to a requirement, and until when."""
    due = f"\n{item.due}" if item.due else ""
    return f"{item.owner or NOT_SAID}{due}"


def figures(plan: EvidencePlan) -> Iterator[str]:
    """The summary in sentences."""
    if plan.conditions:
        said = _told(Counter(one.status for one in plan.conditions))
        yield f"申报条件与否决项先看：{len(plan.conditions)} 条，其中{said}；不满足的先解决，每条的来源见表。"
    told = _told(tally(plan.items))
    yield f"本计划对照「{target_name(plan)}」的 {len(plan.items)} 条要求逐条判断：{told}。"
    shall, should = (_sum([getattr(one, kind) for one in plan.domains]) for kind in ("shall", "should"))
    yield (
        f"就绪度 {percent(plan.readiness)}（按档案所写已经满足的），{PROVED} {percent(plan.proved)}；"
        f"{unknown_told(plan.items)}。要点分两类计数：「应」和未用应、宜等词的满足 {shall[0]}/{shall[1]}，"
        f"「宜」「可」「鼓励」的满足 {should[0]}/{should[1]}。"
    )
    if plan.base:
        said = _told(tally(plan.base))
        yield (
            f"这一层级建立在下面各层级的 {len(plan.base)} 条要求之上（附录），其中{said}，"
            f"就绪度 {percent(plan.base_readiness)}。"
        )
    total, have = distinct(plan.items)
    places = sum(len(item.evidence) for item in plan.items)
    yield f"需要证明材料 {total} 份（用在 {places} 处），已有 {have} 份，待补 {total - have} 份。"
    yield _written(plan)
    if aside := ceiling_told(plan):
        yield aside
    yield from plan.notes


def _paired(gap: str, action: str) -> tuple[str, str]:
    """What is missing and what to do, line by line; numbered where the lines go together."""
    missing, doing = gap.split("\n"), action.split("\n")
    if len(missing) != len(doing) or len(missing) == 1:
        return gap, action
    return "\n".join(_numbered(missing)), "\n".join(_numbered(doing))


def _numbered(lines: Sequence[str]) -> Iterator[str]:
    return (f"{number}. {line}" for number, line in enumerate(lines, 1))


def _told(counts: Mapping[str, int]) -> str:
    return "、".join(f"{STATUS_LABELS[status]} {counts[status]} 条" for status in STATUS_ORDER if counts.get(status))


def _written(plan: EvidencePlan) -> str:
    by = f"由本地模型（{plan.generator}）起草、逐句核对" if plan.generator else "由档案中的事实直接组成"
    good = "每一句都与档案和条文核对过" if plan.verified else "有的句子没有通过核对，须人工复核"
    return f"各条的叙述{by}，{good}；【需企业补充】标出的内容档案里没有写，不能照抄上报。"


def _sum(pairs: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(met for met, _ in pairs), sum(points for _, points in pairs)
