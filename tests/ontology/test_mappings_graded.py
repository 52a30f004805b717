"""The mappings of the 44 subdomains: complete, well-formed, and true to the clauses that their reasons cite."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

import ontology
from corpus.clause import Clause
from corpus.library import load_corpus
from ontology.mappings import NO_TERM, MappingClaim, mapping_files, parse_mappings
from ontology.statements import SKOS, read_statements, read_text
from ontology.vocabulary import Concept, load_scheme, parse_scheme
from tests.ontology.sssom_check import sssom_problems

SETS = {"zj-graded-scenarios": "scenarios", "zj-graded-maturity": "maturity"}
OBJECT_PREFIX = {"scenarios": "scenario", "maturity": "maturity"}
TIERS = {"数字化车间": "digital-workshop", "智能工厂": "smart-factory", "未来工厂": "future-factory"}
SIGN = re.compile(r"([a-z]\d?)）")
PLACE = re.compile(rf"({'|'.join(TIERS)}) ((?:[a-z]\d?）)+)")
QUOTED = re.compile(r"“([^”]+)”")

Cells = dict[tuple[int, str], list[Clause]]


@pytest.fixture(scope="module", params=SETS)
def claims(request: pytest.FixtureRequest) -> tuple[MappingClaim, ...]:
    return parse_mappings(request.param, dict(mapping_files())[request.param])


@pytest.fixture(scope="module")
def cells() -> Cells:
    found: Cells = defaultdict(list)
    for clause in load_corpus().clauses:
        if clause.document == "zj-graded" and clause.subdomain_no is not None and clause.tier is not None:
            found[clause.subdomain_no, clause.tier].append(clause)
    return found


@pytest.fixture(scope="module")
def subdomains() -> dict[str, Concept]:
    return {f"capability:{one.code}": one for one in load_scheme("capabilities").of_kind("CapabilitySubdomain")}


@pytest.fixture(scope="module")
def objects() -> dict[str, str]:
    return {
        f"{OBJECT_PREFIX[name]}:{concept.code}": concept.zh
        for name in OBJECT_PREFIX
        for concept in parse_scheme(name, read_text("national", f"{name}.ttl")).concepts.values()
        if concept.kind != "ScenarioLink"
    }


def number(claim: MappingClaim) -> int:
    return int(claim.subject.removeprefix("capability:"))


@pytest.mark.parametrize("name", SETS)
def test_the_file_is_valid_sssom(name: str) -> None:
    path = Path(str(ontology.__file__)).parent / "mappings" / f"{name}.sssom.tsv"
    assert sssom_problems(path) == []


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    name = next(iter(SETS))
    broken = tmp_path / "broken.sssom.tsv"
    text = dict(mapping_files())[name].replace("\tskos:closeMatch\t", "\tnowhere:closeMatch\t")
    broken.write_text(text, encoding="utf-8")
    assert sssom_problems(broken)


def test_every_subdomain_is_mapped_or_said_to_have_no_match(
    claims: tuple[MappingClaim, ...], subdomains: dict[str, Concept]
) -> None:
    assert {claim.subject for claim in claims} == set(subdomains)
    assert [number(claim) for claim in claims] == sorted(number(claim) for claim in claims)


def test_labels_are_those_of_the_vocabularies_and_objects_exist(
    claims: tuple[MappingClaim, ...], subdomains: dict[str, Concept], objects: dict[str, str]
) -> None:
    for claim in claims:
        assert claim.subject_label == subdomains[claim.subject].zh
        expected = objects[claim.object] if claim.matches else "无对应"
        assert claim.object_label == expected, (claim.subject, claim.object)


def test_nothing_is_more_than_a_proposal(claims: tuple[MappingClaim, ...]) -> None:
    for claim in claims:
        assert claim.status == "proposed"
        assert claim.predicate != "skos:exactMatch"
        assert claim.justification == "semapv:ManualMappingCuration"
        assert 0.3 <= claim.confidence <= 0.9, (claim.subject, claim.object)
        assert claim.target == SETS[claim.set_name]


def test_confidence_tells_claims_apart(claims: tuple[MappingClaim, ...]) -> None:
    assert len({claim.confidence for claim in claims}) >= 8
    mean = {
        predicate: [claim.confidence for claim in claims if claim.predicate == predicate and claim.matches]
        for predicate in ("skos:closeMatch", "skos:relatedMatch")
    }
    assert min(mean["skos:closeMatch"]) >= 0.6 >= max(mean["skos:relatedMatch"])


def test_a_subject_without_match_has_no_other_row(claims: tuple[MappingClaim, ...]) -> None:
    unmatched = [claim.subject for claim in claims if not claim.matches]
    assert unmatched
    for subject in unmatched:
        assert [claim.object for claim in claims if claim.subject == subject] == [NO_TERM]


def test_a_pair_is_mapped_once_and_a_subject_has_one_close_match_at_most(claims: tuple[MappingClaim, ...]) -> None:
    pairs = [(claim.subject, claim.object) for claim in claims]
    assert len(set(pairs)) == len(pairs)
    close = [claim.subject for claim in claims if claim.predicate == "skos:closeMatch"]
    assert len(set(close)) == len(close)


def test_each_reason_is_its_own_and_says_what_differs(claims: tuple[MappingClaim, ...]) -> None:
    reasons = [claim.rationale for claim in claims]
    assert len(set(reasons)) == len(reasons)
    for claim in claims:
        assert 30 <= len(claim.rationale) <= 160, (claim.subject, claim.object, len(claim.rationale))
        assert "；" in claim.rationale, (claim.subject, claim.object)


def test_what_a_reason_quotes_stands_in_the_subdomain(
    claims: tuple[MappingClaim, ...], cells: Cells, objects: dict[str, str]
) -> None:
    links = {"生产管理"}
    words = links.union(*objects.values()) | {"应", "宜", "精益", "调度", "数据", "制造工程"}
    for claim in claims:
        text = "".join(clause.text for tier in TIERS.values() for clause in cells[number(claim), tier])
        for quotation in QUOTED.findall(claim.rationale):
            assert quotation in text or quotation in words, (claim.subject, claim.object, quotation)


def test_the_points_that_a_reason_names_exist(claims: tuple[MappingClaim, ...], cells: Cells) -> None:
    named = 0
    for claim in claims:
        for tier, signs in PLACE.findall(claim.rationale):
            labels = {clause.label for clause in cells[number(claim), TIERS[tier]]}
            for sign in SIGN.findall(signs):
                assert sign in labels, (claim.subject, claim.object, tier, sign)
                named += 1
    assert named >= 40


def test_a_reason_rests_on_no_cell_that_asks_nothing(claims: tuple[MappingClaim, ...], cells: Cells) -> None:
    for claim in claims:
        for name, tier in TIERS.items():
            if f"{name}一级" in claim.rationale or re.search(rf"{name} [a-z]", claim.rationale):
                kinds = {clause.kind for clause in cells[number(claim), tier]}
                assert kinds == {"requirement"}, (claim.subject, claim.object, name)


def test_names_of_less_trust_are_said_to_be_so(claims: tuple[MappingClaim, ...]) -> None:
    for claim in claims:
        if claim.object in ("scenario:17", "scenario:18", "scenario:37"):
            assert "可信度为 B" in claim.rationale, (claim.subject, claim.object)


def test_what_is_related_is_not_also_broader_or_narrower(claims: tuple[MappingClaim, ...]) -> None:
    """SKOS S27: skos:related is disjoint with skos:broaderTransitive."""
    above: dict[str, set[str]] = defaultdict(set)
    texts = [read_text("national", "scenarios.ttl"), read_text("national", "maturity.ttl")]
    for statement in (one for text in texts for one in read_statements(text, "national")):
        if statement.predicate == f"{SKOS}broader":
            above[statement.subject].add(statement.value)
    for claim in claims:
        subject, _, object_, _ = claim.addresses
        if claim.predicate == "skos:broadMatch":
            above[subject].add(object_)
        if claim.predicate == "skos:narrowMatch":
            above[object_].add(subject)

    def ancestors(iri: str) -> set[str]:
        direct = above.get(iri, set())
        return direct.union(*(ancestors(one) for one in direct))

    for claim in claims:
        subject, predicate, object_, _ = claim.addresses
        if predicate == f"{SKOS}relatedMatch":
            assert object_ not in ancestors(subject) and subject not in ancestors(object_), claim.subject
