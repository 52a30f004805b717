"""The mappings of the 44 subdomains: complete, well-formed, and true to the clauses that their reasons cite."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

import ontology
from corpus.clause import Clause
from corpus.library import load_corpus
from ontology.mappings import NO_TERM, MappingClaim, mapping_files, parse_mappings
from ontology.statements import read_text
from ontology.vocabulary import Concept, load_scheme, parse_scheme
from tests.ontology.sssom_check import sssom_problems

SETS = {"zj-graded-scenarios": "scenarios", "zj-graded-maturity": "maturity"}
OBJECT_PREFIX = {"scenarios": "scenario", "maturity": "maturity"}
TIERS = {"数字化车间": "digital-workshop", "智能工厂": "smart-factory", "未来工厂": "future-factory"}
SIGN = re.compile(r"([a-z]\d?)）")
PLACE = re.compile(rf"({'|'.join(TIERS)}) ((?:[a-z]\d?）)+)")
MENTION = re.compile(rf"({'|'.join(TIERS)})? ?((?:[a-z]\d?）)+)|({'|'.join(TIERS)})")
QUOTED = re.compile(r"“([^”]+)”")
LINK = "生产管理"

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


def place_before(rationale: str, end: int) -> tuple[str | None, tuple[str, ...]]:
    """The tier that was named last before a position, and the points that were named last of it."""
    tier, signs = "", ""
    for with_points, points, alone in MENTION.findall(rationale[:end]):
        tier, signs = with_points or alone or tier, points
    return TIERS.get(tier), tuple(SIGN.findall(signs))


def test_what_a_reason_quotes_stands_where_it_says(claims: tuple[MappingClaim, ...], cells: Cells) -> None:
    found = 0
    for claim in claims:
        for quotation in QUOTED.finditer(claim.rationale):
            words = quotation.group(1)
            tier, signs = place_before(claim.rationale, quotation.start())
            texts = [
                clause.text
                for one in ([tier] if tier else TIERS.values())
                for clause in cells[number(claim), one]
                if not signs or clause.label in signs
            ]
            names = (claim.subject_label, claim.object_label, LINK)
            known = any(words in name for name in names) or words in {"应", "宜"}
            assert known or any(words in text for text in texts), (claim.subject, claim.object, words)
            found += 1
    assert found >= 20


def test_a_quotation_is_looked_for_where_it_is_said_to_stand() -> None:
    reason = "数字化车间 a）“甲”，智能工厂一级“乙”，未来工厂 b）c1）“丙”"
    places = [place_before(reason, match.start()) for match in QUOTED.finditer(reason)]
    assert places == [("digital-workshop", ("a",)), ("smart-factory", ()), ("future-factory", ("b", "c1"))]
    assert place_before("三级都“丁”", 3) == (None, ())


def test_a_second_reader_has_read_every_row() -> None:
    for name in SETS:
        body = [line for line in dict(mapping_files())[name].splitlines() if not line.startswith("#")]
        rows = csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert {row["reviewer_label"] for row in rows} == {"第二位阅读者"}, name


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
