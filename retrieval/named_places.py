"""Places that a question prints with their rank (鄂北省, 丰水县), listed or not, and which documents they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.manifest import Meta
from retrieval.frame import QueryFrame
from retrieval.regions import foreign_places

_HAN = re.compile(r"[一-鿿]+")
_RANK = re.compile(
    r"(?P<province>自治区|省(?![级里内的]?[钱时力电事心去略掉得下]|级|里|内|部级))|自治州"
    r"|(?P<town>市(?!场|值|面|民|占|盈|销|价|级|里|内|辖|区)|县(?!级|里|内|域|区|市)|区(?!域|块|分|别|间|位|内|外|级))"
)
_LEAD = re.compile(
    r"请问|想问|问一下|我想|对于|对|和|与|跟|同|及|或者?|比|较|从|到|按照?|根据|依据|关于|属于|位于|来自|适用于|在|我们|咱们"
    r"|企业|公司|工厂|的|是|要|看看|查一?下|帮我?看?|说说|介绍|知道|了解|给|把|向|去|找|叫|中国|国家|为什么|为何"
)
_LONGEST = 7
_LONGEST_PROVINCE = 2
"""Characters of a province's name that words without a joint run into (瞧瞧鄂北省)."""
_UNIT = re.compile(r"[一-鿿]{2,}?(?:特别行政区|自治区|自治州|省|市|县|区)")
_ELSEWHERE = re.compile(
    r"除|其[他它余]|别[的处家]|外[地省市]|各[省地市个]|所有|全部|哪|比|不同|不一样|区别|差[别异]|以外|\b(?:other|than|which|differ\w*)\b"
)
"""Words that ask of more places than those named."""
_NO_NAME = re.compile(
    r"[的了吗呢么什哪怎这那每各几个些可以能够该想都也就才最更没我你您他它们其另所某邻跨为被让使等]"
    r"|^(?:全|本|外|多|两|三|不|会|还|别|节|反|先|如何|相邻|周边)|(?:节|大|强|小|级|直辖|所在|当地|同一|试点|示范|重点|贫困)$"
)
"""What no place's name is: 哪个省, 全省, 制造强省, 试点县."""
_NO_CITY = re.compile(r"(?:智慧|海绵|中心|大|小|工业|大型|特大|卫星)城$|[超上股门夜菜]$")
_NO_DISTRICT = re.compile(
    r"(?:园|厂|库|社|小|片|景|矿|街|地|特|城|郊|校|营|灾|盲|误|时|市|县|开发|高新|工业|产业|作业|生产|办公|仓储|功能|示范|试验|实验"
    r"|保税|物流|检[验测]|存[储放]|危险|安全|质检|装配|加工|隔离|缓[存冲]|暂存|公共|核心|服务|管理|监控|展示|先行|自贸|装卸"
    r"|配送|分拣|包装|焊接|喷涂|涂装|冲压|铸造|禁止|控制|操作|车间|原料|成品|合格品?|聚集|集聚|集中|经济|技术|行政|人员|设备|分)$"
    r"|^[^新]?新$|^高新$"
)
_CITIES_WITHIN = {
    "浙江": "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
    "山东": "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
    "广西": "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
}
"""Cities of provinces that the founding documents are of: a document of the province holds there."""


class NamedPlaces:
    """Tells which places of a question have a document and which have none.

    Args:
        documents: The documents at hand.
    """

    def __init__(self, documents: Sequence[Meta]) -> None:
        self._documents = tuple(documents)
        self._own = "\n".join(name for one in documents for name in (one.region, one.title, *one.aliases) if name)

    def marked(self, frame: QueryFrame) -> QueryFrame:
        """The frame with the documents of its places, and those that no document is of with a note that says so."""
        frame = replace(frame, place_documents=self.documents(frame.text))
        if not (missing := self.missing(frame.text)):
            return frame
        note = f"所收文件里没有{'、'.join(f'“{one}”' for one in missing)}的文件。"
        return replace(frame, absent_places=missing, notes=(*frame.notes, note))

    def documents(self, text: str) -> tuple[str, ...]:
        """The documents of the places that a normalised question names; none where it asks of others too."""
        if _ELSEWHERE.search(text):
            return ()
        units = ((one.id, _UNIT.findall(one.region or "")) for one in self._documents)
        return tuple(document for document, names in units if any(_stem(name) in text for name in names))

    def allow(self, document: str, text: str) -> bool:
        """Whether a document may answer a question that names no document, as far as its places go."""
        return not self.missing(text) and document in (self.documents(text) or (document,))

    def missing(self, text: str) -> tuple[str, ...]:
        """The places that a normalised question names and no document is of."""
        found = list(foreign_places(text, (self._own,)))
        for name, within in printed_places(text):
            stem = _stem(name)
            if self._is_known(stem) or (within and self._is_known(_stem(within))) or any(stem in one for one in found):
                continue
            found = [one for one in found if one not in name] + [name]
        return tuple(dict.fromkeys(found))

    def _is_known(self, stem: str) -> bool:
        held = (province for province, cities in _CITIES_WITHIN.items() if stem in cities.split())
        return stem in self._own or any(province in self._own for province in held)


def printed_places(text: str) -> Iterator[tuple[str, str]]:
    """The places printed with their rank, each with the one printed right before it, within which it lies.

    >>> list(printed_places("请问鄂北省丰水县的智能工厂")), list(printed_places("哪个省的数字化率要达到60%，生产区呢"))
    ([('鄂北省', ''), ('丰水县', '鄂北省')], [])
    """
    for run in _HAN.finditer(text):
        start, before = 0, ""
        for rank in _RANK.finditer(run.group()):
            said = run.group()[start : rank.start()]
            lead = max((one.end() for one in _LEAD.finditer(said)), default=0)
            name = said[lead:][
                -_LONGEST_PROVINCE if rank.group() == "省" and len(said) - lead > _LONGEST_PROVINCE else 0 :
            ]
            joined = before if not lead else ""
            start, before = rank.end(), ""
            if _is_name(name, rank):
                before = f"{name}{rank.group()}"
                yield before, joined


def _is_name(name: str, rank: re.Match[str]) -> bool:
    least = 2
    if not least <= len(name) <= _LONGEST or _NO_NAME.search(name):
        return False
    if rank.group() == "市":
        return _NO_CITY.search(name) is None
    return rank.group() != "区" or (len(name) <= least + 2 and _NO_DISTRICT.search(name) is None)


def _stem(name: str) -> str:
    """A place's name without its rank and without the peoples of an autonomous one (广西壮族自治区)."""
    name = re.sub(r"(?:壮族|回族|维吾尔)自治区$", "", name)
    return re.sub(r"(?:自治区|自治州|省|市|县|区)$", "", name)
