"""What the vocabularies describe for single documents: every place of every row, each with its source."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from corpus.clause import IRI_ROOT, Clause
from corpus.library import Corpus, load_corpus
from ontology.described import Described, load_described
from ontology.statements import DCTERMS, GB, RDF_TYPE, SKOS, Statement, read_statements, read_text

FILES = ("frameworks", "tracks", "regions", "industries", "evidence")
FRAMED = ("zj-trial", "guangxi-modes", "zj-guideline", "pujiang-plan")
TRACK_KINDS = {
    "zj-graded": "ConstructionType",
    "zj-guideline": "ConstructionType",
    "pujiang-plan": "ProjectType",
    "guangxi-modes": "ManufacturingMode",
}
PROVINCES = 34

About = dict[str, list[Statement]]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def described() -> Described:
    return load_described()


def about(name: str) -> About:
    """The statements of one vocabulary, by what they are about."""
    found: About = defaultdict(list)
    for statement in read_statements(read_text("vocabularies", f"{name}.ttl"), name):
        found[statement.subject].append(statement)
    return found


def values(statements: list[Statement], predicate: str, language: str | None = None) -> list[str]:
    return [one.value for one in statements if one.predicate == predicate and one.language == language]


def places(clause: Clause) -> dict[str, str]:
    """The capabilities that a row carries, by class."""
    named = {
        "CapabilityElement": clause.element,
        "CapabilityDomain": clause.domain,
        "CapabilitySubdomain": clause.subdomain,
    }
    return {kind: words for kind, words in named.items() if words is not None}


@pytest.mark.parametrize("name", FILES)
def test_everything_is_named_and_explained_in_both_languages_with_its_source(name: str) -> None:
    for subject, statements in about(name).items():
        assert subject.startswith(IRI_ROOT) and subject.isascii(), subject
        for predicate in (f"{SKOS}prefLabel", f"{SKOS}definition"):
            for language in ("zh", "en"):
                assert len(values(statements, predicate, language)) == 1, (subject, predicate, language)
        sources = [one.value for one in statements if one.predicate == f"{DCTERMS}source"]
        assert sources, subject
        if f"{SKOS}Concept" in values(statements, RDF_TYPE):
            (code,) = values(statements, f"{SKOS}notation")
            assert subject.endswith(f"/{code}")
            assert len(values(statements, f"{SKOS}inScheme")) == 1, subject
        else:
            assert len(values(statements, f"{DCTERMS}identifier")) == 1, subject


@pytest.mark.parametrize("name", FILES)
def test_what_is_broader_or_a_scheme_is_described_in_the_same_file(name: str) -> None:
    things = about(name)
    for statements in things.values():
        for predicate in (f"{SKOS}broader", f"{SKOS}inScheme"):
            assert set(values(statements, predicate)) <= set(things)


@pytest.mark.parametrize("name", ["frameworks", "tracks"])
def test_a_source_is_a_clause_of_the_document_that_prints_the_name(name: str, corpus: Corpus) -> None:
    clauses = {clause.iri: clause for clause in corpus.clauses}
    for subject, statements in about(name).items():
        (scheme,) = values(statements, f"{SKOS}inScheme") or [subject]
        document = scheme.rpartition("/")[2]
        sources = [clauses[source] for source in values(statements, f"{DCTERMS}source")]
        assert {clause.document for clause in sources} == {document}
        if scheme != subject:
            names = [*values(statements, f"{SKOS}prefLabel", "zh"), *values(statements, f"{SKOS}altLabel", "zh")]
            printed = " ".join((clause.element or "") + clause.plain for clause in sources)
            assert names[0] in printed, subject


@pytest.mark.parametrize("document", FRAMED)
def test_every_capability_of_a_row_is_described_and_nothing_else_is(
    document: str, corpus: Corpus, described: Described
) -> None:
    used = {
        described.find(document, kind, words)
        for clause in corpus.clauses
        if clause.document == document
        for kind, words in places(clause).items()
    }
    assert None not in used
    assert used == {subject for subject in about("frameworks") if f"/capability/{document}/" in subject}


@pytest.mark.parametrize("document", FRAMED)
def test_broader_follows_the_rows(document: str, corpus: Corpus, described: Described) -> None:
    things = about("frameworks")
    for clause in corpus.clauses:
        if clause.document == document:
            chain = [described.find(document, kind, words) for kind, words in places(clause).items()]
            for above, below in pairwise(chain):
                assert below is not None and above in values(things[below], f"{SKOS}broader"), clause.id


@pytest.mark.parametrize(("document", "elements"), [("zj-trial", 7), ("guangxi-modes", 7), ("pujiang-plan", 14)])
def test_an_outline_has_elements_only(document: str, elements: int) -> None:
    kinds = [
        values(statements, RDF_TYPE)
        for subject, statements in about("frameworks").items()
        if f"/capability/{document}/" in subject
    ]
    assert len(kinds) == elements
    assert all(f"{GB}CapabilityElement" in kind for kind in kinds)


def test_a_spelling_of_the_annex_leads_to_the_element_of_the_text(described: Described) -> None:
    found = {described.find("zj-trial", "CapabilityElement", words) for words in ("社会经济效益", "经济社会效益")}
    assert found == {f"{IRI_ROOT}capability/zj-trial/socio-economic-benefit"}


def test_every_track_of_a_row_is_described_and_nothing_else_is(corpus: Corpus, described: Described) -> None:
    used = {
        described.find(clause.document, kind, clause.track)
        for clause in corpus.clauses
        if clause.track is not None
        for kind in ("Track", TRACK_KINDS[clause.document])
    }
    assert used == {subject for subject in about("tracks") if "/track/" in subject}


def test_regions_are_the_provinces_and_what_leads_to_the_documents(corpus: Corpus, described: Described) -> None:
    things = about("regions")
    regions = {subject: statements for subject, statements in things.items() if "/region/" in subject}
    top = [subject for subject, statements in regions.items() if not values(statements, f"{SKOS}broader")]
    assert len(top) == PROVINCES
    assert all(subject.endswith("0000") for subject in top)
    for document in corpus.documents:
        assert document.meta.region is not None
        assert described.find("regions", "Region", document.meta.region) in regions
    county = f"{IRI_ROOT}region/330726"
    (city,) = values(regions[county], f"{SKOS}broader")
    assert (city, values(regions[city], f"{SKOS}broader")) == (
        f"{IRI_ROOT}region/330700",
        [f"{IRI_ROOT}region/330000"],
    )


def test_every_industry_of_a_row_is_described(corpus: Corpus, described: Described) -> None:
    named = {clause.industry for clause in corpus.clauses if clause.industry is not None}
    assert named
    assert {described.find("industries", "Industry", words) for words in named} == {
        f"{IRI_ROOT}industry/discrete",
        f"{IRI_ROOT}industry/process",
    }


def test_evidence_says_what_it_must_show_and_that_it_is_a_proposal() -> None:
    types = {subject: rows for subject, rows in about("evidence").items() if "/evidence/" in subject}
    assert len(types) >= 14
    for subject, statements in types.items():
        assert f"{GB}EvidenceType" in values(statements, RDF_TYPE)
        assert "；应" in values(statements, f"{SKOS}definition", "zh")[0], subject
        assert " must " in values(statements, f"{SKOS}definition", "en")[0], subject
        assert values(statements, f"{DCTERMS}source", "en") == ["Gongbiao's proposal, not an official list"]
