"""The evaluation page's section on what the local model drafts, and on its rewritings of questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evaluation_figures import named, percent, table

PARTS = {"development": "改进时可以看的", "held_out": "只计数、没有人看过的"}
TASKS = {
    "gist": "条文缩成要点",
    "narrative": "做法写成叙述",
    "difference": "差异写成两句",
    "title": "几条拟个标题",
    "rewrite": "问题改成行话",
}
WAYS = {
    "quotation": "照录原话",
    "worked examples": "例子提示",
    "adapter": "学过（适配器）",
    "adapter, held to the words": "学过，只许用给定的词",
    "as asked": "原样",
    "rewritten by examples": "改写（例子提示）",
    "rewritten by the adapter": "改写（学过）",
    "rewritten where unsure": "没把握时才改写（学过）",
}


def drafts(found: Mapping[str, Any]) -> Iterator[str]:
    """First drafts by task and way, and whole answers."""
    yield "## 本地模型写得怎样 Drafts"
    yield ""
    yield (
        "材料都没有用来教模型：教的时候避开的主题、文件和行业，另写的一份省级细则、16 家企业（`evals/writing/`）。"
        "每样只写一次，不重试。“通过”是核对器放行的份额；要点是应当留住的有多少留住了（按原字计）。"
        "“力度不变”从严：条文里本有的“不得”“应”，草稿照写也算变了。%（95 % 区间）。"
    )
    for part, told in PARTS.items():
        rows = []
        for task, name in TASKS.items():
            for way, one in found[part][task].items():
                timed = f"{one['median_s']:.2f}" if way != "quotation" else "–"
                covered = f"{one['coverage']['value'] * 100:.0f}" if one["coverage"]["n"] else "–"
                shares = (_share(one, key) for key in ("accepted", "force_kept", "numbers_kept", "own_words"))
                length = f"{one['length_ratio']['value']:.2f}"
                rows.append((f"{name}（{one['accepted']['n']}）", named(WAYS, way), *shares, covered, length, timed))
        kept = ("通过", "力度不变", "数字不变", "没有外来词", "要点留住")
        heads = ("任务（件）", "怎样写", *kept, "长度比", "中位数 秒")
        yield f"{told}："
        yield from table(heads, rows)
    yield "一到五条写成一个回答：每条各写一段，代码写主语与应／宜，全部第一次就通过才算。"
    rows = [
        (told, named(WAYS, way), percent(one["first_try"]), percent(one["told"]), f"{one['median_s']:.2f}")
        for part, told in PARTS.items()
        for way, one in found[part]["answers"].items()
    ]
    yield from table(("材料", "怎样写", "第一次就全部通过", "写进回答的条款", "中位数 秒"), rows)


def rewriting(found: Mapping[str, Any]) -> Iterator[str]:
    """Search with and without rewritings."""
    yield "改写过的问题与原样的问题一起检索，正确条款排在前五的份额，%（95 % 区间）："
    rows = []
    for part, told in PARTS.items():
        for kind, ways in found[part].items():
            if kind == "all":
                rows += [
                    (told, named(WAYS, way), percent(one["hit1"]), percent(one["hit5"]), f"{one['median_s']:.2f}")
                    for way, one in ways.items()
                ]
    yield from table(("材料", "怎样问", "排第一", "前五", "多花 秒"), rows)
    yield "产品检索时不改写问题：改写没有让正确条款更靠前。" if not any(map(_gained, found.values())) else ""
    yield ""


def _gained(kinds: Mapping[str, Any]) -> bool:
    """Whether a way of rewriting is ahead of the question as asked, beyond chance."""
    return any(one["ahead"]["low"] > 0 for way, one in kinds["all"].items() if way != "as asked")


def _share(one: Mapping[str, Any], key: str) -> str:
    return percent(one[key]) if one[key]["n"] else "–"


READ = {**TASKS, "all": "合计", "all that the judge accepts": "其中核对器放行的"}
MARKS = {"faithful": "忠实", "whole": "完整", "force": "分寸", "reads": "通顺", "fit": "原样可用 %"}


def reading(found: Mapping[str, Any]) -> Iterator[str]:
    """The marks of readers who did not know which way wrote what."""
    yield (
        "盲读：同样的材料两种写法各写一件，打乱，读的人不知道哪件是谁写的，按 `evals/writing/RUBRIC.md` 打分"
        f"（0–2，两位读者的平均）；不论核对器放行与否都读。两位打分相同的：{_alike(found['agreement'])}。"
    )
    rows = []
    for task, ways in found["means"].items():
        for way, one in ways.items():
            marks = (f"{one[mark]['value']:.2f}" for mark in MARKS if mark != "fit")
            rows.append((named(READ, task), named(WAYS, way), *marks, percent(one["fit"])))
    yield from table(("任务", "怎样写", *MARKS.values()), rows)


def _alike(agreement: Iterable[Mapping[str, Any]]) -> str:
    told = (f"{MARKS[one['criterion']].removesuffix(' %')} {one['alike']['value'] * 100:.0f} %" for one in agreement)
    return "，".join(told)
