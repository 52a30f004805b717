"""Whose requirement a figure is (数字化率不低于60%是哪里的要求): only where figure, unit and object agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Quantity
from corpus.quantity import quantities
from drafting.answer import Finding
from drafting.findings.figure_telling import Figure, finding_of
from drafting.findings.measures import asked_measure, figures_of, rows_asked
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame

_WHERE = re.compile(
    r"哪里|哪[儿]|出自(?:哪|何)|哪[一个些几]?个?(?:省|市|县|区|地方|地区|份?文件|份|办法|方案|规定|标准|细则|通知|条)|谁(?:家)?(?:的)?(?:要求|规定)"
)
_COUNTS = frozenset({"个", "条", "份", "项", "种", "类", "家", "名", "位", "次", "级", "款", "件"})
"""Units of what a question may itself count (四条里哪条是宜); with a bound they are a figure."""
_SHOWN = 3


def find_source(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Tell where a figure that the question states stands; refuse where none agrees; None for other questions."""
    asked = [one for one in quantities(frame.about) if one.unit and (one.comparator != "=" or one.unit not in _COUNTS)]
    if len(asked) != 1 or _WHERE.search(frame.about) is None or frame.language == "en" or frame.compares:
        return None
    measure = asked_measure(frame, shelf)
    shown = {row.document for row in shelf.clauses}
    documents = frame.documents if frame.documents_named else tuple(one for one in shelf.documents if one in shown)
    rows = [row for one in documents for row in rows_asked(frame, shelf, one)]
    of_it = figures_of(rows, measure, (asked[0].unit,)) if measure else figures_of(rows, "", (asked[0].unit,))
    agreeing = [one for one in of_it if same_amount(asked[0], one.quantity)]
    if agreeing:
        return _told(agreeing, shelf)
    what = f"{measure}{asked[0].text}"
    hints = _elsewhere(of_it, measure, shelf) if measure else ()
    where = "、".join(f"《{shelf.titles[one]}》" for one in documents) if frame.documents_named else "现有文件"
    return not_in_sources(f"{where}没有写“{what}”。", hints)


def same_amount(asked: Quantity, found: Quantity) -> bool:
    """Whether a text's figure is the one asked for; a bare one and a bound of the same number may stand for each other.

    >>> from corpus.quantity import quantities as read
    >>> same_amount(*read("不低于60%"), *read("达到60%以上")), same_amount(*read("不低于60%"), *read("不超过60%"))
    (True, False)
    """
    if (asked.unit, asked.value, asked.value_max) != (found.unit, found.value, found.value_max):
        return False
    return asked.comparator == found.comparator or "=" in (asked.comparator, found.comparator)


def _told(figures: Sequence[Figure], shelf: Shelf) -> Finding:
    each = {one.clause.id: one for one in figures}
    return replace(finding_of(tuple(each.values()), shelf), query="source")


def _elsewhere(figures: Sequence[Figure], measure: str, shelf: Shelf) -> tuple[str, ...]:
    """Where the same thing has another figure; the figure itself is not told, which is not what is asked."""
    places = dict.fromkeys(place(one.clause, shelf.titles) for one in figures)
    return tuple(f"写到“{measure}”而数值不同的地方：{one}。" for one in list(places)[:_SHOWN])
