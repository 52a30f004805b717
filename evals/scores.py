"""What came of asking a system the questions of a set."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from evals.judging import Judgement
from evals.metrics import Estimate, share
from evals.question import QuestionSet

PRODUCT = "gongbiao"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer that came.

    Attributes:
        judgement: What is right about it.
        status: The status that it has.
        answer: Its words.
        generated: Whether the model wrote at least one of its sentences.
        unverified: Whether it says itself that not every sentence passed the verifier.
    """

    judgement: Judgement
    status: str
    answer: str
    generated: bool
    unverified: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """What one system did with one set.

    Attributes:
        outcomes: Of the answers that came.
        unscored: Questions that got no answer, with the error's words. They count apart, not as wrong.
    """

    outcomes: tuple[Outcome, ...]
    unscored: tuple[tuple[str, str], ...]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Of the answers that came."""
        return tuple(one.judgement for one in self.outcomes)

    @property
    def generated(self) -> int:
        """Answers with at least one sentence that the model wrote."""
        return sum(one.generated for one in self.outcomes)

    @property
    def unverified(self) -> int:
        """Answers that say themselves that not every sentence passed the verifier."""
        return sum(one.unverified for one in self.outcomes)

    def of(self, ids: Collection[str]) -> Scores:
        """Those of some questions."""
        outcomes = tuple(one for one in self.outcomes if one.judgement.question.id in ids)
        return Scores(outcomes, tuple(one for one in self.unscored if one[0] in ids))

    def points(self) -> dict[str, Estimate]:
        """Shares of each point, over the questions that it applies to."""
        columns: dict[str, list[bool | None]] = {
            "wholly right": [j.right for j in self.judgements],
            "status": [j.status for j in self.judgements],
            "words": [j.words for j in self.judgements],
            "citation": [j.citation for j in self.judgements],
            "result": [j.result for j in self.judgements],
            "reason": [j.reason for j in self.judgements],
        }
        return {name: share([point for point in points if point is not None]) for name, points in columns.items()}

    def right(self, kind: str) -> Estimate:
        """The share of wholly right answers to one kind of questions."""
        return share([j.right for j in self.judgements if j.question.kind == kind])


@dataclass(frozen=True, slots=True)
class SetResult:
    """One set, by system.

    Attributes:
        questions: The questions that were asked.
        systems: What each system did.
        sample: How the questions were chosen where they are not all of the set.
    """

    questions: QuestionSet
    systems: Mapping[str, Scores]
    sample: str = ""
