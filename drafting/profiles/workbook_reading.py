"""A filled workbook as a tree of what was written, with the cell of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from drafting.profiles.blank_answers import is_sentence
from drafting.profiles.fields import several
from drafting.profiles.number_reading import in_percent
from drafting.profiles.rows import Row
from drafting.profiles.sections import sections
from drafting.profiles.sheet_layout import GIVEN_HEADS, GUIDE
from drafting.profiles.slots import Slot, slots
from drafting.profiles.tree import Draft, Node, Problem
from drafting.sheet import ReadCell, ReadSheet
from drafting.sheets import read_sheets

MOST_LISTED = 10
_SECTIONS: Mapping[str, tuple[str, type[Row], bool]] = {
    title: (key, kind, many) for key, title, kind, many in sections()
}


def read_workbook(content: bytes, name: str) -> Draft:
    """Read a workbook that was made from the template.

    Args:
        content: The file.
        name: The file's name, for messages.

    Raises:
        DraftingError: It is no workbook, or is damaged or too large.
    """
    problems: list[Problem] = []
    root: dict[str, Node] = {}
    without: set[tuple[str, str]] = set()
    for title, sheet in _titled(read_sheets(content, name), problems):
        key, kind, many = _SECTIONS[title]
        reader = _Reading(sheet, kind, GIVEN_HEADS if key == "practices" else (), problems)
        place = f"{sheet.name}!A1"
        if key == "practices":
            answers = reader.listed(("points",))
            root[key] = joined_answers(() if "points" in reader.without else answers, place)
        elif many:
            root[key] = Node([Node(row, next(iter(row.values())).place) for row in reader.listed()], place)
        else:
            root[key] = Node(reader.form(), place)
        without |= {(key, one) for one in reader.without}
    return Draft(Node(root, ""), tuple(problems), by_cell=True, without=frozenset(without))


def _titled(sheets: Sequence[ReadSheet], problems: list[Problem]) -> Iterator[tuple[str, ReadSheet]]:
    """The sheets with the sections that they hold; one that is hidden or misnamed is told, and read all the same."""
    filled = [sheet for sheet in sheets if sheet.name.strip() != GUIDE and any(sheet.rows)]
    free = [title for title in _SECTIONS if title not in {sheet.name.strip() for sheet in filled}]
    for sheet in filled:
        title = sheet.name.strip()
        if sheet.hidden:
            problems.append(Problem(f"工作表「{sheet.name}」", "", "是隐藏的；取消隐藏，或删掉它"))
        if title in _SECTIONS:
            yield title, sheet
            continue
        problems.append(Problem(f"工作表「{sheet.name}」", "", f"档案没有这个栏目{_meant(title, tuple(_SECTIONS))}"))
        near = _near(title, free)
        if near:
            free.remove(near)
            yield near, sheet


class _Reading:
    """One sheet being read.

    Args:
        sheet: Its cells.
        kind: The kind of its rows.
        given: Heads of columns that hold no field.
        problems: Takes what is wrong.

    Attributes:
        without: The required fields that have no column, and so are not missed row by row.
    """

    def __init__(self, sheet: ReadSheet, kind: type[Row], given: Sequence[str], problems: list[Problem]) -> None:
        self._sheet = sheet
        self._given = given
        self._slots = {slot.title: slot for slot in slots(kind)}
        self._problems = problems
        self.without: tuple[str, ...] = ()

    def form(self) -> dict[str, Node]:
        """A sheet of one record: titles in the first column, values in the second."""
        row: dict[str, Node] = {}
        written = {_text(cells[0]) for cells in self._sheet.rows[1:] if cells}
        for cells in self._sheet.rows[1:]:
            title = _text(cells[0]) if cells else ""
            if title not in self._slots:
                if not any(not cell.blank for cell in cells):
                    continue
                self._complain(cells[0], f"「{title}」不是档案的项目{_meant(title, tuple(self._slots))}")
                free = [name for name, slot in self._slots.items() if name not in written and slot.key not in row]
                title = _near(title, free)
                if not title:
                    continue
            value = cells[1] if len(cells) > 1 else ReadCell(cells[0].place, None)
            if self._slots[title].key in row:
                self._complain(cells[0], f"项目「{title}」写了两遍")
            row[self._slots[title].key] = self._node(value)
        return row

    def listed(self, unsaid: Sequence[str] = ()) -> list[dict[str, Node]]:
        """The filled rows of a sheet, from the columns that are known.

        Args:
            unsaid: Keys that do not fill a row by themselves.
        """
        heads = self._heads()
        self._check_headless()
        found: list[dict[str, Node]] = []
        for number, cells in enumerate(self._sheet.rows[1:], start=2):
            row = {slot.key: self._at(cells, at, number) for at, slot in heads.items()}
            if any(not cell.blank for key, cell in row.items() if key not in unsaid):
                found.append({key: self._node(cell) for key, cell in row.items()})
        return found

    def _heads(self) -> dict[int, Slot]:
        """The fields by column, with a complaint for each head that is none or stands twice.

        What an unknown head probably means is read as that, so that its slip is the one that is told.
        """
        found: dict[int, Slot] = {}
        written = {_text(cell) for cell in self._sheet.rows[0]}
        for at, cell in enumerate(self._sheet.rows[0]):
            head = _text(cell)
            slot = self._slots.get(head)
            if slot is not None and slot in found.values():
                self._complain(cell, f"栏名「{head}」写了两遍")
            elif slot is not None:
                found[at] = slot
            elif head and head not in self._given:
                self._complain(cell, f"「{head}」不是这张表的栏目{_meant(head, tuple(self._slots))}")
                held = {one.title for one in found.values()} | written
                near = _near(head, [title for title in self._slots if title not in held])
                if near:
                    found[at] = self._slots[near]
        missing = [slot for slot in self._slots.values() if slot.required and slot not in found.values()]
        if missing:
            self.without = tuple(slot.key for slot in missing)
            told = f"缺少必填的栏目 {'、'.join(slot.title for slot in missing)}"
            self._problems.append(Problem(f"{self._sheet.name}!1", "", told))
        return found

    def _check_headless(self) -> None:
        """Complain of each column that has no head but holds something, at the first cell of it."""
        named, told = self._sheet.rows[0], set[int]()
        for cells in self._sheet.rows[1:]:
            for at, cell in enumerate(cells):
                if not cell.blank and (at >= len(named) or named[at].blank) and at not in told:
                    told.add(at)
                    self._complain(cell, "这一列没有栏名，却写了内容")

    def _at(self, cells: Sequence[ReadCell], at: int, row: int) -> ReadCell:
        head = self._sheet.rows[0][at].place
        column = head.rpartition("!")[2].rstrip("0123456789")
        return cells[at] if at < len(cells) else ReadCell(f"{self._sheet.name}!{column}{row}", None)

    def _node(self, cell: ReadCell) -> Node:
        if cell.fault:
            self._complain(cell, cell.fault)
        shown = in_percent(cell.value) if cell.share and isinstance(cell.value, int | float) else cell.value
        return Node(shown, cell.place)

    def _complain(self, cell: ReadCell, text: str) -> None:
        self._problems.append(Problem(cell.place, "", text))


def joined_answers(answers: Sequence[dict[str, Node]], place: str) -> Node:
    """Answers with equal content as one answer to several questions, where the first of them stood.

    Only what is told in a sentence can be the same thing: bare answers (没有, and nothing else) stay apart.
    """
    found: dict[tuple[object, ...], dict[str, Node]] = {}
    asked: dict[tuple[object, ...], list[Node]] = {}
    for number, row in enumerate(answers):
        points = row["points"]
        said = tuple((key, node.value) for key, node in row.items() if key != "points")
        told = row.get("how")
        same = points.value is not None and told is not None and is_sentence(str(told.value or ""))
        key: tuple[object, ...] = said if same else (number,)
        found.setdefault(key, row)
        asked.setdefault(key, []).extend(Node(one, points.place) for one in several(str(points.value or "")))
    rows = [
        Node({**row, "points": Node(list(asked[key]) or None, row["points"].place)}, row["points"].place)
        for key, row in found.items()
    ]
    return Node(rows, place)


def _text(cell: ReadCell) -> str:
    return "" if cell.value is None else str(cell.value).strip().rstrip("*＊ ").strip()


def _near(written: str, known: Sequence[str]) -> str:
    return next(iter(get_close_matches(written, known, n=1, cutoff=0.4)), "")


def _meant(written: str, known: Sequence[str]) -> str:
    near = _near(written, known)
    listed = "、".join(known[:MOST_LISTED]) + (" 等" if len(known) > MOST_LISTED else "")
    return f"，是不是「{near}」？" if near else f"；有 {listed}"
