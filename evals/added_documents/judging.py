"""Whether one answer about an added document is right, point by point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.added_documents.asked import AddedQuestion
from evals.anchors import Place
from evals.judging import judge


@dataclass(frozen=True, slots=True)
class Judged:
    """What is right about an answer. None where a point does not apply to the question.

    Attributes:
        id: The question's id.
        kind: What is hard about it.
        document: A document that is asked about is cited.
        cited: All clauses that are needed are cited, or one of them where any will do.
        clean: Nothing is cited from a document that is not asked about.
        status: The status is the expected one.
        words: Each demanded string is there.
        verified: The answer says that each of its sentences passed the verifier.
        latency_ms: How long the question took.
    """

    id: str
    kind: str
    document: bool | None
    cited: bool | None
    clean: bool
    status: bool
    words: bool | None
    verified: bool
    latency_ms: float

    @property
    def points(self) -> Mapping[str, bool | None]:
        """The points by name, as tables show them."""
        return {
            "document": self.document,
            "clauses": self.cited,
            "no other": self.clean,
            "status": self.status,
            "words": self.words,
            "verified": self.verified,
        }

    @property
    def right(self) -> bool:
        """Wholly right: every point that applies."""
        return all(point is not False for point in self.points.values())


def judged(question: AddedQuestion, anchors: Sequence[Sequence[Place]], answer: Mapping[str, Any]) -> Judged:
    """Compare an answer with what its question demands.

    Args:
        question: The question.
        anchors: The places of each of its anchors.
        answer: The answer as the command line's JSON has it.
    """
    plain = judge(question, anchors, answer)
    cited = {one["document"] for one in answer["citations"]}
    wanted = {anchor.document for anchor in question.anchors}
    return Judged(
        id=question.id,
        kind=question.kind,
        document=bool(cited & wanted) if wanted else None,
        cited=plain.citation,
        clean=not wanted or cited <= set(question.documents),
        status=plain.status,
        words=plain.words,
        verified=answer["status"] == "refused" or answer["verified"] is True,
        latency_ms=float(answer["latency_ms"]),
    )
