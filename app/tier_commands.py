"""The command that shows how a document's tiers build on each other, subdomain by subdomain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from app.console import DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.limits import DocumentOption, require_document
from app.tier_steps import AskedTiers, asked_tiers, within
from app.tier_tables import TierTables
from drafting.comparisons.writing import write_ladders
from kg.ladders.ladder import Ladder
from kg.ladders.ladder_json import ladders_to_json

_IN_FULL = 3
"""So many ladders are printed word for word; more are told in a table."""


def tiers(
    domain: Annotated[str | None, typer.Option("--domain", help="能力域或能力要素的名称")] = None,
    subdomain: Annotated[str | None, typer.Option("--subdomain", help="能力子域的编号、名称或别名")] = None,
    lower: Annotated[str | None, typer.Option("--from", help="现在的等级：代码或名称")] = None,
    upper: Annotated[str | None, typer.Option("--to", help="要达到的等级：代码或名称；不写则为上一级")] = None,
    document: DocumentOption = None,
    target: Annotated[Path | None, typer.Option("--out", help="写成 .xlsx、.docx 或 .md")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """等级阶梯：每个能力子域各等级的要求，逐级新增、提升（宜→应）、扩大、改变和未重申的；--from、--to 列出升级清单。"""
    workspace = open_workspace(data)
    require_document(workspace, document)
    asked = asked_tiers(workspace, document, lower, upper)
    ladders = within(workspace, asked.ladders, domain, subdomain)
    if target is not None:
        write_ladders(ladders, workspace.shelf, target)
        note(f"已写入 {target}")
    if as_json:
        limits = asked.limits or (None, None)
        print_json(ladders_to_json(asked.document, asked.known, ladders, workspace.shelf.by_id, limits))
    elif target is None:
        out().print(_shown(TierTables(workspace.shelf.by_id, lang), ladders, asked))
    return 0


def _shown(tables: TierTables, ladders: Sequence[Ladder], asked: AskedTiers) -> RenderableType:
    """The step as a list, a few ladders in full, or all at a glance.

    Args:
        tables: Prints them.
        ladders: The ladders to print.
        asked: The tiers that they are of.
    """
    if asked.limits is not None:
        return tables.step(ladders, [tier.label for tier in asked.between])
    return tables.in_full(ladders) if len(ladders) <= _IN_FULL else tables.overview(ladders)


COMMANDS: dict[str, Callable[..., Any]] = {"tiers": tiers}
