"""What is said of pairs is counted beside what a person read, and beside two plain answers."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from corpus.force import distinct_forces, provisions
from corpus.quantity import quantities
from evals.alignment_gold import GoldPair, Half, Relation
from evals.difference_run import PRODUCT, DifferenceResult, run
from evals.errors import EvalError
from kg.linking import Linker
from kg.variants.differing import Differ
from ontology.vocabulary import load_scheme
from tests.evals.fake_system import FakeWorkspace


def clause(name: str, text: str) -> Clause:
    found = provisions(text)
    return Clause(
        name, name[0], "", (), "requirement", text, text, 0, len(text), "test",
        forces=distinct_forces(found), provisions=found, quantities=quantities(text),
    )  # fmt: skip


CLAUSES = (
    clause("a/1", "应建立设备故障知识库。"),
    clause("a/2", "宜采用MES开展生产排程。"),
    clause("b/1", "应建立设备故障知识库；"),
    clause("b/2", "应采用MES和APS开展生产排程，项目总投资不低于500万元。"),
)


class Differing(FakeWorkspace):
    """A workspace that tells differences."""

    differ = Differ(Linker(load_scheme("systems"), load_scheme("technologies")))


def differing() -> Differing:
    return Differing({}, clauses=CLAUSES)


def pair(name: str, left: str, right: str, relation: Relation, half: Half = "dev") -> GoldPair:
    changed = relation == "weaker"
    return GoldPair(
        name, (left,), (right,), relation, "should→shall" if changed else None, "无→500万元" if changed else None,
        ("APS",) if changed else (), (), "because", half,
    )  # fmt: skip


PAIRS = (
    pair("p1", "a/1", "b/1", "equal"),
    pair("p2", "a/2", "b/2", "weaker"),
    pair("p3", "a/1", "b/2", "none"),
    pair("p4", "a/1", "b/2", "similar", "held-out"),
)


@pytest.fixture(scope="module")
def result() -> DifferenceResult:
    return run(differing(), PAIRS)


def test_true_non_pairs_are_left_out(result: DifferenceResult) -> None:
    assert [one.pair.id for one in result.systems[PRODUCT]] == ["p1", "p2", "p4"]
    assert result.complete


def test_every_point_is_counted_by_half(result: DifferenceResult) -> None:
    shown = result.to_json()
    mine, plain = shown["halves"]["dev"][PRODUCT], shown["halves"]["dev"]["always overlaps"]
    assert {key: mine[key]["value"] for key in ("relation", "force", "numbers", "names", "idle")} == {
        "relation": 1.0, "force": 1.0, "numbers": 1.0, "names": 1.0, "idle": 1.0,
    }  # fmt: skip
    assert (plain["relation"]["value"], plain["names"]["value"]) == (0.0, 0.0)
    assert shown["relations"]["dev"]["weaker"] == {"n": 1, "precision": 1.0, "recall": 1.0}
    assert shown["confusion"]["held-out"]["similar"]["overlaps"] == 1


def test_what_is_wrong_in_the_half_held_out_is_not_told(result: DifferenceResult) -> None:
    assert result.to_json()["wrong"] == []


def test_the_tables_hold_both_halves_and_all_systems(result: DifferenceResult) -> None:
    agreement, *_, confusion = result.tables()
    assert len(agreement.rows) == 6
    assert len(confusion.rows) == 10


def test_a_pair_of_another_library_is_refused() -> None:
    with pytest.raises(EvalError, match="c/9"):
        run(differing(), [pair("p", "a/1", "c/9", "equal")])


def test_a_workspace_without_differences_is_refused() -> None:
    with pytest.raises(EvalError, match="tells no differences"):
        run(FakeWorkspace({}), PAIRS)
