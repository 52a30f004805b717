"""The evaluation page's sections on what each part adds to search, and on what was learned from the wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import SYSTEMS, groups, named, percent, pooled, table

TESTS = {"whole subdomains left out": "整个子域的说法都不用来学", "single wordings left out": "逐条说法不用来学"}
GUESSERS = {"nearest name": "最近的名称", "classifier": "学来的分类"}


def retrieval_ablation(found: Mapping[str, Any]) -> Iterator[str]:
    """The product's search put together part by part."""
    yield "### 检索 Search"
    yield ""
    yield "自上而下，每一行在上一行之上再加一部分；前三行是各自单独的基线。"
    for title, sets in groups(found):
        rows = []
        for ranker in sets[0]["rankers"]:
            each = [one["rankers"][ranker] for one in sets]
            hits = (percent(pooled(one[f"hit@{k}"] for one in each)) for k in (1, 5, 10))
            rows.append((named(SYSTEMS, ranker), *hits))
        total = sum(one["questions"] for one in sets)
        yield from table((f"{title}，{total} 题", "前 1 %", "前 5 %", "前 10 %"), rows)


def learned(found: Mapping[str, Any]) -> Iterator[str]:
    """Search and the guesses of subjects over wordings that nothing was learned from."""
    yield "### 学来的部分 What was learned from the wordings"
    yield ""
    yield "把一部分日常说法拿开，不用它们学，也不放进索引，再拿它们来问，看学来的东西能不能用到没有见过的子域和说法上。"
    for name, one in found["search"].items():
        rows = [
            (named(SYSTEMS, ranker), *(percent(figures[f"hit@{k}"]) for k in (1, 5, 10)))
            for ranker, figures in one["rankers"].items()
        ]
        heads = (f"{named(TESTS, name)}，{one['questions']} 条", "前 1 %", "前 5 %", "前 10 %")
        yield from table(heads, rows)
    rows = [
        (named(TESTS, name), named(GUESSERS, who), percent(figures["first 1"]), percent(figures["first 5"]))
        for name, guessers in found["subjects"].items()
        for who, figures in guessers.items()
    ]
    yield "说的是哪个能力子域："
    yield from table(("", "凭什么猜", "第一个就对 %", "前五个之内 %"), rows)
