"""What people say of an answer: kept in one file of the data folder, for themselves to read, and never sent."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from app.errors import AppError
from drafting.conversation import Reply

Verdict = Literal["useful", "wrong"]
LONGEST = 1000
"""Characters of a comment that are kept."""
_FILE = "feedback.jsonl"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person said of an answer.

    Attributes:
        verdict: Whether it was useful or wrong.
        comment: What the person wrote, if anything.
        question: As asked.
        understood_as: As it was taken.
        status: The answer's status.
        conclusion: Its first sentence.
        citations: The ids of the clauses that it rests on.
        build: The build that it was found in.
    """

    verdict: Verdict
    comment: str
    question: str
    understood_as: str
    status: str
    conclusion: str
    citations: tuple[str, ...]
    build: str


def feedback_on(reply: Reply, verdict: Verdict, comment: str, build: str) -> Feedback:
    """What a person says of a reply, with what it is said of."""
    answer = reply.answer
    said = [one.text for section in answer.sections for one in section.said]
    conclusion = answer.refusal.message if answer.refusal else said[0] if said else ""
    cited = tuple(clause.id for clause in answer.citations)
    turn = reply.turn
    return Feedback(
        verdict, comment.strip()[:LONGEST], turn.question, turn.understood_as, answer.status, conclusion, cited, build
    )


def feedback_file(data: Path) -> Path:
    """Where feedback is kept."""
    return data / _FILE


def keep_feedback(data: Path, feedback: Feedback) -> Path:
    """Add feedback as a line of JSON to the file of the data folder.

    Returns:
        The file.

    Raises:
        AppError: It cannot be written.
    """
    path = feedback_file(data)
    told = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **asdict(feedback)}
    line = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    try:
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line)  # whole, so that two who write at once do not mix
        finally:
            os.close(file)
    except OSError as error:
        raise AppError(f"{path}: cannot be written ({error.strerror}). Check who may write the data folder.") from error
    return path
