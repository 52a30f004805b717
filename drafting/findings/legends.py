"""What a sign of a figure stands for, as the note printed under the figure says; the figure itself is not at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame

_SIGNS: Mapping[str, str] = {
    "圆": "◯○〇●◎",
    "圈": "◯○〇●◎",
    "三角": "△▲▽▼",
    "方块": "□■",
    "方框": "□■",
    "星": "☆★",
    "菱形": "◇◆",
    "勾": "√✓",
}
"""What people call the signs."""
_ALL = "".join(dict.fromkeys("".join(_SIGNS.values())))
_CALLED = re.compile(
    rf"[{_ALL}]|圆(?:圈|形|点)|圈圈?(?!子|选|定|出)|三角(?:形|号)?|方[块框]|(?:五角)?星(?:号|星)|菱形|打勾|勾号"
)
_ANY = re.compile(r"符号|图例|记号|图标|标志|标记|注")
_FIGURE = re.compile(r"图\s*\d|[架结]构图|框架图|图[里中上下例注]|这[张个]图")
_MEANS = re.compile(r"代表|表示|意思|什么意|指什么|是什么|是啥|怎么看|说明|啥意")
_NOTE = re.compile(r"^[（(]?\s*注\s*\d*\s*[：:]")


def find_legend(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the note that says what a sign stands for; None where the question asks for none, or no note has it."""
    text = frame.text
    called = _CALLED.findall(text)
    bare = any(one in _ALL for one in called)
    if not _MEANS.search(text) or not (bare or _FIGURE.search(text)) or not (called or _ANY.search(text)):
        return None
    wanted = "".join(_signs_called(one) for one in called) or _ALL
    said: list[Sentence] = []
    notes = []
    for clause in shelf.clauses:
        if not _NOTE.match(clause.plain) or (frame.documents_named and clause.document not in frame.documents):
            continue
        told = [one.strip(" ，。；;）)") for one in re.findall(rf"[{wanted}]\s*[^{_ALL}]+", clause.plain)]
        if told:
            notes.append(clause)
            said.extend(
                Sentence(f"“{one}”（{place(clause, shelf.titles)}）。", "composed", (clause.id,)) for one in told
            )
    if not notes:
        return None
    ids = [clause.id for clause in notes]
    return Finding(
        "answered",
        (Section(said=tuple(said), quoted=tuple(notes)),),
        result={"kind": "clauses", "ids": ids},
        query="legend",
    )


def _signs_called(name: str) -> str:
    """The signs that a name stands for; a sign stands for itself."""
    return name if name in _ALL else "".join(signs for part, signs in _SIGNS.items() if part in name)
