"""What one does must not be told of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafting.checks.alignment import Run
from drafting.checks.view import Phrase, View, governing_words

_ONE = (
    r"[^,;。:、()]{0,12}?"
    r"(?:机构|部门|单位|主体|政府|局|厅|委|办公室|专家组|评审组|协会|公司|银行|中心|企业|用户|客户|供应商)"
)
_ENDS_IN_ONE = re.compile(rf"{_ONE}$")
_BEGINS_WITH_ONE = re.compile(
    rf"{_ONE}(?:应|宜|可|须|需|要|对|将|把|按|依据|根据|组织|负责|提[出交供]|审[查核定批]|进行|开展|出具|下达|拨付|申[请报]"
    r"|报[送告]|反馈|推送|开放|公[开布]|交付|备案|说明|通知|承诺|支付)"
)
_JOINED = re.compile(rf"(?:(?:、|和|与|及|以及|会同)(?![^、]*[由对向将后]){_ONE})+")
_LAST_NAME = re.compile(r"[^,;。:、和及与由()]+$")
_DEALT_WITH = re.compile(r"向|对|给|会同|配合|经|为|在")
_TOWARDS = re.compile(r"(?:会同|配合|协助|向|报|给)$")


def check(view: View) -> Iterator[str]:
    """Name each phrase that takes an act without the one who does it, and tells it of another."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        source = view.texts[phrase.source]
        runs = [run for run in phrase.runs if not governing_words(phrase.text[run.phrase_at : run.phrase_end])]
        exchanged = (_exchanged(source, left, right) for left, right in pairwise(phrase.runs))
        if actor := next((one for one in (*exchanged, _promoted(phrase, source, runs)) if one), ""):
            yield f"做此事的不是条文所说的“{actor}”：{phrase.text}"


def _exchanged(source: str, left: Run, right: Run) -> str:
    """The one who acts, where a phrase goes from the name of another straight to the act.

    One of several who act together (甲局、乙局) may be left out.
    """
    for left_end, right_start in _seams(source, left, right):
        found = _LAST_NAME.search(source, left_end, right_start)
        if found is None or not _ENDS_IN_ONE.search(source[left.clause_at : left_end]):
            continue
        acts = _ENDS_IN_ONE.fullmatch(found.group()) is not None and _DEALT_WITH.match(found.group()) is None
        if acts and not _JOINED.fullmatch(source, left_end, right_start):
            return found.group()
    return ""


def _seams(source: str, left: Run, right: Run) -> Iterator[tuple[int, int]]:
    """Where the left run may end and the right one begin: a character that both could hold (甲局…乙局) is either's."""
    left_end, right_start = left.clause_end, right.clause_at
    yield left_end, right_start
    while right_start < right.clause_end and source[left_end] == source[right_start]:
        left_end, right_start = left_end + 1, right_start + 1
        yield left_end, right_start


def _promoted(phrase: Phrase, source: str, runs: list[Run]) -> str:
    """The one whom another deals with (向…, 会同…), told as the one who acts."""
    if not runs or phrase.text[: runs[0].phrase_at].strip("应宜可"):
        return ""
    first = runs[0]
    towards = _TOWARDS.search(source[: first.clause_at])
    found = _BEGINS_WITH_ONE.match(source, first.clause_at, first.clause_end)
    if towards is None or found is None:
        return ""
    return source[max(0, towards.start() - 6) : first.clause_at]
