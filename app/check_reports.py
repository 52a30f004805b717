"""The last report of all checks, kept in the data folder with the build that was checked and when."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from app.checking import CHECKS, Checker, Outcome
from app.errors import AppError
from kg.checks.verdict import Check, Figure, Said
from retrieval.vector_cache import Progress

_FILE = "report.json"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What all checks said of a build.

    Attributes:
        build: The build's hash.
        when: When they had been made.
        outcomes: What each said, in the order of ``CHECKS``.
    """

    build: str
    when: datetime
    outcomes: tuple[Outcome, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return all(one.check.ok for one in self.outcomes)


class _Outcome(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    ok: bool
    detail: tuple[str, str]
    findings: tuple[tuple[str, str], ...]
    remarks: tuple[tuple[str, str], ...]
    figures: dict[str, Figure]
    seconds: float
    kept: bool


class _Report(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    build: str
    when: AwareDatetime
    outcomes: tuple[_Outcome, ...]


class CheckReports:
    """Where the last report lies.

    Args:
        folder: The folder; made when a report is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self) -> CheckReport | None:
        """The last report; None where there is none, or one that another version wrote."""
        try:
            kept = _Report.model_validate_json((self._folder / _FILE).read_bytes())
        except (OSError, ValidationError):
            return None
        return CheckReport(kept.build, kept.when, tuple(map(_outcome, kept.outcomes)))

    def keep(self, report: CheckReport) -> None:
        """Keep a report in place of the last one.

        Raises:
            AppError: The folder cannot be written.
        """
        outcomes = tuple(map(_kept, report.outcomes))
        written = _Report(build=report.build, when=report.when, outcomes=outcomes).model_dump_json()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                file.write(written)
            os.replace(file.name, self._folder / _FILE)
        except OSError as error:
            raise AppError(
                f"{self._folder}: the result of a check cannot be kept ({error.strerror}). Make the folder writable."
            ) from error


def report_on(
    build: str, checker: Checker, progress: Progress, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> CheckReport:
    """Make all checks of a build.

    Args:
        build: The build's hash.
        checker: Its checks.
        progress: Told the name of each check that is next, and how many are made; what it raises ends the work.
        now: Tells the time.
    """
    progress(CHECKS[0], 0, len(CHECKS))
    outcomes: list[Outcome] = []
    for outcome in checker.run():
        outcomes.append(outcome)
        done = len(outcomes)
        progress(CHECKS[min(done, len(CHECKS) - 1)], done, len(CHECKS))
    return CheckReport(build, now(), tuple(outcomes))


def _outcome(kept: _Outcome) -> Outcome:
    findings = tuple(Said(*one) for one in kept.findings)
    remarks = tuple(Said(*one) for one in kept.remarks)
    check = Check(kept.name, kept.ok, Said(*kept.detail), findings, remarks, kept.figures)
    return Outcome(check, kept.seconds, kept.kept)


def _kept(outcome: Outcome) -> _Outcome:
    check = outcome.check
    findings, remarks = ([(one.zh, one.en) for one in some] for some in (check.findings, check.remarks))
    return _Outcome(
        name=check.name,
        ok=check.ok,
        detail=(check.detail.zh, check.detail.en),
        findings=tuple(findings),
        remarks=tuple(remarks),
        figures=dict(check.figures),
        seconds=outcome.seconds,
        kept=outcome.kept,
    )
