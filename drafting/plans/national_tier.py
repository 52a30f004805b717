"""What is asked by a tier of the national gradient, judged apart from every target of a province or a county."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.plans.statuses import Status


@dataclass(frozen=True, slots=True)
class NationalCondition:
    """What publications say that a national tier asks: no official text, and not of the province.

    Attributes:
        about, asks: What it is about, and what is asked, in Gongbiao's words.
        status, why, basis: The judgement.
        trust: ``A`` where unrelated publications agree, else ``B``.
        edition: The edition it was found in, where that matters.
    """

    about: str
    asks: str
    status: Status
    why: str
    basis: tuple[str, ...]
    trust: str
    edition: str | None


@dataclass(frozen=True, slots=True)
class NationalTier:
    """A tier of the national gradient with what it asks, judged apart from every provincial target."""

    tier: str
    label: str
    conditions: tuple[NationalCondition, ...]
