"""Commands that read: documents, clauses, trace, sparql."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.console import DataOption, JsonOption, LangOption, open_workspace, out, print_json
from app.limits import (
    DocumentOption,
    ForceOption,
    SystemOption,
    TierOption,
    require_document,
    require_tier,
    system_codes,
)
from app.printing import clauses_table, documents_table, queries_table, rows_table, trace_table
from app.tracing import require_intact, trace_chain
from kg.clause_json import clause_to_row
from kg.errors import GraphError
from kg.named_queries import named_queries, named_query

_SHOWN = {"id", "title", "issuer", "region", "level", "year", "year_basis", "status", "sha256"}


def documents(
    notes: Annotated[bool, typer.Option("--notes", help="在表格后列出全部注意事项")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """所收文件：标题、发布地区、年份及其依据、条目数、注意事项（--json 另有校验值）。"""
    workspace = open_workspace(data)
    rows = [
        {
            **document.meta.model_dump(include=_SHOWN),
            "clauses": len(document.clauses),
            "notes": list(document.notes),
        }
        for document in workspace.documents
    ]
    if as_json:
        print_json({"documents": rows})
    else:
        out().print(documents_table(rows, lang, notes))
    return 0


def clauses(
    document: DocumentOption = None,
    tier: TierOption = None,
    force: ForceOption = None,
    system: SystemOption = None,
    table: Annotated[bool, typer.Option("--table", help="给人看的表格，而不是 JSON Lines")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """按阅读顺序列出条目，每行一个 JSON 对象（--json 与否都一样）。"""
    workspace = open_workspace(data)
    require_document(workspace, document)
    require_tier(workspace, tier, document)
    codes = system_codes(workspace, system)
    found = [
        clause
        for clause in workspace.clauses
        if (document is None or clause.document == document)
        and (tier is None or clause.tier == tier)
        and (force is None or force in clause.forces)
        and (not codes or not set(codes).isdisjoint(clause.systems))
    ]
    if table:
        out().print(clauses_table(found, lang))
        return 0
    for clause in found:
        sys.stdout.write(json.dumps(clause_to_row(clause), ensure_ascii=False) + "\n")
    return 0


def trace(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="条目编号，或 回答.json#句号（从 1 数起）")],
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """从一句话追到原文的字：句子 → 条目 → 字符位置 → 文件校验值 → 切分规则。"""
    chain = trace_chain(identifier, open_workspace(data).documents)
    if as_json:
        print_json(chain)
    else:
        out().print(trace_table(chain, lang))
    require_intact(chain)
    return 0


def sparql(
    query: Annotated[str | None, typer.Argument(help="SPARQL 查询、内置查询名，或 @文件")] = None,
    list_queries: Annotated[bool, typer.Option("--list", help="列出内置查询")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """对知识图谱做只读查询（SPARQL 1.1）。"""
    if list_queries:
        found = [{"name": one.name, "zh": one.zh, "en": one.en} for one in named_queries()]
        if as_json:
            print_json({"queries": found})
        else:
            out().print(queries_table(found, lang))
        return 0
    if query is None:
        raise typer.BadParameter("给出查询、内置查询名或 @文件；--list 列出内置查询。")
    rows = open_workspace(data).snapshot.graph.query(_query_text(query))
    if as_json:
        print_json(rows.to_json())
    else:
        out().print(rows_table(rows, lang))
    return 0


def _query_text(query: str) -> str:
    if query.startswith("@"):
        try:
            return Path(query[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise GraphError(f"query file {query[1:]}: it cannot be read ({error}). Name a UTF-8 file.") from error
    return query if any(mark in query for mark in " {\n") else named_query(query).sparql


COMMANDS: dict[str, Callable[..., Any]] = {
    "documents": documents,
    "clauses": clauses,
    "trace": trace,
    "sparql": sparql,
}
