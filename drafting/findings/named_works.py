"""Works that a question names in title marks (《…条例》) and that are not there: no other document answers for them."""

from __future__ import annotations

import re

from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from retrieval.frame import QueryFrame
from retrieval.overlap import share

_TITLE = re.compile(r"《([^《》]{3,60})》")
_RULE = re.compile(r"(?:法|条例|办法|细则|规定|通知|意见|措施)(?:[（(][^（）()]*[）)])?$")
_ALIKE = 0.8
"""The share of the pairs of characters of a name that the title has which it shortens."""
_MOST = 0.6
"""The share of a name that a document's shorter name must be: that of its place alone is not."""


def find_absent_work(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse a question whose every titled rule is none of the documents, nor cited by one; None for others."""
    named = [name for name in _TITLE.findall(frame.question) if _RULE.search(name)]
    if not named or len(named) != len(_TITLE.findall(frame.question)):
        return None
    if any(_is_there(name, shelf) or any(name in row.plain for row in shelf.clauses) for name in named):
        return None
    return not_in_sources(f"所收文件里没有{'、'.join(f'《{name}》' for name in named)}。")


def _is_there(name: str, shelf: Shelf) -> bool:
    names = (one for meta in shelf.documents.values() for one in (meta.title, *meta.aliases))
    return any(
        name in one or (one in name and len(one) >= _MOST * len(name)) or share(name, one) >= _ALIKE for one in names
    )
