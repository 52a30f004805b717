"""Whether a question wants a figure, in which unit, and which figure is the one meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.figures import find_figure
from drafting.findings.units import PERIODS, asks_date, asks_figure, units_asked
from drafting.shelf import Shelf
from retrieval.filters import FilterIndex, Filters
from retrieval.search import Hit
from tests.drafting.made_up import CLAUSES, PLAN, SCHEME, frame, meta, row


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("网速要多少兆", ("兆",)),
        ("停机几分钟以内", ("分钟",)),
        ("厂房多少平方米", ("平方米",)),
        ("how many seconds may it stop", ("seconds",)),
        ("要几台机床", ()),
        ("评审几位专家", ("人", "名", "位")),
        ("要几个专家", ("人", "名", "位")),
        ("一式几份", ("份",)),
        ("建几个月", ("年", *PERIODS)),
        ("砸几百万", ("万元", "亿元", "元")),
        ("占百分之几", ("%",)),
        ("五轴还是几轴", ("轴",)),
    ],
)
def test_the_units_an_answer_can_have(text: str, units: tuple[str, ...]) -> None:
    assert units_asked(text) == units


@pytest.mark.parametrize(
    ("text", "fields", "asks"),
    [
        ("截止日期", {}, True),
        ("when is the deadline", {"language": "en"}, True),
        ("好几家都想报怎么办", {"intent": "count"}, False),
        ("mes一天采几次数据", {"intent": "count", "systems": ("MES",)}, False),
        ("一年报几次", {"intent": "count"}, True),
        ("when we stop a machine", {"language": "en"}, False),
    ],
)
def test_which_questions_want_one(text: str, fields: dict[str, Any], asks: bool) -> None:
    assert asks_figure(frame(text, **fields)) is asks


def test_a_point_in_time_is_asked_for_by_its_own_words() -> None:
    assert asks_date(frame("几月几日截止")) and not asks_date(frame("建设周期几年"))


class FromRows:
    """Finds the rows within the limits in the order given."""

    def __init__(self, rows: Sequence[Clause]) -> None:
        self._rows = rows

    def __call__(self, filters: Filters, top: int) -> list[Hit]:
        mask = FilterIndex(self._rows).mask(filters)
        kept = [one for one, allowed in zip(self._rows, mask, strict=True) if allowed]
        return [Hit(one, rank, 1.0 / rank, ("dense",)) for rank, one in enumerate(kept[:top], start=1)]


def found(text: str, rows: Sequence[Clause], **fields: Any) -> Finding | None:
    given = {"intent": "threshold", "documents": (PLAN,), "documents_named": True} | fields
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], rows, {})
    return find_figure(frame(text, **given), held, FromRows(rows))


def values(finding: Finding | None) -> list[object]:
    assert finding is not None and finding.status == "answered" and finding.result is not None
    return [one["value"] for one in finding.result["all"]]


FIRES = row("9/1", "专职消防员不少于6人，每班不少于2人。", document=PLAN)
PLAIN = row("9/2", "单个项目申请额度不超过300万元。", document=PLAN)
DECKED = row("9/3", "对列入示范且验收合格的企业，单个项目申请额度原则上不超过500万元。", document=PLAN)


def test_a_question_that_names_a_place_but_no_measure_gets_every_figure_of_the_nearest_clause() -> None:
    finding = found("最少要配几个人", [row("9/0", "应配备消防栓。", document=PLAN), FIRES, PLAIN])
    assert values(finding) == [6, 2]
    assert finding is not None and [one.id for one in finding.sections[0].quoted] == ["plan/9/1"]


def test_only_the_nearest_few_clauses_count_as_near() -> None:
    far = [row(f"8/{number}", "应整洁。", document=PLAN) for number in range(4)]
    finding = found("最少要配几个人", [*far, FIRES])
    assert finding is not None and finding.status == "refused"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("注册资本要几万元", {}),  # of a thing that no clause speaks of
        ("最少要配几个人", {"documents_named": False, "documents": ()}),
        ("how much is the subsidy in yuan", {"language": "en"}),
        ("停机几分钟以内", {}),
    ],
)
def test_a_figure_of_something_else_is_no_answer(text: str, fields: dict[str, Any]) -> None:
    finding = found(text, [FIRES, PLAIN], **fields)
    assert finding is None or finding.status == "refused"


def test_the_plainest_statement_of_what_is_asked_is_meant() -> None:
    assert values(found("单个项目申请额度最多多少", [DECKED, PLAIN])) == [300]
    assert values(found("单个项目申请额度最多多少", [PLAIN, DECKED])) == [300]


def test_words_of_the_other_statement_lead_to_it() -> None:
    assert values(found("列入示范且验收合格的企业申请额度最多多少", [PLAIN, DECKED])) == [500]


def test_something_measurable_that_is_only_named_gets_its_figure() -> None:
    rate = row("7/1", "关键工序数控化率不低于80%；", document=PLAN)
    assert values(found("关键工序数控化率的指标", [rate], intent="lookup")) == [80]
    assert found("怎么提高关键工序数控化率", [rate], intent="lookup") is None
    assert found("关键工序怎么排", [rate], intent="lookup") is None
    assert found("关键工序数控化率的指标", [rate], intent="lookup", premise=True) is None
    assert found("食堂满意率的指标", [rate], intent="lookup") is None


def test_every_figure_told_stands_in_its_clause() -> None:
    for text in ("总投资要多少万元", "建设周期几年"):
        finding = found(text, CLAUSES)
        assert finding is not None and finding.status == "answered" and finding.result is not None
        for one in finding.result["all"]:
            assert one["text"] in next(clause.text for clause in CLAUSES if clause.id == one["id"])
