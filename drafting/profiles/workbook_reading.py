"""A filled workbook as a tree of what was written, with the cell of every value."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from drafting.profiles.blank_answers import is_sentence
from drafting.profiles.fields import several
from drafting.profiles.rows import Row
from drafting.profiles.sections import sections
from drafting.profiles.sheet_layout import GUIDE, QUESTION_HEADS
from drafting.profiles.slots import Slot, slots
from drafting.profiles.tree import Draft, Node, Problem
from drafting.sheet import ReadCell, ReadSheet
from drafting.sheets import read_sheets

MOST_LISTED = 10


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
    known = {title: (key, kind, many) for key, title, kind, many in sections()}
    for sheet in read_sheets(content, name):
        title = sheet.name.strip()
        if title == GUIDE or not any(sheet.rows):
            continue
        if title not in known:
            problems.append(Problem(f"工作表「{sheet.name}」", "", f"档案没有这个栏目{_meant(title, tuple(known))}"))
            continue
        if sheet.hidden:
            problems.append(Problem(f"工作表「{sheet.name}」", "", "是隐藏的；取消隐藏，或删掉它"))
            continue
        key, kind, many = known[title]
        reader = _Reading(sheet, kind, QUESTION_HEADS if key == "practices" else (), problems)
        place = f"{sheet.name}!A1"
        if key == "practices":
            root[key] = joined_answers(reader.listed(("points",)), place)
        elif many:
            root[key] = Node([Node(row, next(iter(row.values())).place) for row in reader.listed()], place)
        else:
            root[key] = Node(reader.form(), place)
    return Draft(Node(root, ""), tuple(problems), by_cell=True)


class _Reading:
    """One sheet being read.

    Args:
        sheet: Its cells.
        kind: The kind of its rows.
        given: Heads of columns that hold no field.
        problems: Takes what is wrong.
    """

    def __init__(self, sheet: ReadSheet, kind: type[Row], given: Sequence[str], problems: list[Problem]) -> None:
        self._sheet = sheet
        self._given = given
        self._slots = {slot.title: slot for slot in slots(kind)}
        self._problems = problems

    def form(self) -> dict[str, Node]:
        """A sheet of one record: titles in the first column, values in the second."""
        row: dict[str, Node] = {}
        for cells in self._sheet.rows[1:]:
            title = _text(cells[0]) if cells else ""
            if title not in self._slots:
                if any(not cell.blank for cell in cells):
                    self._complain(cells[0], f"「{title}」不是档案的项目{_meant(title, tuple(self._slots))}")
                continue
            value = cells[1] if len(cells) > 1 else ReadCell(cells[0].place, None)
            if self._slots[title].key in row:
                self._complain(cells[0], f"项目「{title}」写了两遍")
            row[self._slots[title].key] = self._node(value)
        return row

    def listed(self, unsaid: Sequence[str] = ()) -> list[dict[str, Node]]:
        """The filled rows of a sheet; none where its columns are not what they should be.

        Args:
            unsaid: Keys that do not fill a row by themselves.
        """
        heads = self._heads()
        found: list[dict[str, Node]] = []
        for number, cells in enumerate(self._sheet.rows[1:], start=2):
            row = {slot.key: self._at(cells, at, number) for at, slot in heads.items()}
            self._check_headless(cells)
            if any(not cell.blank for key, cell in row.items() if key not in unsaid):
                found.append({key: self._node(cell) for key, cell in row.items()})
        return found

    def _heads(self) -> dict[int, Slot]:
        """The fields by column, with a complaint for each head that is none or stands twice."""
        found: dict[int, Slot] = {}
        before = len(self._problems)
        for at, cell in enumerate(self._sheet.rows[0]):
            head = _text(cell)
            slot = self._slots.get(head)
            if slot is not None and slot in found.values():
                self._complain(cell, f"栏名「{head}」写了两遍")
            elif slot is not None:
                found[at] = slot
            elif head and head not in self._given:
                self._complain(cell, f"「{head}」不是这张表的栏目{_meant(head, tuple(self._slots))}")
        missing = [slot.title for slot in self._slots.values() if slot.required and slot not in found.values()]
        if missing:
            place = f"{self._sheet.name}!1"
            self._problems.append(Problem(place, "", f"缺少必填的栏目 {'、'.join(missing)}"))
        return found if len(self._problems) == before else {}

    def _check_headless(self, cells: Sequence[ReadCell]) -> None:
        named = self._sheet.rows[0]
        for at, cell in enumerate(cells):
            if not cell.blank and (at >= len(named) or named[at].blank):
                self._complain(cell, "这一列没有栏名，却写了内容")

    def _at(self, cells: Sequence[ReadCell], at: int, row: int) -> ReadCell:
        head = self._sheet.rows[0][at].place
        column = head.rpartition("!")[2].rstrip("0123456789")
        return cells[at] if at < len(cells) else ReadCell(f"{self._sheet.name}!{column}{row}", None)

    def _node(self, cell: ReadCell) -> Node:
        if cell.fault:
            self._complain(cell, cell.fault)
        return Node(cell.value, cell.place)

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


def _meant(written: str, known: Sequence[str]) -> str:
    near = get_close_matches(written, known, n=1, cutoff=0.4)
    listed = "、".join(known[:MOST_LISTED]) + (" 等" if len(known) > MOST_LISTED else "")
    return f"，是不是「{near[0]}」？" if near else f"；有 {listed}"
