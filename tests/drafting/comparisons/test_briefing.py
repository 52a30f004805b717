"""The briefing: what it says is counted and quoted right, and it stays on one page."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from drafting.comparisons.briefing import Briefing, briefing
from drafting.comparisons.briefing_files import told, word_page, write_briefing
from drafting.comparisons.excerpts import TOO_LONG, excerpt
from drafting.comparisons.telling_rows import RULE, telling_rows
from drafting.generator import DraftingError
from kg.variants.comparison import ComparedRow, Topic
from tests.drafting.comparisons.made_up_comparison import (
    BOTH,
    LEFT,
    ONE,
    OTHER,
    OWN,
    SCENARIOS,
    clause,
    comparison,
    said,
    shelf,
    stronger_number,
    with_the_national_level,
)


@pytest.fixture(scope="module")
def made() -> Briefing:
    return briefing(comparison(), shelf(), OWN)


def text_of(made: Briefing, heading: str) -> str:
    return "".join(one.text for part in made.paragraphs if part.heading == heading for one in part.sentences)


def test_it_says_what_was_compared_and_how_much_is_alike(made: Briefing) -> None:
    assert made.names == ("《建设要求》", "《某某建设导则》")
    assert text_of(made, "比了什么").startswith("左边是《建设要求》的 5 条，右边是《某某建设导则》的 4 条")
    assert text_of(made, "合起来看") == (
        "讲同一件事的有 3 处（左边 4 条、右边 3 条，每条只数一次）：逐字相同 1 处、"
        "《某某建设导则》要求更高 1 处、部分重合 1 处；"
        "只有《建设要求》写的 1 处、只有《某某建设导则》写的 1 处。"
    )


def test_it_tells_forces_numbers_names_and_topics_of_one_side(made: Briefing) -> None:
    assert text_of(made, "应与宜") == "《建设要求》用“宜”而《某某建设导则》用“应”的 1 处（设备运维）。"
    assert text_of(made, "数字") == "数字《建设要求》更高的 1 处，如设备运维“不低于90%”与“不低于80%”。"
    assert text_of(made, "系统与技术") == (
        "只有《建设要求》点名的技术 1 项（5G）。只有《某某建设导则》点名的系统 1 项（MES）。"
    )
    assert "只有《某某建设导则》写的主题 1 个：9 数据共享 1 处。" in text_of(made, "只有一边写的主题")


def test_each_sentence_is_composed_and_cites_clauses_that_are_there(made: Briefing) -> None:
    known = shelf().by_id
    assert made.sentences
    for sentence in made.sentences:
        assert sentence.origin == "composed"
        assert sentence.citations
        assert set(sentence.citations) <= set(known)


def test_what_cannot_be_said_is_said(made: Briefing) -> None:
    assert made.open[0] == "《建设要求》年份2025（文中写明）；状态：试行。"
    assert made.open[1] == "《某某建设导则》年份不能断定（文中未写年份）；状态：未载明。"
    assert "不等于没有" in made.open[-1]


def test_the_telling_rows_follow_the_rule_and_quote_word_for_word(made: Briefing) -> None:
    assert [one.topic for one in made.telling] == ["19 设备运维", "17 质量管控"]
    first = made.telling[0]
    assert first.left.text in ONE.text
    assert first.right.text in OTHER.text
    assert [first.right.text[start:end] for start, end in first.right.own][-1] == "不低于80%"
    assert made.telling[1].right.text in BOTH.text
    assert made.rule == RULE


def test_one_topic_gives_one_telling_row_and_the_plainer_comes_first() -> None:
    rows = comparison().rows
    twin = replace(rows[0], left=(ONE.id, f"{LEFT}/e"), confidence=1.0)
    chosen = telling_rows(comparison(rows=(twin, *rows)), shelf().by_id)
    assert chosen[0] == rows[0]
    assert twin not in chosen


def test_an_excerpt_keeps_the_words_that_matter() -> None:
    names = "、".join(f"系统{number}" for number in range(60))
    long = clause(LEFT, "z", f"应建设平台，集成{names}，实现共享。")
    shown = excerpt(long, [said(long, "系统30、")])
    assert "系统30" in shown
    assert shown in long.text
    assert len(shown) <= TOO_LONG
    assert excerpt(ONE, []) == ONE.text


def test_the_files_say_the_same(made: Briefing, tmp_path: Path) -> None:
    for ending in ("docx", "md", "txt"):
        write_briefing(made, tmp_path / f"b.{ending}")
    page = "\n".join(one.text for one in Document(str(tmp_path / "b.docx")).paragraphs)
    plain = (tmp_path / "b.txt").read_text(encoding="utf-8")
    assert plain == told(made) + "\n"
    for sentence in made.sentences:
        assert sentence.text in page
        assert sentence.text in plain
    assert f"“{made.telling[0].left.text}”（{ONE.id}）" in plain
    assert "**不低于90**%" in (tmp_path / "b.md").read_text(encoding="utf-8")
    with pytest.raises(DraftingError, match=r"\.docx、\.md、\.txt"):
        write_briefing(made, tmp_path / "b.xlsx")


def test_the_national_level_is_proposed_and_its_counterparts_are_told() -> None:
    made = briefing(with_the_national_level(), shelf(), OWN, SCENARIOS)
    assert made.unofficial
    assert "推定，非官方" in made.title
    assert text_of(made, "推定的对应") == "场景较窄的 1 处（把握）：设备运维—设备故障诊断与预测 0.85。"
    assert not made.telling
    assert any("不能逐条比力度和数字" in one for one in made.open)


def crowded() -> Briefing:
    """A briefing with more telling rows than a page holds."""
    row = comparison().rows[0]
    rows = tuple(replace(row, topic=Topic(str(at), f"很长很长的主题名称{at}")) for at in range(1, 40))
    full = briefing(comparison(rows=rows), shelf(), OWN)
    return replace(full, telling=full.telling * 6)


def rows_shown(content: bytes, folder: Path) -> int:
    path = folder / "page.docx"
    path.write_bytes(content)
    opened = Document(str(path))
    assert [one.orientation for one in opened.sections] == [WD_ORIENT.PORTRAIT]
    return sum(len(table.rows) - 1 for table in opened.tables)


def test_rows_that_do_not_fit_are_left_out(tmp_path: Path) -> None:
    made = crowded()
    assert 4 <= rows_shown(word_page(made), tmp_path) < len(made.telling)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_page_is_one_page(tmp_path: Path) -> None:
    write_briefing(crowded(), tmp_path / "page.docx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "page.docx")], check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) == 1


def test_of_one_topic_only_its_clauses_count() -> None:
    rows = tuple(row for row in comparison().rows if row.topic.name == "设备运维")
    made = briefing(comparison(rows=rows, asked="设备运维"), shelf(), OWN)
    assert "在“设备运维”上的对照" in made.title
    assert text_of(made, "比了什么") == (
        "左边是《建设要求》的 1 条，右边是《某某建设导则》的 1 条，按意思而不是按编号逐条对齐，只看“设备运维”。"
    )
    assert text_of(made, "系统与技术") == "只有《某某建设导则》点名的系统 1 项（MES）。"


def test_a_topic_that_neither_side_has_gives_no_sentence() -> None:
    made = briefing(comparison(rows=(), asked="没有这个"), shelf(), OWN)
    assert made.sentences == ()
    assert made.open[0] == "两边都没有找到写“没有这个”的条文。"


def test_without_differences_nothing_is_made_up() -> None:
    same = tuple(row for row in comparison().rows if row.relation == "equal")
    made = briefing(comparison(rows=same), shelf(), OWN)
    assert [part.heading for part in made.paragraphs] == ["比了什么", "合起来看", "系统与技术"]
    assert made.telling == ()


def test_a_row_without_a_difference_is_never_telling() -> None:
    bare = ComparedRow(Topic("1", "甲"), (ONE.id,), (OTHER.id,), "stronger")
    assert telling_rows(comparison(rows=(bare,)), shelf().by_id) == ()
    assert stronger_number().quantities


def test_a_topic_that_is_a_whole_text_is_not_repeated() -> None:
    made = briefing(comparison(asked="很长的话" * 200), shelf(), OWN)
    assert "很长的话" in made.title
    assert all(len(text) < 400 for text in (made.title, text_of(made, "比了什么")))
