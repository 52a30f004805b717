"""A page of HTML as a tree of blocks and runs of text; marks inside a line are gone, links are remembered.

Nothing is fetched, no script is run and no entity but the letters of HTML is known: the parser is given text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits

_BLOCK_TAGS = """
html body div p section article main header footer nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead
tbody tfoot tr td th pre blockquote center form fieldset address figure figcaption hr details summary menu
"""
_UNREAD_TAGS = """
script style template noscript iframe object embed applet select input button textarea svg canvas audio video map head
frame frameset link meta progress meter datalist
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNREAD = frozenset(_UNREAD_TAGS.split())
_KEPT = ("id", "class", "role", "rowspan", "colspan", "start", "value", "type", "style")
_NOTE = re.compile(r"#_?(?:ftn|edn|fn|footnote|fnref|ftnref|ednref)[:-]?(?:ref)?[:_-]?(\d+)$", re.IGNORECASE)
_ATTACHED = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|ofd|pptx?|zip|rar|7z|ceb|txt)(?:[?#].*)?$", re.IGNORECASE)
_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$))", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]{0,500}\[[^\]]*\]\s*>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffe6\U00020000-\U0003ffff]"
_BREAK_IN_SOURCE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
"""A line end between two wide characters, which a browser does not show. Source: CSS Text 3, 4.1.3."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that stands in a line; ``linked`` where it leads to another page (not to a file that is attached)."""

    text: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A block of a page.

    Attributes:
        tag: Its name, lower case.
        attributes: Those that matter here.
        hidden: Whether its own style hides it.
        children: Blocks and runs in their order; white space is as it is shown.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    children: list[Node | Run] = field(default_factory=list)

    @property
    def hints(self) -> str:
        """What its id, classes and role say."""
        return " ".join(self.attributes.get(name, "") for name in ("id", "class", "role")).strip().lower()

    def runs(self) -> Iterator[Run]:
        """Every run inside, in order."""
        for child in self.children:
            if isinstance(child, Run):
                yield child
            else:
                yield from child.runs()


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        body: Its blocks.
        title: What stands in its ``title`` element.
        frames: Whether other pages are shown inside.
        pictures: How many pictures stand in it.
    """

    body: Node
    title: str
    frames: bool
    pictures: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: the block that takes the text, and what holds for it."""

    block: Node
    depth: int = 0
    linked: bool = False
    spaced: bool = False


def parse_page(text: str, limits: Limits) -> Page:
    """The page that a text of HTML makes.

    Raises:
        UnreadableError: It has too many marks, they are nested deeper than the limit, or nothing in it is an element.
    """
    if text.count("<") > limits.characters // 2:
        raise UnreadableError(
            f"it has more than {limits.characters // 2:,} marks. Save the text itself (另存为 txt 或 docx)."
        )
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(_CONTROL.sub("", _OWN_ENTITIES.sub("", _XML_HEAD.sub("", text))), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            f"it is not readable as HTML ({error.msg}). Save the page again (另存为 HTML)."
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _too_deep(limits)
    if root is None:
        raise UnreadableError("there is no text in it. Save the page again (未读到文字).")
    body = Node("body")
    _fill(body, root, limits)
    title = root.find(".//title")
    frames = root.find(".//frame") is not None or root.find(".//iframe") is not None
    shown_title = _SPACES.sub(" ", "".join(title.itertext())).strip() if title is not None else ""
    return Page(body, shown_title, frames, sum(1 for _ in root.iter("img")))


def _fill(body: Node, root: etree._Element, limits: Limits) -> None:
    """Copies the tree without recursion, for pages may be nested deeper than Python calls."""
    todo: list[tuple[etree._Element | str, _Place]] = [(root, _Place(body))]
    while todo:
        what, place = todo.pop()
        if isinstance(what, str):
            shown = what if place.spaced else _SPACES.sub(" ", _BREAK_IN_SOURCE.sub("", what))
            if shown:
                place.block.children.append(Run(shown, place.linked))
            continue
        inside = _entered(what, place, limits)
        if inside is None:
            continue
        for child in reversed(what):
            if child.tail:
                todo.append((child.tail, inside))
            if isinstance(child.tag, str):
                todo.append((child, inside))
        if what.text:
            todo.append((what.text, inside))


def _entered(element: etree._Element, place: _Place, limits: Limits) -> _Place | None:
    """Where the contents of an element go; None where they are not read."""
    tag = str(element.tag).lower()
    hidden = element.get("hidden") is not None or bool(_HIDING.search(element.get("style", "")))
    if tag in _UNREAD:
        return None
    if tag == "br":
        place.block.children.append(Run("\n"))
        return None
    if tag in _BLOCKS:
        if place.depth >= limits.depth:
            raise _too_deep(limits)
        attributes = {name: value for name in _KEPT if (value := element.get(name))}
        block = Node(tag, attributes, hidden)
        place.block.children.append(block)
        return _Place(block, place.depth + 1, place.linked, place.spaced or tag == "pre")
    if hidden:
        return None
    if tag == "a":
        return _linked(element, place)
    return place


def _linked(element: etree._Element, place: _Place) -> _Place | None:
    target = element.get("href", "").strip()
    note = _NOTE.search(target)
    if note:
        place.block.children.append(Run(f"[note:{note[1]}]"))
        return None
    leads = bool(target) and not target.startswith("#") and not _ATTACHED.search(target)
    return _Place(place.block, place.depth, leads, place.spaced)


def _too_deep(limits: Limits) -> UnreadableError:
    return UnreadableError(
        f"its elements are nested deeper than {limits.depth}. Save the text itself (另存为 txt 或 docx)."
    )
