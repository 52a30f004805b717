"""The industry that a row is limited to: discrete (离散行业) or process (流程行业) manufacturing."""

from __future__ import annotations

import re

_SCOPE = re.compile(r"^(?:对于|针对)?(离散|流程)(?:型)?(?:行业|制造业|制造企业|企业|制造)?\s*[：:]|(?:对于|针对)(离散|流程)")


def industry_scope(text: str) -> str | None:
    """``离散行业`` or ``流程行业`` where a text is limited to one of them; None where it names both or neither."""
    named = {one or other for one, other in _SCOPE.findall(text)}
    return f"{named.pop()}行业" if len(named) == 1 else None
