"""Words that point at what was said: pronouns, 其中, which one of them, the like in other documents."""

from __future__ import annotations

import re

_POINTER = re.compile(
    r"它们?|这(?:个|些|级|档|条|几条|方面|里|块)|那(?:个|些|几条|里面)|其中|(?<![尤极与])其(?![他它余实])"
    r"|(?:上面|以上|上述|刚才|前面|刚刚)(?:说|讲|提到|列)?的?|里面|^[这那]一?种"
    r"|\b(?:of )?(?:this|that|it|its|these|those|them|they)\b|\bof which\b"
)
_WITHIN = re.compile(
    r"其中|里面|[这那](?:些|几条)|(?:上面|以上|上述|刚才|前面|刚刚)(?:说|讲|提到|列)?的?"
    r"|\bof (?:which|these|those|them)\b|\b(?:these|those)\b"
)
_AFTER_NO_NOUN = (
    r"(?!(?:is|are|was|were|be|do|does|did|has|have|needs?|requires?|includes?|covers?|mentions?|of|for|in|on|at|to|with"
    r"|about|from|by|than|and|or|but|so|what|how|why|if|says?|means?|like|after|before|under|then|also|only)\b)"
)
_RELATIVE = re.compile(
    rf"\b{_AFTER_NO_NOUN}(?P<noun>[a-z][a-z-]*) (?:that|which|who|whose)"
    r" (?!(?:too|also|either|then|as|for|in|on|at|and|or|again|please)\b)[a-z]+[^,;.?!]*"
)
"""A noun with its relative clause; what stands before a pronoun that opens none is a verb or a preposition."""
_CHOOSES = re.compile(
    r"哪(?:一)?(?:种|个|类|款)(?:类型|模式|项目)?(?!部门|单位|机构|文|系统|软件|等级|级|档|层|技术|平台|条|章|节|标准|步|环节|阶段"
    r"|子?域|领域|方面|要素|省|市|县|地|国|企业|公司|人|指标|术语|数)"
    r"|\bwhich (?:ones?|types?|modes?|kinds?|of (?:them|these|those))\b|\b(?:the )?one (?:that|which|who|for|with)\b"
)
_SIMILAR = re.compile(
    r"有(?:没有|无)?(?:什么|哪些|一些)?(?:类似|相似|相近|相应|对应|同类|差不多|同样|一样)的"
    r"|(?:类似|相似|相近|同类)的?(?:要求|规定|条款|内容|说法|条文|表述)"
    r"|\b(?:similar|comparable|equivalent|anything like|something like|the same in)\b"
)
_ELSEWHERE = re.compile(
    r"(?:其[他它余]|别的?|另外的?)(?:的)?(?:[几两三四五]|所有)?(?:份|个|些)?(?:文件|文本|文档|方案|标准|(?P<place>地方|省份?|地区|区域))|别处"
    r"|\b(?:other|another) (?:documents?|texts?|files?|schemes?|(?P<region>places?|regions?|provinces?))\b"
    r"|\belsewhere\b"
)


def points(text: str) -> bool:
    """Whether words point at what was said; a pronoun inside a relative clause points at its own noun.

    >>> points("which one suits it"), points("which one suits a company that leads a chain")
    (True, False)
    """
    return _POINTER.search(_without_clauses(text)) is not None


def unpointed(text: str) -> str:
    """The words without those that point."""
    lowered = _without_clauses(text)
    for hit in reversed(list(_POINTER.finditer(lowered))):
        text = f"{text[: hit.start()]}{text[hit.end() :]}"
    return text


def points_within(text: str) -> bool:
    """Whether words ask of some of what was quoted (其中, of those)."""
    return _WITHIN.search(_without_clauses(text)) is not None


def chooses(text: str) -> bool:
    """Whether words ask which one of some things, without saying what things these are (哪一种, which one)."""
    return _CHOOSES.search(text.lower()) is not None


def asks_for_similar(text: str) -> bool:
    """Whether words ask for the like of what was said."""
    return _SIMILAR.search(text.lower()) is not None


def elsewhere(text: str) -> re.Match[str] | None:
    """The words for other documents; the groups ``place`` and ``region`` say that other regions are meant."""
    return _ELSEWHERE.search(text.lower())


def _without_clauses(text: str) -> str:
    """The words in lower case, each relative clause but for its noun blanked; as long as they are."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return text
    for hit in list(_RELATIVE.finditer(lowered)):
        start = hit.end("noun")
        lowered = f"{lowered[:start]}{' ' * (hit.end() - start)}{lowered[hit.end() :]}"
    return lowered
