"""The command that lays all documents side by side: topics, figures, systems, terms, years."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from app.console import DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.overview_tables import view_table
from drafting.comparisons.writing import write_views
from kg.views.making import VIEW_NAMES, make_view
from kg.views.view_json import view_to_json

ViewName = Literal["topics", "thresholds", "systems", "terms", "versions"]


def overview(
    name: Annotated[
        ViewName | None,
        typer.Argument(metavar="[视图]", help="topics、thresholds、systems、terms、versions；不写则全部"),
    ] = None,
    documents: Annotated[list[str] | None, typer.Option("--document", help="只看这些文件，可写多次")] = None,
    target: Annotated[Path | None, typer.Option("--out", help="写成 .xlsx、.docx 或 .md")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """总览：各文件并排——主题与深度、数量要求、点名的系统、名称相同而所指不同、年份与依据。"""
    workspace = open_workspace(data)
    views = [make_view(one, workspace.library, documents or ()) for one in ((name,) if name else VIEW_NAMES)]
    if target is not None:
        write_views(views, workspace.shelf, target)
    if as_json:
        found = [view_to_json(view) for view in views]
        print_json(found[0] if name else {"views": found})
        return 0
    if target is not None:
        note(f"已写入 {target}")
        return 0
    for view in views:
        out().print(view_table(view, lang))
        out().print()
    return 0


COMMANDS: dict[str, Callable[..., Any]] = {"overview": overview}
