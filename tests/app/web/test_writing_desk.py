"""The desk where the model writes: what is missing is looked for again, what is there is opened once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.web.asking.writing_desk import Counted, WritingDesk
from drafting.bundled_model import Generators
from drafting.generator import DraftingError, Missing, Silent

MISSING = Missing("bundled", "llama-cpp-python", "it is not installed", "Install it")


class Shop:
    """Gives one generator after another."""

    def __init__(self, *stock: Generators) -> None:
        self.stock = list(stock)
        self.asked = 0

    def __call__(self, name: str, models: Path) -> Generators:
        self.asked += 1
        return self.stock.pop(0)


def test_a_model_installed_while_the_app_runs_is_found() -> None:
    shop = Shop(MISSING, MISSING, Silent())
    desk = WritingDesk("bundled", Path("models"), shop)
    assert [desk.generator() for _ in range(4)] == [MISSING, MISSING, Silent(), Silent()]
    assert shop.asked == 3
    desk.close()


def test_a_closed_desk_takes_no_more_work() -> None:
    desk = WritingDesk("none", Path("models"), Shop(Silent()))
    desk.close()
    with pytest.raises(DraftingError, match="closed"):
        desk.generator()


def test_an_unknown_generator_is_said() -> None:
    desk = WritingDesk("nonsense", Path("models"))
    with pytest.raises(DraftingError, match="nonsense"):
        desk.generator()
    desk.close()


class Typist:
    """A generator that writes a few pieces."""

    name, learned = "typist", False

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        yield from ("应", "联网")


def test_what_is_drafted_is_counted_piece_by_piece() -> None:
    counted = Counted(Typist())
    pieces = counted.generate("x", max_tokens=5, stop=(), deadline_s=1.0)
    assert next(pieces) == "应" and counted.characters == 1
    assert "".join(pieces) == "联网" and counted.characters == 3
    assert (counted.name, counted.learned, counted.ready()) == ("typist", False, True)
