"""Whether a text is of this product's field at all: smart manufacturing, its factories, workshops and systems."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"智能制造|制造业|制造执行|工厂|车间|产线|生产线|数控|机器人|数字孪生|数字化|智能化|工业互联网|工业软件|智慧供应链"
    r"|设备联网|排产|能耗监测|信息化系统|智能装备|柔性制造|个性化定制|预测性维护|MES|ERP|PLM|APS|WMS|SCADA"
)
_ENOUGH_A_THOUSAND = 2.0


def is_of_the_field(text: str) -> bool:
    """Whether a text speaks of smart manufacturing often enough for its clauses to be requirements on factories.

    A law of another field may name a workshop once or twice; a scheme of this field does so in every paragraph.
    """
    named = len(_WORDS.findall(text))
    return named > 1 and 1000 * named >= _ENOUGH_A_THOUSAND * len(text)
