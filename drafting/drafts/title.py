"""A title's draft: short, and made of the words of what it stands over."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafting.drafts.own_words import strange

LONGEST = 16
JOINING_WORDS = "管理|要求|建设"
_JOINING = re.compile(JOINING_WORDS)


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a draft says that the clauses do not, and whether it is too long.

    >>> problems("设备点检与保养", {"clauses": "开展设备点检；按计划保养"})
    ()
    """
    long = (f"超过{LONGEST}字",) if len(draft) > LONGEST else ()
    return (*long, *(f"多了“{word}”" for word in strange(draft, values["clauses"], _JOINING)))
