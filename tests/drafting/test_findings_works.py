"""Works named in title marks: those that are not there answer nothing, and no other document does for them."""

from __future__ import annotations

import pytest

from drafting.findings.named_works import find_absent_work
from drafting.findings.rules.own_topics import find_other_field
from drafting.shelf import Shelf
from tests.drafting.made_up import frame, meta, row

TITLES = {"rules": "鹤山省智能工厂认定管理办法", "data": "鹤山省数据条例"}
METAS = [
    meta(one, title).model_copy(update={"original": "ab" * 32, "aliases": ("鹤山省",)}) for one, title in TITLES.items()
]
ROWS = (
    row("1", "设备联网率达到60%以上，依照《工业互联网安全规定》执行。", document="rules"),
    row("3", "公共数据目录每年更新一次。", document="data"),
)
SHELF = Shelf(METAS, ROWS, {}, aside=("data",))


@pytest.mark.parametrize(
    "question", ["《鹤山省能源管理办法》对设备联网率有什么规定", "《牧阳省数据条例》怎么规定", "按《商标法》怎么办"]
)
def test_a_titled_rule_that_is_not_there_is_refused(question: str) -> None:
    refused = find_absent_work(frame(question), SHELF)
    assert refused is not None and refused.refusal is not None and "所收文件里没有《" in refused.refusal.message


@pytest.mark.parametrize(
    "question",
    [
        "《鹤山省智能工厂认定管理办法》的联网率", "《智能工厂认定管理办法》的联网率", "《数据条例》多久更新",
        "鹤山省的联网率", "《工业互联网安全规定》写在哪", "《分级建设要求》的联网率", "《鹤山省数据条例》和《商标法》",
    ],
)  # fmt: skip
def test_works_that_are_there_or_cited_are_left_to_other_ways(question: str) -> None:
    assert find_absent_work(frame(question), SHELF) is None


def test_a_document_of_another_field_has_no_figure_of_what_it_does_not_speak_of() -> None:
    named = {"documents": ("data",), "documents_named": True}
    refused = find_other_field(frame("数据条例的设备联网率", about="的设备联网率", **named), SHELF)
    assert refused is not None and refused.refusal is not None
    assert refused.refusal.message == "《鹤山省数据条例》没有提到“设备联网率”。"
    assert find_other_field(frame("数据条例多久更新", about="多久更新公共数据目录", **named), SHELF) is None
