from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.errors import GraphError
from kg.ladders.ladder import Step
from tests.kg.ladders.small import ladders


def told(step: Step) -> list[tuple[str, list[str], list[str]]]:
    return [(one.change, short(one.lower), short(one.upper)) for one in step.changes]


def short(ids: tuple[str, ...]) -> list[str]:
    return [one.removeprefix("one/") for one in ids]


def test_every_subdomain_has_a_ladder_with_a_cell_for_each_tier() -> None:
    found = ladders().ladders("one")
    assert [(one.number, one.name, one.domain) for one in found] == [
        ("19", "设备运维", "生产"),
        ("21", "能源管控", "生产"),
        ("", "客户关怀", "生产"),
    ]
    assert [[cell.required for cell in one.cells] for one in found] == [
        [True] * 3,
        [True, False, True],
        [False, True, True],
    ]
    assert all([(step.lower, step.upper) for step in one.steps] == [("low", "high"), ("high", "top")] for one in found)


def test_a_step_tells_what_is_new_raised_relaxed_and_not_restated() -> None:
    first, second = ladders().ladders("one")[0].steps
    assert told(first) == [
        ("raised", ["19/low/b"], ["19/high/a"]),
        ("new", [], ["19/high/b"]),
        ("not_restated", ["19/low/a"], []),
    ]
    assert told(second) == [("relaxed", ["19/high/b"], ["19/top"]), ("not_restated", ["19/high/a"], [])]
    assert first.changes[0].difference is not None and first.changes[0].confidence == 0.98


def test_a_cell_that_asks_nothing_is_passed_over() -> None:
    first, second = ladders().ladders("one")[1].steps
    assert (first.compared_with, told(first)) == ("low", [("not_restated", ["21/low"], [])])
    assert (second.compared_with, told(second)) == ("low", [("same", ["21/low"], ["21/top"])])


def test_all_is_new_where_no_lower_tier_asks_anything() -> None:
    first, second = ladders().ladders("one")[2].steps
    assert (first.compared_with, told(first)) == (None, [("new", [], ["c/high"])])
    assert told(second) == [("same", ["c/high"], ["c/top"])]  # a missing word is not raised by one that is printed


def test_a_step_over_several_tiers_compares_them_directly() -> None:
    (step,) = ladders().between("one", "low", "top")[0].steps
    assert told(step) == [
        ("new", [], ["19/top"]),
        ("not_restated", ["19/low/a"], []),
        ("not_restated", ["19/low/b"], []),
    ]
    assert ladders().step("one", 19, "low", "top") == step == ladders().step("one", "设备运维", "low", "top")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (lambda: ladders().ladders("three"), "document three: it is not here. Choose one of one, two."),
        (lambda: ladders().ladders("two"), "no tier of it asks anything. Choose one of one."),
        (
            lambda: ladders().between("one", "low", "best"),
            "tier best: there is none of this name here. Choose one of low",
        ),
        (lambda: ladders().between("one", "top", "low"), "step top → low: it does not lead up."),
        (lambda: ladders().step("one", 99, "low", "top"), "subdomain 99: one has none of this number or name."),
    ],
)
def test_what_is_not_there_is_one_clear_error(asked: Callable[[], object], message: str) -> None:
    with pytest.raises(GraphError) as error:
        asked()
    assert message in str(error.value)
