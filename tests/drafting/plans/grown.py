"""A rich made-up profile, grown from the points that are asked: much is answered, much is only shown by facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafting.plans.asked import point_id, points_of
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf
from ontology.checkpoint import Point, checkpoints_of
from tests.drafting.plans.made_up import AS_OF

DOCUMENTS = ("zj-graded", "guangxi-modes", "pujiang-plan")
STATES = ("in_use", "in_use", "trial", "building", "planned", "absent")
NAMED = {"documents": "title", "trainings": "topic"}
DATED = {"documents": "issued", "trainings": "held", "certificates": "issued", "organisation": "since"}
USED = ("networks", "data", "models", "partners")


def all_points(shelf: Shelf) -> dict[str, Point]:
    """Every point of the requirements and thresholds of three documents, by its id."""
    return {
        point_id(clause, number): point
        for document in DOCUMENTS
        for clause in shelf.of(document, kinds=("requirement", "threshold"))
        for number, point in enumerate(points_of(clause, checkpoints_of(document))[0], 1)
    }


def grown(points: Mapping[str, Point], *, good: bool) -> Profile:
    """A profile for the points.

    Args:
        points: What is asked, by id.
        good: Whether all of it is in use and covers everything; else much is on trial, planned, missing or undated.
    """
    states = ("in_use",) if good else STATES
    systems = _systems(points.values(), states)
    sections: dict[str, list[dict[str, Any]]] = {"systems": systems, "equipment": _machines(good)}
    for number, (section, word) in enumerate(_words(points.values())):
        row: dict[str, Any] = {NAMED.get(section, "name"): f"第{number}号{word}"}
        if section in DATED and (good or number % 3):
            row[DATED[section]] = "2023-02"
        if section in USED:
            row |= {"state": states[number % len(states)], "since": "2022-09", "content": f"{word}覆盖{number + 3}处"}
        sections.setdefault(section, []).append(row)
    sections["measures"] = _measures(points.values(), good)
    sections["practices"] = list(_practices(points, [one["name"] for one in systems], states))
    sections["evidence"] = _evidence(points)
    head = {"profile": {"id": "grown", "fictional": True, "as_of": AS_OF}}
    return Profile.model_validate(head | {"company": {"name": "示例阀门有限公司", "industry": "mixed"}} | sections)


def _systems(points: Any, states: Sequence[str]) -> list[dict[str, Any]]:
    modules: dict[str, dict[str, None]] = {}
    for point in points:
        for one in point.looks_at:
            for code in one.code:
                modules.setdefault(code, {}).update(dict.fromkeys(one.has))
    return [
        {
            "code": code,
            "name": f"{code}平台",
            "state": states[number % len(states)],
            "since": f"20{10 + number % 16}-03",
            "modules": list(named)[::2],
            "owner": "数字化部",
        }
        for number, (code, named) in enumerate(sorted(modules.items()))
    ]


def _machines(good: bool) -> list[dict[str, Any]]:
    return [
        {
            "name": f"第{number}类工业机器人",
            "kind": "工业机器人",
            "key": number % 2 == 0,
            "count": 10 + number,
            "networked": 10 + number - (0 if good else number),
            "automated": 10 + number,
            "state": "in_use",
            "since": "2021-06",
        }
        for number in range(5)
    ]


def _words(points: Any) -> Iterator[tuple[str, str]]:
    sections = (*USED, "documents", "organisation", "trainings", "certificates", "products")
    found = dict.fromkeys(
        (one.section, one.has[0]) for point in points for one in point.looks_at if one.section in sections
    )
    yield from list(found)[::2]


def _measures(points: Any, good: bool) -> list[dict[str, Any]]:
    names = dict.fromkeys(
        (one.name[0], one.at_least) for point in points for one in point.looks_at if one.section == "measures"
    )
    return [
        {"name": name, "value": least or 12.5, "unit": "%"} | ({"period": "2025"} if good or number % 2 else {})
        for number, (name, least) in enumerate(names)
    ]


def _practices(points: Mapping[str, Point], systems: Sequence[str], states: Sequence[str]) -> Iterator[dict[str, Any]]:
    for number, (identifier, point) in enumerate(points.items()):
        if number % 3 == 2:
            continue
        state = states[number % len(states)]
        row: dict[str, Any] = {
            "points": [identifier],
            "state": state,
            "since": f"2026-0{1 + number % 9}",
            "by": [systems[number % len(systems)]],
            "how": f"班组用{systems[number % len(systems)]}每班检查{number + 11}处，异常{number % 50 + 5}分钟内处置",
        }
        if number % 2:
            row["effect"] = f"2025年停机减少{number % 40 + 1}.5%"
        if point.answer == "number":
            row |= {"value": point.at_most or 7}
        elif point.scope != "one" and (len(states) == 1 or number % 5):
            total = number % 30 + 2
            row |= {"covered": total - (number % 2 if len(states) > 1 else 0), "total": total, "counted_as": point.of}
        yield row


def _evidence(points: Mapping[str, Point]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"E{number}",
            "kind": point.proof[0].type,
            "title": f"第{number}号材料",
            "serves": [identifier],
            "formed": "2026-05",
        }
        for number, (identifier, point) in enumerate(points.items())
        if number % 4 == 0
    ]
