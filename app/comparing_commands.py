"""The command that lays two documents, tiers or tracks side by side, or one beside the national scenarios."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.compared import briefing_of, scenario_names
from app.comparing_tables import comparison_table
from app.console import DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.limits import coded_target
from drafting.comparisons.briefing_files import told, write_briefing
from drafting.comparisons.briefing_prose import with_prose
from drafting.comparisons.writing import write_comparison
from kg.variants.comparison_json import comparison_to_json


def compare(
    left: Annotated[str, typer.Argument(metavar="左", help="文件、文件:等级 或 文件/类型，如 zj-graded:smart-factory")],
    right: Annotated[str, typer.Argument(metavar="右", help="同左；或 national（国家典型场景，推定）")],
    topic: Annotated[
        str | None, typer.Option("--topic", help="只比一个主题：能力子域（名称或编号）、能力域、系统、技术或文中的词")
    ] = None,
    target: Annotated[Path | None, typer.Option("--out", help="写成 .xlsx、.docx 或 .md")] = None,
    brief: Annotated[bool, typer.Option("--briefing", help="只要一页要点（--out 写成 .docx、.md 或 .txt）")] = False,
    generator: Annotated[
        str, typer.Option("--generator", help="给要点添几句、逐项核对的模型：none、bundled、gguf:路径 或 openai:地址")
    ] = "none",
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """对比：按意思逐条对齐，说明用词、数量、系统、对象和范围有何不同，哪些只有一边写。"""
    workspace = open_workspace(data, generator=generator)
    comparison = workspace.comparing.compare(coded_target(workspace, left), coded_target(workspace, right), topic)
    names = scenario_names(workspace)
    page = briefing_of(comparison, workspace, lang) if brief else None
    if page and generator != "none":
        page = with_prose(page, workspace.generator(), workspace.shelf, workspace.lexicon)
    if target and page:
        write_briefing(page, target)
    elif target:
        write_comparison(comparison, workspace.shelf, target, names)
    if target:
        note(f"已写入 {target}")
    if as_json:
        print_json(comparison_to_json(comparison))
    elif page and not target:
        out().print(told(page), markup=False)
    elif not target:
        out().print(comparison_table(comparison, workspace.shelf, names, lang))
    return 0


COMMANDS: dict[str, Callable[..., Any]] = {"compare": compare}
