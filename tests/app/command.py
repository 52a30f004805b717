"""Runs the command as a person does, in this process: its arguments in, its exit status and what it wrote out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import run


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did.

    Attributes:
        status: Its exit status.
        out: What it wrote to standard output.
        err: What it wrote to standard error.
    """

    status: int
    out: str
    err: str

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> str:
        """The one line that says what went wrong; standard output must be empty."""
        assert self.out == ""
        lines = [line for line in self.err.splitlines() if line.strip()]
        assert len(lines) == 1 and lines[0].startswith("error: "), self.err
        return lines[0].removeprefix("error: ")


class Gongbiao:
    """The command over one data folder.

    Args:
        data: The data folder.
        capsys: Pytest's capture of what the command writes.
    """

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Done:
        """Runs ``gongbiao ARGUMENTS --data DATA``."""
        self._capsys.readouterr()
        status = run([*map(str, arguments), "--data", str(self.data)])
        written = self._capsys.readouterr()
        return Done(status, written.out, written.err)


def kept(data: Path) -> dict[str, bytes]:
    """Every file of a data folder, to show that nothing was changed."""
    return {str(path.relative_to(data)): path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}
