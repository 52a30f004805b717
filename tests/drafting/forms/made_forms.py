"""The founding texts on a shelf, and a small made-up enterprise of 浦江 to fill forms from."""

from __future__ import annotations

from functools import cache
from typing import Any

from corpus.library import load_corpus
from drafting.forms.filling import fill_form
from drafting.forms.form import Entry, Form
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf

PLAN = "pujiang-plan"

LEDGER = (
    {"project": "P1", "item": "焊接机器人", "kind": "智能化装备", "amount": 350},
    {"project": "P1", "item": "制造执行系统", "kind": "数字化软件", "amount": 100},
    {"project": "P1", "item": "服务器", "kind": "数字化硬件", "amount": 50},
    {"project": "P1", "item": "厂房土建工程", "kind": "土建工程", "amount": 900},
    {"project": "P0", "item": "旧项目的软件", "kind": "数字化软件", "amount": 9999},
)
PROJECT = {
    "id": "P1",
    "name": "锁芯车间数字化改造",
    "applied": True,
    "kind": "数字工厂",
    "state": "在用",
    "start": "2024-03-01",
    "end": "2026-02-28",
    "manager": "周某",
    "phone": "138xxxx0000",
    "partner": "某软件公司",
    "goals": "人均产出提高三成",
    "content": "机器人焊接单元和制造执行系统",
    "basis": "已有ERP",
    "problems": "报工靠纸",
    "approach": "先联网后排产",
    "effects": "用工减少12人",
}
COMPANY = {
    "name": "浦江某某锁业有限公司",
    "industry": "离散",
    "legal_person": "是",
    "registered_in": "浙江省金华市浦江县",
    "address": "浦江县某路1号",
    "legal_representative": "张某",
    "registered_capital": 3000,
    "contact": "李某",
    "phone": "139xxxx0000",
}
FINANCES = (
    {"year": "2020", "revenue": 8000, "profit": 400},
    {"year": "2025", "revenue": 9600, "profit": 520, "tax": 310},
    {"year": "2026-09", "revenue": 7300, "profit": 410, "tax": 250, "digital_spending": 150},
)


@cache
def shelf() -> Shelf:
    corpus = load_corpus()
    return Shelf([document.meta for document in corpus.documents], corpus.clauses, {})


def profile(**sections: Any) -> Profile:
    """The enterprise, with sections put in place of its own."""
    held = {
        "profile": {"id": "made-up", "as_of": "2026-10"},
        "company": COMPANY,
        "finances": FINANCES,
        "projects": (PROJECT,),
        "ledger": LEDGER,
    }
    return Profile.model_validate(held | sections)


def bare() -> Profile:
    """Nothing but a name."""
    return profile(company={"name": "某厂", "industry": "离散"}, finances=(), projects=(), ledger=())


def filled(annex: str, **sections: Any) -> Form:
    return fill_form(PLAN, annex, profile(**sections), shelf())


def box(form: Form, field: str, number: int = 0) -> Entry:
    """An empty box that belongs to a field, or the field itself where it takes the value."""
    clause = f"{PLAN}/annex-{form.annex}/{field}"
    places = [one for one in form.entries if one.clause == clause]
    return ([one for one in places if not one.printed] or places)[number]
