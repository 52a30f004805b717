"""The command that shows how tiers build on each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ladders.ladder_json import CHANGES
from tests.app.command import Gongbiao
from tests.kg.ladder import LADDER

CHANGE = {
    "change",
    "also",
    "lower",
    "upper",
    "force_change",
    "quantity_change",
    "added",
    "not_repeated",
    "reason",
    "confidence",
    "words",
}


def test_every_subdomain_has_its_ladder(gongbiao: Gongbiao) -> None:
    done = gongbiao("tiers", "--json")
    shown = done.object
    assert (done.status, done.err, shown["document"]) == (0, "", "zj-graded")
    assert {
        one["subdomain_no"]: tuple(len(c["ids"]) * c["required"] for c in one["cells"]) for one in shown["ladders"]
    } == LADDER
    for ladder in shown["ladders"]:
        for step in ladder["steps"]:
            upper = next(cell for cell in ladder["cells"] if cell["tier"] == step["to"])
            told = {one for change in step["changes"] for one in change["upper"]}
            below = {one for cell in ladder["cells"] if cell["tier"] == step["compared_with"] for one in cell["ids"]}
            assert {one for change in step["changes"] for one in change["lower"]} == below
            assert told == (set(upper["ids"]) if upper["required"] else set())
            assert all(set(change) == CHANGE and change["reason"] for change in step["changes"])
            assert {one for change in CHANGES for one in step[change]} == told | set(step["not_restated"])


def test_words_stand_where_they_are_said_to_stand(gongbiao: Gongbiao) -> None:
    ladder = gongbiao("tiers", "--subdomain", "10", "--json").object["ladders"][0]
    texts = {clause["id"]: clause["text"] for cell in ladder["cells"] for clause in cell["clauses"]}
    words = [word for step in ladder["steps"] for change in step["changes"] for word in change["words"]]
    assert words and all(word["text"] in texts[word["id"]] for word in words)


def test_what_should_be_and_is_then_demanded_is_raised(gongbiao: Gongbiao) -> None:
    step = gongbiao("tiers", "--subdomain", "数据底座", "--from", "智能工厂", "--json").object["ladders"][0]["steps"][0]
    raised = next(change for change in step["changes"] if change["change"] == "raised")
    assert raised["upper"] == ["zj-graded/10/future-factory/e"] and raised["force_change"] == "should→shall"
    assert raised["lower"] == ["zj-graded/10/smart-factory/d"] and step["raised"] == raised["upper"]


def test_what_the_graph_says_of_raised_and_weaker_words_is_in_the_ladder(gongbiao: Gongbiao) -> None:
    ladders = gongbiao("tiers", "--json").object["ladders"]
    raised = {one for ladder in ladders for step in ladder["steps"] for one in step["raised"]}
    weaker = {
        one for ladder in ladders for odd in ladder["oddities"] if odd["kind"] == "weaker_cell" for one in odd["ids"]
    }
    same_words = [
        row["mandatory"]["value"]
        for row in gongbiao("sparql", "clauses-raised-to-shall", "--json").object["results"]["bindings"]
        if row["same_words"]["value"] == "true"
    ]
    relaxed = [
        row["clause"]["value"]
        for row in gongbiao("sparql", "cells-relaxed-to-should", "--json").object["results"]["bindings"]
        if row["mandatory_beside"]["value"] == "0"
    ]
    assert same_words and set(same_words) <= raised
    assert relaxed and set(relaxed) <= weaker


def test_a_step_may_lead_over_several_tiers(gongbiao: Gongbiao) -> None:
    shown = gongbiao(
        "tiers", "--domain", "智能化生产", "--from", "数字化车间", "--to", "future-factory", "--json"
    ).object
    assert (shown["from"], shown["to"]) == ("digital-workshop", "future-factory")
    assert [one["subdomain_no"] for one in shown["ladders"]] == list(range(15, 21))
    assert all(len(one["steps"]) == 1 for one in shown["ladders"]) and shown["between"] == ["smart-factory"]
    printed = gongbiao("tiers", "--subdomain", "19", "--from", "数字化车间", "--to", "未来工厂").out
    assert "中间等级的要求也是基础，须一并满足：省级智能工厂" in printed


def test_one_tier_alone_means_the_step_to_its_neighbour(gongbiao: Gongbiao) -> None:
    limits = [
        (shown["from"], shown["to"])
        for option in (("--from", "省级数字化车间"), ("--to", "smart-factory"))
        for shown in [gongbiao("tiers", *option, "--subdomain", "19", "--json").object]
    ]
    assert limits == [("digital-workshop", "smart-factory")] * 2


def test_an_enterprise_reads_what_to_add_and_what_still_stands(gongbiao: Gongbiao) -> None:
    out = gongbiao("tiers", "--from", "digital-workshop", "--to", "smart-factory").out
    for word in ("必须新增（应）", "建议新增（宜）", "宜→应", "扩大", "仍适用", "省级数字化车间 → 省级智能工厂"):
        assert word in out
    english = gongbiao("tiers", "--from", "digital-workshop", "--lang", "en").out
    assert "must add (shall)" in english and "still stands" in english and "设备运维" in english


def test_a_ladder_is_printed_word_for_word_and_many_at_a_glance(gongbiao: Gongbiao) -> None:
    one = gongbiao("tiers", "--subdomain", "23").out
    assert "不作要求" in one and "应建立面向资源循环利用的数字化模型，对资源循环利用进行优化管控。" in one
    everything = gongbiao("tiers").out
    assert "44 产业链延伸服务" in everything and "原文如此" in everything and "仍然适用" in everything


def test_a_ladder_is_written_as_a_file(gongbiao: Gongbiao, tmp_path: Path) -> None:
    done = gongbiao("tiers", "--subdomain", "19", "--out", tmp_path / "ladder.md")
    assert (done.status, done.out) == (0, "") and "设备运维" in (tmp_path / "ladder.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--subdomain", "99"), "subdomain 99: zj-graded has none"),
        (("--domain", "无"), "Choose one of 技术支撑、"),
        (("--from", "白银级"), "Choose one of digital-workshop 省级数字化车间、"),
        (("--from", "future-factory"), "Its tiers are digital-workshop, smart-factory, future-factory, lowest first."),
        (("--from", "未来工厂", "--to", "智能工厂"), "it does not lead up"),
        (("--document", "zj-trial"), "Choose one of zj-graded."),
        (("--document", "nowhere"), "document nowhere"),
    ],
)
def test_a_wrong_name_is_one_clear_error(gongbiao: Gongbiao, arguments: tuple[str, ...], told: str) -> None:
    done = gongbiao("tiers", *arguments)
    assert done.status == 1 and told in done.error
