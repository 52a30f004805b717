"""The evaluation page's section on evidence plans: judgements, every target of both examples, spoilt facts, times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import HALVES, named, percent, table

WAYS = {"gongbiao": "工标", "names only": "只看系统名称", "words": "只看用词重合"}
SPOILT = {
    "on trial": "改成试运行",
    "planned": "改成计划",
    "no date": "去掉投用日期",
    "date to come": "日期改到基准日之后",
    "no coverage": "去掉分子分母",
    "nothing covered": "分子改成 0",
    "run out": "证书改成过期",
}
PROFILES = {"discrete": "示例：离散", "process": "示例：流程"}


def plans(found: Mapping[str, Any]) -> Iterator[str]:
    """What judging from facts alone gets right, what plans hold, which spoilt facts are noticed, and the times."""
    yield "## 举证计划 Evidence plans"
    yield ""
    yield (
        "另一份虚构档案只写事实、不答问卷；由没有见过判断程序的人逐点写下应有的判断。报“满足”而实际不满足最要紧，"
        "所以另列“报满足的有多少是真的”。%（95 % 区间）。"
    )
    rows: list[tuple[str, ...]] = [
        (
            named(HALVES, half),
            named(WAYS, way),
            percent(one["alike"]),
            percent(one["precision_of_met"]),
            str(one["precision_of_met"]["n"]),
            percent(one["alike_where_decided"]),
            percent(one["left_unknown"]),
        )
        for half in HALVES
        for way, one in found["judged"][half].items()
    ]
    heads = ("一半", "做法", "与人的判断相同", "报满足的是真的", "报满足的点数", "作了判断的相同", "留作待确认")
    yield from table(heads, rows)
    yield from _targets(found["plans"])
    yield from _mutants(found["mutants"])
    yield from _times(found["written"])


def _targets(made: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "两份示例档案的全部目标；末两列是叙述里查过的数字、西文名称和系统，以及其中不在档案和条文里的个数。"
    rows: list[tuple[str, ...]] = []
    for one in made:
        checked = sum(one["named"].values())
        once = "是" if one["once_in_order"] and one["asked"] == one["items"] else "否"
        rows.append(
            (
                named(PROFILES, one["profile"]),
                one["target"],
                f"{one['items']} / {one['asked']}",
                once,
                f"{100 * one['unknown']:.1f} %",
                str(one["sentences"]),
                str(checked),
                str(len(one["in_neither"])),
            )
        )
    heads = ("档案", "目标", "条数 / 原文条数", "各一次且按序", "待确认的点", "叙述句数", "查过的名数", "没有依据的")
    yield from table(heads, rows)


def _mutants(found: Mapping[str, Any]) -> Iterator[str]:
    total = sum(one["mutants"] for one in found["kinds"].values())
    yield f"把离散示例的事实逐项改坏（{total} 份），靠它满足的判断点还算满足的有 {len(found['survived'])} 个。"
    rows: list[tuple[str, ...]] = [
        (named(SPOILT, kind), str(one["mutants"]), str(one["touched"])) for kind, one in found["kinds"].items()
    ]
    yield from table(("怎样改坏", "份数", "牵动的满足点"), rows)


def _times(found: list[Mapping[str, Any]]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [
        (
            named(PROFILES, one["profile"]),
            one["target"],
            f"{one['seconds_without']:.1f}",
            "—" if one["seconds_with"] is None else f"{one['seconds_with']:.0f}",
            str(one["offered"]),
            str(one["written"]),
            str(one["rejected_drafts"]),
        )
        for one in found
    ]
    yield "一份完整计划用多少秒；交给随附模型连句的有几句，写成几句，退回几稿。"
    yield from table(("档案", "目标", "不用模型", "用模型", "交给它的", "写成的", "退回的"), rows)
