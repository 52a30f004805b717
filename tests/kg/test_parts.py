"""The parts of a document follow its headings, and every clause stands in the part that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause
from corpus.library import load_corpus
from kg.parts import part_triples
from kg.terms import DCTERMS, GB, RDF_TYPE, Triple, iri

HEADING = Clause("d/1", "d", "1", ("1 总则",), "heading", "1 总则", "总则", 0, 4, "r")
ITEM = replace(HEADING, id="d/1/a", kind="requirement", path=("1 总则", "组织/机构"), text="应有。", plain="应有。")


def objects(triples: Sequence[Triple], subject: str, predicate: str) -> list[str]:
    return [one.object.value for one in triples if (one.subject, one.predicate) == (subject, predicate)]


def test_a_part_has_its_heading_its_title_and_its_place() -> None:
    triples = list(part_triples("d", [HEADING, ITEM]))
    outer, inner = iri("part", "d", "1 总则"), iri("part", "d", "1 总则", "组织／机构")
    assert objects(triples, outer, f"{GB}hasHeading") == [iri("clause", "d/1")]
    assert objects(triples, outer, f"{GB}section") == ["1"]
    assert objects(triples, inner, f"{GB}partOf") == [outer]
    assert objects(triples, inner, f"{GB}hasHeading") == []
    assert objects(triples, inner, f"{DCTERMS}title") == ["组织/机构"]
    assert [objects(triples, part, f"{GB}ordinal") for part in (outer, inner)] == [["1"], ["2"]]
    assert objects(triples, iri("clause", "d/1/a"), f"{GB}inPart") == [inner]
    assert objects(triples, outer, f"{GB}partOf") == []


def test_every_founding_clause_under_a_heading_stands_in_one_part() -> None:
    for document in load_corpus().documents:
        triples = list(part_triples(document.meta.id, document.clauses))
        placed = [one.subject for one in triples if one.predicate == f"{GB}inPart"]
        assert placed == [iri("clause", clause.id) for clause in document.clauses if clause.path]
        parts = {one.subject for one in triples if one.predicate == RDF_TYPE}
        assert {one.object.value for one in triples if one.predicate in (f"{GB}inPart", f"{GB}partOf")} <= parts
        assert any(one.predicate == f"{GB}hasHeading" for one in triples)


@given(st.lists(st.lists(st.text(min_size=1, max_size=3), max_size=3).map(tuple), max_size=8))
def test_parts_form_a_forest_whatever_the_headings_are(paths: list[tuple[str, ...]]) -> None:
    clauses = [replace(ITEM, id=f"d/{place}", path=path) for place, path in enumerate(paths)]
    triples = list(part_triples("d", clauses))
    above = {one.subject: one.object.value for one in triples if one.predicate == f"{GB}partOf"}
    for part in above:
        seen = {part}
        while part in above:
            part = above[part]
            assert part not in seen
            seen.add(part)
