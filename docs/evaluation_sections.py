"""The evaluation page's sections on searching, answering and what each part adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation_figures import (
    KINDS,
    SYSTEMS,
    fraction,
    groups,
    kinds_of,
    named,
    percent,
    pooled,
    table,
)

from evals.question import is_sealed

Sets = Mapping[str, Any]


def circumstances(found: Mapping[str, Any]) -> Iterator[str]:
    """What was measured, with what and when; every hash whole."""
    yield "## 测的是什么 What was measured"
    rows = [("日期 date", found["date"]), ("机器 machine", found["machine"])]
    rows += [(f"文本 `{name}`", f"`{digest}`") for name, digest in found["corpus"].items()]
    rows.append(("文本的条数 rows", f"{found['clauses']:,}"))
    for role, model in found["models"].items():
        rows.append((f"模型 {role}", f"{model['name']}" + (f" `{model['sha256']}`" if model["sha256"] else "")))
    rows += [(f"提示词 `{name}`", f"`{digest}`") for name, digest in found["prompts"].items()]
    rows += [(f"日常说法 `{name}`", f"`{digest}`") for name, digest in found["wordings"].items()]
    for name, one in found["sets"].items():
        use = "测试集，没有人看过哪一题答错" if is_sealed(name) else "开发集，照着它改过"
        rows.append((f"题目 `{name}`（{one['questions']} 题，{use}）", f"`{one['sha256']}`"))
    yield from table(("", "sha256 或事实"), rows)


def retrieval(found: Sets) -> Iterator[str]:
    """How often the right clause is among the first, by set and by kind."""
    yield "## 检索 Search"
    yield ""
    yield "只算问“在哪里”的题（计数、列举由图回答）。命中：作者指明的位置落在前几条之内，%（95 % 区间）。"
    rows = [
        (
            f"{name}（{one['questions']}）",
            named(SYSTEMS, ranker),
            *(percent(figures[f"hit@{k}"]) for k in (1, 5, 10)),
            fraction(figures["mrr@10"]),
        )
        for name, one in found.items()
        for ranker, figures in one["rankers"].items()
    ]
    yield from table(("题目", "", "前 1", "前 5", "前 10", "MRR@10"), rows)
    for title, sets in groups(found):
        rankers = list(sets[0]["rankers"])
        rows = [
            _kind_row(
                kind,
                [pooled(one["kinds"][kind][r]["hit@5"] for one in sets if kind in one["kinds"]) for r in rankers],
            )
            for kind in kinds_of([one["kinds"] for one in sets])
        ]
        yield f"### {title}：前 5 命中，按种类"
        yield from table(("种类", "题数", *(named(SYSTEMS, one) for one in rankers)), rows)


def answers(found: Sets) -> Iterator[str]:
    """How many answers are wholly right, by set, by kind and beside the plain RAG."""
    yield "## 回答 Answers"
    yield ""
    yield "全对：状态、内容、引用、结构化结果凡适用的都对。由代码逐点比对，没有模型当裁判。%（95 % 区间）。"
    rows = [
        (f"{name}（{one['questions']}）", named(SYSTEMS, system), *_points(figures["points"]))
        for name, one in found.items()
        for system, figures in one["systems"].items()
    ]
    yield from table(("题目", "", "全对", "状态", "内容", "引用", "结果"), rows)
    for title, sets in groups(found):
        yield f"### {title}：全对，按种类"
        yield from _by_kind(sets)
    yield "### 与切块加提示词相比 Beside a plain chunk-and-prompt RAG"
    yield ""
    yield (
        "原文每 400 字一块、重叠 80 字，同一个向量模型取最近的四块，不给示例，直接交给同一个写作模型；它的输出就是"
        "回答，四块就是引用。它每题要好几秒，所以只问每三题中的一题（按种类均匀抽取，种子固定），同行的各系统都只算这些题。"
    )
    samples = {name: one["sampled"] for name, one in found.items() if "sampled" in one}
    for title, sets in groups(samples):
        yield from _systems(f"{title}（抽样）", sets)


def answer_ablation(found: Sets) -> Iterator[str]:
    """The product with each part left out."""
    yield "### 回答 Answers"
    yield ""
    yield (
        "不用图：没有单元格、计数、列举、定义、数值等准确查找，也没有条款与词表的链接，只有检索到的条款和按远近的拒答。"
        "不用扩展：没有日常说法、能力子域的说法和词表的隐藏名称。不用核对器：模型的每一稿都给人看。不用模型：只有引述和代码写的句子。"
    )
    for title, sets in groups(found):
        yield from _systems(title, sets)
        yield f"#### {title}：全对，按种类"
        yield from _by_kind(sets)
    rows = []
    for title, sets in groups(found):
        unchecked = [one["unchecked"] for one in sets]
        checks: dict[str, int] = {}
        for one in unchecked:
            for check, count in one["by_check"].items():
                checks[check] = checks.get(check, 0) + count
        ranked = sorted(checks, key=lambda check: (-checks[check], check))
        kept = percent(pooled(one["kept_back"] for one in unchecked))
        told = "、".join(f"{check} {checks[check]}" for check in ranked)
        rows.append((title, str(sum(one["sentences"] for one in unchecked)), kept, told))
    yield "逐点比对不看模型写的那一句是否属实，所以不用核对器时全对的数不变。那时给人看的句子里有多少本该拦下："
    yield from table(("", "句子", "本该拦下 %", "由哪些检查发现（句数）"), rows)


def _systems(title: str, sets: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Points of every system over several sets."""
    rows = []
    for system in sets[0]["systems"]:
        each = [one["systems"][system] for one in sets]
        points = {point: pooled(one["points"][point] for one in each) for point in each[0]["points"]}
        unscored = sum(len(one["unscored"]) for one in each)
        rows.append(
            (named(SYSTEMS, system), *_points(points), str(sum(one["generated"] for one in each)), str(unscored))
        )
    total = sum(one["questions"] for one in sets)
    yield from table((f"{title}，{total} 题", "全对", "状态", "内容", "引用", "结果", "有模型的句子", "没答成"), rows)


def _points(points: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(percent(points[name]) for name in ("wholly right", "status", "words", "citation", "result"))


def _by_kind(sets: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    systems = list(sets[0]["systems"])
    each = {system: [one["systems"][system]["kinds"] for one in sets] for system in systems}
    rows = [
        _kind_row(kind, [pooled(kinds[kind] for kinds in each[system] if kind in kinds) for system in systems])
        for kind in kinds_of(each[systems[0]])
    ]
    yield from table(("种类", "题数", *(named(SYSTEMS, one) for one in systems)), rows)


def _kind_row(kind: str, figures: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return (named(KINDS, kind), str(figures[0]["n"]), *(percent(one) for one in figures))
