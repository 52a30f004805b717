"""Office files and pages whose elements are taken out, doubled, nested, exchanged, or given impossible values."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

from lxml import etree, html

from evals.hardness.changed_bytes import good_files
from evals.hardness.hard_input import HardInput
from evals.ingestion.bad_bytes import packed

_VALUES = (
    "", "-1", "0", "1", "65536", "1000000", "99999999999999999999", "1e308", "NaN", "甲", "A1:XFD1048576", "B2:A1",
    "A0",
    "on", "rId1", "../../x", "%1%2%3%4%5%6%7%8%9", "restart", "chineseCounting", "١", "²", "\u202e", "javascript:x",
)  # fmt: skip
_TEXTS = (
    "",
    "甲" * 5_000,
    "\t",
    "\n",
    "\u2028",
    "第一条",
    "应" * 50,
    "]]>",
    "=1+1",
    "99999999999999999999",
    "-0.5E+400",
)
_WRAPS = (3, 40, 400)
_MANY = 300


def changed_office(suffix: str, chance: Random) -> HardInput:
    """An office file with its parts and their elements changed.

    Args:
        suffix: ``docx`` or ``xlsx``.
        chance: Where the changes come from.
    """
    file = chance.choice(good_files(suffix))
    with zipfile.ZipFile(BytesIO(file.made.data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    body = [name for name in names if "document.xml" in name or "sheet" in name or "numbering" in name]
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice(body if body and chance.random() < 0.7 else names)
        drawn = chance.random()
        if drawn < 0.04:
            del parts[name]
            names.remove(name)
            body = [one for one in body if one != name]
            if not names:
                break
        elif drawn < 0.08:
            parts[name] = parts[chance.choice(names)]
        else:
            root = etree.fromstring(parts[name], etree.XMLParser(huge_tree=True))
            _change(root, chance)
            parts[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return HardInput(f"tree, {suffix}", file.name, packed(parts))


def changed_docx(chance: Random) -> HardInput:
    """A Word file with its elements changed."""
    return changed_office("docx", chance)


def changed_xlsx(chance: Random) -> HardInput:
    """A workbook with its elements changed."""
    return changed_office("xlsx", chance)


def changed_page(chance: Random) -> HardInput:
    """A page with its elements changed."""
    file = chance.choice(good_files("html"))
    root = html.document_fromstring(file.made.data)
    _change(root, chance)
    return HardInput("tree, html", file.name, etree.tostring(root, encoding="utf-8", method="html"))


def _change(root: etree._Element, chance: Random) -> None:
    """One to twelve changes of the elements below a root."""
    for _ in range(chance.choice((1, 3, 12))):
        inside = [one for one in root.iterdescendants() if isinstance(one.tag, str)]
        if not inside:
            return
        one, other = chance.choice(inside), chance.choice(inside)
        parent = one.getparent()
        if parent is None:
            continue
        deed = chance.randrange(8)
        if deed == 0:
            parent.remove(one)
        elif deed == 1:
            for _ in range(chance.choice((1, 3, _MANY // max(1, len(list(one.iter())) // 10)))):
                parent.insert(parent.index(one), _copy(one))
        elif deed == 2 and other not in one.iter():
            other.append(_copy(one))
        elif deed == 3 and one.attrib:
            one.set(chance.choice(list(one.attrib)), _value(other, chance))
        elif deed == 4:
            one.text = chance.choice(_TEXTS)
        elif deed == 5:
            _wrap(one, parent, chance.choice(_WRAPS))
        elif deed == 6:
            one.tag = other.tag
        else:
            parent.insert(0, one)


def _value(other: etree._Element, chance: Random) -> str:
    values = [*map(str, other.attrib.values())]
    return chance.choice(values if values and chance.random() < 0.3 else _VALUES)


def _copy(one: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(one, with_tail=False), etree.XMLParser(huge_tree=True, recover=True))


def _wrap(one: etree._Element, parent: etree._Element, times: int) -> None:
    """Put an element into so many of its own kind."""
    place = parent.index(one)
    outer = inner = etree.Element(one.tag)
    for _ in range(times):
        inner = etree.SubElement(inner, one.tag)
    inner.append(one)
    parent.insert(place, outer)
