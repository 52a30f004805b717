"""Which clauses can be laid side by side: what asks, states, defines or regulates something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from corpus.clause import Clause, Kind
from kg.row_names import with_row_name

_FAMILIES: Mapping[Kind, str] = MappingProxyType(
    {
        "requirement": "matter",
        "paragraph": "matter",
        "lead": "matter",
        "threshold": "matter",
        "step": "matter",
        "table_cell": "matter",
        "term": "matter",
        "abbreviation": "abbreviation",
        "form_field": "form",
    }
)
"""Kinds of one family may be aligned; headings and what is not required have none."""
_LEAST = 4
"""A text of fewer characters (``/``, ``有``) says nothing that could be compared."""
_UNSURE = frozenset({"paragraph", "lead", "table_cell"})
"""Kinds that may also be a title, a reference to another standard or the head of a column."""
_LEAST_OF_A_SENTENCE = 12
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[，,。；;：:][^）)》」”]*")
_POINTS_ON = re.compile(r"见(?:下)?表|^.{0,14}?包括")
_IS_TITLE = re.compile(r"^附(?:件|录|表|图)")


def family(clause: Clause) -> str | None:
    """The family of a clause; None where it is not comparable.

    A lead that only points to what follows (``要求见表1``) or lists it (``包括…``) is not; one that asks or describes
    something is. Nor are a title, a column's head and the name of another standard, which may stand as a paragraph or
    a cell.
    """
    text = with_row_name(clause).strip()
    if len(text) < _LEAST:
        return None
    if clause.kind in _UNSURE and not _says_something(clause, text):
        return None
    return _FAMILIES.get(clause.kind)


def _says_something(clause: Clause, text: str) -> bool:
    if clause.kind == "lead" and clause.forces == ("none",) and _POINTS_ON.search(text):
        return False
    sentence = len(_HAN.findall(text)) >= _LEAST_OF_A_SENTENCE and _SENTENCE.search(text)
    return bool(sentence) and not _IS_TITLE.match(text)
