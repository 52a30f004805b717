"""Pages of HTML: the document that stands on them, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.readers.budget import Budget
from corpus.readers.composing import Block, TextLine, compose
from corpus.readers.encoding import decode
from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.page.blocks import PageBlock, page_blocks
from corpus.readers.page.content import Content, characters, hidden_but_read, part
from corpus.readers.page.tree import Page, parse_page

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_TITLE_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-—–]+\s+|--+")
_NAMES_A_DOCUMENT = re.compile(
    r"(?:通知|办法|细则|方案|意见|公告|公示|规定|条例|指南|导则|规划|计划|标准|目录|指引|通告|批复|函)(?:[（(].{1,20}[）)])?$"
)
_EXAMPLES = 3


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a page.

    Args:
        data: The file.
        limits: How deep, how large and how long.

    Raises:
        UnreadableError: Its encoding cannot be told, it is nested too deep or too large, or it only frames other pages.
    """
    declared = _CHARSET.search(data[:_HEAD].replace(b"\x00", b""))
    decoded = decode(data, declared[1].decode("ascii", errors="ignore") if declared else None)
    budget = Budget(limits)
    page = parse_page(decoded.text, limits)
    revealed = hidden_but_read(page.body)
    content = part(page.body, page_blocks(page.body, budget, revealed))
    if not content.kept:
        raise UnreadableError(_nothing(page))
    text, shape = compose(_composed(content, page))
    notes = (*decoded.notes, *_notes(content, page, revealed=bool(revealed)))
    return Extracted(text, "html", shape, notes)


_LEAST_TITLE = 12
"""Characters at the end of a printed line that make it the title within the window's."""


def _composed(content: Content, page: Page) -> Iterator[Block]:
    """The blocks to store, the window's title first where the page does not print it; a lone ``h1`` is the title."""
    title = _missing_title(content, page)
    if title:
        yield TextLine(title, level=0)
    first = sum(1 for block in content.kept if block.level == 1) == 1 and not title
    for block in content.kept:
        if block.table is not None:
            yield block.table
        else:
            yield TextLine(block.text, level=block.level - first if block.level is not None else None)


def _missing_title(content: Content, page: Page) -> str | None:
    printed = _squeezed("".join(block.text for block in content.kept))
    named = [one for one in _TITLE_PARTS.split(page.title) if len(one) >= 8 and _NAMES_A_DOCUMENT.search(one)]
    if len(named) != 1 or _squeezed(named[0]) in printed:
        return None
    lines = (_squeezed(block.text) for block in content.kept if _NAMES_A_DOCUMENT.search(block.text.strip()))
    # A window often puts the names of site and column before the title, or between the issuer and the title.
    end = _squeezed(named[0])[-_LEAST_TITLE:]
    return None if any(line.endswith(end) for line in lines) else named[0]


def _notes(content: Content, page: Page, *, revealed: bool) -> Iterator[str]:
    if content.left_out:
        gone, kept = characters(content.left_out), characters(content.kept)
        share = f"{gone / max(1, gone + kept):.0%}"
        yield f"略去网页上不属于正文的 {gone} 字（占全页 {share}），如{_examples(content.left_out)}。"
    if revealed:
        yield "正文在网页文件里设为隐藏（由脚本显示），已照常读入。"
    title = _missing_title(content, page)
    if title:
        yield f"正文没有印出标题，取自网页标题：{title}"
    if page.pictures:
        yield f"网页含图片 {page.pictures} 幅，图中文字未读。"
    if page.frames:
        yield "网页嵌有其他页面，嵌入的内容不在此文件里。"


def _examples(blocks: Sequence[PageBlock]) -> str:
    shown = [" ".join(block.text.split())[:16] for block in sorted(blocks, key=lambda one: -len(one.text))[:_EXAMPLES]]
    return "、".join(f"“{one}”" for one in shown)


def _nothing(page: Page) -> str:
    if page.frames:
        return "it only frames other pages. Open the frame with the text and save that (在框架内右键，另存框架)."
    if page.pictures:
        return "it holds pictures and no text. Give a version with text, or a PDF (页面只有图片)."
    return "there is no text in it; a script may load it. Save the page again after it is shown (显示完整后另存)."


def _squeezed(text: str) -> str:
    return "".join(text.split())
