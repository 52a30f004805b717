"""Questions about a tier as a whole: what it is, what it builds on, how much it asks; tiers that no document has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.findings.refusals import not_in_sources
from drafting.findings.rules.answering import is_of_added
from drafting.shelf import Shelf, Tier
from drafting.wording import force_counts, ids_of, place
from retrieval.frame import QueryFrame

_ASIDE = re.compile(
    r"省级?|浙江|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|市|的|有|哪些|什么|要求|建设|条件|标准|总体|整体|主要|是|请问|介绍|一下|怎么|如何|达到|需要|要|做|呢|吗|内容|区别|不同|差别|差异|相比|比较|对比|和|与|跟|比|[“”\"？?。！!，,\s]"
    r"|what|are|is|the|requirements?|of|for|a|an|does|do|need|tell|me|about|overview"
)


_OF_RULES = re.compile(r"申报|申请|认定|评定|参评|培育|基本|要满足|应满足|满足|具备|符合|应该?|得|才能")
"""What a question says besides of a tier whose conditions rules set out."""
_FEW = 16
"""Up to so many requirements of a tier are all quoted, though capabilities divide them."""


def find_tier(frame: QueryFrame, shelf: Shelf, names: Sequence[str]) -> Finding | None:
    """Answer what a tier asks as a whole; None where the question asks for more than the tier.

    Args:
        frame: The question.
        shelf: The clauses.
        names: What the tier may be called, in lower case.
    """
    names_more = frame.names_capability or bool(frame.systems or frame.technologies)
    if not frame.tiers or len(frame.documents) != 1 or names_more or frame.premise or frame.forces:
        return None
    added = is_of_added(frame, shelf)
    of_conditions = added and frame.intent == "procedure" and "条件" in frame.about
    if frame.intent not in ("lookup", "list", "definition", "comparison") and not of_conditions:
        return None
    left = frame.about.lower()
    if added:
        left = _OF_RULES.sub("", left)
    for name in sorted(names, key=len, reverse=True):
        left = left.replace(name.lower(), "")
    tiers = [tier for code in frame.tiers if (tier := shelf.tier(frame.documents[0], code))]
    if len(_ASIDE.sub("", left)) > 1 or not tiers:
        return None
    each = [_of_tier(shelf, tier) for tier in tiers]
    sections = tuple(section for found in each for section in found)
    ids = [list(found[0].said[0].citations) for found in each]
    rows = [{"tier": tier.code, "ids": one} for tier, one in zip(tiers, ids, strict=True)]
    result = {"kind": "comparison", "rows": rows} if len(rows) > 1 else {"kind": "clauses", "ids": ids[0]}
    return Finding("answered", sections, result=result, query="tier")


def _of_tier(shelf: Shelf, tier: Tier) -> tuple[Section, ...]:
    """A tier as a whole: its extent where capabilities divide it, else all its conditions with those of its bases."""
    rows = _asked(shelf, tier)
    if rows and all(one.domain for one in rows):
        return (_overview(tier, [one for one in rows if one.kind == "requirement"]),)
    bases = [(upper, base, _asked(shelf, base)) for upper, base in shelf.bases(tier.document, tier.code)]
    general = shelf.of_no_tier(tier.document)
    whole = (_of_all(general),) if general else ()
    below = [_of_base(upper, base, asked, shelf.base_said(upper)) for upper, base, asked in bases if asked]
    return (_conditions(tier, rows), *below, *whole)


def _asked(shelf: Shelf, tier: Tier) -> list[Clause]:
    return [one for one in shelf.of(tier.document, kinds=("requirement", "threshold")) if one.holds_for(tier.code)]


def _conditions(tier: Tier, rows: Sequence[Clause]) -> Section:
    said = Sentence(
        f"{tier.label}共有 {len(rows)} 条条件（{force_counts(rows)}）。", "composed", ids_of(rows or tier.said)
    )
    leads = [one for one in tier.said if one not in rows and one.kind == "lead"]
    return Section(said=(said,), quoted=(*leads, *rows))


def _of_base(tier: Tier, base: Tier, rows: Sequence[Clause], said_by: Sequence[Clause]) -> Section:
    text = f"{tier.label}在{base.label}的基础上，{base.label}另有 {len(rows)} 条条件（{force_counts(rows)}）。"
    said = Sentence(text, "composed", (*ids_of(said_by), *ids_of(rows)))
    return Section(f"基础：{base.label}", (said,), tuple(rows))


def _of_all(rows: Sequence[Clause]) -> Section:
    said = Sentence(f"另列的条件有 {len(rows)} 条（{force_counts(rows)}）。", "composed", ids_of(rows))
    return Section("没有归到某一等级的条件", (said,), tuple(rows))


def _overview(tier: Tier, rows: Sequence[Clause]) -> Section:
    domains, subdomains = ({one.domain for one in rows}, {one.subdomain for one in rows})
    spread = f"涉及 {len(domains)} 个能力域、{len(subdomains)} 个能力子域"
    text = f"{tier.label}共有 {len(rows)} 条要求（{force_counts(rows)}），{spread}。"
    first = distinct({one.domain: one for one in reversed(rows)}.values())
    names = "、".join(dict.fromkeys(one.domain or "" for one in rows))
    said = (
        Sentence(text, "composed", tuple(one.id for one in rows)),
        Sentence(f"能力域依次为：{names}。", "composed", tuple(one.id for one in first)),
    )
    if len(rows) <= _FEW:
        return Section(said=said, quoted=distinct((*tier.said, *rows)))
    return Section(said=said, quoted=tier.said, remark="指明能力域或能力子域，可看到每一条，例如“设备运维”。")


def find_track(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Answer all that an alternative asks, where the question names one and nothing else."""
    if len(frame.tracks) != 1 or frame.intent not in ("lookup", "list", "definition") or frame.premise:
        return None
    track = frame.tracks[0]
    left = _ASIDE.sub("", frame.about.replace(track.lower(), ""))
    rows = [
        one
        for one in shelf.of(kinds=("requirement", "threshold", "table_cell", "paragraph"))
        if one.track == track and (not frame.documents_named or one.document in frame.documents)
    ]
    if len(left) > 1 or not rows or frame.systems or frame.technologies:
        return None
    ids = [one.id for one in rows]
    said = Sentence(f"“{track}”共有 {len(rows)} 条内容（{force_counts(rows)}）。", "composed", tuple(ids))
    result = {"kind": "clauses", "ids": ids}
    return Finding("answered", (Section(said=(said,), quoted=tuple(rows)),), result=result, query="track")


def find_foreign_tier(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse the conditions of a tier that no document sets out, with the places that mention it."""
    if not frame.foreign_tiers or frame.tiers or frame.documents_named:
        return None
    named = "、".join(frame.foreign_tiers)
    mentions: list[Clause] = [
        clause for clause in shelf.clauses if any(name in clause.plain for name in frame.foreign_tiers)
    ]
    hints = tuple(f"提到“{named}”的地方：{place(clause, shelf.titles)}。" for clause in mentions[:3])
    return not_in_sources(f"现有文件没有写国家级“{named}”的条件。", hints)
