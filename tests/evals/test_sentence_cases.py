"""The verifier's cases as a file: what is no case is named with its line."""

from __future__ import annotations

import pytest

from evals.errors import EvalError
from evals.sentence_cases import HALVES, load_cases, parse_cases

LINE = '{"cited": ["a/1"], "sentence": "应联网。", "fault": "force"}'


def test_a_line_is_a_case() -> None:
    (case,) = parse_cases("seen", LINE)
    assert (case.sentence, case.cited, case.fault, case.good) == ("应联网。", ("a/1",), "force", False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LINE.replace("fault", "flaw"), "line 1: fault"),
        (f"{LINE}\n{LINE}", "line 2: it stands twice"),
        (f"{LINE}\nnothing", "line 2"),
    ],
)
def test_what_is_no_case_is_named(text: str, told: str) -> None:
    with pytest.raises(EvalError, match=told):
        parse_cases("seen", text)


@pytest.mark.parametrize("half", HALVES)
def test_both_halves_come_with_the_product(half: str) -> None:
    cases = load_cases("seen" if half == "seen" else "held_out")
    assert sum(case.good for case in cases) >= 40 and sum(not case.good for case in cases) >= 80
