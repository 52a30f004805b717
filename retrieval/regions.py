"""Places of China that a question may be about, to tell when no document of that place is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PROVINCES = (
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
)
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
_ENGLISH = re.compile(
    r"\b(shanghai|jiangsu|guangdong|shandong|beijing|shenzhen|sichuan|hubei|hunan|anhui|fujian|chongqing|tianjin)\b"
)


def foreign_places(text: str, regions: Iterable[str]) -> tuple[str, ...]:
    """Provinces and large cities that a question names and no document is of.

    Args:
        text: The normalised question.
        regions: The regions of the documents at hand.

    >>> foreign_places("上海和浙江的智能工厂", ["浙江省"])
    ('上海',)
    """
    known = "".join(regions)
    named = [place for place in (*_PROVINCES, *_CITIES) if place in text and place not in known]
    return tuple(dict.fromkeys([*named, *(found.title() for found in _ENGLISH.findall(text))]))
