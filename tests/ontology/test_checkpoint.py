"""The points of each requirement: complete, tied to the text, inventing nothing, no two alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from corpus.clause import Clause
from drafting.profiles.sections import Profile
from ontology.checkpoint import Condition, Point, _File, _parsed, checkpoints_of, conditions
from ontology.errors import OntologyError
from ontology.evidence import evidence_catalogue
from ontology.vocabulary import load_scheme
from tests.house.source_tree import ROOT

if TYPE_CHECKING:
    from app.assembly import Workspace

DOCUMENTS = ("zj-graded", "guangxi-modes", "pujiang-plan")
SIGNS = "〇一二三四五六七八九十"
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
COUNTED = re.compile(r"\d|[一二两三四五六七八九十]+[个项种类台套条]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
COUNTS = {"zj-graded": 225, "guangxi-modes": 36, "pujiang-plan": 25}


def points(document: str) -> Iterator[tuple[str, int, Point]]:
    for identifier, checkpoint in checkpoints_of(document).checkpoints.items():
        for number, point in enumerate(checkpoint.points, 1):
            yield identifier, number, point


def asked(founding: Workspace, document: str) -> dict[str, Clause]:
    kinds = ("requirement",)
    return {clause.id: clause for clause in founding.shelf.of(document, kinds=kinds)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_requirement_has_points_once_and_in_order(founding: Workspace, document: str) -> None:
    known = asked(founding, document)
    written = [one for one in checkpoints_of(document).checkpoints if one in known]
    assert written == [one for one in known if one in set(written)]
    assert set(known) == set(written)
    assert len(written) == COUNTS[document]
    assert all(checkpoint.points for checkpoint in checkpoints_of(document).checkpoints.values())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_point_says_words_of_its_clause_with_their_force(founding: Workspace, document: str) -> None:
    seen = 0
    for identifier, number, point in points(document):
        clause = founding.shelf.by_id[identifier]
        assert point.says in clause.plain, (identifier, number)
        at = clause.start + clause.text.find(point.says)
        forces = {one.force for one in clause.provisions if one.start < at + len(point.says) and one.end > at}
        assert point.force in (forces or {"none"}), (identifier, number, point.force, forces)
        seen += 1
    assert seen >= 100


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_point_states_a_number_that_its_clause_does_not(founding: Workspace, document: str) -> None:
    checked = 0
    for identifier, number, point in points(document):
        clause = founding.shelf.by_id[identifier]
        known = {
            *NUMBER.findall(clause.plain),
            *(str(place) for place, sign in enumerate(SIGNS) if sign in clause.plain),
        }
        said = "\n".join([point.ask, point.passes, point.rejected, *(proof.show for proof in point.proof)])
        for one in NUMBER.findall(re.sub(r"[A-Za-z][A-Za-z0-9/]*|\d+[A-Z]\b", "", said)):
            assert one in known, (identifier, number, one)
            checked += 1
        bounds = [point.at_least, point.at_most, *(b for one in point.looks_at for b in (one.at_least, one.at_most))]
        for bound in bounds:
            # All of something needs no number in the text.
            assert bound in (None, 100.0) or f"{bound:g}" in known, (identifier, number, bound)
            checked += bound is not None
        named = {name.casefold() for name in LATIN.findall(clause.plain)}
        assert all(one in clause.plain for one in COUNTED.findall(point.of or "")), (identifier, number)
        assert {name.casefold() for name in LATIN.findall(point.of or "")} <= named, (identifier, number)
    assert checked > 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_point_asks_shows_and_counts(document: str) -> None:
    kinds = evidence_catalogue().kinds
    for identifier, number, point in points(document):
        assert "？" in point.ask, (identifier, number)
        assert 1 <= len(point.proof) <= 3 and all(proof.type in kinds for proof in point.proof), (identifier, number)
        assert (point.scope == "one") == (point.of is None), (identifier, number)
        assert point.scope != "share" or point.at_least is not None, (identifier, number)
        assert point.answer != "share" or point.scope != "one", (identifier, number)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_selector_looks_at_a_section_with_words(document: str) -> None:
    seen = 0
    systems = set(load_scheme("systems").concepts)
    for identifier, number, point in points(document):
        for one in point.looks_at:
            assert one.section in Profile.model_fields, (identifier, number)
            seen += 1
            if one.section == "equipment":
                assert one.kind or one.share or one.has, (identifier, number)
            elif one.section == "measures":
                assert one.name or one.has, (identifier, number)
            else:
                assert one.has and all(len(word) >= 2 for word in one.has), (identifier, number)
            assert one.section == "systems" or not one.code, (identifier, number)
            assert all(code == code.upper() or code in systems for code in one.code), (identifier, number)
    assert seen > 0


def test_no_sentence_is_written_twice() -> None:
    for field in ("ask", "passes", "rejected"):
        told = Counter(getattr(point, field) for document in DOCUMENTS for _, _, point in points(document))
        assert [text for text, count in told.items() if count > 1] == [], field


def test_no_two_subdomains_share_a_list_of_evidence(founding: Workspace) -> None:
    lists: dict[tuple[tuple[str, str], ...], set[int]] = {}
    for identifier, checkpoint in checkpoints_of("zj-graded").checkpoints.items():
        proofs = tuple((proof.type, proof.show) for point in checkpoint.points for proof in point.proof)
        number = founding.shelf.by_id[identifier].subdomain_no
        assert number is not None
        lists.setdefault(proofs, set()).add(number)
    assert len(lists) == 225
    assert all(len(numbers) == 1 for numbers in lists.values())


def test_every_subdomain_says_who_proves_it_and_how_it_is_shown(founding: Workspace) -> None:
    told = checkpoints_of("zj-graded").subdomains
    numbers = {clause.subdomain_no for clause in asked(founding, "zj-graded").values()}
    assert set(told) == numbers and len(told) == 44
    for one in told.values():
        assert one.owner and one.place and one.screen and one.demonstrate, one.subdomain
    assert len({one.demonstrate for one in told.values()}) == 44


def test_conditions_stand_in_their_clause_or_are_marked_as_customary(founding: Workspace) -> None:
    for one in conditions():
        if one.source == "stated":
            assert one.clause and one.says and one.says in founding.shelf.by_id[one.clause].plain, one.id
        else:
            assert one.clause is None and one.says is None, one.id
        assert one.id.startswith(f"{one.target.partition('/')[0]}/")
    assert len({one.id for one in conditions()}) == len(conditions())
    assert {one.kind for one in conditions()} == {"condition", "veto"}


def test_bounds_of_conditions_stand_in_their_words() -> None:
    def bounds(condition: Condition) -> list[float]:
        return [
            float(condition.test[key]) for key in ("at_least", "at_most") if condition.test and key in condition.test
        ]

    bounded = [one for one in conditions() if bounds(one)]
    assert len(bounded) >= 10
    for one in bounded:
        known = {float(number) for number in NUMBER.findall(one.says or "")}
        assert set(bounds(one)) <= known, one.id


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_is_marked_as_a_proposal(document: str) -> None:
    text = (files("ontology") / "checkpoints" / f"{document}.yaml").read_text(encoding="utf-8")
    assert "proposal: 工标的建议，逐条编写，不是官方的评审细则" in text


def test_a_document_without_a_file_has_no_points() -> None:
    assert checkpoints_of("nowhere").checkpoints == {} and checkpoints_of("nowhere").subdomains == {}


def test_a_file_that_does_not_fit_is_refused() -> None:
    with pytest.raises(OntologyError, match="checkpoints demo: the file does not fit"):
        _parsed(_File, "demo", "proposal: x\ncheckpoints: [{requirement: a}]")
    with pytest.raises(OntologyError, match="Mend it"):
        _parsed(_File, "demo", "proposal: [")


def test_the_readme_counts_the_points() -> None:
    held = checkpoints_of("zj-graded").checkpoints
    said = f"{len(held)} 条要求共 {sum(len(one.points) for one in held.values())} 个判断点"
    assert said in (ROOT / "README.md").read_text(encoding="utf-8")
