"""Every message that a layer raises can be read in Chinese."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from app.messages import in_chinese
from evals.ingestion import bad
from tests.house.raised_messages import raised_messages

RAISED = raised_messages()
KEPT = re.compile(
    r"`[^`]*`|--[a-z]+( [a-z]+)?|(tesseract-ocr|sentence-)[\w-]*|'[^']*'|\S*[./:_#\[{(%]\S*|^generator \w+|"
    r"\b(docx|html|xlsx|txt|pdf|yaml|sha256|iri|clause|text|wordings|label|section|none|bundled|openai|national|"
    r"gongbiao|plan|pip|install|lock|true|false|key|value|tesseract|endfor|for)\b"
)
"""What stays as it is: commands, options, names of files, keys, codes."""


def filled(template: str) -> str:
    fields = [field for _, field, _, _ in Formatter().parse(template) if field is not None]
    return template.format(*(f"甲{number}" for number in range(len(fields)))).strip()


def left_in_english(said: str) -> list[str]:
    return re.findall(r"(?<![A-Za-z])[a-z]{3,}", KEPT.sub(" ", said))


def test_messages_are_found() -> None:
    assert len(RAISED) > 350
    assert "{}: it does not exist. Check the path." in RAISED
    assert "reading took longer than {} seconds" in RAISED, "words that are given to what makes an error"
    assert "target {}: it names no track. Name one of: {}." in RAISED, "what, why and remedy"


def test_every_message_has_chinese() -> None:
    lacking = {
        f"{sorted(places)[0]}: {template}": in_chinese(filled(template))
        for template, places in RAISED.items()
        if " " in template.strip() and left_in_english(in_chinese(filled(template)))
    }
    assert lacking == {}, "add the sentence to a file of app/messages"


def test_what_bad_files_get_is_chinese() -> None:
    refused = [row.said for row in bad.run().rows if row.got == "refused"]
    assert len(refused) >= 20
    assert {said: in_chinese(said) for said in refused if left_in_english(in_chinese(said))} == {}


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("a.doc: it is called .doc, a Word 97 document. Open it in Word or WPS and save it as .docx (另存为 docx).",
         "a.doc：扩展名是 .doc，属于Word 97 文档。请用 Word 或 WPS 打开，另存为 docx。"),
        ("国: 标.pdf: page 3: recognising its text takes longer than 120 s (文字识别超时). "
         "Allow more with --seconds, or give a copy with text.",
         "国：标.pdf：第 3 页：文字识别超过 120 秒。请用 --seconds 放宽时限，或提供文字版。"),
        ("b.txt: it is no edition of yunling (its title is 《申报的通知》, not 《评定办法》; "
         "it is of 海阳省, not 云岭省; only 3% of the words are the same). "
         "Give it an id of its own, or insist with --edition.",
         "b.txt：不像是 yunling 的新版（标题是《申报的通知》，不是《评定办法》；属于海阳省，不是云岭省；"
         "只有 3% 的文字相同）。请另起编号；确是新版的，加 --edition。"),
        ("/data: cannot be written (Read-only file system). Choose another data folder.",
         "/data：写不进去（Read-only file system）。请换一个数据目录。"),
        ("corrections 更正.yaml: rows.0.kind: Input should be 'requirement' or 'step'. Correct this key.",
         "更正文件 更正.yaml：rows.0.kind：应为 'requirement' or 'step'。请改正这一项。"),
        ("something that nobody knows. Do nothing.", "something that nobody knows. Do nothing."),
        ("已是中文，用 gongbiao plan 导出。", "已是中文，用 gongbiao plan 导出。"),
    ],
)  # fmt: skip
def test_messages_are_put_together(message: str, chinese: str) -> None:
    assert in_chinese(message) == chinese


def test_a_long_message_takes_no_time() -> None:
    long = "x: " * 200 + "it is no thing that is known. " * 200
    assert in_chinese(long) == long
