"""Numbers as office programs print them: 3 is 三, Ⅲ, c, ③ or 丙, as a list or a cell says.

Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

PADDED = "decimalZero"
"""Digits with zeros before them to a width that follows this name; two where none does."""

_WIDEST = 9
_LONGEST_LETTERS = 780
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SIMPLE = ("零一二三四五六七八九", "十百千", "万")
_LEGAL_SIMPLE = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def number_text(value: int, form: str) -> str:
    """A number in one of Word's formats; formats without a rule here, and numbers beyond a format, in digits.

    >>> number_text(12, "chineseCountingThousand"), number_text(4, "decimalEnclosedCircle")
    ('十二', '④')
    """
    if form == "none":
        return ""
    if form.startswith(PADDED) and form[len(PADDED) :].isdigit():
        return f"{value:0{min(int(form[len(PADDED) :]), _WIDEST)}}"
    rule = _RULES.get(form)
    written = rule(value) if rule is not None and 0 < value < 100_000 else None
    return written if written is not None else _zero(form) if value == 0 else str(value)


def _zero(form: str) -> str:
    return "〇" if form == "ideographDigital" else "零" if form in _COUNTED else "0"


def _letters(first: str) -> Callable[[int], str | None]:
    """a … z, then aa, bb … as Word goes on."""
    return lambda value: (
        chr(ord(first) + (value - 1) % 26) * ((value - 1) // 26 + 1) if value <= _LONGEST_LETTERS else None
    )


def _roman(value: int) -> str | None:
    if value > 32_767:
        return None
    written = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        written += sign * count
    return written


def _counted(signs: tuple[str, str, str]) -> Callable[[int], str | None]:
    """十二, 一百零三, 一万零二十 in the given signs."""
    digits, powers, myriad = signs

    def below_myriad(value: int) -> str:
        written, gap = "", False
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit == 0:
                gap = bool(written)
                continue
            written += (digits[0] if gap else "") + digits[digit] + (powers[power - 1] if power else "")
            gap = False
        return written

    def count(value: int) -> str | None:
        high, low = divmod(value, 10_000)
        zero = digits[0] if high and 0 < low < 1_000 else ""
        written = f"{below_myriad(high)}{myriad}{zero}{below_myriad(low)}" if high else below_myriad(low)
        one_ten = digits[1] + powers[0]
        return written[1:] if digits[1] == "一" and written.startswith(one_ten) and value < 20 else written

    return count


def _placed(digits: str) -> Callable[[int], str | None]:
    """Digit by digit: 一〇三."""
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _run(first: str, length: int) -> Callable[[int], str | None]:
    """Signs that stand one after another in Unicode."""
    return lambda value: chr(ord(first) + value - 1) if value <= length else None


def _circled(value: int) -> str | None:
    """① to ㊿."""
    for first, before, last in (("①", 0, 20), ("㉑", 20, 35), ("㊱", 35, 50)):
        if value <= last:
            return chr(ord(first) + value - before - 1)
    return None


def _cycle(signs: str) -> Callable[[int], str | None]:
    return lambda value: signs[value - 1] if value <= len(signs) else None


def _ordinal(value: int) -> str | None:
    ending = "th" if value % 100 in (11, 12, 13) else _ORDINALS.get(value % 10, "th")
    return f"{value}{ending}"


def _wide(value: int) -> str | None:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_COUNTED = frozenset(
    {"chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting"}
)
_RULES: Mapping[str, Callable[[int], str | None]] = {
    **dict.fromkeys(_COUNTED, _counted(_SIMPLE)),
    "chineseLegalSimplified": _counted(_LEGAL_SIMPLE),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL),
    "ideographDigital": _placed("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _placed("〇一二三四五六七八九"),
    "taiwaneseDigital": _placed("○一二三四五六七八九"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": lambda value: (
        _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else None
    ),
    "ideographEnclosedCircle": _run("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda value: (_roman(value) or "").lower() or None,
}
