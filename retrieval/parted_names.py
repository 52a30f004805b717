"""Long names of the vocabularies that a question writes apart (模型能力拿去市场化)."""

from __future__ import annotations

import re

from kg.triples import Vocabularies

_CHINESE = re.compile(r"[一-鿿]")
_LONG_NAME = 4
_HALF = 3
"""The fewest characters of either half of a name that is written apart."""


def long_names(vocabularies: Vocabularies) -> list[tuple[str, str, str]]:
    """Chinese names of capabilities and tiers that may stand written apart, each with its scheme and code."""
    schemes = (vocabularies.capabilities, vocabularies.tiers)
    printed = [(one.zh, scheme.name, one.code) for scheme in schemes for one in scheme.concepts.values()]
    tiers = vocabularies.tiers
    others = [(name, tiers.name, one.code) for one in tiers.concepts.values() for name in one.alternatives]
    return [one for one in printed if len(one[0]) >= _LONG_NAME] + [
        one for one in others if len(one[0]) >= _LONG_NAME and _CHINESE.match(one[0])
    ]


def parted(name: str, text: str) -> re.Match[str] | None:
    """Where a long name stands with words between its two halves (模型能力拿去市场化).

    >>> parted("模型能力市场化", "把模型能力拿去市场化").group()
    '模型能力拿去市场化'
    """
    halves = range(_HALF, len(name) - _HALF + 1) if _CHINESE.match(name) else ()
    each = (re.search(f"{re.escape(name[:at])}[^，,。；、和与]{{1,4}}{re.escape(name[at:])}", text) for at in halves)
    return next((found for found in each if found), None)
