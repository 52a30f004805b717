"""Commands that find and answer: search and ask, one question or a file of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from app.assembly import Workspace
from app.console import LAYER_ERRORS, PARTLY, DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.printing import answer_panel, hits_table
from app.writing import write_atomically
from drafting.answering import Limits
from drafting.bundled_model import Generators
from drafting.generator import Missing
from retrieval.errors import RetrievalError
from retrieval.filters import Filters

_LONGEST = 4000
Answering = Callable[[str], dict[str, Any]]


def search(
    query: Annotated[str | None, typer.Argument(help="要找什么")] = None,
    document: Annotated[str | None, typer.Option("--document", help="文件编号")] = None,
    tier: Annotated[str | None, typer.Option("--tier", help="等级代码")] = None,
    subdomain: Annotated[str | None, typer.Option("--subdomain", help="能力子域的名称或编号")] = None,
    system: Annotated[str | None, typer.Option("--system", help="系统代码")] = None,
    force: Annotated[str | None, typer.Option("--force", help="shall、should、may、encouraged")] = None,
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
        return workspace.search(_checked(question), filters, top=top).to_json(workspace.titles)

    if batch is not None:
        return _batch(batch, target, one)
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
    _check_document(document, workspace)
    values = {"documents": document, "tiers": tier, "subdomains": subdomain, "systems": system, "forces": force}
    return Filters(**{name: (value,) for name, value in values.items() if value})


def _check_document(document: str | None, workspace: Workspace) -> None:
    if document is not None and document not in workspace.titles:
        known = ", ".join(workspace.titles)
        raise RetrievalError(f"document {document}: it is not in the library. Choose one of {known}.")


def ask(
    question: Annotated[str | None, typer.Argument(help="问题")] = None,
    document: Annotated[str | None, typer.Option("--document", help="文件编号")] = None,
    tier: Annotated[str | None, typer.Option("--tier", help="等级代码")] = None,
    generator: Annotated[str | None, typer.Option("--generator", help="bundled、gguf:路径 或 none")] = None,
    batch: Annotated[Path | None, typer.Option("--batch", help="每行一个 {id, question} 的文件")] = None,
    target: Annotated[Path | None, typer.Option("--out", help="批量结果写到哪个文件")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """回答问题：先结论，后逐字引用；文本没有说的，直说没有。"""
    workspace = open_workspace(data, generator=generator)
    _check_document(document, workspace)
    try:
        writer = workspace.generator()
        _warn(writer)
        limits = Limits(document, tier) if document or tier else None

        def one(text: str) -> dict[str, Any]:
            return workspace.ask(_checked(text), writer, limits).to_json()

        if batch is not None:
            return _batch(batch, target, one)
        if as_json:
            print_json(one(_given(question)))
        else:
            out().print(answer_panel(workspace.ask(_checked(_given(question)), writer, limits), lang))
        return 0
    finally:
        workspace.close()


def _warn(generator: Generators) -> None:
    if isinstance(generator, Missing):
        note(f"仅以原文引述作答：{generator.message}")


def _given(text: str | None) -> str:
    if text is None:
        raise typer.BadParameter("给出问题，或用 --batch 给出文件。")
    return text


def _checked(question: str) -> str:
    """A question that can be read.

    Raises:
        RetrievalError: It is blank or too long.
    """
    if not question.strip():
        raise RetrievalError("question: it is blank. Ask in a sentence, for example 智能工厂对设备运维有什么要求.")
    if len(question) > _LONGEST:
        raise RetrievalError(f"question: it has {len(question)} characters, at most {_LONGEST} are read. Shorten it.")
    return question


def _batch(source: Path, target: Path | None, one: Answering) -> int:
    """One result a line, with the question's id, in order; a failing line gives its error and the run goes on."""
    if target is None:
        raise typer.BadParameter("--batch 需要 --out。")
    lines: list[str] = []
    failed = 0
    for number, line in enumerate(_lines(source), start=1):
        result = _one_line(number, line, one)
        failed += "error" in result
        lines.append(json.dumps(result, ensure_ascii=False))
    write_atomically(target, "".join(f"{line}\n" for line in lines))
    note(f"{len(lines)} 行，其中 {failed} 行未成，写入 {target}")
    return PARTLY if failed else 0


def _lines(source: Path) -> Iterator[str]:
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RetrievalError(f"batch file {source}: it cannot be read ({error}). Name a UTF-8 file.") from error
    return (line for line in text.splitlines() if line.strip())


def _one_line(number: int, line: str, one: Answering) -> dict[str, Any]:
    identifier: Any = number
    try:
        asked = json.loads(line)
        identifier = asked["id"]
        return {"id": identifier, **one(str(asked["question"]))}
    except (ValueError, KeyError, TypeError) as error:
        return {"id": identifier, "error": f"line {number}: it is not {{id, question}} ({error})"}
    except LAYER_ERRORS as error:
        return {"id": identifier, "error": str(error)}


COMMANDS: dict[str, Callable[..., Any]] = {"search": search, "ask": ask}
