"""Whether a text is of this product's field at all: smart manufacturing, its factories, workshops and systems.

Words alone do not tell: a safety law speaks of workshops, a green factory scheme of factories, an act on the digital
economy of smart manufacturing. What the text is about stands in its title; where the title is about something else, a
part of the text (an annex with the scheme) must speak of the field throughout.
"""

from __future__ import annotations

import re

from corpus.facts_page import read_page
from corpus.facts_title import Title, read_title
from corpus.folding import folded

_CORE = (
    r"智能工厂|智慧工厂|数字化?车间|智能化?车间|(?<!农业)数字化?工厂|未来工厂|灯塔工厂|无人工厂|黑灯工厂|智能制造|智能产线|数字化(?:生产|产)线"
    r"|智改|数转|智造|(?:制造业|工业|企业)[^。，,；;]{0,10}(?:数字化|智能化|网络化)|(?:数字化|智能化)+(?:智能化)?(?:示范|标杆)?(?:工厂|车间)|数智化?(?:工厂|车间)|工业互联网|5G(?:全连接)?工厂"
    r"|两化融合|信息化[和与]工业化|中小企业数字化|企业上云|上云(?:企业|用云|星级)"
    r"|[Ss]mart [Ff]actory|[Ss]mart [Mm]anufactur"
)
_SYSTEMS = (
    r"制造执行|MES|APS|SCADA|PLM|WMS|数字孪生|设备联网|联网率|数控化率|排产|柔性制造|预测性维护|工业软件|工业APP|智能装备|智能仓储|能耗监测"
    r"|个性化定制|设备上云|数字化转型|智能化改造"
)
_TITLED = re.compile(_CORE)
_SPOKEN = re.compile(f"{_CORE}|{_SYSTEMS}")
_LAW = re.compile(r"(?:(?<!办)法|条例)(?:实施细则)?(?:[（(][^（()）]*[）)])*$")
_PART = 1_200
"""How long a part must speak of the field, in characters."""
_ENOUGH_A_THOUSAND = 6.0
_FEWEST = 2


def is_of_the_field(text: str) -> bool:
    """Whether a text is about smart manufacturing, so that its clauses can be requirements on factories.

    >>> is_of_the_field("某省智能工厂认定办法\\n第一条 企业应当依法注册。")
    True
    >>> is_of_the_field("某省安全生产条例\\n第一条 车间、工厂应当设置安全出口，推进智能制造。")
    False
    """
    page = read_page(text, None)
    title = read_title(page)
    names = _names(title)
    if any(_TITLED.search(name) for name in names):
        return True
    if any(_LAW.search(name) for name in names):
        return False
    return _has_such_part(folded(text))


def _names(title: Title | None) -> tuple[str, ...]:
    if title is None:
        return ()
    frame = (title.frame.tight,) if title.frame is not None else ()
    return (title.words.tight, *frame, *title.named)


def _has_such_part(text: str) -> bool:
    """Whether some part of a text speaks of the field often enough; a short text is one part."""
    found = [(one.start(), _TITLED.match(one.group()) is not None) for one in _SPOKEN.finditer(text)]
    length = min(_PART, len(text))
    enough = max(float(_FEWEST), _ENOUGH_A_THOUSAND * length / 1000)
    first = 0
    cores = 0
    for last, (position, core) in enumerate(found):
        cores += core
        while found[first][0] < position - _PART:
            cores -= found[first][1]
            first += 1
        if last - first + 1 >= enough and cores:
            return True
    return False
