"""The evaluation page's section on what each part adds to search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import SYSTEMS, groups, named, percent, pooled, table


def retrieval_ablation(found: Mapping[str, Any]) -> Iterator[str]:
    """The product's search with each part left out."""
    yield "### 检索 Search"
    for title, sets in groups(found):
        rows = []
        for ranker in sets[0]["rankers"]:
            each = [one["rankers"][ranker] for one in sets]
            hits = (percent(pooled(one[f"hit@{k}"] for one in each)) for k in (1, 5, 10))
            rows.append((named(SYSTEMS, ranker), *hits))
        total = sum(one["questions"] for one in sets)
        yield from table((f"{title}，{total} 题", "前 1 %", "前 5 %", "前 10 %"), rows)
