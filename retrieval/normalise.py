"""One spelling for text that is to be compared: width, case and script made equal.

Only indexes and queries are normalised. A clause's own text is never touched.
"""

from __future__ import annotations

import unicodedata

from opencc import OpenCC


class Normaliser:
    """Full width to half width, upper case to lower case, traditional to simplified characters.

    Example:
        >>> Normaliser()("ＭＥＳ與設備聯網")
        'mes与设备联网'
    """

    def __init__(self) -> None:
        self._to_simplified = OpenCC("t2s")

    def __call__(self, text: str) -> str:
        """Normalise ``text``; lone surrogates and NUL, which C libraries cannot take, become ``?`` and blanks."""
        return self.spelling(text).lower()

    def spelling(self, text: str) -> str:
        """Normalise all but case, which an embedder reads."""
        clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
        return str(self._to_simplified.convert(unicodedata.normalize("NFKC", clean)))
