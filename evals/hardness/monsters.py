"""Files that are well formed and out of all proportion: spans, depths, references and marks that nobody would write."""

from __future__ import annotations

from collections.abc import Iterator

from evals.hardness.hard_input import HardInput
from evals.ingestion.bad_bytes import WORDS, packed, paragraphs, word

_LINES = "".join(f"<p>第{n}条 企业应当联网。</p>" for n in range(3_000))
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>应联网</t></is></c></row>'


def monsters() -> Iterator[HardInput]:
    """All of them."""
    for name, body in _pages():
        yield HardInput("monster, html", f"{name}.html", f"<html><body>{body}</body></html>".encode())
    for name, text in _marked():
        yield HardInput("monster, md", f"{name}.md", text.encode())
    for name, body in _word_bodies():
        yield HardInput("monster, docx", f"{name}.docx", word(body))
    for name, rows, more in _sheets():
        yield HardInput("monster, xlsx", f"{name}.xlsx", workbook(rows, more))
    yield HardInput("monster, xlsx", "many-sheets.xlsx", workbook(_ROW, times=300))


def _pages() -> Iterator[tuple[str, str]]:
    yield "colspan", f"<table><tr><td colspan=100000>{WORDS}</td></tr><tr><td rowspan=65535>甲<td>乙</table>"
    yield "spans", "<table>" + f"<tr>{'<td rowspan=9 colspan=9>甲</td>' * 9}</tr>" * 99 + f"</table>{WORDS}"
    yield "divs", "<div>" * 10_000 + WORDS + "</div>" * 10_000
    yield "open-divs", "<div>" * 10_000 + WORDS
    yield "tables", "<table><tr><td>" * 2_000 + WORDS
    yield "side-by-side", "<table><tr><td>甲</td></tr></table>" * 20_000 + WORDS
    yield "spans-inline", "<span>" * 100_000 + WORDS
    yield "empty-inline", f"<p>{WORDS}</p>" + "<b></b>" * 100_000
    yield "attributes", "<p " + " ".join(f"a{n}=x" for n in range(50_000)) + f">{WORDS}</p>"
    yield "entities", f"<p>{WORDS}{'&nbsp;&#12345;&#x1f3ed;&zzz;&' * 20_000}</p>"
    yield "comment", f"<p>{WORDS}</p><!-- " + "- " * 100_000
    yield "script", f"<p>{WORDS}</p><script>" + "<p>x" * 50_000
    yield "list", "<ol>" + "<li>" * 20_000 + WORDS + "</ol>"
    yield "nested-lists", "<ol><li>" * 3_000 + WORDS
    yield "breaks", f"<p>{'<br>'.join(WORDS.split(chr(10)) * 5_000)}</p>"
    yield "long", _LINES
    yield "links", f"<p>{WORDS}</p>" + '<li><a href="x">通知公告</a></li>' * 20_000
    yield "pre", f"<pre>{(WORDS + chr(10)) * 2_000}</pre>"
    yield "svg", f"<svg>{'<g>' * 5_000}<text>{WORDS}</text></svg><p>{WORDS}</p>"
    yield "class", f"<p class='{'nav ' * 50_000}'>{WORDS}</p><p>{WORDS}</p>"


def _marked() -> Iterator[tuple[str, str]]:
    for name, mark in (
        ("stars", "*"), ("under", "_"), ("hashes", "#"), ("quotes", ">"), ("ticks", "`"), ("brackets", "["),
        ("images", "!["),
        ("links", "[a]("), ("pipes", "|"), ("tildes", "~"), ("dashes", "- "), ("numbers", "1. "), ("backslash", "\\"),
        ("angles", "<"), ("tags", "<b>"), ("comments", "<!--"), ("emphasis", "*a _b "), ("spaces", "    "),
        ("amp", "&#35;"),
        ("refs", "[a]: x\n"), ("rules", "---\n"), ("fences", "```\n"), ("heads", "# 甲\n"), ("items", "- 甲\n"),
        ("deep", "> - "), ("table", "|甲|乙|\n"), ("math", "$"), ("dollars", "$$\n"), ("cells", "|-"),
        ("front", "---\na: b\n"),
    ):  # fmt: skip
        yield name, f"{WORDS}\n\n{mark * (100_000 // len(mark))}\n\n{WORDS}\n"
    yield "staircase", "\n".join("  " * n + "- 甲" for n in range(1_000)) + f"\n\n{WORDS}"
    yield "wide-table", "|" + "甲|" * 5_000 + "\n|" + "-|" * 5_000 + "\n|" + "乙|" * 5_000 + f"\n\n{WORDS}"
    yield "long-table", "|甲|乙|\n|-|-|\n" + "|一|应联网|\n" * 30_000 + f"\n{WORDS}"


def _word_bodies() -> Iterator[tuple[str, str]]:
    cell = "<w:tc><w:p><w:r><w:t>应联网</w:t></w:r></w:p></w:tc>"
    wide = cell.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>')
    tall = cell.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>")
    many = cell.replace("<w:p>", "<w:p/>" * 3_000 + "<w:p>")
    yield "wide", f"<w:tbl><w:tr>{wide}{cell}</w:tr></w:tbl>{paragraphs()}"
    yield "tall", f"<w:tbl>{f'<w:tr>{tall * 3}</w:tr>' * 3_000}</w:tbl>{paragraphs()}"
    yield "before", f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>{cell}</w:tr></w:tbl>{paragraphs()}'
    yield "negative", f"<w:tbl><w:tr>{wide.replace('1000000', '-5')}</w:tr></w:tbl>{paragraphs()}"
    yield "breaks", f"<w:tbl><w:tr>{many}</w:tr></w:tbl>{paragraphs()}"
    yield "tables", f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" * 20_000 + paragraphs()
    yield "in-tables", "<w:tbl><w:tr><w:tc>" * 200 + paragraphs() + "</w:tc></w:tr></w:tbl>" * 200
    yield "runs", f"<w:p>{'<w:r><w:t>应</w:t></w:r>' * 100_000}</w:p>{paragraphs()}"
    yield "tabs", f"<w:p><w:r><w:t>甲</w:t>{'<w:tab/>' * 50_000}<w:t>乙</w:t></w:r></w:p>{paragraphs()}"
    yield "fields", "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5_000 + f"</w:p>{paragraphs()}"
    yield "empty-lines", "<w:p/>" * 100_000 + paragraphs()
    yield "lines", paragraphs() * 20_000
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"
    yield "hidden", hidden * 10_000 + paragraphs()


def workbook(rows: str, more: str = "", shared: str = "<si><t>要素</t></si>", times: int = 1) -> bytes:
    """A workbook of raw rows, the same sheet so many times."""
    link = '<Relationship Id="r{0}" Type="{1}/{2}" Target="{3}"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    strings = link.format(0, _OFFICE, "sharedStrings", "sharedStrings.xml")
    numbers = range(1, times + 1)
    sheets = "".join(link.format(number, _OFFICE, "worksheet", f"s{number}.xml") for number in numbers)
    listed = "".join(f'<sheet name="表{number}" sheetId="{number}" r:id="r{number}"/>' for number in numbers)
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f"{relations}{link.format(9, _OFFICE, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook {_SHEET} xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{relations}{sheets}{strings}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {_SHEET}>{shared}</sst>",
    }
    sheet = f"<worksheet {_SHEET}><sheetData>{rows}</sheetData>{more}</worksheet>"
    parts |= {f"xl/s{number}.xml": sheet for number in numbers}
    return packed({name: text.encode() for name, text in parts.items()})


def _sheets() -> Iterator[tuple[str, str, str]]:
    yield "shared-far", '<row r="1"><c r="A1" t="s"><v>999999</v></c><c r="B1" t="s"><v>0</v></c></row>', ""
    yield "shared-minus", '<row r="1"><c r="A1" t="s"><v>-1</v></c><c r="B1" t="s"><v>x</v></c></row>', ""
    yield "merge-all", _ROW, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    merged = "".join(f'<mergeCell ref="A{n}:C{n + 3}"/>' for n in range(1, 2_000))
    yield "merge-overlap", _ROW, f"<mergeCells>{merged}</mergeCells>"
    yield "merge-backwards", _ROW, '<mergeCells><mergeCell ref="C3:A1"/><mergeCell ref="甲"/></mergeCells>'
    yield "cell-names", '<row r="0"><c r="ZZZZ99999999" t="str"><v>应</v></c><c r="" t="str"><v>甲</v></c></row>', ""
    same = '<row r="1"><c r="A1" t="str"><v>应</v></c></row>'
    yield "same-cell", same * 20_000, ""
    yield "numbers", "".join(f'<row r="{n}"><c r="A{n}"><v>{n}e{n}</v></c></row>' for n in range(1, 400)), ""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="str"><v>应联网</v></c></row>' for n in range(1, 50_000))
    yield "long", rows, ""
    far = (
        '<row r="1"><c r="A1" t="str"><v>应</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>末</v></c></row>'
    )
    yield "far", far, ""
