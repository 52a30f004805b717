"""A sentence may say only the numbers, names, systems and quotations of its facts and its clause."""

from __future__ import annotations

import pytest

from drafting.plans.claim_checks import problems
from drafting.plans.plan import Claim
from tests.drafting.made_up import FACTORY, UPKEEP, cell
from tests.drafting.plans.made_up import LEXICON

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网，自动数采率不低于90%；")
FACTS = {"practices[0].how": "班组用MES每班点检12台车床，记入《点检表》", "systems[0].since": "投用日期 2022-05"}


def said(text: str, *facts: str, citations: tuple[str, ...] = (CLAUSE.id,)) -> tuple[str, ...]:
    return problems(Claim(text, "generated", citations, facts, "做法"), CLAUSE, FACTS.__getitem__, LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "班组用MES每班点检12台车床。",
        "12台车床每班点检，记入《点检表》。",
        "「设备联网」按90%考核。",
        "mes记录点检。",
    ],
)
def test_what_stands_in_fact_or_clause_may_be_said(text: str) -> None:
    assert said(text, "practices[0].how") == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("点检13台车床。", "数字「13」"),
        ("点检1.2台车床。", "数字「1.2」"),
        ("点检十二台车床。", "数字「十二」"),
        ("自2022-05用MES点检。", "数字「2022」"),
        ("用APS排点检。", "系统或技术「APS」"),
        ("用ABC网关点检。", "名称「ABC」"),
        ("记入《台账》。", "引语「台账」"),
        ("做到「全部联网」。", "引语「全部联网」"),
    ],
)
def test_anything_else_is_named(text: str, problem: str) -> None:
    assert any(one.startswith(problem) for one in said(text, "practices[0].how"))


def test_a_fact_that_the_sentence_does_not_rest_on_lends_it_nothing() -> None:
    assert said("自2022-05点检。", "practices[0].how") != ()
    assert said("自2022-05点检。", "practices[0].how", "systems[0].since") == ()


def test_a_sentence_without_grounds_is_refused() -> None:
    assert said("每班点检。", citations=()) == ("没有依据",)
