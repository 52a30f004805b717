"""Fields of a Word document: their result is shown, their instruction is not.

Source: ECMA-376 part 1, 17.16 (fields).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from corpus.readers.office.xml_tree import below, descendants, switched_on, whole

_NOT_SHOWN = frozenset({"w:del", "w:moveFrom", "mc:Fallback", "w:txbxContent"})
_SILENT = frozenset(
    {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "INDEX", "ADVANCE", "MACROBUTTON", "HYPERLINK", "TOC"}
)
_RAISED = re.compile(r"\\s\s*\\(?:up|do)\s*\d*\s*\(([^()]*)\)")
_CIRCLED = re.compile(r"\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇◯]\s*[,，;；]\s*(\d{1,2})\s*\)")
_FRACTION = re.compile(r"\\f\s*\(\s*([^(),，]+)\s*[,，;；]\s*([^(),，]+)\s*\)")
_CIRCLES = 20
_BOXES = ("□", "☑")


class Fields:
    """The fields that are open at a place of a story (the body, a footnote, a text box)."""

    __slots__ = ("_open", "_unpaired", "without_result")

    def __init__(self, story: Element) -> None:
        self._open: list[_Field] = []
        self._unpaired = _unpaired(story)
        self.without_result = 0

    @property
    def shown(self) -> bool:
        """Whether text at this place is shown: it stands in no instruction."""
        return all(field.in_result for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether this place is in a table of contents."""
        return any(field.kind == "TOC" for field in self._open)

    def mark(self, sign: Element) -> str:
        """Pass a mark that begins, parts or ends a field; gives what the field shows that has no result of its own."""
        if id(sign) in self._unpaired:
            return ""
        kind = sign.get("w:fldCharType")
        if kind == "begin":
            self._open.append(_Field(sign.find("w:ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            return self._close()
        return ""

    def enter(self, instruction: str) -> None:
        """Begin a field that is written as one element."""
        field = _Field(None)
        field.instruction, field.in_result = instruction, True
        self._open.append(field)

    def leave(self) -> None:
        """End the field that was entered last."""
        self._open.pop()

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def _close(self) -> str:
        field = self._open.pop()
        if field.form is not None and field.kind in ("FORMCHECKBOX", "FORMDROPDOWN"):
            return _form_text(field.form)
        if field.in_result or field.kind in _SILENT or not field.kind:
            return ""
        text = _drawn(field.instruction) if field.kind == "EQ" else ""
        self.without_result += not text
        return text


class _Field:
    __slots__ = ("form", "in_result", "instruction")

    def __init__(self, form: Element | None) -> None:
        self.form = form
        self.instruction = ""
        self.in_result = False

    @property
    def kind(self) -> str:
        return (self.instruction.split(maxsplit=1) or [""])[0].upper()


def _unpaired(story: Element) -> frozenset[int]:
    """The marks of fields that never end or never began: obeying them would hide the rest of the text."""
    begun: list[list[int]] = []
    stray: set[int] = set()
    for sign in descendants(story, _NOT_SHOWN):
        if sign.tag != "w:fldChar":
            continue
        kind = sign.get("w:fldCharType")
        if kind == "begin":
            begun.append([id(sign)])
        elif not begun:
            stray.add(id(sign))
        elif kind == "end":
            begun.pop()
        else:
            begun[-1].append(id(sign))
    return frozenset(stray.union(*begun))


def _form_text(form: Element) -> str:
    """What a box to tick or a list to choose from shows."""
    box = form.find("w:checkBox")
    if box is not None:
        checked = switched_on(box.find("w:checked"))
        return _BOXES[bool(switched_on(box.find("w:default")) if checked is None else checked)]
    result = below(form, "w:ddList", "w:result")
    entries = [one for one in descendants(form) if one.tag == "w:listEntry"]
    chosen = 0 if result is None else whole(result.get("w:val"), 0)
    return entries[chosen].get("w:val", "") if 0 <= chosen < len(entries) else ""


def _drawn(instruction: str) -> str:
    """What an EQ field draws: a number in a circle, a fraction; empty for other drawings."""
    flat = _RAISED.sub(r"\1", instruction)
    circled = _CIRCLED.search(flat)
    if circled and 1 <= int(circled[1]) <= _CIRCLES:
        return chr(ord("①") + int(circled[1]) - 1)
    fraction = _FRACTION.search(flat)
    return f"{fraction[1].strip()}/{fraction[2].strip()}" if fraction else ""
