"""What every command shares: options, the workspace (built first where nothing is built), output and errors."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.assembly import Workspace, build_data, library_changes
from app.errors import AppError
from app.labels import Language
from app.messages import in_chinese
from app.settings import Settings, read_settings
from corpus.errors import CorpusError
from corpus.readers.unseen import seen
from drafting.generator import DraftingError
from evals.errors import EvalError
from kg.errors import GraphError
from ontology.errors import OntologyError
from retrieval.building import BuildReport
from retrieval.errors import RetrievalError

LAYER_ERRORS = (CorpusError, OntologyError, GraphError, RetrievalError, DraftingError, EvalError, AppError)
FAILED, MISUSED, PARTLY = 1, 2, 3
_PIPED_WIDTH = 120

DataOption = Annotated[
    Path | None, typer.Option("--data", help="数据目录（默认为系统的用户数据目录，或环境变量 GONGBIAO_DATA）")
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出一个 JSON 对象")]
LangOption = Annotated[Language, typer.Option("--lang", help="标签的语言：zh 或 en（文件内容不翻译）")]

STAGES = {
    "read": "读取文件",
    "recognise": "识别页面文字",
    "cut": "切分条款",
    "link": "识别系统与技术",
    "graph": "写入知识图谱",
    "embed": "计算向量",
    "align": "对齐各文件的条款",
    "publish": "发布快照",
    "assess": "逐条判断",
    "narrate": "写叙述",
}


def out() -> Console:
    """Where people read results: standard output."""
    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH)


def note(text: str) -> None:
    """A notice for people; never on standard output."""
    lines = "\n".join(map(seen, text.split("\n")))
    Console(file=sys.stderr, highlight=False).print(lines, style="dim", markup=False, soft_wrap=True)


def print_json(value: Mapping[str, Any]) -> None:
    """One object on standard output, alone."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on standard error, fed with a stage, the number done and the number to do."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(STAGES.get(stage, stage), total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield advance


def build_now(settings: Settings, *, force: bool = False) -> BuildReport:
    """Build with a progress bar."""
    with progress_bar() as advance:
        return build_data(settings, force, advance)


def open_workspace(data: Path | None, *, generator: str | None = None, embedder: str | None = None) -> Workspace:
    """The workspace over the data folder; builds first where nothing is built, and says so."""
    settings = read_settings(data, generator=generator, embedder=embedder)
    workspace = Workspace.open(settings)
    if workspace is None or not library_changes(settings).is_current():
        note(f"{'尚未构建' if workspace is None else '文件有变化，尚未构建'}，先构建到 {settings.data} …")
        build_now(settings)
        workspace = Workspace.open(settings)
    if workspace is None:
        raise RetrievalError(f"data folder {settings.data}: nothing is built in it. Run `gongbiao build`.")
    return workspace


def fail(error: Exception, status: int = FAILED, *, details: bool = False, chinese: bool = False) -> int:
    """Write an error's one line and give the exit status.

    Args:
        error: What happened.
        status: The exit status.
        details: Whether people read this, and so may have all that the line has no room for before it.
        chinese: Whether they read Chinese at a screen, and so have the line in Chinese before it.
    """
    for one in error.details if details and isinstance(error, DraftingError) else ():
        note(one)
    line = seen(" ".join(str(error).split()))
    if chinese and (said := in_chinese(line)) != line:
        note(said)
    sys.stderr.write(f"error: {line}\n")
    return status
