"""What holds for every query that comes along: it explains itself, stands alone, and answers on the read-only store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.graph import GraphStore
from kg.named_queries import NamedQuery, named_queries
from kg.query_parameters import NUMBER
from tests.kg.asking import Ask

QUERIES = named_queries()
EMPTY_IS_AN_ANSWER = {"requirements-without-evidence", "scenarios-not-reached", "scenarios-served-by-none"}


@pytest.fixture(params=QUERIES, ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> NamedQuery:
    found: NamedQuery = request.param
    return found


def test_there_are_at_least_thirty_two() -> None:
    assert len(QUERIES) >= 32
    assert len({query.zh for query in QUERIES}) == len({query.en for query in QUERIES}) == len(QUERIES)


def test_it_says_in_two_languages_what_it_answers(query: NamedQuery) -> None:
    assert re.search("[一-鿿]", query.zh) and not re.search("[一-鿿]", query.en)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", query.name)
    for parameter in query.parameters:
        assert re.search("[一-鿿]", parameter.zh) and not re.search("[一-鿿]", parameter.en)


def test_it_stands_alone_in_another_engine(query: NamedQuery) -> None:
    """The text declares what it uses and is SPARQL to rdflib too, so that it can be pasted into another store."""
    prepared = prepareQuery(query.sparql)
    named = [str(variable) for variable in prepared.algebra["PV"]]
    assert named and all(re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", name) for name in named)
    assert "\nORDER BY " in query.sparql


def test_it_answers_with_its_defaults_on_the_founding_documents(founding: GraphStore, query: NamedQuery) -> None:
    found = founding.query(query.sparql)
    assert found.form == "select"
    assert found.terms or query.name in EMPTY_IS_AN_ANSWER
    assert len(set(found.values)) == len(found.values), "no row stands twice"


def test_each_default_is_a_code_of_the_graph(founding: GraphStore, query: NamedQuery) -> None:
    for parameter in query.parameters:
        if parameter.of == NUMBER:
            assert parameter.codes_query is None
        else:
            assert parameter.codes_query is not None
            assert (parameter.default,) in founding.query(parameter.codes_query).values


def test_its_defaults_set_by_hand_give_the_same(ask: Ask, query: NamedQuery) -> None:
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    assert query.asking(defaults) == query.sparql


def test_each_has_an_expected_answer() -> None:
    """Every query is asked by name in a test that holds its answer against the texts."""
    folder = Path(__file__).parent
    asked = {
        name
        for path in folder.glob("test_*.py")
        for name in re.findall(r'ask\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert {query.name for query in QUERIES} <= asked
