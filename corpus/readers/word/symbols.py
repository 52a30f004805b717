"""Signs that Word draws with a font of signs, as the characters that look the same.

Source: the code charts of Symbol, Wingdings and Wingdings 2 in the Unicode Consortium's mapping tables.
"""

from __future__ import annotations

from collections.abc import Mapping

_PRIVATE = 0xF000
_SYMBOL = dict(
    zip(
        (
            0x22,
            0x24,
            0x2D,
            *range(0x41, 0x5B),
            *range(0x61, 0x7B),
            0xA3,
            0xA5,
            0xB0,
            0xB1,
            0xB2,
            0xB3,
            0xB4,
            0xB8,
            0xB9,
            0xBA,
            0xBB,
            0xB7,
            0xBC,
        ),
        "∀∃−ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ≤∞°±″≥×÷≠≡≈•…",
        strict=True,
    )
)
_SYMBOL |= {
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xA2: "′",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0xA1: "○", 0xA8: "□",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + step: chr(ord("①") + step) for step in range(10)},
    **{0x8C + step: chr(ord("❶") + step) for step in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0xA2: "■", 0x98: "●"}
_FONTS: Mapping[str, Mapping[int, str]] = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol_text(code: int, font: str) -> str | None:
    """The character that a sign looks like; None where a font of signs draws what no rule here knows.

    Args:
        code: Its code point, in the private area (F0xx) or not.
        font: The font's name; another font than those of signs shows the code point itself.
    """
    signs = _FONTS.get(font.lower())
    if signs is None:
        return chr(code) if _is_character(code) else None
    return signs.get(code - _PRIVATE if code >= _PRIVATE else code)


def _is_character(code: int) -> bool:
    return 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xF900
