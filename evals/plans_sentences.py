"""Whether what a narrative's sentences name stands in the profile or the clause; not the product's own check of it.

Here a sentence is held against everything that the profile says, there against the facts that it rests on.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafting.lexicon import Lexicon
from drafting.plans.plan import Item
from drafting.profiles.references import describe, rows
from drafting.profiles.sections import Profile

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#/.\-]*")
KINDS = ("numbers", "Latin names", "systems")


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """What the sentences of a plan name.

    Attributes:
        sentences: How many sentences there are.
        named: How many numbers, Latin names and systems stand in them.
        strange: Those that stand in neither profile nor clause, with the requirement's id.
    """

    sentences: int
    named: Mapping[str, int]
    strange: tuple[tuple[str, str], ...]


def check_sentences(items: Iterable[Item], profile: Profile, lexicon: Lexicon) -> SentenceCheck:
    """Look up all that the sentences of items name."""
    told = "\n".join(describe(profile, path) for path, _ in rows(profile))
    known = dict(_named(f"{told}\n{json.dumps(profile.model_dump(), ensure_ascii=False)}", lexicon))
    sentences, named = 0, Counter[str]()
    strange: list[tuple[str, str]] = []
    for item in items:
        own = dict(_named(f"{item.requirement.plain}\n{item.requirement.text}", lexicon))
        for claim in item.sentences:
            sentences += 1
            for kind, names in _named(claim.text, lexicon):
                named[kind] += len(names)
                allowed = {*known[kind], *own[kind]}
                strange += [(item.requirement.id, name) for name in names if name not in allowed]
    return SentenceCheck(sentences, {kind: named[kind] for kind in KINDS}, tuple(strange))


def _named(text: str, lexicon: Lexicon) -> Iterator[tuple[str, list[str]]]:
    yield "numbers", _NUMBER.findall(text)
    yield "Latin names", [name.casefold().rstrip(".") for name in _LATIN.findall(text)]
    yield "systems", [mention.code for mention in lexicon.mentions(text)]
