"""The characters that Chinese texts of every day are made of."""

from __future__ import annotations

from functools import cache


@cache
def common_characters() -> frozenset[str]:
    """Level 1 of GB/T 2312 (3,755 simplified characters) and of Big5 (5,401 traditional ones).

    Source: GB/T 2312-1980, rows 16 to 55; Big5, 0xA440 to 0xC67E.
    """
    simplified = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    lows = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = (bytes((high, low)) for high in range(0xA4, 0xC7) for low in lows)
    read = [pair.decode("gb2312", errors="ignore") for pair in simplified]
    read += [pair.decode("big5", errors="ignore") for pair in traditional]
    return frozenset(sign for sign in read if len(sign) == 1 and "\u3400" <= sign <= "\u9fff")
