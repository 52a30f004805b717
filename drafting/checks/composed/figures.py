"""Amounts, domains and years that a composed sentence tells in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.quantity import quantities
from drafting.checks.alignment import normalise
from drafting.checks.composed.view import Composed

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(view: Composed) -> Iterator[str]:
    """Name each amount told in English, and each year, that no cited clause states."""
    stated = {(found.comparator, found.value) for text in view.texts for found in quantities(text)}
    words: Mapping[str, str] = {"atleast": ">=", "atmost": "<=", "morethan": ">", "lessthan": "<", "about": "~"}
    for found in re.finditer(rf"({'|'.join(words)})(\d[\d.]*)", view.bare):
        if (words[found.group(1)], float(found.group(2))) not in stated:
            yield f"数量“{found.group()}”与引用条文不符"
    if "yuan" in view.bare and "(10,000yuan)" not in view.bare:
        yield "一万元是 10,000 元"
    for found in re.finditer(r"□\((?P<domain>[\u4e00-\u9fff]+)\)方面", view.bare):
        if not any(found["domain"] in text for text in view.texts):
            yield f"“{found['domain']}”不在引用条文中"
    known = "\n".join((*view.texts, *map(normalise, view.titles.values())))
    for year in _YEAR.findall(view.sentence):
        if year not in known and year not in view.asked:
            yield f"年份“{year}”不在引用条文中"
