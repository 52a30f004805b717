"""The points of a requirement: those written for it, a threshold's conditions, or else one for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Clause
from kg.row_names import row_name, with_row_name
from ontology.checkpoint import Checkpoints, Condition, Point, Proof, Selector, conditions

_PROOF_OF_SYSTEM = "该系统的功能页面：系统名称、本企业的数据和日期"
_PROOF_ELSE = "与这句话相应的制度、记录或系统页面：本企业名称、日期和覆盖范围"
_SENTENCE = re.compile(r"[^。；;\n]+")


def points_of(clause: Clause, written: Checkpoints) -> tuple[tuple[Point, ...], bool]:
    """The points of a requirement, and whether they were derived from its text."""
    found = written.checkpoints.get(clause.id)
    if found is not None:
        return found.points, False
    stated = conditions_of(clause)
    if stated:
        return tuple(_conditioned(clause, one) for one in stated), False
    return tuple(_derived(clause)), True


def conditions_of(clause: Clause) -> tuple[Condition, ...]:
    """The conditions of applying that a threshold states: they are its points, and judged by their own tests."""
    return tuple(one for one in conditions() if one.clause == clause.id) if clause.kind == "threshold" else ()


def point_id(clause: Clause, number: int) -> str:
    """The id of a requirement's point; numbers count from 1."""
    return f"{clause.id}#{number}"


def span_of(clause: Clause, point: Point) -> tuple[int, int] | None:
    """Where a point's words stand in the document; None where the stored text breaks them over lines."""
    says = point.says.removeprefix(row_name(clause)).lstrip()
    at = clause.text.find(says)
    return (clause.start + at, clause.start + at + len(says)) if at >= 0 else None


def _conditioned(clause: Clause, condition: Condition) -> Point:
    says = condition.says or ""
    given = condition.model_dump(include={"ask", "passes", "proof", "rejected"})
    return Point(**given, says=says, answer="yes_no", scope="one", force=_force_of(clause, says))


def _derived(clause: Clause) -> Iterator[Point]:
    for sentence in _SENTENCE.findall(with_row_name(clause)):
        says = sentence.strip()
        if not says:
            continue
        selectors = tuple(Selector(**{"in": "systems", "code": (code,), "has": (says,)}) for code in clause.systems)
        yield Point(
            says=says,
            ask=f"「{says}」：是否已经做到并在用？",
            answer="yes_no",
            scope="one",
            force=_force_of(clause, says),
            **{"pass": "已投用，有连续的记录，覆盖这句话所说的范围"},
            proof=(
                Proof(type="system-screenshot", show=_PROOF_OF_SYSTEM)
                if clause.systems
                else Proof(type="running-record", show=_PROOF_ELSE),
            ),
            rejected="只有方案或采购合同，没有在用的记录",
            looks_at=selectors,
        )


def _force_of(clause: Clause, says: str) -> str:
    at = clause.text.find(says)
    if at < 0:
        return clause.forces[0]
    start, end = clause.start + at, clause.start + at + len(says)
    return next((one.force for one in clause.provisions if one.start < end and one.end > start), "none")
