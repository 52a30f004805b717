"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def shown_number(number: int, kind: str) -> str:
    """A number as a list of one kind shows it.

    Args:
        number: Counted from 1; below that, and where a kind has no sign for it, it is shown as a decimal.
        kind: ``1``, ``a``, ``A``, ``i`` or ``I``, as the attribute ``type`` of a list.

    >>> [shown_number(28, kind) for kind in "1aAiI"]
    ['28', 'ab', 'AB', 'xxviii', 'XXVIII']

    Source: HTML Living Standard, 4.4.5 "The ol element".
    """
    if kind.lower() == "a" and number > 0:
        shown = _letters(number)
    elif kind.lower() == "i" and 0 < number < 4000:
        shown = _roman(number)
    else:
        return str(number)
    return shown.upper() if kind.isupper() else shown


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        shown += letters * count
    return shown
