from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.variants.grouping import MOST_IN_GROUP, grouped
from kg.variants.link import Link
from tests.kg.variants.rows_of import link

ENDS = st.integers(0, 6)
LINKS = st.dictionaries(st.tuples(ENDS, ENDS), st.floats(0.1, 0.99), max_size=30).map(
    lambda found: [link(f"a/{one}", f"b/{other}", sure) for (one, other), sure in found.items()]
)


def pairs(groups: tuple[tuple[Link, ...], ...]) -> list[set[tuple[str, str]]]:
    return [{(one.left, one.right) for one in group} for group in groups]


def together(clause: str) -> None:
    """All clauses belong to one whole."""


def different(link: Link) -> bool:
    """No two clauses say nearly the same words."""
    return False


def parity(clause: str) -> bool:
    return int(clause[-1]) % 2 == 0


def ends_of(group: tuple[Link, ...]) -> tuple[set[str], set[str]]:
    return {one.left for one in group}, {one.right for one in group}


def test_twins_stand_by_themselves_and_take_no_weaker_pair_along() -> None:
    twin, weak = link("a/1", "b/1", 1), link("a/1", "b/2", 0.6)
    other = link("a/2", "b/2", 1)
    assert pairs(grouped([weak, twin, other], together, different)) == [{("a/1", "b/1")}, {("a/2", "b/2")}]


def test_near_twins_stand_by_themselves_too() -> None:
    links = [link("a/1", "b/1", 0.95), link("a/1", "b/2", 0.95), link("a/1", "b/3", 0.94)]
    found = grouped(links, together, lambda one: one.right == "b/2")
    assert pairs(found) == [{("a/1", "b/2")}, {("a/1", "b/1"), ("a/1", "b/3")}]


def test_a_pair_with_a_twins_clause_stays_where_the_other_end_has_none() -> None:
    twin, only = link("a/1", "b/1", 1), link("a/2", "b/1", 0.6)
    assert pairs(grouped([twin, only], together, different)) == [{("a/1", "b/1")}, {("a/2", "b/1")}]


def test_a_clause_stands_beside_all_that_correspond_to_it() -> None:
    links = [link("a/1", "b/1", 0.9), link("a/1", "b/2", 0.8), link("a/2", "b/3", 0.7)]
    assert pairs(grouped(links, together, different)) == [{("a/1", "b/1"), ("a/1", "b/2")}, {("a/2", "b/3")}]


def test_what_is_much_less_sure_stands_in_a_row_of_its_own() -> None:
    links = [link("a/1", "b/1", 0.95), link("a/1", "b/2", 0.8), link("a/1", "b/3", 0.6)]
    assert pairs(grouped(links, together, different)) == [{("a/1", "b/1"), ("a/1", "b/2")}, {("a/1", "b/3")}]


@given(LINKS)
def test_every_link_is_in_one_group_around_one_clause(links: list[Link]) -> None:
    groups = grouped(links, parity, different)
    assert sorted((one.left, one.right) for group in groups for one in group) == sorted(
        (one.left, one.right) for one in links
    )
    for group in groups:
        assert min(len(ends) for ends in ends_of(group)) == 1
        assert len(group) <= MOST_IN_GROUP
        assert max(len({parity(end) for end in ends}) for ends in ends_of(group)) == 1


@given(LINKS)
def test_changing_sides_changes_the_sides_of_the_rows_and_nothing_else(links: list[Link]) -> None:
    turned = [link(one.right, one.left, one.confidence) for one in links]
    there = {frozenset((one.left, one.right) for one in group) for group in grouped(links, parity, different)}
    assert {frozenset((one.right, one.left) for one in group) for group in grouped(turned, parity, different)} == there
