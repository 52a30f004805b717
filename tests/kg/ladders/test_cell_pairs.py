from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.clause import Clause
from kg.ladders.cell_pairs import CellPairs
from kg.variants.link import Vectors
from tests.kg.variants.rows_of import Aligned, clause, link

LOW, HIGH = ("low", "低级"), ("high", "高级")
UPKEEP, ENERGY = (19, "设备运维"), (21, "能源管控")
LOWER = (
    clause("one/19/low/a", "应建立设备台账。", subdomain=UPKEEP, tier=LOW),
    clause("one/19/low/b", "应开展设备点检。", subdomain=UPKEEP, tier=LOW),
    clause("one/p1", "低级是指单个车间。", kind="paragraph", tier=LOW),
)
UPPER = (
    clause("one/19/high/a", "应建立设备台账；", subdomain=UPKEEP, tier=HIGH),
    clause("one/21/high/a", "应建立能源台账。", subdomain=ENERGY, tier=HIGH),
    clause("one/p2", "高级是指整个工厂。", kind="paragraph", tier=HIGH),
)


def same_beginning(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
    return np.array([[0.9 if a.plain[:4] == b.plain[:4] else 0.01 for b in right] for a in left], dtype=np.float32)


def test_cells_are_paired_within_their_subdomain_and_the_rest_as_usual() -> None:
    others = Aligned(
        link("one/p1", "one/p2", 0.7), link("one/19/low/a", "one/p2", 0.9), link("one/19/low/b", "one/21/high/a", 0.6)
    )
    found = CellPairs(same_beginning, lambda: others).align(LOWER, UPPER)
    assert [(one.left, one.right, one.twin) for one in found] == [
        ("one/19/low/a", "one/19/high/a", True),
        ("one/19/low/b", "one/21/high/a", False),
        ("one/p1", "one/p2", False),
    ]


def test_a_pair_says_that_the_document_files_both_in_one_place() -> None:
    upper = (clause("one/19/high/b", "应开展设备巡检。", subdomain=UPKEEP, tier=HIGH),)
    found = CellPairs(same_beginning, lambda: Aligned()).align(LOWER, upper)
    assert [(one.left, one.right, one.confidence) for one in found] == [("one/19/low/b", "one/19/high/b", 0.9)]
    assert [reason.detail for reason in found[0].reasons] == ["同在“设备运维”"]
