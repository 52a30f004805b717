"""Whether one answer is right, point by point. No model judges: every point is a comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.anchors import Place, matched_share
from evals.question import Question


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is right about an answer. None where a point does not apply to the question.

    Attributes:
        question: The question.
        status: The status is the expected one.
        words: Each demanded string is there and no forbidden one.
        citation: A citation covers an author's place; every place where the question says so.
        result: The structured result is the expected one.
        reason: A refusal gives the expected reason. Told apart: it does not make an answer wrong.
    """

    question: Question
    status: bool
    words: bool | None
    citation: bool | None
    result: bool | None
    reason: bool | None

    @property
    def right(self) -> bool:
        """Wholly right: every point that applies."""
        return all(point is not False for point in (self.status, self.words, self.citation, self.result))

    @property
    def wrong_points(self) -> tuple[str, ...]:
        """Names of the points that failed."""
        points = {"status": self.status, "words": self.words, "citation": self.citation, "result": self.result}
        return tuple(name for name, point in points.items() if point is False)


def judge(question: Question, anchors: Sequence[Sequence[Place]], answer: Mapping[str, Any]) -> Judgement:
    """Compare an answer with what its question demands.

    Args:
        question: The question.
        anchors: The places of each of its anchors.
        answer: The answer as the command line's JSON has it.
    """
    cited = [Place(c["document"], c["start"], c["end"]) for c in answer["citations"]]
    refused = question.status == "refused"
    return Judgement(
        question=question,
        status=answer["status"] == question.status,
        words=_words(question, str(answer["answer"])) if question.must or question.must_not else None,
        citation=_cited(question, cited, anchors) if anchors and not refused else None,
        result=None if question.result is None else same_result(question.result, answer["result"]),
        reason=_reason(answer) == question.reason if refused and question.reason else None,
    )


def reading(text: str) -> str:
    """A string as it is compared: compatibility forms and case folded, white space dropped."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def _words(question: Question, answer: str) -> bool:
    text = reading(answer)
    demanded = all(any(reading(choice) in text for choice in demand.split("|")) for demand in question.must)
    return demanded and not any(reading(forbidden) in text for forbidden in question.must_not)


def _cited(question: Question, cited: Sequence[Place], anchors: Sequence[Sequence[Place]]) -> bool:
    covered = matched_share(cited, anchors)
    return covered == 1.0 if question.cite == "all" else covered > 0.0


def _reason(answer: Mapping[str, Any]) -> object:
    refusal = answer.get("refusal")
    return refusal.get("reason") if isinstance(refusal, Mapping) else None


def same_result(wanted: Mapping[str, Any], found: object) -> bool:
    """Whether a structured result says the same: sets and clauses in any order, units with or without 元."""
    if not isinstance(found, Mapping) or found.get("kind") != wanted["kind"]:
        return False
    if wanted["kind"] == "count":
        return bool(found.get("value") == wanted["value"])
    if wanted["kind"] == "quantity":
        unit = str(found.get("unit", "")).removesuffix("元") == str(wanted["unit"]).removesuffix("元")
        return unit and all(found.get(key) == wanted[key] for key in ("value", "comparator"))
    if wanted["kind"] == "clauses":
        return set(found.get("ids", ())) == set(wanted["ids"])
    if wanted["kind"] == "set":
        return _same_set(wanted["items"], found.get("items", ()))
    return True


def _same_set(wanted: Iterable[str], found: Iterable[object]) -> bool:
    """Items are strings, or objects one value of which is the string."""
    left = {reading(item) for item in wanted}
    items = list(found)
    names = [_names(item) & left for item in items]
    return all(names) and set[str]().union(*names) == left and len(items) == len(left)


def _names(item: object) -> set[str]:
    values = item.values() if isinstance(item, Mapping) else [item]
    return {reading(value) for value in values if isinstance(value, str)}
