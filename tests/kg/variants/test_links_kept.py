"""Links as a build keeps them: as lines, as statements, and the weights that made them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kg.errors import GraphError
from kg.graph import GraphStore, add_alignments, write_graph
from kg.variants.link_lines import read_links, write_links
from kg.variants.link_triples import link_triples
from kg.variants.pair_features import FEATURES
from kg.variants.pair_weights import load_weights, parse_weights
from tests.kg.aligned import LIKE, TWIN


def test_lines_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "links.jsonl"
    write_links((TWIN, LIKE), path)
    assert read_links(path) == (TWIN, LIKE) and len(path.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    "line",
    ["{", '{"left": "a", "right": "b", "confidence": 1.5, "reasons": []}', '{"left": "a", "right": "b"}'],
)
def test_a_line_that_is_no_link_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "links.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(GraphError, match=r"line 1: no link"):
        read_links(path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="gongbiao build"):
        read_links(tmp_path / "links.jsonl")


def test_what_is_inferred_stands_in_a_graph_of_its_own_and_is_never_exact(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    write_graph(folder, ())
    before = GraphStore.open_read_only(folder).canonical("stated")
    add_alignments(folder, link_triples((TWIN, LIKE)))
    graph = GraphStore.open_read_only(folder)
    assert graph.canonical("stated") == before and 'sssom/confidence> "' not in before
    aligned = graph.canonical("aligned")
    assert aligned.count("sssom/confidence>") == 2 and "exactMatch" not in aligned and '"proposed"' in aligned
    graph.export(tmp_path / "all.nt", "nt")
    exported = (tmp_path / "all.nt").read_text(encoding="utf-8")
    assert "alignment/zj-graded/14/smart-factory/a/=/zj-guideline/6.1.3/a" in exported


def test_alignments_need_a_graph_to_stand_beside(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="holds no graph"):
        add_alignments(tmp_path, link_triples((TWIN,)))


def test_the_weights_name_every_feature_and_how_they_were_made() -> None:
    weights = load_weights()
    assert len(weights.weights) == len(FEATURES) and "evals.alignment_training" in weights.note
    assert parse_weights(weights.dump()).weights == pytest.approx(weights.weights, abs=1e-4)
    likely = weights.probabilities(np.zeros((len(FEATURES), 2, 3), dtype=np.float32))
    assert likely.shape == (2, 3) and 0 <= likely.min() <= likely.max() <= 1


def test_weights_of_other_features_are_refused() -> None:
    kept = json.loads(load_weights().dump())
    del kept["weights"]["topic"]
    with pytest.raises(GraphError, match=r"other features .*topic"):
        parse_weights(json.dumps(kept))
    with pytest.raises(GraphError, match="cannot be read"):
        parse_weights("{}")
