"""A number as a workbook shows it: its format code applied, with the formats that Chinese versions build in.

Source: ECMA-376 part 1, 18.8.30 (number formats, with the tables of Chinese formats).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from corpus.readers.office.number_forms import number_text
from corpus.readers.workbook.date_shown import date_shown, is_date

_LONGEST_CODE = 255
_LONGEST_NUMBER = 64
_LARGEST_EXPONENT = 300
_DIGITS_SHOWN = 10
_EXACT = Context(prec=2 * _LARGEST_EXPONENT)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*](?P<space>.)|\[(?P<bracket>[^\]]*)\]?|(?P<general>[Gg]eneral|G/通用格式)|'
    r"(?P<exponent>[Ee][+-])|(?P<digit>[0#?])|(?P<sign>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_TESTS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_ZEROS = "0零〇０"
_CHINESE = {"DBNUM1": "〇一二三四五六七八九", "DBNUM2": "零壹贰叁肆伍陆柒捌玖", "DBNUM3": "０１２３４５６７８９"}
_COUNTED = dict(zip(_CHINESE.values(), ("chineseCounting", "chineseLegalSimplified", "decimalFullWidth"), strict=True))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a format code: what kind it is and what it says."""

    kind: str
    text: str


def number_shown(raw: str, code: str, *, from_1904: bool = False) -> str:
    """What a cell with a number shows.

    Args:
        raw: The number as the file holds it.
        code: The format code; several sections are parted by semicolons.
        from_1904: Whether days count from 1904.

    >>> number_shown("0.305", "0.0%"), number_shown("1234567", "#,##0"), number_shown("45717", 'yyyy"年"m"月"')
    ('30.5%', '1,234,567', '2025年3月')
    """
    value = _decimal(raw)
    if value is None:
        return raw.strip()
    section = None if len(code) > _LONGEST_CODE else _section(value, code)
    if section is None:
        return _general(value)
    tokens, signed = section
    if is_date([token.text if token.kind == "sign" else "" for token in tokens]) or _elapsed(tokens):
        shown = date_shown(value, [(token.kind, token.text) for token in tokens], from_1904=from_1904)
        return _general(value) if shown is None else shown
    if Token("sign", "@") in tokens:
        return _general(value)
    written = _number(abs(value), tokens)
    return (
        f"-{written}"
        if signed and value < 0 and any(sign.isnumeric() and sign not in _ZEROS for sign in written)
        else written
    )


def _decimal(raw: str) -> Decimal | None:
    if len(raw) > _LONGEST_NUMBER:
        return None
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < _LARGEST_EXPONENT else None


def _general(value: Decimal) -> str:
    """A number without a format: whole ones with every digit, others with as many as a column usually shows."""
    if value == value.to_integral_value():
        return f"{value.quantize(Decimal(1)):f}" if value.adjusted() < 25 else f"{value:.5E}"
    rounded = Decimal(f"{value:.{_DIGITS_SHOWN}g}").normalize()
    return f"{rounded:f}" if rounded.adjusted() > -_DIGITS_SHOWN else f"{rounded:E}"


def _section(value: Decimal, code: str) -> tuple[list[Token], bool] | None:
    """The section of a code that a value takes, and whether a minus stands before it; None for no format at all."""
    sections = [_tokens(part) for part in _split(code)]
    tests = [_condition(tokens) for tokens in sections]
    if any(tests):
        for tokens, test in zip(sections, tests, strict=True):
            if test is None or _TESTS[test[0]](value, test[1]):
                return tokens, True
        return None
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _split(code: str) -> list[str]:
    """The sections of a code; a semicolon in quotes, in brackets or after a backslash parts nothing."""
    sections = [""]
    for found in _TOKEN.finditer(code):
        if found["sign"] == ";":
            sections.append("")
        else:
            sections[-1] += found[0]
    return sections


def _tokens(section: str) -> list[Token]:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(section):
        kind = found.lastgroup or "sign"
        text = found[kind]
        if kind == "bracket" and text.startswith("$"):
            kind = "locale"
            tokens.append(Token("quoted", text[1:].partition("-")[0]))
        tokens.append(Token("quoted" if kind == "escaped" else kind, text))
    return tokens


def _condition(tokens: Sequence[Token]) -> tuple[str, Decimal] | None:
    for token in tokens:
        found = _CONDITION.fullmatch(token.text.strip()) if token.kind == "bracket" else None
        if found:
            return found[1], Decimal(found[2])
    return None


def _elapsed(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "bracket" and re.fullmatch(r"[hH]+|[mM]+|[sS]+", token.text) for token in tokens)


def _number(value: Decimal, tokens: Sequence[Token]) -> str:
    """A positive number in the tokens of one section."""
    chinese = next(
        (_CHINESE.get(one.text.upper()) for one in tokens if one.kind == "bracket" and one.text.upper() in _CHINESE),
        None,
    )
    if not any(token.kind in ("digit", "general") for token in tokens):
        return "".join(token.text for token in tokens if token.kind in ("quoted", "sign") and token.text != "@")
    if any(token.kind == "sign" and token.text == "/" for token in tokens):
        return _general(value)
    value = value.scaleb(2 * sum(token.kind == "sign" and token.text == "%" for token in tokens))
    if any(token.kind == "exponent" for token in tokens):
        return _scientific(value, tokens)
    places = [index for index, token in enumerate(tokens) if token.kind in ("digit", "general")]
    first, last = places[0], places[-1]
    before = _literal(tokens[:first])
    scale = 0
    after = list(tokens[last + 1 :])
    while after and after[0] == Token("sign", ","):
        after.pop(0)
        scale += 3
    core = tokens[first : last + 1]
    counted = core[0].kind == "general"
    digits = _general(value.scaleb(-scale)) if counted else _placed(value.scaleb(-scale), core)
    if chinese and counted and digits.isdigit():
        digits = number_text(int(digits), _COUNTED[chinese])
    elif chinese:
        digits = digits.translate(str.maketrans("0123456789", chinese))
    return f"{before}{digits}{_literal(after)}"


def _literal(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens if token.kind in ("quoted", "sign") and token.text != "@")


def _placed(value: Decimal, core: Sequence[Token]) -> str:
    """Digits put into the places between the first and the last of a section."""
    point = next((index for index, token in enumerate(core) if token == Token("sign", ".")), len(core))
    whole_places, part_places = core[:point], [token for token in core[point + 1 :] if token.kind == "digit"]
    rounded = value.quantize(Decimal(1).scaleb(-len(part_places)), ROUND_HALF_UP, _EXACT)
    whole, _, part = f"{rounded:f}".partition(".")
    while part and part_places[len(part) - 1].text != "0" and part.endswith("0"):
        part = part[:-1]
    grouped = Token("sign", ",") in whole_places
    shown = _filled(
        "" if whole == "0" else whole, [one for one in whole_places if one != Token("sign", ",")], grouped=grouped
    )
    return f"{shown}.{part}" if part or (point < len(core) and not part_places) else shown


def _filled(digits: str, places: Sequence[Token], *, grouped: bool) -> str:
    """Digits from the right into places; more digits than places stand before the first."""
    left, pieces, count = digits, [], 0
    first = next((index for index, token in enumerate(places) if token.kind == "digit"), 0)
    for index in range(len(places) - 1, -1, -1):
        token = places[index]
        if token.kind != "digit":
            pieces.append(token.text if token.kind in ("quoted", "sign") else "")
            continue
        taken = left if index == first else left[-1:]
        left = "" if index == first else left[:-1]
        for digit in reversed(taken or ("0" if token.text == "0" else "")):
            pieces.append(f"{digit}," if grouped and count and count % 3 == 0 else digit)
            count += 1
    return "".join(reversed(pieces))


def _scientific(value: Decimal, tokens: Sequence[Token]) -> str:
    point = next((index for index, token in enumerate(tokens) if token == Token("sign", ".")), None)
    at = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    decimals = 0 if point is None else sum(token.kind == "digit" for token in tokens[point:at])
    mantissa, _, exponent = f"{float(value):.{decimals}E}".partition("E")
    return f"{mantissa}E{exponent[0]}{exponent[1:].rjust(2, '0')}"
