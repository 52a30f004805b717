"""Random Chinese texts of what policy documents are made of, in orders that no person would write."""

from __future__ import annotations

from random import Random

from evals.hardness.hard_input import HardInput, bare_text

LABELS = (
    "一、", "二、", "（一）", "（二）", "(3)", "1.", "2．", "3、", "1）", "（1）", "①", "②", "a）", "b)", "第一条",
    "第二条　",
    "第 十 条 ", "第三十条之一", "第一章", "第二节 ", "第二部分", "附件1", "附件2：", "附表", "附录A", "A.1", "4.1",
    "4.1.2",
    "4.3.2.1 ", "表1 ", "图2", "注：", "注1：", "备注", "——", "— 3 —", "- ", "· ", "■", "□", "√", "序号", "Ⅲ.", "⑴",
    "【一】",
)  # fmt: skip
WORDS = (
    "应", "应当", "宜", "可", "鼓励", "不得", "須", "應當", "企业", "申报企业", "智能工厂", "数字化车间", "智能製造",
    "先进级", "卓越级",
    "基础级", "领航级", "省级智能工厂", "三星级", "入门级", "A档", "一级", "L3级", "优秀", "建设", "设备联网率",
    "关键工序数控化率",
    "不低于", "不超过", "≥", "＞", "以上", "至少", "30%", "1 0 0 ％", "5 000万元", "５００万元", "一千二百",
    "百分之三十",
    "2年", "3-5家", "10～20", "0.5", "1,000", "1e9", "MES", "ERP", "5G", "AI", "PLC", "。", "；", "，", "、", "：",
    "！",
    "《", "》", "（", "）", "“", "”", "〔2025〕", "号", "2025年8月6日", "〇", "有效期5年", "自2026年1月1日起施行",
    "废止",
    "同时废止", "负责解释", "奖励", "通知", "关于印发", "办法", "实施细则", "各市工信局：", "省工业和信息化厅",
    "某某省", "乌有市",
    "国家", "联系人：", "http://", "目录", "总则", "……", "....", "首页", "打印", "附件：", "要素", "指标", "评分",
    "分值", "类别",
    "条件", "合计", "/", "／", "-", "无", "是", "否", "签字：____", "[note:1]", "[image: x]", "[bookmark: _T]", "🏭",
    "𠀀",
    "\u0301", "é", "Ａ", "=1+1", "<b>", "|", "---", "```", "#",
)  # fmt: skip
BLANKS = ("\n", "\n\n", "\t", "\t\t", "\n\t", "\u2028", "\u3000\u3000", " ", "\xa0", "\n \n", "\n\n\n", "\u2028\u2028")


def random_text(chance: Random) -> HardInput:
    """A short text in which labels, words and blanks follow each other by chance."""
    blank, label = chance.uniform(0.05, 0.6), chance.uniform(0.05, 0.5)
    pieces = [_piece(chance, blank, label) for _ in range(chance.randint(1, 400))]
    return bare_text("text, random", "随机.txt", "".join(pieces))


def random_table(chance: Random) -> HardInput:
    """A text of lines of cells, some of them cut, some with prose between."""
    columns = chance.randint(1, 8)
    lines: list[str] = []
    for _ in range(chance.randint(1, 60)):
        if chance.random() < 0.1:
            lines.append(_cell(chance) * chance.randint(0, 4))
        width = columns if chance.random() < 0.8 else chance.randint(0, 12)
        lines.append("\t".join(_cell(chance) for _ in range(width)))
    return bare_text("text, table", "随机表.txt", "\n".join(lines))


def repeated_piece(chance: Random) -> HardInput:
    """One short piece repeated some thousand times: what backtracks shows here."""
    count = chance.randint(1, 5)
    piece = "".join(_piece(chance, 0.2, 0.3) for _ in range(count))
    times = max(1, chance.choice((2_000, 20_000)) // len(piece))
    tail = "".join(_piece(chance, 0.2, 0.3) for _ in range(3))
    return bare_text("text, repeated", "重复.txt", piece * times + tail)


def _piece(chance: Random, blank: float, label: float) -> str:
    drawn = chance.random()
    if drawn < blank:
        return chance.choice(BLANKS)
    if drawn < blank + label:
        return chance.choice(LABELS)
    return chance.choice(WORDS)


def _cell(chance: Random) -> str:
    parts = [chance.choice(LABELS if chance.random() < 0.2 else WORDS) for _ in range(chance.choice((0, 1, 1, 3, 9)))]
    return chance.choice(("", "", "", "\u2028")).join(parts)
