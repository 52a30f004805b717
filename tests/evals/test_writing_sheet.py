"""A blind reading: the sheet names no way, the key is apart, and the marks are joined and counted as they should be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from drafting.lexicon import Lexicon
from drafting.prompting import parse
from evals.drafts_run import LEARNED, PROMPTS
from evals.errors import EvalError
from evals.mutations.sources import founding_ground
from evals.writing_cases import load_writing
from evals.writing_marks import CRITERIA, KEY, SHEET, Key, load_reading
from evals.writing_read import ALL, SHOWABLE, count, weighted_kappa
from evals.writing_sheet import chosen, draw, main
from tests.drafting.generators import Scripted, Slow

GOOD, UNFINISHED, MARKUP = "建立台账。", "建立台账，并", "**建立**台账#。"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return founding_ground().lexicon


@pytest.fixture
def folder(tmp_path: Path, lexicon: Lexicon) -> Path:
    ways = {PROMPTS: Scripted(UNFINISHED, MARKUP), LEARNED: Scripted(GOOD)}
    assert draw(ways, chosen(12, 7), tmp_path / "sheet", 7, lexicon) == 12
    return tmp_path / "sheet"


def key_of(folder: Path) -> Key:
    return Key.model_validate_json((folder / KEY).read_text(encoding="utf-8"))


def mark(folder: Path, by_way: Mapping[str, int], name: str = "marks.jsonl", turned: tuple[int, ...] = ()) -> None:
    """Marks that follow from the way alone; ``turned`` outputs get the other end of the scale."""
    lines = []
    for number, output in key_of(folder).outputs.items():
        given = by_way[output.way] if number not in turned else 2 - by_way[output.way]
        marks = {name: given for name, most in CRITERIA.items() if most == 2}
        lines.append(json.dumps({"number": number, **marks, "fit": given == 2, "note": "读过"}, ensure_ascii=False))
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_sixty_outputs_are_spread_over_the_tasks_and_held_out() -> None:
    cases = chosen(60, 7)
    assert Counter(case.task for case in cases) == {"gist": 12, "narrative": 10, "difference": 4, "title": 4}
    assert {case.part for case in cases} == {"held_out"} and len(set(map(id, cases))) == 30
    held = {tuple(case.values.values()) for task in ("gist", "title") for case in load_writing(task)}
    assert all(tuple(case.values.values()) in held for case in cases if case.task in ("gist", "title"))


def test_a_seed_chooses_the_same_cases_and_another_others() -> None:
    assert chosen(60, 7) == chosen(60, 7) != chosen(60, 8)


@pytest.mark.parametrize("outputs", [0, 7, 62, -2])
def test_what_cannot_be_drawn_is_named(outputs: int) -> None:
    with pytest.raises(EvalError, match="Give an even number up to 60"):
        chosen(outputs, 7)


def test_the_sheet_names_no_way_and_shows_each_case_twice(folder: Path) -> None:
    lines = [json.loads(line) for line in (folder / SHEET).read_text(encoding="utf-8").splitlines()]
    assert [line["number"] for line in lines] == list(range(1, 13))
    assert all(set(line) == {"number", "task", "values", "text"} for line in lines)
    assert set(Counter(json.dumps(line["values"], ensure_ascii=False) for line in lines).values()) == {2}
    assert not any(way in (folder / SHEET).read_text(encoding="utf-8") for way in (PROMPTS, LEARNED, "scripted"))


def test_the_order_is_shuffled_and_the_key_knows_it(folder: Path) -> None:
    outputs = key_of(folder).outputs
    ways = [outputs[number].way for number in sorted(outputs)]
    assert ways != sorted(ways) and ways != sorted(ways, reverse=True)
    assert Counter((output.way, output.case) for output in outputs.values()) == {
        (way, case): 1 for way in (PROMPTS, LEARNED) for case in range(6)
    }


def test_a_refused_draft_is_shown_as_it_was_written(folder: Path) -> None:
    texts = [json.loads(line)["text"] for line in (folder / SHEET).read_text(encoding="utf-8").splitlines()]
    assert not hasattr(parse("gist", UNFINISHED), "text") and not hasattr(parse("gist", MARKUP), "text")
    by_way = {way: set[str]() for way in (PROMPTS, LEARNED)}
    for number, output in key_of(folder).outputs.items():
        by_way[output.way].add(texts[number - 1])
    assert by_way == {PROMPTS: {UNFINISHED, MARKUP}, LEARNED: {GOOD}}
    assert not any(output.accepted for output in key_of(folder).outputs.values() if output.way == PROMPTS)


def test_what_was_written_until_it_failed_is_shown(tmp_path: Path, lexicon: Lexicon) -> None:
    draw({PROMPTS: Slow()}, chosen(2, 7), tmp_path, 7, lexicon)
    assert json.loads((tmp_path / SHEET).read_text(encoding="utf-8"))["text"] == "实现"


def test_a_sheet_is_not_drawn_over_another(folder: Path, lexicon: Lexicon) -> None:
    with pytest.raises(EvalError, match="there is a sheet already"):
        draw({LEARNED: Scripted(GOOD)}, chosen(2, 7), folder, 7, lexicon)


def test_without_a_generator_nothing_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        "draw",
        "--out",
        str(tmp_path / "out"),
        "--models",
        str(tmp_path),
        "--prompted",
        "none",
        "--adapter",
        "none",
    ]
    assert main(asked) == 1
    assert "generator none" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_marks_are_counted_by_way_and_paired(folder: Path) -> None:
    mark(folder, {PROMPTS: 1, LEARNED: 2})
    result = count(load_reading(folder))
    assert (result.means[ALL, PROMPTS, "faithful"].value, result.means[ALL, LEARNED, "faithful"].value) == (1.0, 2.0)
    assert result.means["gist", LEARNED, "fit"].value == 1.0
    assert result.means["gist", LEARNED, "fit"].n == sum(case.task == "gist" for case in chosen(12, 7))
    ahead = result.differences[ALL, "reads"]
    assert (ahead.value, ahead.low, ahead.high, ahead.n) == (1.0, 1.0, 1.0, 6)
    assert result.agreement == {} and (SHOWABLE, PROMPTS, "fit") not in result.means


def test_a_difference_is_taken_case_by_case(folder: Path) -> None:
    turned = next(number for number, output in key_of(folder).outputs.items() if output.way == LEARNED)
    mark(folder, {PROMPTS: 0, LEARNED: 2}, turned=(turned,))
    assert count(load_reading(folder)).differences[ALL, "whole"].value == pytest.approx(5 * 2 / 6)


def test_two_readers_are_averaged_and_compared(folder: Path) -> None:
    mark(folder, {PROMPTS: 0, LEARNED: 2})
    mark(folder, {PROMPTS: 0, LEARNED: 2}, "marks-2.jsonl", turned=(1, 2, 3))
    result = count(load_reading(folder))
    alike, kappa = result.agreement["marks", "marks-2", "faithful"]
    assert alike.value == 0.75 and kappa is not None and 0.4 < kappa < 0.6
    first = key_of(folder).outputs[1]
    assert load_reading(folder).mark(1, "reads") == 1.0 and first.way in (PROMPTS, LEARNED)
    assert len(result.to_json()["agreement"]) == len(CRITERIA)


@pytest.mark.parametrize(
    ("ours", "theirs", "kappa"),
    [
        ([0, 1, 2], [0, 1, 2], 1.0),
        ([0, 2], [2, 0], -1.0),
        ([2, 2, 2], [2, 2, 2], None),
        ([0, 1, 2, 2], [0, 1, 2, 1], 0.8),
    ],
)
def test_kappa_is_cohens_with_quadratic_weights(ours: list[float], theirs: list[float], kappa: float | None) -> None:
    found = weighted_kappa(ours, theirs, 2)
    assert found == (None if kappa is None else pytest.approx(kappa))


def test_count_prints_tables_and_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark(folder, {PROMPTS: 1, LEARNED: 2})
    assert main(["count", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "Marks of a blind reading" in shown and f"{LEARNED} less {PROMPTS}" in shown
    assert main(["count", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["reading"]
    assert told["means"][ALL][LEARNED]["fit"]["value"] == 1.0 and told["differences"][ALL]["fit"]["n"] == 6


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: text.replace('"faithful": 2', '"faithful": 3', 1), "faithful"),
        (lambda text: text + text.splitlines()[0] + "\n", "an output is marked twice"),
        (lambda text: "\n".join(text.splitlines()[1:]), "the outputs 1 have no marks"),
        (lambda text: "", "have no marks"),
    ],
)
def test_damaged_marks_are_named(folder: Path, damage: object, told: str) -> None:
    mark(folder, {PROMPTS: 2, LEARNED: 2})
    path = folder / "marks.jsonl"
    assert callable(damage)
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(EvalError, match=told):
        load_reading(folder)


def test_another_sheet_than_the_keys_is_named(folder: Path) -> None:
    mark(folder, {PROMPTS: 2, LEARNED: 2})
    sheet = (folder / SHEET).read_text(encoding="utf-8")
    (folder / SHEET).write_text(sheet.replace("台账", "账", 1), encoding="utf-8")
    with pytest.raises(EvalError, match="it is not the sheet that the key was made with"):
        load_reading(folder)


def test_without_marks_there_is_nothing_to_count(folder: Path) -> None:
    with pytest.raises(EvalError, match="nobody has marked the sheet"):
        load_reading(folder)
    with pytest.raises(EvalError, match="there is no such file"):
        load_reading(folder / "elsewhere")


def test_the_rubric_tells_of_every_criterion_and_its_line_of_marks_is_read() -> None:
    rubric = files("evals").joinpath("writing", "RUBRIC.md").read_text(encoding="utf-8")
    assert [name for name in CRITERIA if f"`{name}`" not in rubric] == []
    assert [task for task in ("gist", "narrative", "difference", "title") if f"`{task}`\n" not in rubric] == []
    line = next(line for line in rubric.splitlines() if '"number"' in line).strip().strip("`")
    assert set(json.loads(line)) == {"number", *CRITERIA, "note"}
