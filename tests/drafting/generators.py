"""Language models that say what they are told, or fail as they are told."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.generator import DraftingError


class Scripted:
    """Answers from a list, one for each prompt, over again from its start where it ends.

    Args:
        answers: What it writes.
    """

    name = "scripted"
    learned = False

    def __init__(self, *answers: str) -> None:
        self.answers = answers
        self.deadlines: list[float] = []

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        answer = self.answers[len(self.deadlines) % len(self.answers)]
        self.deadlines.append(deadline_s)
        yield from answer


class Slow:
    """Is never done in time."""

    name = "slow"
    learned = False

    def __init__(self) -> None:
        self.asked = 0

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        self.asked += 1
        yield "实现"
        raise DraftingError("generator slow", f"it was not done in {deadline_s:.0f} s", "Ask again")
