"""The mappings of tiers, elements, modes, sections and project types: complete, well-formed, true to their texts."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

import ontology
from corpus.library import Corpus, load_corpus
from ontology.described import load_described
from ontology.mappings import NO_TERM, MappingClaim, Target, mapping_files, parse_mappings
from ontology.statements import SKOS, read_statements, read_text
from tests.ontology.cited_places import POINTS, is_point, own_clauses, points_before, points_of
from tests.ontology.claims import by_subject
from tests.ontology.sssom_check import sssom_problems

SETS: dict[str, tuple[Target, ...]] = {
    "tiers-national": ("tiers",),
    "zj-trial-national": ("scenarios", "maturity"),
    "guangxi-modes-national": ("scenarios", "maturity"),
    "zj-guideline-national": ("scenarios", "maturity"),
    "pujiang-plan-national": ("tiers", "scenarios", "maturity"),
}
DOCUMENTS = {name: (name.removesuffix("-national"),) for name in SETS} | {
    "tiers-national": ("zj-graded", "zj-guideline")
}
TIERED = DOCUMENTS["tiers-national"]
PREFIX = {"scenarios": "scenario:", "maturity": "maturity:", "tiers": "tier:national-"}
LESS_TRUSTED = ("scenario:17", "scenario:18", "scenario:37")
OFFERED = "可为国家基础级、先进级、卓越级和领航级智能工厂建设提供指引"
QUOTED = re.compile(r"“([^”]+)”")
VOCABULARIES = (("vocabularies", "tiers"), ("vocabularies", "frameworks"), ("vocabularies", "tracks"))
NATIONAL = (("national", "scenarios"), ("national", "maturity"))


@pytest.fixture(scope="module", params=SETS)
def claims(request: pytest.FixtureRequest) -> tuple[MappingClaim, ...]:
    return read(request.param)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def labels() -> dict[str, str]:
    """Preferred Chinese names by address."""
    return {
        statement.subject: statement.value
        for folder, name in (*VOCABULARIES, *NATIONAL)
        for statement in read_statements(read_text(folder, f"{name}.ttl"), name)
        if statement.predicate == f"{SKOS}prefLabel" and statement.language == "zh"
    }


def read(name: str) -> tuple[MappingClaim, ...]:
    return parse_mappings(name, dict(mapping_files())[name])


def subjects(name: str, kind: str) -> set[str]:
    """What a set maps of one kind, the prefix of its compact address."""
    return {claim.subject for claim in read(name) if claim.subject.startswith(f"{kind}:")}


def compact(addresses: set[str | None], kind: str) -> set[str]:
    return {f"{kind}:{address.partition(f'/{kind}/')[2]}" for address in addresses if address is not None}


@pytest.mark.parametrize("name", SETS)
def test_the_file_is_valid_sssom(name: str) -> None:
    path = Path(str(ontology.__file__)).parent / "mappings" / f"{name}.sssom.tsv"
    assert sssom_problems(path) == []


def test_every_subject_is_mapped_to_each_target(claims: tuple[MappingClaim, ...]) -> None:
    targets = SETS[claims[0].set_name]
    assert {claim.target for claim in claims} == set(targets)
    everyone = {claim.subject for claim in claims}
    for target in targets:
        assert {claim.subject for claim in claims if claim.target == target} == everyone


def test_all_tiers_of_the_two_documents_that_have_tiers_are_mapped(corpus: Corpus) -> None:
    tiered = {clause.document for clause in corpus.clauses if clause.tier is not None}
    assert tiered <= set(TIERED)
    described = read_statements(read_text("vocabularies", "tiers.ttl"), "tiers")
    known = {
        statement.subject
        for statement in described
        if statement.predicate == f"{SKOS}inScheme" and statement.value.rpartition("/")[2] in TIERED
    }
    assert len(known) == 6
    assert subjects("tiers-national", "tier") == compact(set(known), "tier")


@pytest.mark.parametrize("document", ["zj-trial", "guangxi-modes"])
def test_all_seven_elements_are_mapped(document: str, corpus: Corpus) -> None:
    described = load_described()
    elements = {
        described.find(document, "CapabilityElement", clause.element)
        for clause in corpus.clauses
        if clause.document == document and clause.element is not None
    }
    assert len(elements) == 7
    assert subjects(f"{document}-national", "capability") == compact(elements, "capability")


@pytest.mark.parametrize("document", ["guangxi-modes", "pujiang-plan"])
def test_all_modes_and_project_types_are_mapped(document: str, corpus: Corpus) -> None:
    described = load_described()
    tracks = {
        described.find(document, "Track", clause.track)
        for clause in corpus.clauses
        if clause.document == document and clause.track is not None
    }
    assert len(tracks) == 5
    assert subjects(f"{document}-national", "track") == compact(tracks, "track")


def test_the_finest_capability_of_every_row_of_the_guideline_is_mapped(corpus: Corpus) -> None:
    """Sections that only hold other sections are reached through these."""
    described = load_described()
    finest = set()
    for clause in corpus.clauses:
        if clause.document == "zj-guideline" and clause.kind == "requirement":
            kind, words = ("Subdomain", clause.subdomain) if clause.subdomain else ("Domain", clause.domain)
            finest.add(described.find("zj-guideline", f"Capability{kind}", words or ""))
    wanted = compact(finest, "capability")
    assert len(wanted) >= 50
    assert wanted <= subjects("zj-guideline-national", "capability")
    chapter = {one for one in subjects("zj-guideline-national", "capability") if re.search(r"/6\.\d+\Z", one)}
    assert len(chapter) == 10


def test_labels_are_those_of_the_vocabularies_and_objects_exist(
    claims: tuple[MappingClaim, ...], labels: dict[str, str]
) -> None:
    for claim in claims:
        subject, _, object_, _ = claim.addresses
        assert claim.subject_label == labels[subject]
        assert claim.object_label == (labels[object_] if claim.matches else "无对应"), (claim.subject, claim.object)
        assert not claim.matches or claim.object.startswith(PREFIX[claim.target]), claim.object


def test_nothing_is_more_than_a_proposal(claims: tuple[MappingClaim, ...]) -> None:
    for claim in claims:
        assert (claim.status, claim.justification) == ("proposed", "semapv:ManualMappingCuration")
        assert claim.predicate != "skos:exactMatch"
        assert 0.3 <= claim.confidence <= 0.9, (claim.subject, claim.object)


def test_every_row_says_its_target(claims: tuple[MappingClaim, ...]) -> None:
    text = dict(mapping_files())[claims[0].set_name]
    rows = [line for line in text.splitlines() if not line.startswith("#")][1:]
    assert all(
        line.split("\t")[-1] == f"status=proposed|target={claim.target}"
        for line, claim in zip(rows, claims, strict=True)
    )


def test_a_subject_without_match_has_no_other_row_for_that_target(claims: tuple[MappingClaim, ...]) -> None:
    for target in SETS[claims[0].set_name]:
        for subject, rows in by_subject(claims, target).items():
            if not all(row.matches for row in rows):
                assert [row.object for row in rows] == [NO_TERM], subject


def test_a_pair_is_mapped_once(claims: tuple[MappingClaim, ...]) -> None:
    pairs = [(claim.subject, claim.object, claim.target) for claim in claims]
    assert len(set(pairs)) == len(pairs)


def test_a_close_match_is_the_only_one_of_its_subject_and_target(claims: tuple[MappingClaim, ...]) -> None:
    """A requirement becomes a candidate by it: what holds several scenarios is broader than each."""
    close = [(claim.subject, claim.target) for claim in claims if claim.predicate == "skos:closeMatch"]
    assert len(set(close)) == len(close)


def test_each_reason_is_its_own_and_says_what_differs() -> None:
    reasons = [claim.rationale for name in SETS for claim in read(name)]
    assert len(set(reasons)) == len(reasons)
    for reason in reasons:
        assert 25 <= len(reason) <= 200 and "；" in reason, reason


def test_what_a_reason_quotes_stands_where_it_says(claims: tuple[MappingClaim, ...], corpus: Corpus) -> None:
    described = load_described()
    for claim in claims:
        own = own_clauses(claim, DOCUMENTS[claim.set_name], corpus, described)
        for quotation in QUOTED.finditer(claim.rationale):
            words = quotation.group(1)
            points = points_before(claim.rationale, quotation.start())
            places = [one for one in own if not points or any(is_point(one, point) for point in points)]
            texts = [f"{clause.label or ''} {clause.plain}" for clause in places]
            named = words == "宜" or any(words in name for name in (claim.subject_label, claim.object_label))
            assert named or any(words in text for text in texts), (claim.subject, claim.object, words, points)


def test_the_points_that_a_reason_names_exist(claims: tuple[MappingClaim, ...], corpus: Corpus) -> None:
    described = load_described()
    named = 0
    for claim in claims:
        own = own_clauses(claim, DOCUMENTS[claim.set_name], corpus, described)
        for mention in POINTS.findall(claim.rationale):
            for point in points_of(*mention):
                assert any(is_point(clause, point) for clause in own), (claim.subject, claim.object, point)
                named += 1
    assert named or claims[0].set_name in ("tiers-national", "zj-trial-national")


def test_a_quotation_is_looked_for_at_the_point_before_it() -> None:
    reason = "a）b）要求“甲”，第3条“乙”；本节“丙”，第四项“丁”，3.2第10条“戊”，第二章“己”"
    found = [points_before(reason, match.start()) for match in QUOTED.finditer(reason)]
    assert found == [("a", "b"), ("3",), (), ("4",), ("3.2/10",), ()]


def test_a_second_reader_has_read_every_row() -> None:
    for name in SETS:
        body = [line for line in dict(mapping_files())[name].splitlines() if not line.startswith("#")]
        rows = csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert {row["reviewer_label"] for row in rows} == {"第二位阅读者"}, name


def test_no_tier_is_matched_closely() -> None:
    """No text pairs its tiers with national ones, and nothing it says tells two neighbouring ones apart."""
    every = [claim for name in SETS for claim in read(name) if claim.target == "tiers"]
    assert every and {claim.predicate for claim in every} == {"skos:relatedMatch"}


def test_reasons_for_provincial_tiers_quote_all_that_the_text_says_of_the_national_ones() -> None:
    for claim in read("tiers-national"):
        assert claim.subject.startswith("tier:guideline-") or OFFERED in claim.rationale, claim.subject
        assert claim.confidence <= (0.5 if claim.subject.startswith("tier:guideline-") else 0.6)


def test_names_of_less_trust_are_said_to_be_so(claims: tuple[MappingClaim, ...]) -> None:
    for claim in claims:
        assert ("可信度为 B" in claim.rationale) == (claim.object in LESS_TRUSTED), (claim.subject, claim.object)


def test_what_is_related_is_not_also_broader_or_narrower() -> None:
    """SKOS S27: skos:related is disjoint with skos:broaderTransitive."""
    every = [claim for name, text in mapping_files() for claim in parse_mappings(name, text)]
    above: dict[str, set[str]] = defaultdict(set)
    for folder, name in (*VOCABULARIES, *NATIONAL):
        for statement in read_statements(read_text(folder, f"{name}.ttl"), name):
            if statement.predicate == f"{SKOS}broader":
                above[statement.subject].add(statement.value)
    for claim in every:
        subject, _, object_, _ = claim.addresses
        if claim.predicate == "skos:broadMatch":
            above[subject].add(object_)
        if claim.predicate == "skos:narrowMatch":
            above[object_].add(subject)

    def ancestors(address: str) -> set[str]:
        direct = above.get(address, set())
        return direct.union(*(ancestors(one) for one in direct))

    for claim in every:
        subject, predicate, object_, _ = claim.addresses
        if predicate == f"{SKOS}relatedMatch" and claim.matches:
            assert object_ not in ancestors(subject) and subject not in ancestors(object_), (
                claim.subject,
                claim.object,
            )
