"""The Markdown of a plan: the same content, and no word of a profile taken for a mark."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.exports.markdown import markdown, write_markdown
from drafting.generator import DraftingError
from tests.drafting.exports.made_up_plan import FIRST, item, plan


def test_every_requirement_once_in_order() -> None:
    text = markdown(plan())
    assert re.findall(r"^### (\d+[a-z]) ", text, re.MULTILINE) == ["8a", "19a", "19b", "32a"]
    assert "> 应实现关键设备联网；\n" in text and "> 自动数采率应不低于90%，\n> 并响应 A\\&B \\<快\\>；\n" in text


def test_it_holds_what_the_document_holds() -> None:
    text = markdown(plan())
    wanted = {
        *(
            "# 内部工作底稿：省级智能工厂申报举证计划（虚构示例）",
            "本底稿不是任何一省的官方申报书",
            "- 基准日：2026-10",
        ),
        *(
            "做法：逐台联网。",
            "【需企业补充：「自动数采率」的现状（含【附表】）】",
            "合同（E1）→发票（缺）",
            "公式 自动采集点÷全部点",
        ),
        *("惯例，以当年通知为准", "发票早于合同", "19b\\#1,2", "附录：下面各层级的要求", "推定", "达到三级", "100–110"),
    }
    assert {one for one in wanted if one not in text} == set()


def test_every_row_has_as_many_cells_as_its_head() -> None:
    bad = "a|b\\|c\r\n| <script>alert(1)</script> ![x](http://x.example/y) `z` \x00"
    width, rows = 0, 0
    for line in markdown(plan(company=bad, items=(item(FIRST, ("gap",), "gap", gap=bad),))).split("\n"):
        cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
        assert not (width and cells) or cells == width
        width, rows = cells, rows + bool(cells)
        assert not re.search(r"(?<!\\)<(?!br>)", line) and not re.search(r"(?<!\\)\]\(", line) and "\x00" not in line
    assert rows > 20


@pytest.mark.parametrize("line", ["- 一", "+ 一", "1. 一", "1) 一", "# 一", "> 一", "---", "===", "    - 一"])
def test_a_line_of_a_narrative_opens_no_list_and_no_heading(line: str) -> None:
    text = markdown(plan(items=(item(FIRST, ("met",), "met", narrative=line),)))
    assert line not in text.split("\n")
    assert [re.sub(r"\\(?=\W)", "", one) for one in text.split("\n")].count(line) == 1


def test_the_file_is_whole(tmp_path: Path) -> None:
    write_markdown(plan(), tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == markdown(plan())
    with pytest.raises(DraftingError, match="写不进去"):
        write_markdown(plan(), tmp_path / "none" / "a.md")


def test_what_waits_is_counted_and_no_ceiling_is_promised() -> None:
    made = replace(plan(), readiness=0.02, proved=0.01, ceiling=0.93)
    lines = markdown(made).split("\n")
    waiting = sum(item.status == "unknown" for item in made.items)
    (said,) = (line for line in lines if line.startswith("就绪度 2.0%"))
    assert "其中有证据的 1.0%" in said and f"待确认的要求 {waiting} 条" in said and "93" not in said
    (aside,) = (line for line in lines if "93.0%" in line)
    assert aside.startswith("附注：") and lines.index(aside) > lines.index(said)
    certain = markdown(replace(made, ceiling=0.02))
    assert "附注：" not in certain
