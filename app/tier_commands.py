"""The command that shows how a document's tiers build on each other, subdomain by subdomain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from app.assembly import Workspace
from app.console import DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.errors import AppError
from app.limits import DocumentOption, require_document
from app.tier_tables import TierTables
from drafting.comparisons.writing import write_ladders
from kg.ladders.choosing import of_domain, of_subdomain
from kg.ladders.ladder import Ladder
from kg.ladders.ladder_json import ladders_to_json, tiers_between
from kg.ladders.tiers import Tier, tier_called

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
    asked = document or workspace.default_document
    if asked is None:
        raise AppError("tiers: no document is named and there is no default one here. Name one with --document.")
    limits = _limits(workspace, asked, lower, upper)
    ladders = workspace.ladders.between(asked, *limits) if limits else workspace.ladders.ladders(asked)
    if domain is not None:
        ladders = of_domain(ladders, domain, workspace.snapshot.graph)
    if subdomain is not None:
        ladders = of_subdomain(ladders, subdomain, workspace.snapshot.graph)
    if target is not None:
        write_ladders(ladders, workspace.shelf, target)
        note(f"已写入 {target}")
    known = workspace.ladders.tiers(asked)
    if as_json:
        print_json(ladders_to_json(asked, known, ladders, workspace.shelf.by_id, limits or (None, None)))
    elif target is None:
        out().print(_shown(TierTables(workspace.shelf.by_id, lang), ladders, known, limits))
    return 0


def _shown(
    tables: TierTables, ladders: Sequence[Ladder], known: Sequence[Tier], limits: tuple[str, str] | None
) -> RenderableType:
    """The step as a list, a few ladders in full, or all at a glance.

    Args:
        tables: Prints them.
        ladders: The ladders asked for.
        known: The document's tiers, lowest first.
        limits: The tiers of the one step; None for all steps.
    """
    if limits is not None:
        return tables.step(ladders, [tier.label for tier in tiers_between(known, *limits)])
    return tables.in_full(ladders) if len(ladders) <= _IN_FULL else tables.overview(ladders)


def _limits(workspace: Workspace, document: str, lower: str | None, upper: str | None) -> tuple[str, str] | None:
    """The codes of the two tiers of the step; the neighbour of the one where only one is given.

    Raises:
        GraphError: A tier is not the document's.
        AppError: There is no tier below or above the one given.
    """
    if lower is None and upper is None:
        return None
    known = workspace.ladders.tiers(document)
    codes = [tier.code for tier in known]
    low = None if lower is None else tier_called(known, lower, document).code
    high = None if upper is None else tier_called(known, upper, document).code
    if low is None and high is not None:
        low = codes[codes.index(high) - 1] if codes.index(high) else None
    elif low is not None and high is None:
        high = codes[codes.index(low) + 1] if codes.index(low) + 1 < len(codes) else None
    if low is None or high is None:
        raise AppError(
            f"step from {lower or 'below'} to {upper or 'above'}: {document} has no such tier. "
            f"Its tiers are {', '.join(codes)}, lowest first."
        )
    return low, high


COMMANDS: dict[str, Callable[..., Any]] = {"tiers": tiers}
