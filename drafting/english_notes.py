"""Remarks and headings in English: on how a question was taken, and on how the parts of an answer are to be read.

They are composed in Chinese where they arise, each in a form of its own, and told in English to those who ask in
English; the names in them stay as the documents print them. A remark in English already stays as it is.
"""

from __future__ import annotations

import re

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(form, re.DOTALL), english)
    for form, english in (
        (
            r"问题未指明文件，按默认方案《(.+)》回答（文本未说明其是否现行有效）。",
            r"The question names no document: answered from the default scheme, 《\1》 "
            r"(the texts do not say whether it is in force).",
        ),
        (
            r"“([^”]+)”按([^“”]+)理解，原文限于另一类行业的条款未列。",
            r"“\1” is taken as an industry of the kind \2; clauses for the other kind alone are left out.",
        ),
        (r"“([^”]+)”按“([^”]+)”理解。", r"“\1” is read as “\2”."),
        (r"“([^”]+)”按《(.+)》理解。", r"“\1” is taken to mean 《\2》."),
        (r"现有文件：(.+)。", r"The documents at hand: \1."),
        (r"所收文件里没有“(.+)”的文件。", r"No document at hand is of “\1”."),
        (r"“([^”]+)”指其中任何一个：(.+)。", r"“\1” means any of these: \2."),
        (
            r"按意思理解为能力子域“(.+)”；如非所问，请指明能力子域。",
            r"Taken by its meaning to be about the subdomain “\1”; if that is not what is asked, name the subdomain.",
        ),
        (r"所列条款涉及(.+)；指明等级可缩小范围。", r"The clauses belong to \1; name a tier to narrow it down."),
        (
            r"现有文件没有给出(.+)的定义；以上是对它的要求。",
            r"The documents do not define \1; what they require of it is quoted above.",
        ),
        (
            r"指明能力域或能力子域，可看到每一条，例如“(.+)”。",
            r"Name a capability domain or subdomain to see each clause, for example “\1”.",
        ),
        (
            r"以下列出前 (\d+) [条行](?:，其余见条款编号)?。",
            r"The first \1 are quoted; the ids of the clauses name the others.",
        ),
        (
            r"(《.+》)里也有推定对应的内容，指明文件即可查看。",
            r"\1: something there is proposed (推定) to correspond too; name the document to see it.",
        ),
        (
            r"也可以指(《.+》)；写明文件名就按它回答。",
            r"It could also mean \1: name the document to have it answered from there.",
        ),
        (r"最接近的条款：(.+)。", r"The nearest clause: \1."),
        (r"引用它的地方：(.+)。", r"It is cited at: \1."),
        (r"提到它的地方：(.+)。", r"It is mentioned at: \1."),
        (r"提到“(.+)”的地方：(.+)。", r"“\1” is mentioned at: \2."),
        (r"写有申报程序的文件：(.+)。", r"Documents that set out a procedure of application: \1."),
        (r"现有文件的地区：(.+)。", r"The documents at hand are of: \1."),
        (r"《(.+)》的年份：(.+?)（(.+)）。", r"The year of 《\1》: \2 (\3)."),
        (r"写作模型尚未安装，.+?(`.+`).+", r"No writing model is installed: all of this is quoted or counted; \1."),
        (r"没有写作模型，本回答全部是原文引述和据此的统计：(.+)", r"No writing model; all is quoted or counted: \1"),
        (r"本次没有模型撰写的句子：(.+)", r"The model wrote no sentence this time: \1"),
        (r"基础：(.+)", r"The tier that it builds on (基础): \1"),
        (r"上一等级：(.+)", r"The next tier above that asks for it (上一等级): \1"),
        (r"意思相近的条款还有：", r"The clauses nearest in meaning besides:"),
        (r"其他相近条款", r"Other clauses near in meaning (其他相近条款)"),
        (r"其他等级", r"Other tiers (其他等级)"),
        (r"相关的系统", r"Related systems (相关的系统)"),
    )
)


def noted(remark: str) -> str:
    """A remark or a heading in English; one of no known form as it is.

    >>> noted("“设背”按“设备”理解。")
    '“设背” is read as “设备”.'
    """
    for form, english in _FORMS:
        if (found := form.fullmatch(remark)) is not None:
            return found.expand(english)
    return remark
