"""The desk where the model writes: what is missing is looked for again, what is there is opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.web.asking.writing_desk import WritingDesk
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
