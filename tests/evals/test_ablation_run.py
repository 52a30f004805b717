"""Search part by part: whole subdomains are left out whole, and the figures say what they should."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from corpus.clause import Clause
from evals.ablation_run import CLASSIFIER, LABELS, LearnedAblation, over_folds, steps
from evals.errors import EvalError
from evals.left_out import Fold, Wording, by_subdomain, by_wording, spoken
from kg.linking import Linker
from retrieval.everyday import Everyday, text_hash
from retrieval.indexes import load_schemes, make_indexes
from retrieval.search import Searcher
from retrieval.vector_cache import VectorCache
from tests.retrieval.fake_parts import BagEmbedder, cell, ignore

SCHEMES = load_schemes()
TEXTS = {
    (19, "设备运维"): ("应开展设备点巡检和保养", "应实现设备联网并采集数据"),
    (15, "计划调度"): ("应建立排产系统生成计划", "应根据订单动态调整计划"),
    (21, "仓储物流"): ("应建立仓库条码管理", "应采用小车配送物料"),
    (18, "质量管控"): ("应建立检验标准", "应追溯每批产品的质量"),
}


def made_clauses() -> list[Clause]:
    linker = Linker(SCHEMES["systems"], SCHEMES["technologies"])
    texts = [(subdomain, text) for subdomain, both in TEXTS.items() for text in both]
    return [
        linker.enrich(cell(number, "smart-factory", text, subdomain=subdomain))
        for number, (subdomain, text) in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    clauses = made_clauses()
    everyday = tuple(
        Everyday(one.id, text_hash(one), (f"{one.plain[1:]}行不行", f"{one.plain[2:]}怎么弄", f"厂里{one.plain[3:]}"))
        for one in clauses
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.indexes.load_everyday", lambda: everyday)
        patch.setattr("evals.left_out.load_everyday", lambda: everyday)
        cache = VectorCache(tmp_path_factory.mktemp("ablation") / "vectors")
        indexes = make_indexes(clauses, {"doc": "要求"}, SCHEMES, BagEmbedder(), cache, ignore)
        yield indexes.searcher(clauses, SCHEMES, BagEmbedder())


def subdomains(fold: Fold, rows: list[int]) -> set[str | None]:
    return {fold.searcher.clauses[row].subdomain for row in rows}


def test_a_subdomain_is_left_out_whole(searcher: Searcher) -> None:
    wordings = spoken(searcher)
    folds = list(by_subdomain(searcher, wordings, 1))
    assert sum(len(fold.asked) for fold in folds) == len(wordings) == 24
    for fold in folds:
        known = subdomains(fold, fold.searcher.asked.rows.tolist())
        assert known.isdisjoint(subdomains(fold, [wording.row for wording in fold.asked]))
        assert fold.searcher.topics.learned is not searcher.topics.learned


def test_single_wordings_are_left_out_alone(searcher: Searcher) -> None:
    for fold in by_wording(searcher, spoken(searcher), 1):
        vectors = fold.searcher.asked.vectors
        assert not any((vectors == wording.vector).all(axis=1).any() for wording in fold.asked)


def test_each_step_has_one_part_more(searcher: Searcher) -> None:
    variants = steps(searcher)
    query = searcher.prepare("厂里设备联网怎么弄")
    assert {why for hit in variants["bm25"].search(query) for why in hit.why} == {"bm25"}
    assert {why for hit in variants["dense"].search(query) for why in hit.why} == {"dense"}
    assert "wording" in {why for hit in variants["+ wordings"].search(query) for why in hit.why}
    assert (variants["+ wordings"].asked.adaptation.matrix == np.eye(BagEmbedder.dimension)).all()
    assert (variants["+ matrix"].asked.adaptation.matrix != np.eye(BagEmbedder.dimension)).any()
    assert variants["+ things"].search(query) == searcher.search(query)


def test_every_wording_is_ranked_by_every_step_and_its_subject_guessed(searcher: Searcher) -> None:
    part, guesses = over_folds("single", by_wording(searcher, spoken(searcher), 1))
    assert {len(found) for found in part.rankings.values()} == {24}
    assert set(guesses.places) == {LABELS, CLASSIFIER}
    shown = LearnedAblation((part,), (guesses,))
    figures = shown.to_json()
    assert figures["search"]["single"]["rankers"]["+ things"]["hit@5"]["value"] >= 0.9
    assert figures["subjects"]["single"][CLASSIFIER]["first 5"]["n"] == 24
    tables = shown.tables()
    assert [row[0] for row in tables[0].rows] == list(steps(searcher))
    assert tables[0].rows[0][-1] == "" and "[" in tables[0].rows[1][-1]


def test_other_wordings_than_those_built_with_are_named(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evals.left_out.load_everyday", lambda: ())
    with pytest.raises(EvalError, match=r"holds others than are installed\. Run `gongbiao build`\."):
        spoken(searcher)


def test_a_wording_keeps_its_vector(searcher: Searcher) -> None:
    first: Wording = spoken(searcher)[0]
    assert (first.vector == searcher.asked.vectors[0]).all() and first.row == 0
