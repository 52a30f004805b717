"""What a question must be before anything reads it: the same for the command line and the page."""

from __future__ import annotations

from app.errors import AppError

LONGEST = 4000


def checked(question: str) -> str:
    """A question that can be read.

    Raises:
        AppError: It is blank, too long, or holds bytes that are no text.
    """
    if not question.strip():
        raise AppError("question: it is blank. Ask in a sentence, for example 智能工厂对设备运维有什么要求.")
    if len(question) > LONGEST:
        raise AppError(f"question: it has {len(question)} characters, at most {LONGEST} are read. Shorten it.")
    try:
        question.encode("utf-8")
    except UnicodeEncodeError as error:
        raise AppError("question: it holds bytes that are not UTF-8. Type it again.") from error
    return question
