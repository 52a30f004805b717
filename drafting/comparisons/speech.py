"""What briefings and tables of comparisons say in Chinese or English; names and words of texts stay as printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from drafting.comparisons.english import ENGLISH
from drafting.generator import DraftingError

Language = Literal["zh", "en"]
_LIST: Mapping[Language, str] = MappingProxyType({"zh": "、", "en": ", "})
_PARTS: Mapping[Language, str] = MappingProxyType({"zh": "；", "en": "; "})


class Speech:
    """Says sentences of which the frame is written in Chinese and may be asked for in English.

    Args:
        language: The language of the frames.
    """

    def __init__(self, language: Language = "zh") -> None:
        self.language = language

    def say(self, frame: str, **values: object) -> str:
        """A frame with its gaps filled.

        Args:
            frame: The Chinese frame.
            values: What fills its gaps.

        Raises:
            DraftingError: The frame has no English form.
        """
        return self._frame(frame).format(**values)

    def listed(self, items: Sequence[str], most: int) -> str:
        """The first of them, and that there are more."""
        shown = _LIST[self.language].join(items[:most])
        return shown if len(items) <= most else f"{shown}{' 等' if self.language == 'zh' else ' and more'}"

    def parts(self, items: Sequence[str]) -> str:
        """Parts of one sentence behind each other."""
        return _PARTS[self.language].join(items)

    def all(self, items: Sequence[str]) -> str:
        """A list of all of them."""
        return _LIST[self.language].join(items)

    def joined(self, sentences: Sequence[str]) -> str:
        """Whole sentences behind each other."""
        return ("" if self.language == "zh" else " ").join(sentences)

    def _frame(self, frame: str) -> str:
        if self.language == "zh":
            return frame
        if frame not in ENGLISH:
            raise DraftingError(frame, "这句话没有英文", "在 english.py 里补上")
        return ENGLISH[frame]


CHINESE = Speech()
