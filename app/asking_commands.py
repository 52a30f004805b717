"""Commands that find and answer: search and ask, one question or a file of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.assembly import Workspace
from app.batches import run_batch
from app.console import DataOption, JsonOption, LangOption, open_workspace, out, print_json
from app.limits import (
    DocumentOption,
    ForceOption,
    SubdomainOption,
    SystemOption,
    TierOption,
    require_document,
    require_subdomain,
    system_codes,
    tier_code,
)
from app.printing import answer_panel, hits_table
from app.questions import checked
from app.writers import writer_of
from drafting.answering import Limits
from retrieval.filters import Filters


def search(
    query: Annotated[str | None, typer.Argument(help="要找什么")] = None,
    document: DocumentOption = None,
    tier: TierOption = None,
    subdomain: SubdomainOption = None,
    system: SystemOption = None,
    force: ForceOption = None,
    top: Annotated[int, typer.Option("--top", min=1, max=200, help="给出几条")] = 10,
    batch: Annotated[Path | None, typer.Option("--batch", help="每行一个 {id, question} 的文件")] = None,
    target: Annotated[Path | None, typer.Option("--out", help="批量结果写到哪个文件")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """检索条款：关键词、语义与图谱合在一起。"""
    workspace = open_workspace(data)
    filters = _filters(workspace, document, tier, subdomain, system, force)

    def one(question: str) -> dict[str, Any]:
        return workspace.search(checked(question), filters, top=top).to_json(workspace.titles)

    if batch is not None:
        return run_batch(batch, _needed(target), one)
    found = one(_given(query))
    if as_json:
        print_json(found)
    else:
        out().print(hits_table(found, lang))
    return 0


def _filters(
    workspace: Workspace,
    document: str | None,
    tier: str | None,
    subdomain: str | None,
    system: str | None,
    force: str | None,
) -> Filters:
    require_document(workspace, document)
    tier = tier_code(workspace, tier, document)
    require_subdomain(workspace, subdomain)
    values = {"documents": document, "tiers": tier, "subdomains": subdomain, "forces": force}
    single = {name: (value,) for name, value in values.items() if value}
    return Filters(**single, systems=system_codes(workspace, system))


def ask(
    question: Annotated[str | None, typer.Argument(help="问题")] = None,
    document: DocumentOption = None,
    tier: TierOption = None,
    generator: Annotated[
        str | None, typer.Option("--generator", help="bundled、gguf:路径、openai:网址#模型 或 none")
    ] = None,
    batch: Annotated[Path | None, typer.Option("--batch", help="每行一个 {id, question} 的文件")] = None,
    target: Annotated[Path | None, typer.Option("--out", help="批量结果写到哪个文件")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """回答问题：先结论，后逐字引用；文本没有说的，直说没有。"""
    workspace = open_workspace(data, generator=generator)
    require_document(workspace, document)
    tier = tier_code(workspace, tier, document)
    try:
        writer = writer_of(workspace)
        limits = Limits(document, tier) if document or tier else None

        def one(text: str) -> dict[str, Any]:
            return workspace.ask(checked(text), writer, limits).to_json()

        if batch is not None:
            return run_batch(batch, _needed(target), one)
        if as_json:
            print_json(one(_given(question)))
        else:
            out().print(answer_panel(workspace.ask(checked(_given(question)), writer, limits), lang))
        return 0
    finally:
        workspace.close()


def _given(text: str | None) -> str:
    if text is None:
        raise typer.BadParameter("给出问题，或用 --batch 给出文件。")
    return text


def _needed(target: Path | None) -> Path:
    if target is None:
        raise typer.BadParameter("--batch 需要 --out。")
    return target


COMMANDS: dict[str, Callable[..., Any]] = {"search": search, "ask": ask}
