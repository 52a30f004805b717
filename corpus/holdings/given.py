"""What a person says beside a file when it is ingested."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from corpus.errors import CorpusError
from corpus.holdings.corrections import Corrections, parse_corrections, shown_words
from corpus.holdings.record import FactName


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a document.

    Attributes:
        id: Its id; None where the file's name gives one.
        facts: Facts given by hand, by name.
        corrections: The bytes of a file of corrections; None where none is given.
        corrections_name: That file's name, for errors.
        edition: Whether a person insists that the file is an edition of the document of that id, however unlike it is.
    """

    id: str | None = None
    facts: dict[FactName, Any] = field(default_factory=dict)
    corrections: bytes | None = None
    corrections_name: str = "corrections"
    edition: bool = False

    def parsed(self) -> Corrections | None:
        """The corrections.

        Raises:
            CorpusError: Their file has an unknown or a wrong key; or a fact is no line of words.
        """
        for name, value in self.facts.items():
            try:
                shown_words(str(value))
            except ValueError as error:
                raise CorpusError(f"{name}: {error}. Give it as one line of words.") from None
        return None if self.corrections is None else parse_corrections(self.corrections, self.corrections_name)
