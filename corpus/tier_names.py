"""Stable codes for the tier names that schemes of this field use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.folding import folded

_CODES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("数字化车间"), "digital-workshop"),
    (re.compile("智能车间"), "smart-workshop"),
    (re.compile("数字工厂|数字化工厂"), "digital-factory"),
    (re.compile("智能工厂|智慧工厂"), "smart-factory"),
    (re.compile("未来工厂|灯塔工厂"), "future-factory"),
    (re.compile("基础级|入门级"), "basic"),
    (re.compile("先进级"), "advanced"),
    (re.compile("卓越级"), "excellence"),
    (re.compile("领航级|引领级"), "leading"),
    (re.compile("^(?:[一1１](?:级|星)|[Ll](?:evel)? ?1$)"), "level-1"),
    (re.compile("^(?:[二2２](?:级|星)|[Ll](?:evel)? ?2$)"), "level-2"),
    (re.compile("^(?:[三3３](?:级|星)|[Ll](?:evel)? ?3$)"), "level-3"),
    (re.compile("^(?:[四4４](?:级|星)|[Ll](?:evel)? ?4$)"), "level-4"),
    (re.compile("^(?:[五5５](?:级|星)|[Ll](?:evel)? ?5$)"), "level-5"),
)
_LOOKS_LIKE_TIER = re.compile(
    r"(车间|工厂|[\u4e00-\u9fffA-Z\d]级|[A-E甲乙丙丁一二三四]档"
    r"|[一二三四五1-5]星级?|[Ll](?:evel)? ?[1-5])$"
)
_FACTORY = "智能工厂|智慧工厂|智能车间|数字化车间|工厂|车间"
_GRADE = re.compile(rf"(?P<name>[^，。：:（(]*?[\u4e00-\u9fff]级)(?:{_FACTORY})?(?:$|[（(：:。]|要求|要素|条件|标准)")
_NO_GRADE = re.compile(
    r"(?:等级|级别|年级|层级|上级|下级|各级|本级|同级|分级|(?<!提)升级|国家级|省级|市级|县级|区级|部级"
    r"|企业级|工业级|车间级|行业级)$"
)
_ADMINISTRATION = (
    (re.compile("国家级?"), "national"),
    (re.compile("省级?|自治区级"), "provincial"),
    (re.compile("市级?"), "municipal"),
    (re.compile("[县区]级?"), "county"),
)


def tier_code(name: str) -> str | None:
    """The code of a tier's name, or None for words that name no known tier.

    >>> tier_code("省级智能工厂"), tier_code("核心能力")
    ('smart-factory', None)
    """
    name = folded(name)
    for pattern, code in _CODES:
        if pattern.search(name):
            return code if _LOOKS_LIKE_TIER.search(name) else None
    return None


def tier_codes(heads: Sequence[str]) -> tuple[str | None, ...]:
    """The codes of a table's heads, all different; None for a head that names no tier.

    A grade that no scheme here is known to use gets its rank among the heads; a name that stands twice is told apart
    by who awards it (省级智能工厂, 市级智能工厂).

    >>> tier_codes(("能力项", "规范级", "示范级"))
    (None, 'tier-1', 'tier-2')
    """
    plain = [folded(head) for head in heads]
    names = [head if _LOOKS_LIKE_TIER.search(head) and not _NO_GRADE.search(head) else None for head in plain]
    codes = [tier_code(name) if name else None for name in names]
    counts = Counter(code for code in codes if code)
    found: list[str | None] = []
    for name, code in zip(names, codes, strict=True):
        if name is None:
            found.append(None)
            continue
        if code and counts[code] > 1:
            awarded = next((by for pattern, by in _ADMINISTRATION if pattern.match(name)), None)
            code = f"{awarded}-{code}" if awarded else None
        rank = sum(other is not None for other in names[: len(found)]) + 1
        found.append(code if code and code not in found else f"tier-{rank}")
    return tuple(found)


def grade_name(title: str) -> str | None:
    """The grade that a heading names (先进级 of 先进级智能工厂要求), or None; kinds of factory alone are no grades.

    >>> grade_name("先进级智能工厂要求"), grade_name("智能工厂"), grade_name("省级智能工厂")
    ('先进级', None, None)
    """
    found = _GRADE.match(folded(title))
    if found is None or _NO_GRADE.search(found["name"]):
        return None
    return title[found.start("name") : found.end("name")]
