"""The fields of a kind of row, as workbooks and templates show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_type_hints

from drafting.profiles.fields import CHOICES, NUMBERS, Number, Share, Text, When, Words, Yes, joined
from drafting.profiles.number_reading import said_share
from drafting.profiles.rows import Row

Kind = Literal["text", "number", "date", "yes", "words", "choice"]

_KINDS: Mapping[Any, Kind] = MappingProxyType(
    {Text: "text", When: "date", Yes: "yes", Words: "words", **dict.fromkeys(NUMBERS, "number")}
)
_FIRST = ("points", "id", "code", "name", "title", "project")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a row.

    Attributes:
        key: Its key in YAML and JSON.
        title: Its Chinese name.
        description: What to write, or an empty string.
        required: Whether a row needs it.
        kind: What it holds.
        choices: The codes with their Chinese names, where only these may be written.
        share: Whether it holds a share in percent.
    """

    key: str
    title: str
    description: str
    required: bool
    kind: Kind
    choices: Mapping[str, str]
    share: bool = False

    def entered(self, value: int | float) -> int | float | str:
        """A number of the field as it stands in a cell, and is read as the same again."""
        return said_share(value) if self.share else value

    def said(self, value: object) -> str:
        """A value of the field as a person reads it, and as it may be written again."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, tuple):
            return joined(map(str, value))
        return self.choices.get(str(value), str(value))


@cache
def slots(kind: type[Row]) -> tuple[Slot, ...]:
    """The fields of a kind of row: what names it first, then the rest in order."""
    hints = get_type_hints(kind, include_extras=True)
    found = [_slot(key, hints[key], kind) for key in kind.model_fields]
    first = sorted((slot for slot in found if slot.key in _FIRST), key=lambda slot: _FIRST.index(slot.key))
    return (*first, *(slot for slot in found if slot.key not in _FIRST))


def _slot(key: str, hint: Any, row: type[Row]) -> Slot:
    field = row.model_fields[key]
    known = next((one for one in (hint, *get_args(hint)) if one in _KINDS or one in CHOICES), Number)
    held: Kind = "choice" if known in CHOICES else _KINDS[known]
    choices = CHOICES.get(known, MappingProxyType({}))
    return Slot(key, field.title or key, field.description or "", field.is_required(), held, choices, known == Share)
