"""Dialogues are read strictly, judged point by point, and measured beside their turns asked alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evals.conversation_run import run
from evals.dialogue import Expected, load_dialogues, parse_dialogues, require_clauses, wrong_points
from evals.errors import EvalError
from tests.evals.fake_system import CLAUSES, FakeWorkspace, Talker, answer

FRAME: dict[str, Any] = {
    "tiers": [], "tracks": [], "documents": ["small"], "subdomains": [], "systems": [], "technologies": [],
    "forces": [], "intent": "lookup", "language": "zh",
}  # fmt: skip


def line(name: str, half: str, *cites: str) -> str:
    turns = [
        {"question": "一" if number == 0 else "二", "expect": {"cites": [one]}} for number, one in enumerate(cites)
    ]
    return json.dumps({"id": name, "half": half, "turns": turns}, ensure_ascii=False)


def found(number: int, **frame: object) -> dict[str, Any]:
    return {**answer("answered", "", CLAUSES[number]), "frame": {**FRAME, **frame}}


def test_turns_are_counted_by_half_beside_the_same_questions_alone() -> None:
    dialogues = parse_dialogues(
        "\n".join([line("a", "dev", "small/1", "small/2"), line("b", "held", "small/1", "small/1")])
    )
    talker = Talker({"一": found(1), "一/二": found(2)})
    workspace = FakeWorkspace({"一": found(1), "二": found(1)}, conversing=talker)
    shown = run(workspace, dialogues).to_json()
    assert shown["halves"]["dev"]["later_turns"]["value"] == 1.0
    assert shown["halves"]["dev"]["later_turns_alone"]["value"] == 0.0
    assert shown["halves"]["held"]["later_turns"] == {**shown["halves"]["held"]["later_turns"], "value": 0.0, "n": 1}
    assert shown["halves"]["held"]["dialogues_alone"]["value"] == 1.0
    assert shown["wrong"] == []  # the half that is held out is not told turn by turn
    assert workspace.generators == ["none"] * 4


def test_the_table_names_both_halves() -> None:
    dialogues = parse_dialogues(line("a", "dev", "small/1", "small/2"))
    workspace = FakeWorkspace({"一": found(1), "二": found(1)}, conversing=Talker({"一": found(1), "一/二": found(1)}))
    result = run(workspace, dialogues)
    (table,) = result.tables()
    assert [row[0] for row in table.rows] == ["dev", "held"]
    assert result.complete
    assert result.to_json()["wrong"] == [{"dialogue": "a", "turn": 2, "points": ["citation"]}]


@pytest.mark.parametrize(
    ("expected", "wrong"),
    [
        (Expected(documents=("small",), intent="lookup", language="zh", status="answered"), ()),
        (Expected(tiers=("future-factory",)), ("tiers",)),
        (Expected(intent="count", language="en"), ("intent", "language")),
        (Expected(status="refused", reason="injection"), ("status", "reason")),
        (Expected(result={"kind": "count", "value": 2}), ("result",)),
        (Expected(cites=("small/1", "small/2")), ("citation",)),
    ],
)
def test_each_point_is_judged(expected: Expected, wrong: tuple[str, ...]) -> None:
    assert wrong_points(expected, found(1)) == wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "id"),
        (line("a", "dev", "small/1"), "turns"),
        (line("a", "middle", "small/1", "small/1"), "half"),
        ("\n".join([line("a", "dev", "small/1", "small/1")] * 2), "stands twice"),
    ],
)
def test_a_line_that_is_no_dialogue_is_named(text: str, message: str) -> None:
    with pytest.raises(EvalError, match=message):
        parse_dialogues(text)


def test_an_expectation_that_no_answer_can_meet_is_an_error() -> None:
    dialogues = parse_dialogues(line("a", "dev", "small/1", "small/9")).dialogues
    with pytest.raises(EvalError, match="small/9"):
        require_clauses(dialogues, [clause.id for clause in CLAUSES])


def test_of_the_dialogues_that_come_with_the_product_many_are_held_out() -> None:
    halves = [one.half for one in load_dialogues().dialogues]
    assert len(halves) >= 40 and halves.count("held") >= 20
    assert all(2 <= len(one.turns) <= 4 for one in load_dialogues().dialogues)
