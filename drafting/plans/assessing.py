"""A requirement judged: its points one by one, the evidence it needs, what is missing and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.clause import Clause
from drafting.plans.asked import conditions_of, point_id, points_of, span_of
from drafting.plans.conditions import judge_condition
from drafting.plans.evidence_rows import evidence_rows
from drafting.plans.ground import Ground
from drafting.plans.judging import judge
from drafting.plans.looking import words_of
from drafting.plans.narrating import narrate
from drafting.plans.plan import Item, PointResult
from drafting.plans.statuses import BINDING, OPEN, Priority, Status
from drafting.plans.verdict import Judged
from ontology.checkpoint import Checkpoints, Point, Proof
from ontology.evidence import Catalogue

_INDUSTRIES = {"离散行业": "discrete", "流程行业": "process"}
_ALLOWED = frozenset({"may", "encouraged"})
_MOST_PROOFS = 3


@dataclass(frozen=True, slots=True)
class Assessor:
    """Judges requirements against one profile.

    Attributes:
        ground: The profile.
        written: The points that are written for the document.
        catalogue: What each kind of evidence carries.
        ranks: Each tier's place among the document's tiers, from 1.
        candidates: Codes of the kinds of evidence that rules propose for a requirement: for points nobody wrote.
    """

    ground: Ground
    written: Checkpoints
    catalogue: Catalogue
    ranks: dict[str, int]
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def assess(self, clause: Clause) -> Item:
        """Judge one requirement."""
        points, derived = points_of(clause, self.written)
        if derived and (codes := self.candidates.get(clause.id)):
            points = tuple(self._proposed(point, codes) for point in points)
        asked = [(point, self._result(clause, number, point, derived)) for number, point in enumerate(points, 1)]
        results = tuple(result for _, result in asked)
        status = status_of(results)
        responsible = self.written.subdomains.get(clause.subdomain_no or 0)
        rank = self.ranks.get(clause.tier or "")
        evidence = evidence_rows(clause, asked, self.ground, self.catalogue, responsible, rank)
        words = tuple(dict.fromkeys(word for point in points for word in words_of(point)))
        narrative = narrate(clause, status, results, evidence, self.ground, words)
        return Item(
            requirement=clause,
            status=status,
            points=results,
            evidence=evidence,
            systems=tuple((code, self.ground.holds(code)) for code in clause.systems),
            gap=gap_of(results),
            action=action_of(results),
            priority=priority_of(results),
            owner=responsible.owner if responsible else None,
            narrative=narrative.text,
            sentences=narrative.sentences,
            placeholders=narrative.placeholders,
        )

    def _proposed(self, point: Point, codes: Sequence[str]) -> Point:
        kinds = [self.catalogue.kinds[code] for code in codes[:_MOST_PROOFS]]
        proof = tuple(Proof(type=kind.code, show=f"与「{point.says}」相应的内容：{kind.must}") for kind in kinds)
        return point.model_copy(update={"proof": proof})

    def _result(self, clause: Clause, number: int, point: Point, derived: bool) -> PointResult:
        judged = self._scoped(clause) or self._judged(clause, number, point)
        return PointResult(
            id=point_id(clause, number),
            question=point.ask,
            status=judged.status,
            why=judged.why,
            basis=tuple(dict.fromkeys(judged.basis)),
            says=point.says,
            span=span_of(clause, point),
            force=point.force,
            passes=point.passes,
            rejected=point.rejected,
            scope=point.scope,
            counted=point.of,
            coverage=judged.coverage,
            derived=derived,
            lacking=tuple(dict.fromkeys(judged.lacking)),
        )

    def _judged(self, clause: Clause, number: int, point: Point) -> Judged:
        """A threshold by its condition's own test, which an answer only stands in for; all else by the point."""
        stated = conditions_of(clause)
        tested = judge_condition(stated[number - 1], self.ground) if stated else None
        if tested and tested.status != "unknown":
            return tested
        judged = judge(point_id(clause, number), point, self.ground)
        return tested if tested and judged.status == "unknown" else judged

    def _scoped(self, clause: Clause) -> Judged | None:
        """A requirement of another industry does not apply; the text itself says so."""
        industry = self.ground.profile.company.industry
        if clause.industry is None or industry == "mixed" or _INDUSTRIES.get(clause.industry) == industry:
            return None
        return Judged("not_applicable", f"条文限于{clause.industry}", ("company.industry",))


def status_of(points: Sequence[PointResult]) -> Status:
    """A requirement's status from its points: met when all are met, never when one is unknown.

    What the text only allows or encourages (可, 鼓励) is judged and told, but keeps no requirement from being met.
    """
    applying = [point for point in points if point.status != "not_applicable"]
    asked = [point for point in applying if point.force not in _ALLOWED]
    statuses = {point.status for point in asked or applying}
    if not statuses:
        return "not_applicable"
    if len(statuses) == 1:
        return statuses.pop()
    if statuses.isdisjoint({"met", "partial"}):
        return "gap"
    return "partial"


def _open(points: Sequence[PointResult]) -> list[PointResult]:
    return [point for point in points if point.status in OPEN]


def gap_of(points: Sequence[PointResult]) -> str:
    """What is missing, a line a point."""
    return "\n".join(f"「{point.says.rstrip('，；。')}」{point.why}" for point in _open(points))


def action_of(points: Sequence[PointResult]) -> str:
    """What to do about what is missing, a line a point."""
    return "\n".join(_todo(point) for point in _open(points))


def _todo(point: PointResult) -> str:
    if point.status == "unknown":
        return f"先确认：{point.question}"
    if point.status == "gap":
        return f"做到：{point.passes}"
    return f"补齐（{point.why}）：{point.passes}"


def priority_of(points: Sequence[PointResult]) -> Priority:
    """How pressing a requirement is: high where something that must be is missing."""
    still = _open(points)
    if not still:
        return "none"
    binding = [point for point in still if point.force in BINDING]
    if any(point.status == "gap" for point in binding):
        return "high"
    return "medium" if binding else "low"
