"""What a paragraph of a Word document shows: the text of its runs, and the text boxes that hang on it.

Source: ECMA-376 part 1, 17.3.3 (run content), 17.13.5 (revisions); part 3 (alternate content).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.composing import shown
from corpus.readers.office.xml_tree import descendants, switched_on
from corpus.readers.word.fields import Fields
from corpus.readers.word.maths import formula_text
from corpus.readers.word.remarks import Tally
from corpus.readers.word.styles import Styles
from corpus.readers.word.symbols import symbol_text

_LEFT_OUT = frozenset({"w:del", "w:moveFrom"})
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-"}
_REFERENCES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_PICTURES = frozenset({"pic:pic", "v:imagedata"})
_DIAGRAMS = ("/chart", "/diagram", "/chartex")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a paragraph shows.

    Attributes:
        text: Its text; line breaks as they stand.
        boxes: The contents of text boxes that hang on it.
        contents: Whether all of its text stands in a table of contents.
    """

    text: str
    boxes: tuple[Element, ...]
    contents: bool


class Runs:
    """Reads the runs of paragraphs, one after another, since fields go on over paragraphs.

    Attributes:
        tally: What was met and left out.
        notes: The footnotes and endnotes referred to, by kind and id, with their numbers.
    """

    __slots__ = ("_body", "_boxes", "_contents", "_fields", "_hidden", "_pieces", "_styles", "notes", "tally")

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self.tally = tally
        self.notes: dict[tuple[str, str], int] = {}
        self._fields = Fields(Element("none"))
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._body = self._contents = self._hidden = False

    @contextmanager
    def story(self, root: Element) -> Iterator[None]:
        """While a story (the body, a footnote, a text box) is read: its fields are its own."""
        outer = self._fields
        self._fields = Fields(root)
        try:
            yield
        finally:
            self.tally["fields"] += self._fields.without_result
            self._fields = outer

    def read(self, paragraph: Element, style: str | None) -> Shown:
        """What a paragraph of a style shows."""
        self._pieces, self._boxes, self._body, self._contents = [], [], False, False
        self._hidden = self._styles.hidden(style)
        self._inside(paragraph)
        return Shown("".join(self._pieces), tuple(self._boxes), self._contents and not self._body)

    def _inside(self, parent: Element) -> None:
        """The runs in an element, whatever wraps them."""
        for node in parent:
            tag = str(node.tag)
            if tag == "w:r":
                self._run(node)
            elif tag in _LEFT_OUT:
                self.tally["deleted"] += letter_count(node)
            elif tag == "mc:AlternateContent":
                self._inside(chosen(node))
            elif tag == "w:fldSimple":
                self._fields.enter(node.get("w:instr", ""))
                self._inside(node)
                self._fields.leave()
            elif tag in ("m:oMath", "m:oMathPara"):
                self.tally["formulas"] += 1
                self._say(formula_text(node), hidden=self._hidden)
            elif not tag.endswith("Pr"):
                if tag == "w:ins":
                    self.tally["inserted"] += letter_count(node)
                self._inside(node)

    def _run(self, run: Element) -> None:
        properties = run.find("w:rPr")
        hidden = self._hides(properties)
        for node in run:
            self._content(node, properties, hidden=hidden)

    def _content(self, node: Element, properties: Element | None, *, hidden: bool) -> None:
        """One thing in a run."""
        tag = str(node.tag)
        if tag == "w:t":
            self._say(self._letters(node, properties), hidden=hidden)
        elif tag in _BREAKS:
            self._say(_BREAKS[tag], hidden=hidden)
        elif tag == "w:fldChar":
            self._say(self._fields.mark(node), hidden=hidden)
        elif tag == "w:instrText":
            self._fields.instruct(node.text or "")
        elif tag == "w:sym":
            self._say(self._symbol(node.get("w:char", ""), node.get("w:font", "")), hidden=hidden)
        elif tag in _REFERENCES and not hidden and self._fields.shown:
            key = (_REFERENCES[tag], node.get("w:id", ""))
            self._say(f"[note:{self.notes.setdefault(key, len(self.notes) + 1)}]", hidden=False)
        elif tag == "w:ruby":
            self.tally["readings"] += 1
            for part in node.findall("w:rubyBase"):
                self._inside(part)
        elif tag == "mc:AlternateContent":
            for part in chosen(node):
                self._content(part, properties, hidden=hidden)
        elif tag in _DRAWINGS and not hidden and self._fields.shown:
            self._drawing(node)

    def _hides(self, properties: Element | None) -> bool:
        """Whether a run is hidden: its own word counts before its style's, and that before the paragraph's."""
        if properties is None:
            return self._hidden
        own = switched_on(properties.find("w:vanish"))
        if own is not None:
            return own
        style = properties.find("w:rStyle")
        return self._hidden or (style is not None and self._styles.hidden(style.get("w:val")))

    def _say(self, text: str, *, hidden: bool) -> None:
        if not text or not self._fields.shown:
            return
        if hidden:
            self.tally["hidden"] += len(text.strip())
            return
        self._pieces.append(text)
        if self._fields.in_contents:
            self._contents = True
        elif text.strip():
            self._body = True

    def _letters(self, node: Element, properties: Element | None) -> str:
        """A stretch of text; signs of a font of signs as characters, a power after a number raised."""
        text = node.text or ""
        text = text if node.get("xml:space") == "preserve" else text.strip(" \t\r\n")
        if properties is None:
            return shown(text)
        fonts = properties.find("w:rFonts")
        if fonts is not None and any("\uf000" <= sign <= "\uf0ff" for sign in text):
            font = fonts.get("w:ascii") or fonts.get("w:hAnsi") or ""
            text = "".join(
                self._symbol(f"{ord(sign):X}", font) if "\uf000" <= sign <= "\uf0ff" else sign for sign in text
            )
        place = properties.find("w:vertAlign")
        if place is not None and place.get("w:val") == "superscript" and self._pieces:
            before = self._pieces[-1][-1:]
            if before.isdigit() and text.lstrip("+-−").isdigit():
                return text.translate(_RAISED)
        return shown(text)

    def _symbol(self, code: str, font: str) -> str:
        try:
            found = symbol_text(int(code, 16), font)
        except ValueError:
            found = None
        if found is None:
            self.tally["symbols"] += 1
        return found or ""

    def _drawing(self, node: Element) -> None:
        """A picture, a diagram, or a text box, whose text is read after the paragraph."""
        inside = frozenset({"w:txbxContent", "mc:Fallback"})
        boxes = [one for one in _with_outermost(node, "w:txbxContent") if one.tag == "w:txbxContent"]
        self._boxes.extend(boxes)
        self.tally["boxes"] += len(boxes)
        for one in descendants(node, inside):
            if one.tag == "a:graphicData" and one.get("uri", "").endswith(_DIAGRAMS):
                self.tally["diagrams"] += 1
            elif one.tag in _PICTURES and node.tag != "w:object":
                self.tally["pictures"] += 1
            elif one.tag == "v:textpath":
                self._say(shown(one.get("string", "")), hidden=False)
        if node.tag == "w:object":
            self.tally["objects"] += 1


def chosen(alternate: Element) -> Element:
    """The one branch of alternate content that is read: the first that holds a text box, else the first."""
    branches = [one for one in alternate if one.tag in ("mc:Choice", "mc:Fallback")]
    if not branches:
        return alternate
    return next((one for one in branches if any(node.tag == "w:txbxContent" for node in descendants(one))), branches[0])


def letter_count(root: Element) -> int:
    """How many characters the runs below a node hold, deleted ones too."""
    return sum(len(one.text or "") for one in descendants(root) if one.tag in ("w:t", "w:delText"))


def _with_outermost(root: Element, tag: str) -> Iterator[Element]:
    """Elements below a node, none below one of the tag; of alternate content only the branch that is read."""
    waiting = list(reversed(root))
    while waiting:
        node = waiting.pop()
        yield node
        if node.tag == "mc:AlternateContent":
            waiting.append(chosen(node))
        elif node.tag != tag:
            waiting.extend(reversed(node))
