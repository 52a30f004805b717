"""A sample is the same each time, a third of the set, and holds every kind in proportion."""

from __future__ import annotations

from collections import Counter

from evals.question import Question, load_questions
from evals.sampling import EVERY, every_third


def _questions(kinds: dict[str, int]) -> list[Question]:
    names = [(kind, number) for kind, count in kinds.items() for number in range(count)]
    return [
        Question.model_validate({"id": f"{kind}-{n}", "question": "问", "kind": kind, "status": "answered"})
        for kind, n in names
    ]


def test_each_kind_gives_a_third() -> None:
    questions = _questions({"lookup": 9, "count": 6, "list": 3})
    taken = every_third(questions)
    assert Counter(one.kind for one in taken) == {"lookup": 3, "count": 2, "list": 1}
    assert taken == every_third(questions) != every_third(questions, seed=1)
    assert [one.id for one in taken] == [one.id for one in questions if one in taken]


def test_a_real_set_gives_a_third() -> None:
    questions = load_questions("dev").questions
    assert abs(len(every_third(questions)) - len(questions) / EVERY) < 1
