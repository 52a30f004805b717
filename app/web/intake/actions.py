"""What a person sets going on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.arriving_files import UploadedFile
from app.assessed import Assessed, Ingested
from app.web.intake import desk
from app.web.intake.running import start, tell
from app.web.intake.work import admitting, assessing, removing, revising
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.source_panel import close_source
from corpus.holdings.given import Given


def assess(opened: Opened, files: Sequence[UploadedFile]) -> None:
    """Read files, and put them to those that wait."""
    waiting = desk.batch()
    start(opened.jobs, assessing(opened.workspace.settings, files, waiting.assessed), _looked_at)


def revise(opened: Opened, number: int, given: Given) -> None:
    """Assess all files that wait again, with other words on one of them."""
    waiting = desk.batch()
    start(opened.jobs, revising(opened.workspace.settings, waiting.assessed, waiting.said(number, given)), _looked_at)


def admit(opened: Opened, numbers: Sequence[int]) -> None:
    """Take files into the library."""
    chosen = [one.assessed for one in desk.batch().files if one.number in numbers]
    start(opened.jobs, admitting(opened.workspace.settings, chosen), partial(_admitted, tuple(numbers)))


def remove(opened: Opened, identifiers: Sequence[str]) -> None:
    """Take documents out of the library."""
    start(opened.jobs, removing(opened.workspace.settings, identifiers), _removed)


def put_aside(numbers: Sequence[int]) -> None:
    """Let files go that wait."""
    desk.keep(desk.batch().without(numbers))
    desk.shut()


def _looked_at(assessed: tuple[Assessed, ...]) -> None:
    before = desk.batch()
    desk.keep(before.looked_at(assessed))
    if len(assessed) > len(before.files):  # what has just come is what one wants to see
        desk.pick(str(before.came + 1))


def _admitted(numbers: tuple[int, ...], ingested: tuple[Ingested, ...]) -> None:
    desk.keep(desk.batch().after(numbers, ingested))
    desk.shut()
    taken = say("、").join(f"{one.record.title}（{one.id}）" for one in ingested if one.record and one.id)
    tell(
        say("已收入：{names}。每一页现在都用新的标准库。", names=taken)
        if taken
        else say("没有新的内容，标准库没有变化。")
    )


def _removed(identifiers: tuple[str, ...]) -> None:
    close_source()
    tell(say("已移除：{names}。", names=say("、").join(identifiers)))
