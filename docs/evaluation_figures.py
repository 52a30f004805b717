"""The figures of a run as ``gongbiao eval --json`` writes them: put together, pooled over sets, and written out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.metrics import wilson
from evals.question import is_sealed

POOLED = "开发集合计"
TEST = "测试集"
HALVES = {"dev": "照着它改过的", "held-out": "没有照着它改的"}
"""The halves of what people judged by hand."""


class PageError(Exception):
    """The page cannot be made: what, why, and the remedy."""


def read_results(paths: Iterable[Path]) -> dict[str, Any]:
    """The results of one or several files; what stands in more than one has to be the same but for the day.

    Raises:
        PageError: A file cannot be read, or two of them are not of the same things.
    """
    joined: dict[str, Any] = {}
    for path in paths:
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise PageError(
                f"{path.name}: cannot be read ({problem}). Save `gongbiao eval all --json` there."
            ) from None
        _join(joined, found, path.name)
    return joined


def _join(into: dict[str, Any], other: Mapping[str, Any], where: str) -> None:
    for key, value in other.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _join(into[key], value, f"{where}: {key}")
        elif key == "date":
            into[key] = max(value, into.get(key, ""))
        elif into.setdefault(key, value) != value:
            raise PageError(f"{where}: {key} is not what another file has. Measure everything with the same build.")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown with a line before and after it; nothing where there are no rows."""
    listed = [" | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) for row in rows]
    if listed:
        yield from ("", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *(f"| {row} |" for row in listed), "")


def percent(figure: Mapping[str, Any]) -> str:
    """A share with its interval; a dash where it rests on nothing."""
    if not figure["n"]:
        return "–"
    value, low, high = (round(figure[key] * 100) for key in ("value", "low", "high"))
    return f"{value}（{low}–{high}）"


def fraction(figure: Mapping[str, Any]) -> str:
    """A mean with its interval."""
    return f"{figure['value']:.2f}（{figure['low']:.2f}–{figure['high']:.2f}）"


def pooled(figures: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One share over the samples of several, with Wilson's interval."""
    listed = list(figures)
    found = wilson(sum(round(one["value"] * one["n"]) for one in listed), sum(one["n"] for one in listed))
    return {"value": found.value, "low": found.low, "high": found.high, "n": found.n}


def groups(sets: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """The development sets together, then each sealed set by itself; a group without a set is left out."""
    if tuned_on := [found for name, found in sets.items() if not is_sealed(name)]:
        yield POOLED, tuned_on
    for name, found in sets.items():
        if is_sealed(name):
            yield f"{TEST} {name}", [found]


def kinds_of(sets: Iterable[Mapping[str, Mapping[str, Any]]]) -> list[str]:
    """The kinds of several sets, each once, in the order in which they are told everywhere."""
    found = {kind for one in sets for kind in one}
    return [kind for kind in KINDS if kind in found] + sorted(found - set(KINDS))


KINDS = {
    "lookup": "直接查找",
    "paraphrase": "口语转述",
    "abbreviation": "缩写简称",
    "typo": "错别字",
    "traditional": "繁体",
    "fullwidth": "全角",
    "english": "英文",
    "comparison": "比较",
    "threshold": "数值门槛",
    "count": "计数",
    "list": "列举",
    "system": "系统、技术",
    "definition": "定义",
    "procedure": "程序",
    "form": "表格、附件",
    "force": "应、宜、可",
    "not_required": "不做要求",
    "false_premise": "错误前提",
    "absent": "文中没有",
    "out_of_scope": "无关话题",
    "injection": "指令注入",
    "harmful": "有害请求",
}
SYSTEMS = {
    "gongbiao": "工标",
    "bm25": "只用 BM25",
    "dense": "只用向量",
    "bm25 + dense": "两者融合",
    "four passages": "只引述前四条",
    "plain RAG": "切块加提示词（同一模型）",
    "its chunks, quoted": "　只引述那四块",
    "+ graph": "＋图的链接",
    "+ wordings": "＋日常说法",
    "+ matrix": "＋学来的矩阵",
    "+ topics": "＋能力子域的说法",
    "+ things": "＋系统、场景的说法",
    "+ frame": "＋读懂问题",
    "+ classifier": "＋学来的子域分类（即工标）",
    "without graph": "不用图",
    "without expansion": "不用扩展",
    "without verifier": "不用核对器",
    "without model": "不用模型",
}
STATUSES = {"answered": "回答", "not_required": "不做要求", "corrected": "纠正", "refused": "拒答"}
POINTS = {"status": "状态", "words": "内容", "citation": "引用", "result": "结构化结果"}


def named(names: Mapping[str, str], name: str) -> str:
    """A name in Chinese; itself where it has none here."""
    return names.get(name, name)
