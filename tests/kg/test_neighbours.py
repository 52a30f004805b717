"""What stands around a thing of the graph: each link said, none invented, and what is left out counted."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.neighbours import MOST, neighbourhood, things


def linked(graph: GraphStore, code: str) -> set[tuple[str, str]]:
    return {(link.node.code, link.zh) for link in neighbourhood(graph, code, 1000).links}


def test_a_subdomain_has_its_tiers_domain_systems_and_clauses(founding: GraphStore) -> None:
    found = linked(founding, "capability/19")
    assert {("tier/smart-factory", "有要求"), ("capability/智能化生产", "上位")} <= found
    assert ("system/EAM", "条款里提到") in found
    assert ("clause/zj-graded/19/smart-factory/a", "所属能力子域") in found


def test_a_cell_with_a_slash_is_a_link_that_asks_nothing(founding: GraphStore) -> None:
    assert ("tier/digital-workshop", "不做要求") in linked(founding, "capability/11")


def test_a_tier_has_its_neighbours_above_and_below(founding: GraphStore) -> None:
    found = neighbourhood(founding, "tier/smart-factory", 1000)
    above = {link.node.code: link.forward for link in found.links if link.zh == "紧邻高于"}
    assert above == {"tier/digital-workshop": True, "tier/future-factory": False}
    assert sum(link.zh in ("有要求", "不做要求") for link in found.links) == 44


def test_what_no_text_states_is_proposed(founding: GraphStore) -> None:
    links = neighbourhood(founding, "capability/19").links
    assert {link.proposed for link in links if link.node.kind == "national"} == {True}
    assert not any(link.proposed for link in links if link.node.kind in ("tier", "clause", "system"))


def test_a_clause_leads_to_its_places(founding: GraphStore) -> None:
    found = linked(founding, "clause/zj-graded/19/smart-factory/a")
    assert {("capability/19", "所属能力子域"), ("tier/smart-factory", "所属等级")} <= found
    assert ("document/zj-graded", "所在文件") in found


def test_what_there_is_no_room_for_is_counted_by_kind(founding: GraphStore) -> None:
    every = neighbourhood(founding, "tier/smart-factory", 1000)
    some = neighbourhood(founding, "tier/smart-factory")
    assert len(some.nodes) == MOST and not every.left_out
    assert len(some.nodes) + sum(some.left_out.values()) == len(every.nodes)
    assert {"tier", "capability", "clause"} <= {one.kind for one in some.nodes}


def test_headings_are_no_neighbours(founding: GraphStore) -> None:
    assert "clause/zj-graded/19/name" not in {code for code, _ in linked(founding, "capability/19")}


@pytest.mark.parametrize("code", ["tier/none", "x> } DROP ALL #", ""])
def test_what_the_graph_has_not_is_said(founding: GraphStore, code: str) -> None:
    with pytest.raises(GraphError, match="Choose a node of the list"):
        neighbourhood(founding, code)


def test_everything_that_can_be_asked_about_is_listed_kind_by_kind(founding: GraphStore) -> None:
    found = things(founding)
    assert {"tier/smart-factory", "capability/19", "system/MES", "document/zj-graded"} <= {one.code for one in found}
    kinds = [one.kind for one in found]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
    assert len({one.code for one in found}) == len(found)
