"""Characters made equal for patterns: traditional as simplified, full width as half width, one for one.

Only what is looked for in a text is folded. A clause's own text is never touched, and because each character stands
for one, a place in the folded text is the same place in the stored one.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

_HALF = "".join(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))))
_SHIFT = 0xFEE0
"""How far the full-width letters and digits stand behind the others."""
_LETTERS = {ord(character) + _SHIFT: character for character in _HALF}
_WIDTHS = {**_LETTERS, ord("％"): "%"}

_TRADITIONAL = re.compile(
    "[條應與業發產國證設車間數據製實個點開關處辦於為從時項類標準級權進過還達運選適審財務負責質資轉農廠廳術內動勞勢"
    "區協單雙報場壓學專導將層嚴圍圖團執擬擇擴擔換損歸歷氣決況滿潔濟環現畫監確稱種積穩競約線組細終結絡給統經綜維網"
    "緊編縣縮總績繼續職聯聲舉節華萬蓋號補裝規覽觀訂計討訓記訪許評試詳認語誤說調談請論識議護讀變讓貢購費賠輕載輸遞"
    "遠針鋼錄鍵鏈鑒長門閉閱陽階際隨險離難電項順須預領題額風體驗黨獲勵禁須]"
)


def folded(text: str) -> str:
    """A text as patterns read it: simplified characters, letters and digits of half width, of the same length.

    >>> folded("第３條　應當")
    '第3条　应当'
    """
    text = text.translate(_WIDTHS)
    if _TRADITIONAL.search(text) is None:
        return text
    simplified = _convert(text)
    return simplified if len(simplified) == len(text) else "".join(map(_one, text))


def half_width(text: str) -> str:
    """A text with its letters and digits of half width; everything else stays."""
    return text.translate(_LETTERS)


def _one(character: str) -> str:
    simplified = _convert(character)
    return simplified if len(simplified) == 1 else character


def _convert(text: str) -> str:
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    return str(_converter().convert(clean))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
