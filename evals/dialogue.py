"""Dialogues with what each turn is to be taken for: half to tune on, half held out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Pin, Status

Half = Literal["dev", "held"]
PIN = Pin(58, "d53f70c4e91ece092c65c6debb15ea5c6c8365d9c2d2aec5b9dac6fc9fe7df4b")
_CLOSED = ConfigDict(extra="forbid", frozen=True)
_SETS = ("tiers", "tracks", "documents", "subdomains", "systems", "technologies", "forces")


class Expected(BaseModel):
    """What a right answer to a turn has; what is None does not matter.

    Attributes:
        status: The answer's status.
        reason: Why it is refused.
        tiers, tracks, documents, subdomains, systems, technologies, forces: What its frame names, in any order.
        intent: The frame's intent.
        language: The frame's language.
        result: Keys and values of the structured result.
        cites: Beginnings of clause ids, each of which some citation has.
    """

    model_config = _CLOSED

    status: Status | None = None
    reason: Literal["not_in_sources", "out_of_scope", "injection", "harmful"] | None = None
    tiers: tuple[str, ...] | None = None
    tracks: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    subdomains: tuple[str, ...] | None = None
    systems: tuple[str, ...] | None = None
    technologies: tuple[str, ...] | None = None
    forces: tuple[str, ...] | None = None
    intent: str | None = None
    language: Literal["zh", "en"] | None = None
    result: dict[str, Any] | None = None
    cites: tuple[str, ...] = ()


class Said(BaseModel):
    """One turn: what is asked, and what a right answer to it has."""

    model_config = _CLOSED

    question: str = Field(min_length=1)
    expect: Expected


class Dialogue(BaseModel):
    """Turns one after the other.

    Attributes:
        id: A name within the set.
        half: ``dev``, on which wordings are tuned, or ``held``, on which nothing is.
        turns: Two or more.
    """

    model_config = _CLOSED

    id: str
    half: Half
    turns: tuple[Said, ...] = Field(min_length=2)


@dataclass(frozen=True, slots=True)
class Dialogues:
    """The set.

    Attributes:
        sha256: Hash of the lines, each ended by a line feed.
        dialogues: In the file's order.
    """

    sha256: str
    dialogues: tuple[Dialogue, ...]


def parse_dialogues(text: str) -> Dialogues:
    """Read JSON Lines.

    Raises:
        EvalError: A line is not a dialogue, or an id stands twice.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    found: dict[str, Dialogue] = {}
    for number, line in enumerate(lines, 1):
        dialogue = read_line(f"dialogues, line {number}", line, Dialogue)
        if dialogue.id in found:
            raise EvalError(f"dialogues, line {number}: id {dialogue.id} stands twice. Give it another id.")
        found[dialogue.id] = dialogue
    return Dialogues(digest_of(lines), tuple(found.values()))


def load_dialogues() -> Dialogues:
    """The dialogues that come with the product, checked against their pin.

    Raises:
        EvalError: They are not those that were pinned.
    """
    found = parse_dialogues(files("evals").joinpath("questions", "dialogues.jsonl").read_text(encoding="utf-8"))
    if Pin(len(found.dialogues), found.sha256) != PIN:
        raise EvalError(
            f"dialogues: {len(found.dialogues)} with hash {found.sha256[:16]} are not the pinned ones. "
            "Restore the file, or pin them in evals/dialogue.py and measure again."
        )
    return found


def require_clauses(dialogues: Iterable[Dialogue], ids: Sequence[str]) -> None:
    """Nothing where every expected citation begins the id of some clause.

    Raises:
        EvalError: One begins none, so that no answer could be right.
    """
    for dialogue in dialogues:
        for turn in dialogue.turns:
            for start in turn.expect.cites:
                if not any(one.startswith(start) for one in ids):
                    raise EvalError(f"dialogue {dialogue.id}: no clause begins with {start}. Correct the expectation.")


def wrong_points(expected: Expected, answer: Mapping[str, Any]) -> tuple[str, ...]:
    """What an answer's JSON has otherwise than expected; nothing where it is right."""
    frame = answer["frame"]
    wrong = [name for name in _SETS if not _same(getattr(expected, name), frame[name])]
    for name in ("intent", "language"):
        if getattr(expected, name) not in (None, frame[name]):
            wrong.append(name)
    if expected.status not in (None, answer["status"]):
        wrong.append("status")
    if expected.reason not in (None, (answer["refusal"] or {}).get("reason")):
        wrong.append("reason")
    result = answer["result"] or {}
    if any(result.get(key) != value for key, value in (expected.result or {}).items()):
        wrong.append("result")
    cited = [one["id"] for one in answer["citations"]]
    if not all(any(one.startswith(start) for one in cited) for start in expected.cites):
        wrong.append("citation")
    return tuple(wrong)


def _same(expected: Sequence[str] | None, found: Sequence[str]) -> bool:
    return expected is None or set(expected) == set(found)
