"""The Word document of a plan, opened again: what stands in it, in which order, and how it is set."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from drafting.exports.word import word_file, write_word
from drafting.exports.wording import NO_FORM, placeholders_in
from drafting.generator import DraftingError
from drafting.plans.plan import EvidencePlan
from drafting.word.styles import PARAGRAPHS
from tests.drafting.exports.made_up_plan import FIRST, MARK, THIRD, item, plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made() -> EvidencePlan:
    return plan()


@pytest.fixture(scope="module")
def opened(made: EvidencePlan) -> Opened:
    return Document(BytesIO(word_file(made)))


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def styled(opened: Opened, style: str) -> list[str]:
    return [one.text for one in opened.paragraphs if one.style is not None and one.style.style_id == style]


def words(content: bytes) -> str:
    """All words of the body in order, cells and all."""
    body = ElementTree.fromstring(part(content, "word/document.xml"))
    shown = {f"{W}t": "", f"{W}br": "\n", f"{W}p": "\n"}
    return "".join(node.text or shown[node.tag] for node in body.iter() if node.tag in shown)


def test_the_cover_says_what_it_is_and_what_it_is_not(opened: Opened) -> None:
    assert styled(opened, "Title") == ["内部工作底稿：\n省级智能工厂申报举证计划"]
    assert styled(opened, "CoverMark") == ["【虚构示例】"]
    lines = ["申报单位：示例机械有限公司", "申报目标：省级智能工厂", "依据文件：某省分级建设要求", "基准日：2026-10"]
    assert styled(opened, "CoverLine") == lines
    assert NO_FORM in styled(opened, "CoverNote")


def test_a_real_enterprise_is_not_called_made_up() -> None:
    assert "虚构" not in words(word_file(plan(fictional=False)))


def test_every_requirement_once_in_order_word_for_word(made: EvidencePlan, opened: Opened) -> None:
    assert styled(opened, "Clause") == [one.requirement.text for one in made.items]
    numbers = [text.split("　")[0] for text in styled(opened, "Heading3")]
    assert numbers == ["要求 8a", "要求 19a", "要求 19b", "要求 32a"]
    labels = [re.search(r"　 (\S+) ", text)[1] for text in styled(opened, "Heading3")]  # type: ignore[index]
    assert labels == ["满足", "部分满足", "待确认", "不适用"]
    assert styled(opened, "Heading1") == [
        "总览",
        "基础设施",
        "智能化生产",
        "个性化定制",
        "现场核查脚本",
        "下面各层级的要求",
        "同一档案对其他目标的判断",
        "国家层级的条件（推定）",
        "条文出处",
    ]


def test_governing_words_are_set_off(opened: Opened) -> None:
    clause = next(one for one in opened.paragraphs if one.text.startswith("应建立设备台账"))
    assert [run.text for run in clause.runs if run.bold] == ["应", "宜"]


def test_nothing_of_the_plan_is_lost(made: EvidencePlan) -> None:
    said = words(word_file(made))
    for one in (*made.items, *made.base):
        for point in one.points:
            assert point.question in said and point.why in said
        for row in one.evidence:
            assert row.no in said and row.what in said
    for one in made.items:
        assert one.narrative.replace("\n", "") in said.replace("\n", "")
    wanted = {
        *(
            "合同（E1）→发票（缺）",
            "公式 自动采集点÷全部点",
            "合同/mes.pdf",
            "2021-11",
            "备注：先做台账",
            "期限：2026-12",
        ),
        *("原判断：缺项", "1 份草稿没有通过核对", "发票早于合同", "把「MES」转为在用", "未来工厂另有 9 条要求"),
        *("惯例，以当年通知为准", "「具有独立法人资格」scheme/1", "就绪度 25.0%", "省级数字化车间：19a#1", "19b#1,2"),
        *("modes/2.1/1", "推定", "达到三级", "2025年版", "ab" * 32, "100–110"),
    }
    assert {one for one in wanted if one not in said} == set()


def test_marks_and_only_marks_are_highlighted(opened: Opened) -> None:
    lit = [run.text for one in opened.paragraphs for run in one.runs if run.font.highlight_color is not None]
    assert lit == [MARK, "【需企业补充：成效】"]


def test_every_style_and_every_run_has_an_east_asian_font(made: EvidencePlan, opened: Opened) -> None:
    for identifier, style in PARAGRAPHS.items():
        found = next(one for one in opened.styles if one.style_id == identifier)
        fonts = found.element.rPr.find(qn("w:rFonts"))
        assert (fonts.get(qn("w:eastAsia")), bool(fonts.get(qn("w:ascii")))) == (style.font, True)
    body = ElementTree.fromstring(part(word_file(made), "word/document.xml"))
    runs = [run for run in body.iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert runs and all(run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") for run in runs)  # type: ignore[union-attr]
    fonts_table = part(word_file(made), "word/fontTable.xml")
    assert all(f'w:altName w:val="{name}' in fonts_table for name in ("SimSun", "SimHei", "FangSong", "KaiTi"))


def test_word_updates_the_table_of_contents(made: EvidencePlan) -> None:
    content = word_file(made)
    assert '<w:updateFields w:val="true"/>' in part(content, "word/settings.xml")
    body = part(content, "word/document.xml")
    assert body.count(' TOC \\o "1-2" \\h \\z \\u ') == 1
    named = re.findall(r'<w:hyperlink w:anchor="(_Toc\d+)"', body)
    assert named == re.findall(r'w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"', body) and len(named) == len(set(named))
    opened = Document(BytesIO(content))
    entries = [
        "".join(node.text or "" for node in one.iter(f"{W}t"))
        for one in opened.element.body.iter(qn("w:p"))
        if one.find(f"{W}pPr/{W}pStyle") is not None and one.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("TOC")
    ]
    assert entries[:2] == ["一、总览…", "（一）就绪度…"]
    assert "附录A 现场核查脚本…" in entries and "（一）设备运维（子领域 19）…" in entries


def test_pages_are_numbered_and_name_the_enterprise(opened: Opened) -> None:
    cover, *rest = opened.sections
    assert cover.header.is_linked_to_previous and cover.footer.is_linked_to_previous
    assert rest[0].header.paragraphs[0].text == "示例机械有限公司　内部工作底稿　虚构示例"
    assert "PAGE" in rest[0].footer._element.xml and rest[0].footer.paragraphs[0].text.startswith("— ")
    assert all(one.header.paragraphs[0].text for one in rest)


def test_sizes_and_margins_of_the_pages(opened: Opened) -> None:
    shapes = [(round(one.page_width.mm), round(one.page_height.mm)) for one in opened.sections]  # type: ignore[union-attr]
    assert set(shapes) == {(210, 297), (297, 210)}
    assert [shape for shape, before in zip(shapes[1:], shapes[:-1], strict=True) if shape == before] == [(210, 297)]
    upright = opened.sections[0]
    sides = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round(side.mm) for side in sides if side is not None] == [37, 35, 28, 26]


def test_wide_tables_lie_across_and_every_table_fits_its_page(made: EvidencePlan) -> None:
    room, found = 0, []
    body = ElementTree.fromstring(part(word_file(made), "word/document.xml"))[0]
    tables: list[ElementTree.Element] = []
    for node in body:
        if node.tag == f"{W}tbl":
            tables.append(node)
        section = node if node.tag == f"{W}sectPr" else node.find(f"{W}pPr/{W}sectPr")
        if section is None:
            continue
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None and margins is not None
        room = int(size.get(f"{W}w", 0)) - int(margins.get(f"{W}left", 0)) - int(margins.get(f"{W}right", 0))
        for table in tables:
            widths = [int(one.get(f"{W}w", 0)) for one in table.iter(f"{W}gridCol")]
            assert sum(widths) <= room + 10
            head = "".join(one.text or "" for one in table[2].iter(f"{W}t"))
            found.append((size.get(f"{W}orient"), head))
        tables = []
    across = [head for orient, head in found if orient == "landscape"]
    assert [head[:6] for head in across] == ["编号要求状态", "编号要求状态", "编号要求状态"]


def test_heads_repeat_and_short_rows_stay_whole(opened: Opened) -> None:
    for table in opened.tables:
        first, *rest = table._tbl.tr_lst
        assert first.trPr is not None and first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr is None or row.trPr.find(qn("w:tblHeader")) is None for row in rest)
    long = "一个很长的理由。" * 60
    tall = Document(BytesIO(word_file(plan(items=(item(FIRST, ("gap",), "gap", gap=long),)))))
    gaps = next(table for table in tall.tables if table.rows[0].cells[0].text == "编号")
    middling = Document(BytesIO(word_file(plan(items=(item(FIRST, ("gap",), "gap", gap=long[: len(long) // 2]),)))))
    kept = next(table for table in middling.tables if table.rows[0].cells[0].text == "编号")._tbl.tr_lst[1].trPr
    assert kept is not None and kept.find(qn("w:cantSplit")) is not None
    assert gaps._tbl.tr_lst[1].trPr is None and gaps.rows[1].cells[4].text == long


def test_statuses_have_a_word_and_a_colour(opened: Opened) -> None:
    gaps = next(table for table in opened.tables if "缺什么" in table.rows[0].cells[4].text)
    cells = [row.cells[2] for row in gaps.rows[1:]]
    assert [cell.text for cell in cells] == ["部分满足", "待确认"]
    fills = [cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) for cell in cells]  # type: ignore[union-attr]
    assert len(set(fills)) == 2 and "auto" not in fills


def test_what_is_missing_is_numbered_along_with_what_to_do() -> None:
    content = Document(BytesIO(word_file(plan())))
    gaps = next(table for table in content.tables if "缺什么" in table.rows[0].cells[4].text)
    assert gaps.rows[2].cells[4].text.split("\n") == ["1. 「自动数采」理由1", "2. 「自动数采」理由2"]
    assert gaps.rows[2].cells[5].text.split("\n") == ["1. 建成：全部在用", "2. 建成：全部在用"]
    assert gaps.rows[1].cells[4].text == "「应建立设」理由2"


def test_what_a_profile_holds_stays_words() -> None:
    bad = 'A&B <w:p/> "x" \x00\x0b\ud800 {{ company }} \\* MERGEFORMAT'
    content = word_file(plan(company=bad, items=(item(THIRD, ("gap",), "gap", narrative=f"现状：{bad}"),)))
    seen = 'A&B <w:p/> "x" ��� {{ company }} \\* MERGEFORMAT'
    assert f"申报单位：{seen}" in words(content) and f"现状：{seen}" in words(content)
    codes = {one.split()[0] for one in re.findall(r"<w:instrText[^>]*>([^<]*)<", part(content, "word/document.xml"))}
    assert codes == {"TOC", "PAGEREF"}


def test_a_plan_with_nothing_open_says_so() -> None:
    bare = plan(items=(item(FIRST, ("met",), "met"),), conditions=(), actions=(), conflicts=(), others=(), base=())
    bare = replace(bare, next=None, documents=())
    opened = Document(BytesIO(word_file(bare)))
    told = styled(opened, "Narrative")
    assert {"没有缺项。", "没有要做的事。", "没有发现名称、日期、金额相互矛盾的地方。"} <= set(told)
    assert "下面各层级的要求" not in styled(opened, "Heading1") and "依据文件：scheme" in styled(opened, "CoverLine")


def test_the_same_plan_makes_the_same_bytes_and_replaces_the_file(made: EvidencePlan, tmp_path: Path) -> None:
    path = tmp_path / "底稿.docx"
    path.write_text("old", encoding="utf-8")
    write_word(made, path)
    assert path.read_bytes() == word_file(made)
    with pytest.raises(DraftingError, match="写不进去"):
        write_word(made, tmp_path / "none" / "a.docx")


def test_a_script_is_written_for_the_subdomains_that_have_one() -> None:
    own = replace(FIRST, document="zj-graded", id="zj-graded/19/factory/a", subdomain_no=19, subdomain="设备运维")
    script = next(
        table
        for table in Document(
            BytesIO(word_file(plan(document="zj-graded", items=(item(own, ("met",), "met"),))))
        ).tables
        if table.rows[0].cells[1].text == "地点"
    )
    cells = [cell.text for cell in script.rows[1].cells]
    assert cells[0] == "19.设备运维" and all(cells) and "【需企业补充" not in "".join(cells)


@pytest.mark.parametrize("text", ["", "没有标记", f"前{MARK}后【需企业补充：甲】", "【需企业补充：没有收尾"])
def test_pieces_of_a_narrative_are_the_narrative(text: str) -> None:
    pieces = list(placeholders_in(text, (MARK,)))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece.startswith("【需企业补充：") and piece.endswith("】") for piece, marked in pieces if marked)
