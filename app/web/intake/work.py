"""The long work of the page, each piece as the command line does it: assess, assess again, admit, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.arriving_files import UploadedFile
from app.assembly import library_changes
from app.assessed import Assessed, Ingested
from app.ingesting import Ingesting
from app.library_keeping import remove_documents
from app.settings import Settings
from app.web.jobs import Advance
from corpus.holdings.given import Given
from corpus.holdings.store import Holdings, corrections_file


def assessing(
    settings: Settings, files: Sequence[UploadedFile], earlier: Sequence[Assessed]
) -> Callable[[Advance], tuple[Assessed, ...]]:
    """Work that reads files and tells what they would be to the library, beside those that wait already."""

    def work(advance: Advance) -> tuple[Assessed, ...]:
        changes = library_changes(settings, advance)
        ingesting = Ingesting(changes, advance)
        read = (*earlier, *(_with_known(changes.holdings, one) for one in ingesting.assess(files)))
        return ingesting.revise(read, [one.given for one in read])

    return work


def revising(
    settings: Settings, assessed: Sequence[Assessed], said: Sequence[Given]
) -> Callable[[Advance], tuple[Assessed, ...]]:
    """Work that assesses files again with other words of a person."""

    def work(advance: Advance) -> tuple[Assessed, ...]:
        return Ingesting(library_changes(settings, advance), advance).revise(assessed, said)

    return work


def admitting(settings: Settings, assessed: Sequence[Assessed]) -> Callable[[Advance], tuple[Ingested, ...]]:
    """Work that takes files into the library and builds it."""

    def work(advance: Advance) -> tuple[Ingested, ...]:
        return Ingesting(library_changes(settings, advance), advance).admit(assessed)

    return work


def removing(settings: Settings, identifiers: Sequence[str]) -> Callable[[Advance], tuple[str, ...]]:
    """Work that takes documents out of the library and builds it."""

    def work(advance: Advance) -> tuple[str, ...]:
        return remove_documents(library_changes(settings, advance), identifiers)

    return work


def _with_known(holdings: Holdings, one: Assessed) -> Assessed:
    """A file that the library has, with what was corrected of it before: further corrections are added to that."""
    name = corrections_file(one.record) if one.record is not None and one.status == "unchanged" else None
    if name is None or one.record is None:
        return one
    return replace(one, given=replace(one.given, corrections=holdings.content(one.record, name)))
