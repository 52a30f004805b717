"""A difference's draft: who writes what, each side's own told of that side and nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.commands import without_commands
from drafting.checks.alignment import normalise
from drafting.drafts.own_words import new_numbers, strange
from drafting.drafts.telling import Told, phrases, sentences, telling

JOINING_WORDS = (
    "方面|另写|另有|另外|只有|写|要求|没有|未写|未作|未提|未提出|规定|内容|变为|改为|两者|双方|一致|相同|不同|比|则|而|用词|用|由|另|有|无|了|还"
    "|只|仅|到|从|多|前者|后者|后|增加|新增|不再|提|明确|给出|是|作|数字|说法|在|这一|事项|上|都"
)
"""Words that set one side against the other and claim nothing of either; parted by bars, longer ones first."""
JOINING = re.compile(
    "|".join([*sorted(JOINING_WORDS.split("|"), key=len, reverse=True), r"[“\"](?:应|宜|可|鼓励)[”\"]"])
)
SENTENCES = 2
_LISTED = re.compile(r"[、；;]")
_CHANGE = "→"
_UNSAID = ("未写", "无")
_AGREE = re.compile(r"(?<!不)(?<!不尽)(?:一致|相同)|没有不同|无不同")
_FORCE_NAMES = re.compile("用词|说法")


@dataclass(frozen=True, slots=True)
class _Number:
    measured: str
    side: str
    value: str


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
    >>> problems("点检方面，甲省办法用“宜”，乙省细则用“应”。乙省细则另写终端。", given)
    ('“终端”说到了另一方', '漏了“终端”', '甲省办法的用词不是“宜”', '乙省细则的用词不是“应”')
    """
    given = "\n".join(map(without_commands, values.values()))
    numbers = tuple(_numbers(values))
    own = {
        normalise(item): values[side]
        for name, side in (("only_left", "left"), ("only_right", "right"))
        for item in filter(None, _LISTED.split(values[name]))
    }
    names = [values["topic"], *own, *(name for one in numbers for name in (one.measured, one.value) if name)]
    told = telling(draft, (values["left"], values["right"]), names)
    return (
        *(f"多了“{word}”" for word in strange(draft, given, JOINING)),
        *(f"多了数字“{number}”" for number in new_numbers(draft, given)),
        *_shape(draft, values["topic"]),
        *_owned(told, own, values["topic"]),
        *_forces(told, values),
        *_measured(told, numbers, values["topic"]),
        *_claims(draft, values),
    )


def _numbers(values: Mapping[str, str]) -> Iterator[_Number]:
    for change in filter(None, re.split("[；;]", values["numbers"])):
        measured, _, pair = change.strip().rpartition(" ")
        for side, value in zip(("left", "right"), pair.split(_CHANGE), strict=False):
            said = "" if value in _UNSAID else normalise(value)
            yield _Number(normalise(measured), normalise(values[side]), said)


def _shape(draft: str, topic: str) -> Iterator[str]:
    found = sentences(draft)
    if len(found) != SENTENCES:
        yield f"有{len(found)}句，应为{SENTENCES}句"
    if found and normalise(topic) not in found[0]:
        yield f"第一句没有说到“{topic}”"


def _owned(told: Sequence[Told], own: Mapping[str, str], topic: str) -> Iterator[str]:
    for item, owner in own.items():
        said = [one for one in told if one.name == item and (one.sides or item != normalise(topic))]
        if any((side == normalise(owner)) == one.denied for one in said for side in one.sides or ("",)):
            denied = any(one.denied and normalise(owner) in one.sides for one in said)
            yield f"“{item}”被说成没有" if denied else f"“{item}”说到了另一方"
        if not any(normalise(owner) in one.sides and not one.denied for one in said):
            yield f"漏了“{item}”"


def _forces(told: Sequence[Told], values: Mapping[str, str]) -> Iterator[str]:
    words = values["forces"].split(_CHANGE) if values["forces"] else (_UNSAID[1], _UNSAID[1])
    sides = [values["left"], values["right"]]
    stated = {normalise(side): (side, word) for side, word in zip(sides, words, strict=True)}
    said = [(one, one.name[1:-1]) for one in told if one.name[0] in '“"']
    for one, word in said:
        for side in one.sides:
            shown, own = stated[side]
            if (own == word) == one.denied:
                yield (
                    f"{shown}的用词不是“{own if one.denied else word}”"
                    if not one.denied
                    else f"{shown}的用词是“{word}”"
                )
        if not one.sides:
            yield f"没有说用词“{word}”是哪一方的"
    for side, (shown, word) in stated.items():
        if word not in _UNSAID and not any(side in one.sides and not one.denied for one, _ in said):
            yield f"漏了{shown}的用词“{word}”"


def _measured(told: Sequence[Told], numbers: Sequence[_Number], topic: str) -> Iterator[str]:
    bound = list(_bound(told, numbers, topic))
    for one, measured in bound:
        for side in one.sides or ("",):
            owners = [number for number in numbers if number.value == one.name and number.side == side]
            if not owners:
                yield f"“{one.name}”说到了另一方"
            elif one.denied:
                yield f"“{one.name}”被说成没有"
            elif not any(number.measured in ("", measured) for number in owners):
                yield f"“{one.name}”不是“{measured}”的数字" if measured else f"没有说“{one.name}”是什么的数字"
    for number in numbers:
        if number.value and not any(
            one.name == number.value and number.side in one.sides and number.measured in ("", measured)
            for one, measured in bound
        ):
            yield f"漏了“{number.measured}{number.value}”"
        if number.value and _measure_denied(told, numbers, number):
            yield f"“{number.measured}”被说成没有"


def _bound(told: Sequence[Told], numbers: Sequence[_Number], topic: str) -> Iterator[tuple[Told, str]]:
    """Each value told, with what it is said to measure: named before it in its phrase, after it, or last before."""
    measures = {one.measured for one in numbers} - {""}
    valued = {one.value for one in numbers} - {""}
    matter = next((one for one in sorted(measures, key=len, reverse=True) if one in normalise(topic)), "")
    names = [(one, matter if one.name == normalise(topic) and one.name not in measures else one.name) for one in told]
    for at, one in enumerate(told):
        if one.name not in valued:
            continue
        before = [(other, name) for other, name in names[:at] if name in measures]
        near = [name for other, name in before if other.phrase == one.phrase]
        after = [name for other, name in names[at + 1 :] if name in measures and other.phrase == one.phrase]
        yield one, near[-1] if near else after[0] if after else before[-1][1] if before else ""


def _measure_denied(told: Sequence[Told], numbers: Sequence[_Number], number: _Number) -> bool:
    valued = {
        (one.phrase, side) for one in told for side in one.sides if one.name in {other.value for other in numbers}
    }
    return any(
        one.name == number.measured
        and one.denied
        and number.side in one.sides
        and (one.phrase, number.side) not in valued
        for one in told
    )


def _claims(draft: str, values: Mapping[str, str]) -> Iterator[str]:
    """Sameness and difference, where a draft claims them in general."""
    words = values["forces"].split(_CHANGE)
    same_force = len(words) == len(set(_UNSAID)) and len(set(words)) == 1
    differs = bool(values["numbers"] or values["only_left"] or values["only_right"] or len(set(words)) > 1)
    for phrase in (one for sentence in sentences(draft) for one in phrases(sentence)):
        if _AGREE.search(phrase) and differs and not (same_force and _FORCE_NAMES.search(phrase)):
            yield "两者并不一致"
        if "不同" in phrase and not _AGREE.search(phrase):
            if "数字" in phrase and not values["numbers"]:
                yield "没有不同的数字"
            if "用词" in phrase and len(set(words)) == 1:
                yield "没有不同的用词"
