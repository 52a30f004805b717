"""Made-up files of a library, and what is known of them."""

from __future__ import annotations

from pathlib import Path

from corpus.holdings.admitting import Admitted, Known, admit
from corpus.holdings.arriving import Arrival, arrive
from corpus.holdings.given import Given
from corpus.holdings.record import Held, Record, Records

RULES = """云岭省数字工厂评定办法

第一章 总则

第一条 为推动制造业数字化，制定本办法。

第二章 条件

第二条 申报工厂应建立制造执行系统，设备联网率不低于60%。

第三条 申报工厂宜建立能源管理系统。

第三章 附则

第四条 本办法自2023年3月1日起施行，有效期三年。
"""
LATER = (
    RULES.replace("不低于60%", "不低于75%").replace("2023年3月1日", "2026年2月1日").replace("第三条 ", "第三条 大型")
)
OTHER = """关于开展海阳省星级车间申报工作的通知

各市工信局：

一、申报条件

（一）车间关键设备联网率达到50%以上。

（二）车间应通过安全生产标准化评审。

二、申报程序

企业填写申报书，于9月30日前报送。
"""


def arrival(folder: Path, name: str, text: str) -> Arrival:
    """A text file, written and read."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return arrive(path)


class Shelf:
    """What a library has, without a folder."""

    def __init__(self, founding: dict[str, str] | None = None) -> None:
        self.held: dict[str, Held] = {}
        self.founding = founding or {}

    def admit(self, one: Arrival, given: Given | None = None, fresh: frozenset[str] = frozenset()) -> Admitted:
        """Admit a file and keep it."""
        records = Records(documents=tuple(held.record for held in self.held.values()))
        admitted = admit(one, given or Given(), Known(records, self.founding, self._load, fresh))
        if admitted.held is not None:
            self.held[admitted.id] = admitted.held
        return admitted

    def _load(self, record: Record) -> Held:
        return self.held[record.id]
