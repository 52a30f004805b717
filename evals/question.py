"""Questions whose right answers were written down from the texts alone, and the sets that keep them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.errors import EvalError
from evals.json_lines import digest_of, read_line

Status = Literal["answered", "not_required", "corrected", "refused"]
Kind = Literal[
    "lookup",
    "paraphrase",
    "abbreviation",
    "typo",
    "traditional",
    "fullwidth",
    "english",
    "comparison",
    "threshold",
    "count",
    "list",
    "system",
    "definition",
    "procedure",
    "form",
    "force",
    "not_required",
    "false_premise",
    "absent",
    "out_of_scope",
    "injection",
    "harmful",
]

_CLOSED = ConfigDict(extra="forbid", frozen=True)


class Anchor(BaseModel):
    """A place in a document, told by words that stand there.

    Attributes:
        document: The document's id.
        text: An exact stretch of the stored text, short enough to lie within one clause.
        occurrence: Which of several places is meant, counted from 1; None where any of them will do.
    """

    model_config = _CLOSED

    document: str
    text: str = Field(min_length=1)
    occurrence: int | None = Field(default=None, ge=1)


class Question(BaseModel):
    """A question with what makes an answer to it right.

    Attributes:
        id: A name within the set.
        question: What is asked.
        kind: What is hard about it.
        status: The status that a right answer has.
        ids: Clauses that may be cited, for a reader; matching goes by ``anchors``.
        anchors: The places that a right answer cites.
        cite: Whether ``any`` anchor is enough or ``all`` have to be cited.
        must: Strings that a right answer contains; ``A|B`` is met by either.
        must_not: Strings that a right answer does not contain.
        result: The structured result of a right answer, where there is just one.
        reason: Why a refused question is refused.
        lang: The question's language.
    """

    model_config = _CLOSED

    id: str
    question: str = Field(min_length=1)
    kind: Kind
    status: Status
    ids: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    cite: Literal["any", "all"] = "any"
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    result: dict[str, Any] | None = None
    reason: Literal["not_in_sources", "out_of_scope", "injection", "harmful"] | None = None
    lang: Literal["zh", "en"] = "zh"


@dataclass(frozen=True, slots=True)
class Pin:
    """What a set was when its figures were measured: another hash is another set."""

    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions under one name.

    Attributes:
        name: ``dev``, ``dev2``, ``compare-dev`` …, on which settings are tuned, or ``test`` and ``compare-test``, on
            which nothing is. What begins with ``compare-`` is about comparing documents and tiers alone.
        sha256: Hash of the lines, each ended by a line feed.
        questions: In the file's order.
    """

    name: str
    sha256: str
    questions: tuple[Question, ...]

    @property
    def sealed(self) -> bool:
        """Whether nobody is to see which of its questions go wrong."""
        return is_sealed(self.name)


def is_sealed(name: str) -> bool:
    """Whether nothing is tuned on the set of this name, and nobody is to see which of its questions go wrong."""
    return name == "test" or name.endswith("-test")


PINS: Mapping[str, Pin] = MappingProxyType(
    {
        "dev": Pin(101, "d302df48b10e2801c5fb481acbaf1a416ee47568793bba435686bb1bbe477d6d"),
        "dev2": Pin(115, "b3d4a6b311a733b28ba022b248dca0bcc173860363f1d68a1242a1d8e3635d6b"),
        "dev3": Pin(196, "cc9141f014dc8fc732dbcbf692e444dc2bb839efbf5889ed4c98386094e142d8"),
        "dev4": Pin(130, "a1d267b4a7de6d486b2de2f118922d09f3ea8a37b7549fc81de0c2a1842e67f7"),
        "dev5": Pin(130, "dbe511ca11edf7f85bb0d728c12d09d6a41c50ff8ba64790c299114059c7f81b"),
        "dev6": Pin(79, "518a25f2eb6dc4e67ef622c3aac9fe5441b04c92311d97f9e7baede7bb8b0d9a"),
        "compare-dev": Pin(55, "12c7e49aa07551f446f570dea0f1b25e1403c7da89398c75e3df7333655fe991"),
        "test": Pin(190, "4ec98a2955aab18514ad5bd1a1ae052ca4830f52bd332877f3774f5606f47929"),
        "compare-test": Pin(67, "9699e25f6620efe213227a5c99d70ea6808e841a9821b2096ff7f82f9fb2f84b"),
    }
)


def parse_questions(name: str, text: str) -> QuestionSet:
    """Read JSON Lines into a set.

    Raises:
        EvalError: A line is not a question, has an unknown key, or repeats an id.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    questions: dict[str, Question] = {}
    for number, line in enumerate(lines, 1):
        question = read_line(f"questions {name}, line {number}", line, Question)
        if question.id in questions:
            raise EvalError(f"questions {name}, line {number}: id {question.id} stands twice. Give it another id.")
        questions[question.id] = question
    return QuestionSet(name, digest_of(lines), tuple(questions.values()))


def load_questions(name: str) -> QuestionSet:
    """One of the sets that come with the product, checked against its pin.

    Raises:
        EvalError: There is no such set, or it is not the one that was pinned.
    """
    if name not in PINS:
        raise EvalError(f"questions {name}: there is no such set. Choose one of {', '.join(PINS)}.")
    text = files("evals").joinpath("questions", f"{name}.jsonl").read_text(encoding="utf-8")
    found = parse_questions(name, text)
    if Pin(len(found.questions), found.sha256) != PINS[name]:
        raise EvalError(
            f"questions {name}: {len(found.questions)} questions with hash {found.sha256[:16]} are not the pinned set. "
            "Restore the file, or pin the new set in evals/question.py and measure everything again."
        )
    return found
