"""Long conversations kept from visit to visit: the questions alone, in a file of the data folder that an address names.

Answers are found anew from the questions, so that they always are of the current build.
"""

from __future__ import annotations

import re
from pathlib import Path
from secrets import token_hex

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import AppError
from drafting.answering import Limits
from drafting.conversation import MOST_TURNS
from kg.errors import GraphError
from kg.replacing import replacing

MOST_KEPT = 200
"""Conversations that are kept; those not asked further for longest fall away."""
_FOLDER = "conversations"
_NAME = re.compile(r"[0-9a-f]{32}")
_LARGEST = 1 << 20


class Question(BaseModel):
    """A question as it was asked, with the limits set beside it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    document: str | None = None
    tier: str | None = None
    subdomain: str | None = None
    system: str | None = None

    @property
    def limits(self) -> Limits:
        """The limits set beside it."""
        return Limits(self.document, self.tier, self.subdomain, self.system)


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    questions: tuple[Question, ...] = Field(max_length=MOST_TURNS)


class ConversationRecords:
    """The conversations of a data folder.

    Args:
        data: The data folder.
        most: How many are kept.
    """

    def __init__(self, data: Path, most: int = MOST_KEPT) -> None:
        self._folder = data / _FOLDER
        self._most = most

    def keep(self, questions: tuple[Question, ...], name: str | None = None) -> str:
        """Keep the questions of a conversation.

        Args:
            questions: Oldest first.
            name: What it was kept under before, to be replaced; None for a new one.

        Returns:
            What it is kept under: 32 random hexadecimal digits, which nobody can guess.

        Raises:
            AppError: It cannot be written.
        """
        name = name if name and _NAME.fullmatch(name) else token_hex(16)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(self._path(name)) as file:
                file.write(_Record(questions=questions[-MOST_TURNS:]).model_dump_json(exclude_none=True).encode())
            self._drop_oldest()
        except GraphError as error:
            raise AppError(str(error)) from error
        except OSError as error:
            why = error.strerror
            raise AppError(
                f"{self._folder}: cannot be written ({why}). Check who may write the data folder."
            ) from error
        return name

    def read(self, name: str) -> tuple[Question, ...]:
        """The questions kept under a name; none where there is no such conversation, or none that can be read."""
        path = self._path(name)
        if not _NAME.fullmatch(name) or not path.is_file() or path.stat().st_size > _LARGEST:
            return ()
        try:
            return _Record.model_validate_json(path.read_bytes()).questions
        except (OSError, ValidationError):
            return ()

    def forget(self, name: str) -> None:
        """Delete a conversation; nothing where there is none of this name."""
        if _NAME.fullmatch(name):
            self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _drop_oldest(self) -> None:
        files = [one for one in self._folder.glob("*.json") if _NAME.fullmatch(one.stem)]
        for one in sorted(files, key=lambda path: path.stat().st_mtime_ns)[: -self._most]:
            one.unlink(missing_ok=True)
