"""Commands that make, measure and run: build, eval, models, app."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any

import typer

from app.console import DataOption, JsonOption, LangOption, build_now, note, open_workspace, out, print_json
from app.models import model_facts
from app.printing import models_table
from app.serving import ADDRESS, require_free, serve
from app.settings import read_settings
from app.web.theme import theme_flags
from app.writers import writer_of
from corpus.readers.limits import Limits
from evals.question import PINS
from evals.run import KINDS
from evals.run import run as run_evaluation


def build(
    force: Annotated[bool, typer.Option("--force", help="不管有无变化，全部重建")] = False,
    embedder: Annotated[
        str | None, typer.Option("--embedder", help="向量模型：bundled、sentence-transformers:目录、openai:网址#模型")
    ] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> int:
    """读取语料，写入知识图谱，计算向量，建立索引；只处理变化的部分。"""
    report = build_now(read_settings(data, embedder=embedder), force=force)
    if as_json:
        print_json({**asdict(report), "path": str(report.path)})
        return 0
    state = "已构建" if report.status == "built" else "没有变化"
    counts = f"{report.documents} 个文件，{report.clauses} 条，新算向量 {report.embedded} 个"
    out().print(f"{state}：{counts}。", markup=False)
    return 0


def evaluate(
    kind: Annotated[str, typer.Argument(help=f"{'、'.join(KINDS)} 或 all")] = "all",
    question_set: Annotated[
        str | None, typer.Option("--set", help=f"{'、'.join(PINS)}（test 与 compare-test 不用来调整），默认全部")
    ] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> int:
    """评测，并在同一次运行里测出基线。"""
    if kind not in (*KINDS, "all"):
        raise typer.BadParameter(f"kind {kind}: choose one of {', '.join(KINDS)}, all.")
    if question_set not in (*PINS, None):
        raise typer.BadParameter(f"--set {question_set}: choose one of {', '.join(PINS)}.")
    workspace = open_workspace(data)
    try:
        sets = (question_set,) if question_set else tuple(PINS)
        return run_evaluation(kind, workspace, as_json, sets=sets, told=lambda name: note(f"评测 {name} …"))
    finally:
        workspace.close()


def models(data: DataOption = None, as_json: JsonOption = False, lang: LangOption = "zh") -> int:
    """所用的模型：许可、大小、校验值、位置。"""
    facts = model_facts(read_settings(data))
    if as_json:
        print_json(facts)
    else:
        out().print(models_table(facts, lang))
    return 0


def serve_app(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="端口")] = 8501,
    data: DataOption = None,
) -> int:
    """启动网页（仅监听本机），在前台运行，Ctrl+C 结束。"""
    require_free(port)
    settings = read_settings(data)
    workspace = open_workspace(data)
    try:
        writer_of(workspace, quiet=True)
    finally:
        workspace.close()
    note(f"工标已启动：http://{ADDRESS}:{port}（Ctrl+C 结束）")
    with as_file(files("app").joinpath("streamlit_main.py")) as script:
        return serve(streamlit_command(script, port, settings.data))


def streamlit_command(script: Path, port: int, data: Path) -> list[str]:
    """The command that runs the page: headless, on the local address alone, asking and watching nothing."""
    most = str(Limits().file_bytes >> 20)  # MiB: what the readers take
    return [
        sys.executable, "-P", "-m", "streamlit", "run", str(script),
        "--server.port", str(port), "--server.address", ADDRESS, "--server.headless", "true",
        "--server.fileWatcherType", "none", "--server.maxUploadSize", most, "--browser.gatherUsageStats", "false",
        "--client.toolbarMode", "minimal", "--client.showErrorDetails", "none", "--client.showErrorLinks", "false",
        *theme_flags(), "--", "--data", str(data),
    ]  # fmt: skip


COMMANDS: dict[str, Callable[..., Any]] = {"build": build, "eval": evaluate, "models": models, "app": serve_app}
