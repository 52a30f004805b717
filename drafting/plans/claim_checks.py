"""Whether a narrative's sentence says only what the profile or the clause says.

Numbers, dates, systems and other names in Latin letters, titles in 《》 and words in 「」 must stand in the facts that
the sentence rests on or in the clause that it cites.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.clause import Clause
from drafting.lexicon import Lexicon
from drafting.plans.plan import Claim
from drafting.plans.spelled_dates import in_one_form

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#/.\-]*")
_QUOTED = re.compile(r"「([^」]*)」|《([^》]*)》")
_CHINESE_NUMBER = re.compile(r"[零一二两三四五六七八九十百千万亿]+(?=[个台套条项次人家年月天%％倍])")

FactText = Callable[[str], str]
"""A fact's value by its path, in words."""


def problems(claim: Claim, clause: Clause, fact_text: FactText, lexicon: Lexicon) -> tuple[str, ...]:
    """What a sentence says that neither its facts nor its clause say; nothing where it may stand."""
    source = "\n".join([clause.plain, clause.text, *(fact_text(path) for path in claim.facts)])
    return (
        *foreign(claim.text, source),
        *_systems(claim.text, source, lexicon),
        *(() if claim.facts or claim.citations else ("没有依据",)),
    )


def foreign(said: str, source: str) -> tuple[str, ...]:
    """Numbers, names in Latin letters and quotations of a text that do not stand in its source.

    A date of the source may be spelled with other signs between its digits.
    """
    known = f"{source}\n{in_one_form(source)}"
    return (
        *_foreign("数字", _NUMBER.findall(said), set(_NUMBER.findall(known))),
        *_foreign("数字", _CHINESE_NUMBER.findall(said), set(_CHINESE_NUMBER.findall(known))),
        *_foreign("名称", _LATIN.findall(said), set(_LATIN.findall(known))),
        *_quotations(said, known),
    )


def _foreign(what: str, said: Sequence[str], known: set[str]) -> Iterator[str]:
    folded = {one.casefold().rstrip(".") for one in known}
    for one in said:
        if one.casefold().rstrip(".") not in folded:
            yield f"{what}「{one}」不在档案和条文里"


def _systems(said: str, source: str, lexicon: Lexicon) -> Iterator[str]:
    named = lexicon.mentions(said)
    known = {mention.code for mention in lexicon.mentions(source)} if named else set()
    for mention in named:
        if mention.code not in known:
            yield f"系统或技术「{mention.surface}」不在档案和条文里"


def _quotations(said: str, source: str) -> Iterator[str]:
    for words, title in _QUOTED.findall(said):
        quoted = words or title
        if quoted and quoted not in source:
            yield f"引语「{quoted}」不在档案和条文里"
