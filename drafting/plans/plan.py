"""The values that an evidence plan is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.clause import Clause, Force
from corpus.manifest import Meta
from drafting.plans.national_tier import NationalTier
from drafting.plans.statuses import PRIORITY_LABELS, STATUS_LABELS, Priority, Status

__all__ = ["PRIORITY_LABELS", "STATUS_LABELS", "Priority", "Status"]


@dataclass(frozen=True, slots=True)
class PointResult:
    """One point of a requirement, judged.

    Attributes:
        id: ``REQUIREMENT#N``.
        question: What a reviewer asks.
        status: The judgement.
        why: The reason, for a person.
        basis: Paths of the profile's facts that it rests on.
        says: The requirement's own words that the point stands for.
        span: Their first and one past their last code point in the document; None where the reading joins lines.
        force: The force of those words.
        passes, rejected: What meets the point, and the usual reason of rejection.
        scope, counted: How far it must reach, and what is counted.
        coverage: Numerator and denominator as the profile gives them.
        derived: Whether the point was made from the clause's text because nobody has written one.
        lacking: Paths of what the profile leaves blank and the point needs.
        computed: The computed status where a person decided otherwise.
    """

    id: str
    question: str
    status: Status
    why: str
    basis: tuple[str, ...]
    says: str
    span: tuple[int, int] | None
    force: Force
    passes: str
    rejected: str
    scope: str
    counted: str | None = None
    coverage: tuple[int | float, int | float] | None = None
    derived: bool = False
    lacking: tuple[str, ...] = ()
    computed: Status | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One link of a chain of proof (合同, 发票, 付款, 验收, 台账, 运行日志), with what is held of it."""

    name: str
    held: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence that a requirement needs.

    Attributes:
        no: The attachment's number, stable from one plan to the next.
        type, what: The code and the name of the kind of evidence.
        point: The point that it proves.
        must_show: What it must make visible for this point.
        from_system: The system that delivers it, where one does.
        owner: Who delivers it.
        held: Whether the enterprise holds it.
        title, file: What is held.
        formed, valid_until: When it was made and until when it holds, as the profile writes it.
        sealed, masked: Whether what is held has a seal and hides what is secret; None where unknown.
        pages: How many pages it has, or which, as a text; None where unknown.
        seal_needed, mask_needed: Whether such evidence usually carries a seal, and hides what is secret.
        chain: The links from contract to log, where it proves something bought.
        about: The system that it is about, whether or not the system delivers it.
        same_as: The number under which the very same piece stands before; None where this is its first place.
        indicator: Name, formula, unit, value, numerator, denominator, baseline, period and source of an indicator.
        marks: What any piece of this kind shows, whatever it is to prove; said once a kind.
    """

    no: str
    type: str
    what: str
    point: str
    must_show: str
    from_system: str | None
    owner: str | None
    held: bool
    title: str | None = None
    file: str | None = None
    formed: str | None = None
    valid_until: str | None = None
    sealed: bool | None = None
    masked: bool | None = None
    pages: int | float | str | None = None
    seal_needed: bool = False
    mask_needed: bool = False
    chain: tuple[Stage, ...] = ()
    indicator: Mapping[str, Any] | None = None
    about: str | None = None
    same_as: str | None = None
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a narrative with what it rests on.

    Attributes:
        text: The sentence.
        origin: ``composed`` by code, ``generated`` by the model and verified, or ``edited`` by a person.
        citations: Ids of clauses.
        facts: Paths of the profile's facts.
        part: 现状, 做法, 成效 or 证明材料.
    """

    text: str
    origin: Literal["composed", "generated", "edited"]
    citations: tuple[str, ...]
    facts: tuple[str, ...]
    part: str


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement with its judgement, evidence and narrative.

    Attributes:
        requirement: The clause.
        status: The judgement; a person's where one has decided.
        points: Its points, judged.
        evidence: The pieces of evidence that it needs.
        systems: Codes of the systems that the clause names, each with whether the enterprise has it in use.
        gap, action: What is missing, and what to do about it, a line a point.
        priority: How pressing that is.
        owner: Who sees to it.
        narrative: The narrative as it is read.
        sentences: The narrative's sentences with what they rest on.
        placeholders: What the enterprise has to add.
        also: Ids of other targets' clauses that its proof may serve; proposed.
        rejected_drafts: How many of the model's drafts were refused.
        due, remark: When it is to be done, and what a person noted.
        computed: The computed status where a person decided otherwise.
    """

    requirement: Clause
    status: Status
    points: tuple[PointResult, ...]
    evidence: tuple[EvidenceRow, ...]
    systems: tuple[tuple[str, bool], ...]
    gap: str
    action: str
    priority: Priority
    owner: str | None
    narrative: str
    sentences: tuple[Claim, ...]
    placeholders: tuple[str, ...]
    also: tuple[str, ...] = ()
    rejected_drafts: int = 0
    due: str | None = None
    remark: str = ""
    computed: Status | None = None


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A condition of applying or a veto, judged."""

    id: str
    kind: str
    question: str
    status: Status
    why: str
    basis: tuple[str, ...]
    source: Literal["stated", "customary"]
    clause: str | None
    says: str | None
    passes: str
    evidence: tuple[Mapping[str, str], ...] = ()
    computed: Status | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that do not agree, with the paths of both."""

    what: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DomainReadiness:
    """How ready one domain is; shares from 0 to 1.

    Attributes:
        domain: The domain, or the section or track of a document without domains.
        counts: Requirements by status.
        readiness: The weighted share that is met for sure.
        ceiling: The same, were all that is unknown met.
        shall, should: Points with 应 (or no governing word), and with 宜, 可 or 鼓励: met, and all that apply.
        proved: The weighted share that is met and of which a piece of evidence is held.
    """

    domain: str
    counts: Mapping[str, int]
    readiness: float
    ceiling: float
    shall: tuple[int, int]
    should: tuple[int, int]
    proved: float = 0.0


@dataclass(frozen=True, slots=True)
class OtherTarget:
    """What the same assessment says of another target: its items, judged by its own points."""

    target: str
    items: tuple[Item, ...]
    readiness: float
    proved: float = 0.0


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, with the points that it closes.

    Attributes:
        what: The action.
        closes: Ids of the points that wait for it; a point that waits for two things stands with both.
        must: How many of them carry 应, or no governing word.
        fact: The path of the fact that holds them up; None where there is none.
    """

    what: str
    closes: tuple[str, ...]
    must: int
    fact: str | None


@dataclass(frozen=True, slots=True)
class NextTier:
    """What the tier above would add: its requirements, how many are met already, and how ready each domain is."""

    tier: str
    tier_label: str
    requirements: int
    met: int
    readiness: float
    domains: tuple[DomainReadiness, ...]


@dataclass(frozen=True, slots=True)
class EvidencePlan:
    """A plan: every requirement of the target once, in order, with what stands below and before it."""

    target: str
    document: str
    tier: str | None
    tier_label: str | None
    track: str | None
    profile_id: str
    company: str
    fictional: bool
    as_of: str
    items: tuple[Item, ...]
    base: tuple[Item, ...]
    conditions: tuple[ConditionResult, ...]
    domains: tuple[DomainReadiness, ...]
    readiness: float
    ceiling: float
    base_readiness: float | None
    actions: tuple[Action, ...]
    next: NextTier | None
    conflicts: tuple[Conflict, ...]
    others: tuple[OtherTarget, ...] = ()
    verified: bool = True
    generator: str | None = None
    notes: tuple[str, ...] = ()
    documents: tuple[Meta, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    national: tuple[NationalTier, ...] = ()
    proved: float = 0.0
    scenes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What people wrote of scenes on the spot, by what is shown and by part (place, screen, people, show)."""
