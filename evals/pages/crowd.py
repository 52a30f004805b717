"""Several people at once: each asks in a conversation of their own, and must see only their own."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

SUBJECTS = (
    "设备运维",
    "质量管控",
    "仓储配送",
    "能源监测",
    "安全管控",
    "计划排程",
    "产品研发设计",
    "供应链管理",
    "产品营销",
    "数字基础设施",
)
TIERS = ("数字化车间", "智能工厂", "未来工厂")


class Person(Protocol):
    """What a person can do at the page 问答; :class:`evals.pages.browsing.Visitor` can."""

    def open(self, address: str) -> None: ...
    def ask(self, question: str) -> None: ...
    def wait_for_answer(self, question: str) -> None: ...
    def read(self) -> tuple[str, str]: ...
    @property
    def address(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Crowd:
    """What came of several people at once.

    Attributes:
        people: How many there were.
        questions: How many questions they asked together.
        mixed: What somebody saw that was not theirs, a sentence each.
        slowest_ms: The longest that all waited until everybody had an answer.
    """

    people: int
    questions: int
    mixed: tuple[str, ...]
    slowest_ms: float


def question_of(person: int, number: int) -> str:
    """The question that a person asks in a round; no other person ever asks it."""
    return f"{TIERS[number % len(TIERS)]}对{SUBJECTS[person]}有什么要求"


def gather(people: Sequence[Person], address: str, rounds: int) -> Crowd:
    """Let people ask at once, round after round, each in one conversation.

    Args:
        people: At most as many as there are subjects.
        address: The app's.
        rounds: How often each asks, at most as often as there are tiers.
    """
    mixed: list[str] = []
    slowest = 0.0
    for one in people:
        one.open(address)
    for number in range(rounds):
        asked = [question_of(person, number) for person in range(len(people))]
        began = time.perf_counter()
        for person, question in zip(people, asked, strict=True):
            person.ask(question)
        for person, question in zip(people, asked, strict=True):
            person.wait_for_answer(question)
        slowest = max(slowest, (time.perf_counter() - began) * 1000)
        for number_of, person in enumerate(people):
            mixed.extend(_strange(person, asked[number_of], asked[:number_of] + asked[number_of + 1 :]))
    return Crowd(len(people), rounds * len(people), tuple(mixed), slowest)


def _strange(person: Person, own: str, others: Sequence[str]) -> Iterator[str]:
    question, page = person.read()
    if question != own:
        yield f"asked {own!r}, shown {question!r}"
    where = unquote(person.address)
    for other in others:
        if other in where or other in page:
            yield f"asked {own!r}, shown {other!r} of somebody else"
