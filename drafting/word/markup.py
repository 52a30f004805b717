"""Text and paragraphs as WordprocessingML: whatever a profile holds comes out as words, never as markup or a field.

Source: ECMA-376, Office Open XML, part 1, WordprocessingML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from drafting.word.styles import PARAGRAPHS

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_BREAKS = re.compile(r"\r\n|[\r\n\t]")


def clean(text: str) -> str:
    """The text as XML may hold it; a sign that it may not is shown as ``\N{REPLACEMENT CHARACTER}``."""
    return _NOT_IN_XML.sub("\ufffd", text)


def quoted(text: str) -> str:
    """The text as an attribute's value, quotes and all."""
    return quoteattr(clean(text))


def escaped(text: str) -> str:
    """The text as an element's content."""
    return escape(clean(text))


def run(
    text: str,
    *,
    bold: bool = False,
    ink: str | None = None,
    fill: str | None = None,
    size: float | None = None,
    marked: bool = False,
    line: str = "",
) -> str:
    """A stretch of text; line breaks and tabs in it are kept.

    Args:
        text: The words.
        bold: Whether they are bold.
        ink, fill: Colours ``RRGGBB`` of the words and of what lies behind.
        size: In points; the paragraph's where None.
        marked: Whether they are marked as with a yellow pen.
        line: How they are underlined (``single``, ``double``); an empty string for not.
    """
    look = _HINT
    look += "<w:b/><w:bCs/>" if bold else ""
    look += f'<w:color w:val="{ink}"/>' if ink else ""
    look += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    look += '<w:highlight w:val="yellow"/>' if marked else ""
    look += f'<w:u w:val="{line}"/>' if line else ""
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f"<w:r><w:rPr>{look}</w:rPr>{_content(text)}</w:r>"


def live(instruction: str, shown: str) -> str:
    """A field that the program computes, such as ``PAGE``, with what it shows until then."""
    begin, apart, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    code = f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>'
    look = f"<w:rPr>{_HINT}</w:rPr>"
    return "".join(f"<w:r>{look}{part}</w:r>" for part in (begin, code, apart, _content(shown), end))


def paragraph(
    style: str,
    *runs: str,
    properties: str = "",
    bookmark: tuple[int, str] | None = None,
) -> str:
    """A paragraph; its runs carry the East Asian font of its style, so that they keep it where they are pasted.

    Args:
        style: An id of ``styles.PARAGRAPHS``.
        runs: From ``run`` and ``live``.
        properties: More paragraph properties, as the schema orders them after the style.
        bookmark: A number and a name that the paragraph can be referred to by.
    """
    content = "".join(runs).replace(_HINT, f'<w:rFonts w:hint="eastAsia" w:eastAsia="{PARAGRAPHS[style].font}"/>')
    if bookmark:
        number, name = bookmark
        content = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def lines(style: str, text: str) -> str:
    """A text as paragraphs, one a line."""
    return "".join(paragraph(style, run(line)) for line in text.split("\n"))


def prose(style: str, texts: Iterable[str]) -> str:
    """Texts as paragraphs."""
    return "".join(lines(style, text) for text in texts)


def _content(text: str) -> str:
    parts = []
    at = 0
    for found in _BREAKS.finditer(text):
        parts += [_plain(text[at : found.start()]), "<w:tab/>" if found[0] == "\t" else "<w:br/>"]
        at = found.end()
    return "".join([*parts, _plain(text[at:])])


def _plain(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else ""
