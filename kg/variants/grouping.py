"""Links put together into rows: twins by themselves, every other link once, in small groups around one clause.

Near twins stand by themselves too, or what they share would drown among what is merely related. What belongs to
different tiers, tracks or parts is not put into one row, since its demands are not made in the same place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from kg.variants.link import Link

MOST_IN_GROUP = 4
"""How many clauses of one side may stand beside one of the other in a row."""


MOST_APART = 0.2
"""How much less sure than the surest link of a row another may be."""

NearTwins = Callable[[Link], bool]
Belongs = Callable[[str], Hashable]
"""Tells by a clause's id what it belongs to; only what belongs together may share a side of a row."""


def grouped(links: Sequence[Link], belongs: Belongs, near: NearTwins) -> tuple[tuple[Link, ...], ...]:
    """The links as groups; in each, one side is a single clause.

    A twin or near twin is a group by itself. A further link of a clause that has one is kept only where the other end
    has none. The rest is divided so that each link is in one group, the surest first.

    Args:
        links: The accepted pairs.
        belongs: What a clause belongs to.
        near: Whether the words of a pair are nearly the same.
    """
    alone = [link for link in links if link.twin or near(link)]
    met = {end for link in alone for end in (link.left, link.right)}
    held = {id(link) for link in alone}
    loose = [link for link in links if id(link) not in held and not (link.left in met and link.right in met)]
    return (*((link,) for link in alone), *_stars(loose, belongs))


def _stars(links: Sequence[Link], belongs: Belongs) -> tuple[tuple[Link, ...], ...]:
    """Each link beside the others of the end that has more of them, so that few rows repeat a clause."""
    around: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        around[link.left].append(link)
        around[link.right].append(link)
    groups: list[tuple[Link, ...]] = []
    done: set[int] = set()
    for link in sorted(links, key=lambda one: _first(one, around)):
        if id(link) in done:
            continue
        middle = max((link.left, link.right), key=lambda end: (sum(id(one) not in done for one in around[end]), end))
        free = sorted((one for one in around[middle] if id(one) not in done), key=lambda one: _first(one, around))
        done.update(id(one) for one in free)
        for share in _shares(free, middle, belongs):
            groups.extend(_alike(share))
    return tuple(groups)


def _alike(links: Sequence[Link]) -> Iterable[tuple[Link, ...]]:
    """Links of one clause, the surest first, cut where they grow much less sure or too many."""
    group: list[Link] = []
    for link in links:
        if group and (len(group) == MOST_IN_GROUP or group[0].confidence - link.confidence > MOST_APART):
            yield tuple(group)
            group = []
        group.append(link)
    if group:
        yield tuple(group)


def _first(link: Link, around: Mapping[str, Sequence[Link]]) -> tuple[int, float, list[str]]:
    """A key that puts links of much linked clauses first, then surer ones; it is the same with the sides changed."""
    ends = sorted((link.left, link.right))
    return -max(len(around[end]) for end in ends), -link.confidence, ends


def _shares(links: Iterable[Link], middle: str, belongs: Belongs) -> Iterable[list[Link]]:
    """The links of a clause by what their other ends belong to."""
    found: dict[Hashable, list[Link]] = defaultdict(list)
    for link in links:
        found[belongs(link.right if link.left == middle else link.left)].append(link)
    return found.values()
