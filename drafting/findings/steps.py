"""From one tier to a higher one: what is new, raised, widened or changed, and what is not restated and still stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from drafting.answer import Finding, Section, Sentence
from drafting.checks.composed.comparison_forms import FORMS, Forms, plainly
from drafting.findings.asked_words import asked_words, spoken
from drafting.findings.compared_rows import Beside, Chosen
from drafting.findings.compared_telling import Telling, clauses_of
from drafting.findings.lower_tiers import lower_told
from drafting.findings.side_by_side import row_json
from drafting.shelf import Shelf, Tier
from drafting.wording import ids_of
from kg.errors import GraphError
from kg.ladders.ladder import Change, Ladder, Step, StepChange
from kg.variants.comparison import ComparedRow, Topic
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs
from retrieval.sides import target_parts

UNNAMED = "条件"
"""The topic of tiers that a text divides no further."""
_SHOWN = 12
_NAMES_BOTH = re.compile(r"宜.*应|应.*宜|should.*shall|shall.*should")
_ENOUGH = 0.5
_NEAR_BEST = 0.8
_MANY_SUBDOMAINS = 6
_ORDER: Sequence[Change] = ("new", "raised", "relaxed", "widened", "changed", "same", "not_restated")


class Climbs(Protocol):
    """Gives the ladders of a document."""

    def ladders(self, document: str) -> tuple[Ladder, ...]:
        """A document's ladders, each with the steps between neighbouring tiers."""
        ...

    def between(self, document: str, lower: str, upper: str) -> tuple[Ladder, ...]:
        """The ladders with the one step from a tier to a higher one."""
        ...


@dataclass(frozen=True, slots=True)
class Rise:
    """One change of one subdomain's step.

    Attributes:
        ladder: The subdomain's ladder.
        step: The step.
        change: What changes.
    """

    ladder: Ladder
    step: Step
    change: StepChange

    @property
    def row(self) -> ComparedRow:
        """It as a row of a comparison, the lower tier being the left."""
        change = self.change
        topic = Topic(self.ladder.number, self.ladder.name or UNNAMED)
        if change.difference is None:
            relation = "only_right" if change.upper else "only_left"
            return ComparedRow(topic, change.lower, change.upper, relation)  # type: ignore[arg-type]
        return ComparedRow(
            topic, change.lower, change.upper, change.difference.relation, change.difference, change.confidence
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of its clauses."""
        return (*self.change.lower, *self.change.upper)

    @property
    def kinds(self) -> tuple[Change, ...]:
        """What the change is, the main one first."""
        return (self.change.change, *self.change.also)


def find_steps(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, climbs: Climbs) -> Finding | None:
    """What each step between the tiers that a question names changes in the subdomains that it is about.

    Returns:
        The finding; None where the sides are no tiers of one document, or what is asked is in no subdomain's ladder.
    """
    parts = [target_parts(target) for target in frame.sides]
    tiers = [tier for document, code, _ in parts if code and (tier := shelf.tier(document, code))]
    if len(tiers) < 2 or len(tiers) != len(parts) or len({tier.document for tier in tiers}) > 1:
        return None
    sections: list[Section] = []
    rows: list[dict[str, Any]] = []
    for lower, upper in pairwise(tiers):
        try:
            ladders = climbs.between(lower.document, lower.code, upper.code)
        except GraphError:  # a document whose tiers ask nothing by subdomains
            return None
        told = _about(ladders, frame, shelf, capabilities)
        if told is None:
            continue
        sections.extend(_sections(told, lower, upper, frame, shelf))
        rows.extend(_json(rise) for rise in told)
    if not any(section.quoted for section in sections):
        return None
    result = {
        "kind": "comparison",
        "sides": [{"target": one, "called": tier.label} for one, tier in zip(frame.sides, tiers, strict=True)],
        "rows": rows,
    }
    return Finding("answered", tuple(sections), result=result, query="step")


def find_raised(frame: QueryFrame, shelf: Shelf, climbs: Climbs, default: str | None) -> Finding | None:
    """The demands of one document whose word a higher tier strengthens or weakens; None where that is not asked."""
    wanted: Change = "raised" if frame.compares == "raised" else "relaxed"
    document = next(iter(frame.documents), default)
    if frame.compares not in ("raised", "relaxed") or frame.sides or document is None or len(shelf.tiers(document)) < 2:
        return None
    try:
        ladders = climbs.ladders(document)
    except GraphError:  # no ladders in this document
        return None
    found = [rise for rise in _rises(ladders) if wanted in rise.kinds and _says_so(rise, frame)]
    english = frame.language == "en"
    forms = FORMS["en" if english else "zh"]
    if not found:
        return None
    ids = tuple(dict.fromkeys(one for rise in found for one in rise.ids))
    lead = Sentence(plainly(forms.raised[wanted].format(number=len(found))), "composed", ids)
    sections = [Section(said=(lead,))]
    for rise in found[:_SHOWN]:
        lower, upper = (
            shelf.tier(document, code) for code in (rise.step.compared_with or rise.step.lower, rise.step.upper)
        )
        if lower is not None and upper is not None:
            sections.append(_told([rise], lower, upper, frame, shelf))
    remark = forms.more_shown.format(shown=_SHOWN) if len(found) > _SHOWN else ""
    sections[0] = Section(said=(lead,), remark=remark)
    sides = [{"target": f"{document}:{tier.code}", "called": tier.label} for tier in shelf.tiers(document)]
    result = {"kind": "comparison", "sides": sides, "rows": [_json(rise) for rise in found]}
    return Finding("answered", tuple(sections), result=result, query="step")


def _says_so(rise: Rise, frame: QueryFrame) -> bool:
    """Whether a change is from 宜 to 应, or back, where the question names these words."""
    if not _NAMES_BOTH.search(frame.text):
        return True
    pair = ("should", "shall") if frame.compares == "raised" else ("shall", "should")
    return rise.change.difference is not None and any(
        (one.left, one.right) == pair for one in rise.change.difference.forces
    )


def _rises(ladders: Sequence[Ladder]) -> list[Rise]:
    return [Rise(ladder, step, change) for ladder in ladders for step in ladder.steps for change in step.changes]


def _about(ladders: Sequence[Ladder], frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> list[Rise] | None:
    """The changes that a question is about: of its subdomains, or with its words; None where it is about neither."""
    numbers = {*frame.subdomains, *(one for code in frame.domains for one in capabilities.narrower(code))}
    own = [ladder for ladder in ladders if ladder.number in numbers]
    rises = _rises(own or ladders)
    texts = [shelf.by_id[one] for rise in rises for one in rise.ids]
    words = asked_words(frame, texts, capabilities)
    shares = [
        max((len(words.pairs & pairs(spoken(shelf.by_id[one]))) / len(words.pairs) for one in rise.ids), default=0.0)
        if words.pairs
        else 0.0
        for rise in rises
    ]
    least = max(_ENOUGH, _NEAR_BEST * max(shares, default=0.0))
    chosen = [rise for rise, share in zip(rises, shares, strict=True) if share >= least]
    if frame.compares in ("raised", "relaxed"):
        rises = [rise for rise in rises if frame.compares in rise.kinds] or rises
    if own:
        return rises
    if chosen:
        return chosen
    objects = {*frame.systems, *frame.technologies}
    named = [
        rise
        for rise in rises
        if objects & {code for one in rise.ids for code in (*shelf.by_id[one].systems, *shelf.by_id[one].technologies)}
    ]
    if named:
        return named
    return None if words.says_something and frame.compares not in ("raised", "relaxed") else rises


def _sections(rises: Sequence[Rise], lower: Tier, upper: Tier, frame: QueryFrame, shelf: Shelf) -> list[Section]:
    forms = FORMS["en" if frame.language == "en" else "zh"]
    ids = tuple(dict.fromkeys(one for rise in rises for one in rise.ids))
    counts = Counter(rise.change.change for rise in rises)
    changes = dict(forms.changes)
    if not _stands(lower, upper, shelf):
        changes["not_restated"] = forms.unkept_counted
    told = [changes[one].format(number=counts[one]) for one in _ORDER if counts[one] or one == frame.compares]
    names = list(dict.fromkeys(rise.ladder.name for rise in rises if rise.ladder.name))
    topic = forms.listing.join(names) if len(names) <= _MANY_SUBDOMAINS else ""
    lead: list[Sentence] = []
    if ids:
        below = [shelf.cell(lower.document, rise.ladder.number, lower.code) for rise in rises]
        ids = tuple(dict.fromkeys((*ids, *(one.id for cell in below for one in cell))))
        about = forms.about.format(topic=topic) if topic else ""
        text = forms.step.format(lower=lower.label, upper=upper.label, about=about, counts=forms.listing.join(told))
        lead.append(Sentence(plainly(text), "composed", ids))
    sections = [Section(said=tuple(lead))] if lead else []
    whole = len(names) > _MANY_SUBDOMAINS
    if whole:
        sections.extend(_bases(lower, upper, shelf, forms))
    ordered = sorted(rises, key=lambda rise: _ORDER.index(rise.change.change))
    shown = _SHOWN // 2 if whole else _SHOWN
    if lead and len(ordered) > shown:
        sections[0] = Section(said=tuple(lead), remark=forms.more_shown.format(shown=shown))
    for rise in ordered[:shown]:
        sections.append(_told([rise], lower, upper, frame, shelf))
    sections.extend(_empty(rises, frame, lower, upper, shelf))
    if not whole and (frame.compares == "stricter" or any(rise.change.change == "not_restated" for rise in rises)):
        sections.extend(_bases(lower, upper, shelf, forms))
    return sections


def _bases(lower: Tier, upper: Tier, shelf: Shelf, forms: Forms) -> list[Section]:
    """What says that each tier of the step builds on the one below it, whose demands stand."""
    found: list[Section] = []
    tier: Tier | None = upper
    while tier is not None and tier.code != lower.code:
        below = shelf.below(tier.document, tier.code)
        if below is not None and tier.said and shelf.is_base(tier.document, below.code, tier.code):
            text = forms.base.format(lower=below.label, upper=tier.label)
            said_by = shelf.base_said(tier)
            found.append(Section(said=(Sentence(text, "composed", ids_of(said_by)),), quoted=said_by))
        tier = below
    return found


def _stands(lower: Tier, upper: Tier, shelf: Shelf) -> bool:
    """Whether the text says that a tier is built on another, whose demands then stand though they are not repeated."""
    return lower.code in {base.code for _, base in shelf.bases(upper.document, upper.code)}


def _empty(rises: Sequence[Rise], frame: QueryFrame, lower: Tier, upper: Tier, shelf: Shelf) -> list[Section]:
    """The cells of the subdomains asked about in which one of the tiers asks nothing."""
    if frame.language == "en":
        return []
    ladders = {rise.ladder.number: rise.ladder for rise in rises if rise.ladder.number in frame.subdomains}
    found: list[Section] = []
    for ladder in ladders.values():
        for tier in (lower, upper):
            cell = shelf.cell(tier.document, ladder.number, tier.code)
            if cell and cell[0].kind == "not_required":
                text = f"{tier.label}在“{ladder.name}”方面不做要求：原表该格为“{cell[0].text}”。"
                found.append(Section(said=(Sentence(text, "composed", (cell[0].id,)),), quoted=cell))
    return found


def _told(rises: Sequence[Rise], lower: Tier, upper: Tier, frame: QueryFrame, shelf: Shelf) -> Section:
    """One change: what it is, then its clauses."""
    english = frame.language == "en"
    forms = FORMS["en" if english else "zh"]
    rows = [rise.row for rise in rises]
    lower = lower_told(rows, lower, shelf)
    targets = (f"{lower.document}:{lower.code}", f"{upper.document}:{upper.code}")
    telling = Telling(Beside(lower.label, upper.label, targets, Chosen(tuple(rows))), shelf, english=english)
    stands = _stands(lower, upper, shelf)
    said = []
    for rise, row in zip(rises, rows, strict=True):
        if row.left and row.right:
            said.append(telling.row(row, rise.change.change))
        elif row.right:
            said.append(
                Sentence(
                    forms.new.format(topic=row.topic.name, lower=lower.label, upper=upper.label),
                    "composed",
                    row.right,
                )
            )
        else:
            said.append(
                Sentence(
                    (forms.kept if stands else forms.unkept).format(
                        topic=row.topic.name, lower=lower.label, upper=upper.label
                    ),
                    "composed",
                    row.left,
                )
            )
    return Section(said=tuple(said), quoted=clauses_of(rows, shelf))


def _json(rise: Rise) -> dict[str, Any]:
    change = {"change": rise.change.change, "also": list(rise.change.also)}
    return row_json(rise.row) | change | {"from": rise.step.lower, "to": rise.step.upper}
