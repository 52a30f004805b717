"""The numbers of works that a document rests on or replaces (浦政办发〔2019〕94 号); its own is another matter."""

from __future__ import annotations

import re

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs

_ASKED = re.compile(r"文号|发文字号|(?:多少|几|哪个)号文|几号文件|\bdocument number\b")
_NUMBER = re.compile(r"[一-鿿]{2,8}〔\d{4}〕\s*\d+\s*号")
_RELATIONS = (
    (re.compile(r"依据|根据|基于|按照什么|\bbased on\b"), "根据"),
    (re.compile(r"废止|作废|失效|取代|替代|代替|不再用|\brepeal|\breplac"), "废止"),
    (re.compile(r"修订|修改|在.{1,8}基础上"), "修订"),
    (re.compile(r"参照|参考|奖励|扶持|补助|\brefer"), "参照"),
)
"""How a question says that a work matters to a document, with the word that the document has for it."""
_ALIKE = 0.1


def find_work_number(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """The number of the work that a document rests on, follows or replaces; None for any other question."""
    words = [word for asked, word in _RELATIONS if asked.search(frame.about)]
    if not _ASKED.search(frame.about) or not words:
        return None
    asked = pairs(frame.about)

    def fits(clause: Clause) -> tuple[int, float]:
        return sum(word in clause.plain for word in words), len(asked & pairs(clause.plain)) * _ALIKE

    rows = [
        clause
        for clause in shelf.clauses
        if (not frame.documents or clause.document in frame.documents)
        and _NUMBER.search(clause.plain)
        and any(word in clause.plain for word in words)
    ]
    if not rows:
        return None
    best = max(rows, key=fits)
    numbers = "、".join(dict.fromkeys(_NUMBER.findall(best.plain)))
    said = Sentence(f"“{numbers}”（{place(best, shelf.titles)}）。", "composed", (best.id,))
    return Finding(
        "answered", (Section(said=(said,), quoted=(best,)),), result={"kind": "clauses", "ids": [best.id]}, query="work"
    )
