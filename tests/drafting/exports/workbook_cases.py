"""A made-up plan over the made-up scheme, and a person who edits its workbook with a spreadsheet program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.clause import Clause
from drafting.exports.update import read_edits
from drafting.exports.update_edits import Merged
from drafting.exports.update_merge import Unbacked, merge
from drafting.exports.workbook import write_workbook
from drafting.lexicon import Lexicon
from drafting.plans.ground import Ground
from drafting.plans.plan import ConditionResult, Conflict, EvidencePlan, EvidenceRow, Stage
from drafting.plans.planning import Planner
from drafting.plans.target import Target
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf
from tests.drafting.made_up import CLAUSES, FACTORY, SCHEME, meta, shelf

TARGET = Target(SCHEME, FACTORY)
NETWORKED = "scheme/19/smart-factory/a"
PREDICTIVE = "scheme/19/smart-factory/b"
SPINDLE = "scheme/19/smart-factory/c2"
CHANGEOVER = "scheme/32/smart-factory/a"
LEDGER = "scheme/19/digital-workshop/a"
LEGAL = "scheme/legal-person"

PROFILE: dict[str, Any] = {
    "profile": {"id": "made-up", "as_of": "2026-10-31"},
    "company": {"name": "示例机械有限公司", "industry": "离散"},
    "systems": [{"code": "MES", "name": "制造执行系统", "state": "在用", "since": "2022-05", "modules": ["点检"]}],
    "practices": [{"points": [f"{NETWORKED}#1"], "state": "在建", "how": "车间布网"}],
}


def profile(**changed: Any) -> Profile:
    """The made-up enterprise, with some sections replaced."""
    return Profile.model_validate(PROFILE | changed)


def ground(held: Profile) -> Ground:
    """The enterprise, with MES as the only system whose name is known."""
    return Ground(held, _codes)


def plan(held: Profile | None = None, texts: Mapping[str, str] | None = None, gone: str | None = None) -> EvidencePlan:
    """A plan over the made-up scheme.

    Args:
        held: The enterprise.
        texts: Requirements whose words are others, by id.
        gone: The id of a requirement that the scheme no longer has.
    """
    clauses = [_reworded(clause, texts or {}) for clause in CLAUSES if clause.id != gone]
    shelved = Shelf(tuple(shelf().documents.values()), clauses, {})
    made = Planner(shelved, Lexicon(lambda text: ()), _codes).plan(held or profile(), TARGET)
    return replace(made, conditions=(CONDITION,), documents=(meta(SCHEME, "某省分级建设要求"),))


CONDITION = ConditionResult(
    id=LEGAL,
    kind="condition",
    question="是否为独立法人？",
    status="unknown",
    why="档案里没有写",
    basis=("company.legal_person",),
    source="customary",
    clause=None,
    says=None,
    passes="营业执照在有效期内",
    evidence=({"type": "certificate", "must_show": "名称与申报表一致"},),
)


def with_chain(made: EvidencePlan) -> EvidencePlan:
    """The plan with a chain and an indicator on its first piece of evidence."""
    first, *others = made.items
    row, *rows = first.evidence
    shape = {
        "name": "数采率",
        "formula": "联网台数÷总台数",
        "unit": "%",
        "value": 91.5,
        "numerator": 43,
        "denominator": 47,
    }
    changed: EvidenceRow = replace(row, chain=(Stage("合同", "HT-1"), Stage("发票", None)), indicator=shape)
    return replace(made, items=(replace(first, evidence=(changed, *rows)), *others))


def with_conflict(made: EvidencePlan, what: str) -> EvidencePlan:
    """The plan with a contradiction in its profile."""
    return replace(made, conflicts=(*made.conflicts, Conflict(what, ("systems[0]",))))


def round_trip(
    path: Path,
    edit: Callable[[Person], None],
    now: EvidencePlan | None = None,
    unbacked: Unbacked | None = None,
) -> Merged:
    """A plan written, edited by a person, read back and merged into what is computed now."""
    write_workbook(plan(), profile(), path)
    with person(path) as at_work:
        edit(at_work)
    return merge(read_edits(path), now or plan(), ground(profile()), unbacked)


class Person:
    """Someone who finds cells by the heads and the numbers that they see.

    Args:
        book: The open workbook.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book

    def sheet(self, name: str) -> Worksheet:
        """A sheet that can be seen."""
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def place(self, sheet: str, key: str, head: str) -> str:
        """Where a value stands."""
        held = self.sheet(sheet)
        column = next(cell for cell in held[1] if cell.value == head)
        row = next(row for row in held.iter_rows(min_row=2) if row[0].value == key)
        return f"{column.column_letter}{row[0].row}"

    def read(self, sheet: str, key: str, head: str) -> Any:
        """A value as it is seen."""
        return self.sheet(sheet)[self.place(sheet, key, head)].value

    def write(self, sheet: str, key: str, head: str, value: Any) -> None:
        """Type a value."""
        self.sheet(sheet)[self.place(sheet, key, head)].value = value

    def column(self, sheet: str, head: str) -> list[Any]:
        """All values below a head."""
        held = self.sheet(sheet)
        at = next(cell.column for cell in held[1] if cell.value == head)
        return [row[at - 1].value for row in held.iter_rows(min_row=2)]


@contextmanager
def person(path: Path) -> Iterator[Person]:
    """Open a workbook, and save it at the end."""
    book = load_workbook(path)
    yield Person(book)
    book.save(path)


def seen(path: Path) -> Person:
    """Open a workbook to look at it."""
    return Person(load_workbook(path))


def _reworded(clause: Clause, texts: Mapping[str, str]) -> Clause:
    text = texts.get(clause.id)
    return replace(clause, text=text, plain=text, quantities=()) if text else clause


def _codes(text: str) -> list[str]:
    return ["MES"] if "MES" in text else []
