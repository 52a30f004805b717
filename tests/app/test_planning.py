"""A plan that is interrupted while a model writes is still written, and says that it is not whole."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.assembly import Workspace
from app.planning import Aim, make_plan
from drafting.generator import DraftingError
from drafting.plans.target import Target
from drafting.profiles.sections import Profile

TARGET = Target("zj-graded", "digital-workshop")


class Interrupted:
    """A generator at whose first sentence somebody presses Ctrl-C; its process ends with it."""

    name = "interrupted"
    learned = False

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        os.kill(os.getpid(), signal.SIGINT)
        raise DraftingError("generator interrupted", "its process stopped", "Ask again")


def profile() -> Profile:
    points = ["zj-graded/19/digital-workshop/a#1", "zj-graded/19/digital-workshop/a#2"]
    how = "每台设备有电子档案，扫码可查；保养到期自动提醒。"
    answers = [{"points": [point], "state": "在用", "since": "2023-01", "how": how} for point in points]
    return Profile.model_validate(
        {
            "profile": {"id": "p", "as_of": "2026-10"},
            "company": {"name": "示例厂", "industry": "discrete"},
            "practices": answers,
        }
    )


def test_what_is_left_keeps_the_enterprises_own_words(founding: Workspace) -> None:
    settings = replace(founding.settings, generator="interrupted")
    opener: Any = lambda name, folder: Interrupted()  # noqa: E731
    workspace = Workspace(settings, founding.snapshot, opener)
    before = signal.getsignal(signal.SIGINT)
    plan, whole = make_plan(workspace, profile(), Aim(TARGET), "interrupted")
    assert not whole and signal.getsignal(signal.SIGINT) is before
    assert len(plan.items) == 47 and plan.verified
    told = [claim for item in plan.items for claim in item.sentences]
    assert {claim.origin for claim in told} == {"composed"}
    assert any("扫码可查" in claim.text for claim in told)


def test_without_a_model_it_is_whole(founding: Workspace) -> None:
    plan, whole = make_plan(founding, profile(), Aim(TARGET), "none")
    assert whole and plan.generator is None
