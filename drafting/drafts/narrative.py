"""A narrative's draft: the enterprise's own words put into sentences, with what is missing marked and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.checks.alignment import normalise
from drafting.drafts.own_words import NUMBER, new_numbers, strange

JOINING_WORDS = (
    "并且|以及|同时|依托|通过|利用|采用|进行|开展|实施|由此|从而|其中|按照|根据|随后|之后|期间|公司|企业|我|本|经|使|用|向|到|至|从|按|每|各|后"
    "|时|再|又|即|将|把|已|均为|做|有|一|该|如|若|会|给|当|就|得|前|起"
)
"""Words that join what is said, or name who speaks, and claim nothing; parted by bars."""
JOINING = re.compile(JOINING_WORDS)
LIMITING = re.compile(
    r"没有|尚未|未能|未(?!来|知)|不[^同断]|无法|仅|只|部分|个别|试运行|试点|计划|拟|在建|停用|二期|除"
)
"""Single words that narrow what is said; a smoother sentence must not lose them."""
WIDENING = "均都全皆各每必"
"""Signs that stretch what is said to all of it."""
_MARK = re.compile(r"【[^【】]*】")
_FORM = "【需企业补充：{missing}】"
_PARTS = re.compile(r"[；;]")


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a draft says that its values do not, and what of them it lost; nothing where it may stand.

    Args:
        draft: The draft.
        values: ``by``, ``how``, ``effect`` and ``missing``; the last lists what to mark, parted by semicolons.

    >>> given = {"by": "点检终端", "how": "每班点检；异常派单", "effect": "", "missing": "成效"}
    >>> problems("依托点检终端，每班点检，异常派单。【需企业补充：成效】", given)
    ()
    >>> problems("依托点检终端，全部设备每班点检，异常派单。", given)
    ('多了“全部设备”', '多了“全”', '没有标出“成效”')
    """
    said = _MARK.sub("", draft)
    given = "\n".join(values[name] for name in ("by", "how", "effect"))
    owed = "\n".join(values[name] for name in ("how", "effect"))
    return (
        *(f"多了“{word}”" for word in strange(said, given, JOINING)),
        *(f"多了数字“{number}”" for number in new_numbers(said, given)),
        *(f"多了“{sign}”" for sign in WIDENING if said.count(sign) > given.count(sign)),
        *(f"漏了“{word}”" for word in _lost(said, owed)),
        *_marks(draft, values["missing"]),
    )


def marks(missing: str) -> str:
    """How what is missing is marked.

    >>> marks("成效；台账")
    '【需企业补充：成效】【需企业补充：台账】'
    """
    return "".join(_FORM.format(missing=one) for one in _PARTS.split(missing) if one)


def _lost(said: str, owed: str) -> Iterator[str]:
    """Words that limit or deny, and numbers, which a smoother sentence must not lose."""
    text = normalise(said)
    for pattern in (LIMITING, NUMBER):
        yield from (word for word in dict.fromkeys(pattern.findall(normalise(owed))) if word not in text)


def _marks(draft: str, missing: str) -> Iterator[str]:
    owed = [_FORM.format(missing=one) for one in _PARTS.split(missing) if one]
    shown = _MARK.findall(draft)
    yield from (f"没有标出“{one[7:-1]}”" for one in owed if one not in shown)
    yield from (f"多标了{one}" for one in shown if one not in owed)
