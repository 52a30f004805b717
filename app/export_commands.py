"""The command that hands everything over as a file: the graph, the mappings, or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from app.console import DataOption, LangOption, open_workspace, out
from kg.exports.holdings import Holdings
from kg.exports.mapping_table import write_sssom
from kg.exports.sheets import write_sheets

FileFormat = Literal["ttl", "rdfxml", "jsonld", "nt", "sssom", "xlsx"]


def export(
    target: Annotated[Path, typer.Option("--out", help="写到哪个文件")],
    form: Annotated[FileFormat, typer.Option("--format", help="ttl、rdfxml、jsonld、nt、sssom 或 xlsx")] = "ttl",
    data: DataOption = None,
    lang: LangOption = "zh",
) -> int:
    """导出：本体、词表、数据与推定在同一张图里（ttl 等），推定对应（sssom），或工作簿（xlsx，--lang 定表头）。"""
    workspace = open_workspace(data)
    graph = workspace.snapshot.graph
    if form == "sssom":
        write_sssom(target, graph, (row.claim for row in workspace.mappings))
    elif form == "xlsx":
        write_sheets(target, Holdings(workspace.documents, graph, workspace.mappings, lang))
    else:
        graph.export(target, form)
    out().print(f"已写入 {target}", markup=False)
    return 0


COMMANDS: dict[str, Callable[..., Any]] = {"export": export}
