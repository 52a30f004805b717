"""The second reading: it agrees with the parser, and it notices what a parser can get wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from corpus.clause import Clause
from corpus.library import Corpus, load_corpus
from evals import parsing_run, raw_tables
from evals.parsing_run import Count, ParsingResult
from tests.evals.fake_system import FakeWorkspace

Rows = list[Clause]


@cache
def corpus() -> Corpus:
    return load_corpus()


def _run(rows: Sequence[Clause] | None = None) -> ParsingResult:
    held = corpus()
    return parsing_run.run(FakeWorkspace(documents=held.documents, clauses=held.clauses if rows is None else rows))


def _wrong(rows: Rows) -> set[str]:
    return {f"{count.document}: {count.name}" for count in _run(rows).counts if not count.ok}


def _at(rows: Rows, clause_id: str) -> int:
    return next(place for place, row in enumerate(rows) if row.id == clause_id)


def test_both_readings_agree_on_the_founding_texts() -> None:
    found = _run()
    assert [count for count in found.counts if not count.ok] == []
    assert len({count.document for count in found.counts}) == 5


def test_the_document_s_own_totals_are_among_the_counts() -> None:
    counts = {count.name: count.in_text for count in _run().counts}
    assert [counts[f"subdomains that the text states, {tier}"] for tier in raw_tables.TIERS] == [24, 34, 44]


def _drop(rows: Rows) -> None:
    del rows[_at(rows, "zj-graded/19/smart-factory/a")]


def _wrong_tier(rows: Rows) -> None:
    place = _at(rows, "zj-graded/19/smart-factory/a")
    rows[place] = replace(rows[place], tier="future-factory", label="z")


def _softer(rows: Rows) -> None:
    place = _at(rows, "zj-graded/19/smart-factory/a")
    rows[place] = replace(rows[place], forces=("should",))


def _merge(rows: Rows) -> None:
    place = next(
        p for p, row in enumerate(rows) if row.document == "guangxi-modes" and row.text.startswith("应用数字化三维")
    )
    rows[place - 1] = replace(rows[place - 1], end=rows[place].end)
    del rows[place]


def _shift(rows: Rows) -> None:
    place = _at(rows, "zj-graded/19/smart-factory/a")
    rows[place] = replace(rows[place], start=rows[place].start - 1)


@pytest.mark.parametrize(
    ("damage", "noticed"),
    [
        (_drop, "zj-graded: requirements, smart-factory"),
        (_drop, "zj-graded: lines that belong to a row"),
        (_wrong_tier, "zj-graded: requirements, future-factory"),
        (_softer, "zj-graded: clauses whose force differs"),
        (_merge, "guangxi-modes: （一）离散型智能制造模式。"),
        (_shift, "zj-graded: rows whose text stands where they say"),
    ],
)
def test_damage_is_noticed(damage: Callable[[Rows], None], noticed: str) -> None:
    rows = list(corpus().clauses)
    damage(rows)
    assert noticed in _wrong(rows)


def test_equal_numbers_of_unequal_things_do_not_agree() -> None:
    assert not Count("d", "labels", 2, 2, differing=2).ok
    assert Count("d", "labels", 2, 2).ok


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("应用先进技术，响应客户", ()),
        ("宜应用数控机床，可支持协同", ("宜", "可")),
        ("应建立可追溯的供应链。宜共享", ("应", "宜")),
    ],
)
def test_the_second_reading_tells_governing_words_from_compounds(text: str, forces: tuple[str, ...]) -> None:
    assert raw_tables.governing(text) == forces
