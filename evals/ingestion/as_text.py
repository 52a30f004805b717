"""Plain text as people save and copy it: encodings, hard-wrapped lines, on one line, copied with the page's links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from evals.ingestion.content import Content, Grid
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

BEFORE = (
    "首页 > 政务公开 > 政策文件 > 规范性文件",
    "发布时间：2031-06-03 09:15　浏览次数：1287",
    "字号：【大】【中】【小】 【打印】 【关闭】",
)
_PAGE = 24
_NUMBER = re.compile(r"[\d.]{2}|\d%")
AFTER = ("上一篇：没有了", "分享到：微信 微博", "网站地图 | 联系我们 | 隐私声明")


def lines_of(content: Content) -> Iterator[str]:
    """The document line by line; a table's row is one line, its cells separated by tabs."""
    for block in content.blocks:
        if isinstance(block, Grid):
            for row in range(block.rows):
                texts = {cell.column: cell.text for cell in block.cells if cell.row == row}
                yield "\t".join(texts.get(column, "").replace("\n", " ") for column in range(block.columns))
        else:
            yield printed(block)


def plain(content: Content, encoding: str = "utf-8", between: str = "\n") -> FileMade:
    """A line a paragraph."""
    return FileMade((between.join(lines_of(content)) + "\n").encode(encoding))


def indented(content: Content) -> FileMade:
    """Windows line ends, two wide blanks before each paragraph."""
    return FileMade("".join(f"\u3000\u3000{line}\r\n" for line in lines_of(content)).encode())


def wrapped(content: Content, width: int, between: str = "\n") -> FileMade:
    """Lines broken after so many characters, though never within a number, as no program does that."""
    pieces = [piece for line in lines_of(content) for piece in _cut(line, width)]
    return FileMade((between.join(pieces) + "\n").encode())


def _cut(line: str, width: int) -> Iterator[str]:
    while len(line) > width:
        end = width
        while _NUMBER.match(line[end - 1 : end + 1]) and end > 1:
            end -= 1
        yield line[:end]
        line = line[end:]
    yield line


def one_line(content: Content) -> FileMade:
    """The whole document on one line, a blank between what were paragraphs."""
    return FileMade(" ".join(lines_of(content)).encode())


def copied(content: Content) -> FileMade:
    """Copied from a page, with its links and buttons; these are text here and need not be left out."""
    return FileMade("\n".join([*BEFORE, *lines_of(content), *AFTER]).encode(), around=(*BEFORE, *AFTER))


def paged(content: Content) -> FileMade:
    """Copied out of a print: lines broken at a width, a page's number between paragraphs, line ends of old systems."""
    lines: list[str] = []
    number = 0
    for line in lines_of(content):
        lines.extend(_cut(line, 32))
        if len(lines) > (number + 1) * _PAGE:
            number += 1
            lines.append(f"— {number} —")
    around = tuple(f"— {n} —" for n in range(1, number + 1))
    return FileMade("\r\n".join(lines).encode("gbk"), around=around)


def misread(content: Content, written: str, read: str) -> FileMade:
    """Written in one encoding, read in another, saved as what it then looked like."""
    text = "\n".join(lines_of(content)).encode(written).decode(read, "replace")
    return FileMade(text.encode(), damage=f"{written} read as {read}")


def holed(content: Content) -> FileMade:
    """Every twelfth letter became a question mark."""
    text = "\n".join(lines_of(content))
    letters = ("?" if n % 12 == 5 and sign.isalpha() else sign for n, sign in enumerate(text))
    return FileMade("".join(letters).encode(), damage="letters became question marks")


TEXTS: Mapping[str, Maker] = MappingProxyType(
    {
        "txt": plain,
        "txt-gb18030": partial(plain, encoding="gb18030"),
        "txt-utf16": partial(plain, encoding="utf-16"),
        "txt-big5": partial(plain, encoding="big5hkscs"),
        "txt-blank": partial(plain, between="\n\n"),
        "txt-indented": indented,
        "txt-wrap38": partial(wrapped, width=38),
        "txt-wrap24": partial(wrapped, width=24),
        "txt-wrap-blank": partial(wrapped, width=40, between="\n\n"),
        "txt-line": one_line,
        "txt-copied": copied,
        "txt-misread": partial(misread, written="utf-8", read="gb18030"),
        "txt-latin": partial(misread, written="utf-8", read="latin-1"),
        "txt-lost": partial(misread, written="gb18030", read="utf-8"),
        "txt-holed": holed,
        "txt-paged": paged,
    }
)
