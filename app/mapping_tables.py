"""Mappings and their coverage as tables for people, always marked as proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.labels import Language, label
from app.mapping_words import KINDS, NOTICE, PREDICATES, REACHES, TARGETS
from kg.coverage import Scenario, SubjectCoverage
from kg.mapped import Mapped, Named


def mappings_table(rows: Sequence[Mapped], language: Language = "zh") -> RenderableType:
    """The rows, a subject's name only where it changes."""
    heads = ("对象", "关系", "国家概念", "置信度", "理由（推定）")
    table = Table(header_style="bold", show_lines=False)
    for head in heads:
        table.add_column(label(head, language), overflow="fold", no_wrap=head == "置信度")
    former = ""
    for row in rows:
        subject = _subject(row, language)
        table.add_row(
            escape(subject if subject != former else ""),
            label(PREDICATES[row.predicate], language),
            escape(_object(row, language)),
            f"{row.claim.confidence:.2f}",
            escape(row.claim.rationale),
        )
        former = subject
    count = Text(f"{len(rows)} {label('条推定对应', language)}", style="dim")
    return Group(Text(label(NOTICE, language), style="yellow"), table, count)


def coverage_table(
    scenarios: Sequence[Scenario],
    subjects: Sequence[SubjectCoverage],
    counts: Mapping[str, int],
    language: Language = "zh",
) -> RenderableType:
    """Coverage both ways, and the scenarios that no requirement serves."""
    table = Table(header_style="bold", title=label("覆盖（推定）", language), title_justify="left")
    for head in ("文件", "种类", "对应到", "总数", "相近", "部分", "相关", "无对应", "未作对应"):
        table.add_column(label(head, language), justify="left" if head in ("文件", "种类", "对应到") else "right")
    for one in subjects:
        numbers = (one.subjects, one.close, one.partial, one.related, one.no_match, len(one.unmapped))
        kind = label(KINDS.get(one.kind, one.kind), language)
        table.add_row(escape(one.document), escape(kind), label(TARGETS[one.target], language), *map(str, numbers))
    reaches = [one.reach for one in scenarios]
    total = " · ".join(f"{label(words, language)} {reaches.count(reach)}" for reach, words in REACHES.items())
    candidates = f"{counts['candidates']}/{counts['requirements']} {label('条要求是某个场景的候选', language)}"
    summary = Text(f"{label('国家典型场景', language)} {len(scenarios)}：{total}；{candidates}")
    return Group(table, summary, _uncovered(scenarios, language))


def candidates_line(scenario: Scenario, language: Language = "zh") -> RenderableType:
    """A scenario's candidate requirements, by id."""
    head = f"{scenario.number} {_name(scenario, language)}（{label(REACHES[scenario.reach], language)}）"
    ids = "  ".join(scenario.requirements)
    return Text(f"{head}：{ids}" if ids else head)


def _uncovered(scenarios: Sequence[Scenario], language: Language) -> RenderableType:
    lines = [
        f"· {one.number} {_name(one, language)}（{label(REACHES[one.reach], language)}）"
        for one in scenarios
        if one.reach in ("related", "none")
    ]
    if not lines:
        return Text(label("每个场景都有要求与之相合。", language))
    return Text("\n".join((label("没有要求与之相合的场景：", language), *lines)))


def _subject(row: Mapped, language: Language) -> str:
    number = f"{row.subdomain_no}. " if row.subdomain_no is not None else ""
    where = f"（{row.subject.document}）" if row.subdomain_no is None and row.subject.document else ""
    return f"{number}{_name(row.subject, language)}{where}"


def _object(row: Mapped, language: Language) -> str:
    if not row.claim.matches:
        return label(TARGETS[row.claim.target], language)
    trust = f" {label('可信度', language)} B" if row.object.trust == "B" else ""
    number = row.claim.object.partition(":")[2]
    place = f"{label(TARGETS[row.claim.target], language)}{f' {number}' if number.isdigit() else ''}"
    return f"{place} · {_name(row.object, language)}{trust}"


def _name(named: Named | Scenario, language: Language) -> str:
    return named.zh if language == "zh" or named.en is None else f"{named.en} {named.zh}"
