"""The industry that a row is limited to: discrete (离散行业) or process (流程行业) manufacturing."""

from __future__ import annotations

import re

from corpus.folding import folded

_NAMES = r"(离散|流程)型?(?:行业|制造业|制造企业|企业|制造)"
_LIMITED = re.compile(rf"^(?:[^。：:，；]{{2,15}}[。：:]\s*)?(?:对于|针对)?{_NAMES}")
_NAMED = re.compile(_NAMES)


def industry_scope(text: str) -> str | None:
    """``离散行业`` or ``流程行业`` where a text opens by limiting itself to one of them; else None."""
    text = folded(text)
    limited = _LIMITED.match(text)
    if limited is None or len(set(_NAMED.findall(text))) > 1:
        return None
    return f"{limited[1]}行业"
