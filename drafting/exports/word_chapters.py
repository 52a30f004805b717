"""The body of a plan in Word: a chapter for each domain, and in it every requirement with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.clause import Clause
from corpus.force import governing
from drafting.exports.item_tables import (
    chain_text,
    evidence_rows,
    forces_and_place,
    point_rows,
)
from drafting.exports.word_looks import upright
from drafting.exports.wording import (
    NOT_SAID,
    PROPOSED,
    STATUS_TINTS,
    held,
    placeholders_in,
    requirement_no,
)
from drafting.plans.narrating import PARTS
from drafting.plans.plan import PRIORITY_LABELS, STATUS_LABELS, EvidencePlan, EvidenceRow, Item
from drafting.plans.readiness import domain_of
from drafting.word.document import WordDocument
from drafting.word.markup import lines, paragraph, run
from drafting.word.tables import Column, Row, table

_EVIDENCE = (
    Column("附件编号", 17, centred=True),
    Column("材料", 22),
    Column("须看清什么", 48),
    Column("来源系统\n责任人", 20),
    Column("已有\n待补", 11, centred=True),
    Column("形成日期\n有效期至", 19, centred=True),
    Column("盖章、脱敏\n页数", 19),
)
_POINTS = (9, 88, 14, 17, 28)


def add_chapters(document: WordDocument, plan: EvidencePlan) -> None:
    """A chapter for each domain, in the document's order."""
    for domain, group in groupby(plan.items, key=domain_of):
        document.heading(1, domain)
        for subdomain, items in groupby(group, key=lambda item: _subdomain(item.requirement)):
            if subdomain:
                document.heading(2, subdomain)
            for item in items:
                _add_item(document, item)


def _subdomain(clause: Clause) -> str:
    if not clause.subdomain:
        return ""
    return f"{clause.subdomain}（子领域 {clause.subdomain_no}）" if clause.subdomain_no else clause.subdomain


def _add_item(document: WordDocument, item: Item) -> None:
    clause = item.requirement
    priority = f"　优先级 {PRIORITY_LABELS[item.priority]}" if item.priority != "none" else ""
    badge = run("　") + _badge(item.status) + run(priority, size=10.5)
    document.heading(3, f"要求 {requirement_no(clause)}", marks=badge)
    document.add(
        paragraph("KeptFine", run(forces_and_place(item))),
        paragraph("Clause", *_with_forces(clause.text)),
        paragraph("Label", run("审查要点")),
        upright(point_rows(item.points), _POINTS),
        paragraph("Label", run("叙述")),
        *_narrative(item),
    )
    if item.rejected_drafts:
        document.add(lines("Fine", f"模型的 {item.rejected_drafts} 份草稿没有通过核对，没有采用。"))
    if item.remark:
        document.add(lines("Fine", f"备注：{item.remark}"))
    if item.evidence:
        document.add(
            paragraph("Label", run("证明材料")),
            table(_EVIDENCE, _proofs(item.evidence), f"要求 {requirement_no(clause)} 的证明材料"),
        )
    if item.also:
        document.add(lines("Fine", f"同一证明可能还用于（{PROPOSED}）：{'、'.join(item.also)}"))


def _badge(status: str) -> str:
    tint = STATUS_TINTS[status]
    return run(f" {STATUS_LABELS[status]} ", bold=True, ink=tint.ink, fill=tint.fill, size=10.5)


def _with_forces(text: str) -> Iterator[str]:
    """A clause word for word, its governing words set off."""
    at = 0
    for modal in governing(text):
        if modal.start > at:
            yield run(text[at : modal.start])
        yield run(text[modal.start : modal.end], bold=True, ink="9C3D00")
        at = modal.end
    if at < len(text):
        yield run(text[at:])


def _narrative(item: Item) -> Iterator[str]:
    for line in item.narrative.split("\n"):
        part = next((f"{name}：" for name in PARTS if line.startswith(f"{name}：")), "")
        rest = placeholders_in(line.removeprefix(part), item.placeholders)
        pieces = [run(text, marked=marked) for text, marked in rest]
        yield paragraph("Narrative", *((run(part, bold=True),) if part else ()), *pieces)


def _proofs(evidence: Sequence[EvidenceRow]) -> Iterator[Row]:
    full = evidence_rows(evidence)
    place = {head: number for number, head in enumerate(full.heads)}
    for row, cells in zip(evidence, full.rows, strict=True):
        tint = STATUS_TINTS["met" if row.held else "partial"]
        shown = f"{cells[place['须看清什么']]}\n证明要点 {cells[place['证明要点']]}"
        dates = f"{cells[place['形成日期']]}\n{cells[place['有效期至']]}"
        carried = "\n".join(f"{head}：{cells[place[head]]}" for head in ("盖章", "脱敏", "页数"))
        deliverer = f"{row.from_system or NOT_SAID}\n{row.owner or NOT_SAID}"
        yield Row(
            (row.no, cells[place["材料"]], shown, deliverer, held(row.held), dates, carried),
            {4: (tint.ink, tint.fill)},
            frozenset({1, 2}),
        )
        if row.chain:
            yield Row((f"{row.no} 的证据链：{chain_text(row)}",))
