"""A small made-up document with three tiers, and stand-ins for what pairs its clauses and tells how they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.clause import Clause, Force, Provision
from kg.ladders.climbing import Ladders
from kg.variants.difference import Difference, ForceChange, Words
from kg.variants.link import Vectors
from tests.kg.variants.rows_of import clause

LOW, HIGH, TOP = ("low", "低级"), ("high", "高级"), ("top", "顶级")
UPKEEP, ENERGY, CARE = (19, "设备运维"), (21, "能源管控"), (None, "客户关怀")


def row(place: str, text: str, subdomain: tuple[int | None, str], tier: tuple[str, str], force: Force) -> Clause:
    made = clause(f"one/{place}", text, tier=tier, force=force, kind="not_required" if text == "/" else "requirement")
    label = place.rpartition("/")[2] if place.count("/") > 1 else None
    number, name = subdomain
    provisions = (Provision(0, len(text), force),)
    return replace(made, subdomain_no=number, subdomain=name, label=label, domain="生产", provisions=provisions)


ROWS = (
    row("19/low/a", "应点检设备；", UPKEEP, LOW, "shall"),
    row("19/low/b", "宜诊断故障。", UPKEEP, LOW, "should"),
    row("19/high/a", "应诊断故障；", UPKEEP, HIGH, "shall"),
    row("19/high/b", "应共享备件。", UPKEEP, HIGH, "shall"),
    row("19/top", "宜共享备件。", UPKEEP, TOP, "should"),
    row("21/low", "应计量能耗。", ENERGY, LOW, "shall"),
    row("21/high", "/", ENERGY, HIGH, "none"),
    row("21/top", "应计量能耗。", ENERGY, TOP, "shall"),
    row("c/low", "/", CARE, LOW, "none"),
    row("c/high", "回访客户。", CARE, HIGH, "none"),
    row("c/top", "应回访客户。", CARE, TOP, "shall"),
    clause("two/1", "应建立制度。"),
)
BY_ID = {one.id: one for one in ROWS}


def same_matter(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
    """Sure where all but the first and last character are the same."""
    return np.array([[0.98 if matter(a) == matter(b) else 0.02 for b in right] for a in left], dtype=np.float32)


def matter(one: Clause) -> str:
    return one.plain[:-1].lstrip("应宜")


class ForceOnly:
    """Tells force and nothing else."""

    def difference(self, left: Sequence[Clause], right: Sequence[Clause]) -> Difference:
        (one,), (other,) = left, right
        if one.forces == other.forces:
            return Difference("similar")
        whole = [Words(clause.id, clause.start, clause.start + 1, clause.text[0]) for clause in (one, other)]
        return Difference("similar", (ForceChange(one.forces[0], other.forces[0], *whole),))


def ladders() -> Ladders:
    return Ladders(ROWS, same_matter, ForceOnly())
