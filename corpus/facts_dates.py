"""When a document is from, how it is numbered, since when and until when it holds, and what it repeals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.facts_page import HEAD_LENGTH, Page, Words, field_value
from corpus.facts_year_hints import campaign, clock, standard_year

_D = r"(?:\d\s?){1,2}"
_YEAR = r"(?P<year>(?:1\s?9|2\s?0)\s?\d\s?\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})"
_DATE = re.compile(
    rf"{_YEAR}\s?(?:年\s?(?P<month>{_D}|[一二三四五六七八九十]{{1,2}})\s?月\s?(?P<day>{_D}|[一二三四五六七八九十]{{1,3}})\s?日"
    rf"|[-/.](?P<month2>{_D})[-/.](?P<day2>{_D}))"
)
_MONTH = re.compile(
    rf"(?:局|厅|委|协会|中心|委员会|政府|办公室|部|院|署)\s{{1,40}}(?P<date>{_YEAR}\s?年\s?(?:{_D}|[一二三四五六七八九十]{{1,2}})\s?月)(?=\s|$|[)。]|发布|印发|制定|编制|公布)"
)
_MONTH_ALONE = re.compile(rf"{_YEAR}\s?年\s?(?:{_D}|[一二三四五六七八九十]{{1,2}})\s?月")
_NUMBER = (
    r"[\u4e00-\u9fffA-Z]{1,16}(?:\[[\u4e00-\u9fff]{1,4}\])?\s?[〔\[(【]\s?(?P<number_year>(?:1\s?9|2\s?0)\s?\d\s?\d)\s?[〕\])】]\s?第?\s?"
    r"[\d\s]{1,6}号"
)
_OWN_NUMBER = re.compile(rf"(?:^|(?<=[\s:]))[(（]?(?P<number>{_NUMBER})(?=[)）]?(?:\s|$)|,\s?(?:19|20)\d\d)")
_ORDER = re.compile(
    r"(?:^|(?<=\s))(?P<number>[\u4e00-\u9fff]{0,24}(?:公告|令|公布令)\s?\(?(?:(?:20\d\d\s?年\s?)?第\s?[\d一二三四五六七八九十百〇]+\s?号)\)?)(?=\s|$)"
)
_PASSED = re.compile(rf"(?<![\d]){_DATE.pattern}[^。;；\n]{{2,60}}(?:会议)?(?:通过|公布|发布)(?!于)")
_PRINTED = re.compile(rf"(?<![\d]){_DATE.pattern}\s?印发(?=[\s)。]|$)")
_EDITION = re.compile(r"(?P<year>20\d\d)\s?年?\s?(?:版|年?度|(?:\d{1,2}月)?(?:\d{1,2}日)?修[订改正])")
_OF_YEAR = re.compile(r"(?<![\d—–~-])(?P<year>20\d\d)\s?年(?!\s?[—–~-])")
_BELOW_TITLE = re.compile(r"\s*\([^()\n]{4,20}\)(?=\s|$)")
_SELF = (
    r"[本该此](?:实施|暂行)?(?:办法|细则|规定|方案|意见|通知|措施|政策|指南|条例|规范|标准|导则|规则|指引|计划|文件)"
)
_FROM_DATE = re.compile(rf"自\s?{_DATE.pattern}\s?(?:之日)?\s?起\s?(?:正式)?(?:试行|施行|实施|执行|生效)")
_FROM_ISSUE = re.compile(
    r"自\s?(?:发布|印发|公布|发文|颁布|下发)\s?之\s?日\s?(?:起)?\s?[^。;；\n]{0,16}?(?:试行|施行|实施|执行|生效)"
)
_TERM = re.compile(
    r"(?:试行期|有效期)(?:限)?\s?(?:为|至|到|是|暂定)?\s?"
    r"(?:[\d\s]{1,4}|[一二两三四五六七八九十]{1,3})\s?(?:个月|年)(?!\s?[\d一二三四五六七八九十]{1,2}\s?月)"
)
_UNTIL = re.compile(
    rf"(?:有效期(?:限)?[^。;；\n]{{0,20}}?(?:至|到)|(?<=[,，。起])\s?至|截止(?:到|至)?)\s?(?P<whole>{_DATE.pattern})"
)
_SENTENCE = re.compile(r"[^。;；\n]+[。;；]?")
_REPEALS = re.compile(r"同时废止|予以废止|即行废止|相应废止|自行废止|停止执行|不再执行|废止")
_CITED = re.compile(
    r"《(?P<name>[^《》]{2,80}(?:[《〈][^》〉]*[》〉])?[^《》]{0,30})》\s?(?:[(（](?P<number>[^()（）]{3,40}号)[)）])?"
)
_FORMER = re.compile(
    r"原\s?[《]?(?P<name>[\u4e00-\u9fff]{0,30}?(?:办法|细则|规定|方案|意见|通知|措施|政策|标准))(?![》\u4e00-\u9fff]{0,2}中)"
)
_LONGEST_SENTENCE = 400
_SPOKEN = re.compile(r"征求意见稿|公开征求意见|征求意见|送审稿|报批稿|草案|试行|暂行")


@dataclass(frozen=True, slots=True)
class Dating:
    """The year of a document with the words that it was read from.

    Attributes:
        year: The year, or None.
        basis: In Chinese, where the text says so.
        words: The place, or None.
    """

    year: int | None
    basis: str
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Repeal:
    """A document that a text repeals.

    Attributes:
        title: Its name as printed.
        number: Its number, where the text gives it.
        start: First code point of the name.
        end: One past the last.
    """

    title: str
    number: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Validity:
    """Since when and until when a text says that it holds.

    Attributes:
        starts: As an ISO date, or None where it is not given as a date.
        ends: As an ISO date, or None where it is not given as a date.
        words: The sentence that says so, or None.
    """

    starts: str | None
    ends: str | None
    words: Words | None


def read_number(page: Page) -> Words | None:
    """The number that a document bears itself, never one that it cites."""
    stated = field_value(page, "发文字号|文号|公文文号|文件编号|发文文号")
    for form in (_NUMBER, _ORDER.pattern):
        if stated is not None and (found := re.match(form, stated.text)) is not None:
            return Words(stated.text[: found.end()], stated.start, stated.start + found.end())
    end = min(HEAD_LENGTH, len(page.text), max(page.body, 400))
    for pattern in (_OWN_NUMBER, _ORDER):
        found = pattern.search(page.text, 0, end)
        if found is not None and not _cited(page.text, found.start("number")):
            return page.cut(found.start("number"), found.end("number"))
    return None


def _cited(text: str, position: int) -> bool:
    before = text[max(0, position - 6) : position].rstrip(" (（")
    return before.endswith(("》", "据", "照", "按", "见")) and not before.endswith("意见")


def signature(page: Page) -> Words | None:
    """The date under a signature: a date at the end of a line or before a blank that no sentence goes on from."""
    for found in _DATE.finditer(page.text):
        before, behind = page.text[max(0, found.start() - 24) : found.start()], page.text[found.end() : found.end() + 1]
        if behind.strip(")）】\n\t\u2028") and page.text[found.end() :].strip("。 \n"):
            continue
        if re.search(r"(?:局|厅|委|会|府|室|部|院|行|司|中心|办)[)）]?\s{0,24}$", before):
            return page.cut(found.start(), found.end())
    for above, line in pairwise(page.lines):
        if _DATE.fullmatch(line.text) and (line.start > page.body or above.text.endswith("。")):
            return line
    alone = next((line for line in page.lines if _MONTH_ALONE.fullmatch(line.text)), None)
    if alone is not None:
        return alone
    month = _MONTH.search(page.text)
    return page.cut(month.start("date"), month.end("date")) if month is not None else None


def read_year(page: Page, number: Words | None, title: Words | None) -> Dating:
    """The year that a text bears itself; the year of a document that it only cites never counts."""
    if number is not None and (found := re.search(_NUMBER, number.text)) is not None:
        return Dating(_year(found["number_year"]), f"文号“{_shown(page, number)}”", number)
    stated = field_value(page, "成文日期|发文日期|印发日期|签发日期|生成日期|制发日期")
    for words, basis in ((stated, "成文日期"), (signature(page), "落款日期")):
        if words is not None and (found := re.search(_YEAR, words.text)) is not None:
            return Dating(_year(found["year"]), f"{basis}“{_shown(page, words)}”", words)
    if (cover := standard_year(page)) is not None:
        return Dating(cover[0], f"标准号“{_shown(page, cover[1])}”", cover[1])
    printed = _PRINTED.search(page.text)
    if printed is not None:
        return Dating(_year(printed["year"]), f"印发日期“{_shown(page, page.cut(printed.start(), printed.end()))}”")
    passed = _PASSED.search(page.text, 0, min(HEAD_LENGTH, len(page.text)))
    if passed is not None and not _inside_name(page.text, passed.start()):
        words = page.cut(passed.start(), passed.end())
        return Dating(_year(passed["year"]), f"通过或公布的日期“{_shown(page, words)}”", words)
    return _weaker_year(page, title)


def _weaker_year(page: Page, title: Words | None) -> Dating:
    if title is not None:
        below = _BELOW_TITLE.match(page.text, title.end)
        words = page.cut(title.start, below.end()) if below is not None else title
        for pattern in (_EDITION, _OF_YEAR):
            if (found := pattern.search(words.text)) is not None:
                return Dating(int(found["year"]), f"标题所印“{found.group().strip()}”", words)
    since = _since(page)
    if since is not None and (found := _DATE.search(since.text)) is not None:
        return Dating(_year(found["year"]), f"施行日期“{_shown(page, since)}”", since)
    head = Page(page.source, page.text[:HEAD_LENGTH], page.lines, page.headings)
    printed = field_value(head, "发布日期|发布时间|发布于|公开日期|日期|时间|颁布时间")
    if printed is not None and (found := re.search(r"(?P<year>20\d\d)\s?[-年/.]", printed.text)) is not None:
        return Dating(_year(found["year"]), f"网页所印日期“{_shown(page, printed)}”", printed)
    for way, basis in ((campaign, "正文所说的年度"), (clock, "网页所印日期")):
        if (hint := way(page)) is not None:
            return Dating(hint[0], f"{basis}“{_shown(page, hint[1])}”", hint[1])
    return Dating(None, "文中未写年份")


def _since(page: Page) -> Words | None:
    """The sentence stretch 自…起施行 that speaks of the document itself."""
    for found in _FROM_DATE.finditer(page.text):
        sentence = _sentence_at(page, found.start())
        if re.search(rf"{_SELF}|通过|公布", sentence.text) or not re.search(r"企业|工厂|产品|《", sentence.text):
            return page.cut(found.start(), found.end())
    return None


def read_validity(page: Page) -> Validity:
    """Since when and until when a text says that it holds itself (not what it awards)."""
    since = _since(page)
    of_issue = next((one for one in _FROM_ISSUE.finditer(page.text) if _of_itself(page, one.start())), None)
    place = since.start if since is not None else of_issue.start() if of_issue is not None else None
    if place is None:
        term = next((one for one in _TERM.finditer(page.text) if _of_itself(page, one.start())), None)
        until = next((one for one in _UNTIL.finditer(page.text) if _of_itself(page, one.start())), None)
        found = until or term
        place = found.start() if found is not None else None
    if place is None:
        return Validity(None, None, None)
    sentence = _sentence_at(page, place)
    until = _UNTIL.search(sentence.text)
    starts = _iso(since.text) if since is not None else None
    return Validity(starts, _iso(until["whole"]) if until is not None else None, sentence)


def read_repeals(page: Page) -> tuple[Repeal, ...]:
    """The documents that a text repeals (《X》同时废止), in order."""
    found: dict[int, Repeal] = {}
    for word in _REPEALS.finditer(page.text):
        sentence = _sentence_at(page, word.start())
        names = list(_CITED.finditer(sentence.text, 0, word.end() - sentence.start)) or list(
            _FORMER.finditer(sentence.text, 0, word.end() - sentence.start)
        )
        for name in names if _repeals(sentence.text, word.start() - sentence.start) else ():
            start, end = sentence.start + name.start("name"), sentence.start + name.end("name")
            number = name.groupdict().get("number")
            found[start] = Repeal(page.source[start:end], number, start, end)
    return tuple(found.values())


def _repeals(sentence: str, position: int) -> bool:
    """Whether the sentence itself repeals: not one on what happens if something is repealed."""
    before = sentence[max(0, position - 8) : position]
    return not re.search(r"(?:如|若|被|经|已|应当|是否|修改|或者|、)$", before)


def drafts_of(words: str) -> tuple[str, ...]:
    """What a title or a line says of the state of a document: 试行, 暂行, 征求意见稿, 草案."""
    return tuple(dict.fromkeys(_SPOKEN.findall(words)))


def _of_itself(page: Page, position: int) -> bool:
    sentence = _sentence_at(page, position).text
    return re.search(_SELF, sentence) is not None


def _sentence_at(page: Page, position: int) -> Words:
    """The sentence around a place, no further than a sentence of an official text goes."""
    first, last = max(0, position - _LONGEST_SENTENCE), min(len(page.text), position + _LONGEST_SENTENCE)
    start = max(page.text.rfind(mark, first, position) for mark in "。;\n") + 1
    end = min((at for mark in "。;\n" if (at := page.text.find(mark, position, last)) >= 0), default=last)
    return page.cut(max(start, first), min(end + 1, len(page.text)))


def _inside_name(text: str, position: int) -> bool:
    opened = text.rfind("《", max(0, position - 120), position)
    return opened >= 0 and text.find("》", opened, position) < 0


def _shown(page: Page, words: Words) -> str:
    return re.sub(r"\s+", "", page.source[words.start : words.end])


def _year(text: str) -> int:
    return int("".join(_digits(text)))


def _digits(text: str) -> Iterator[str]:
    for character in re.sub(r"\s", "", text):
        if character.isdigit() and character.isascii():
            yield character
        elif character in "〇○零O":
            yield "0"
        else:
            yield str("一二三四五六七八九".index(character) + 1)


def _iso(text: str) -> str | None:
    found = _DATE.search(text)
    if found is None:
        return None
    month, day = (found["month"] or found["month2"], found["day"] or found["day2"])
    return f"{_year(found['year']):04d}-{_count(month):02d}-{_count(day):02d}"


def _count(text: str) -> int:
    bare = re.sub(r"\s", "", text)
    if bare.isdigit():
        return int(bare)
    total = 0
    for character in bare:
        if character == "十":
            total = (total or 1) * 10
        else:
            total += "一二三四五六七八九".index(character) + 1
    return total
