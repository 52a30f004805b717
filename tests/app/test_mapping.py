"""The commands that show the proposed mappings and hand things over as files: map and export."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pyoxigraph
import pytest

from app.cli import run
from ontology.mappings import load_mappings, parse_mappings
from tests.app import contract
from tests.app.command import Gongbiao

MAPPING = contract.words(
    "subject subject_label subdomain_no predicate object object_label justification confidence status rationale"
)
PREDICATES = {"no match", *(f"skos:{name}Match" for name in ("close", "broad", "narrow", "related"))}


def test_every_mapping_is_shown_with_its_reason(gongbiao: Gongbiao) -> None:
    done = gongbiao("map", "--json")
    rows = done.object["mappings"]
    assert done.status == 0 and done.err == "" and len(rows) == len(load_mappings())
    for row in rows:
        assert set(row) >= MAPPING and row["predicate"] in PREDICATES
        assert row["status"] in ("proposed", "stated") and 0 < row["confidence"] < 1
        assert row["rationale"] and row["justification"].startswith("semapv:")
        assert (row["predicate"] == "no match") == (row["object"] == "sssom:NoTermFound")
        assert row["predicate"] != "no match" or row["object_label"] == "无对应"
        assert any("\u4e00" <= sign <= "\u9fff" for sign in row["subject_label"] + row["object_label"])
    assert {row["subdomain_no"] for row in rows} == {None, *range(1, 45)}


def test_mappings_come_in_one_order(gongbiao: Gongbiao) -> None:
    first, second = gongbiao("map", "--json").out, gongbiao("map", "--json").out
    rows = [row for row in gongbiao("map", "--json").object["mappings"] if row["subdomain_no"] is not None]
    assert first == second
    keys = [(row["subdomain_no"], -row["confidence"]) for row in rows]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("target", "prefix"), [("scenarios", "scenario:"), ("maturity", "maturity:"), ("tiers", "tier:")]
)
def test_mappings_are_limited_to_a_target(gongbiao: Gongbiao, target: str, prefix: str) -> None:
    rows = gongbiao("map", "--to", target, "--json").object["mappings"]
    assert rows and {row["target"] for row in rows} == {target}
    assert all(row["object"].startswith((prefix, "sssom:")) for row in rows)
    assert any(row["predicate"] == "no match" for row in rows)


def test_each_subdomain_is_mapped_to_scenarios_and_maturity_or_said_not_to_be(gongbiao: Gongbiao) -> None:
    for target in ("scenarios", "maturity"):
        rows = gongbiao("map", "--to", target, "--document", "zj-graded", "--json").object["mappings"]
        assert {row["subdomain_no"] for row in rows} == set(range(1, 45))
        assert {row["document"] for row in rows} == {"zj-graded"}


@pytest.mark.parametrize("name", ["设备运维", "19.设备运维", "equipment operation and maintenance"])
def test_a_subdomain_is_asked_by_number_or_name(gongbiao: Gongbiao, name: str) -> None:
    done = gongbiao("map", "--subdomain", name, "--json")
    assert done.object["mappings"] == gongbiao("map", "--subdomain", "19", "--json").object["mappings"]
    assert {row["subject"] for row in done.object["mappings"]} == {"capability:19"}


def test_a_name_of_two_documents_is_the_one_asked_for(gongbiao: Gongbiao) -> None:
    rows = gongbiao("map", "--subdomain", "设备运维", "--document", "zj-guideline", "--json").object["mappings"]
    assert rows and {row["document"] for row in rows} == {"zj-guideline"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--subdomain", "45"), "subdomain 45: nothing is called so."),
        (("--subdomain", "没有"), "subdomain 没有: nothing is called so."),
        (("--subdomain", "计划调度", "--document", "zj-trial"), "subdomain 计划调度: zj-trial has none called so."),
        (("--scenario", "41"), "scenario 41: there is none of this number or name."),
        (("--document", "nosuch"), "document nosuch: there is none of this name here."),
    ],
)
def test_what_there_is_not_is_an_error(gongbiao: Gongbiao, arguments: tuple[str, ...], said: str) -> None:
    done = gongbiao("map", *arguments, "--json")
    assert done.status == 1 and done.error.startswith(said)


@pytest.mark.parametrize("scenario", ["28", "scenario:28", "设备故障诊断与预测"])
def test_a_scenario_tells_what_reaches_it(gongbiao: Gongbiao, scenario: str) -> None:
    found = gongbiao("map", "--scenario", scenario, "--json").object
    assert {row["object"] for row in found["mappings"]} == {"scenario:28"}
    assert found["scenario"]["label"] == "设备故障诊断与预测"
    assert 19 in {row["subdomain_no"] for row in found["mappings"]}


def test_the_requirements_of_a_close_subdomain_are_a_scenarios_candidates(gongbiao: Gongbiao) -> None:
    found = gongbiao("map", "--scenario", "4", "--document", "zj-graded", "--json").object
    close = {row["subdomain_no"] for row in found["mappings"] if row["predicate"] == "skos:closeMatch"}
    clauses = [row for row in gongbiao("clauses", "--document", "zj-graded").lines if row["kind"] == "requirement"]
    assert close and found["scenario"]["reach"] == "close"
    assert found["scenario"]["requirements"] == [row["id"] for row in clauses if row["subdomain_no"] in close]


@pytest.mark.parametrize("limit", [("--subdomain", "19"), ("--scenario", "27")])
def test_coverage_is_not_told_of_a_part(gongbiao: Gongbiao, limit: tuple[str, str]) -> None:
    found = gongbiao("map", *limit, "--json").object
    assert found["mappings"] and (found["coverage"], found["scenarios"], found["uncovered"]) == (None, [], [])


def test_coverage_is_told_both_ways(gongbiao: Gongbiao) -> None:
    found = gongbiao("map", "--json").object
    by_reach = found["coverage"]["scenarios"]
    assert by_reach["total"] == 40 == sum(by_reach[reach] for reach in ("close", "partial", "related", "none"))
    assert {one["id"] for one in found["scenarios"]} == {f"scenario:{number}" for number in range(1, 41)}
    assert len(found["uncovered"]) == by_reach["related"] + by_reach["none"]
    assert all(one["label"] and one["reach"] in ("related", "none") for one in found["uncovered"])
    served = {
        row["object"]
        for row in found["mappings"]
        if row["predicate"] in ("skos:closeMatch", "skos:broadMatch", "skos:narrowMatch") and row["requirements"]
    }
    assert served.isdisjoint(one["id"] for one in found["uncovered"])
    subjects = {(one["document"], one["target"], one["kind"]): one for one in found["coverage"]["subjects"]}
    assert subjects["zj-graded", "scenarios", "CapabilitySubdomain"]["subjects"] == 44
    assert subjects["zj-graded", "scenarios", "CapabilitySubdomain"]["unmapped"] == []
    counts = found["coverage"]["requirements"]
    assert 0 < counts["candidates"] < counts["requirements"]


def test_people_are_always_told_that_it_is_proposed(gongbiao: Gongbiao) -> None:
    for arguments in ((), ("--subdomain", "19"), ("--scenario", "28"), ("--to", "tiers")):
        assert "推定" in gongbiao("map", *arguments).out
        english = gongbiao("map", *arguments, "--lang", "en").out
        assert "Proposed (推定) by Gongbiao" in english and "National concept" in english
    assert "没有要求与之相合的场景" in gongbiao("map").out or "每个场景都有要求与之相合" in gongbiao("map").out


@pytest.mark.parametrize("arguments", [["--to", "nosuch"], ["--scenario", "4", "--to", "tiers"]])
def test_a_wrong_wish_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["map", *arguments]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("form", "reader"),
    [
        ("ttl", pyoxigraph.RdfFormat.TURTLE),
        ("rdfxml", pyoxigraph.RdfFormat.RDF_XML),
        ("jsonld", pyoxigraph.RdfFormat.JSON_LD),
        ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
    ],
)
def test_the_graph_is_exported_with_what_is_proposed(
    gongbiao: Gongbiao, tmp_path: Path, form: str, reader: pyoxigraph.RdfFormat
) -> None:
    done = gongbiao("export", "--format", form, "--out", tmp_path / "graph")
    loaded = {quad.triple for quad in pyoxigraph.parse(path=str(tmp_path / "graph"), format=reader)}
    query = "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { %s } }"
    graphs = ("proposed", "aligned")
    both = " UNION ".join(("{ ?s ?p ?o }", *(f"{{ GRAPH graph:{one} {{ ?s ?p ?o }} }}" for one in graphs)))
    counted = gongbiao("sparql", query % both, "--json").object["results"]["bindings"][0]["n"]["value"]
    assert done.status == 0 and len(loaded) == int(counted)
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_the_mappings_are_exported_as_they_were_read(gongbiao: Gongbiao, tmp_path: Path) -> None:
    target = tmp_path / "all.sssom.tsv"
    assert gongbiao("export", "--format", "sssom", "--out", target).status == 0
    back = parse_mappings("all", target.read_text(encoding="utf-8"))
    assert [one.addresses for one in back] == [one.addresses for one in load_mappings()]


@pytest.mark.parametrize(("language", "first"), [("zh", "说明"), ("en", "About")])
def test_a_workbook_is_exported(gongbiao: Gongbiao, tmp_path: Path, language: str, first: str) -> None:
    target = tmp_path / "all.xlsx"
    assert gongbiao("export", "--format", "xlsx", "--out", target, "--lang", language).status == 0
    book = openpyxl.load_workbook(target, read_only=True)
    names, rows = book.sheetnames, sum(1 for _ in book.worksheets[2].rows)
    book.close()
    assert names[0] == first and len(names) == 8
    assert rows == 1 + len(gongbiao("clauses").lines)


@pytest.mark.parametrize("form", ["ttl", "sssom", "xlsx"])
def test_an_export_that_cannot_be_written_leaves_what_was_there(gongbiao: Gongbiao, tmp_path: Path, form: str) -> None:
    (tmp_path / "folder").mkdir()
    done = gongbiao("export", "--format", form, "--out", tmp_path / "folder")
    assert done.status == 1 and "cannot be written" in done.error
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_form_that_there_is_not_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--format", "docx", "--out", str(tmp_path / "x")]) == 2
    written = capsys.readouterr()
    assert written.out == "" and "'xlsx'" in written.err and list(tmp_path.iterdir()) == []
