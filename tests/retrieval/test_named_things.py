"""Everyday names of systems and scenarios: what they lead to, how near counts, and that a proposal says it is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.assembly import Workspace
from retrieval.errors import RetrievalError
from retrieval.facets import Facets
from retrieval.indexes import load_schemes
from retrieval.named_things import NATIONAL, SYSTEMS, NamedThings, no_things, thing_wordings
from retrieval.national import load_national_names
from retrieval.normalise import Normaliser
from tests.retrieval.fake_parts import clause

SCHEMES = load_schemes()
SCENARIOS = load_national_names(SCHEMES["tiers"], Normaliser()).concepts
MES, APS, SCENE = (SYSTEMS, "MES"), (SYSTEMS, "APS"), (NATIONAL, "scenario:18")
VECTORS = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]], dtype=np.float32)
THINGS = NamedThings((MES, APS, MES, SCENE), VECTORS)
CLAUSES = (
    clause(0, "应通过系统下发指令", systems=("MES",)),
    clause(1, "应科学排产", systems=("APS",)),
    clause(2, "应监测设备", national=("scenario:18",)),
    clause(3, "应培训员工"),
)
FACETS = Facets(CLAUSES, SCHEMES, Normaliser())


def vector(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_a_thing_is_as_near_as_its_nearest_name() -> None:
    assert THINGS.keys == (MES, APS, SCENE)
    assert THINGS.cosines(vector(0.6, 0.8, 0)) == pytest.approx([1.0, 0.8, 0.0])


@pytest.mark.parametrize(
    ("near", "margin", "rows"),
    [
        ((0.9, 0.5, 0.2), 0.0, {SYSTEMS: [0]}),
        ((0.9, 0.89, 0.2), 0.01, {SYSTEMS: [0, 1]}),
        ((0.2, 0.3, 0.9), 0.0, {NATIONAL: [2]}),
        ((0.9, 0.1, 0.9), 0.0, {SYSTEMS: [0], NATIONAL: [2]}),
    ],
)
def test_the_very_nearest_names_lead_to_their_clauses(
    near: tuple[float, ...], margin: float, rows: dict[str, list[int]]
) -> None:
    links = THINGS.linked(vector(*near), FACETS, margin)
    assert {scheme: np.flatnonzero(scores).tolist() for scheme, scores in links.items()} == rows
    assert all(scores[scores > 0].max() == pytest.approx(max(near)) for scores in links.values())


def test_a_thing_that_no_clause_names_leaves_the_next_one_its_place() -> None:
    things = NamedThings(((SYSTEMS, "EDA"), APS), VECTORS[:2])
    links = things.linked(vector(0.9, 0.4), FACETS, 0.0)
    assert np.flatnonzero(links[SYSTEMS]).tolist() == [1]


def test_nothing_named_links_nothing() -> None:
    assert no_things(3).linked(no_things(3).cosines(vector(1, 0, 0)), FACETS, 0.0) == {}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    THINGS.save(tmp_path / "things")
    read = NamedThings.load(tmp_path / "things")
    assert read.keys == THINGS.keys
    assert read.cosines(vector(0, 0, 1)) == pytest.approx(THINGS.cosines(vector(0, 0, 1)))
    with pytest.raises(RetrievalError, match=r"Run `gongbiao build`\."):
        NamedThings.load(tmp_path / "nothing")


def test_every_system_and_scenario_has_everyday_names() -> None:
    named = [key for key, _ in thing_wordings(SCHEMES["systems"], SCENARIOS)]
    assert {code for scheme, code in named if scheme == SYSTEMS} == set(SCHEMES["systems"].concepts)
    assert {code for scheme, code in named if scheme == NATIONAL} == {
        one for one in SCENARIOS if one.startswith("scenario:")
    }


def test_a_name_finds_its_clauses_and_a_proposal_says_that_it_is_one(founding: Workspace) -> None:
    searcher = founding.searcher
    alone = searcher.differing(
        fusion=replace(searcher.fusion, bm25=0, dense=0, graph=0, topic=0, wording=0, joint=0, named=0)
    )
    for key, reason in ((MES, "system"), (SCENE, "proposed")):
        place = searcher.things.keys.index(key)
        name = searcher.things.wordings.vectors[int(np.flatnonzero(searcher.things.wordings.owners == place)[0])]
        query = replace(searcher.ready("这个怎么说", name))
        hits = [hit for hit in alone.search(query, top=5) if hit.score > 0]
        assert hits and all(reason in hit.why for hit in hits)
        linked = {hit.clause.id for hit in hits}
        own = {searcher.clauses[row].id for row in searcher.facets.rows_of(key).tolist()}
        assert linked <= own
