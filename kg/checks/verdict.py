"""What a check says: whether all is well, on what it looked, and what is wrong, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Language = Literal["zh", "en"]
Figure = int | float | str | None


@dataclass(frozen=True, slots=True)
class Said:
    """The same sentence in both languages; names of things are the same in both."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in one language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one check.

    Attributes:
        name: Names the check, such as ``provenance``.
        ok: Whether nothing is wrong.
        detail: On what it looked, what it found and what was skipped.
        findings: What is wrong, each naming the thing; none where all is well.
        remarks: What is worth knowing and not wrong.
        figures: The numbers behind the detail, by name.
    """

    name: str
    ok: bool
    detail: Said
    findings: tuple[Said, ...] = ()
    remarks: tuple[Said, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=lambda: MappingProxyType({}))


def verdict(
    name: str,
    detail: Said,
    findings: Iterable[Said],
    *,
    remarks: Iterable[Said] = (),
    figures: Mapping[str, Figure] | None = None,
) -> Check:
    """A check that is well where it has no findings."""
    found = tuple(findings)
    return Check(name, not found, detail, found, tuple(remarks), MappingProxyType(dict(figures or {})))
