"""Questions about procedure: how to apply, who decides, which forms. Answered from steps, forms and their remarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.findings.refusals import not_in_sources
from drafting.shelf import RULING, Shelf
from drafting.wording import joined
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs
from retrieval.search import Hit

_WHOLE = re.compile(
    r"流程|步骤|程序|怎么(?:申报|申请|走|报)|如何(?:申报|申请)|申报.*怎么"
    r"|\bprocedure|\bsteps?\b|\bprocess\b|how (?:do|can|to)"
)
_KINDS = ("step", "paragraph", "form_field", "threshold")
_SHOWN = 5
_ASKS_FOR: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"材料|资料|手续|文件|(?<!提)交(?![期货叉])|递|提交|报送|报上去|几份|填(?!料|充)"),
        re.compile(r"填写|申报表|承诺书|上报|一式"),
    ),
    (
        re.compile(r"拨|钱|补助|补贴|奖励|拍板|兑现|最后(?:谁|由)|谁(?:批|定|说了算)"),
        re.compile(r"兑现|审定|奖励方案"),
    ),
    (re.compile(r"评审|专家|谁审|初审|预选|筛|选上"), re.compile(r"评审|初审|预选")),
    (re.compile(r"验收|做完|完工|干完|竣工|收尾"), re.compile(r"验收")),
)
"""What people ask of a procedure, with the words of the step that says it."""
_TO_THE_POINT = 2
"""How many pairs of characters it is worth that a step says what is asked for."""
_PART_NAMED = 0.6
"""The share of the words of a form's part from which a question is taken to name it."""
_FORM = re.compile(r"填(?:写|什么|哪)|要填|(?:申报|验收|申请)表|表格|栏目|哪些栏|\bform\b|fill in")
_COMES_TO_BE = ("名单", "入库", "成效评估", "诊断服务", "诊断报告")
"""Things that a document other than the default one may rule on."""
_ACTS = "确定|公布|发布|遴选|确认|认定|提出|组织|开展|形成"
Search = Callable[[Filters, int], list[Hit]]


def find_procedure(frame: QueryFrame, shelf: Shelf, search: Search) -> Finding | None:
    """Answer from the steps and forms of the document meant; None for questions of another kind."""
    if frame.intent != "procedure" or frame.subdomains:
        return None
    documents = frame.documents or tuple(shelf.documents)
    steps = tuple(clause for document in documents for clause in shelf.of(document, kinds=("step",)))
    if not steps and frame.documents:
        return _elsewhere(frame, shelf)
    if _WHOLE.search(frame.text) and steps:
        return _whole(frame, shelf, tuple(dict.fromkeys(step.document for step in steps)))
    form = _FORM.search(frame.text) is not None
    hits = search(Filters(documents=documents, kinds=("form_field",) if form else _KINDS), _SHOWN)
    if not hits:
        return None
    near = (*_steps_on(frame, steps), *(hit.clause for hit in hits))
    field = _field_of_part(frame, shelf, documents) or hits[0].clause
    clauses = _fields_beside(field, shelf) if form else distinct(near)
    said = Sentence("相关的程序、表单与备注如下。", "composed", tuple(clause.id for clause in clauses))
    return Finding(
        "answered",
        (Section(said=(said,), quoted=clauses),),
        result={"kind": "clauses", "ids": [clause.id for clause in clauses]},
        query="procedure",
    )


def _steps_on(frame: QueryFrame, steps: Sequence[Clause]) -> list[Clause]:
    """The steps that share most with the question, at most two."""
    asked = pairs(frame.text)
    wanted = [said for asks, said in _ASKS_FOR if asks.search(frame.about)]

    def fit(step: Clause) -> int:
        return len(asked & pairs(step.plain)) + _TO_THE_POINT * sum(bool(one.search(step.plain)) for one in wanted)

    ranked = sorted(((fit(step), step) for step in steps), key=lambda one: -one[0])
    return [step for shared, step in ranked[:2] if shared > 1]


def _field_of_part(frame: QueryFrame, shelf: Shelf, documents: Sequence[str]) -> Clause | None:
    """The first field of the form's part that the question calls by name (企业基本情况)."""
    asked = pairs(frame.about)
    best: tuple[int, Clause] | None = None
    for field in (one for document in documents for one in shelf.of(document, kinds=("form_field",))):
        words = pairs(field.path[-1]) if field.path else frozenset()
        shared = len(words & asked)
        if shared > 1 and shared >= _PART_NAMED * len(words) and (best is None or shared > best[0]):
            best = (shared, field)
    return best[1] if best else None


def _fields_beside(field: Clause, shelf: Shelf) -> tuple[Clause, ...]:
    """The fields of the same part of the same form, in the order in which they are printed."""
    return tuple(other for other in shelf.of(field.document, kinds=("form_field",)) if other.path == field.path)


def _whole(frame: QueryFrame, shelf: Shelf, documents: tuple[str, ...]) -> Finding:
    sections: list[Section] = []
    items: list[str] = []
    for document in documents:
        steps = shelf.of(document, kinds=("step",))
        names = [step.path[-1] for step in steps]
        text = f"《{shelf.titles[document]}》写明 {len(steps)} 个步骤：{joined(names)}。"
        sections.append(Section(said=(Sentence(text, "composed", tuple(step.id for step in steps)),), quoted=steps))
        items.extend(names)
    return Finding("answered", tuple(sections), result={"kind": "set", "items": items}, query="procedure")


def _elsewhere(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """The document meant gives no procedure; say so, and where one is given."""
    if frame.documents_named and not _WHOLE.search(frame.text):
        return None
    if not frame.documents_named and (ruled := _ruled_elsewhere(frame, shelf)):
        ids = [clause.id for clause in ruled]
        said = Sentence("相关的程序、表单与备注如下。", "composed", tuple(ids))
        result = {"kind": "clauses", "ids": ids}
        return Finding("answered", (Section(said=(said,), quoted=ruled),), result=result, query="procedure")
    where = "、".join(f"《{shelf.titles[one]}》" for one in frame.documents)
    others = [shelf.titles[one] for one in shelf.documents if shelf.of(one, kinds=("step",))]
    hint = (f"写有申报程序的文件：{'、'.join(f'《{title}》' for title in others)}。",) if others else ()
    return not_in_sources(f"{where}没有写申报、评审或认定的程序。", hint)


def _ruled_elsewhere(frame: QueryFrame, shelf: Shelf) -> tuple[Clause, ...]:
    """The clauses of any document that rule how the thing asked about comes to be (a list: how it is drawn up)."""
    things = [one for one in _COMES_TO_BE if one in frame.about]
    rows = [
        clause
        for clause in shelf.of(kinds=tuple(sorted(RULING)))
        if any(re.search(rf"(?:{_ACTS})[^。；]{{0,24}}{thing}", clause.plain) for thing in things)
    ]
    return tuple(rows[:_SHOWN])
