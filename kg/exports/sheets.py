"""The workbook's sheets, in their order: what it is, what the texts say, what is proposed, what can be asked."""

from __future__ import annotations

from pathlib import Path

from kg.exports.holdings import Holdings
from kg.exports.national_sheets import mappings_sheet, scenarios_sheet
from kg.exports.sheet import Cell, Sheet
from kg.exports.text_sheets import cells_sheet, clauses_sheet, documents_sheet, systems_sheet
from kg.exports.workbook import write_workbook
from kg.named_queries import named_queries

_ABOUT = (
    (
        "文件",
        "Documents",
        "年份依据写明年份由何得知；sha256 是所存文本的校验值。",
        "How each year is known; the hash of each stored text.",
    ),
    (
        "条款",
        "Clauses",
        "原文逐字照录；起点、终点是在文件原文中的码点位置。",
        "Words as printed; start and end count code points.",
    ),
    (
        "矩阵",
        "Cells",
        "每格是要求条数；“/”表示该等级在该子域不作要求。",
        "Requirements a cell; / where the tier requires none.",
    ),
    ("系统", "Systems", "点名该系统的要求条数；一条要求点名几个系统就各计一次。", "Requirements that name the system."),
    (
        "国家对应（推定）",
        "Mappings (proposed)",
        "由工标逐条读文本后提出，不是官方对应；每行有理由和置信度，可以反驳。",
        "Proposed by Gongbiao, not official; each row has a reason and may be disputed.",
    ),
    (
        "典型场景（推定）",
        "Scenarios (proposed)",
        "可信度 A：两份以上互不相关的资料一致；B：只有一份资料或措辞未定。正式文本未见。",
        "Trust A: unrelated sources agree; B: one source or uncertain wording. The official text was not at hand.",
    ),
    ("内置查询", "Queries", "在终端里用 gongbiao sparql 名称 运行。", "Run with gongbiao sparql NAME."),
)


def sheets(held: Holdings) -> tuple[Sheet, ...]:
    """All sheets of the workbook.

    Raises:
        GraphError: The graph cannot be read.
    """
    return (
        _about(held),
        documents_sheet(held),
        clauses_sheet(held),
        cells_sheet(held),
        systems_sheet(held),
        mappings_sheet(held),
        scenarios_sheet(held),
        _queries(held),
    )


def write_sheets(path: Path, held: Holdings) -> None:
    """Write the workbook; the file is replaced when all is written.

    Raises:
        GraphError: The graph cannot be read, or the file cannot be written.
    """
    write_workbook(path, sheets(held))


def _about(held: Holdings) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(held.say(zh, en), held.say(text, text_en)) for zh, en, text, text_en in _ABOUT]
    columns = held.columns(("工作表", "Sheet", 24), ("说明", "What it holds", 90))
    return Sheet(held.say("说明", "About"), columns, rows)


def _queries(held: Holdings) -> Sheet:
    columns = held.columns(
        ("名称", "Name", 32),
        ("说明", "Description (zh)", 60),
        ("英文说明", "Description", 60),
        ("参数与默认值", "Parameters and defaults", 30),
    )
    rows: list[tuple[Cell, ...]] = []
    for query in named_queries():
        parameters = "\n".join(f"{one.name}={one.default}" for one in query.parameters)
        rows.append((query.name, query.zh, query.en, parameters or None))
    return Sheet(held.say("内置查询", "Queries"), columns, rows)
