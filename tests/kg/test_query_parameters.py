"""Values get into a query as values and nothing else; what is not one is refused."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.named_queries import NamedQuery, parse_query
from kg.query_parameters import Parameter
from kg.query_settings import settled
from kg.rows import Plain

FILE = """# zh: 等级
# en: A tier
# parameter: tier = smart-factory | of: gb:Tier | zh: 等级代码 | en: code of a tier
# parameter: at_most = 0.5 | of: number | zh: 上限 | en: upper bound

SELECT ?tier ?at_most WHERE { VALUES ?tier { "smart-factory" } VALUES ?at_most { 0.5 } }
"""


def _answer(founding: GraphStore, sparql: str) -> tuple[tuple[Plain, ...], ...]:
    return founding.query(sparql).values


@pytest.fixture
def query() -> NamedQuery:
    return parse_query("example", FILE)


def test_a_file_says_what_it_may_be_asked_about(query: NamedQuery) -> None:
    assert query.parameters == (
        Parameter("tier", "smart-factory", "gb:Tier", "等级代码", "code of a tier"),
        Parameter("at_most", "0.5", "number", "上限", "upper bound"),
    )
    assert query.offer() == "It has tier=smart-factory, at_most=0.5."


def test_a_value_takes_the_place_of_the_default(founding: GraphStore, query: NamedQuery) -> None:
    assert _answer(founding, query.sparql) == (("smart-factory", 0.5),)
    assert _answer(founding, query.asking({"tier": "future-factory"})) == (("future-factory", 0.5),)
    assert _answer(founding, query.asking({"at_most": "-1", "tier": "新等级"})) == (("新等级", -1),)


@pytest.mark.parametrize(
    "value",
    [
        'x" } } DROP ALL #',
        "x\\",
        "x\\u0022 } ?s ?p ?o . { ",
        "x\ny",
        "",
        "x" * 201,
        "\x00",
    ],
)
def test_what_could_end_a_string_is_no_code(query: NamedQuery, value: str) -> None:
    with pytest.raises(GraphError, match=r"parameter tier: .* is no code\. Give one such as smart-factory"):
        query.asking({"tier": value})


@pytest.mark.parametrize("value", ["} UNION { ?s ?p ?o", "<urn:x>", "?tier", "$0", "'; DROP", "{}", "#"])
def test_what_only_looks_like_sparql_stays_a_value(founding: GraphStore, query: NamedQuery, value: str) -> None:
    assert _answer(founding, query.asking({"tier": value})) == ((value, 0.5),)


def test_a_value_is_not_looked_for_within_another(founding: GraphStore, query: NamedQuery) -> None:
    tier = "VALUES ?at_most { 1 }"
    assert _answer(founding, query.asking({"tier": tier, "at_most": "2"})) == ((tier, 2),)
    assert _answer(founding, query.asking({"at_most": "2", "tier": tier})) == ((tier, 2),)


@pytest.mark.parametrize("value", ["half", "0.5 } { ?s ?p ?o", "1e9", "0x1", "１", "NaN", "", "1."])
def test_what_is_no_number_is_refused(query: NamedQuery, value: str) -> None:
    with pytest.raises(GraphError, match="is no number"):
        query.asking({"at_most": value})


def test_an_unknown_parameter_is_told_with_those_there_are(query: NamedQuery) -> None:
    with pytest.raises(GraphError, match=r"query example: has no parameter 'level'\. It has tier=smart-factory, at_m"):
        query.asking({"level": "1"})
    bare = parse_query("bare", "# zh: 全部\n# en: All\nSELECT ?s WHERE { ?s ?p ?o }")
    with pytest.raises(GraphError, match=r"has no parameter 'tier'\. It has none\."):
        bare.asking({"tier": "smart-factory"})


def test_a_code_must_be_one_of_the_graph_whatever_its_case(founding: GraphStore, query: NamedQuery) -> None:
    assert _answer(founding, settled(founding, query, {"tier": "Future-FACTORY"})) == (("future-factory", 0.5),)
    assert _answer(founding, settled(founding, query, {"at_most": "0.25"})) == (("smart-factory", 0.25),)
    with pytest.raises(GraphError, match=r"parameter tier: the graph has no 'MES'\. Choose one of .*smart-factory"):
        settled(founding, query, {"tier": "MES"})
    with pytest.raises(GraphError, match="has no parameter 'level'"):
        settled(founding, query, {"level": "1"})


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ("# zh: 等级\n", "", "needs one line '# zh"),
        ("| of: gb:Tier ", "", "is not 'NAME = DEFAULT"),
        ("| of: gb:Tier", "| of: Tier", "is not 'NAME = DEFAULT"),
        ("| zh: 等级代码 ", "", "is not 'NAME = DEFAULT"),
        ("# parameter: tier", "# parameter: level", r"needs 'VALUES \?level \{ \"smart-factory\" \}' once"),
        ('VALUES ?tier { "smart-factory" }', 'VALUES ?tier { "future-factory" }', "once, for its parameter"),
        ("VALUES ?at_most { 0.5 }", "VALUES ?at_most { 0.5 } VALUES ?at_most { 0.5 }", "once, for its parameter"),
        ("= 0.5 |", "= half |", "is no number"),
    ],
)
def test_a_file_that_says_it_otherwise_is_refused(was: str, becomes: str, complaint: str) -> None:
    assert was in FILE
    with pytest.raises(GraphError, match=complaint):
        parse_query("example", FILE.replace(was, becomes))
