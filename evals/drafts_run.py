"""The model's drafts on matter that it has never seen: quotation, worked examples and learning side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from time import perf_counter
from typing import Any, Protocol, runtime_checkable

from drafting.adapter.shipped import shipped_adapter
from drafting.bundled_model import WEIGHTS_SHA256
from drafting.drafts.judging import standing_alone
from drafting.generator import Generator
from drafting.lexicon import Lexicon
from drafting.prompting import Task
from drafting.summary import Summariser
from evals.drafting_systems import FirstTry, Quoting, Way, Writing
from evals.errors import EvalError
from evals.metrics import Estimate, bootstrap_mean, median, paired_difference, share
from evals.report import Table, estimate_json, fraction, percent
from evals.system import Workspace
from evals.writing_cases import PARTS, Case, Part, load_writing
from evals.writing_measures import Measured, Summary, measure, summarise

TASKS: tuple[Task, ...] = ("gist", "narrative", "difference", "title", "rewrite")
PROMPTS, LEARNED, HELD = "worked examples", "adapter", "adapter, held to the words"
QUOTATION = "quotation"
HELD_TASKS: tuple[Task, ...] = ("gist", "narrative")
SIZES = (1, 2, 3, 4, 5)
"""The answers asked for, by how many clauses they rest on, in turn."""
_SLOW = 0.95
_UNHURRIED_S = 60.0


@dataclass(frozen=True, slots=True)
class Tried:
    """One case by one way."""

    case: Case
    first: FirstTry
    measured: Measured | None

    @property
    def accepted(self) -> bool:
        """Whether the product would show the draft."""
        return self.measured is not None and self.measured.accepted


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """An answer from one to five clauses, as the product writes it.

    Attributes:
        clauses: How many it was to rest on.
        text: The sentence; empty where there is none.
        first: Whether every first draft was accepted and each clause has its part.
        told: The share of the clauses that have a part in it, after every try.
        seconds: How long it took.
    """

    clauses: int
    text: str
    first: bool
    told: float
    seconds: float


@dataclass(frozen=True, slots=True)
class DraftsResult:
    """All drafts, by way, task and part.

    Attributes:
        tried: By way.
        answers: By way and part.
    """

    tried: Mapping[str, tuple[Tried, ...]]
    answers: Mapping[tuple[str, Part], tuple[WholeAnswer, ...]]
    name: str = "drafts"

    @property
    def complete(self) -> bool:
        """Whether both ways of the model were there."""
        return {PROMPTS, LEARNED} <= set(self.tried)

    def of(self, way: str, task: Task, part: Part) -> tuple[Tried, ...]:
        """The drafts of one way, task and part."""
        return tuple(one for one in self.tried[way] if one.case.task == task and one.case.part == part)

    def tables(self) -> tuple[Table, ...]:
        """For each part: every task by every way, and whole answers."""
        return tuple(table for part in PARTS for table in (self._table(part), self._answer_table(part)))

    def to_json(self) -> Mapping[str, Any]:
        """Figures by part, task and way; the drafts themselves of the development part alone."""
        return {
            **{
                part: {
                    **{
                        task: {way: self._figures(way, task, part) for way in self.tried if self.of(way, task, part)}
                        for task in TASKS
                    },
                    "answers": {way: _answer_json(found) for (way, of), found in self.answers.items() if of == part},
                }
                for part in PARTS
            },
            "drafts": [
                {"way": way, "task": one.case.task, "values": dict(one.case.values), "draft": one.first.text,
                 "problems": list(one.measured.problems) if one.measured else [one.first.reason]}
                for way, all_of in self.tried.items() for one in all_of if one.case.part == "development"
            ],
        }  # fmt: skip

    def _figures(self, way: str, task: Task, part: Part) -> Mapping[str, Any]:
        found = self.of(way, task, part)
        summary = summarise([one.measured for one in found])
        seconds = [one.first.seconds for one in found]
        told = {one.name: estimate_json(getattr(summary, one.name)) for one in fields(Summary)}
        return {**told, "ahead": self._ahead(way, task, part), "median_s": median(seconds), "p95_s": _slow(seconds)}

    def _ahead(self, way: str, task: Task, part: Part) -> Mapping[str, Any] | None:
        """By how much more of this way's drafts are accepted than of those led by worked examples."""
        if PROMPTS not in self.tried or way in (PROMPTS, QUOTATION):
            return None
        pairs = (self.of(way, task, part), self.of(PROMPTS, task, part))
        ours, theirs = ([float(one.accepted) for one in found] for found in pairs)
        return estimate_json(paired_difference(ours, theirs))

    def _table(self, part: Part) -> Table:
        rows = []
        for task in TASKS:
            for way in self.tried:
                found = self.of(way, task, part)
                if not found:
                    continue
                one, seconds = summarise([tried.measured for tried in found]), [tried.first.seconds for tried in found]
                shares = (one.accepted, one.force_kept, one.numbers_kept, one.systems_kept, one.own_words)
                means = (one.coverage, one.repetition, one.length_ratio)
                timed = (f"{median(seconds):.2f}", f"{_slow(seconds):.2f}") if way != QUOTATION else ("–", "–")
                rows.append((f"{task}: {way}", *(_shown(each) for each in shares), *map(_mean, means), *timed))
        columns = (
            "task: way", "accepted %", "force %", "numbers %", "systems %", "own words %", "points", "repeated",
            "length", "s median", "s p95",
        )  # fmt: skip
        counts = ", ".join(f"{task} {len(self.of(next(iter(self.tried)), task, part))}" for task in TASKS)
        return Table(f"First drafts, {part.replace('_', ' ')} cases ({counts})", columns, tuple(rows))

    def _answer_table(self, part: Part) -> Table:
        rows = []
        for (way, of), found in self.answers.items():
            if of == part:
                for count in (*SIZES, 0):
                    some = [one for one in found if count in (one.clauses, 0)]
                    first, told = share([one.first for one in some]), bootstrap_mean([one.told for one in some])
                    name = f"{way}: {f'{count} clauses' if count else 'all'} ({len(some)})"
                    seconds = [one.seconds for one in some]
                    rows.append(
                        (name, percent(first), fraction(told), f"{median(seconds):.2f}", f"{_slow(seconds):.2f}")
                    )
        columns = ("way: answers", "whole at the first try %", "clauses told", "s median", "s p95")
        return Table(f"Whole answers from clauses, {part.replace('_', ' ')}", columns, tuple(rows))


@runtime_checkable
class Models(Protocol):
    """A workspace that opens several generators."""

    @property
    def lexicon(self) -> Lexicon: ...

    def generator(self, name: str) -> Generator: ...


def models_of(workspace: Workspace) -> Models:
    """The workspace as an opener of generators.

    Raises:
        EvalError: It opens none.
    """
    if not isinstance(workspace, Models):
        raise EvalError("workspace: it opens no generators by name. Open a built data folder.")
    return workspace


def ways(workspace: Models) -> tuple[Way, ...]:
    """The ways that can be taken here: without the model's library and weights, quotation alone."""
    prompted = workspace.generator("bundled:prompts")
    if not prompted.ready():
        return (Quoting(QUOTATION),)
    found: tuple[Way, ...] = (Quoting(QUOTATION), Writing(PROMPTS, prompted))
    if shipped_adapter(WEIGHTS_SHA256) is None:
        return found
    learned = workspace.generator("bundled")
    return (*found, Writing(LEARNED, learned), Writing(HELD, learned, held=True))


def run(workspace: Workspace) -> DraftsResult:
    """Let every way write about every case, once."""
    models = models_of(workspace)
    chosen, lexicon = ways(models), models.lexicon
    cases = [case for task in TASKS for case in load_writing(task)]
    for way in chosen:  # what is loaded lazily is loaded before anything is timed
        way.write(cases[0].task, cases[0].values)
    tried = {way.name: tuple(tried_by(way, cases, lexicon)) for way in chosen}
    answers = {
        (way.name, part): tuple(whole_answers(way, cases, part, lexicon))
        for way in chosen
        if isinstance(way, Writing) and not way.held
        for part in PARTS
    }
    return DraftsResult(tried, answers)


def tried_by(way: Way, cases: Iterable[Case], lexicon: Lexicon) -> Iterator[Tried]:
    """Each case, written about once and measured; a way that is held, where it is a choice: on clauses and facts."""
    for case in cases:
        if isinstance(way, Writing) and way.held and case.task not in HELD_TASKS:
            continue
        first = way.write(case.task, case.values)
        yield Tried(case, first, measure(case, first.text, lexicon) if first.text else None)


def whole_answers(way: Writing, cases: Iterable[Case], part: Part, lexicon: Lexicon) -> Iterator[WholeAnswer]:
    """Answers from neighbouring clauses of one source, as the product makes them: clause by clause, then verified."""
    by_source: dict[str, list[Case]] = {}
    for case in cases:
        if case.task == "gist" and case.part == part:
            by_source.setdefault(case.source.split("/")[0], []).append(case)
    turn = 0
    for found in by_source.values():
        rest = found
        while rest:
            size = SIZES[turn % len(SIZES)]
            chosen, rest, turn = rest[:size], rest[size:], turn + 1
            yield _answer(way, chosen, lexicon)


def _answer(way: Writing, cases: Sequence[Case], lexicon: Lexicon) -> WholeAnswer:
    clauses = [
        standing_alone(case.values["lead"] + case.values["predicate"], f"clause{at}") for at, case in enumerate(cases)
    ]
    begun = perf_counter()
    summary = Summariser(way.generator, lexicon).summarise("该条款", clauses, _UNHURRIED_S)
    seconds, told = perf_counter() - begun, len(summary.cited) / len(clauses)
    return WholeAnswer(len(clauses), summary.sentence, not summary.rejected and told == 1.0, told, seconds)


def _answer_json(found: Sequence[WholeAnswer]) -> Mapping[str, Any]:
    return {
        "first_try": estimate_json(share([one.first for one in found])),
        "told": estimate_json(bootstrap_mean([one.told for one in found])),
        "median_s": median([one.seconds for one in found]),
    }


def _slow(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(_SLOW * (len(seconds) - 1))] if seconds else 0.0


def _shown(estimate: Estimate) -> str:
    return percent(estimate) if estimate.n else "–"


def _mean(estimate: Estimate) -> str:
    return f"{estimate.value:.2f}" if estimate.n else "–"
