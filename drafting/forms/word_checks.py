"""The page beside a form, for the enterprise alone: what is missing, the county's thresholds, the ledger, the notes."""

from __future__ import annotations

from drafting.forms.form import Form
from drafting.forms.plain_table import add_plain_table
from drafting.plans.plan import STATUS_LABELS
from drafting.profiles.fields import SPENDINGS
from drafting.word_file import HEAD, Document, lay, page_break_before, write

_COUNTED = {"civil_works": "不计入总投资", "other": "计入总投资，不计入软硬件"}


def add_checks(document: Document, form: Form) -> None:
    """Add the page to a document that holds the form."""
    first = lay(document.add_paragraph(), "centre", after=6)
    page_break_before(first)
    write(first, "内部核对页（不随表提交）", font=HEAD, size=15)
    _add_part(document, f"待补充（{len(form.missing)} 项）")
    _add_lines(document, form.missing or ("没有。",))
    if form.thresholds:
        _add_thresholds(document, form)
    if form.ledger:
        _add_ledger(document, form)
    _add_part(document, "说明")
    _add_lines(document, form.notes)


def _add_part(document: Document, name: str) -> None:
    write(lay(document.add_paragraph(), before=10, after=4, with_next=True), name, font=HEAD, size=12)


def _add_lines(document: Document, lines: tuple[str, ...]) -> None:
    for number, line in enumerate(lines, start=1):
        write(lay(document.add_paragraph(), "both", line=17, after=2), f"{number}. {line}", size=10.5)


def _add_thresholds(document: Document, form: Form) -> None:
    _add_part(document, f"门槛核对：{form.track}")
    rows = [(one.says or one.question, STATUS_LABELS[one.status], one.why, one.clause or "") for one in form.thresholds]
    add_plain_table(document, ("所印要求", "判断", "依据与算式", "条款"), rows)


def _add_ledger(document: Document, form: Form) -> None:
    _add_part(document, "投资台账归类（按所印备注的清单核对名称）")
    rows = [
        (
            one.item,
            SPENDINGS[one.kind],
            str(one.amount),
            f"{SPENDINGS[one.listed.kind]}：{one.listed.word}" if one.listed else "",
            one.warning or _COUNTED.get(one.kind, "一致"),
        )
        for one in form.ledger
    ]
    add_plain_table(document, ("内容", "台账类别", "金额（万元）", "所印清单", "核对"), rows)
    _add_part(document, "算式")
    _add_lines(document, form.arithmetic)
