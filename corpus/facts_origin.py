"""Who issued a document, and where it applies."""

from __future__ import annotations

import re
from functools import partial

from corpus.closing_lines import organ_start
from corpus.divisions import Level, places, region_in
from corpus.facts_page import HEAD_LENGTH, Page, Words, field_value
from corpus.facts_title import Title

_ORGAN_END = (
    r"(?:人民政府办公[厅室]|人民政府|人民代表大会常务委员会|人民代表大会|委员会办公[厅室]|委员会|办公厅|办公室|管理委员会|管委会|领导小组办公室|领导小组"
    r"|综合司|[厅局委][\u4e00-\u9fff]{2,8}(?<!办事)处|中心|工作专班|[协学商公]会|联合会|总工会|常委会|促进会|公司|集团|[厅局委部院署司])"
)
_NAME = rf"[\u4e00-\u9fff]{{1,22}}?{_ORGAN_END}"
_PLAIN_NAME = rf"(?:(?!由)[\u4e00-\u9fff]){{1,22}}?{_ORGAN_END}"
_THIS = r"(?:本|该|此)[\u4e00-\u9fff]{2,6}"
_ORGAN = re.compile(rf"[\u4e00-\u9fff()]{{2,30}}?{_ORGAN_END}(?:\([^()]{{2,12}}\))?")
_ORGANS = re.compile(rf"{_ORGAN.pattern}(?:[\s、,]+{_ORGAN.pattern})*")
_LETTERHEAD = re.compile(rf"(?P<organs>{_ORGANS.pattern})\s?文\s?件")
_PASSED = re.compile(
    r"(?:[年月日]经?|(?<![\u4e00-\u9fff]))(?P<organ>第[一二三四五六七八九十]+届全国人民代表大会(?:常务委员会)?|[\u4e00-\u9fff]{2,14}?第[一二三四五六七八九十\d]+届人民代表大会(?:常务委员会)?)第[一二三四五六七八九十\d]+次会议"
)
_DATED = re.compile(r"2\s?0\s?\d\s?\d\s?年|20\d\d[-./]\d|二[〇○零O0]")
_SIGNS = re.compile(rf"{_ORGAN_END}(?:\([^()]{{2,12}}\))?[)\s]{{0,99}}$")
_TOKEN = re.compile(r"[^\s、,。;]+(?=[\s、,]*$)")
_ABOVE_DATE = 400
"""How far above a date the names of those who sign may begin."""
_GLUED = re.compile(rf"(?P<organ>[\u4e00-\u9fff]{{4,40}}{_ORGAN_END})(?=20\d\d年\d{{1,2}}月\d{{1,2}}日[。\s]*$)")
"""A signature at the end of a text that has lost its line breaks."""
_PUBLISHED = re.compile(
    rf"^[^\S\n]*(?P<organs>{_ORGANS.pattern})\s*(?:发\s?布|编\s?制|制\s?定|印\s?发|印\s?制|编\s?印|监\s?制|制|编)\s*$",
    re.MULTILINE,
)
_ORDERS = re.compile(
    r"^[^\S\n]*(?P<organ>[\u4e00-\u9fff]{2,12}(?:人民政府|人民代表大会常务委员会|人大常委会|委员会|[省市县区州部](?![厅局])[\u4e00-\u9fff]{2,12}[厅局]))"
    r"\s?(?:令|公告|通告)\s*(?=[第(\d〔\n]|$)",
    re.MULTILINE,
)
_PROCLAIMED = re.compile(
    rf"日\s?(?P<organ>[^\W\d_]{{3,22}}?{_ORGAN_END})(?:令|公告)?(?:第\d+号)?\s?(?:发布|公布|印发|颁布)(?=[)\s])"
)
_OFFICE = re.compile(r"(?<=[厅局委会])办公室$")
_PRINTS = re.compile(r"\s*(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发")
_LONGEST_NAME = 24
_MAKES = re.compile(
    rf"(?:^|(?<=[\s,。;由]))(?P<organ>{_PLAIN_NAME})(?:[会商]同[^,。;]{{2,30}}?)?(?:研究|组织|联合|牵头|负责)*(?:制定|编制|起草|修订|提出)"
    rf"(?:了|并归口|形成)?(?={_THIS}|[《。,;并]|$)"
)
"""The organ that a text says it is made by (某省某厅制定本办法, 由某市某局提出)."""
_EXPLAINED = re.compile(
    rf"(?:由(?P<organ>{_NAME}(?:、{_NAME})*)(?=[会商和及与并]|负责|承担|制定|具体|解释)[^,。;]{{0,36}}?解释"
    rf"|解释(?:权(?:归属于|归|属于?)|(?:工作)?由)(?P<owner>{_NAME})(?=所有|负责|承担|[。,;\s]|$)"
    rf"|(?:^|(?<=[。;\s]))(?P<bearer>{_PLAIN_NAME})(?:负责|承担)(?:对?{_THIS}的?)?(?:具体|最终)?(?:的?解释|[^。,;]{{0,6}}解释))"
)
_LEVEL_OF_ORGAN: tuple[tuple[str, Level], ...] = (
    ("省", "provincial"),
    ("自治区", "provincial"),
    ("市", "municipal"),
    ("县", "county"),
    ("区", "county"),
)
MINISTRY = re.compile(
    r"^(?:国务院|国家(?!级)|中华人民共和国|第?[一二三四五六七八九十届]*全国人民代表大会|中共中央|中央|工业和信息化部|工信部|财政部|科技部|科学技术部|生态环境部|商务部"
    r"|中国[\u4e00-\u9fff]{2,12}(?:联合会|协会|学会|研究院)|教育部|人力资源社会保障部|交通运输部|农业农村部|应急管理部|市场监管总局|[\u4e00-\u9fff]{2,8}部(?:办公厅|$|[\s、]))"
)
_AND_OTHERS = re.compile(r"(?:等|联合)?(?:[二两三四五六七八九十\d]+(?:个?部门|家?单位|委局))?(?:联合)?$")
"""How a title names the organs beside the first: 某省某厅等六部门关于…"""
_PASSES_ON = re.compile(r"转发|批转|印发|关于")
"""How a title begins that names the organ whose notice is passed on."""
_UNSIGNED = re.compile(r"(?:有关|相关|各|主管|本|全|该|我|其他|申报|推荐|牵头|责任|以下|联系)")


def read_issuer(page: Page, title: Title | None) -> Words | None:
    """Who issued a document, as the text prints it; several organs stand as printed, one after the other.

    A field of the page tells it, then the signature above a date, then the beginning of the notice's title, then the
    letterhead, then the assembly that passed a law.
    """
    stated = field_value(
        page,
        "发文机关|发布机构|发文单位|制发机关|发布机关|颁布单位|制定机关|公布机关|发布单位|颁布机关|编制单位|印发单位"
        "|发文机构|发文部门|发布部门|制定部门|制定单位|制发单位|生成机构|公开主体|公开责任部门|发布主体",
    )
    if stated is not None and _ORGAN.search(stated.text) is not None:
        return stated
    ways = (_signed, partial(_in_title, title=title), _in_letterhead, _orders, _proclaims, _passed, _published)
    later = (
        _alone,
        partial(_issues, title=title),
        partial(_explains, title=title),
        partial(_told_by_page, title=title),
        _makes,
    )
    found = (way(page) for way in (*ways, *later))
    return next((_without_office(page, organ) for organ in found if organ is not None), None)


def _without_office(page: Page, organ: Words) -> Words:
    """The organ whose office only prints a document (某省某厅办公室 2025年2月10日印发)."""
    office = _OFFICE.search(organ.text)
    printed = office is not None and _PRINTS.match(page.text, organ.end) is not None
    return page.cut(organ.start, organ.start + office.start()) if office is not None and printed else organ


def _signed(page: Page) -> Words | None:
    for date in _DATED.finditer(page.text):
        first = max(0, date.start() - _ABOVE_DATE)
        above = page.text[first : date.start()]
        if _SIGNS.search(above[-130:]) is None:
            continue
        begin = _first_organ(above.rstrip(" )\n\t\u2028"))
        if begin is not None:
            organs = page.cut(first + begin, first + len(above.rstrip()))
            if _is_organ(organs.text):
                return organs
    glued = _GLUED.search(page.text)
    if glued is not None:
        at = organ_start(page.text, glued.start("organ"), glued.end("organ"))
        if at is not None:
            return page.cut(at, glued.end("organ"))
        starts = [place.start() for place in places().finditer(glued["organ"])]
        begin = next((at for at in starts if region_in(glued["organ"][at:]) is not None), None)
        if begin is not None:
            return page.cut(glued.start("organ") + begin, glued.end("organ"))
    return None


def _first_organ(above: str) -> int | None:
    """Where the names of organs begin that a stretch ends with, one after the other."""
    begin = None
    while (token := _TOKEN.search(above)) is not None:
        opened = len(token.group()) - len(token.group().lstrip("("))
        if _ORGAN.fullmatch(token.group()[opened:]) is None:
            break
        begin, above = token.start() + opened, above[: token.start()].rstrip(" \n\t、,\u2028")
        if opened:
            break
    return begin


def _is_organ(text: str) -> bool:
    names = [name for name in re.split(r"[\s、,]+", text) if name]
    return all(
        _UNSIGNED.match(name) is None and not re.search(r"[的和与及由向报]{1}[市县区省]", name) for name in names
    ) and (region_in(names[0]) is not None or MINISTRY.match(names[0]) is not None or len(names[0]) >= 4)


def _in_title(page: Page, title: Title | None) -> Words | None:
    """The organs that a notice's title begins with (某省工业和信息化厅关于…)."""
    for words in (title.frame, title.words) if title is not None else ():
        if words is None:
            continue
        before = re.match(r"(?P<organs>.+?)\s*(?:关于|转发|印发)", words.text, re.DOTALL)
        organs = _AND_OTHERS.sub("", before["organs"]).strip() if before is not None else ""
        if before is not None and _ORGANS.fullmatch(organs) is not None and _PASSES_ON.match(organs) is None:
            return page.cut(words.start, words.start + before.start("organs") + len(organs))
        above = _right_above(page, words.start)
        if above is not None:
            return above
    return None


def _right_above(page: Page, position: int) -> Words | None:
    """The organs, one line or one after the other, that stand right before a place."""
    first = max(0, position - _ABOVE_DATE)
    above = page.text[first:position].rstrip()
    begin = _first_organ(above)
    organs = page.cut(first + begin, first + len(above)) if begin is not None else None
    if organs is None:  # a name with blanks between its signs
        line = next((line for line in reversed(page.lines) if line.end <= position), None)
        organs = line if line is not None and _ORGAN.fullmatch(line.tight) is not None else None
    return organs if organs is not None and _is_organ(organs.text) else None


def _in_letterhead(page: Page) -> Words | None:
    found = _LETTERHEAD.search(page.text, 0, min(600, len(page.text)))
    return page.cut(found.start("organs"), found.end("organs")) if found else None


def _passed(page: Page) -> Words | None:
    found = _PASSED.search(page.text, 0, min(HEAD_LENGTH, len(page.text)))
    return page.cut(found.start("organ"), found.end("organ")) if found else None


def _orders(page: Page) -> Words | None:
    """The government whose order or announcement a text is (某省人民政府令 第12号)."""
    found = _ORDERS.search(page.text, 0, min(HEAD_LENGTH, len(page.text)))
    return page.cut(found.start("organ"), found.end("organ")) if found else None


def _proclaims(page: Page) -> Words | None:
    """The organ that a line below the title names with the date (（2030年12月1日某省某厅发布）)."""
    found = _PROCLAIMED.search(page.text, 0, min(HEAD_LENGTH, len(page.text)))
    return page.cut(found.start("organ"), found.end("organ")) if found else None


def _alone(page: Page) -> Words | None:
    """An organ with its region that has a line for itself: a letterhead, or a signature without a date."""
    for line in page.lines:
        name = line.tight
        if len(name) <= _LONGEST_NAME and _ORGAN.fullmatch(name) and _is_organ(name) and region_in(name) is not None:
            return line
    return None


def _issues(page: Page, title: Title | None) -> Words | None:
    """The organs that some line says issue the document by its title (某市某局关于印发某市某办法的通知)."""
    if title is None:
        return None
    name = re.escape(re.sub(r"[《》]", "", title.words.text))
    frame = re.compile(rf"(?P<organs>{_ORGANS.pattern})\s*关于(?:印发|发布|公布|颁布|实施)\s?《?{name}")
    found = frame.search(page.text, 0, HEAD_LENGTH)
    return page.cut(found.start("organs"), found.end("organs")) if found and _is_organ(found["organs"]) else None


def _explains(page: Page, title: Title | None) -> Words | None:
    """The organ that the last article has explain the rules (本办法由某省工业和信息化厅负责解释).

    市经信局 alone tells whose it is only where the title names the city.
    """
    for found in _EXPLAINED.finditer(page.text):
        group = found.lastgroup or "organ"
        name = found[group]
        if _is_organ(name) and (region_in(name) is not None or _same_level(name, title)):
            return page.cut(found.start(group), found.end(group))
    return None


def _same_level(name: str, title: Title | None) -> bool:
    """Whether an organ without a place is of the level of the region that the title names (市经信局, 某市…办法)."""
    region = region_in(title.words.tight) if title is not None else None
    level = next((level for start, level in _LEVEL_OF_ORGAN if name.startswith(start)), None)
    return region is not None and level == region.level


def _makes(page: Page) -> Words | None:
    """The organ with its region that the text says it is made by."""
    for found in _MAKES.finditer(page.text):
        if _is_organ(found["organ"]) and region_in(found["organ"]) is not None:
            return page.cut(found.start("organ"), found.end("organ"))
    return None


def _told_by_page(page: Page, title: Title | None) -> Words | None:
    """The organ that the web page names as its source, with its region or of the level of the title's region."""
    source = field_value(page, "信息来源|文章来源|来源|发布者|主办单位|主办")
    if source is None or _ORGAN.fullmatch(source.text) is None:
        return None
    return source if region_in(source.text) is not None or _same_level(source.text, title) else None


def _published(page: Page) -> Words | None:
    """The organ on a standard's cover."""
    found = _PUBLISHED.search(page.text, 0, min(1_500, len(page.text)))
    return page.cut(found.start("organs"), found.end("organs")) if found else None


def level_of(issuer: Words | None) -> Level | None:
    """Whose document it is by the beginning of the issuer's name alone (省工业和信息化厅, 市经信局)."""
    if issuer is None:
        return None
    return next((level for start, level in _LEVEL_OF_ORGAN if issuer.tight.startswith(start)), None)
