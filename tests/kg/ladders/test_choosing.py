from __future__ import annotations

import pytest

from corpus.library import load_corpus
from kg.errors import GraphError
from kg.graph import GraphStore
from kg.ladders.choosing import of_domain, of_subdomain
from kg.ladders.ladder import Ladder
from kg.ladders.rungs import rungs
from kg.ladders.tiers import tiers_of
from tests.kg.ladder import DOMAINS, LADDER, TIERS


@pytest.fixture(scope="module")
def graded() -> tuple[Ladder, ...]:
    document = next(one for one in load_corpus().documents if one.meta.id == "zj-graded")
    return rungs("zj-graded", document.clauses, tiers_of(document.clauses))


def numbers(ladders: tuple[Ladder, ...]) -> list[int]:
    return [int(one.number) for one in ladders]


def test_the_graded_scheme_has_the_cells_that_its_tables_print(graded: tuple[Ladder, ...]) -> None:
    asked = {int(one.number): tuple(len(cell.clauses) if cell.required else 0 for cell in one.cells) for one in graded}
    assert asked == LADDER
    assert all(tuple(cell.tier for cell in one.cells) == TIERS for one in graded)
    assert {one.domain for one in graded} == set(DOMAINS)


@pytest.mark.parametrize("name", ["19", "设备运维", " 设备运维 ", "19.设备运维"])
def test_a_subdomain_is_called_by_number_or_name(graded: tuple[Ladder, ...], founding: GraphStore, name: str) -> None:
    assert numbers(of_subdomain(graded, name, founding)) == [19]


def test_the_name_of_a_domain_stands_for_its_subdomains(graded: tuple[Ladder, ...], founding: GraphStore) -> None:
    wanted = list(DOMAINS["智能化生产"])
    assert numbers(of_domain(graded, "智能化生产", founding)) == wanted
    assert numbers(of_subdomain(graded, "智能化生产", founding)) == wanted


def test_an_element_stands_for_its_domains(graded: tuple[Ladder, ...], founding: GraphStore) -> None:
    assert numbers(of_domain(graded, "赋能保障", founding)) == list(range(1, 7))


@pytest.mark.parametrize("name", ["99", "设备之歌", '"'])
def test_a_subdomain_that_is_not_there_is_told_with_near_ones(
    graded: tuple[Ladder, ...], founding: GraphStore, name: str
) -> None:
    with pytest.raises(GraphError, match=r"zj-graded has none of this number or name\. Give one such as"):
        of_subdomain(graded, name, founding)


def test_a_near_name_is_offered(graded: tuple[Ladder, ...], founding: GraphStore) -> None:
    with pytest.raises(GraphError, match="19 设备运维"):
        of_subdomain(graded, "设备养殖", founding)


@pytest.mark.parametrize("name", ["设备运维", "19", "没有的域"])
def test_a_domain_that_is_not_there_is_told_with_all(
    graded: tuple[Ladder, ...], founding: GraphStore, name: str
) -> None:
    with pytest.raises(GraphError, match="Choose one of 技术支撑、体系保障、"):
        of_domain(graded, name, founding)
