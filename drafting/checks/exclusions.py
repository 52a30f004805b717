"""What a clause leaves out of an amount or a thing (不含税, 不含土建) must be left out in the sentence too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import mostly_said
from drafting.checks.view import View

_EXCLUDED = re.compile(r"\((?P<told>[^()]*(?:不含|不包[括含]|不计|除外|剔除|扣除|除[^()]{1,20}外)[^()]*)\)")


def check(view: View) -> Iterator[str]:
    """Name each exclusion in brackets behind words that a phrase takes, where the sentence does not tell it."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        for found in _EXCLUDED.finditer(view.texts[phrase.source]):
            taken = any(run.clause_at < found.start() <= run.clause_end for run in phrase.runs)
            if taken and not mostly_said(found["told"], view.sentence):
                yield f"漏了条文的“{found['told']}”：{phrase.text}"
