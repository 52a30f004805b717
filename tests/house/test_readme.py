"""Each command of the README is a real one, and those that only read are run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source_tree import ROOT

BLOCK = re.compile(r"^```(?:console|bash|sh|shell)\n(.*?)^```", re.DOTALL | re.MULTILINE)
READS = (
    "ask", "check", "clauses", "compare", "documents", "map", "models", "overview", "search", "sparql", "tiers", "trace"
)  # fmt: skip
TASKS = ("app", "check", "clean", "install", "test")


def commands(markdown: str) -> Iterator[str]:
    """Yields the commands of the console blocks: lines after ``$``, or all lines where a block has no ``$``."""
    for block in BLOCK.findall(markdown):
        lines = block.replace("\\\n", " ").splitlines()
        prompted = [line[1:] for line in lines if line.startswith("$")]
        yield from (line.strip() for line in prompted or lines if line.strip() and not line.lstrip().startswith("#"))


def readme_commands() -> list[str]:
    readme = ROOT / "README.md"
    return list(commands(readme.read_text(encoding="utf-8"))) if readme.exists() else []


def words(command: str) -> list[str]:
    """Splits a command; its program is named without its folder, and what follows a pipe is left out."""
    found = shlex.split(command, comments=True)
    found = found[: found.index("|")] if "|" in found else found
    return [Path(found[0]).name, *found[1:]]


def gongbiao(*arguments: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    place = ["--data", str(data)] if data else []
    code = "import sys; from app.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments, *place], capture_output=True, text=True, check=False, timeout=600
    )


def test_commands_are_read_from_console_blocks() -> None:
    markdown = "x\n```console\n$ gongbiao ask 'a b' \\\n  --json\nanswer\n```\n```bash\n# first\nmake app\n```\n"
    assert list(commands(markdown)) == ["gongbiao ask 'a b'    --json", "make app"]
    assert words(".venv/bin/gongbiao ask 'a b' --json | less") == ["gongbiao", "ask", "a b", "--json"]


def test_the_readme_has_commands() -> None:
    programs = {words(command)[0] for command in readme_commands()}
    assert {"make", "gongbiao"} <= programs


@pytest.mark.parametrize("command", readme_commands())
def test_a_command_is_real(command: str) -> None:
    program, *rest = words(command)
    if program == "gongbiao":
        assert gongbiao(rest[0], "--help").returncode == 0
    elif program == "make":
        assert rest and set(rest) <= set(TASKS)
    elif rest and Path(rest[0]).name == "dev.py":
        assert rest[1] in TASKS
    else:
        assert program in ("git", "cd", "pip", "python3", "python"), f"unknown program in the README: {command}"


@pytest.mark.parametrize("page", ["README.md", "docs/plans.md"])
def test_the_commands_of_plans_work_one_after_the_other(
    page: str, built_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲公司").mkdir()
    told = [words(one) for one in commands((ROOT / page).read_text(encoding="utf-8"))]
    wanted = [rest for program, *rest in told if program == "gongbiao" and rest[0] in ("plan", "form")]
    assert len(wanted) >= 5
    for rest in wanted:
        done = gongbiao(*rest, data=built_data)
        assert done.returncode == 0, (rest, done.stderr)
        written = rest[rest.index("--out") + 1] if "--out" in rest else rest[rest.index("--template") + 1]
        folder = tmp_path / "甲公司" / "exports" if "--project" in rest else tmp_path
        assert (folder / written).stat().st_size > 5_000


def library_commands(page: str) -> list[list[str]]:
    told = [words(one)[1:] for one in commands((ROOT / page).read_text(encoding="utf-8"))]
    return [rest for rest in told if rest[0] in ("ingest", "diff", "backup", "remove", "restore")]


def test_the_commands_of_the_library_work_one_after_the_other(
    built_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(built_data, data, ignore=shutil.ignore_patterns("models", "writer.lock"))
    monkeypatch.chdir(tmp_path)
    wanted = library_commands("docs/adding-a-document.md")
    bare = [[one.rpartition("/")[2] for one in rest] for rest in library_commands("README.md")]
    assert len(bare) >= 5 and all(rest in wanted for rest in bare)
    for rest in wanted:
        given = [str(ROOT / "docs" / "example" / one) if one.endswith(".txt") else one for one in rest]
        done = gongbiao(*given, data=data)
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), (rest, done.stderr)
    assert wanted[-1][0] == "restore" and "北原" in gongbiao("documents", data=data).stdout


def reading() -> list[str]:
    """The commands of the README that only read; those that write a file are run apart."""
    return [one for one in readme_commands() if set(words(one)[1:2]) & set(READS) and "--out" not in words(one)]


def test_the_files_of_comparisons_are_written(
    built_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = [words(one)[1:] for one in readme_commands() if "--out" in words(one)]
    wanted = [rest for rest in told if rest[0] in ("compare", "overview", "tiers")]
    assert len(wanted) >= 2
    for rest in wanted:
        done = gongbiao(*rest, data=built_data)
        assert done.returncode == 0, (rest, done.stderr)
        assert (tmp_path / rest[rest.index("--out") + 1]).stat().st_size > 2_000


@pytest.mark.parametrize("command", reading())
def test_a_command_that_reads_works(command: str, built_data: Path) -> None:
    program, *rest = words(command)
    if program != "gongbiao":
        pytest.skip(f"{program} is not the command line under test")
    done = gongbiao(*rest, data=built_data)
    assert (done.returncode, bool(done.stdout.strip())) == (0, True), done.stderr
