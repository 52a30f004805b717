"""Made-up points, facts and grounds for judging: a valve maker's profile, written row by row where a test needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drafting.lexicon import Lexicon
from drafting.plans.ground import Ground
from drafting.plans.plan import PointResult
from drafting.profiles.sections import Profile
from ontology.checkpoint import Point, Selector

CODES = ("MES", "APS", "WMS", "QMS")
AS_OF = "2026-10-31"
COMPANY = {"name": "示例阀门有限公司", "short_name": "示例阀门", "industry": "离散"}
MES = {"id": "S1", "code": "MES", "name": "生产执行系统", "state": "在用", "since": "2022-05"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A system that a text names."""

    code: str
    surface: str


def mentions(text: str) -> Sequence[Mention]:
    """The systems that a text names by abbreviation."""
    return [Mention(code, code) for code in CODES if code in text.upper()]


def codes_in(text: str) -> Sequence[str]:
    return [one.code for one in mentions(text)]


LEXICON = Lexicon(mentions)


def profile(**sections: Any) -> Profile:
    """A profile with the given sections beside its header and the enterprise."""
    given = {"profile": {"id": "made-up", "fictional": True, "as_of": AS_OF}, "company": COMPANY}
    return Profile.model_validate(given | sections)


def ground(**sections: Any) -> Ground:
    """The same, indexed for judging."""
    return Ground(profile(**sections), codes_in)


def selector(section: str, **fields: Any) -> Selector:
    return Selector.model_validate({"in": section, **fields})


def point(says: str = "实现设备联网", **fields: Any) -> Point:
    """A point; a whole that exists once, with 应, unless told otherwise."""
    given: dict[str, Any] = {
        "says": says,
        "ask": f"{says}了吗？",
        "answer": "yes_no",
        "scope": "one",
        "force": "shall",
        "pass": f"{says}，已投用",
        "proof": [{"type": "system-screenshot", "show": "在线台数与日期"}],
        "rejected": "只有合同",
    }
    return Point.model_validate(given | fields)


def result(identifier: str = "scheme/1#1", status: Any = "gap", **fields: Any) -> PointResult:
    """A judged point."""
    given: dict[str, Any] = {
        "id": identifier,
        "question": "做了吗？",
        "status": status,
        "why": "还没有",
        "basis": (),
        "says": "实现设备联网，",
        "span": (0, 6),
        "force": "shall",
        "passes": "设备联网已投用",
        "rejected": "只有合同",
        "scope": "one",
    }
    return PointResult(**(given | fields))


def practice(*points: str, **fields: Any) -> dict[str, Any]:
    """An answer: in use since 2023 unless told otherwise."""
    return {"points": list(points), "state": "在用", "since": "2023-01"} | fields
