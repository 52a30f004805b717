from __future__ import annotations

import pytest

from corpus.clause import Clause
from kg.variants.stored import StoredPairs
from tests.kg.variants.rows_of import Aligned, clause, link

LEFT = (
    clause("one/1", "应采用MES管理生产。"),
    clause("one/2", "应建设能源管理系统。"),
    clause("one/t", "标题", kind="heading"),
)
RIGHT = (clause("two/1", "应采用MES管理生产。"), clause("two/2", "鼓励节约用能。"))
KEPT = (link("one/2", "two/2", 0.7), link("one/1", "two/2", 0.6), link("one/1", "two/1", 1))
NEAR = (link("one/1", "two/1", 0.25),)
ANEW = Aligned(link("one/1", "two/2", 0.9))


@pytest.fixture
def pairs() -> StoredPairs:
    return StoredPairs((*LEFT, *RIGHT), lambda: KEPT, lambda: NEAR, lambda: ANEW)


def ends(pairs: StoredPairs, *sides: tuple[Clause, ...]) -> list[tuple[str, str]]:
    return [(one.left, one.right) for one in pairs.align(sides[0], sides[1])]


def test_whole_documents_are_aligned_as_they_were_built_either_way_round(pairs: StoredPairs) -> None:
    assert ends(pairs, LEFT[:2], RIGHT) == [("one/1", "two/1"), ("one/1", "two/2"), ("one/2", "two/2")]
    assert ends(pairs, RIGHT, LEFT) == [("two/1", "one/1"), ("two/2", "one/2"), ("two/2", "one/1")]


def test_a_part_of_a_document_is_aligned_anew(pairs: StoredPairs) -> None:
    assert ends(pairs, LEFT[:1], RIGHT) == [("one/1", "two/2")]
    assert ends(pairs, LEFT, RIGHT[1:]) == [("one/1", "two/2")]


def test_what_comes_nearest_was_found_by_the_build_too(pairs: StoredPairs) -> None:
    assert pairs.nearest(LEFT[:2], RIGHT, ()) == NEAR
    assert [(one.left, one.right, one.confidence) for one in pairs.nearest(RIGHT, LEFT[:2], ())] == [
        ("two/1", "one/1", 0.25)
    ]
    assert [(one.left, one.right, one.confidence) for one in pairs.nearest(LEFT[1:2], RIGHT, ())] == [
        ("one/2", "two/1", 0.3)
    ]


def test_documents_that_the_build_left_out_are_aligned_anew() -> None:
    pairs = StoredPairs((*LEFT, *RIGHT), lambda: KEPT, lambda: NEAR, lambda: ANEW, lambda left, right: False)
    assert ends(pairs, LEFT[:2], RIGHT) == [("one/1", "two/2")]
