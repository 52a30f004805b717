"""What of the national level could be mapped to, whether or not anything is."""

from __future__ import annotations

import pytest

from kg.counterparts import Counterpart, counterparts
from kg.graph import GraphStore
from tests.kg.sample import sample_triples


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return GraphStore.in_memory(sample_triples())


def test_every_scenario_is_there_under_its_link(graph: GraphStore) -> None:
    found = counterparts(graph, "scenarios")
    assert [one.id for one in found] == [f"scenario:{number}" for number in range(1, 41)]
    assert len({one.group_zh for one in found}) == 8
    monitored = found[26]
    assert (monitored.zh, monitored.group_zh, monitored.trust) == ("设备运行监控", "生产作业", "A")
    assert [one.id for one in found if one.trust == "B"] == ["scenario:17", "scenario:18", "scenario:37"]


def test_the_maturity_model_is_grouped_by_its_elements_at_any_depth(graph: GraphStore) -> None:
    found = {one.id: one for one in counterparts(graph, "maturity")}
    assert found["maturity:design"].group_zh == found["maturity:product-design"].group_zh == "制造"
    assert {one.group_zh for one in found.values()} == {"人员", "技术", "资源", "制造"}
    assert all(one.group_en for one in found.values())


def test_tiers_come_from_low_to_high(graph: GraphStore) -> None:
    found = counterparts(graph, "tiers")
    assert [one.zh for one in found] == ["基础级", "先进级", "卓越级", "领航级"]
    assert found[0] == Counterpart("tier:national-basic", "基础级", found[0].en, None, None, "A", found[0].edition, 1)
