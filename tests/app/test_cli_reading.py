"""The commands that read: documents, clauses, trace, sparql."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from app.cli import run
from corpus.library import load_corpus
from tests.app import contract
from tests.app.command import Gongbiao

CLAUSE = "zj-graded/19/smart-factory/a"
EMPTY_CELL = "zj-graded/11/digital-workshop"


def test_documents_are_listed_with_where_each_year_comes_from(gongbiao: Gongbiao) -> None:
    done = gongbiao("documents", "--json")
    documents = {one["id"]: one for one in done.object["documents"]}
    assert done.status == 0 and done.err == ""
    assert list(documents) == ["zj-graded", "zj-guideline", "zj-trial", "pujiang-plan", "guangxi-modes"]
    assert all(set(one) >= contract.DOCUMENT for one in documents.values())
    assert [one["year"] for one in documents.values()] == [2025, None, 2020, 2021, None]
    for document in load_corpus().documents:
        found = documents[document.meta.id]
        assert found["sha256"] == hashlib.sha256(document.text.encode()).hexdigest()
        assert found["clauses"] == len(document.clauses) and found["year_basis"]


def test_clauses_are_json_lines_that_stand_in_their_texts(gongbiao: Gongbiao) -> None:
    done = gongbiao("clauses")
    sources = {document.meta.id: document.text for document in load_corpus().documents}
    rows = done.lines
    assert done.status == 0 and len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) >= contract.CLAUSE
        assert sources[row["document"]][row["start"] : row["end"]] == row["text"]
        assert row["kind"] in contract.KINDS and row["forces"] and set(row["forces"]) <= contract.FORCES
        assert row["subdomain_no"] is None or isinstance(row["subdomain_no"], int)
        assert all(set(one) >= contract.QUANTITY for one in row["quantities"])


def test_clauses_are_limited_by_document_tier_force_and_system(gongbiao: Gongbiao) -> None:
    rows = gongbiao("clauses", "--document", "zj-graded").lines
    tiers = Counter(row["tier"] for row in rows if row["kind"] == "requirement" and row["subdomain_no"])
    assert tiers == {"digital-workshop": 47, "smart-factory": 67, "future-factory": 111}
    assert Counter(row["kind"] for row in rows)["not_required"] == 30
    should = gongbiao("clauses", "--tier", "future-factory", "--force", "should").lines
    assert should and all(row["tier"] == "future-factory" and "should" in row["forces"] for row in should)
    assert [row["id"] for row in gongbiao("clauses", "--system", "mes").lines] == [
        row["id"] for row in gongbiao("clauses", "--json").lines if "MES" in row["systems"]
    ]


def test_clauses_are_a_table_where_asked(gongbiao: Gongbiao) -> None:
    done = gongbiao("clauses", "--document", "pujiang-plan", "--table", "--lang", "en")
    assert done.status == 0 and "pujiang-plan/" in done.out and "Force" in done.out


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--document", "nosuch", "document nosuch: there is none of this name here. Choose one of zj-graded"),
        ("--tier", "nosuch", "tier nosuch: there is none of this name here. Choose one of digital-workshop"),
        ("--system", "nosuch", "system nosuch: the vocabulary does not have it. Choose one of"),
    ],
)
def test_a_limit_that_nothing_has_is_an_error(gongbiao: Gongbiao, option: str, value: str, said: str) -> None:
    done = gongbiao("clauses", option, value)
    assert done.status == 1 and done.error.startswith(said)


def test_a_trace_leads_to_the_characters(gongbiao: Gongbiao) -> None:
    done = gongbiao("trace", CLAUSE, "--json")
    (link,) = done.object["clauses"]
    source = next(one for one in load_corpus().documents if one.meta.id == "zj-graded").text
    assert done.status == 0 and link["clause"] == CLAUSE and link["holds"]
    assert source[link["start"] : link["end"]] == link["text"]
    assert source.splitlines()[link["line"] - 1].strip().endswith(link["text"].splitlines()[0].strip())
    assert link["before"] + link["text"] + link["after"] in source
    assert link["sha256"] == hashlib.sha256(source.encode()).hexdigest() and link["rule"]


def test_a_trace_leads_from_an_answers_sentence(gongbiao: Gongbiao, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(gongbiao("ask", "智能工厂对设备运维有什么要求", "--json").out, encoding="utf-8")
    sentences = json.loads(saved.read_text(encoding="utf-8"))["sentences"]
    for number, sentence in enumerate(sentences, start=1):
        chain = gongbiao("trace", f"{saved}#{number}", "--json").object
        assert chain["sentence"] == {**sentence, "facts": {}}
        assert [link["clause"] for link in chain["clauses"]] == sentence["citations"]


@pytest.mark.parametrize("number", ["0", "-1", "99", "x"])
def test_there_is_no_such_sentence(gongbiao: Gongbiao, tmp_path: Path, number: str) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text('{"sentences": [{"text": "t", "origin": "quoted", "citations": []}]}', encoding="utf-8")
    done = gongbiao("trace", f"{saved}#{number}")
    assert done.status == 1 and done.error.startswith(f"sentence {saved}#{number}: it cannot be found")


def test_there_is_no_such_clause(gongbiao: Gongbiao) -> None:
    done = gongbiao("trace", "zj-graded/99/smart-factory/a", "--json")
    assert done.status == 1 and "there is none of this id" in done.error


def test_a_changed_text_is_told(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stored,) = own_data.glob("builds/*/texts/zj-graded.txt")
    stored.write_bytes(stored.read_bytes().replace("应".encode(), "宜".encode()))
    done = Gongbiao(own_data, capsys)("trace", CLAUSE, "--json")
    (link,) = done.object["clauses"]
    assert done.status == 1 and link["sha256"] != link["sha256_of_stored_text"] and not link["holds"]
    assert done.err.startswith("error: document zj-graded: its stored text was changed")


def test_a_query_of_ones_own_and_one_by_name(gongbiao: Gongbiao, tmp_path: Path) -> None:
    listed = gongbiao("sparql", "--list", "--json").object["queries"]
    assert {"name", "zh", "en", "parameters"} == set(listed[0])
    bindings = gongbiao("sparql", "cells-not-required", "--json").object["results"]["bindings"]
    assert len(bindings) == 30
    query = "SELECT (COUNT(?clause) AS ?n) WHERE { ?clause a gb:Clause }"
    file = tmp_path / "count.rq"
    file.write_text(query, encoding="utf-8")
    counted = gongbiao("sparql", query, "--json").object["results"]["bindings"]
    assert counted == gongbiao("sparql", f"@{file}", "--json").object["results"]["bindings"]
    assert int(counted[0]["n"]["value"]) == len(gongbiao("clauses").lines)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?s WHERE {",
        "nosuch-query",
        "@/nosuch.rq",
    ],
)
def test_what_is_no_question_to_the_graph_is_refused(gongbiao: Gongbiao, query: str) -> None:
    done = gongbiao("sparql", query, "--json")
    assert done.status == 1 and done.error


def test_tables_are_for_people(gongbiao: Gongbiao) -> None:
    table, listed = gongbiao("documents").out, gongbiao("documents", "--notes").out
    for document in load_corpus().documents:
        assert document.meta.id in table and f" {len(document.clauses)} " in table
        assert all("".join(note.split()) in "".join(listed.split()) for note in document.notes)
    assert "逐字相符" in gongbiao("trace", EMPTY_CELL).out
    assert "cells-not-required" in gongbiao("sparql", "--list").out
    assert gongbiao("sparql", "ASK { ?s ?p ?o }").out.strip() == "是"


@pytest.mark.parametrize(
    "arguments",
    [["nosuch"], ["clauses", "--nosuch"], ["sparql"], ["trace"], ["export"], ["clauses", "--force", "must"]],
)
def test_wrong_usage_is_status_2_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    written = capsys.readouterr()
    assert written.out == "" and len(written.err.splitlines()) == 1
    assert written.err.startswith("error: command: ") and "gongbiao --help" in written.err
