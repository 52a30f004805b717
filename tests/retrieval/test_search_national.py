"""Search by a national scenario: its candidates are linked to it, an everyday question is left as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.assembly import Workspace
from retrieval.facets import Facets
from retrieval.indexes import load_schemes
from retrieval.normalise import Normaliser
from tests.retrieval.fake_parts import cell

ENERGY = (21, "能源监测与综合利用")
CLAUSES = [
    cell(0, "smart-factory", "应实现设备联网"),
    replace(cell(1, "smart-factory", "应建立管控平台", subdomain=ENERGY), national=("scenario:16",)),
]


@pytest.fixture(scope="module")
def facets() -> Facets:
    return Facets(CLAUSES, load_schemes(), Normaliser())


def test_a_scenario_leads_to_its_candidates(facets: Facets) -> None:
    keys = facets.named_in("国家典型场景“能源智能管控”要做什么")
    assert ("national", "scenario:16") in keys
    scores = facets.scores(keys)
    assert scores[1] > scores[0] == 0


@pytest.mark.parametrize("question", ["能源智能管控要做什么", "国家典型场景“产品精准营销”要做什么"])
def test_nothing_else_is_a_scenario(facets: Facets, question: str) -> None:
    assert all(scheme != "national" for scheme, _ in facets.named_in(question))


def test_over_the_founding_texts_candidates_are_found_through_the_graph(founding: Workspace) -> None:
    hits = founding.search("国家典型场景“智能经营决策”").to_json(founding.titles)["hits"]
    served = [hit for hit in hits[:5] if "scenario:30" in hit["national"]]
    assert served and all("graph" in hit["why"] for hit in served)
    plain = founding.search("设备运维").to_json(founding.titles)["hits"]
    assert all(hit["national"] == list(founding.shelf.by_id[hit["id"]].national) for hit in plain)
