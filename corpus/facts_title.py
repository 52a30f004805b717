"""The title of a document: of the rules themselves where a notice only issues them, never of the web page around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from corpus.divisions import region_in
from corpus.facts_page import HEAD_LENGTH, Page, Words, field_value
from corpus.labels import read_label

_KIND = (
    "办法|细则|方案|通知|意见|指南|规范|条例|规定|标准|条件|措施|计划|公告|通告|导则|指引|规则|要求|要素|目录|决定|函|法|政策|纲要"
    "|规划|批复|通报|公示|体系|要点|清单|规程|章程|申报书|指标|大纲|须知|名单|一览表|评分表|评价表|申请表|申报表|汇总表|手册|问答|规则|决议"
)
_TAIL = r"(?:\s*[(\[〔][^()〔〕\[\]]{1,24}[)\]〕]){0,3}"
_TITLE = re.compile(rf"(?P<bare>.*(?:{_KIND})){_TAIL}")
_ISSUES = r"(?:印发|发布|公布|颁布|颁发|下发|修订印发|制定印发)"
_FRAME = re.compile(
    rf"(?:(?:关于|(?<=[府厅局委室部会])){_ISSUES}(?:实施)?|关于(?:公开)?征求)(?P<what>.+?)(?:的|公开征求意见的|(?:公开)?(?:征求)?意见的)"
    r"(?:通知|公告|通告|决定|函)"
)
_NOTICE = re.compile(r"关于[^。;；!?\n]{4,90}?的(?:通知|公告|通告|意见|决定|函|通报)")
_NAMED = re.compile(r"《(?P<name>[^《》]{4,80}(?:《[^《》]*》)?[^《》]{0,30})》")
_ISSUED = re.compile(
    rf"[^。;；]{{0,60}}(?:现{_ISSUES}|现予以?{_ISSUES}|{_ISSUES}(?:给)?你们|{_ISSUES}实施|现将|[^。;；]{{0,12}}公开征求意见)"
)
_NAVIGATION = re.compile(
    r"首页|当前位置|您现在|浏览|来源[:：]|字号|打印|关闭|分享|登录|上一篇|下一篇|版权|相关|导航|栏目|返回|点击|下载|无障碍|^附件\s*\d*\s*[:：]|政策解读|联系"
)
_SENTENCE = re.compile(r"[。;；!?？|｜>→]|,.*,")
_OPENS_TEXT = re.compile(r"(?:根据|按照|依据|现将|经|请|各|为(?!了?进)|并|如|本)")
_ANNEX = re.compile(r"附\s*[件录表]\s*[0-9一二三四五六七八九十A-Z]{0,3}\s*[:：]?\s*$")
_ORGAN = re.compile(r"(?:厅|局|委员会|委|政府|办公室|部|院|会)$")
_DATE = re.compile(r"(?:19|20)\d\d\s*[-年/.]")
_SECTION = re.compile(
    r"\s*(?:第\s*[一1]\s*[章条]|一\s*、|目\s*[录次]|总\s*则|为[^\n]{4}|根据|\(?(?:19|20)\d\d\s*年|$|\n)"
)
_ORDER = re.compile(r".*(?:政府|委员会|常委会|大会)(?:公告|令|文件|通告)")
_COVER = re.compile(r"(?:GB|DB\d|ISO|ICS|CCS|T/)|(?:地方|团体|企业|行业|国家)标准$")
"""What stands on a standard's cover beside its title, and how references begin."""
_ARTICLES = re.compile(r"^[^\S\n]{0,20}第\s?[一1]\s?[章条]", re.MULTILINE)
"""How the text of rules begins."""
_LONGEST = 90
_FIRST_LINES = 60


@dataclass(frozen=True, slots=True)
class Title:
    """A document's title.

    Attributes:
        words: The title, with the place where it is printed.
        frame: The title of the notice that issues or carries the document, where there is one.
        named: The names of the documents that the notice issues.
    """

    words: Words
    frame: Words | None = None
    named: tuple[str, ...] = ()


def read_title(page: Page) -> Title | None:
    """The title that a text prints, or None.

    Where a notice issues one document whose text follows, the document's title is told and the notice is its frame.
    """
    frame, candidates = _frame(page), tuple(_candidates(page))
    if frame is not None:
        return frame
    best = max(candidates, key=lambda found: _rank(page, found), default=None)
    own = _issued(page)
    if own is not None and (best is None or best.start > own.words.start or _rank(page, best) < 2):
        return own
    if best is None:
        best = _in_running_text(page) or _first_line(page)
    return Title(best) if best is not None else None


def squeezed(text: str) -> str:
    """A title as it is compared: without white space, quotation marks and brackets of names."""
    return re.sub(r"[\s《》<>〈〉“”\"'‘’]", "", text)


def _frame(page: Page) -> Title | None:
    """The notice that issues a document, with the document's own title where its text follows."""
    for found in re.compile(_FRAME.pattern, re.DOTALL).finditer(page.text, 0, min(HEAD_LENGTH, len(page.text))):
        behind = page.text[found.end() : found.end() + 1]
        if found.end() - found.start() > 2 * _LONGEST or _quoted(page.text, found.start()) or behind.strip(" \n\t("):
            continue
        named = tuple(_NAMED.findall(found["what"])) or (found["what"],)
        frame = page.cut(_title_start(page, found.start()), found.end())
        names = tuple(re.sub(r"\s+", "", name if isinstance(name, str) else name[0]) for name in named)
        if len(names) == 1 and (own := _printed(page, names[0], after=found.end())) is not None:
            return Title(own, frame, names)
        if len(names) == 1 and _ARTICLES.search(page.text, found.end()):
            return Title(_named_in(page, found), frame, names)
        return Title(frame, None, names)
    return None


def _named_in(page: Page, found: re.Match[str]) -> Words:
    """The name of the issued document inside its notice's title: its own text follows without a title line."""
    start, end = found.span("what")
    name = _NAMED.search(page.text, start, end)
    return page.cut(*(name.span("name") if name is not None else (start, end)))


def _title_start(page: Page, start: int) -> int:
    """Where the notice's title begins: with its issuer, if that stands before it on the line."""
    line = page.text.rfind("\n", 0, start) + 1
    before = page.text[line:start]
    if before.strip() and re.search(r"[。,;:>|]", before) is None and len(before.strip()) <= 80:
        return line + max(before.rfind("  ") + 2 if "  " in before.rstrip() else 0, 0)
    return start


def _quoted(text: str, position: int) -> bool:
    """Whether a place stands inside 《 》: another document's name is cited there."""
    opened = text.rfind("《", max(0, position - 120), position)
    return opened >= 0 and text.find("》", opened, position) < 0


def _printed(page: Page, name: str, after: int) -> Words | None:
    """Where a name is printed as a title of its own: outside 《 》, with a text below it."""
    letters = [re.escape(letter) for letter in squeezed(name)]
    pattern = re.compile(r"[\s“”\"《》]{0,4}".join(letters) + _TAIL)
    for found in pattern.finditer(page.text, after):
        before, behind = page.text[found.start() - 1 : found.start()], page.text[found.end() : found.end() + 40]
        if before and before not in "\n\t \u2028":
            continue
        if _SECTION.match(behind):
            return page.cut(found.start(), found.end())
    return None


def _candidates(page: Page) -> Iterator[Words]:
    """The lines, alone or two or three together, that look like a title, before the body begins."""
    stated = field_value(page, "标题|名称|文件名称|信息名称")
    if stated is not None and _looks_like_title(stated):
        yield stated
    for place in page.headings:
        words = page.cut(place.start, place.end)
        if place.level <= 1 and _looks_like_title(words) and _own(words):
            yield words
    body = page.body
    lines = [line for line in page.lines[:_FIRST_LINES] if line.start <= body]
    yield from _first_words(page, lines)
    yield from _behind_annex_mark(page, lines)
    for index in range(len(lines)):
        for length in (3, 2, 1):
            joined = lines[index : index + length]
            title = _together(page, joined) if len(joined) == length else None
            if title is not None:
                yield title


def _first_words(page: Page, lines: list[Words]) -> Iterator[Words]:
    """What looks like a title among the first words, divided by blanks, of a text that has lost its line breaks."""
    for line in lines[:3]:
        if len(line.text) > _LONGEST:
            for part in islice(re.finditer(r"[^ ]+", line.text), 6):
                words = page.cut(line.start + part.start(), line.start + part.end())
                if _looks_like_title(words) and _own(words):
                    yield words


def _behind_annex_mark(page: Page, lines: list[Words]) -> Iterator[Words]:
    """The title of a text that begins with its number as an annex, on one line (附件1：某省…条件)."""
    found = re.match(r"附\s*[件录]\s*\d*\s*[:\s]\s*(?=\S)", lines[0].text) if lines else None
    if found is not None:
        words = page.cut(lines[0].start + found.end(), lines[0].end)
        if _looks_like_title(words):
            yield words


def _together(page: Page, lines: list[Words]) -> Words | None:
    """Lines that follow each other as one title, or None where they are none."""
    for above, below in pairwise(lines):
        between = page.text[above.end : below.start]
        if between.count("\n") > 2 or "\t" in between or _TITLE.fullmatch(above.tight):
            return None
        organ = _ORGAN.search(above.tight) is not None
        if _NAVIGATION.search(above.text) or _ANNEX.fullmatch(above.text) or _DATE.search(above.text):
            return None
        if organ and not below.tight.startswith(("关于", "印发", "转发")) and not _ORGAN.search(below.tight):
            return None
        if re.search(r"[\u4e00-\u9fff]{4}", above.tight) is None or _COVER.search(above.tight):
            return None
        if re.search(r"[。:：,;]$|〔|\d号$", above.text) or read_label(below.text) is not None:
            return None
    words = page.cut(lines[0].start, lines[-1].end)
    return words if _looks_like_title(words) and _own(words) else None


def _own(words: Words) -> bool:
    return not words.text.startswith("《") or words.text.endswith(("》", ")"))


def _looks_like_title(words: Words) -> bool:
    text = words.tight
    if not 6 <= len(text) <= _LONGEST or _NAVIGATION.search(text) or _SENTENCE.search(text):
        return False
    if _COVER.search(text) or text.startswith("【") or _ORDER.fullmatch(text):
        return False
    label = read_label(text)
    if label is not None or re.match(r"附件?\s*\d*[:：]|\d+[.、]|\(", text) or _OPENS_TEXT.match(text):
        return False
    found = _TITLE.fullmatch(text.replace("》", "").replace("《", ""))
    return found is not None and re.search(r"[\u4e00-\u9fff]{4}", text) is not None


def _rank(page: Page, words: Words) -> float:
    """How much a line looks like the title of the document itself."""
    text = words.tight
    score = 2.0 * (_NOTICE.search(text) is not None) + 1.5 * (region_in(text) is not None or "国家" in text[:4])
    bare = squeezed(re.sub(_TAIL + "$", "", text))
    score += 0.5 * (squeezed(page.text[:HEAD_LENGTH]).count(bare) > 1) + 0.5 * (len(text) >= 12)
    score += 1.0 * any(place.level == 0 and place.start <= words.start < place.end for place in page.headings)
    above = page.text[: words.start].rstrip()
    score += 0.5 * bool(_ANNEX.search(above.rsplit("\n", 1)[-1])) - 0.002 * words.start
    return score + 0.01 * len(text)


def _issued(page: Page) -> Title | None:
    """A document that the text says it issues (制定了《X》，现印发给你们) and whose text follows."""
    for found in _NAMED.finditer(page.text, 0, min(HEAD_LENGTH, len(page.text))):
        around = page.text[max(0, found.start() - 12) : found.start()]
        behind = _ISSUED.match(page.text, found.end())
        if behind is None and "现将" not in around:
            continue
        own = _printed(page, found["name"], after=found.end())
        if own is not None:
            return Title(own, None, (re.sub(r"\s+", "", found["name"]),))
    return None


def _in_running_text(page: Page) -> Words | None:
    """A title inside a text that has lost its line breaks."""
    end = min(HEAD_LENGTH, len(page.text))
    for found in _NOTICE.finditer(page.text, 0, end):
        if not _quoted(page.text, found.start()) and page.text[found.end() : found.end() + 1] not in "》,。的":
            start = _title_start(page, found.start())
            return page.cut(start, found.end())
    heads = re.compile(
        rf"(?:^|\s)(?P<title>[^\s。,;:《》]{{4,60}}(?:{_KIND}){_TAIL})\s+(?:第\s*[一1]\s*[章条]|目\s*录)"
    )
    own = heads.search(page.text, 0, end)
    return page.cut(own.start("title"), own.end("title")) if own else None


def _first_line(page: Page) -> Words | None:
    """The first line that could name a text which has no title of a usual kind."""
    for line in page.lines[:15]:
        text = line.tight
        plain = 6 <= len(text) <= 45 and re.search(r"[\u4e00-\u9fff]{4}", text) and not _SENTENCE.search(text)
        if not plain or _NAVIGATION.search(text) or _DATE.match(text) or text.endswith((":", "：", ",")):
            continue
        if read_label(text) is None and not _ORGAN.search(text) and not re.search(r"[\d*＊×]\s*号$", text):
            return line
    return None
