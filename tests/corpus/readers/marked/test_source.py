"""What tells a plain text from Markdown, and what of it is no mark."""

from __future__ import annotations

import pytest

from corpus.readers.limits import Limits
from corpus.readers.marked.reading import read as read_marked
from corpus.readers.marked.source import looks_marked
from corpus.readers.plain_text import read as read_plain

MASKED = (
    "产值达***万元以上,****年销售收入达****万元以上，自****年**月*日起。\n"
    "各市：某发〔****〕*** 号\n起止 ****-**-**至****-**-**\n"
)


def test_stars_that_stand_for_figures_are_text() -> None:
    assert not looks_marked(MASKED * 3)
    assert read_plain((MASKED * 3).encode(), Limits()).text == MASKED * 3
    text = read_marked(f"# 某市通知\n\n{MASKED}".encode(), Limits()).text
    assert all(line in text for line in MASKED.splitlines())


@pytest.mark.parametrize(
    "text", ["**一、条件**\n**二、程序**\n**三、附则**\n", "# 通知\n## 条件\n## 程序\n", "a|b\n---|---\n1|2\n"]
)
def test_marks_are_noticed(text: str) -> None:
    assert looks_marked(text)
