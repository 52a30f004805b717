"""Formulas of Word on one line: a fraction with /, a power with ^, an index with _.

Source: ECMA-376 part 1, 22.1 (Office Math).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from corpus.readers.office.xml_tree import below

_BETWEEN = {"m:f": "/", "m:sSup": "^", "m:sSub": "_"}
_SINGLE = 1


def formula_text(node: Element) -> str:
    """What a formula shows, its parts in the order in which they are read."""
    if node.tag in ("m:t", "w:t"):
        return node.text or ""
    if node.tag == "m:rad":
        degree, of = _child(node, "m:deg"), _grouped(_child(node, "m:e"))
        return f"{degree}√{of}"
    if node.tag == "m:d":
        return _delimited(node)
    if node.tag == "m:nary":
        return _summed(node)
    if node.tag == "m:sSubSup":
        return f"{_grouped(_child(node, 'm:e'))}_{_grouped(_child(node, 'm:sub'))}^{_grouped(_child(node, 'm:sup'))}"
    if node.tag in _BETWEEN:
        return _BETWEEN[node.tag].join(_grouped(formula_text(part)) for part in node if not part.tag.endswith("Pr"))
    return "".join(formula_text(part) for part in node if not part.tag.endswith("Pr"))


def _child(node: Element, name: str) -> str:
    found = node.find(name)
    return "" if found is None else formula_text(found)


def _grouped(text: str) -> str:
    """In brackets where a sign beside it would otherwise be read with its last or first letter alone."""
    whole = text.isalnum() or len(text) <= _SINGLE or (text.startswith("(") and text.endswith(")"))
    return text if whole else f"({text})"


def _delimited(node: Element) -> str:
    properties = node.find("m:dPr")

    def sign(name: str, usual: str) -> str:
        found = None if properties is None else properties.find(name)
        return usual if found is None else found.get("m:val", "")

    inside = sign("m:sepChr", "|").join(formula_text(part) for part in node.findall("m:e"))
    return f"{sign('m:begChr', '(')}{inside}{sign('m:endChr', ')')}"


def _summed(node: Element) -> str:
    found = below(node, "m:naryPr", "m:chr")
    sign = "∫" if found is None else found.get("m:val", "∫")
    low, high = _child(node, "m:sub"), _child(node, "m:sup")
    limits = (f"_{_grouped(low)}" if low else "") + (f"^{_grouped(high)}" if high else "")
    return f"{sign}{limits}{_child(node, 'm:e')}"
