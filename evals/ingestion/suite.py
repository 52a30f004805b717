"""The files of the suite: which content in which dress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from evals.errors import EvalError
from evals.ingestion.as_markup import MARKUPS
from evals.ingestion.as_print import PRINTS
from evals.ingestion.as_text import TEXTS
from evals.ingestion.as_word import WORDS
from evals.ingestion.as_workbook import BOOKS
from evals.ingestion.content import Content, Split, documents
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import TrueRow, optional_row, true_rows
from evals.ingestion.variants import CHANGES

MAKERS: Mapping[str, Maker] = MappingProxyType({**TEXTS, **MARKUPS, **WORDS, **BOOKS, **PRINTS})


@dataclass(frozen=True, slots=True)
class SuiteFile:
    """A file with its truth.

    Attributes:
        name: The document, the maker and the change, such as ``yunling-rules.txt-wrap38.txt``.
        shape: The maker, and the change where there is one: what files of one shape share.
        content: The document as it stands in the file.
        made: The bytes, and what was put around.
        truth: The rows to be found; what stands around may be found or not.
    """

    name: str
    shape: str
    content: Content
    made: FileMade
    truth: tuple[TrueRow, ...]

    def write(self, folder: Path) -> Path:
        """Write it into a folder under its name."""
        path = folder / self.name
        path.write_bytes(self.made.data)
        return path


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of the list: which document in which dress."""

    document: str
    maker: str
    changes: tuple[str, ...]

    @property
    def shape(self) -> str:
        """The maker with its changes."""
        return "+".join((self.maker, *self.changes))

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.document}.{self.shape}.{self.maker.partition('-')[0]}"


def suite_files(split: Split | None = None, name: str | None = None) -> tuple[SuiteFile, ...]:
    """Make the suite, of one split or whole; the same text in content every time.

    Args:
        split: Whose files are made; None for both.
        name: The one file that is made; None for all.

    Raises:
        EvalError: The list names a document, maker or change that there is not.
    """
    contents = {content.id: content for content in documents()}
    lines = (files("evals.ingestion") / "suite.yaml").read_text(encoding="utf-8").splitlines()
    listed = [_wanted(line, contents) for line in lines if line.startswith("- ")]
    return tuple(
        _made(one, contents[one.document])
        for one in listed
        if split in (None, contents[one.document].split) and name in (None, one.name)
    )


def _wanted(line: str, contents: Mapping[str, Content]) -> Wanted:
    document, maker, *changes = line.removeprefix("- ").split()
    if document not in contents or maker not in MAKERS or not set(changes) <= set(CHANGES):
        raise EvalError(f"suite: {line} names something that there is not. Correct the list.")
    return Wanted(document, maker, tuple(changes))


def _made(wanted: Wanted, content: Content) -> SuiteFile:
    for change in wanted.changes:
        content = CHANGES[change](content)
    made = MAKERS[wanted.maker](content)
    rows = () if made.damage else true_rows(content)
    truth = (*rows, *map(optional_row, made.around))
    return SuiteFile(wanted.name, wanted.shape, content, made, truth)
