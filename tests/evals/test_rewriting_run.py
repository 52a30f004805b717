"""Rewritten questions: lists fused with the question's own ahead, and a rewriting that search did not need left out."""

from __future__ import annotations

from corpus.clause import Clause
from evals.rewriting_run import WAYS, Looked, RewritingResult, fused
from evals.writing_cases import Case
from tests.evals.fake_system import CLAUSES

QUESTION = Case("rewrite", "made-up", "plain", "development", {"question": "机器老坏怎么办"})


def test_the_questions_own_list_weighs_more_than_a_rewritings() -> None:
    one, two, *_ = CLAUSES
    assert fused([one, two], [[two, one]]) == [one, two]
    assert fused([one], [[two], [two], [two], [two]])[0] == two
    empty: list[Clause] = []
    assert fused([two, one], [empty]) == [two, one]


def test_figures_are_told_by_kind_and_way() -> None:
    right = {way: (way != WAYS[0],) for way in WAYS}
    looked = Looked(QUESTION, right, dict.fromkeys(WAYS, 0.5), unsure=True)
    result = RewritingResult((looked,))
    figures = result.to_json()["development"]
    assert figures["plain"][WAYS[0]]["hit5"]["value"] == 0.0 and figures["all"][WAYS[3]]["hit5"]["value"] == 1.0
    assert figures["all"][WAYS[3]]["ahead"]["value"] == 1.0
    (development, held) = result.tables()
    assert "unsure of 1 of 1" in development.title and len(development.rows) == 8 and held.rows == ()
    assert not RewritingResult(()).complete
