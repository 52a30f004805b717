"""The graph: written once, opened by many, asked but never changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import GraphStore, write_graph
from kg.named_queries import named_queries, named_query
from kg.query_guard import LONGEST_QUERY
from kg.rdflib_view import as_rdflib
from kg.terms import GB, iri
from tests.kg.sample import sample_triples

PROJECT = Path(__file__).resolve().parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
READS = """
import sys
from pathlib import Path
from kg.graph import GraphStore
graph = GraphStore.open_read_only(Path(sys.argv[1]))
print(len(graph), flush=True)
sys.stdin.readline()
print(graph.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").values[0][0])
"""


def _stated(graph: GraphStore) -> int:
    """How many statements are not only proposed."""
    return int(str(graph.query(COUNT).values[0][0]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("build") / "graph"
    assert write_graph(path, sample_triples()) > 1000
    return path


@pytest.fixture(scope="module")
def graph(folder: Path) -> GraphStore:
    return GraphStore.open_read_only(folder)


def test_values_come_back_as_python_values(graph: GraphStore) -> None:
    rows = graph.query(
        "SELECT ?text ?value ?start ?none WHERE { ?c gb:hasQuantity ?q . ?q gb:text ?text ; gb:value ?value ; "
        "gb:start ?start . OPTIONAL { ?q gb:note ?none } }"
    )
    assert rows.records == ({"text": "99%至99.9%", "value": 99.0, "start": 20, "none": None},)


def test_answers_follow_the_standard_in_json(graph: GraphStore) -> None:
    assert graph.query("ASK { tier:future-factory gb:above tier:digital-workshop }").to_json() == {
        "head": {},
        "boolean": True,
    }
    assert graph.query(
        "SELECT ?name WHERE { system:MES skos:prefLabel ?name FILTER(LANG(?name) = 'zh') }"
    ).to_json() == {
        "head": {"vars": ["name"]},
        "results": {"bindings": [{"name": {"type": "literal", "value": "制造执行系统", "xml:lang": "zh"}}]},
    }
    built = graph.query("CONSTRUCT { ?a gb:above ?b } WHERE { ?a gb:directlyAbove ?b ; gb:order 3 }")
    assert {row[0].value for row in built.terms if row[0]} >= {iri("tier", "future-factory")}
    assert set(built.to_json()) == {"triples"}


def test_long_answers_are_cut_and_say_so(graph: GraphStore) -> None:
    rows = graph.query("SELECT ?s WHERE { ?s ?p ?o }", max_rows=3)
    assert (len(rows.terms), rows.cut) == (3, True)
    assert not graph.query(COUNT, max_rows=1).cut


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("SELECT * WHERE { ?s ?p }", r"not SPARQL \(line 1, column 25"),
        ("SELECT *\nWHERE {", "line 2, column 8, at its end"),
        ("", "not SPARQL"),
        ("制造执行系统", "not SPARQL"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT would change"),
        ("PREFIX x: <http://x/> # note\nDELETE WHERE { ?s ?p ?o }", "DELETE would change"),
        ("load <http://127.0.0.1/x>", "LOAD would change"),
        ("DROP ALL", "DROP would change"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { ?s ?p ?o.service silent ?x { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { ?s ?p 5SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { ?s ?p 'x'@enSERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE would ask"),
        (r"SELECT * { ?s gb:a\#b ?o . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE would ask"),
        (r"SELECT * { ?s gb:a\'b ?o . SERVICE <http://127.0.0.1/> { ?s ?p gb:c\' } }", "SERVICE would ask"),
        ("#" * (LONGEST_QUERY + 1), "longer than 100,000"),
    ],
)
def test_what_is_no_question_is_refused_in_one_line(graph: GraphStore, query: str, complaint: str) -> None:
    before = len(graph)
    with pytest.raises(GraphError, match=complaint) as caught:
        graph.query(query)
    assert "\n" not in str(caught.value)
    assert len(graph) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service WHERE { ?service a gb:System } LIMIT 1",
        'SELECT ?s WHERE { ?s ?p "SERVICE <http://x/>" }',
        "SELECT ?s WHERE { ?s gb:service <http://x/service> } # SERVICE",
        "PREFIX load: <http://x/> SELECT ?insert WHERE { ?insert load:delete ?o }",
    ],
)
def test_the_words_alone_are_no_offence(graph: GraphStore, query: str) -> None:
    assert graph.query(query).form == "select"


def test_many_processes_read_at_once(folder: Path, graph: GraphStore) -> None:
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READS, str(folder)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline().strip() == str(len(graph))
    for reader in readers:
        assert reader.communicate("go\n", timeout=30)[0].strip() == str(_stated(graph))
        assert reader.returncode == 0


@pytest.mark.parametrize("form", ["ttl", "nt", "rdfxml", "jsonld"])
def test_an_export_replaces_the_file_and_keeps_the_languages(graph: GraphStore, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    path.write_text("former", encoding="utf-8")
    graph.export(path, form)  # type: ignore[arg-type]
    text = path.read_text(encoding="utf-8")
    assert "制造执行系统" in text or "\\u5236" in text
    assert list(tmp_path.iterdir()) == [path]
    if form == "ttl":
        assert '"制造执行系统"@zh' in text and '"manufacturing execution system"@en' in text


def test_an_export_that_fails_is_named(graph: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be written"):
        graph.export(tmp_path / "none" / "out.ttl", "ttl")


def test_rdflib_sees_the_same_graph_and_cannot_change_it(graph: GraphStore) -> None:
    view = as_rdflib(graph)
    assert len(view) == _stated(graph)
    rows = list(view.query("SELECT ?c WHERE { ?c a gb:NotRequiredEntry }"))
    assert [str(row[0]) for row in rows] == [iri("clause", "zj-graded/15/digital-workshop")]  # type: ignore[index]
    triple = next(iter(view))
    with pytest.raises(RuntimeError):
        view.add(triple)
    assert any(str(predicate).startswith(GB) for predicate in view.predicates(unique=True))


def test_no_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="holds no graph"):
        GraphStore.open_read_only(tmp_path)


def test_a_damaged_graph_is_named(tmp_path: Path) -> None:
    write_graph(tmp_path / "graph", ())
    for path in (tmp_path / "graph").glob("MANIFEST-*"):
        path.unlink()
    with pytest.raises(GraphError, match="cannot be opened"):
        GraphStore.open_read_only(tmp_path / "graph")


def test_a_graph_is_written_into_a_new_folder_only(folder: Path) -> None:
    with pytest.raises(GraphError, match="holds something"):
        write_graph(folder, ())


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_query_that_comes_along_runs(graph: GraphStore, query: object) -> None:
    found = graph.query(query.sparql)  # type: ignore[attr-defined]
    assert found.form == "select" and found.variables


def test_queries_answer_by_name(graph: GraphStore) -> None:
    cells = graph.query(named_query("cells-not-required").sparql).records
    assert [(cell["clause"], cell["next_tier"], cell["required_there"]) for cell in cells] == [
        ("zj-graded/15/digital-workshop", "smart-factory", 1)
    ]
    twins = graph.query(named_query("verbatim-twins").sparql).records
    assert [(twin["left"], twin["right"]) for twin in twins] == [("xx-plan/1 a<b>", "zj-graded/15/smart-factory/a")]
    with pytest.raises(GraphError, match="'nothing'"):
        named_query("nothing")
