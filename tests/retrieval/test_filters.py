from __future__ import annotations

from typing import Any

import pytest

from retrieval.filters import FilterIndex, Filters
from tests.retrieval.fake_parts import cell, clause

CLAUSES = [
    clause(0, "智能化生产", kind="heading"),
    cell(1, "smart-factory", "应实现设备联网", systems=("SCADA",), forces=("shall",)),
    cell(2, "digital-workshop", "/", kind="not_required", subdomain=(32, "柔性化制造")),
    cell(3, "future-factory", "宜建立模型", forces=("should", "may"), technologies=("数字孪生",)),
    clause(4, "省级智能工厂", kind="table_cell", rule="table.head"),
    clause(5, "总投资不低于500万元", kind="threshold", document="other", track="数字工厂", element="基础支撑"),
]
INDEX = FilterIndex(CLAUSES)


def rows(**limits: Any) -> list[int]:
    return [row for row, found in enumerate(INDEX.mask(Filters(**limits))) if found]


def test_headings_column_heads_and_empty_cells_are_left_out() -> None:
    assert rows() == [1, 3, 5]


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ({"documents": ("other",)}, [5]),
        ({"tiers": ("smart-factory", "future-factory")}, [1, 3]),
        ({"subdomains": ("设备运维",)}, [1, 3]),
        ({"subdomains": ("19",)}, [1, 3]),
        ({"domains": ("基础支撑",)}, [5]),
        ({"systems": ("SCADA",)}, [1]),
        ({"technologies": ("数字孪生",)}, [3]),
        ({"forces": ("may",)}, [3]),
        ({"tracks": ("数字工厂",)}, [5]),
        ({"kinds": ("heading",)}, [0]),
        ({"kinds": ("table_cell", "threshold")}, [4, 5]),
        ({"tiers": ("smart-factory",), "forces": ("may",)}, []),
        ({"documents": ("unknown",)}, []),
    ],
)
def test_each_limit(limits: dict[str, tuple[str, ...]], found: list[int]) -> None:
    assert rows(**limits) == found


def test_empty_cells_are_found_by_who_asks_for_the_cell() -> None:
    assert rows(tiers=("digital-workshop",)) == []
    assert rows(tiers=("digital-workshop",), subdomains=("32",)) == [2]
    assert rows(kinds=("not_required",)) == [2]
    assert INDEX.mask(Filters(), cells=True)[2]


def test_an_empty_corpus_has_an_empty_mask() -> None:
    assert FilterIndex([]).mask(Filters(tiers=("x",))).shape == (0,)


def test_documents_set_aside_are_found_by_their_name_alone() -> None:
    document = CLAUSES[0].document
    aside = FilterIndex(CLAUSES, {document})
    named = [row for row, clause in enumerate(CLAUSES) if clause.document == document]
    assert named and not aside.mask(Filters())[named].any()
    assert (aside.mask(Filters(documents=(document,))) == INDEX.mask(Filters(documents=(document,)))).all()
