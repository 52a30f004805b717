"""What is handed over as a file: the graph to other programs, and the mappings as SSSOM."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import cast

import pyoxigraph
import pytest

from kg.errors import GraphError
from kg.exports.mapping_table import sssom_table, write_sssom
from kg.graph import GraphStore
from kg.replacing import replacing
from ontology.mappings import MappingClaim, load_mappings, parse_mappings
from tests.kg.founding import founding_documents, graph_of
from tests.kg.loading import FORMATS, LOADERS, statements
from tests.kg.proposals import proposals
from tests.ontology.sssom_check import sssom_problems

CLAIMS = load_mappings()


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return graph_of(founding_documents())


@pytest.fixture(scope="module")
def exported(graph: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for form in FORMATS:
        graph.export(folder / f"graph.{form}", form)  # type: ignore[arg-type]
    return folder


@pytest.fixture(scope="module")
def stored(graph: GraphStore) -> pyoxigraph.Dataset:
    return statements({quad.triple for quad in graph.foreign})


# The graph


@pytest.mark.parametrize(
    ("loader", "form"),
    [(loader, form) for loader in LOADERS for form in FORMATS if loader != "owlready2" or form in ("rdfxml", "nt")],
)
def test_what_is_exported_loads_again_as_the_same_graph(
    exported: Path, stored: pyoxigraph.Dataset, loader: str, form: str
) -> None:
    loaded = LOADERS[loader](exported / f"graph.{form}", form)
    assert len(loaded) == len(stored) > 30_000
    assert loaded == stored


def test_a_lost_statement_would_be_noticed(exported: Path, stored: pyoxigraph.Dataset, tmp_path: Path) -> None:
    lines = (exported / "graph.nt").read_text(encoding="utf-8").splitlines(keepends=True)
    named = next(number for number, line in enumerate(lines) if "_:" in line)
    for number in (0, named):
        (tmp_path / "less.nt").write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        assert LOADERS["pyoxigraph"](tmp_path / "less.nt", "nt") != stored


def test_an_export_speaks_chinese_and_english_only(stored: pyoxigraph.Dataset) -> None:
    tags = {quad.object.language for quad in stored if isinstance(quad.object, pyoxigraph.Literal)}
    assert tags == {None, "zh", "en"}


def test_every_match_in_an_export_is_claimed_with_a_status(exported: Path) -> None:
    store = pyoxigraph.Store()
    store.load(path=str(exported / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    matches = """
        PREFIX gb: <https://w3id.org/gongbiao/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?subject ?predicate ?object ?status WHERE {
          VALUES ?predicate {
            skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch skos:mappingRelation
          }
          ?subject ?predicate ?object .
          OPTIONAL { ?claim a gb:MappingClaim ; gb:claimSubject ?subject ; gb:claimPredicate ?predicate ;
                            gb:claimObject ?object ; gb:claimStatus ?status }
        }"""
    answers = cast(pyoxigraph.QuerySolutions, store.query(matches))
    found = [tuple("" if one is None else str(getattr(one, "value", one)) for one in row) for row in answers]
    assert len(found) == len({claim.addresses[:3] for claim in CLAIMS if claim.matches}) > 100
    assert {status for *_, status in found} <= {"proposed", "stated"}
    assert not any(predicate.endswith("exactMatch") for _, predicate, _, _ in found)


def test_a_file_is_replaced_only_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"before")
    with pytest.raises(RuntimeError), replacing(target) as file:
        file.write(b"half")
        raise RuntimeError("broken off")
    assert target.read_bytes() == b"before" and list(tmp_path.iterdir()) == [target]
    with replacing(target) as file:
        file.write(b"after")
    assert target.read_bytes() == b"after" and list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o666 & ~_umask(), "as any new file"


@pytest.mark.parametrize("place", [".", "folder", "none/file", "file/below", "n" * 300])
def test_where_no_file_can_be_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").touch()
    with pytest.raises(GraphError, match=r"cannot be written \(.+\)\. Choose another file\."), replacing(Path(place)):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file"}


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(GraphError, match="no ordinary file"), replacing(Path(os.devnull)):
        pass
    assert not Path(os.devnull).is_file()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


# The mappings


def test_the_mappings_are_one_valid_set_that_reads_back(graph: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "all.sssom.tsv"
    write_sssom(path, graph, reversed(CLAIMS))
    assert sssom_problems(path) == []
    back = parse_mappings("all", path.read_text(encoding="utf-8"))
    assert [_unplaced(claim) for claim in back] == [_unplaced(claim) for claim in CLAIMS]
    records = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if "\tskos:" in line]
    assert records == [f"mapping:{claim.set_name}/{claim.number}" for claim in CLAIMS]


def _unplaced(claim: MappingClaim) -> MappingClaim:
    return replace(claim, set_name="", number=0)


def test_a_set_says_what_it_is_and_of_which_version() -> None:
    head = [line for line in sssom_table(CLAIMS[:1], "9.9").splitlines() if line.startswith("#")]
    assert '# mapping_set_version: "9.9"' in head
    assert any("推定，不是官方对应" in line for line in head)


@pytest.mark.parametrize("words", ["a\tb", "a\nb", "a\rb", "a\u2028b", "a\x85b"])
def test_words_that_would_break_the_table_are_refused(words: str) -> None:
    claim = replace(CLAIMS[0], rationale=words)
    with pytest.raises(GraphError, match="holds a tab or a line break"):
        sssom_table([claim], "1")


def test_one_prefix_means_one_thing() -> None:
    (claim,) = proposals("capability:19 close scenario:27 0.8")
    other = replace(claim, addresses=("https://elsewhere.example/19", *claim.addresses[1:]))
    with pytest.raises(GraphError, match="its prefix 'capability' means something else"):
        sssom_table([claim, other], "1")
