"""Places of China that a question may be about, to tell when no document of that place is at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from ontology.statements import read_text
from ontology.vocabulary import Concept, parse_scheme

_CITIES = (
    "深圳",
    "广州",
    "东莞",
    "佛山",
    "珠海",
    "苏州",
    "南京",
    "无锡",
    "常州",
    "南通",
    "徐州",
    "合肥",
    "芜湖",
    "武汉",
    "长沙",
    "郑州",
    "洛阳",
    "成都",
    "绵阳",
    "西安",
    "青岛",
    "济南",
    "烟台",
    "潍坊",
    "厦门",
    "福州",
    "泉州",
    "南昌",
    "昆明",
    "贵阳",
    "大连",
    "沈阳",
    "长春",
    "哈尔滨",
    "石家庄",
    "唐山",
    "太原",
    "兰州",
    "银川",
    "西宁",
    "乌鲁木齐",
    "呼和浩特",
    "海口",
    "拉萨",
)
_ENGLISH_CITIES = ("shenzhen", "guangzhou", "suzhou", "nanjing", "wuhan", "chengdu", "xi'an", "qingdao")


def foreign_places(text: str, regions: Iterable[str]) -> tuple[str, ...]:
    """Provinces and large cities that a question names and no document is of.

    Args:
        text: The normalised question.
        regions: The regions of the documents at hand.

    Raises:
        OntologyError: The vocabulary of regions is missing or wrong.

    >>> foreign_places("上海和浙江的智能工厂", ["浙江省"])
    ('上海',)
    """
    known = "".join(regions)
    foreign = [names for names in _divisions() if names[0] not in known]
    chinese = [place for place in (*(zh for zh, _ in foreign), *_CITIES) if place in text and place not in known]
    english = [en for en in (*(en for _, en in foreign), *_ENGLISH_CITIES) if re.search(rf"\b{en}\b", text)]
    return tuple(dict.fromkeys([*chinese, *(name.title() for name in english)]))


def english_places(region: str) -> tuple[str, ...]:
    """The short English name of a region in lower case; nothing for one that the vocabulary does not describe.

    >>> english_places("浙江省"), english_places("某镇")
    (('zhejiang',), ())
    """
    name = _english_names().get(region)
    return () if name is None else (name,)


@cache
def _english_names() -> dict[str, str]:
    """Short English names in lower case by each Chinese name."""
    concepts = parse_scheme("regions", read_text("vocabularies", "regions.ttl")).concepts.values()
    return {
        name: _shortest(one, str.isascii).lower()
        for one in concepts
        for name in (one.zh, *one.alternatives)
        if _is_chinese(name)
    }


@cache
def _divisions() -> tuple[tuple[str, str], ...]:
    """The short names of the divisions that the vocabulary describes: Chinese, and English in lower case."""
    concepts = parse_scheme("regions", read_text("vocabularies", "regions.ttl")).concepts.values()
    return tuple((_shortest(one, _is_chinese), _shortest(one, str.isascii).lower()) for one in concepts)


def _shortest(concept: Concept, wanted: Callable[[str], bool]) -> str:
    return min((name for name in (concept.zh, concept.en, *concept.alternatives) if wanted(name)), key=len)


def _is_chinese(name: str) -> bool:
    return not name.isascii()
