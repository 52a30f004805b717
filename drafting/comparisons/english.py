"""The English of what comparisons say; names and words of the texts are put in as printed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "左边": "left",
        "右边": "right",
        "逐字相同": "word for word the same",
        "要求相近": "much the same",
        "左边要求更高": "left asks for more",
        "右边要求更高": "right asks for more",
        "部分重合": "overlapping",
        "只有左边写": "only in left",
        "只有右边写": "only in right",
        "相近": "close",
        "场景较窄": "narrower scenario",
        "场景较宽": "broader scenario",
        "相关": "related",
        "国家典型场景": "the national scenarios",
        "{issuer}文件": "the document of {issuer}",
        "（按意思归入）": " (filed by meaning)",
        "{left}\n与{right}{last}{about}{what}{mark}": "{what} of {left}\nand {right}{last}{about}{mark}",
        "在“{asked}”上的": ", on “{asked}” only",
        "的": "",
        "对照要点": "The main differences",
        "（推定，非官方）": " (proposed, not official)",
        "比了什么": "What was compared",
        "合起来看": "In all",
        "推定的对应": "Proposed counterparts",
        "应与宜": "Should and shall",
        "数字": "Numbers",
        "系统与技术": "Systems and technologies",
        "只有一边写的主题": "Topics of one side",
        "左边是{left}的 {lefts}，右边是{right}的 {rights}，{how}{asked}。": (
            "Left: {left}, {lefts}; right: {right}, {rights}; {how}{asked}."
        ),
        "对应都是推定的": "with proposed counterparts",
        "按意思而不是按编号逐条对齐": "aligned by meaning and not by number",
        "，只看“{asked}”": ", only on “{asked}”",
        "{count} 个": "scenarios: {count}",
        "{count} 条": "clauses: {count}",
        "推定的对应有 {rows} 处": "Proposed counterparts, rows: {rows}",
        "讲同一件事的有 {rows} 处（左边 {left} 条、右边 {right} 条，每条只数一次）": (
            "rows of one matter: {rows} (clauses left {left}, right {right}, each counted once)"
        ),
        "{said}：{alike}": "{said}: {alike}",
        "{said}。": "{said}.",
        "{name}的 {count} 处": "{name}: {count}",
        "{name} {count} 处": "{name} {count}",
        " 等": " and more",
        "{label}的 {count} 处（把握）：{told}{more}。": "{label}, {count} (with confidence): {told}{more}.",
        "{left}用{force}而{right}用{other}的 {count} 处（{topics}）。": (
            "{left} says {force} where {right} says {other}, rows: {count} ({topics})."
        ),
        "数字{name}更高的 {count} 处，如{told}。": "{name} has the higher number, rows: {count}, such as {told}.",
        "只有{name}写了的数字 {count} 个：{told}{more}。": "Numbers that {name} alone writes, {count}: {told}{more}.",
        "系统 {count} 项（{listed}）": "systems: {count} ({listed})",
        "技术 {count} 项（{listed}）": "technologies: {count} ({listed})",
        "只有{name}点名的{told}。": "Named by {name} alone: {told}.",
        "只有{name}写的主题 {count} 个：{told}。": "Topics of {name} alone, {count}: {told}.",
        "{topic}“{left}”与“{right}”": "{topic} “{left}” and “{right}”",
        "两边都没有找到写“{asked}”的条文。": "Neither side has a clause on “{asked}”.",
        "两边都没有可比的条文。": "Neither side has anything to compare.",
        "《{title}》年份{year}（{basis}）；状态：{status}。": "《{title}》: year {year} ({basis}); status {status}.",
        "不能断定": "cannot be told",
        "未载明": "not stated",
        "与国家典型场景的对应都是推定，非官方；场景原文不在所收文件里，不能逐条比力度和数字。": (
            "All counterparts among the national scenarios are proposed and not official; the scenarios' own texts are "
            "not in the library, so that words and numbers cannot be compared."
        ),
        "除逐字相同的以外，哪些条文讲同一件事是按意思推定的；“只有一边写”是说另一边没有找到，不等于没有。": (
            "Which clauses speak of one matter is proposed by likeness of meaning, but for those that are the same "
            "word for word; “only” means that nothing was found on the other side, not that nothing is there."
        ),
        "同一文件里较高等级建立在较低等级之上：没有重复的要求仍然适用，不是取消。": (
            "Within one document a higher tier builds on the lower: what it does not repeat still holds."
        ),
        "选法：轮流取数字一边更高的、“应”“宜”用词不同的、一边要求更高的、两边点名的系统或技术不同的；"
        "只取把握 0.7 以上的，先取写要求的条文；同类里先取条文少的、再取把握大的，一个主题只取一处。": (
            "Chosen in turn: a higher number, 应 against 宜, a side that asks for more, other systems or technologies "
            "named; confidence 0.7 or more, demands first, then fewer clauses, then the surer; one row a topic."
        ),
        "不能说的": "What cannot be said",
        "最能说明差别的几处": "The most telling rows",
        "主题": "Topic",
        "差别": "Difference",
        "左": "left",
        "右": "right",
        "左{left}，右{right}": "left {left}, right {right}",
        "未用应、宜等词": "no governing word",
        "未写": "none",
        "（左边要求更高）": " (left asks for more)",
        "（右边要求更高）": " (right asks for more)",
        "{measured}：": "{measured}: ",
        "{kind}：{names}": "{kind}: {names}",
        "等 {count} 项": "and more, {count} in all",
        "系统": "systems",
        "技术": "technologies",
        "对象": "objects",
        "范围": "scope",
        "只有左边写到 {names}": "only left: {names}",
        "只有右边写到 {names}": "only right: {names}",
        "对方别处写到：{names}": "named elsewhere by the other side: {names}",
        "{heading}：{said}": "{heading}: {said}",
        "{heading}（{rule}）": "{heading} ({rule})",
        "{heading}。": "{heading}. ",
        "{relation}：{why}": "{relation}: {why}",
        "（{mark}）": " ({mark})",
        "（模型撰写，已逐项核对）": " (written by the model, each item verified)",
        "模型撰写": "Written by the model",
        "推定，非官方": "proposed, not official",
    }
)
