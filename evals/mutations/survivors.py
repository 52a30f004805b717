"""Mutants that the verifier does not notice, and the pinned list of those that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.errors import EvalError
from evals.mutations.operators import mutants
from evals.mutations.original import Original, Source
from evals.mutations.sources import Ground, judge


@dataclass(frozen=True, slots=True)
class Survivor:
    """A spoilt sentence that passes.

    Attributes:
        operator: What spoilt it.
        source: Where the true sentence came from.
        cited: Ids of the clauses that it cites.
        text: The spoilt sentence.
        question: The question, for a composed sentence.
    """

    operator: str
    source: Source
    cited: tuple[str, ...]
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the mutants.

    Attributes:
        applied: How many mutants, by source and operator.
        survivors: Those that passed.
        refused: True sentences that do not pass themselves; they are not spoilt, since nothing could be learnt.
        originals: How many true sentences, by source.
    """

    applied: Mapping[tuple[Source, str], int]
    survivors: tuple[Survivor, ...]
    refused: tuple[Original, ...]
    originals: Mapping[Source, int]


class _Known(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    cited: tuple[str, ...]
    text: str
    question: str = ""


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    operator: str
    source: Source
    reason: str = Field(min_length=20)
    survivors: tuple[_Known, ...]


def tally(ground: Ground, originals: Iterable[Original]) -> Tally:
    """Spoil every true sentence with every operator and judge what comes out."""
    applied: Counter[tuple[Source, str]] = Counter()
    seen: Counter[Source] = Counter()
    survivors: list[Survivor] = []
    refused: list[Original] = []
    for original in originals:
        seen[original.source] += 1
        if not judge(ground, original, original.text, original.cited).ok:
            refused.append(original)
            continue
        for mutant in mutants(original, ground.vocabulary):
            applied[original.source, mutant.operator] += 1
            if judge(ground, original, mutant.spoilt.text, mutant.spoilt.cited).ok:
                ids = tuple(clause.id for clause in mutant.spoilt.cited)
                survivors.append(Survivor(mutant.operator, original.source, ids, mutant.spoilt.text, original.question))
    return Tally(applied, tuple(survivors), tuple(refused), seen)


def known_survivors() -> dict[Survivor, str]:
    """The pinned survivors, each with the reason why it is left alive.

    Raises:
        EvalError: The list cannot be read.
    """
    found: dict[Survivor, str] = {}
    text = files("evals").joinpath("sentences", "survivors.jsonl").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        try:
            group = _Group.model_validate_json(line)
        except ValidationError as error:
            raise EvalError(f"survivors, line {number}: {error.errors()[0]['msg']}. Correct the line.") from None
        for one in group.survivors:
            found[Survivor(group.operator, group.source, one.cited, one.text, one.question)] = group.reason
    return found


def still_alive(ground: Ground, survivor: Survivor) -> bool:
    """Whether a pinned survivor still passes the check of its source."""
    cited = ground.cited(survivor.cited)
    return judge(ground, Original("", cited, survivor.source, survivor.question), survivor.text, cited).ok
