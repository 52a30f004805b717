"""A figure asked of several documents: a line for each place that states it, and the others named as silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafting.answer import Finding, Sentence
from drafting.findings.figure_telling import Figure, finding_of, told
from drafting.findings.measures import asked_measure, figures_of, is_measurable, rows_asked, tiers_asked
from drafting.findings.units import asks_figure, units_asked
from drafting.shelf import Shelf
from retrieval.frame import QueryFrame

_EVERYWHERE = re.compile(
    r"各个?(?:省|地|市|县|区|文件|办法|方案|份)|所有(?:的)?(?:省|地方|文件)|每[个份](?:省|市|地方|文件)"
    r"|哪[些几]个?(?:省|地方|地区|市|县|文件|办法)"
)
_EACH = re.compile(r"各|分别|都|多少|几|百分之")
_WEIGHED = re.compile(r"更|[哪谁][^，。]{0,4}[高低严宽松长短]|不同|不一样|区别|差[别异多]|比较|对比|相比|一样|相同")
KINDS = ("智能工厂", "未来工厂", "数字化车间", "数字工厂", "智能车间")
"""What tiers are of, as people call it whatever the tiers of a document are named."""


def find_across(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Tell a figure for each document meant; None where fewer than two are, or none states it."""
    everywhere = not frame.documents_named and _EVERYWHERE.search(frame.text) is not None
    several = frame.documents_named and len(frame.documents) > 1 and _EACH.search(frame.text) is not None
    if not (everywhere or several) or frame.premise or frame.language == "en" or _WEIGHED.search(frame.text):
        return None
    measure = asked_measure(frame, shelf)
    if not measure or not (asks_figure(frame) or is_measurable(measure)):
        return None
    found = {
        one: figures_of(rows_asked(frame, shelf, one), measure, units_asked(frame.text)) for one in _meant(frame, shelf)
    }
    stating = {one: figures for one, figures in found.items() if figures and of_asked_kind(frame, shelf, one, figures)}
    if not stating:
        return None
    remark = _of_the_others(
        {one: bool(figures) for one, figures in found.items() if one not in stating}, measure, frame, shelf
    )
    silent = [one for one, figures in found.items() if not figures]
    return _told_each([one for figures in stating.values() for one in figures], silent, remark, shelf)


def _meant(frame: QueryFrame, shelf: Shelf) -> list[str]:
    """The documents meant, in the library's order: those named, else all that are shown."""
    shown = {row.document for row in shelf.clauses}
    return [one for one in shelf.documents if one in (frame.documents if frame.documents_named else shown)]


def of_asked_kind(frame: QueryFrame, shelf: Shelf, document: str, figures: Sequence[Figure]) -> bool:
    """Whether a document's figures are of the tier or the kind of factory that the question names, where it does."""
    if tiers_asked(frame, shelf, document):
        return True
    kinds = [one for one in KINDS if one in frame.text]
    said = (shelf.titles[document], *(part for one in figures for part in (one.clause.plain, *one.clause.path)))
    return any(kind in text for kind in kinds for text in said) if kinds else not frame.tiers


def _told_each(stating: Sequence[Figure], silent: Sequence[str], remark: str, shelf: Shelf) -> Finding:
    found = finding_of(stating, shelf)
    documents = dict.fromkeys(one.clause.document for one in stating)
    lead = f"写明所问数值的文件：{_titles(documents, shelf)}。"
    said = (
        Sentence(lead, "composed", tuple(dict.fromkeys(one.clause.id for one in stating))),
        *(Sentence(told(one, shelf), "composed", (one.clause.id,)) for one in stating),
    )
    result = {**(found.result or {}), "silent": list(silent)}
    return replace(found, sections=(replace(found.sections[0], said=said, remark=remark),), result=result)


def _of_the_others(others: Mapping[str, bool], measure: str, frame: QueryFrame, shelf: Shelf) -> str:
    """Which documents state none, which state one of something else than is asked of, and which are not there."""
    silent = [one for one, stated in others.items() if not stated]
    besides = [one for one, stated in others.items() if stated]
    told = f"没有写明“{measure}”数值的：{_titles(silent, shelf)}。" if silent else ""
    told += f"写明了，但不是对所问等级或对象的：{_titles(besides, shelf)}。" if besides else ""
    return told + (f"所收文件里没有{'、'.join(frame.absent_places)}的文件。" if frame.absent_places else "")


def _titles(documents: Iterable[str], shelf: Shelf) -> str:
    return "、".join(f"《{shelf.titles[one]}》" for one in documents)
