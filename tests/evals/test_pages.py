"""People at once, by people who only remember: what one sees of another is counted."""

from __future__ import annotations

from itertools import product
from urllib.parse import quote

from evals.pages.crowd import SUBJECTS, TIERS, gather, question_of


class Recalled:
    """A person whose page shows what was asked of it, or what somebody else asked last."""

    last = ""

    def __init__(self, *, leaking: bool = False) -> None:
        self._leaking = leaking
        self._asked = ""

    def open(self, address: str) -> None:
        self._where = address

    def ask(self, question: str) -> None:
        self._asked = Recalled.last = question

    def wait_for_answer(self, question: str) -> None:
        assert question == self._asked

    def read(self) -> tuple[str, str]:
        seen = Recalled.last if self._leaking else self._asked
        return seen, f"问：{seen}"

    @property
    def address(self) -> str:
        return f"{self._where}/?q={quote(self._asked)}"


def test_nobody_asks_what_another_asks() -> None:
    asked = [question_of(*one) for one in product(range(len(SUBJECTS)), range(len(TIERS)))]
    assert len(set(asked)) == len(asked)


def test_those_who_see_their_own_mix_nothing_up() -> None:
    crowd = gather([Recalled() for _ in range(4)], "somewhere", 3)
    assert (crowd.people, crowd.questions, crowd.mixed) == (4, 12, ())


def test_what_is_seen_of_another_is_counted() -> None:
    crowd = gather([Recalled(leaking=True), Recalled()], "somewhere", 1)
    assert crowd.mixed == (
        f"asked {question_of(0, 0)!r}, shown {question_of(1, 0)!r}",
        f"asked {question_of(0, 0)!r}, shown {question_of(1, 0)!r} of somebody else",
    )
