"""Commands that read: documents, clauses, trace, sparql."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
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
    system_codes,
    tier_code,
)
from app.printing import clauses_table, documents_table, queries_table, rows_table, trace_table
from app.tracing import require_intact, trace_chain
from kg.clause_json import clause_to_row
from kg.errors import GraphError
from kg.named_queries import NamedQuery, named_queries, named_query
from kg.query_settings import settled
from kg.rows import Rows

_SHOWN = {
    *("id", "title", "issuer", "region", "level", "year", "year_basis", "status", "sha256"),
    *("number", "validity", "edition", "former", "later", "repeals", "repealed_by", "file", "format", "original"),
}
_LISTED = ("name", "zh", "en", "parameters")


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
    tier = tier_code(workspace, tier, document)
    codes = system_codes(workspace, system)
    found = [
        clause
        for clause in workspace.clauses
        if (document is None or clause.document == document)
        and (tier is None or clause.holds_for(tier))
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
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="条目编号、回答.json#句号（从 1 数起）或 计划.json#条目编号[:句号]")
    ],
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
    list_queries: Annotated[bool, typer.Option("--list", help="列出内置查询及其参数")] = False,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="参数=值", help="内置查询的参数，可多次给出")
    ] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """对知识图谱做只读查询（SPARQL 1.1）；内置查询可用 --set 改变参数。"""
    if list_queries:
        found = [asdict(one) for one in named_queries()]
        if as_json:
            print_json({"queries": [{key: one[key] for key in _LISTED} for one in found]})
        else:
            out().print(queries_table(found, lang))
        return 0
    if query is None:
        raise typer.BadParameter("给出查询、内置查询名或 @文件；--list 列出内置查询。")
    rows = _ask(query, settings or [], data)
    if as_json:
        print_json(rows.to_json())
    else:
        out().print(rows_table(rows, lang))
    return 0


def _ask(query: str, settings: Sequence[str], data: Path | None) -> Rows:
    if query.startswith("@") or any(mark in query for mark in " {\n"):
        if settings:
            raise typer.BadParameter("--set is for queries that come along, by name. See --list.")
        return open_workspace(data).snapshot.graph.query(_written(query))
    named = named_query(query)
    values = _values(settings, named)
    graph = open_workspace(data).snapshot.graph
    return graph.query(settled(graph, named, values))


def _written(query: str) -> str:
    if not query.startswith("@"):
        return query
    try:
        return Path(query[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"query file {query[1:]}: it cannot be read ({error}). Name a UTF-8 file.") from error


def _values(settings: Sequence[str], query: NamedQuery) -> dict[str, str]:
    values: dict[str, str] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or not value:
            raise typer.BadParameter(f"--set {setting}: write NAME=VALUE. {query.name}: {query.offer()}")
        if name not in {parameter.name for parameter in query.parameters}:
            raise typer.BadParameter(f"--set {setting}: {query.name} has no such parameter. {query.offer()}")
        if name in values:
            raise typer.BadParameter(f"--set {setting}: {name} is given twice. Give it once.")
        values[name] = value
    return values


COMMANDS: dict[str, Callable[..., Any]] = {
    "documents": documents,
    "clauses": clauses,
    "trace": trace,
    "sparql": sparql,
}
