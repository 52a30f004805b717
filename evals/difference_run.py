"""Whether the product says how pairs differ as a person read them, beside one answer for all and characters alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Protocol, runtime_checkable

from corpus.clause import Clause
from evals.alignment_gold import HALVES, GoldPair, Half, gold_names, load_gold
from evals.difference_systems import Said, System, always_overlaps, by_characters, product
from evals.errors import EvalError
from evals.metrics import Estimate, bootstrap_mean, median, share
from evals.report import Table, estimate_json, fraction, percent
from evals.system import Workspace
from kg.linking import Linker
from kg.variants.differing import Differ
from ontology.vocabulary import load_scheme

PRODUCT = "gongbiao"
RELATIONS = ("equal", "similar", "stronger", "weaker", "overlaps")


@runtime_checkable
class Differing(Protocol):
    """A workspace that tells differences."""

    @property
    def clauses(self) -> Sequence[Clause]: ...

    @property
    def differ(self) -> Differ: ...


@dataclass(frozen=True, slots=True)
class Scored:
    """What one system says of one pair.

    Attributes:
        pair: The pair, as a person read it.
        said: What the system says.
        milliseconds: How long it took.
    """

    pair: GoldPair
    said: Said
    milliseconds: float

    @property
    def force(self) -> bool:
        """Whether the change of force that was read is among those said, or none was read and none is said."""
        return self.pair.force_change in self.said.forces if self.pair.force_change else not self.said.forces

    @property
    def numbers(self) -> bool:
        """Whether numbers are said to differ just where they do."""
        return (self.pair.quantity_change is not None) == self.said.numbers

    def names(self) -> tuple[bool, ...]:
        """For each name that a person listed, whether the system has it or a part of it on that side."""
        sides = ((self.pair.added, self.said.added), (self.pair.dropped, self.said.dropped))
        return tuple(_has(name, found) for read, found in sides for name in read)

    def idle(self) -> tuple[bool, ...]:
        """For each side without anything of its own, where a pair does not overlap, whether nothing is said to be."""
        if self.pair.relation == "overlaps":
            return ()
        asked = zip((self.pair.added, self.pair.dropped), self.said.asked, strict=True)
        return tuple(count == 0 for read, count in asked if not read)


@dataclass(frozen=True, slots=True)
class DifferenceResult:
    """All pairs by system."""

    systems: Mapping[str, tuple[Scored, ...]]
    name: str = "differences"

    @property
    def complete(self) -> bool:
        """Every pair is scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """Agreement by half and system; precision and recall of each relation; the confusion."""
        return (self._agreement(), *(self._relations(half) for half in HALVES), self._confusion())

    def to_json(self) -> Mapping[str, Any]:
        """The same figures; wrong pairs of the half that may be looked at."""
        wrong = [one for one in self.systems[PRODUCT] if one.pair.half == "dev" and _wrong(one)]
        return {
            "halves": {
                half: {
                    name: {key: estimate_json(value) for key, value in _figures(_of(scored, half)).items()}
                    for name, scored in self.systems.items()
                }
                for half in HALVES
            },
            "relations": {half: _by_relation(_of(self.systems[PRODUCT], half)) for half in HALVES},
            "confusion": {half: _confused(_of(self.systems[PRODUCT], half)) for half in HALVES},
            "milliseconds": round(median([one.milliseconds for one in self.systems[PRODUCT]]), 2),
            "wrong": [{"pair": one.pair.id, "points": list(_wrong(one))} for one in wrong],
        }

    def _agreement(self) -> Table:
        heads = ("", "pairs", "relation %", "macro F1", "force %", "numbers %", "listed names %", "rightly none %")
        rows: list[tuple[str, ...]] = []
        for half in HALVES:
            for name, scored in self.systems.items():
                found = _figures(_of(scored, half))
                f1 = fraction(found["macro_f1"]).split()[0]
                cells = [percent(found[key]) for key in ("relation", "force", "numbers", "names", "idle")]
                rows.append((f"{half}: {name}", str(found["relation"].n), cells[0], f1, *cells[1:]))
        return Table("Differences: agreement with what a person read, 95 % intervals", heads, tuple(rows))

    def _relations(self, half: Half) -> Table:
        rows = [
            (name, str(one["n"]), f"{one['precision'] * 100:.0f}", f"{one['recall'] * 100:.0f}")
            for name, one in _by_relation(_of(self.systems[PRODUCT], half)).items()
        ]
        return Table(f"Differences: relations, {half}", ("relation", "pairs", "precision %", "recall %"), tuple(rows))

    def _confusion(self) -> Table:
        rows: list[tuple[str, ...]] = []
        for half in HALVES:
            confused = _confused(_of(self.systems[PRODUCT], half))
            rows.extend(
                (f"{half}: {read}", *(str(said[name]) for name in RELATIONS)) for read, said in confused.items()
            )
        return Table("Differences: what was read (rows) and what is said", ("", *RELATIONS), tuple(rows))


def run(workspace: Workspace, pairs: Sequence[GoldPair] | None = None) -> DifferenceResult:
    """Compare every pair that a person found to correspond.

    Raises:
        EvalError: The workspace tells no differences, or a clause of a pair is not in it.
    """
    if not isinstance(workspace, Differing):
        raise EvalError("workspace: it tells no differences. Open a built data folder.")
    held = [pair for name in gold_names() for pair in load_gold(name)] if pairs is None else pairs
    linker = Linker(load_scheme("systems"), load_scheme("technologies"))
    systems: dict[str, System] = {
        PRODUCT: product(workspace.differ),
        "always overlaps": always_overlaps,
        "characters alone": by_characters(linker),
    }
    clauses = {clause.id: clause for clause in workspace.clauses}
    missing = sorted({name for pair in held for name in (*pair.left, *pair.right)} - set(clauses))
    if missing:
        raise EvalError(f"differences: clause {missing[0]} of a pair is not in the library. Build the founding texts.")
    related = [pair for pair in held if pair.relation != "none"]
    return DifferenceResult(
        {name: tuple(_score(pair, clauses, say) for pair in related) for name, say in systems.items()}
    )


def _score(pair: GoldPair, clauses: Mapping[str, Clause], say: System) -> Scored:
    left, right = ([clauses[name] for name in side] for side in (pair.left, pair.right))
    begun = perf_counter()
    said = say(left, right)
    return Scored(pair, said, (perf_counter() - begun) * 1000)


def _of(scored: Sequence[Scored], half: Half) -> tuple[Scored, ...]:
    return tuple(one for one in scored if one.pair.half == half)


def _figures(scored: Sequence[Scored]) -> dict[str, Estimate]:
    f1 = [_f1(one) for one in _by_relation(scored).values() if one["n"]]
    return {
        "relation": share([one.said.relation == one.pair.relation for one in scored]),
        "macro_f1": bootstrap_mean(f1),
        "force": share([one.force for one in scored]),
        "numbers": share([one.numbers for one in scored]),
        "names": share([found for one in scored for found in one.names()]),
        "idle": share([none for one in scored for none in one.idle()]),
    }


def _by_relation(scored: Sequence[Scored]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for relation in RELATIONS:
        read = [one for one in scored if one.pair.relation == relation]
        said = [one for one in scored if one.said.relation == relation]
        both = sum(one.said.relation == relation for one in read)
        precision, recall = (both / len(some) if some else 0.0 for some in (said, read))
        table[relation] = {"n": len(read), "precision": round(precision, 4), "recall": round(recall, 4)}
    return table


def _f1(one: Mapping[str, float]) -> float:
    both = one["precision"] + one["recall"]
    return 2 * one["precision"] * one["recall"] / both if both else 0.0


def _confused(scored: Sequence[Scored]) -> dict[str, dict[str, int]]:
    counted: Counter[tuple[str, str]] = Counter((one.pair.relation, one.said.relation) for one in scored)
    return {read: {said: counted[read, said] for said in RELATIONS} for read in RELATIONS}


def _wrong(one: Scored) -> tuple[str, ...]:
    points = {"relation": one.said.relation == one.pair.relation, "force": one.force, "numbers": one.numbers}
    return tuple(name for name, right in points.items() if not right)


def _has(name: str, found: Sequence[str]) -> bool:
    """Whether a name holds, or is held by, one of those found."""
    wanted = _plain(name)
    return any(wanted in one or one in wanted for one in map(_plain, found) if one)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
