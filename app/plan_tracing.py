"""A saved plan's sentences and judgements, each with the profile's facts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from corpus.errors import CorpusError
from drafting.plans.plan import STATUS_LABELS

_PLACE = re.compile(r"(?P<item>[^#:]+)(?:#(?P<point>\d+))?(?::(?P<sentence>\d+))?")


def sentences_of_plan(plan: Mapping[str, Any], place: str, identifier: str) -> list[dict[str, Any]]:
    """The sentences of an item, one of them, or the judgement of one of its points.

    Args:
        plan: The saved plan.
        place: ``REQUIREMENT``, ``REQUIREMENT:2`` (a sentence, counted from 1) or ``REQUIREMENT#1`` (a point).
        identifier: What was asked for, for the error.

    Raises:
        CorpusError: The plan has no such place.
    """
    named = _PLACE.fullmatch(place)
    if named is None:
        raise _unfound(identifier, "it names no requirement")
    try:
        item = next((one for one in (*plan["items"], *plan["base"]) if one["requirement"]["id"] == named["item"]), None)
        if item is None:
            raise _unfound(identifier, f"the plan has no requirement {named['item']}")
        if named["point"]:
            return [_judged(item, _chosen(item["points"], named["point"], "points", identifier), plan)]
        told = item["sentences"]
        number = named["sentence"]
        return [_told(one, plan) for one in ([_chosen(told, number, "sentences", identifier)] if number else told)]
    except (KeyError, TypeError) as error:
        raise _unfound(identifier, "the file is no whole plan") from error


def _chosen(held: Sequence[Any], number: str, what: str, identifier: str) -> Any:
    if not 1 <= int(number) <= len(held):
        raise _unfound(identifier, f"the requirement has {len(held)} {what}, counted from 1")
    return held[int(number) - 1]


def _unfound(identifier: str, why: str) -> CorpusError:
    return CorpusError(
        f"plan item {identifier}: it cannot be found, {why}. Save a plan with `gongbiao plan … --out FILE.json` "
        "and name FILE.json#REQUIREMENT, FILE.json#REQUIREMENT:SENTENCE or FILE.json#REQUIREMENT#POINT."
    )


def _told(sentence: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    facts = {path: plan["facts"].get(path, "") for path in sentence["facts"]}
    return {"text": sentence["text"], "origin": sentence["origin"], "citations": sentence["citations"], "facts": facts}


def _judged(item: Mapping[str, Any], point: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    text = f"{point['question']} → {STATUS_LABELS.get(point['status'], point['status'])}（{point['why']}）"
    facts = {path: plan["facts"].get(path, "") for path in point["basis"]}
    return {"text": text, "origin": "composed", "citations": [item["requirement"]["id"]], "facts": facts}
