"""Commands that change the library or tell of its editions: ingest, remove, diff, backup, restore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from app.arriving_files import files_in
from app.assembly import library_changes
from app.console import (
    FAILED,
    PARTLY,
    DataOption,
    JsonOption,
    LangOption,
    fail,
    note,
    open_workspace,
    out,
    print_json,
    progress_bar,
)
from app.editions import EditionPair, find_editions
from app.errors import AppError
from app.ingesting import Ingesting
from app.library_json import diff_json, ingest_json
from app.library_keeping import back_up, remove_documents, restore_library
from app.library_tables import diff_table, ingest_table
from app.settings import read_settings
from corpus.holdings.given import Given
from corpus.readers.limits import Limits

Level = Literal["national", "provincial", "municipal", "county"]


def ingest(
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="文件或文件夹：txt、md、html、docx、pdf、xlsx")],
    identifier: Annotated[
        str | None, typer.Option("--id", help="文件编号；已有此编号而内容不同的，作为新版收入")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="标题")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="发文机关")] = None,
    region: Annotated[str | None, typer.Option("--region", help="地区，例如 湖北省")] = None,
    level: Annotated[Level | None, typer.Option("--level", help="层级")] = None,
    year: Annotated[int | None, typer.Option("--year", min=1949, max=2199, help="年份")] = None,
    status: Annotated[str | None, typer.Option("--status", help="效力状态，例如 征求意见稿")] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", help="更正文件（YAML），再次收入时仍有效")
    ] = None,
    edition: Annotated[bool, typer.Option("--edition", help="与 --id 同用：内容差得多也作为该文件的新版收入")] = False,
    seconds: Annotated[
        float,
        typer.Option("--seconds", min=1, max=36000, help="读一份文件最多用几秒；扫描件要识别的页，每页另有这么多"),
    ] = Limits().seconds,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """收入文件：读取、切分、写入图谱和索引；一份读不了不影响其他的，重复收入不产生变化。"""
    paths = files_in(files, note)
    _require_one(paths, files, {"--id": identifier, "--title": title, "--corrections": corrections})
    facts = {"title": title, "issuer": issuer, "region": region, "level": level, "year": year, "status": status}
    given = replace(_given(identifier, facts, corrections), edition=edition)
    if edition and identifier is None:
        raise typer.BadParameter("--edition is of a known document. Name it with --id.")
    if not paths:
        raise AppError(f"{'、'.join(map(str, files))}: no file is in there. Name files, or a folder that holds some.")
    with progress_bar() as advance:
        ingesting = Ingesting(library_changes(read_settings(data), advance), advance, Limits(seconds=seconds))
        found = ingesting.ingest(paths, given)
    if as_json:
        print_json({"documents": [ingest_json(one) for one in found]})
    else:
        out().print(ingest_table(found, lang))
    rejected = [one for one in found if one.status == "rejected"]
    if not rejected:
        return 0
    if len(rejected) < len(found):
        return PARTLY
    more = f" ({len(rejected)} files were rejected)" if len(rejected) > 1 else ""
    return fail(AppError(f"{rejected[0].reason}{more}"), FAILED)


def remove(
    identifiers: Annotated[list[str], typer.Argument(metavar="编号…", help="文件编号；编号@版次 只移除这一版")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> int:
    """移除收入的文件（连同各版）；随产品提供的文件不能移除。"""
    with progress_bar() as advance:
        removed = remove_documents(library_changes(read_settings(data), advance), identifiers)
    if as_json:
        print_json({"removed": list(removed)})
    else:
        out().print(f"已移除：{'、'.join(removed)}。", markup=False)
    return 0


def diff(
    identifier: Annotated[str, typer.Argument(metavar="编号", help="文件编号（最近两版），或 编号@版次")],
    other: Annotated[str | None, typer.Argument(metavar="[编号@版次]", help="另一版")] = None,
    everything: Annotated[bool, typer.Option("--all", help="没有变化的也列出")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """两版之间逐条的差别：不变、改动（改了哪些字）、新增、删去。"""
    pair: EditionPair = find_editions(open_workspace(data).documents, identifier, other)
    if as_json:
        print_json(diff_json(pair))
    else:
        console = out()
        coloured = console.color_system is not None and not console.no_color
        console.print(diff_table(pair, lang, everything=everything, coloured=coloured))
    return 0


def backup(
    file: Annotated[Path, typer.Argument(metavar="文件", help="备份文件，例如 工标备份.zip")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> int:
    """把收入的全部文件（原件、文本、更正）写成一个备份文件；写完才替换旧的。"""
    settings = read_settings(data)
    known = {"embedder": settings.embedder, "generator": settings.generator, "document": settings.document}
    records = back_up(library_changes(settings), file, known)
    if as_json:
        print_json({"file": str(file), "documents": [record.id for record in records.documents]})
    else:
        out().print(f"已备份 {len(records.documents)} 份文件到 {file}。", markup=False)
    return 0


def restore(
    file: Annotated[Path, typer.Argument(metavar="文件", help="备份文件")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> int:
    """从备份恢复：先核对整个备份，再一次换上；备份之后收入的文件不再保留。"""
    with progress_bar() as advance:
        records = restore_library(library_changes(read_settings(data), advance), file)
    if as_json:
        print_json({"file": str(file), "documents": [record.id for record in records.documents]})
    else:
        out().print(f"已从 {file} 恢复 {len(records.documents)} 份文件。", markup=False)
    return 0


def _require_one(paths: tuple[Path, ...], files: list[Path], single: dict[str, Any]) -> None:
    used = [name for name, value in single.items() if value is not None]
    if used and (len(paths) != 1 or files[0].is_dir()):
        raise typer.BadParameter(f"{used[0]} is of one file. Give just one file with it.")


def _given(identifier: str | None, facts: dict[str, Any], corrections: Path | None) -> Given:
    told = {name: value for name, value in facts.items() if value is not None}
    for name, value in told.items():
        if isinstance(value, str) and not value.strip():
            raise typer.BadParameter(f"--{name} is blank. Leave it out, or say what it is.")
    if corrections is None:
        return Given(identifier, told)  # type: ignore[arg-type]
    try:
        return Given(identifier, told, corrections.read_bytes(), corrections.name)  # type: ignore[arg-type]
    except OSError as error:
        raise AppError(f"corrections {corrections}: cannot be read ({error.strerror}). Check the path.") from error


COMMANDS: dict[str, Callable[..., Any]] = {
    "ingest": ingest,
    "remove": remove,
    "diff": diff,
    "backup": backup,
    "restore": restore,
}
