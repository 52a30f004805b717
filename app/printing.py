"""Results as tables for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.labels import Language, label
from corpus.clause import Clause
from drafting.answer import Answer
from drafting.wording import forces_of, printed_label
from kg.rows import Rows

_STATUS = {"answered": "已回答", "not_required": "不做要求", "corrected": "前提有误，已更正", "refused": "不予回答"}
_CHARACTERS = 80
_IDS_SHOWN = 3


def _table(language: Language, *heads: str) -> Table:
    table = Table(show_lines=False, header_style="bold")
    for head in heads:
        table.add_column(label(head, language), overflow="fold")
    return table


def _short(text: str, length: int = _CHARACTERS) -> str:
    line = " ".join(text.split())
    return escape(line if len(line) <= length else f"{line[: length - 1]}…")


def documents_table(
    rows: Sequence[Mapping[str, Any]], language: Language = "zh", every_note: bool = False
) -> RenderableType:
    """The documents, with the basis of each year; of their notes the number and the first, or every one below."""
    table = _table(language, "编号", "标题", "地区", "年份（依据）", "状态", "条目数", "注意")
    for name in (0, 5):
        table.columns[name].no_wrap = True
    for row in rows:
        year = f"{row['year'] or label('未写明', language)}（{row['year_basis']}）"
        count = str(len(row["notes"])) if row["notes"] else ""
        notes = count if every_note or not count else f"{count} · {_short(row['notes'][0], 40)}"
        cells = (row["id"], row["title"], row["region"] or "", year, row["status"] or "", str(row["clauses"]))
        table.add_row(*(escape(cell) for cell in cells), notes)
    if not every_note:
        return table
    return Group(table, *(_notes(row) for row in rows if row["notes"]))


def _notes(row: Mapping[str, Any]) -> Text:
    return Text("\n".join((f"\n{row['id']}", *(f"· {note}" for note in row["notes"]))))


def clauses_table(clauses: Sequence[Clause], language: Language = "zh") -> RenderableType:
    """Rows with place, force and text."""
    table = _table(language, "编号", "种类", "用词", "标号", "内容")
    for clause in clauses:
        force = forces_of(clause) if clause.forces != ("none",) else ""
        table.add_row(clause.id, clause.kind, force, escape(printed_label(clause)), _short(clause.plain))
    return table


def hits_table(found: Mapping[str, Any], language: Language = "zh") -> RenderableType:
    """Hits of a search."""
    table = _table(language, "#", "出处", "内容", "来源")
    for hit in found["hits"]:
        parts = (hit["document_title"], hit["tier_label"], hit["subdomain"] or hit["section"])
        place = " · ".join(part for part in parts if part)
        why = "＋".join(hit["why"])
        table.add_row(str(hit["rank"]), escape(f"{place}\n{hit['id']}"), _short(hit["text"], 160), why)
    absent = f"所收文件里没有{'、'.join(found['frame']['absent_places'])}的文件；以下是别处的条款。"
    return Group(
        *([Text(absent, style="bold yellow")] if found["frame"]["absent_places"] else []),
        table,
        Text(
            f"{len(found['hits'])} {label('条', language)} · {found['latency_ms']:.0f} {label('毫秒', language)}",
            style="dim",
        ),
    )


def answer_panel(answer: Answer, language: Language = "zh") -> RenderableType:
    """An answer: its status, its text, and how long it took."""
    status = Text(
        label(_STATUS[answer.status], language), style="bold green" if answer.status == "answered" else "bold yellow"
    )
    ids = Text(_cited(answer.citations, language), style="dim")
    rejected = f" · {label('未采用模型草稿', language)} {answer.rejected_drafts}" if answer.rejected_drafts else ""
    foot = Text(f"{answer.latency_ms / 1000:.1f} {label('秒', language)}{rejected}", style="dim")
    return Group(status, Markdown(answer.answer), ids, foot)


def _cited(clauses: Sequence[Clause], language: Language) -> str:
    """The first ids of what is cited, which ``gongbiao trace`` takes, and how many there are."""
    if not clauses:
        return ""
    colon = ": " if language == "en" else "："
    ids = f"{label('引用', language)}{colon}{'  '.join(clause.id for clause in clauses[:_IDS_SHOWN])}"
    if len(clauses) <= _IDS_SHOWN:
        return ids
    rest = f"{label('共', language)} {len(clauses)} {label('条（全部编号：--json）', language)}"
    return f"{ids} … {rest}"


def written_sentences(answer: Answer, language: Language = "zh") -> RenderableType:
    """The model's verified sentences, or why there are none."""
    rejected = f"{label('未采用模型草稿', language)} {answer.rejected_drafts}" if answer.rejected_drafts else ""
    said = [Text(f"{one.text}（模型撰写，已逐项核对）") for one in answer.generated]
    return Group(*said, *(Text(remark, style="dim") for remark in (*answer.remarks, rejected) if remark))


def trace_table(chain: Mapping[str, Any], language: Language = "zh") -> RenderableType:
    """The chain, step by step."""
    parts: list[RenderableType] = []
    for sentence in chain["sentences"]:
        parts.append(Text(f"{label('句子', language)}（{sentence['origin']}）：{sentence['text']}"))
        parts += [Text(f"    {path}　{said}") for path, said in sentence["facts"].items()]
    for link in chain["clauses"]:
        table = Table(show_header=False)
        table.add_column(style="bold")
        table.add_column(overflow="fold")
        rows = (
            ("条目", link["clause"]),
            ("位置", _place(link)),
            ("标题链", " › ".join(link["path"])),
            ("原文", f"…{link['before']}【{link['text']}】{link['after']}…"),
            ("文件", f"{link['file']}  sha256 {link['sha256']}"),
            ("逐字相符", "是" if link["holds"] and link["sha256"] == link["sha256_of_stored_text"] else "否"),
            ("切分规则", link["rule"]),
        )
        for name, value in rows:
            table.add_row(label(name, language), escape(str(value)))
        parts.append(table)
    return Group(*parts)


def _place(link: Mapping[str, Any]) -> str:
    place = f"《{link['title']}》 {link['section']} 第 {link['line']} 行，字符 {link['start']}–{link['end']}"
    return place + _in_file(link)


def _in_file(link: Mapping[str, Any]) -> str:
    """The page and the cells of the file that a clause came from, where the file has some."""
    page = f"，第 {link['page']} 页" if link["page"] is not None else ""
    cells = "、".join(f"{cell['row']} 行 {cell['column']} 列" for cell in link["cells"][:_IDS_SHOWN])
    sheet = next((cell["sheet"] for cell in link["cells"] if cell["sheet"]), None)
    where = f"工作表 {sheet} " if sheet else "表格 "
    return page + (f"，{where}{cells}" if cells else "")


def queries_table(found: Sequence[Mapping[str, Any]], language: Language = "zh") -> RenderableType:
    """The queries that come with the graph, each with its parameters and their defaults."""
    table = _table(language, "名称", "说明", "Description", "参数")
    for query in found:
        parameters = "\n".join(f"{one['name']}={one['default']}" for one in query["parameters"])
        table.add_row(query["name"], escape(query["zh"]), escape(query["en"]), escape(parameters))
    return table


def rows_table(rows: Rows, language: Language = "zh") -> RenderableType:
    """The rows of a query."""
    if rows.truth is not None:
        return Text(label("是" if rows.truth else "否", language))
    table = _table(language, *rows.variables)
    for values in rows.values:
        table.add_row(*(escape("" if value is None else str(value)) for value in values))
    return table


_ROLES = {"embedder": "向量", "generator": "写作", "adapter": "适配器"}


def models_table(facts: Mapping[str, Any], language: Language = "zh") -> RenderableType:
    """The models in use."""
    table = _table(language, "用途", "名称", "模型", "许可", "大小", "sha256", "位置", "说明")
    for model in facts["models"]:
        size = f"{model['size'] / 1e6:.0f} MB" if model["size"] else ""
        cells = (
            label(_ROLES[model["role"]], language),
            model["name"],
            model["model"],
            model["licence"] or "",
            size,
            (model["sha256"] or "")[:16],
            model["path"] or "",
            model["detail"],
        )
        table.add_row(*(escape(cell) for cell in cells))
    return table
