"""Questions for what is not at hand: imprints, benefits, works that are only cited, pictures of figures."""

from __future__ import annotations

import re

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.findings.rules.answering import is_of_added
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.overlap import share

_FIGURE = re.compile(r"图\s*\d+|(?:总体|体系)?(?:架构|框架)图")
_CITED_TITLE = re.compile(r"《([^》]{4,40})》")
_STANDARD = re.compile(r"(?:GB|DB|ISO|IEC)[/A-Z0-9\s]*?(\d{4,6})", re.IGNORECASE)
_SEE_ANNEX = re.compile(r"([一-鿿]{2,8}表)见附件")
_ASKS_CITATION = re.compile(r"引用|提到|提及|出现|写了.{0,4}吗|有没有(?:写|提)|哪里|\bcite|\bmention")
_CONTACT = re.compile(
    r"(?P<what>(?:咨询|联系|办公)?(?:电话|地址)(?:号码)?|联系方式|手机号码?|邮箱|网址|官网|公众号|微信号?|传真)"
    r"(?:号码?|号|地址)?(?:是|为|在)?(?:多少|什么|哪|几号|有没有|[？?。]?$)"
    r"|(?P<english>phone number|telephone|e-?mail address|web ?site)"
)
_IMPRINT = re.compile(
    r"(?=.*(?:谁|哪|什么|多少|几))"
    r".*?(?P<what>起草|编写|主编|参编|归口|编制单位|发布(?:单位|机构|部门|日期|时间)|发文字号|文号|标准号|批准人|印发日期)"
)
_DATED = r"发布|印发|出台|公布|颁布|施行|实施日期|生效"
_WHEN = r"哪一?年|几几年|什么时候|啥时候|何时|哪一?天|几月几|年份|日期"
_ASKS_DATE = re.compile(rf"(?:{_WHEN})[^，。]{{0,6}}(?P<what>{_DATED})|(?P<word>{_DATED})[^，。]{{0,6}}(?:{_WHEN})")
_DATE = r"(?:19|20)\d\d\s*年|\d+\s*月\s*\d+\s*日"
_POLICIES = (
    (
        re.compile(
            r"(?:有没有|有无|有|给|拿|领|享受|发|得)[^，。]{0,6}(?:补贴|补助|奖励|奖补|奖金|扶持资金)|\bsubsid|\bbonus"
            r"|(?:补贴|补助|奖励|奖补|奖金)[^，。]{0,4}(?:多少|更?[多高少低]|几|差)"
        ),
        re.compile(r"补贴|补助|奖励|奖补|奖金|扶持"),
    ),
    (
        re.compile(
            r"会[^，。]{0,6}(?:罚|处罚|追责)|罚(?:款|多少|钱)"
            r"|\bpenalt|\b(?:be|being|get|are) fined\b|\bfines\b|\b(?:what|which|pay a|pay the|a) fine\b"
            r"(?! (?:grain|detail|tun))"
        ),
        re.compile(r"罚款|处罚|追责|追究"),
    ),
    (
        re.compile(
            r"分值|权重|满分|评分(?:标准|细则|办法|规则)|[几多少]+分(?![之成为析钟公厂批])|\bweight(?:ing)?s?\b|\bscor(?:e|es|ing)\b"
        ),
        re.compile(r"分值|权重|评分|打分|得分"),
    ),
    (
        re.compile(
            r"(?:哪|推荐|指定|选)[^，。、]{0,8}(?:厂商|品牌|软件商|厂家|牌子)"
            r"|\b(?:which|whose|what|recommend\w*|approved)\b.{0,24}\b(?:vendors?|brands?)\b"
            r"|(?:哪[个家]|推荐|指定)[^，。]{0,8}(?:供应商的|服务商)"
            r"|(?:请|找|选|用|买)[^，。]{0,4}哪[家个][^，。]{0,4}(?:公司|集成商|软件商)"
        ),
        re.compile(r"推荐(?:厂商|品牌|产品)|品牌名单|服务商名单"),
    ),
    (re.compile(r"摘牌|撤销(?:称号|资格)|取消(?:称号|资格)"), re.compile(r"摘牌|撤销|取消")),
    (
        re.compile(r"(?:多久|几年|要不要|需要|会)[^，。]{0,4}(?:复核|复审|复评|复查)"),
        re.compile(r"复核|复审|复评|复查"),
    ),
)
"""What asks for a benefit or a sanction, with the words that a text has which treats it."""
_OF_FORM = re.compile(r"填|表|栏|系统|平台|设备")
_ALIKE = 0.6


def find_absent(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse what only a work that is not at hand could answer, and say where it is cited; None for other questions."""
    contact = _CONTACT.search(frame.about)
    if contact and not _OF_FORM.search(frame.about):
        where = "所指文件" if frame.documents_named else "现有文件"
        return not_in_sources(f"{where}没有写任何单位的{contact['what'] or '联系方式'}。")
    imprint = _IMPRINT.search(frame.about)
    if imprint and not any(imprint["what"] in one.plain for one in shelf.clauses if _meant(one, frame)):
        where = "所指文件" if frame.documents_named else "现有文件"
        return not_in_sources(f"{where}没有写明“{imprint['what']}”的信息。")
    if (unsaid := _undated(frame, shelf) or _policy(frame, shelf)) is not None:
        return unsaid
    if _ASKS_CITATION.search(frame.text):
        return None
    figure = _FIGURE.search(frame.about)
    if figure:
        return not_in_sources(f"文本里只有“{figure.group()}”的标题或引用，没有图的内容。")
    cited = _cited_work(frame, shelf)
    if cited is None:
        return None
    name, clause = cited
    return not_in_sources(
        f"“{name}”只是被引用，其内容不在所收文件里。", (f"引用它的地方：{place(clause, shelf.titles)}。",)
    )


def _undated(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse a question for the date of an act (发布, 印发) of which no sentence of the documents meant gives one."""
    asked = _ASKS_DATE.search(frame.about)
    if asked is None or not frame.documents_named:
        return None
    what = asked["what"] or asked["word"]
    dated = re.compile(rf"{what}[^。；]{{0,12}}(?:{_DATE})|(?:{_DATE})[^。；]{{0,12}}{what}")
    if any(dated.search(one.plain) for one in shelf.clauses if _meant(one, frame)):
        return None
    notes = [shelf.documents[one] for one in frame.documents if shelf.documents[one].year_basis]
    hints = tuple(f"《{meta.title}》的年份：{meta.year or '不明'}（{meta.year_basis}）。" for meta in notes)
    return not_in_sources(
        f"{'、'.join(f'《{shelf.titles[one]}》' for one in frame.documents)}没有写明{what}的日期。", hints
    )


def _policy(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse a question for a benefit or a sanction of which the documents meant have no word, with where one is."""
    for asked, words in _POLICIES:
        if not asked.search(frame.about):
            continue
        rows = [one for one in shelf.clauses if words.search(one.plain)]
        if any(_meant(one, frame) for one in rows):
            return None
        where = "、".join(f"《{shelf.titles[one]}》" for one in frame.documents) or "现有文件"
        hints = tuple(f"提到它的地方：{place(one, shelf.titles)}。" for one in rows[:2])
        return not_in_sources(f"{where}没有写这方面的规定。", hints)
    return None


def _meant(clause: Clause, frame: QueryFrame) -> bool:
    return not frame.documents or clause.document in frame.documents


def _cited_work(frame: QueryFrame, shelf: Shelf) -> tuple[str, Clause] | None:
    """A work that the question names and a clause cites, but that is none of the documents."""
    asked = set(_STANDARD.findall(frame.question))
    text = frame.about if is_of_added(frame, shelf) else frame.text
    for clause in shelf.clauses:
        for number in _STANDARD.findall(clause.plain):
            if number in asked:
                return clause.plain[:40] if clause.plain.startswith(("GB", "DB")) else number, clause
        for title in (*_CITED_TITLE.findall(clause.plain), *_SEE_ANNEX.findall(clause.plain)):
            known = any(title in other or other in title for other in shelf.titles.values())
            core = re.sub(r"[（(].*?[）)]", "", title).removeprefix("相关")
            if not known and (core in text or share(core, text) >= _ALIKE):
                return title, clause
    return None
