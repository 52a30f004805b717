from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clause import Clause, Force, Provision
from kg.ladders.changing import change_of, plausible
from kg.ladders.ladder import Change
from kg.variants.difference import Difference, ForceChange, NameChange, Relation, Words
from tests.kg.variants.rows_of import clause

PLAIN = "建立设备台账并开展点检。"


def asking(name: str, *forces: Force) -> Clause:
    sentences = tuple(Provision(at, at + 1, force) for at, force in enumerate(forces))
    return replace(clause(f"one/{name}", PLAIN), forces=tuple(dict.fromkeys(forces)), provisions=sentences)


def words(name: str, text: str = "设备") -> Words:
    return Words(f"one/{name}", 0, len(text), text)


def force(left: Force, right: Force) -> ForceChange:
    return ForceChange(left, right, words("low", "应"), words("high", "宜"))


def names(count: int, side: str, *, asked: bool = True) -> tuple[NameChange, ...]:
    return tuple(NameChange("object", f"物{number}", words(side), asked) for number in range(count))


def change(difference: Difference, lower: Clause, upper: Clause) -> tuple[Change, tuple[Change, ...]]:
    return change_of(plausible(difference, (lower,), (upper,)), (lower,), (upper,))


SHALL, SHOULD, NONE = asking("low", "shall"), asking("high", "should"), asking("high", "none")


def test_a_stronger_word_is_raised_and_goes_before_what_is_widened() -> None:
    difference = Difference("weaker", (force("should", "shall"),), added=names(1, "high"))
    assert change(difference, asking("low", "should"), asking("high", "shall")) == ("raised", ("widened",))


def test_a_weaker_word_is_shown_as_printed() -> None:
    assert change(Difference("similar", (force("shall", "should"),)), SHALL, SHOULD) == ("relaxed", ())


def test_an_item_that_lost_its_word_is_relaxed_and_a_sentence_of_it_is_not() -> None:
    lost = Difference("similar", (force("shall", "none"),))
    assert change(lost, SHALL, NONE) == ("relaxed", ())
    assert change(lost, SHALL, asking("high", "shall", "none")) == ("same", ())


def test_a_sentence_without_a_word_is_not_raised() -> None:
    assert change(Difference("similar", (force("none", "shall"),)), NONE, SHALL) == ("same", ())


def test_what_may_be_the_demand_that_stood_already_is_not_raised() -> None:
    difference = Difference("similar", (force("should", "shall"),))
    mixed = asking("low", "shall", "should")
    assert change(difference, mixed, asking("high", "shall")) == ("same", ())
    assert change(difference, mixed, asking("high", "shall", "shall")) == ("raised", ())


def test_a_stronger_word_alone_widens_nothing() -> None:
    difference = Difference("weaker", (force("should", "shall"),))
    assert change(difference, asking("low", "should"), asking("high", "shall")) == ("raised", ())


def test_nothing_is_relaxed_where_the_lower_item_has_the_weaker_word_too() -> None:
    difference = Difference("similar", (force("shall", "should"),))
    assert plausible(difference, (asking("low", "shall", "should"),), (SHOULD,)).forces == ()


def test_nothing_is_relaxed_where_the_lower_item_is_hardly_answered() -> None:
    difference = Difference("overlaps", (force("shall", "should"),), left_only=(words("low", PLAIN),))
    assert change(difference, SHALL, SHOULD) == ("changed", ())


@pytest.mark.parametrize(
    ("relation", "added", "dropped", "left_only", "found"),
    [
        ("equal", 0, 0, "", "same"),
        ("similar", 0, 0, "", "same"),
        ("similar", 0, 0, "设备台账", "changed"),
        ("weaker", 1, 1, "设备", "widened"),
        ("overlaps", 1, 0, "设备", "widened"),
        ("overlaps", 3, 1, "设备", "widened"),
        ("overlaps", 3, 1, "建立设备台账并开展", "changed"),
        ("overlaps", 1, 2, "设备", "changed"),
        ("stronger", 0, 1, "设备", "changed"),
    ],
)
def test_what_is_asked_is_the_same_wider_or_other(
    relation: Relation, added: int, dropped: int, left_only: str, found: Change
) -> None:
    apart = (words("low", left_only),) if left_only else ()
    difference = Difference(relation, (), (), names(added, "high"), names(dropped, "low"), apart)
    assert change(difference, SHALL, asking("high", "shall")) == (found, ())


def test_what_a_demand_only_rests_on_does_not_count() -> None:
    difference = Difference("similar", added=names(2, "high", asked=False), dropped=names(1, "low", asked=False))
    assert change(difference, SHALL, asking("high", "shall")) == ("same", ())
