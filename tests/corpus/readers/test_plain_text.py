"""Plain texts are stored as they stand; one that is Markdown under another name is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.limits import Limits
from corpus.readers.marked.source import looks_marked
from corpus.readers.plain_text import read


@given(st.lists(st.text(alphabet="第一条应建设50%，。\t \u3000（）abc", max_size=20), max_size=8).map("\n".join))
def test_a_text_is_stored_as_it_stands(text: str) -> None:
    found = read(text.encode(), Limits())
    assert (found.text, found.format, found.notes) == (text, "txt", ())


def test_lines_of_a_site_stay_in_a_copied_text() -> None:
    text = "首页 > 政策 > 通知\n【打印】【关闭】\n浏览次数：12\n第一条　总则\n"
    assert read(text.encode(), Limits()).text == text


@pytest.mark.parametrize(
    "source",
    [
        "# 办法\n\n## 第一章\n\n**第一条** 总则\n",
        "表1\n\n| 要素 | 要求 |\n| --- | --- |\n| 设备 | 联网 |\n",
        "[首页](/)[政策](/zc)[通知](/tz)\n\n第一条 总则\n",
    ],
)
def test_markdown_under_another_name_is_read_without_its_marks(source: str) -> None:
    found = read(source.encode(), Limits())
    assert found.format == "txt"
    assert not set("#*|[]") & set(found.text)
    assert any("Markdown" in note for note in found.notes)


@pytest.mark.parametrize(
    "text",
    [
        "一、总则\n1. 甲\n2. 乙\n* 注：丙\n# 1 车间\n",
        "公式：5*3*2=30，**为必填项。\n",
        "A | B\n甲 | 乙\n------\n",
        "名称：______\n----------\n联系人：______\n",
        "见〔2024〕12号[附件](略)。\n",
    ],
)
def test_a_text_with_a_few_such_signs_is_no_markdown(text: str) -> None:
    assert not looks_marked(text)
    assert read(text.encode(), Limits()).text == text
