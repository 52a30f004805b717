"""The evaluation page's sections on the verifier, on conversations and on speed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import named, percent, table

HALVES = {"seen": "照着它改过的", "held_out": "没有照着它改的", "dev": "照着它改过的", "held": "没有照着它改的"}
SOURCES = {"quoted": "引述", "clause": "条款原句", "short": "缩写的句子", "composed": "代码写的句子"}
ACTIVITIES = {
    "query embedding alone": "只算问题向量",
    "search": "检索",
    "ask without generation": "回答，不写作",
    "ask": "回答，写作",
}
PARTS = {
    "understanding": "读懂问题",
    "embedding": "问题向量",
    "retrieval": "检索",
    "finding": "查图与条款",
    "model": "模型写作",
    "verifying": "核对",
    "rendering": "成文与其余",
}


def verifier(found: Mapping[str, Any]) -> Iterator[str]:
    """Precision and recall on the cases, mutants by operator, and what becomes of the model's drafts."""
    yield "## 核对器 Verifier"
    yield ""
    yield "一半例句改进时看过，另一半没有。准确率：放行的有多少是真的；召回率：真的放行了多少。%（95 % 区间）。"
    cases = found["cases"]
    rows: list[tuple[str, ...]] = [
        (named(HALVES, half), percent(one["precision"]), percent(one["recall"]), percent(one["found"]))
        for half, one in cases.items()
    ]
    yield from table(("例句", "准确率", "召回率", "拦下的错句"), rows)
    faults = list(dict.fromkeys(fault for one in cases.values() for fault in one["faults"]))
    rows = [(f"`{fault}`", *(_of(one["faults"].get(fault, {}), "right") for one in cases.values())) for fault in faults]
    yield from table(("错在哪里", *(f"{named(HALVES, half)}：拦下" for half in cases)), rows)
    yield "把每条引述和每个写出的句子用下列算子改坏，幸存（没有被拦下）的／改坏的："
    sources = list(SOURCES)
    rows: list[tuple[str, ...]] = [
        (f"`{operator}`", *(_of(by_source.get(source, {}), "survived") for source in sources))
        for operator, by_source in found["mutants"].items()
    ]
    yield from table(("算子", *SOURCES.values()), rows)
    yield (
        f"幸存者 {len(found['survivors'])} 句，逐句登记在 `evals/mutations/`，没有登记的 {found['new_survivors']} 句；"
        f"没有改坏却被拦下的 {len(found['refused_originals'])} 句。"
    )
    cells = found["cells"]
    unwritten = cells["unwritten"]
    yield ""
    yield (
        f"等级表每个有要求的单元格问一次：{cells['accepted']['n']} 格中 {percent(cells['accepted'])} % "
        f"得到一句通过核对的模型的话，拦下草稿 {cells['rejected_drafts']} 份"
        f"{f'；{unwritten} 格模型来不及写' if unwritten else ''}。"
    )
    yield ""


def conversation(found: Mapping[str, Any]) -> Iterator[str]:
    """Later turns and whole dialogues, beside the same turns asked alone."""
    yield "## 对话 Conversation"
    yield ""
    yield f"对话的校验值 `{found['sha256']}`。“单独问”：同一句话不带上文。%（95 % 区间）。"
    rows = []
    for half, one in found["halves"].items():
        names = ("later_turns", "later_turns_alone", "dialogues", "dialogues_alone")
        rows.append((named(HALVES, half), str(one["later_turns"]["n"]), *(percent(one[name]) for name in names)))
    heads = ("", "后续的问", "答对", "单独问", "整段全对", "单独问整段全对")
    yield from table(heads, rows)


def speed(found: Mapping[str, Any]) -> Iterator[str]:
    """Times beside the embedding alone, and their parts."""
    yield "## 快慢 Speed"
    timings = found["timings"]
    base = next(one["p50_ms"] for one in timings if one["name"] == "query embedding alone")
    rows: list[tuple[str, ...]] = [
        (
            named(ACTIVITIES, one["name"]),
            str(one["n"]),
            f"{one['p50_ms']:.1f}",
            f"{one['p95_ms']:.1f}",
            f"{one['p50_ms'] / base:.2f}",
        )
        for one in timings
    ]
    yield from table(("", "题数", "中位数 毫秒", "第 95 百分位", "是向量的几倍"), rows)
    yield f"{found['clauses']:,} 条，第一次调用不计。时间花在哪里（每题平均毫秒，括号内为占比 %）："
    rows: list[tuple[str, ...]] = [
        (named(ACTIVITIES, one["name"]), *(_part(one["mean_ms"], part) for part in PARTS)) for one in found["spent"]
    ]
    yield from table(("", *PARTS.values()), rows)


def _of(counts: Mapping[str, int], key: str) -> str:
    return f"{counts[key]} / {counts['n']}" if counts else ""


def _part(parts: Mapping[str, float], part: str) -> str:
    taken, total = parts[part], sum(parts.values())
    return f"{taken:.1f}（{taken * 100 / total:.0f}）" if taken else "–"
