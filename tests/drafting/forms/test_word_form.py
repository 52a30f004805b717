"""The Word file: what is printed, what is marked, and what a profile cannot do to it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from drafting.forms.form import asked
from drafting.forms.word_form import form_document, write_form
from drafting.generator import DraftingError
from tests.drafting.forms.made_forms import COMPANY, PROJECT, filled

INTERNAL = "内部核对页（不随表提交）"


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def texts(document: Document) -> str:
    """All text of the body in order, cells included once."""
    paragraphs = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(one.text or "" for one in paragraph.iter(qn("w:t"))) for paragraph in paragraphs)


@pytest.mark.parametrize("annex", ["1", "2", "3", "4"])
def test_every_printed_word_and_every_mark_stands_in_the_file_in_order(annex: str) -> None:
    form = filled(annex)
    said = re.sub(r"\s", "", texts(opened(form_document(form))))
    sheet = said.split(INTERNAL)[0]
    place = 0
    for entry in form.entries:
        for line in entry.printed.split("\n") if not entry.in_gap else ():
            place = sheet.index(re.sub(r"\s", "", line), place)
    for one in form.missing:
        assert re.sub(r"\s", "", asked(one)) in sheet
    assert form.banner in sheet
    assert INTERNAL in said


def test_the_banner_is_at_the_head_of_every_page() -> None:
    document = opened(form_document(filled("2")))
    assert "征求意见稿附件·草稿，仅供内部准备" in document.sections[0].header.paragraphs[0].text


def test_signature_date_and_seal_stay_empty() -> None:
    lines = texts(opened(form_document(filled("2")))).split("\n")
    begin = lines.index(next(line for line in lines if line.startswith("单位法定代表人（签字）")))
    assert lines[begin : begin + 3] == [
        "单位法定代表人（签字）　〔本稿留空〕",
        "年   月   日　〔本稿留空〕",
        "项目申报单位（盖章）　〔本稿留空〕",
    ]
    assert "张某" not in "\n".join(lines)


def test_every_run_names_an_east_asian_font_and_the_file_names_substitutes() -> None:
    content = form_document(filled("3"))
    runs = list(opened(content).element.body.iter(qn("w:r")))
    fonts = {run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:eastAsia")) for run in runs}
    assert fonts == {"仿宋", "黑体"}
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert "w:altName" in parts.read("word/fontTable.xml").decode()


def test_the_ledger_and_the_arithmetic_stand_on_the_page_for_the_enterprise() -> None:
    sheet, _, inside = texts(opened(form_document(filled("1")))).partition(INTERNAL)
    assert "150÷500＝30.00%" in inside
    assert "150÷500" not in sheet
    assert "土建工程 900 万元，不计入" in inside
    assert "原文没有四、五" in inside


def test_a_profile_cannot_break_the_file() -> None:
    evil = "<w:p>&amp;]]>{{ x }}\t=1+1\u202e" + "长" * 29_000
    form = filled("1", company=COMPANY | {"name": evil, "address": evil}, projects=(PROJECT | {"goals": evil},))
    document = opened(form_document(form))
    said = texts(document)
    assert said.count("<w:p>&amp;]]>{{ x }}") >= 3
    assert "\u202e" not in said
    rows = [row for table in document.tables[:1] for row in table._tbl.tr_lst if "长" in "".join(row.itertext())]
    assert rows
    assert all(row.trPr is None or row.trPr.find(qn("w:cantSplit")) is None for row in rows)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "form.docx"
    write_form(filled("1"), target)
    assert opened(target.read_bytes()).tables
    assert [one.name for one in tmp_path.iterdir()] == ["form.docx"]
    with pytest.raises(DraftingError):
        write_form(filled("1"), tmp_path)
    with pytest.raises(DraftingError):
        write_form(filled("1"), tmp_path / "nowhere" / "form.docx")
