"""The examples' card holds the present figures, and the figures are those of the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from training.describe import BEGIN, CARD, END, described, figures, main, repeats, trades
from training.example import EXAMPLES, Example, TrainingError, load_examples


def example(source: str, predicate: str, target: str) -> Example:
    values = {"lead": "应", "predicate": predicate}
    return Example(task="gist", origin="invented", source=source, kind="plain", values=values, target=target)


SOME = {
    "one.jsonl": (
        example("青岚省乳品导则", "建立设备台账", "建立设备台账。"),
        example("青岚省乳品导则", "通过平台，建立设备台账", "建立设备台账。"),
    )
}


def test_the_card_holds_the_present_figures() -> None:
    card = (EXAMPLES / CARD).read_text(encoding="utf-8")
    assert described(card, load_examples()) == card, "Run `python -m training.describe`."


def test_the_card_tells_of_every_file() -> None:
    told = (EXAMPLES / CARD).read_text(encoding="utf-8")
    assert [path.name for path in EXAMPLES.glob("*.jsonl") if f"`{path.name}`" not in told] == []
    words = told.partition("## How each part was made")[2]
    assert [path.stem for path in EXAMPLES.glob("*.jsonl") if not re.search(rf"[`*]{path.stem}[`*]", words)] == []


def test_the_figures_are_counted() -> None:
    told = figures(SOME)
    assert "| `one.jsonl` | gist | 2 | 0 | 2 | 1 |" in told
    assert "| gist | 2 | 0 | 2 | 1 | 10 (7–12) | 7 (7–7) | 1 (50 %) | 10 |" in told
    assert "| gist | plain 2 |" in told
    assert "10 different characters" in told and "at least 1 trades" in told


def test_a_target_repeats_what_is_given_where_its_letters_do() -> None:
    assert [repeats(one) for one in SOME["one.jsonl"]] == [True, False]


def test_a_trade_is_counted_once_whatever_it_is_called() -> None:
    named = [example("北屿乳业", "清洗管路", "清洗管路。"), example("临溪乳品", "清洗储奶罐", "清洗储奶罐。")]
    assert trades(named) == {"乳品"}


def test_a_card_is_written_anew_between_its_marks_alone(tmp_path: Path) -> None:
    lines = "".join(one.model_dump_json() + "\n" for one in SOME["one.jsonl"])
    (tmp_path / "one.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / CARD).write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    assert main(tmp_path) == 0
    assert (tmp_path / CARD).read_text(encoding="utf-8") == f"before\n{BEGIN}\n\n{figures(SOME)}\n\n{END}\nafter\n"


def test_a_card_without_a_place_for_figures_is_named() -> None:
    with pytest.raises(TrainingError, match="it has no place for figures"):
        described("a card", SOME)
