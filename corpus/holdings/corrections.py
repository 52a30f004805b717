"""What a person corrected of a document: a YAML file, kept with the document and applied each time it is cut."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.clause import Force, Kind
from corpus.errors import CorpusError
from corpus.readers.unseen import seen
from corpus.yaml_files import format_yaml, parse_yaml

_LARGEST = 1 << 20
_LONGEST = 500


def shown_words(text: str) -> str:
    """A fact as a person gives it: one line, and nothing in it that nobody sees.

    Raises:
        ValueError: It is blank, too long, or holds line breaks, control or direction signs.
    """
    if not text.strip() or len(text) > _LONGEST:
        raise ValueError(f"it is blank or longer than {_LONGEST} characters")
    if seen(text) != text:
        raise ValueError("it holds line breaks, or signs that nobody sees")
    return text


_Words = Annotated[str, Field(min_length=1)]
_Fact = Annotated[str, AfterValidator(shown_words)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FactCorrections(_Strict):
    """Facts that take the place of those that were read; what is left out stays, ``null`` takes a fact away."""

    title: _Fact | None = None
    issuer: _Fact | None = None
    region: _Fact | None = None
    level: _Fact | None = None
    year: int | None = Field(default=None, ge=1900, le=2200)
    year_basis: _Fact | None = None
    status: _Fact | None = None
    number: _Fact | None = None
    validity: _Fact | None = None
    aliases: tuple[_Fact, ...] | None = None
    repeals: tuple[_Fact, ...] | None = None

    @model_validator(mode="after")
    def _named(self) -> FactCorrections:
        for name in ("title", "aliases", "repeals", "year_basis"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be null")
        return self


class RowCorrection(_Strict):
    """A change to one row, which is found by its exact text, or by its label and its section.

    Attributes:
        text: The row's text as it was cut; blanks and line breaks do not count.
        label, section: The printed label and the section's number, as the row has them.
        kind: What the row is.
        tier: The tier's name in the text's own words; ``null`` takes it away.
        track: The alternative's name; ``null`` takes it away.
        force: What rules the whole row; ``none`` where nothing does.
        ignore: The row is no part of the document proper (navigation, a button): it becomes a plain paragraph.
        split: The first words of each further row that it is split into.
        join: How many of the rows that follow belong to it.
    """

    text: _Words | None = None
    label: _Words | None = None
    section: str | None = None
    kind: Kind | None = None
    tier: str | None = None
    track: str | None = None
    force: Force | None = None
    ignore: bool = False
    split: tuple[_Words, ...] = ()
    join: int = Field(default=0, ge=0, le=100)

    @model_validator(mode="after")
    def _anchored(self) -> RowCorrection:
        if self.text is None and self.label is None:
            raise ValueError("a row is found by its text, or by its label (and section)")
        changes = {"kind", "tier", "track", "force"} & self.model_fields_set
        if not (changes or self.ignore or self.split or self.join):
            raise ValueError("it changes nothing: give kind, tier, track, force, ignore, split or join")
        if self.split and self.join:
            raise ValueError("a row is split or joined, not both")
        return self

    @property
    def anchor(self) -> str:
        """How a person finds it again in the file."""
        if self.text is not None:
            return f"“{self.text[:20]}{'…' if len(self.text) > 20 else ''}”"
        return f"{self.section or ''} “{self.label}”".strip()


class Corrections(_Strict):
    """All that a person corrected of a document.

    Attributes:
        facts: Corrected facts.
        rows: Corrected rows, applied in this order.
    """

    facts: FactCorrections = FactCorrections()
    rows: tuple[RowCorrection, ...] = Field(default=(), max_length=5_000)

    def fact_changes(self) -> dict[str, Any]:
        """The facts that were corrected, by name."""
        return {name: getattr(self.facts, name) for name in self.facts.model_fields_set}


def dump_corrections(corrections: Corrections) -> bytes:
    """Corrections as the file that :func:`parse_corrections` reads."""
    return format_yaml(corrections.model_dump(mode="json", exclude_unset=True))


def parse_corrections(data: bytes, name: str) -> Corrections:
    """Read a file of corrections.

    Args:
        data: The file's bytes.
        name: The file's name, for errors.

    Raises:
        CorpusError: It is no YAML, or has an unknown or a wrong key, which is named.
    """
    if len(data) > _LARGEST:
        raise CorpusError(f"corrections {name}: larger than {_LARGEST >> 20} MiB. Keep to what has to be corrected.")
    read = parse_yaml(data, f"corrections {name}", "Correct the line it names.")
    try:
        return Corrections.model_validate({} if read is None else read)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CorpusError(f"corrections {name}: {where}: {first['msg']}. Correct this key.") from None
