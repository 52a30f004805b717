"""A province's own form filled from a plan, and the templates that are refused."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened

from drafting.exports.template_values import template_values
from drafting.exports.word_template import LARGEST_UNPACKED, MOST_PARTS, fill_template
from drafting.generator import DraftingError
from tests.drafting.exports.made_up_plan import FIRST, item, plan
from tests.house.source_tree import ROOT

PAGE = (ROOT / "docs" / "plan-template.md").read_text(encoding="utf-8")


def template(folder: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "") -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = folder / "申报书.docx"
    document.save(str(path))
    return path


def filled(path: Path, folder: Path) -> Opened:
    out = folder / "out.docx"
    fill_template(plan(), path, out)
    return Document(str(out))


def refused(path: Path, folder: Path) -> str:
    out = folder / "out.docx"
    out.write_text("before", encoding="utf-8")
    with pytest.raises(DraftingError) as caught:
        fill_template(plan(), path, out)
    assert out.read_text(encoding="utf-8") == "before"
    assert caught.value.what.startswith("模板 ")
    return caught.value.why


def test_a_form_is_filled(tmp_path: Path) -> None:
    form = template(
        tmp_path,
        "申报单位：{{ company }}（{{ tier_label }}，{{ as_of }}）",
        "{%p for item in items %}",
        "{{ item.no }} {{ item.text }}：{{ item.narrative }}",
        "{%p endfor %}",
        '设备运维：{{ items_by_no["19a"].status }}，{{ items_by_no["19a"].evidence | length }} 份',
        rows=(
            ("附件", "材料", "状态"),
            ("{%tr for row in evidence %}", "", ""),
            ("{{ row.no }}", "{{ row.what }}", "{{ row.held }}"),
            ("{%tr endfor %}", "", ""),
        ),
        header="{{ title }}",
    )
    document = filled(form, tmp_path)
    texts = [one.text for one in document.paragraphs]
    assert texts[0] == "申报单位：示例机械有限公司（省级智能工厂，2026-10）"
    assert texts[1] == "8a 应实现关键设备联网；：现状：a已经做到。"
    assert texts[3].startswith(
        "19b 自动数采率应不低于90%，\n并响应 A&B <快>；：现状：MES 在用。\n做法：逐台联网。\n【需企业补充"
    )
    assert texts[-1] == "设备运维：部分满足，1 份"
    assert document.sections[0].header.paragraphs[0].text == "内部工作底稿：省级智能工厂申报举证计划"
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1:] == [
        [row.no, row.what, "已有" if row.held else "待补"] for one in plan().items for row in one.evidence
    ]


def test_what_a_profile_holds_is_neither_markup_nor_a_placeholder(tmp_path: Path) -> None:
    bad = "甲&乙 </w:t><w:br/> {{ target }} {% for x in y %} \x00\x07 \"'"
    out = tmp_path / "out.docx"
    fill_template(plan(company=bad), template(tmp_path, "{{ company }}。"), out)
    assert Document(str(out)).paragraphs[0].text == f"{bad}。".replace("\x00\x07", "��")


def test_the_page_names_every_placeholder_and_no_other() -> None:
    values = template_values(plan())
    rows = re.findall(r"^\| `([\w.\[\]]+)` \|", PAGE, re.MULTILINE)
    known = set(values)
    for group, one in (
        ("item", values["items"][0]),
        ("point", values["items"][0]["points"][0]),
        ("row", values["evidence"][0]),
        ("domain", values["domains"][0]),
        ("condition", values["conditions"][0]),
        ("action", values["actions"][0]),
    ):
        known |= {f"{group}.{name}" for name in one}
    assert sorted(rows) == sorted(known)


def test_the_examples_of_the_page_can_be_filled(tmp_path: Path) -> None:
    blocks = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 2
    lines = blocks[0].strip().split("\n")
    cells = tuple(tuple(cell.strip() for cell in line[1:-1].split("|")) for line in blocks[1].strip().split("\n"))
    document = filled(template(tmp_path, *lines, rows=cells), tmp_path)
    text = "\n".join(one.text for one in document.paragraphs)
    assert "示例机械有限公司" in text and "应实现关键设备联网；" in text
    assert "{" not in text and len(document.tables[0].rows) == 1 + 4
    assert document.tables[0].rows[3].cells[1].text == "合同与发票"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ compny }} {{ teir }}", "没有的名字（compny、teir）"),
        ("{{ items[0].narative }}", "narative"),
        ('{{ items_by_no["99z"].text }}', "99z"),
        ("{{ company", "占位符写错了"),
        ("{% for item in items %}{{ item.no }}", "占位符写错了"),
        ("{{ company | nosuch }}", "nosuch"),
        ("{{ company.__class__ }}", "__class__"),
        ("{{ company.upper() }}", "不能执行"),
        ("{{ range(9) }}", "range"),
        ("{{ company * 999999999 }}", "不能用「*」"),
        ("{{ items + 1 }}", "不能执行"),
        ("没有占位符", "没有占位符"),
    ],
)
def test_a_placeholder_that_no_plan_has_is_named(tmp_path: Path, text: str, why: str) -> None:
    said = refused(template(tmp_path, text), tmp_path)
    assert why in said
    assert not any(raw in said for raw in ("object", "attribute", "expected", "undefined", "unsupported", "str"))


def test_a_loop_across_paragraphs_is_refused_and_not_repaired(tmp_path: Path) -> None:
    form = template(tmp_path, "前 {% for item in items %}{{ item.no }}", rows=(("{% endfor %}", "{{ company }}"),))
    assert "跨了段落或表格行" in refused(form, tmp_path)


def archive(folder: Path, parts: dict[str, bytes]) -> Path:
    path = folder / "bad.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as held:
        for name, content in parts.items():
            held.writestr(name, content)
    return path


def broken(folder: Path, change: str) -> Path:
    with ZipFile(BytesIO(template(folder, "{{ company }}").read_bytes())) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    if change == "macro":
        parts["word/vbaProject.bin"] = b"x"
    elif change == "macro type":
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
        )
    elif change == "bomb":
        parts["word/media/a.bin"] = bytes(LARGEST_UNPACKED + 1)
    elif change == "many":
        parts |= {f"word/media/{number}": b"" for number in range(MOST_PARTS + 1)}
    elif change == "no body":
        del parts["word/document.xml"]
    elif change == "torn body":
        parts["word/document.xml"] = parts["word/document.xml"][:-200]
    elif change == "no relations":
        del parts["_rels/.rels"]
    return archive(folder, parts)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("macro", "带有宏"),
        ("macro type", "带有宏"),
        ("bomb", "解压后过大"),
        ("many", "解压后过大"),
        ("no body", "没有 Word 正文"),
        ("torn body", "不是完好的 Word 文档"),
        ("no relations", "不是完好的 Word 文档"),
    ],
)
def test_a_broken_template_is_refused(tmp_path: Path, change: str, why: str) -> None:
    assert why in refused(broken(tmp_path, change), tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"%PDF-1.7", b"PK\x03\x04 torn", b"PK\x05\x06" + bytes(18)],
)
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(content)
    assert "不是 .docx 文档" in refused(path, tmp_path)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx", tmp_path) == "读不了"


def test_marks_stay_in_a_filled_form(tmp_path: Path) -> None:
    one = item(FIRST, ("unknown",), "unknown", narrative="【需企业补充：现状】", placeholders=("【需企业补充：现状】",))
    out = tmp_path / "out.docx"
    fill_template(plan(items=(one,)), template(tmp_path, "{{ items[0].narrative }} {{ placeholders | length }}"), out)
    assert Document(str(out)).paragraphs[0].text == "【需企业补充：现状】 1"
