"""What a clause leaves out of an amount or a thing (不含税, 不含土建) must be left out in the sentence too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import covered
from drafting.checks.view import View

_EXCLUDED = re.compile(r"\((?P<told>[^()]*(?:不含|不包[括含]|不计|除外|剔除|扣除|除[^()]{1,20}外)[^()]*)\)")
LEAST_SAID = 0.7
"""The share of an exclusion's characters that the sentence must have."""


def check(view: View) -> Iterator[str]:
    """Name each exclusion in brackets behind words that a phrase takes, where the sentence does not tell it."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        for found in _EXCLUDED.finditer(view.texts[phrase.source]):
            taken = any(run.clause_at < found.start() <= run.clause_end for run in phrase.runs)
            known = covered(found["told"], view.sentence)
            if taken and sum(known) < LEAST_SAID * len(found["told"]):
                yield f"漏了条文的“{found['told']}”：{phrase.text}"
