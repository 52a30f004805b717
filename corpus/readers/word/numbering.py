"""The lists that a Word document defines: which levels they have, how their numbers look, where they start.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.readers.office.number_forms import PADDED
from corpus.readers.office.xml_tree import below, switched_on, whole
from corpus.readers.word.styles import Styles

_LEVELS = 9
_LONGEST_TEXT = 255
_SIGN_FONTS = ("wingdings", "symbol", "webdings", "zapf", "marlett")
_MEANING_SIGNS = "※★☆▲△◆◇＊*"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: Its first number.
        form: The number format.
        text: What is printed, with ``%1`` for the number of the first level and so on.
        gap: Whether something stands between number and text.
        legal: Whether all numbers in it are printed in digits.
        restart: The level (counted from 1) whose paragraphs start it again; 0 for none, None for every higher one.
        style: The paragraph style that belongs to it.
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    gap: bool = True
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs stand in.

    Attributes:
        definition: What it shares with other lists that count on together.
        levels: Its levels by their number from 0.
        starts: Levels that start again with this list, and at which number.
    """

    definition: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)

    def level_of(self, style: str | None) -> int | None:
        """The level that a paragraph style belongs to."""
        return next((number for number, level in self.levels.items() if style and level.style == style), None)


def read_lists(tree: Element | None, styles: Styles) -> dict[int, List]:
    """The lists of a document's part of numbering, by the number that paragraphs name.

    Args:
        tree: The part, or None where the document has none.
        styles: The styles, since a definition may lie in a style of lists.
    """
    if tree is None:
        return {}
    definitions = {whole(one.get("w:abstractNumId"), -1): one for one in tree.iter("w:abstractNum")}
    numbers = {whole(one.get("w:numId"), -1): one for one in tree.iter("w:num")}
    return {number: _list(one, definitions, numbers, styles) for number, one in numbers.items() if number > 0}


def _list(number: Element, definitions: Mapping[int, Element], numbers: Mapping[int, Element], styles: Styles) -> List:
    definition = _definition(number, definitions, numbers, styles)
    element = definitions.get(definition)
    levels = {} if element is None else _levels(element)
    starts: dict[int, int] = {}
    for override in number.iter("w:lvlOverride"):
        at = whole(override.get("w:ilvl"), 0)
        for level in _levels(override).values():
            levels[at] = level
        start = override.find("w:startOverride")
        if start is not None:
            starts[at] = whole(start.get("w:val"), 1)
    return List(definition, levels, starts)


def _definition(
    number: Element, definitions: Mapping[int, Element], numbers: Mapping[int, Element], styles: Styles
) -> int:
    """The definition of a list; one that points to a style of lists is looked up there, once."""
    named = _definition_named(number)
    element = definitions.get(named)
    link = None if element is None else element.find("w:numStyleLink")
    if link is None:
        return named
    place, _ = styles.place(link.get("w:val"))
    linked = numbers.get(place.number or 0)
    return named if linked is None else _definition_named(linked)


def _definition_named(number: Element) -> int:
    named = number.find("w:abstractNumId")
    return -1 if named is None else whole(named.get("w:val"), -1)


def _levels(element: Element) -> dict[int, Level]:
    found = ((whole(one.get("w:ilvl"), 0), one) for one in element.findall("w:lvl"))
    return {at: _level(one) for at, one in found if 0 <= at < _LEVELS}


def _level(element: Element) -> Level:
    form = _form(element)
    text = _value(element, "w:lvlText") or ""
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT]
    if switched_on(below(element, "w:rPr", "w:vanish")) or (form == "bullet" and not _says_something(text, element)):
        text = ""
    restart = _value(element, "w:lvlRestart")
    return Level(
        start=whole(_value(element, "w:start"), 0),
        form=form,
        text=text,
        gap=_value(element, "w:suff") != "nothing",
        legal=bool(switched_on(element.find("w:isLgl"))),
        restart=None if restart is None else whole(restart, 0),
        style=_value(element, "w:pStyle"),
    )


def _form(element: Element) -> str:
    """The number format; a custom one that only adds zeros is told by its width (``decimalZero3``)."""
    found = element.find("w:numFmt")
    if found is None:
        found = below(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    if found is None:
        return "decimal"
    pattern = found.get("w:format", "").partition(",")[0].strip()
    if found.get("w:val") == "custom" and pattern.isdigit():
        return f"{PADDED}{len(pattern)}"
    return found.get("w:val", "decimal")


def _says_something(text: str, element: Element) -> bool:
    """Whether a bullet is a sign that is read: no dot, no letter that a font of signs draws as one."""
    fonts = below(element, "w:rPr", "w:rFonts")
    named = "" if fonts is None else " ".join(fonts.attrib.values()).lower()
    if any(font in named for font in _SIGN_FONTS):
        return False
    letters = [sign for sign in text if sign.isalnum() or sign in _MEANING_SIGNS]
    return bool(letters) and not (len(text.strip()) == 1 and text.strip().isascii() and text.strip().isalpha())


def _value(element: Element, name: str) -> str | None:
    found = element.find(name)
    return None if found is None else found.get("w:val")
