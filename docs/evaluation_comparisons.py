"""The evaluation page's section on comparing: what is aligned, how differences are told, and tiers step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation_figures import HALVES, named, percent, table

ALIGNED = {"gongbiao": "工标", "vectors alone": "只用向量", "BM25 alone": "只用 BM25"}
READ = {"linked": "连上的", "linked, read afterwards": "连上的，定标之后另抽"}
TOLD = {"gongbiao": "工标", "always overlaps": "一律说部分重合", "characters alone": "只看相同的字"}
CLIMBED = {
    "gongbiao": "工标",
    "alignment": "只用跨文件对齐",
    "words": "只看共同用词",
    "labels": "同标号即同一条",
}
RELATIONS = {"equal": "逐字相同", "similar": "要求相近", "stronger": "左高", "weaker": "右高", "overlaps": "部分重合"}
CHANGES = {
    "new": "新增",
    "same": "相同",
    "raised": "宜→应",
    "relaxed": "印作较弱",
    "widened": "扩大",
    "changed": "改变",
    "not_restated": "未重申",
}


def alignment(found: Mapping[str, Any]) -> Iterator[str]:
    """Which clauses of two documents speak of one matter, beside vectors alone and BM25 alone."""
    yield "## 跨文件对齐 Alignment"
    yield ""
    yield (
        "542 组由人读过原文写下（428 组对应，114 组只是看着像），一半改进时看过，一半只计数。写下的不是全部对应，"
        "精确率只在写下的这些里算，门槛低的办法在这上面好看，却把几乎一切都连上（见“连上的对”）；"
        "所以各做法列两次：工标自己连的（基线取连得一样多的门槛），和 F1 最好的门槛。"
        "“全部对子里的平均精确率”把没写下的都算错，对各做法一样偏低。%（95 % 区间）。"
    )
    rows = [
        (
            named(HALVES, one["half"]),
            named(ALIGNED, one["way"]) + ("" if one["threshold"] is None else f" ≥ {one['threshold']:.2f}"),
            str(one["links"]),
            percent(one["precision"]),
            percent(one["recall"]),
            f"{one['average_precision']:.3f}",
            f"{one['average_precision_among_all']:.3f}",
            f"{one['non_pairs_accepted']} / {one['non_pairs']}",
        )
        for one in found["ways"]
        if one["set"] == "all"
    ]
    heads = ("一半", "做法", "连上的对", "精确率", "召回率", "平均精确率", "全部对子里的平均精确率", "连上的假对")
    yield from table(heads, rows)
    twins = "；".join(f"{named(HALVES, half)} {percent(one)}，{one['n']} 对" for half, one in found["twins"].items())
    yield f"逐字相同的对认出：{twins}。"
    yield ""
    read = [
        (
            READ.get(one["band"], one["band"].replace(" to ", "–")),
            str(one["right"]["n"]),
            f"{one['confidence']:.2f}",
            f"{one['weighted']:.2f}",
            percent(one["right"]),
        )
        for one in found["read"]
    ]
    yield (
        "没有人写下的对子里，按把握分段抽出 166 对，由一位读者不看把握判断：把握是不是概率。"
        "把握就是照这些判断定标的，所以不是独立的检验；末行是定标之后从连上的对里随机另抽的，什么也没有照着它改。"
    )
    yield ""
    yield from table(("把握", "读过的对", "平均把握", "对应的份额（按所代表的对数）", "对应 %（每对算一次）"), read)
    listed = [
        (f"`{one['left']}` × `{one['right']}`", str(one["links"]), str(one["twins"]), f"{one['seconds']:.2f}")
        for one in found["documents"]
    ]
    yield from table(("两份文件", "对齐的对", "其中逐字相同", "秒"), listed)


def differences(found: Mapping[str, Any]) -> Iterator[str]:
    """How the difference of an aligned pair is told, beside the commonest answer and shared characters."""
    yield "## 差别 Differences"
    yield ""
    yield (
        "同一批对应：说出的关系、用词变化、数量变化与人写的相同的份额，以及人列出的系统、技术、对象说出了多少。"
        "%（95 % 区间）。"
    )
    rows = [
        (
            named(HALVES, half),
            named(TOLD, way),
            percent(one["relation"]),
            f"{one['macro_f1']['value']:.2f}",
            percent(one["force"]),
            percent(one["numbers"]),
            percent(one["names"]),
        )
        for half, ways in found["halves"].items()
        for way, one in ways.items()
    ]
    yield from table(("一半", "做法", "关系", "宏平均 F1", "用词", "数量", "列出的名称"), rows)
    told = [
        (named(HALVES, half), named(RELATIONS, relation), str(one["n"]), *_pair(one))
        for half, relations in found["relations"].items()
        for relation, one in relations.items()
    ]
    yield from table(("一半", "关系", "对数", "精确率", "召回率"), told)
    yield f"一对中位数 {found['milliseconds']} 毫秒。"
    yield ""


def _pair(one: Mapping[str, Any]) -> list[str]:
    return ["–" if one[name] is None else f"{one[name] * 100:.0f}" for name in ("precision", "recall")]


def tiers(found: Mapping[str, Any]) -> Iterator[str]:
    """What each step from tier to tier changes, beside simpler ways of pairing clauses."""
    yield "## 等级阶梯 Tiers"
    yield ""
    yield (
        f"44 个子域逐级的变化，由没有见过程序的人写下 {sum(found['judged'].values())} 条判断（单号子域改进时看过，"
        "双号只计数）；“扩大”与“改变”常常两可，写明两可的任一都算对。%（95 % 区间）。"
    )
    rows = [
        (
            named(HALVES, half),
            named(CLIMBED, way),
            percent(one["upper"]),
            percent(one["lower"]),
            percent(one["pair_precision"]),
            percent(one["pair_recall"]),
        )
        for half in found["judged"]
        for way, systems in found["systems"].items()
        for one in (systems[half],)
    ]
    yield from table(("一半", "做法", "高一级的条", "低一级的条", "配对精确率", "配对召回率"), rows)
    product = found["systems"]["gongbiao"]
    told = [
        (
            named(CHANGES, change),
            *(
                percent(product[half]["by_change"][change][part])
                for half in found["judged"]
                for part in ("precision", "recall")
            ),
        )
        for change in CHANGES
    ]
    yield from table(("变化", "看过：精确率", "召回率", "没看过：精确率", "召回率"), told)
    yield f"全部阶梯第一次用 {found['seconds']:.1f} 秒。"
    yield ""
