"""What the styles of a Word document give a paragraph or a run: heading level, list, whether it is hidden.

Source: ECMA-376 part 1, 17.7 (styles), 17.3.1.20 (outline level).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.office.xml_tree import below, switched_on, whole

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])")
_TITLES = ("title", "标题")
_OUTLINE_LEVELS = 9
_BODY = 10
_LONGEST_CHAIN = 32


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph or a style stands in lists; None where it does not say.

    Attributes:
        number: The list; 0 takes the paragraph out of every list.
        level: The level in it, counted from 0.
    """

    number: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style itself says.

    Attributes:
        id: What paragraphs call it.
        parent: The style that it is based on.
        heading: The heading level, 0 for the title, 10 for body text; None where it does not say.
        place: Its list.
        hidden: Whether its text is hidden; None where it does not say.
    """

    id: str
    parent: str | None
    heading: int | None
    place: ListPlace
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document.

    Attributes:
        by_id: Each style.
        usual: The paragraph style of paragraphs that name none.
    """

    by_id: Mapping[str, Style]
    usual: str | None

    def chain(self, style: str | None) -> Iterator[Style]:
        """A style and those that it is based on, nearest first; a circle ends it."""
        met: set[str] = set()
        while style is not None and style in self.by_id and style not in met and len(met) < _LONGEST_CHAIN:
            met.add(style)
            found = self.by_id[style]
            yield found
            style = found.parent

    def heading(self, style: str | None) -> int | None:
        """The heading level that a style gives, or None for body text."""
        level = next((one.heading for one in self.chain(style) if one.heading is not None), None)
        return None if level == _BODY else level

    def hidden(self, style: str | None) -> bool:
        """Whether a style hides its text."""
        return next((one.hidden for one in self.chain(style) if one.hidden is not None), False)

    def place(self, style: str | None) -> tuple[ListPlace, str | None]:
        """The list that a style gives, and the style of its chain that says so."""
        found = next((one for one in self.chain(style) if one.place.number is not None), None)
        if found is None:
            return ListPlace(), None
        level = next((one.place.level for one in self.chain(style) if one.place.level is not None), None)
        return ListPlace(found.place.number, level), found.id


def read_styles(tree: Element | None) -> Styles:
    """The styles of a document's part of styles; none where it has no such part."""
    if tree is None:
        return Styles({}, None)
    usual = next(
        (
            one.get("w:styleId")
            for one in tree.iter("w:style")
            if one.get("w:type") == "paragraph" and switched_on(one, "w:default") and one.get("w:default")
        ),
        None,
    )
    read = (_style(one) for one in tree.iter("w:style"))
    return Styles({style.id: style for style in read}, usual)


def list_place(properties: Element | None) -> ListPlace:
    """What paragraph properties say of lists."""
    place = None if properties is None else properties.find("w:numPr")
    if place is None:
        return ListPlace()
    number, level = place.find("w:numId"), place.find("w:ilvl")
    return ListPlace(
        None if number is None else whole(number.get("w:val"), 0),
        None if level is None else whole(level.get("w:val"), 0),
    )


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties give: 1 to 9, 10 for body text, None where they do not say."""
    outline = None if properties is None else properties.find("w:outlineLvl")
    if outline is None:
        return None
    level = whole(outline.get("w:val"), _OUTLINE_LEVELS)
    return level + 1 if 0 <= level < _OUTLINE_LEVELS else _BODY


def heading_level(properties: Element | None, style: str | None, styles: Styles) -> int | None:
    """The heading level of a paragraph with these properties and this style, None for body text."""
    own = outline_level(properties)
    if own is None:
        return styles.heading(style)
    return None if own == _BODY else own


def _style(element: Element) -> Style:
    parent, name = element.find("w:basedOn"), element.find("w:name")
    properties = element.find("w:pPr")
    called = "" if name is None else name.get("w:val", "").lower()
    named = _HEADING.fullmatch(called)
    heading = 0 if called in _TITLES else outline_level(properties)
    if heading is None and named:
        heading = int(named[1])
    return Style(
        id=element.get("w:styleId", ""),
        parent=None if parent is None else parent.get("w:val"),
        heading=heading,
        place=list_place(properties),
        hidden=switched_on(below(element, "w:rPr", "w:vanish")),
    )
