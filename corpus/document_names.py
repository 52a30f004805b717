"""What names a document, what signs one: 某市智能工厂认定管理办法（试行）, 某市工业和信息化局."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?:办法|细则|方案|规定|规则|条例|意见|通知|通告|公告|规划|计划|指南|导则|指引|标准|规范|要求|条件|要素|指标|措施|政策|章程|制度"
    r"|准则|纲要|要点|规程|[^方语书]法)(?:\s*[（(〔][^）)〕]{1,24}[）)〕])*$"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff]{2,30}(?:厅|局|委员会|委|政府|办公室|办公厅|管委会|总局)$")
_PUNCTUATION = re.compile(r"[，,。；;：:！？]")
_SHORTEST, _LONGEST = 6, 80


def names_document(text: str) -> bool:
    """Whether a folded text is a document's title and nothing more."""
    if not _SHORTEST <= len(text) <= _LONGEST or _PUNCTUATION.search(text):
        return False
    return _NAMED.search(text) is not None


def names_issuer(text: str) -> bool:
    """Whether a folded text is the name of an authority and nothing more."""
    return _ISSUER.fullmatch(text) is not None
