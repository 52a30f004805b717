"""An id for a document from the name of its file: small ASCII letters, digits and hyphens."""

from __future__ import annotations

import hashlib
import re

from pypinyin import lazy_pinyin

from corpus.folding import folded

_LONGEST = 48
_SUFFIX = re.compile(r"\.(?:txt|text|md|markdown|html?|docx|pdf|xlsx)$", re.IGNORECASE)
_MARK = 4
"""How many digits of a hash tell names apart that sound alike."""


def document_id(file_name: str) -> str:
    """The id that a file's name suggests; the same name always gives the same id.

    Chinese characters are written in pinyin. Since many names sound alike (山西 and 陕西), a name with anything but
    ASCII in it, or one that is cut, ends with a few digits of its hash.

    >>> document_id("山东认定办法.docx"), document_id("Notice 2025.pdf")
    ('shan-dong-ren-ding-ban-fa-de29', 'notice-2025')
    """
    stem = _SUFFIX.sub("", re.split(r"[/\\]", file_name)[-1])
    spoken = " ".join(lazy_pinyin(folded(stem)))
    name = "-".join(re.findall(r"[a-z0-9]+", spoken.lower()))
    mark = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    if not name:
        return f"document-{mark}"
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rsplit("-", 1)[0]
    elif stem.isascii():
        return name
    return f"{name}-{mark}"
