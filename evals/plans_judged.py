"""How often a plan judges a point as a person does who sees the same facts, beside two simple ways of judging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.plans.asked import points_of
from drafting.plans.ground import Ground
from drafting.plans.target import Target
from drafting.profiles.references import describe, rows
from drafting.profiles.sections import Profile
from evals.errors import EvalError
from evals.metrics import Estimate, share
from evals.plans_gold import GOLD_DOCUMENT, GOLD_STATUSES, HALVES, GoldPoint, Half
from evals.plans_parts import Planning
from evals.report import Table, estimate_json, percent
from ontology.checkpoint import Point, checkpoints_of

MOST = 0.5
"""The share of a question's words above which the baseline holds that a fact speaks of it: most of them."""

PRODUCT = "gongbiao"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One way of judging against the judgements by hand, on one half.

    Attributes:
        half: Which half.
        way: The way of judging.
        pairs: How often each judgement by hand meets each of the way's.
    """

    half: Half
    way: str
    pairs: Mapping[tuple[str, str], int]

    @property
    def accuracy(self) -> Estimate:
        """The share of points that are judged alike."""
        return self._share(lambda gold, given: gold == given)

    @property
    def precision(self) -> Estimate:
        """The share of points that are met by hand among those that the way holds to be met."""
        return self._share(lambda gold, _: gold == "met", lambda _, given: given == "met")

    @property
    def recall(self) -> Estimate:
        """The share of points that the way holds to be met among those that are met by hand."""
        return self._share(lambda _, given: given == "met", lambda gold, _: gold == "met")

    @property
    def decided(self) -> Estimate:
        """The share of points that are judged alike among those that the way does not leave unknown."""
        return self._share(lambda gold, given: gold == given, lambda _, given: given != "unknown")

    @property
    def unknown(self) -> Estimate:
        """The share of points that the way leaves unknown."""
        return self._share(lambda _, given: given == "unknown")

    def _share(
        self, right: Callable[[str, str], bool], counted: Callable[[str, str], bool] = lambda gold, given: True
    ) -> Estimate:
        found = [right(*pair) for pair, count in self.pairs.items() if counted(*pair) for _ in range(count)]
        return share(found)


@dataclass(frozen=True, slots=True)
class Missed:
    """A point of the half that may be looked at, judged otherwise than by hand."""

    point: str
    gold: str
    given: str
    why: str


@dataclass(frozen=True, slots=True)
class JudgedResult:
    """All ways on all halves, and what the product judges otherwise on the half that may be looked at."""

    agreements: tuple[Agreement, ...]
    missed: tuple[Missed, ...]

    def tables(self) -> tuple[Table, ...]:
        """Agreement by half and way, and the product's confusions."""
        rows = tuple(
            (f"{one.half}: {one.way}", *(percent(figure) for figure in _figures(one).values()))
            for one in self.agreements
        )
        columns = ("half: way", *_figures(self.agreements[0]))
        title = "Points judged as by hand, % [95 %]; of the points held to be met, those that are"
        return (Table(title, columns, rows), *(_confusion(one) for one in self.agreements if one.way == PRODUCT))

    def to_json(self) -> Mapping[str, Any]:
        """The same, with the points judged otherwise on the half that may be looked at."""
        halves: dict[str, Any] = {
            half: {one.way: _json(one) for one in self.agreements if one.half == half} for half in HALVES
        }
        missed = [{"point": m.point, "gold": m.gold, "given": m.given, "why": m.why} for m in self.missed]
        return {**halves, "judged_otherwise": missed}


def judge_gold(parts: Planning, profile: Profile, gold: Sequence[GoldPoint]) -> JudgedResult:
    """Judge the points by hand's facts in each way.

    Raises:
        EvalError: A point judged by hand is none of the document's.
    """
    results = {
        result.id: result
        for tier in parts.shelf.tiers(GOLD_DOCUMENT)
        for item in parts.planner.plan(profile, Target(GOLD_DOCUMENT, tier.code)).items
        for result in item.points
    }
    if strangers := [one.point for one in gold if one.point not in results]:
        raise EvalError(f"plans gold: no requirement has a point {strangers[0]}. Judge the points that there are.")
    by_name = _names_only(parts, parts.planner.ground(profile))
    by_words = _words(parts, profile)
    ways: dict[str, Callable[[str], str]] = {
        PRODUCT: lambda point: results[point].status,
        "names only": lambda point: by_name(point, _point(parts, point)),
        "words": lambda point: by_words(_point(parts, point)),
    }
    agreements = tuple(
        Agreement(half, way, Counter((one.status, judge(one.point)) for one in gold if one.half == half))
        for half in HALVES
        for way, judge in ways.items()
    )
    return JudgedResult(agreements, tuple(_missed(gold, ways[PRODUCT], {k: v.why for k, v in results.items()})))


def _missed(gold: Iterable[GoldPoint], judge: Callable[[str], str], why: Mapping[str, str]) -> Iterable[Missed]:
    for one in gold:
        if one.half == "dev" and judge(one.point) != one.status:
            yield Missed(one.point, one.status, judge(one.point), why[one.point])


def _point(parts: Planning, identifier: str) -> Point:
    requirement, _, number = identifier.partition("#")
    points, _ = points_of(parts.shelf.by_id[requirement], checkpoints_of(GOLD_DOCUMENT))
    return points[int(number) - 1]


def _names_only(parts: Planning, ground: Ground) -> Callable[[str, Point], str]:
    """Met where a system that the clause names or the point looks for stands in the profile, in whatever state."""

    def judge(identifier: str, point: Point) -> str:
        clause = parts.shelf.by_id[identifier.partition("#")[0]]
        codes = (*clause.systems, *(code for one in point.looks_at for code in one.code))
        return "met" if codes and any(True for _ in ground.systems_with(codes)) else "unknown"

    return judge


def _words(parts: Planning, profile: Profile) -> Callable[[Point], str]:
    """Met where one fact shares most content words with the question."""
    facts = [frozenset(parts.words(describe(profile, path))) for path, _ in rows(profile)]

    def judge(point: Point) -> str:
        asked = frozenset(parts.words(point.ask))
        return "met" if asked and any(len(asked & fact) > MOST * len(asked) for fact in facts) else "unknown"

    return judge


def _figures(one: Agreement) -> dict[str, Estimate]:
    return {
        "alike": one.accuracy,
        "precision of met": one.precision,
        "recall of met": one.recall,
        "alike where decided": one.decided,
        "left unknown": one.unknown,
    }


def _json(one: Agreement) -> Mapping[str, Any]:
    confusion = {
        gold: {
            given: one.pairs[gold, given] for given in (*GOLD_STATUSES, "not_applicable") if (gold, given) in one.pairs
        }
        for gold in GOLD_STATUSES
    }
    figures = {name.replace(" ", "_"): estimate_json(figure) for name, figure in _figures(one).items()}
    return {**figures, "confusion": confusion}


def _confusion(one: Agreement) -> Table:
    given = tuple(dict.fromkeys((*GOLD_STATUSES, *(pair[1] for pair in one.pairs))))
    rows = tuple((gold, *(str(one.pairs.get((gold, status), 0)) for status in given)) for gold in GOLD_STATUSES)
    return Table(f"{one.half}: by hand (rows) and by {one.way} (columns)", ("", *given), rows)
