"""The result of the suite as tables and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evals.ingestion.figures import (
    by_borders,
    clustered,
    exact,
    invented,
    mark_names,
    marked,
    missed,
    seconds_a_page,
    true_count,
)
from evals.ingestion.judging import Judged
from evals.metrics import Estimate
from evals.report import Table, estimate_json, percent

_SPLITS = ("dev", "test")
_FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class IngestionResult:
    """What reading made of the suite.

    Attributes:
        files: Each file judged.
        detailed: The split whose files are shown one by one.
    """

    files: tuple[Judged, ...]
    detailed: str = "dev"
    name: str = "ingestion"

    @property
    def complete(self) -> bool:
        """Whether every sound file of the suite was read."""
        return not any(file.refused for file in self._sound())

    def tables(self) -> tuple[Table, ...]:
        """Totals beside the baselines, then by shape, then by file."""
        by_file = self._by_file()
        return (self._totals(), self._by_shape(), *((by_file,) if by_file.rows else ()))

    def to_json(self) -> Mapping[str, Any]:
        """Totals of each split, and each shape; files of the detailed split alone."""
        return {
            "files": len(self.files),
            "totals": {
                name: {split: estimate_json(value) for split, value in values.items()}
                for name, values in self._figures().items()
            },
            "seconds_a_page": round(seconds_a_page(self._sound()), 4),
            "shapes": {row[0]: row[1:] for row in self._by_shape().rows},
            "detail": {row[0]: row[1:] for row in self._by_file().rows},
        }

    def _splits(self) -> tuple[str, ...]:
        return tuple(split for split in _SPLITS if self._split(split))

    def _sound(self) -> list[Judged]:
        return [file for file in self.files if not file.file.made.damage]

    def _split(self, split: str) -> list[Judged]:
        return [file for file in self._sound() if file.file.content.split == split]

    def _damaged(self, split: str) -> list[Judged]:
        return [file for file in self.files if file.file.made.damage and file.file.content.split == split]

    def _figures(self) -> dict[str, dict[str, Estimate]]:
        names = mark_names(self.files)
        found: dict[str, dict[str, Estimate]] = {}
        for split in self._splits():
            files = self._split(split)
            figures = {
                "sound files read": clustered(files, lambda file: (not file.refused, 1)),
                "damaged files refused": clustered(self._damaged(split), lambda file: (file.refused is not None, 1)),
                "rows found exactly": clustered(files, exact),
                "· each line a row (baseline)": clustered(files, lambda file: exact(file, file.lines)),
                "· chunks (baseline)": clustered(files, lambda file: exact(file, file.chunks)),
                "rows with wrong borders": clustered(files, by_borders),
                "rows missed": clustered(files, missed),
                "rows invented": clustered(files, invented),
                "files whose rows hold the invariants": clustered(files, lambda file: (not file.broken, 1)),
                "files without lines of the page": clustered(files, lambda file: (not file.foreign, 1)),
                "coverage": _mean_share(files, lambda file: file.coverage),
                "structured": _mean_share(files, lambda file: file.structured),
                **{f"{name} right": clustered(files, marked(name)) for name in names},
            }
            for name, value in figures.items():
                found.setdefault(name, {})[split] = value
        return found

    def _totals(self) -> Table:
        rows = tuple(
            (name, *(f"{percent(values[split])} of {values[split].n}" for split in self._splits()))
            for name, values in self._figures().items()
        )
        title = (
            f"Ingestion: {len(self.files)} files of {len({f.file.content.id for f in self.files})} documents, "
            f"{seconds_a_page(self._sound()) * 1000:.0f} ms for 1,000 characters; % [95 % interval over documents]"
        )
        return Table(title, ("", *self._splits()), rows)

    def _by_shape(self) -> Table:
        shapes = dict.fromkeys(file.file.shape for file in self._sound())
        rows = tuple((shape, *_row([f for f in self._sound() if f.file.shape == shape])) for shape in shapes)
        return Table("By shape, both splits", ("shape", *_COLUMNS), rows)

    def _by_file(self) -> Table:
        files = self._split(self.detailed)
        rows = tuple((file.file.name, *_row([file])) for file in files)
        return Table(f"By file, {self.detailed}", ("file", *_COLUMNS), rows)


_COLUMNS = (
    "rows",
    "cov",
    "str",
    "exact",
    "lines",
    "borders",
    "missed",
    "invent",
    "page",
    "kind",
    "tier",
    "force",
    "qty",
    "facts",
    "ms",
)


def _mean_share(files: Sequence[Judged], share: Callable[[Judged], float]) -> Estimate:
    estimate = clustered(files, lambda file: (round(_FINE * share(file)), _FINE))
    return replace(estimate, n=len(files))


def _row(files: Sequence[Judged]) -> tuple[str, ...]:
    return (
        str(sum(map(true_count, files))),
        *(_mean([getattr(file, name) for file in files]) for name in ("coverage", "structured")),
        _share([exact(file) for file in files]),
        _share([exact(file, file.lines) for file in files]),
        *(str(sum(count(file)[0] for file in files)) for count in (by_borders, missed, invented)),
        str(sum(len(file.foreign) for file in files)),
        *(_share([marked(name)(file) for name in names for file in files]) for names in _MARKS),
        _share([marked(name)(file) for name in mark_names(files) if name.startswith("fact ") for file in files]),
        f"{1000 * seconds_a_page(files):.0f}",
    )


_MARKS = (("kind",), ("tier", "no tier"), ("force",), ("quantity",))


def _mean(shares: Sequence[float]) -> str:
    return f"{100 * sum(shares) / max(1, len(shares)):.0f}"


def _share(counts: Sequence[tuple[int, int]]) -> str:
    right, of = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return f"{100 * right / of:.0f}" if of else "–"
