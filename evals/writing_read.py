"""The marks of a blind reading, counted by way and task, and compared between readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from evals.metrics import Estimate, bootstrap_mean, paired_difference, share
from evals.report import Table, estimate_json, fraction, percent
from evals.writing_marks import CRITERIA, Marks, Output, Reading

ALL = "all"
SHOWABLE = "all that the judge accepts"


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """The figures of a blind reading.

    Attributes:
        means: By task (and ``all``, and ``SHOWABLE``), way and criterion.
        differences: By task (and ``all``) and criterion, the second way less the first over the same cases.
        agreement: By pair of readers and criterion: the share marked alike, and quadratic weighted kappa.
        ways: In the key's order.
    """

    means: Mapping[tuple[str, str, str], Estimate]
    differences: Mapping[tuple[str, str], Estimate]
    agreement: Mapping[tuple[str, str, str], tuple[Estimate, float | None]]
    ways: tuple[str, ...]
    name: str = "reading"

    @property
    def complete(self) -> bool:
        """Always: what has no marks is an error."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """Means by task and way, the paired differences, and how far readers agree."""
        groups = dict.fromkeys(group for group, _, _ in self.means)
        columns = tuple(f"{name}, {'share' if most == 1 else f'0–{most}'}" for name, most in CRITERIA.items())
        means = tuple(
            (f"{group}: {way} ({found[0].n})", *map(fraction, found))
            for group in groups
            for way in self.ways
            if (found := [self.means[group, way, name] for name in CRITERIA if (group, way, name) in self.means])
        )
        differences = tuple(
            (f"{group} ({self.differences[group, 'fit'].n})",
             *(fraction(self.differences[group, name]) for name in CRITERIA))
            for group in dict.fromkeys(group for group, _ in self.differences)
        )  # fmt: skip
        agreed = tuple(
            (f"{one}, {other}: {name}", percent(alike), "–" if kappa is None else f"{kappa:.2f}")
            for (one, other, name), (alike, kappa) in self.agreement.items()
        )
        second = f"{self.ways[-1]} less {self.ways[0]}, same cases" if len(self.ways) > 1 else ""
        return tuple(
            Table(title, ("", *names), rows)
            for title, names, rows in (
                ("Marks of a blind reading, 95 % intervals", columns, means),
                (second, columns, differences),
                ("Readers", ("marked alike %", "weighted kappa"), agreed),
            )
            if rows
        )

    def to_json(self) -> Mapping[str, Any]:
        """The same figures under their names."""
        means: dict[str, Any] = defaultdict(lambda: defaultdict(dict))
        for (group, way, name), one in self.means.items():
            means[group][way][name] = estimate_json(one)
        differences: dict[str, Any] = defaultdict(dict)
        for (group, name), one in self.differences.items():
            differences[group][name] = estimate_json(one)
        agreement = [
            {"readers": [one, other], "criterion": name, "alike": estimate_json(alike), "kappa": kappa}
            for (one, other, name), (alike, kappa) in self.agreement.items()
        ]
        return {"means": means, "differences": differences, "agreement": agreement}


def count(reading: Reading) -> ReadingResult:
    """Count the marks: means by task and way, paired differences, agreement."""
    outputs, ways = reading.key.outputs, tuple(reading.key.generators)
    counted = Counter(one.task for one in outputs.values())
    groups = [*(task for task, _ in counted.most_common()), ALL, SHOWABLE]
    means = {
        (group, way, name): bootstrap_mean([reading.mark(number, name) for number in numbers])
        for group in groups
        for way in ways
        if (numbers := [number for number, one in outputs.items() if one.way == way and _belongs(one, group)])
        for name in CRITERIA
    }
    differences = {
        (group, name): paired_difference(*_paired(reading, name, group, (ways[-1], ways[0])))
        for group in groups
        if group != SHOWABLE and len(ways) > 1
        for name in CRITERIA
    }
    return ReadingResult(means, differences, dict(_agreement(reading.readers)), ways)


def weighted_kappa(ours: Sequence[float], theirs: Sequence[float], most: int) -> float | None:
    """Agreement beyond chance of two readers whose marks go from 0 to ``most``, with quadratic weights.

    Source: Cohen 1968, Psychological Bulletin 70 (4).

    Returns:
        1 for full agreement, 0 for chance; None where both gave one and the same mark throughout.

    >>> weighted_kappa([0, 1, 2], [0, 1, 2], 2), weighted_kappa([0, 0, 2, 2], [0, 2, 0, 2], 2)
    (1.0, 0.0)
    """
    seen = sum(((a - b) / most) ** 2 for a, b in zip(ours, theirs, strict=True)) / len(ours)
    by_chance = sum(((a - b) / most) ** 2 for a in ours for b in theirs) / len(ours) ** 2
    return 1 - seen / by_chance if by_chance else None


def _agreement(
    readers: Mapping[str, Mapping[int, Marks]],
) -> Iterator[tuple[tuple[str, str, str], tuple[Estimate, float | None]]]:
    for (one, ours), (other, theirs) in combinations(readers.items(), 2):
        for name, most in CRITERIA.items():
            pairs = [(marks.of(name), theirs[number].of(name)) for number, marks in ours.items()]
            first, second = [a for a, _ in pairs], [b for _, b in pairs]
            yield (one, other, name), (share([a == b for a, b in pairs]), weighted_kappa(first, second, most))


def _belongs(output: Output, group: str) -> bool:
    return group in (ALL, output.task) or (group == SHOWABLE and output.accepted)


def _paired(reading: Reading, criterion: str, group: str, ways: Iterable[str]) -> list[list[float]]:
    """The marks of each way over the same cases, in the cases' order."""
    found = [
        {one.case: reading.mark(number, criterion) for number, one in reading.key.outputs.items()
         if one.way == way and _belongs(one, group)}
        for way in ways
    ]  # fmt: skip
    cases = sorted(set.intersection(*map(set, found)))
    return [[marks[case] for case in cases] for marks in found]
