"""Lines of a saved page that are no part of the document: where one stands, who looked, what can be clicked.

They stay rows of their own; they neither end a list nor belong to a sentence.
"""

from __future__ import annotations

import re

from corpus.folding import folded
from corpus.lines import is_page_number

_WAY = re.compile(r"(?:当前|您的?|你的?|所在)?(?:的)?位置\s*[：:]?\s*(?:>|首页|\S+\s*>)|首\s*页\s*(?:>|»|/|›|\||-)")
_CLICKED = re.compile(
    r"(?:[\[【（(]\s*)?(?:打\s?印(?:本页|文章)?|关\s?闭(?:窗口|本页)?|分享(?:到|至)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?|字\s?[号体]"
    r"|扫一扫|上一[篇页条]|下一[篇页条]|浏览(?:次数|量)?|点击(?:次数|数|量)?|阅读(?:次数|量)?|访问量|责任编辑|附件下载|文件下载"
    r"|手机(?:版|浏览|页面)|无障碍|繁体|登录|注册|网站地图|版权所有|主办单位|承办单位|备案[号序]|技术支持|更新时间"
    r"|(?:发布|发文|公开|更新|生成)(?:时间|日期)|信息来源|来\s?源|作\s?者|文\s?字)\s*(?:[\]】）)]|[：:]|$|\s)"
)
_ALONE = re.compile(
    r"(?:通知公告|新闻(?:动态|资讯|中心)|政府信息公开|政策(?:文件|中心|法规)|[A-Z]+ [A-Z]+"
    r"|\[?[大中小]\]?(?:\s*\[?[大中小]\]?)*)$"
)
_FIELD = re.compile(r"[^，,。；;：:《]{1,10}[：:]\s*\S")
_CLOSING = re.compile(
    r"附\s*[件表]\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*(?:[：:]|$|\s\S)|(?:联\s*系|咨\s*询|投\s*诉|举\s*报|监\s*督)\S{0,4}(?:人|电\s*话|方\s*式|处\s*室|热线)|抄\s*[送报]|特此|地\s*址|邮\s*[编箱]"
    r"|[（(](?:此件|此页|主动|依申请)|目\s*[录次]$|(?:主|抄)送|第\s*\d+\s*页"
)
_COPIES = re.compile(r"抄\s*[送报]\s*[：:]|[（(](?:此件|此页|主动公开|依申请)")
_DATE = re.compile(r"(?:(?:19|20)\d\d|二[〇○零O]\S{2})\s*年\s*\S{1,3}\s*月(?:\s*\S{1,3}\s*日)?$")
_NUMBER = re.compile(r"\S{2,14}[〔\[（(]\s*(?:19|20)\s*\d\s*\d\s*[〕\])）]\s*\d[\d ]*\s*号$")
_BULLET = re.compile(r"[-–•●◆■▪·*]\s+\S|[•●◆■▪]\S")
_CONTENTS = re.compile(r"[.…·．]{3,}\s*\d*$")
_TITLE = re.compile(r"关于\S{4,}的(?:通知|意见|通告|公告|函|批复|决定|报告)$")
_TAIL = 40
_FIELDS, _FIELD_LENGTH = 4, 14
"""Words between blanks are the fields of a page's head where there are several, and none is long."""
_SENTENCE_END = re.compile(r"[。；;]")
_COMMA = re.compile(r"[，,]")
_CLOCK = re.compile(r"[^，。；]{0,40}(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s+\d{1,2}:\s?\d\d")
_ENDS = ("。", "；", ";")
_LONGEST = 160


def is_web_line(text: str) -> bool:
    """Whether a line only belongs to the page or the print around a document.

    >>> [is_web_line(text) for text in ("首页 > 政策文件", "【打印】【关闭】", "— 3 —", "企业应打印报告。")]
    [True, True, True, False]
    """
    line = folded(text).strip()
    if not line or len(line) > _LONGEST or line.endswith(_ENDS):
        return False
    if is_page_number(line):
        return True
    return any(pattern.match(line) is not None for pattern in (_WAY, _CLICKED, _ALONE, _CLOCK))


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else: 2025年8月6日, 二〇二五年八月六日."""
    return _DATE.fullmatch(folded(text).strip()) is not None


def is_number(text: str) -> bool:
    """Whether a line is a document's number and nothing else: 某工信发〔2025〕12号."""
    return _NUMBER.fullmatch(folded(text).strip()) is not None


def closes(text: str) -> bool:
    """Whether a line stands at a document's end: a date, a copy to somebody, how it is published."""
    return is_date(text) or _COPIES.match(folded(text).strip()) is not None


def stands_alone(text: str) -> bool:
    """Whether a line is a paragraph whatever stands around it: a date, a contact, a list entry, a line of the page.

    >>> [stands_alone(text) for text in ("2025年8月6日", "联系人：王某", "附件：1.申报书", "实现数据采集，")]
    [True, True, True, False]
    """
    line = folded(text).strip()
    if surely_alone(line) or _NUMBER.match(line):
        return True
    words = line.split()
    if _SENTENCE_END.search(line):
        return False
    if _COMMA.search(line):
        return len(words) > _FIELDS and len(line) <= _FIELD_LENGTH * len(words)
    return _FIELD.match(line) is not None or len(words) >= _FIELDS


def surely_alone(text: str) -> bool:
    """Whether a line stands alone even where the one above breaks off at the edge of the page."""
    line = folded(text).strip()
    if is_web_line(line) or _CONTENTS.search(line[-_TAIL:]):
        return True
    return any(one.match(line) for one in (_CLOSING, _DATE, _BULLET, _TITLE))
