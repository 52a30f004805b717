"""Clauses survive the way to JSON and back, and wrong rows are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause, Provision, Quantity
from kg.clause_json import ROW_KEYS, clause_from_row, clause_to_row, read_clauses, write_clauses
from kg.errors import GraphError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NAMES = TEXTS.filter(bool)
PLACES = st.integers(min_value=0, max_value=10**7)
FORCES = st.sampled_from(["shall", "should", "may", "encouraged", "none"])
CLAUSES = st.builds(
    Clause,
    id=NAMES,
    document=NAMES,
    section=TEXTS,
    path=st.tuples(TEXTS, TEXTS),
    kind=st.sampled_from(["requirement", "not_required", "heading", "term"]),
    text=TEXTS,
    plain=TEXTS,
    start=PLACES,
    end=PLACES,
    rule=NAMES,
    domain=st.none() | TEXTS,
    subdomain_no=st.none() | st.integers(1, 44),
    tier=st.none() | NAMES,
    label=st.none() | TEXTS,
    forces=st.lists(FORCES, min_size=1, max_size=3).map(tuple),
    provisions=st.lists(st.builds(Provision, PLACES, PLACES, FORCES), max_size=2).map(tuple),
    systems=st.lists(NAMES, max_size=2).map(tuple),
    quantities=st.lists(
        st.builds(
            Quantity,
            TEXTS,
            st.sampled_from([">=", "<=", "range"]),
            st.floats(allow_nan=False, allow_infinity=False),
            st.none() | st.floats(allow_nan=False, allow_infinity=False),
            TEXTS,
            PLACES,
            PLACES,
        ),
        max_size=2,
    ).map(tuple),
    lineage=st.none() | NAMES,
    tiers=st.lists(NAMES, max_size=3).map(tuple),
)
SAMPLE = Clause("d/1", "d", "", ("甲",), "requirement", "应有。", "应有。", 3, 6, "rule", forces=("shall",))


@given(CLAUSES)
def test_a_clause_comes_back_as_it_went(clause: Clause) -> None:
    row = json.loads(json.dumps(clause_to_row(clause), ensure_ascii=False))
    assert tuple(row) == ROW_KEYS
    assert clause_from_row(row) == clause


def test_a_whole_number_may_stand_for_a_value() -> None:
    row = clause_to_row(SAMPLE)
    row["quantities"] = [
        {"text": "2年", "comparator": "<=", "value": 2, "value_max": None, "unit": "年", "start": 3, "end": 5}
    ]
    assert clause_from_row(row).quantities[0].value == 2.0


def test_a_file_comes_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "clauses.jsonl"
    other = Clause("d/2", "d", "", (), "paragraph", "a\u2028b\n", "a b", 0, 4, "rule")
    assert write_clauses([SAMPLE, other], path) == 2
    assert tuple(read_clauses(path)) == (SAMPLE, other)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"colour": "red"}, "colour"),
        ({"force": "shall"}, "force"),
        ({"start": "3"}, "start"),
        ({"kind": "poem"}, "kind"),
        ({"iri": "https://example.org/d/1"}, "is not this clause's"),
    ],
)
def test_a_wrong_row_is_named(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(GraphError, match=complaint) as caught:
        clause_from_row({**clause_to_row(SAMPLE), **change})
    assert "d/1" in str(caught.value)


def test_a_missing_key_is_named() -> None:
    row = clause_to_row(SAMPLE)
    del row["plain"]
    with pytest.raises(GraphError, match="plain"):
        clause_from_row(row)


@pytest.mark.parametrize("line", ["{", "[]", "3"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "clauses.jsonl"
    write_clauses([SAMPLE], path)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(GraphError, match=r"clauses\.jsonl line 2"):
        tuple(read_clauses(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        tuple(read_clauses(tmp_path / "none.jsonl"))
