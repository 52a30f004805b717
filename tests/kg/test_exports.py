"""What is handed over as a file: the graph to other programs, the mappings as SSSOM, everything as a workbook."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import cast

import openpyxl
import pyoxigraph
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.library import Document, load_corpus
from kg.claims import claim_triples
from kg.errors import GraphError
from kg.exports.holdings import Holdings
from kg.exports.mapping_table import sssom_table, write_sssom
from kg.exports.sheet import Column, Sheet
from kg.exports.sheets import sheets, write_sheets
from kg.exports.workbook import write_workbook
from kg.graph import GraphStore
from kg.linking import Linker
from kg.mapped import mapped_claims
from kg.replacing import replacing
from kg.terms import Triple
from kg.triples import document_triples
from ontology.described import load_described
from ontology.mappings import MappingClaim, load_mappings, parse_mappings
from tests.kg.loading import FORMATS, LOADERS, statements
from tests.kg.proposals import proposals
from tests.kg.sample import VOCABULARIES
from tests.ontology.sssom_check import sssom_problems

CLAIMS = load_mappings()


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    return tuple(
        replace(document, clauses=tuple(linker.enrich(clause) for clause in document.clauses))
        for document in load_corpus().documents
    )


@pytest.fixture(scope="module")
def graph(documents: tuple[Document, ...]) -> GraphStore:
    triples: list[Triple] = []
    described = load_described()
    for document in documents:
        triples.extend(document_triples(document.meta, document.clauses, document.notes, VOCABULARIES, described))
    return GraphStore.in_memory(triples, claim_triples(CLAIMS))


@pytest.fixture(scope="module")
def held(documents: tuple[Document, ...], graph: GraphStore) -> Holdings:
    return Holdings(documents, graph, mapped_claims(graph, CLAIMS))


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


# The workbook


@pytest.fixture(scope="module")
def book(held: Holdings, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("book") / "all.xlsx"
    write_sheets(path, held)
    return openpyxl.load_workbook(path)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows by head; a head that stands twice is an error."""
    heads, *rows = sheet.iter_rows(values_only=True)
    assert len(set(heads)) == len(heads)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_a_workbook_can_be_read_by_people(book: openpyxl.Workbook) -> None:
    expected = ["说明", "文件", "条款", "矩阵", "系统", "国家对应（推定）", "典型场景（推定）", "内置查询"]
    assert book.sheetnames == expected
    assert {row["工作表"] for row in rows_of(book["说明"])} == set(expected[1:])
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[get_column_letter(n)].width >= 6 for n in range(1, sheet.max_column + 1))
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(max_row=5) for cell in row)
        assert all(sheet.row_dimensions[number].height >= 15 for number in range(1, sheet.max_row + 1))


def test_the_clauses_are_all_there_word_for_word(book: openpyxl.Workbook, documents: tuple[Document, ...]) -> None:
    rows = rows_of(book["条款"])
    clauses = [clause for document in documents for clause in document.clauses]
    assert [row["编号"] for row in rows] == [clause.id for clause in clauses]
    texts = {document.meta.id: document.text for document in documents}
    for row in rows:
        start, end = row["起点"], row["终点"]
        assert isinstance(start, int) and isinstance(end, int)
        printed = texts[str(row["文件"])][start:end]
        assert row["原文"] == printed.replace("\r\n", "\n")
    (row,) = [row for row in rows if row["编号"] == "zj-graded/19/smart-factory/a"]
    assert (row["子域编号"], row["能力子域"], row["等级"]) == (19, "设备运维", "省级智能工厂")
    assert (row["种类"], row["用词"]) == ("要求", "应")


def test_the_matrix_counts_what_the_document_says_of_itself(book: openpyxl.Workbook) -> None:
    rows = [row for row in rows_of(book["矩阵"]) if row["文件"] == "zj-graded"]
    assert [row["编号"] for row in rows] == list(range(1, 45))
    for tier, requirements, slashes in (("省级数字化车间", 47, 20), ("省级智能工厂", 67, 10), ("未来工厂", 111, 0)):
        cells = [row[tier] for row in rows]
        assert cells.count("/") == slashes
        assert sum(cell for cell in cells if isinstance(cell, int)) == requirements


def test_systems_are_counted_by_document_and_tier(book: openpyxl.Workbook, documents: tuple[Document, ...]) -> None:
    (mes,) = [row for row in rows_of(book["系统"]) if row["代码"] == "MES"]
    asked = [c for one in documents for c in one.clauses if c.kind == "requirement" and "MES" in c.systems]
    workshop = [c for c in asked if c.tier == "digital-workshop" and c.document == "zj-graded"]
    assert (mes["名称"], mes["要求合计"]) == ("制造执行系统", len(asked))
    assert mes["zj-graded 省级数字化车间"] == len(workshop) > 0


def test_what_is_proposed_is_marked_so(book: openpyxl.Workbook) -> None:
    rows = rows_of(book["国家对应（推定）"])
    assert len(rows) == len(CLAIMS) and {row["状态"] for row in rows} == {"推定"}
    assert all(row["理由"] and isinstance(row["置信度"], float) for row in rows)
    scenarios = rows_of(book["典型场景（推定）"])
    assert [row["序号"] for row in scenarios] == list(range(1, 41))
    assert {row["可信度"] for row in scenarios} == {"A", "B"}
    assert all(book[name].sheet_properties.tabColor for name in book.sheetnames if "推定" in name)


def test_a_workbook_can_be_headed_in_english(held: Holdings) -> None:
    names = [sheet.name for sheet in sheets(replace(held, language="en"))]
    assert names[:3] == ["About", "Documents", "Clauses"] and all(len(name) <= 31 for name in names)
    heads = [column.head for sheet in sheets(replace(held, language="en")) for column in sheet.columns]
    assert "Confidence" in heads and "置信度" not in heads


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "#N/A", "12", "TRUE", "=", "’"],
)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    write_workbook(tmp_path / "b.xlsx", [Sheet("s", (Column("=h"),), [(text,)])])
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["s"]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is (text[0] in "=+-@\t\n＝")
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=h", "s")


def test_what_a_cell_cannot_hold_is_cut_or_replaced(tmp_path: Path) -> None:
    rows = [("长" * 40_000, "a\x00b\x1fc\ud800d\ufffe", None, 1, 0.5)]
    columns = tuple(Column(head) for head in "abcde")
    write_workbook(tmp_path / "b.xlsx", [Sheet("s", columns, rows)])
    (_, found) = openpyxl.load_workbook(tmp_path / "b.xlsx")["s"].iter_rows(values_only=True)
    assert len(str(found[0])) == 32_767 and str(found[0]).endswith("…")
    assert found[1:] == ("a\ufffdb\ufffdc\ufffdd\ufffd", None, 1, 0.5)


def test_a_sheet_that_is_too_long_is_told(tmp_path: Path) -> None:
    class Endless(list[tuple[int]]):
        def __len__(self) -> int:
            return 1_048_576

    with pytest.raises(GraphError, match="sheet s: 1048576 rows are too many"):
        write_workbook(tmp_path / "b.xlsx", [Sheet("s", (Column("a"),), Endless())])
    assert list(tmp_path.iterdir()) == []
