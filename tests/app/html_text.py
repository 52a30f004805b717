"""Reads the HTML of the pages as a browser would: the text inside elements of a class."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "rect", "path"})


class _Reader(HTMLParser):
    def __init__(self, style: str) -> None:
        super().__init__(convert_charrefs=True)
        self._style = style
        self._depth = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if self._depth:
            self._depth += 1
        elif self._style in (dict(attrs).get("class") or "").split():
            self._depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1] += data


def texts(html: str, style: str) -> list[str]:
    """Returns the text of each element of a class, in order."""
    reader = _Reader(style)
    reader.feed(html)
    reader.close()
    return reader.found
