"""What people write for a number: thousands commas, and the unit where it is the field's own and so changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from drafting.profiles.tree import shortened

LARGEST = 10**15

_PLAIN = re.compile(r"-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,15})?")
_LEADING = re.compile(rf"(?P<figure>{_PLAIN.pattern})\s*(?P<unit>[^\d.,，\s].*)")


@dataclass(frozen=True, slots=True)
class Measured:
    """The unit of a field.

    Attributes:
        name: What it is called; an empty string where the field holds a bare number.
        same: Other ways to write it.
        times: Larger units with how many of the field's own they are.
        elsewhere: Whether the row has a column of its own for the unit.
    """

    name: str = ""
    same: tuple[str, ...] = ()
    times: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    elsewhere: bool = False

    def factor(self, unit: str) -> int | None:
        """How many of the field's own unit a written one is; None where that is not sure."""
        if self.name and plain_unit(unit) in {plain_unit(one) for one in (self.name, *self.same)}:
            return 1
        return self.times.get(plain_unit(unit))


MONEY = Measured("万元", ("万", "万元人民币"), MappingProxyType({"亿": 10_000, "亿元": 10_000, "亿元人民币": 10_000}))
SHARE = Measured("%", ("％",))
AREA = Measured("平方米", ("㎡", "m²", "平米"))
PEOPLE = Measured("人", ("人次", "名"))
MACHINES = Measured("台", ("台套", "台(套)"))
PAGES = Measured("页")
BARE = Measured()
BESIDE = Measured(elsewhere=True)


def plain_unit(unit: str) -> str:
    """A unit as it is compared: width, case and spaces do not matter."""
    return re.sub(r"\s", "", normalize("NFKC", unit)).casefold()


def apart(written: str) -> tuple[str, str] | None:
    """The figure and the unit of a text; None where it does not begin with a figure that something follows."""
    found = _LEADING.fullmatch(_narrow(written))
    return (found["figure"], found["unit"].strip()) if found else None


def number_in(measured: Measured) -> Callable[[Any], int | float]:
    """What reads the numbers of a field.

    Args:
        measured: The field's unit.

    Returns:
        A function that turns what was written into a number in that unit, and raises ``ValueError`` where it is none,
        names another unit, or leaves open what it means.
    """

    def read(given: Any) -> int | float:
        if isinstance(given, str):
            return _read(given, measured)
        if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < LARGEST:
            return _unmistaken(given, measured)
        raise ValueError(_told(given, measured))

    return read


def _read(written: str, measured: Measured) -> int | float:
    text = _narrow(written)
    if _PLAIN.fullmatch(text):
        return _unmistaken(_value(text), measured)
    parts = apart(text)
    factor = measured.factor(parts[1]) if parts else None
    if parts is None or factor is None:
        raise ValueError(_told(written, measured))
    return _value(parts[0], factor)


def _unmistaken(value: int | float, measured: Measured) -> int | float:
    """A share between 0 and 1 may be one of a hundred or of one: what is meant must be said."""
    if measured.name == SHARE.name and 0 < abs(value) < 1:
        whole, itself = in_percent(round(value * 100, 10)), in_percent(value)
        raise ValueError(f"「{value}」是 {whole} 还是 {itself}？写成 {whole}，或 {itself}，带上 %")
    return value


def _value(text: str, factor: int = 1) -> int | float:
    """The number of a plain figure, exactly times a factor, and whole where it is."""
    figure = text.replace(",", "")
    exact = Decimal(figure) * factor
    return int(exact) if exact == exact.to_integral_value() and (factor > 1 or "." not in figure) else float(exact)


def _narrow(written: str) -> str:
    return normalize("NFKC", written).strip()


def _told(given: Any, measured: Measured) -> str:
    said = f"「{shortened(given)}」"
    parts = apart(given) if isinstance(given, str) else None
    if measured.elsewhere:
        return f"{said}不是数字，单位写在单位栏"
    if measured.name:
        return (
            f"{said}的单位不是{measured.name}，只写以{measured.name}计的数"
            if parts
            else f"{said}不是数字，这里以{measured.name}计"
        )
    return f"{said}不是数字，这里不带单位" if parts else f"{said}不是数字"


def in_percent(share: int | float) -> str:
    """A share with its sign: ``62.5%``."""
    return f"{Decimal(str(share)).normalize():f}%"


def said_share(share: int | float) -> int | float | str:
    """A share as it may be written and is read as the same again: one below 1 says that it is of a hundred."""
    return in_percent(share) if 0 < abs(share) < 1 else share
