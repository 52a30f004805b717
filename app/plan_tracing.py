"""A saved plan's sentences and judgements, each with the profile's facts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from corpus.errors import CorpusError

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
    try:
        if named is None:
            raise KeyError(place)
        item = next(one for one in (*plan["items"], *plan["base"]) if one["requirement"]["id"] == named["item"])
        if named["point"]:
            return [_judged(item, item["points"][_index(named["point"])], plan)]
        told = item["sentences"]
        chosen = told if named["sentence"] is None else [told[_index(named["sentence"])]]
        return [_told(one, plan) for one in chosen]
    except (KeyError, TypeError, IndexError, StopIteration) as error:
        raise CorpusError(
            f"plan item {identifier}: it cannot be found ({type(error).__name__}). "
            "Save a plan with `gongbiao plan … --out FILE.json` and name FILE.json#REQUIREMENT or …:NUMBER."
        ) from error


def _index(number: str) -> int:
    if int(number) < 1:
        raise IndexError(number)
    return int(number) - 1


def _told(sentence: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    facts = {path: plan["facts"].get(path, "") for path in sentence["facts"]}
    return {"text": sentence["text"], "origin": sentence["origin"], "citations": sentence["citations"], "facts": facts}


def _judged(item: Mapping[str, Any], point: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    text = f"{point['question']} → {point['status']}（{point['why']}）"
    facts = {path: plan["facts"].get(path, "") for path in point["basis"]}
    return {"text": text, "origin": "composed", "citations": [item["requirement"]["id"]], "facts": facts}
