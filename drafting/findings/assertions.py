"""What a question asserts in words: who decides, and what is allowed; held against the sentences that say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.shelf import RULING, Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_BODY = r"[一-鿿]{1,10}?(?:局|厅|部|委|办|政府|院|会|所|中心|协会|机构|公司|组)"
_ACTS = "初审|评审|审定|审核|审查|审议|验收|认定|评估|批准|审批|公布|确认|牵头|受理"
_DECIDES = re.compile(
    rf"(?:由|是|归|得|要|须|经)(?P<who>{_BODY})[^，。]{{0,6}}?(?P<act>{_ACTS})|"
    rf"(?P<act2>{_ACTS})(?:[^，。]{{0,4}})(?:由|是|归|找)(?P<who2>{_BODY})"
)
_ALLOWS = re.compile(r"可以|能够|还能|允许|仍可|照样能|也能|能(?!力|源|耗|效|化)")
_FORBIDS = re.compile(r"不再|不得|不予|不能|不可|不重复|不应|不允许|禁止|严禁")
_DENIES = re.compile(
    r"(?:没有?|不给|失去|丧失)(?:了)?(?:任何)?(?:第[二三]次|补救|重来|重新|再次?)?[^，。]{0,4}机会|不能再|不得再|不许再|再也(?:不|没)|直接(?:取消|淘汰|出局)"
    r"|一票否决|(?:就|便)(?:取消|淘汰|出局|作废|没戏)"
)
"""Says that nothing more can be done."""
_GRANTS = re.compile(
    r"再给|再(?:次)?(?:申请|验收|申报)机会|可(?:以)?(?:重新|再)|允许(?:重新|再)|给予[^，。]{0,6}机会|一次[^，。]{0,4}机会"
)
_NUMBERED = re.compile(r"^\s*(?:\d+|[（(]\d+[）)])\s*[、.．)）]\s*")
"""A number in a list, which says nothing of what its sentence rules."""
_AGAIN = re.compile(r"[两二三四五几多2-9]次|多少次|一直|无限|不限|反复|随便|随时|永远|总(?:可以|能)")
"""Speaks of more than one time: what is granted once is then not granted again."""
_SENTENCE = re.compile(r"[^。；;！？]+")
_IDLE = re.compile(r"可以|能够|允许|对吧|是吧|对吗|是吗|没错吧|听说|据说|不是吗|还|也|照样|仍|第[一二三四五六]次")
_FEWEST_SHARED = 3
_SHARE = 0.34

DIFFERENCE = re.compile(r"(?:多|少|差|增加|高|低)(?:了|出)?\s*$")
"""What stands before a number that tells by how much two things differ."""

Contradictions = Sequence[tuple[str, tuple[str, ...]]]


def contradicted(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> Contradictions:
    """Corrections of who is said to decide, and of what is said to be allowed; empty where nothing says otherwise."""
    return _another_decides(frame, shelf) or _otherwise_ruled(frame, clauses, shelf)


def stated_otherwise(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf, alike: int = 0) -> Contradictions:
    """A figure asserted in the question that the clauses give otherwise.

    Args:
        frame: The question.
        clauses: What is held against it.
        shelf: For the names of places.
        alike: The fewest pairs of characters that question and clause must share.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    asked = pairs(_IDLE.sub(" ", frame.about))
    near = [clause for clause in clauses if len(asked & pairs(clause.plain)) >= alike]
    for said in (one for one in quantities(frame.text) if one.unit):
        if DIFFERENCE.search(frame.text[: said.start]):
            continue
        same_unit = [(clause, one) for clause in near for one in clause.quantities if one.unit == said.unit]
        if same_unit and all(one.value != said.value for _, one in same_unit):
            clause, stated = same_unit[0]
            text = f"前提不成立：问题说“{said.text}”，原文是“{stated.text}”（{place(clause, shelf.titles)}）。"
            found.append((text, (clause.id,)))
    return found


def confirmed(frame: QueryFrame, shelf: Shelf) -> tuple[Clause, ...]:
    """The clauses of the documents named in one sentence of which the body that is said to decide does so."""
    said = _DECIDES.search(frame.about) if frame.documents_named and not frame.negated else None
    if said is None:
        return ()
    who, act = said["who"] or said["who2"], said["act"] or said["act2"]
    return tuple(
        clause
        for document in frame.documents
        for clause in shelf.of(document, kinds=RULING)
        if any(who in sentence and act in sentence for sentence in _SENTENCE.findall(clause.plain))
    )


def _another_decides(frame: QueryFrame, shelf: Shelf) -> Contradictions:
    """“The ministry does the acceptance” of a document in which another body does it."""
    said = _DECIDES.search(frame.about) if frame.documents_named and not frame.negated else None
    if said is None:
        return []
    who, act = said["who"] or said["who2"], said["act"] or said["act2"]
    named = [
        (clause, sentence)
        for document in frame.documents
        for clause in shelf.of(document, kinds=RULING)
        for sentence in _SENTENCE.findall(clause.plain)
        if act in sentence and re.search(_BODY, sentence)
    ]
    if not named or any(who in sentence for _, sentence in named):
        return []
    asked = pairs(frame.about)
    clause, sentence = max(named, key=lambda one: (one[0].kind == "step", len(asked & pairs(one[1]))))
    text = f"前提不成立：原文没有由“{who}”{act}的规定，写的是“{sentence.strip()}”（{place(clause, shelf.titles)}）。"
    return [(text, tuple(dict.fromkeys([clause.id, *(one.id for one, _ in named)])))]


def _otherwise_ruled(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> Contradictions:
    """“It may be done again” of what a sentence says is not done, or “never again” of what a sentence grants."""
    denies, often = _DENIES.search(frame.text) is not None, _AGAIN.search(frame.text) is not None
    if not denies and (frame.negated or not _ALLOWS.search(frame.text)):
        return []
    names = (*frame.tracks, *(shelf.titles[one] for one in frame.documents))
    asserted = pairs(_IDLE.sub(" ", without(frame.about, names)))
    best: tuple[int, Clause, str] | None = None
    for clause, sentence in _sentences(frame, clauses, shelf):
        shared = len(asserted & pairs(sentence))
        grants = _GRANTS.search(sentence) is not None
        if denies:
            fits = grants and not often and shared >= _FEWEST_SHARED - 1
        else:
            fits = shared >= _FEWEST_SHARED and shared >= _SHARE * len(asserted)
            fits = fits and _FORBIDS.search(sentence) is not None and (often or not grants)
        if fits and (best is None or shared > best[0]):
            best = (shared, clause, sentence)
    if best is None:
        return []
    _, clause, sentence = best
    return [
        (f"前提不成立：原文是“{_NUMBERED.sub('', sentence).strip()}”（{place(clause, shelf.titles)}）。", (clause.id,))
    ]


def _sentences(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> Iterator[tuple[Clause, str]]:
    """The sentences of the clauses found, and of the documents that the question names."""
    named = [one for document in frame.documents if frame.documents_named for one in shelf.of(document)]
    for clause in (*clauses, *named):
        if clause.kind != "heading":
            for sentence in _SENTENCE.findall(clause.plain):
                yield clause, sentence
