"""How ready an enterprise is, by domain: what is met, what of it is proved, and what would be, were the unknown met.

A requirement counts by the strongest word that governs it: 应, or no governing word, in full, 宜 by half, 可 and 鼓励
by a quarter. A requirement that is partly met counts by the share of its points that are met.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from drafting.plans.plan import DomainReadiness, Item, PointResult
from drafting.plans.statuses import BINDING

WEIGHTS = {"shall": 1.0, "none": 1.0, "should": 0.5, "may": 0.25, "encouraged": 0.25}
Counts = Callable[[Item, PointResult], bool]


def weight(item: Item) -> float:
    """How much a requirement counts."""
    return max((WEIGHTS[point.force] for point in item.points if point.status != "not_applicable"), default=0.0)


def readiness(items: Sequence[Item], *, hopeful: bool = False) -> float:
    """The weighted share of requirements that are met, from 0 to 1; of nothing, 0.

    Args:
        items: The requirements.
        hopeful: Whether what is unknown is taken as met.
    """
    good = {"met", "unknown"} if hopeful else {"met"}
    return _weighted(items, lambda _, point: point.status in good)


def proved(items: Sequence[Item]) -> float:
    """The weighted share of requirements that are met and proved, from 0 to 1: of each point a piece is held."""
    return _weighted(items, is_proved)


def is_proved(item: Item, point: PointResult) -> bool:
    """Whether a point is met, and at least one piece of evidence of it is held."""
    return point.status == "met" and any(row.held and row.point == point.id for row in item.evidence)


def by_domain(items: Sequence[Item]) -> tuple[DomainReadiness, ...]:
    """The readiness of each domain, in the document's order."""
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[domain_of(item)].append(item)
    return tuple(_domain(name, held) for name, held in groups.items())


def domain_of(item: Item) -> str:
    """The domain of a requirement; where the document has none, its track or the heading above it."""
    clause = item.requirement
    return clause.domain or clause.track or (clause.path[-1] if clause.path else clause.document)


def _domain(name: str, items: Sequence[Item]) -> DomainReadiness:
    points = [point for item in items for point in item.points]
    return DomainReadiness(
        domain=name,
        counts=dict(Counter(item.status for item in items)),
        readiness=readiness(items),
        ceiling=readiness(items, hopeful=True),
        shall=_tally([point for point in points if point.force in BINDING]),
        should=_tally([point for point in points if point.force not in BINDING]),
        proved=proved(items),
    )


def _tally(points: Sequence[PointResult]) -> tuple[int, int]:
    applying = [point for point in points if point.status != "not_applicable"]
    return sum(point.status == "met" for point in applying), len(applying)


def _weighted(items: Sequence[Item], counts: Counts) -> float:
    applying = [item for item in items if item.status != "not_applicable"]
    total = sum(weight(item) for item in applying)
    return sum(weight(item) * _share(item, counts) for item in applying) / total if total else 0.0


def _share(item: Item, counts: Counts) -> float:
    applying = [point for point in item.points if point.status != "not_applicable"]
    every = sum(WEIGHTS[point.force] for point in applying)
    return sum(WEIGHTS[point.force] for point in applying if counts(item, point)) / every if every else 0.0
