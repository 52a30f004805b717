"""A difference's draft: who writes what, each side's own told of that side and nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.checks.alignment import normalise
from drafting.drafts.own_words import new_numbers, strange

JOINING_WORDS = (
    "方面|另写|另有|另外|只有|写|要求|没有|未写|未作|规定|内容|变为|改为|两者|双方|一致|不同|比|则|而|用|由|另|有|无|用词|了|还|只|仅|到|从|多|后|前者"
    "|增加|新增|不再|提|明确|给出|是|作|数字|说法|在|这一|事项|上"
)
"""Words that set one side against the other and claim nothing of either; parted by bars."""
JOINING = re.compile(rf"{JOINING_WORDS}|[“\"](?:应|宜|可|鼓励)[”\"]")
_LISTED = re.compile(r"[、；;]")
_PHRASE = re.compile(r"[^，,。；;]+")
_FORCE = re.compile(r"[“\"]([应宜可]|鼓励)[”\"]")
_CHANGE = "→"
_UNSAID = ("未写", "无")


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a draft says that its values do not, tells of the wrong side, or leaves out.

    Args:
        draft: The draft.
        values: ``topic``, ``left``, ``right``, ``forces`` (``应→宜``), ``numbers`` (``收购点 未写→不少于3个``,
            parted by semicolons), ``only_left`` and ``only_right`` (listed with 、).

    >>> given = {"topic": "点检", "left": "甲省办法", "right": "乙省细则", "forces": "应→宜", "numbers": "",
    ...          "only_left": "终端", "only_right": ""}
    >>> problems("点检方面，甲省办法用“应”，乙省细则用“宜”。甲省办法另写终端。", given)
    ()
    >>> problems("点检方面，甲省办法用“宜”，乙省细则用“应”，并另写终端。", given)
    ('“终端”说到了另一方', '甲省办法的用词不是“宜”', '乙省细则的用词不是“应”')
    """
    given = "\n".join(values.values())
    told = tuple(_by_side(draft, values["left"], values["right"]))
    return (
        *(f"多了“{word}”" for word in strange(draft, given, JOINING)),
        *(f"多了数字“{number}”" for number in new_numbers(draft, given)),
        *_owned(told, values),
        *_forces(told, values),
        *(f"漏了“{one}”" for one in _numbers(values["numbers"]) if normalise(one) not in normalise(draft)),
    )


def _by_side(draft: str, left: str, right: str) -> Iterator[tuple[str, str]]:
    """Each phrase with the side that it tells of: the one named last, in it or before it."""
    side = ""
    for phrase in _PHRASE.findall(normalise(draft)):
        named = {name: phrase.rfind(normalise(name)) for name in (left, right)}
        last = max(named, key=lambda name: named[name])
        side = last if named[last] >= 0 else side
        yield side, phrase


def _owned(told: tuple[tuple[str, str], ...], values: Mapping[str, str]) -> Iterator[str]:
    for own, name in (("only_left", "left"), ("only_right", "right")):
        for item in filter(None, _LISTED.split(values[own])):
            sides = {side for side, phrase in told if normalise(item) in phrase}
            if not sides:
                yield f"漏了“{item}”"
            elif sides != {values[name]}:
                yield f"“{item}”说到了另一方"


def _forces(told: tuple[tuple[str, str], ...], values: Mapping[str, str]) -> Iterator[str]:
    words = values["forces"].split(_CHANGE) if values["forces"] else (_UNSAID[1], _UNSAID[1])
    stated = dict(zip((values["left"], values["right"]), words, strict=True))
    said = [(side, word) for side, phrase in told for word in _FORCE.findall(phrase)]
    yield from (f"{side}的用词不是“{word}”" for side, word in said if stated.get(side) != word)
    for side, word in stated.items():
        if word not in _UNSAID and (side, word) not in said and not any(one == side for one, _ in said):
            yield f"漏了{side}的用词“{word}”"


def _numbers(numbers: str) -> Iterator[str]:
    for change in filter(None, re.split("[；;]", numbers)):
        _, _, pair = change.rpartition(" ")
        yield from (one for one in pair.split(_CHANGE) if one and one not in _UNSAID)
