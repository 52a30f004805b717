"""The evaluation of alignments, over a workspace of the gold's own clauses and a meaning that knows only characters."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import numpy as np
import pytest

from corpus.clause import Clause
from corpus.library import Document, load_corpus
from evals.alignment_drawn import load_drawn
from evals.alignment_found import aligning_of
from evals.alignment_gold import gold_names, load_gold
from evals.alignment_run import PRODUCT, VECTORS, WORDS, run
from evals.alignment_training import calibrated, learn, left_out, samples
from evals.errors import EvalError
from evals.report import show
from evals.system import Workspace
from kg.linking import Linker
from kg.variants.aligning import Aligner
from kg.variants.grams import grams
from kg.variants.link import Vectors
from kg.variants.pair_features import FEATURES
from ontology.vocabulary import load_scheme
from retrieval.filters import Mask


class Characters:
    """Vectors of the characters of a text; no subjects are known."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._texts = {one.id: one.plain for one in clauses}
        self._signs = {sign: place for place, sign in enumerate(sorted(set("".join(self._texts.values()))))}

    def vectors(self, ids: Sequence[str]) -> Vectors:
        found = np.full((len(ids), len(self._signs)), 1e-3, dtype=np.float32)
        for row, one in enumerate(ids):
            found[row, [self._signs[sign] for sign in self._texts[one]]] = 1.0
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        return np.ones((len(ids), 1), dtype=np.float32)


class Shared:
    """Scores rows by the runs of characters that they share with a query."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._bags = [grams(one.plain) for one in clauses]

    def search(self, query: str, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        asked = grams(query)
        return [(row, float(len(asked & bag))) for row, bag in enumerate(self._bags) if asked & bag][:k]


@dataclass(frozen=True)
class Parts:
    clauses: Sequence[Clause]
    lexical: Shared


@dataclass(frozen=True)
class Small:
    """As much of a workspace as the evaluation asks for."""

    documents: Sequence[Document]
    clauses: Sequence[Clause]
    searcher: Parts
    aligner: Aligner


@cache
def workspace() -> Workspace:
    corpus, linker = load_corpus(), Linker(load_scheme("systems"), load_scheme("technologies"))
    clauses = tuple(linker.enrich(one) for one in corpus.clauses)
    aligner = Aligner(clauses, Characters(clauses))
    return cast(Workspace, Small(corpus.documents, clauses, Parts(clauses, Shared(clauses)), aligner))


@cache
def result() -> Any:
    return run(workspace())


def test_the_product_and_both_baselines_are_measured_on_each_half_of_each_set() -> None:
    rows = result().to_json()["ways"]
    assert {(row["set"], row["half"]) for row in rows} == {
        (name, half) for name in (*gold_names(), "all") for half in ("dev", "held-out")
    }
    of_all = [row for row in rows if (row["set"], row["half"]) == ("all", "dev")]
    assert [row["way"] for row in of_all] == [one for way in (PRODUCT, VECTORS, WORDS) for one in (way, way)]
    assert of_all[0]["threshold"] is None and of_all[1]["f1"]["value"] >= of_all[0]["f1"]["value"]
    for as_many, best in (of_all[2:4], of_all[4:6]):
        assert best["f1"]["value"] >= as_many["f1"]["value"]
        assert as_many["links"] == pytest.approx(of_all[0]["links"], rel=0.05)


def test_every_verbatim_twin_is_known() -> None:
    assert {half: found["value"] for half, found in result().to_json()["twins"].items()} == {
        "dev": 1.0,
        "held-out": 1.0,
    }


def test_links_of_each_two_documents_are_counted() -> None:
    counts = result().to_json()["documents"]
    assert len(counts) == 10 and all(
        row["twins"] <= row["links"] and row["most"] >= 1 for row in counts if row["links"]
    )


def test_it_is_shown_as_tables_and_as_json() -> None:
    told = io.StringIO()
    show([result()], told, as_json=False)
    assert "gongbiao" in told.getvalue() and "zj-graded × zj-guideline" in told.getvalue()
    again = io.StringIO()
    show([result()], again, as_json=True)
    assert json.loads(again.getvalue())["alignment"]["read"][-1]["band"].startswith("linked")


def test_a_workspace_without_an_aligner_is_refused() -> None:
    with pytest.raises(EvalError, match="aligns nothing"):
        aligning_of(cast(Workspace, object()))


def test_weights_are_learned_from_the_first_half_and_then_made_probabilities() -> None:
    aligner = aligning_of(workspace())
    assert isinstance(aligner, Aligner)
    gold = [one for name in gold_names() for one in load_gold(name)]
    found = samples(aligner, gold)
    assert found.values.shape == (len(found.labels), len(FEATURES))
    dev = sum(len(one.left) * len(one.right) for one in gold if one.half == "dev" and one.relation != "none")
    assert 0.95 * dev <= found.labels.sum() <= dev, "some of the gold cannot be compared"
    scores, right = left_out(found), found.labels > 0
    assert np.median(scores[right]) > np.median(scores[~right]) + 2
    learned = learn(found)
    set_ = calibrated(learned, found, load_drawn(), aligner)
    order = np.argsort(learned.scores(found.values))
    assert (np.diff(set_.scores(found.values)[order]) >= -1e-6).all(), "the order stays"
