"""A query that may be anything is ended in time, and answers what the graph itself answers."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import GraphStore, write_graph
from kg.terms import Triple, words
from kg.timed_queries import Bounds, ask_in_time

LOW = (
    "SELECT ?thing ?name WHERE { ?thing skos:prefLabel ?name FILTER(CONTAINS(STR(?thing), 'example')) } ORDER BY ?name"
)
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("asked") / "graph"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    write_graph(place, [Triple(f"https://example.org/{n}", label, words(f"名{n}", "zh")) for n in range(5)])
    return place


def test_the_answer_is_the_graph_s_own(folder: Path) -> None:
    assert ask_in_time(folder, LOW) == GraphStore.open_read_only(folder).query(LOW)
    assert ask_in_time(folder, "ASK { ?thing skos:prefLabel '名1'@zh }").truth is True


def test_rows_beyond_the_bound_are_told_of(folder: Path) -> None:
    found = ask_in_time(folder, LOW, Bounds(rows=2))
    assert len(found.terms) == 2 and found.cut


def test_what_takes_too_long_is_ended(folder: Path) -> None:
    began = time.monotonic()
    with pytest.raises(GraphError, match=r"longer than 2 s\. Ask for less"):
        ask_in_time(folder, ENDLESS, Bounds(seconds=2))
    assert time.monotonic() - began < 20


def test_a_query_is_given_up_where_nobody_wants_it(folder: Path) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        ask_in_time(folder, ENDLESS, tick=stop)


@pytest.mark.parametrize(
    "query", ["DELETE WHERE { ?a ?b ?c }", "SELECT * WHERE {", "SELECT * { SERVICE <http://x> {} }"]
)
def test_what_is_no_question_is_refused(folder: Path, query: str) -> None:
    with pytest.raises(GraphError):
        ask_in_time(folder, query)


def test_a_graph_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="holds no graph"):
        ask_in_time(tmp_path, LOW)
