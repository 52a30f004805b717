"""An evidence plan for a target: every requirement once, in order, what stands below it, before it and beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.clause import Clause
from drafting.generator import DraftingError
from drafting.lexicon import Lexicon
from drafting.plans.actions import actions
from drafting.plans.asked import point_id, points_of
from drafting.plans.assessing import Assessor
from drafting.plans.cited_facts import cited_facts
from drafting.plans.claim_checks import problems
from drafting.plans.collecting import collected_once
from drafting.plans.conditions import judge_conditions, stated_conditions
from drafting.plans.consistency import conflicts
from drafting.plans.crosswalk import serving
from drafting.plans.ground import CodesIn, Ground
from drafting.plans.national_conditions import national_tiers
from drafting.plans.plan import Claim, EvidencePlan, Item, NextTier, OtherTarget
from drafting.plans.readiness import by_domain, proved, readiness
from drafting.plans.target import Target, base_of, requirements_of
from drafting.profiles.answer_rows import Held
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf
from kg.national import NationalLevel
from ontology.checkpoint import checkpoints_of, conditions
from ontology.evidence import evidence_catalogue

Progress = Callable[[int, int], None]
"""Told the number of requirements done and the number to do."""

Writer = Callable[[Item, Ground], Item]
"""Rewrites an item's narrative, or gives the item back as it is."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans over one snapshot.

    Attributes:
        shelf: The clauses.
        lexicon: The names that a sentence may get wrong.
        codes_in: Reads the systems that a text names.
        level: What is known of the national level; None where nobody asks.
        candidates: Codes of the kinds of evidence that rules propose for each requirement.
    """

    shelf: Shelf
    lexicon: Lexicon
    codes_in: CodesIn
    level: NationalLevel | None = None
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def plan(
        self,
        profile: Profile,
        target: Target,
        also: Sequence[Target] = (),
        writer: Writer | None = None,
        progress: Progress | None = None,
        national: Sequence[str] = (),
    ) -> EvidencePlan:
        """Make a plan.

        Args:
            profile: The enterprise.
            target: What it aims at.
            also: Other targets that the same assessment is to serve.
            writer: Rewrites the narratives of the target's own items.
            progress: Told of every requirement that is done.
            national: Tiers of the national gradient (``tier:national-advanced``) to judge beside it.

        Raises:
            DraftingError: The profile answers points that no requirement has, or nothing is known of national tiers.
        """
        ground = self.ground(profile)
        self._refuse_strangers(profile)
        rows = requirements_of(target, self.shelf)
        items = self._assess(rows, target, ground)
        items = _written(items, ground, writer, progress)
        base = self._assess(base_of(target, self.shelf), target, ground)
        others = tuple(self._other(one, ground) for one in also)
        items = serving(items, [item for other in others for item in other.items], _functions, self.level)
        items, base, *more = collected_once([items, base, *(other.items for other in others)])
        others = tuple(replace(other, items=held) for other, held in zip(others, more, strict=True))
        tier = self.shelf.tier(target.document, target.tier) if target.tier else None
        judged = tuple(judge_conditions(target, conditions(), ground)) or tuple(stated_conditions(target, self.shelf))
        cited = {target.document, *(other.document for other in also)}
        cited |= {one.clause.split("/")[0] for one in judged if one.clause}
        differing = conflicts(ground, evidence_catalogue())
        told = (*items, *base, *(item for other in others for item in other.items))
        return EvidencePlan(
            target=target.name,
            document=target.document,
            tier=target.tier,
            tier_label=tier.label if tier else None,
            track=target.track,
            profile_id=profile.profile.id,
            company=profile.company.name,
            fictional=profile.profile.fictional,
            as_of=profile.profile.as_of,
            items=items,
            base=base,
            conditions=judged,
            domains=by_domain(items),
            readiness=readiness(items),
            proved=proved(items),
            ceiling=readiness(items, hopeful=True),
            base_readiness=readiness(base) if base else None,
            actions=actions((*base, *items), ground),
            next=self._next(target, ground),
            conflicts=differing,
            others=others,
            documents=tuple(meta for meta in self.shelf.documents.values() if meta.id in cited),
            national=national_tiers(national, self.level, ground),
            facts=cited_facts(told, judged, differing, ground),
            notes=self._notes(target),
            verified=not any(self.unbacked(item, ground) for item in told),
        )

    def ground(self, profile: Profile) -> Ground:
        """A profile, indexed for judging."""
        return Ground(profile, self.codes_in)

    def unbacked(self, item: Item, ground: Ground) -> tuple[str, ...]:
        """What an item's narrative says that neither the profile nor the clause says.

        A sentence that a person wrote may rest on the facts that the requirement was judged by, and on the enterprise
        and its indicators; what it takes from elsewhere in the profile is told too, since it cannot be traced.
        """
        return tuple(
            problem
            for claim in item.sentences
            for problem in problems(_grounded(claim, item, ground), item.requirement, ground.text, self.lexicon)
        )

    def _assess(self, rows: Iterable[Clause], target: Target, ground: Ground) -> tuple[Item, ...]:
        ranks = {tier.code: place for place, tier in enumerate(self.shelf.tiers(target.document), 1)}
        assessor = Assessor(ground, checkpoints_of(target.document), evidence_catalogue(), ranks, self.candidates)
        return tuple(assessor.assess(clause) for clause in rows)

    def _other(self, target: Target, ground: Ground) -> OtherTarget:
        items = self._assess(requirements_of(target, self.shelf), target, ground)
        return OtherTarget(target.name, items, readiness(items), proved(items))

    def _next(self, target: Target, ground: Ground) -> NextTier | None:
        above = self.shelf.above(target.document, target.tier) if target.tier else None
        if above is None:
            return None
        items = self._assess(requirements_of(Target(target.document, above.code), self.shelf), target, ground)
        met = sum(item.status == "met" for item in items)
        return NextTier(above.code, above.label, len(items), met, readiness(items), by_domain(items))

    def _notes(self, target: Target) -> tuple[str, ...]:
        """What a reader of the plan should know of the target."""
        tiers = self.shelf.tiers(target.document)
        if not target.track or not tiers or tiers[-1].code == target.tier:
            return ()
        return (
            f"类型「{target.track}」的要求一并列入；原文的类型表没有分等级，通常对应最高等级{tiers[-1].label}，请核对。",
        )

    def _refuse_strangers(self, profile: Profile) -> None:
        for index, practice in enumerate(profile.practices):
            for point in practice.points:
                if not self._is_point(point):
                    why = f"no requirement has a point {point}"
                    raise DraftingError(f"profile practices[{index}]", why, "Take the ids from a fresh template")

    def _is_point(self, point: str) -> bool:
        clause = self.shelf.by_id.get(point.partition("#")[0])
        if clause is None:
            return False
        points, _ = points_of(clause, checkpoints_of(clause.document))
        return point in {point_id(clause, number) for number in range(1, len(points) + 1)}


def _functions(clause: Clause) -> frozenset[str]:
    points, _ = points_of(clause, checkpoints_of(clause.document))
    return frozenset(word for point in points for one in point.looks_at for word in one.has)


def _grounded(claim: Claim, item: Item, ground: Ground) -> Claim:
    if claim.origin != "edited":
        return claim
    known = [path for point in item.points for path in point.basis]
    answers = [path for point in item.points for path, _ in ground.answers.get(point.id, ())]
    roots = dict.fromkeys(path.split(".")[0] for path in (*known, *answers))
    held = dict.fromkeys(path for path, one in ground.rows("evidence") if _serves(one, item))
    return replace(claim, facts=("profile", "company", *roots, *held, *(path for path, _ in ground.rows("measures"))))


def _serves(held: Row, item: Item) -> bool:
    return isinstance(held, Held) and held.title in {row.title for row in item.evidence if row.held}


def _written(
    items: Sequence[Item], ground: Ground, writer: Writer | None, progress: Progress | None
) -> tuple[Item, ...]:
    done: list[Item] = []
    for item in items:
        done.append(writer(item, ground) if writer else item)
        if progress:
            progress(len(done), len(items))
    return tuple(done)
