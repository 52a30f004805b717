"""The last report of all checks is kept with the build it is of; one that is given up leaves the former."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from app.check_reports import CheckReport, CheckReports, report_on
from app.checking import CHECKS, Checker, Outcome
from app.errors import AppError
from kg.checks.verdict import Check, Said

WHEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
WRONG = Check("shacl", False, Said("三条", "three"), (Said("少一项", "one is missing"),), (), {"rows": 3})


class Checks:
    """Checks of which one fails."""

    def run(self) -> Iterator[Outcome]:
        for name in CHECKS:
            check = WRONG if name == "shacl" else Check(name, True, Said("好", "well"), (), (Said("留意", "note"),))
            yield Outcome(check, 0.5, False)


def test_a_report_is_found_as_it_was_kept(tmp_path: Path) -> None:
    reports, told = CheckReports(tmp_path / "checks"), list[tuple[str, int, int]]()
    assert reports.find() is None
    report = report_on("abc", cast(Checker, Checks()), lambda *at: told.append(at), lambda: WHEN)
    reports.keep(report)
    assert reports.find() == report == CheckReport("abc", WHEN, report.outcomes) and not report.ok
    assert [name for name, _, _ in told] == [*CHECKS, CHECKS[-1]] and told[-1][1:] == (len(CHECKS), len(CHECKS))


def test_what_another_version_wrote_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('{"build": "abc"}', encoding="utf-8")
    assert CheckReports(tmp_path).find() is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "checks").write_text("no folder", encoding="utf-8")
    report = CheckReport("abc", WHEN, ())
    with pytest.raises(AppError, match="cannot be kept"):
        CheckReports(tmp_path / "checks").keep(report)


def test_checks_that_are_given_up_end_at_the_next(tmp_path: Path) -> None:
    class GivenUp(BaseException):
        """A person gave it up."""

    def stop(stage: str, done: int, total: int) -> None:
        if done == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        report_on("abc", cast(Checker, Checks()), stop)
