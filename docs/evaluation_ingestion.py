"""The evaluation page's section on reading files: what readers and layouts make of documents whose rows are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import named, percent, table

MEASURES = {
    "sound files read": "读得了的都读了",
    "damaged files refused": "损坏的都拒收了",
    "rows found exactly": "条目逐字、边界都对",
    "· each line a row (baseline)": "基线：一行一条",
    "· chunks (baseline)": "基线：定长切块",
    "rows with wrong borders": "边界切错",
    "rows missed": "漏掉",
    "rows invented": "原件没有的条目",
    "files whose rows hold the invariants": "位置、不重叠、不漏行、编号唯一",
    "files without lines of the page": "没有混入网页或页眉的行",
    "coverage": "覆盖率",
    "structured": "结构率",
    "kind right": "条目类别",
    "force right": "应、宜、可",
    "label right": "标号",
    "tier right": "条目的等级",
    "no tier right": "没有等级的不安等级",
    "quantity right": "数值、比较词、单位",
    "tiers right": "全文的等级",
    "fact title right": "标题",
    "fact issuer right": "发文机关",
    "fact region right": "地区",
    "fact level right": "层级",
    "fact year right": "年份（未写的留空）",
    "fact number right": "文号",
    "quiet right": "别的领域不出等级和要求",
}


def ingestion(found: Mapping[str, Any]) -> Iterator[str]:
    """How well files are read and cut, on the half that was tuned on and on the half that nobody looked at."""
    yield "## 收入文件 Reading files"
    yield ""
    yield (
        f"虚构的文件（{found['files']} 份：文本、网页、Markdown、Word、PDF、Excel，各种编码与排法），"
        "应读出的条目先写好；按文件对半分，一半照着改过，另一半没有人看过错在哪里。"
        "（写好的条目里约十五处后来照原文改正过，两半都有。）%（95 % 区间，按整份文件抽样）。"
    )
    rows = [
        (named(MEASURES, measure), *(percent(one[half]) for half in ("dev", "test")), str(one["test"]["n"]))
        for measure, one in found["totals"].items()
    ]
    yield from table(("", "照着改过的一半", "没看过的一半", "后者的个数"), rows)
    pace = found["seconds_a_page"]
    yield f"每千字用时（中位，秒）：{pace:.2f}。"
    yield ""
