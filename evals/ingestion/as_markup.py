"""Markdown as converters save it, and pages as the content systems of governments write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from evals.ingestion.as_text import AFTER
from evals.ingestion.content import Block, Content, Grid, Line
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

_LEVELS: Mapping[str, int] = MappingProxyType({"title": 1, "title2": 1, "chapter": 2, "h1": 2, "h2": 3, "attach": 2})
_END = "\n"
OTHERS = (
    "关于开展安全生产大检查的紧急通知",
    "关于公布专家库入库名单的公告",
    "关于征集典型案例的函",
)
HIDDEN = "此处文字不显示"
MENU = ("首页", "机构概况", "政务公开", "办事服务", "互动交流")
CRUMBS = "当前位置：首页 > 政务公开 > 通知公告"
TOOLS = "【字体：大 中 小】 【打印本页】 【关闭窗口】"
FOOT = ("版权所有：工业和信息化主管部门", "网站标识码：9900000011　公网安备99000002000001号")
RECORD = (("索引号", "00123-2031-0456"), ("主题分类", "工业、交通"), ("公开方式", "主动公开"))


def markdown(content: Content) -> FileMade:
    """Headings by #, labels of articles in bold, tables by pipes."""
    return FileMade("\n\n".join(_markdown(block) for block in content.blocks).encode())


def saved_page(content: Content) -> FileMade:
    """A page saved as Markdown: front matter, links, an image, escaped signs."""
    head = (
        "---\ntitle: 网页保存\nsource: page\n---\n\n[首页](index.html) \\> [政务公开](list.html)\n\n![](banner.png)\n\n"
    )
    body = "\n\n".join(_escaped(block) for block in content.blocks)
    around = ("首页 > 政务公开", "网页保存", "打印", "关闭", "打印 关闭", "打印关闭")
    return FileMade(f"{head}{body}\n\n[打印](#) [关闭](#)\n".encode(), around=around)


def _markdown(block: Block) -> str:
    if isinstance(block, Grid):
        return _pipes(block)
    if block.role in _LEVELS:
        return f"{'#' * _LEVELS[block.role]} {printed(block)}"
    if block.label.startswith("第"):
        return f"**{block.label}** {block.text}"
    return printed(block)


def _escaped(block: Block) -> str:
    if isinstance(block, Grid):
        return _pipes(block)
    if block.role in ("title", "title2"):
        return f"{printed(block)}\n{'=' * 12}"
    text = printed(block).replace("_", "\\_").replace("*", "\\*")
    text = text.replace(".", "\\.", 1) if block.label.endswith(".") else text
    return f"**{text}**" if block.role in _LEVELS else text


def _pipes(grid: Grid) -> str:
    rows = [["" for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text.replace("\n", "<br>")
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * grid.columns, *lines[1:]])


def content_page(content: Content) -> FileMade:
    """Nested div, menu, crumbs, tools, share buttons, foot; paragraphs indented by entities."""
    items = "".join(f'<li><a href="/{n}.html">{name}</a></li>' for n, name in enumerate(MENU))
    body = "\n".join(_paragraphs(content))
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知公告_门户网站</title>'
        "<style>.n{color:red}</style><script>var a='<p>第一条 脚本</p>';</script></head><body>"
        f'<div class="header"><ul class="nav">{items}</ul></div><div class="position">{escape(CRUMBS)}</div>'
        f'<div class="main"><div class="tools">{TOOLS}</div><div class="TRS_Editor">{body}</div>'
        f'<div class="share">{escape(AFTER[1])}</div></div><div class="footer">{"<br>".join(FOOT)}</div></body></html>'
    )
    return FileMade(page.encode(), foreign=(*MENU, CRUMBS, TOOLS, AFTER[1], *FOOT, "var a"))


def layout_page(content: Content) -> FileMade:
    """Set by nested tables, in GB18030, text in font elements and broken by br."""
    body = "<br>\n".join(
        _table(block)
        if isinstance(block, Grid)
        else f"<font size=3>&nbsp;&nbsp;&nbsp;&nbsp;{escape(printed(block))}</font>"
        for block in content.blocks
    )
    menu = " ".join(f"<td><a href=#>{name}</a></td>" for name in MENU)
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>'
        f"<table width=980><tr>{menu}</tr></table><table width=980><tr><td width=200><a href=#>通知公告</a><br>"
        f"<a href=#>政策解读</a></td><td><table><tr><td>{body}</td></tr></table></td></tr></table>"
        f"<table><tr><td align=center>{FOOT[0]}</td></tr></table></body></html>"
    )
    return FileMade(page.encode("gb18030"), foreign=(*MENU, "通知公告", "政策解读", FOOT[0]))


def record_page(content: Content) -> FileMade:
    """With the table of a public record above the text, which belongs to the document."""
    record = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in RECORD)
    page = (
        '<html lang="zh"><head><meta charset="utf-8"></head><body><nav>'
        f'{" ".join(f"<a href=#>{name}</a>" for name in MENU)}</nav><article><table class="xxgk">{record}</table>'
        f"<div id=zoom>{''.join(_paragraphs(content))}</div></article><footer>{FOOT[1]}</footer></body></html>"
    )
    around = tuple(text for pair in RECORD for text in pair)
    return FileMade(page.encode(), around=around, foreign=(*MENU, FOOT[1]))


def spans_page(content: Content) -> FileMade:
    """As a messenger's editor saves it: each paragraph in sections and several spans, headings only bold."""
    parts = []
    for block in content.blocks:
        if isinstance(block, Grid):
            parts.append(_table(block))
            continue
        text = printed(block)
        middle = len(text) // 2
        halves = f"<span>{escape(text[:middle])}</span><span><strong>{escape(text[middle:])}</strong></span>"
        parts.append(f'<section><p style="text-indent:2em">{halves}</p></section><p><br></p>')
    page = f'<html><head><meta charset="utf-8"></head><body><div id="js_content">{"".join(parts)}</div></body></html>'
    return FileMade(page.encode())


def links_page(content: Content) -> FileMade:
    """Without telling names of elements: a list of other documents beside the text, hidden and commented words."""
    links = "".join(
        f"<li><a href='{n}.htm'>{title}</a><span>2031-0{n + 1}-11</span></li>" for n, title in enumerate(OTHERS)
    )
    body = "".join(_paragraphs(content))
    page = (
        f'<html><head><meta charset="utf-8"></head><body><div>{" | ".join(f"<a href=#>{m}</a>" for m in MENU)}</div>'
        f'<div><div style="display:none">{HIDDEN}</div><!-- {HIDDEN} --><div>{body}</div>'
        f"<div><h3>相关文件</h3><ul>{links}</ul></div></div><div>{FOOT[0]}</div></body></html>"
    )
    return FileMade(page.encode(), foreign=(*MENU, *OTHERS, HIDDEN, FOOT[0]), around=("相关文件",))


def _paragraphs(content: Content) -> Iterator[str]:
    for block in content.blocks:
        yield _table(block) if isinstance(block, Grid) else _paragraph(block)


def _paragraph(line: Line) -> str:
    if line.role == "title":
        return f'<h1 class="title">{escape(printed(line))}</h1>'
    side = "center" if line.role in ("title2", "chapter", "number") else "right" if line.role == "sign" else "justify"
    blanks = "&emsp;&emsp;" if side == "justify" else ""
    return f'<p style="text-align:{side}">{blanks}{escape(printed(line))}</p>'


def _table(grid: Grid) -> str:
    rows = []
    for row in range(grid.rows):
        cells = "".join(
            f'<td rowspan="{cell.rows}" colspan="{cell.columns}"><p>{escape(cell.text).replace(_END, "<br>")}</p></td>'
            for cell in grid.cells
            if cell.row == row
        )
        rows.append(f"<tr>{cells}</tr>")
    return f'<table border="1">{"".join(rows)}</table>'


MARKUPS: Mapping[str, Maker] = MappingProxyType(
    {
        "md": markdown,
        "md-saved": saved_page,
        "html-content": content_page,
        "html-layout": layout_page,
        "html-record": record_page,
        "html-spans": spans_page,
        "html-links": links_page,
    }
)
