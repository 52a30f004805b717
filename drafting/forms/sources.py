"""Where a form's values come from: the profile's fields by path, and what is worked out from them.

A source is named ``SECTION.FIELD``; the sections are those of the profile that hold one row, the project applied for,
years of figures, sums of the ledger, and a few that put several facts together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from drafting.forms.built import built_and_gained
from drafting.forms.choosing_type import ticked
from drafting.forms.form import Filled
from drafting.forms.gained import Gains
from drafting.plans.investment import Investment, plain
from drafting.profiles.company_rows import Company, Finance, Project
from drafting.profiles.fields import span
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile
from drafting.profiles.slots import Slot, slots

_UNITS = ("万元", "%", "平方米", "人")
_YEAR = re.compile(r"(\d{4})年")


@dataclass(frozen=True, slots=True)
class Known:
    """What a form is filled from.

    Attributes:
        profile: The enterprise.
        project: The project applied for with its index; None where none or several are marked.
        investment: Its sums; None without a ledger.
        track: The project type in the text's words; None where none is known.
        gains: What the form asks the gains to name, with words of indicators.
    """

    profile: Profile
    project: tuple[int, Project] | None
    investment: Investment | None
    track: str | None
    gains: Gains


@dataclass(frozen=True, slots=True)
class Question:
    """What a place asks of a source.

    Attributes:
        source: ``SECTION.FIELD``.
        ask: What is asked for where the value is missing.
        printed: The printed words that the value answers to: the field's, or those of the row that it stands in.
        with_unit: Whether the unit must stand with the value because nothing printed gives it.
    """

    source: str
    ask: str
    printed: str
    with_unit: bool = False

    @property
    def field(self) -> str:
        """The part behind the dot."""
        return self.source.partition(".")[2]

    def lacking(self) -> Filled:
        """Nothing is known."""
        return Filled(missing=(self.ask,))


Source = Callable[[Known, Question], Filled]


def resolve(known: Known, question: Question) -> Filled:
    """What the profile says to a question."""
    return _SOURCES[question.source.partition(".")[0]](known, question)


def is_source(name: str) -> bool:
    """Whether a layout may name this source."""
    return name.partition(".")[0] in _SOURCES


def slot_of(kind: type[Row], key: str) -> Slot:
    """A field of a kind of row."""
    return next(slot for slot in slots(kind) if slot.key == key)


def unit_of(slot: Slot) -> str:
    """The unit that a field's description names; empty where it names none."""
    said = slot.description.partition("，")[0]
    return said if said in _UNITS else ""


def _field(row: Row, place: str, question: Question) -> Filled:
    value = getattr(row, question.field)
    if value is None or value == ():
        return question.lacking()
    slot = slot_of(type(row), question.field)
    unit = f" {unit_of(slot)}".rstrip() if question.with_unit else ""
    return Filled(f"{slot.said(value)}{unit}", basis=(f"{place}.{question.field}",))


def _company(known: Known, question: Question) -> Filled:
    return _field(known.profile.company, "company", question)


def _project(known: Known, question: Question) -> Filled:
    if known.project is None:
        return question.lacking()
    index, project = known.project
    if question.field == "span":
        return _project_span(index, project, question)
    return _field(project, f"projects[{index}]", question)


def _project_span(index: int, project: Project, question: Question) -> Filled:
    ends = (("start", "开工时间", project.start), ("end", "竣工时间", project.end))
    missing = tuple(f"{question.ask}（{name}）" for _, name, when in ends if when is None)
    if len(missing) == len(ends):
        return question.lacking()
    said = " 至 ".join(when or "　　" for _, _, when in ends)
    return Filled(said, missing, tuple(f"projects[{index}].{key}" for key, _, when in ends if when))


def _printed_year(known: Known, question: Question) -> Filled:
    """Figures of the year that the form prints, and of no other."""
    found = _YEAR.search(question.printed)
    whole = [
        (index, one)
        for index, one in enumerate(known.profile.finances)
        if found is not None and _whole_year(one) == int(found[1])
    ]
    return _figure(whole[-1], question) if whole else question.lacking()


def _last_year(known: Known, question: Question) -> Filled:
    """Figures of the whole year before the profile's day."""
    year = span(known.profile.profile.as_of)[1].year - 1
    whole = [(index, one) for index, one in enumerate(known.profile.finances) if _whole_year(one) == year]
    told = Question(question.source, f"上年度（{year}年）{question.ask}", question.printed, question.with_unit)
    if not whole:
        return told.lacking()
    if question.field != "profit_and_tax":
        return _of_year(year, _figure(whole[-1], told), question)
    index, one = whole[-1]
    if one.profit is None or one.tax is None:
        return told.lacking()
    total = plain(Decimal(str(one.profit)) + Decimal(str(one.tax)))
    said = f"{total} 万元（利润总额 {one.profit}＋上缴税金 {one.tax}）"
    return _of_year(year, Filled(said, basis=(f"finances[{index}].profit", f"finances[{index}].tax")), question)


def _of_year(year: int, filled: Filled, question: Question) -> Filled:
    """A figure with its year, where nothing printed gives that either."""
    return replace(filled, said=f"{year}年 {filled.said}") if filled.said and question.with_unit else filled


def _this_year(known: Known, question: Question) -> Filled:
    """Figures of the year of the profile's day, the latest that are written."""
    year = span(known.profile.profile.as_of)[1].year
    rows = [(index, one) for index, one in enumerate(known.profile.finances) if span(one.year)[0].year == year]
    if question.field == "span":
        return Filled(f"（截至 {rows[-1][1].year}）") if rows and _whole_year(rows[-1][1]) is None else Filled()
    return _figure(max(rows, key=lambda row: span(row[1].year)[1]), question) if rows else question.lacking()


def _whole_year(one: Finance) -> int | None:
    first, last = span(one.year)
    return first.year if (first.month, last.month) == (1, 12) else None


def _figure(found: tuple[int, Finance], question: Question) -> Filled:
    return _field(found[1], f"finances[{found[0]}]", question)


def _sum(known: Known, question: Question) -> Filled:
    invested = known.investment
    if invested is None:
        return question.lacking()
    said = {
        "equipment": str(invested.sums["equipment"]),
        "digital": str(plain(invested.sums["software"] + invested.sums["hardware"])),
        "total": invested.total_said,
        "digital_said": invested.digital_said,
        "share": invested.share_said if invested.share is not None else "",
    }[question.field]
    return Filled(said, basis=invested.basis) if said else question.lacking()


def _choice(known: Known, question: Question) -> Filled:
    return (
        Filled(basis=(f"projects[{known.project[0]}].kind",) if known.project else ())
        if ticked(question.printed, known.track)
        else question.lacking()
    )


def _built(known: Known, question: Question) -> Filled:
    return built_and_gained(known.profile, known.project, question.printed, known.gains)


def _equipment(known: Known, question: Question) -> Filled:
    """How many of the machines that are in use are networked or automated, of those that say so."""
    rows = [
        (index, one, getattr(one, question.field))
        for index, one in enumerate(known.profile.equipment)
        if one.state == "in_use" and getattr(one, question.field) is not None
    ]
    if not rows:
        return question.lacking()
    part, whole = sum(Decimal(str(value)) for _, _, value in rows), sum(Decimal(str(one.count)) for _, one, _ in rows)
    unsaid = sum(1 for one in known.profile.equipment if one.state == "in_use") - len(rows)
    said = f"{part}/{whole} 台" + (f"（另有 {unsaid} 类在用装备没有写）" if unsaid else "")
    return Filled(said, basis=tuple(f"equipment[{index}].{question.field}" for index, _, _ in rows))


_SOURCES: Mapping[str, Source] = {
    "company": _company,
    "project": _project,
    "printed_year": _printed_year,
    "last_year": _last_year,
    "this_year": _this_year,
    "sum": _sum,
    "choice": _choice,
    "built": _built,
    "equipment": _equipment,
}

FIELD_NAMES: Mapping[str, str] = {
    **{f"company.{slot.key}": slot.title for slot in slots(Company)},
    **{f"project.{slot.key}": slot.title for slot in slots(Project)},
    **{f"last_year.{slot.key}": slot.title for slot in slots(Finance)},
    "last_year.revenue": "销售收入（企业营业收入）",
    "last_year.profit_and_tax": "利税",
    "project.span": "项目建设期",
    "equipment.networked": "在用装备联网台数",
    "equipment.automated": "在用装备自动化台数",
    "sum.total": "不含土建的投资",
    "sum.digital_said": "数字化软硬件投资",
    "sum.share": "数字化软硬件占比",
}
"""How a fact below an item is called; amounts are in 万元."""
