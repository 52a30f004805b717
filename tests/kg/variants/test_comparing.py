from __future__ import annotations

import pytest

from corpus.clause import Clause
from kg.errors import GraphError
from kg.mapped import mapped_claims
from kg.national import NationalLevel
from kg.variants.comparing import Comparing
from kg.variants.comparison import ComparedRow
from kg.variants.comparison_json import comparison_to_json
from kg.variants.link import Link
from kg.variants.topics import TopicReader
from ontology.mappings import load_mappings
from ontology.vocabulary import load_scheme
from tests.kg.founding import founding_documents, graph_of
from tests.kg.variants.rows_of import LINKER, Aligned, Likely, TwinsOrOverlaps, clause, link

CAPABILITIES = load_scheme("capabilities")
NUMBERS = tuple(code for code in CAPABILITIES.concepts if code.isdecimal())
CAR = ("smart-factory", "省级智能工厂")
LEFT = (
    clause("one/title", "某省要求", kind="heading"),
    clause("one/1", "应采用MES管理生产。", subdomain=(16, "生产执行"), tier=CAR, force="shall"),
    clause("one/2", "应建设能源管理系统。", subdomain=(21, "能源管控"), force="shall"),
    clause("one/3", "总投资不低于800万元。", kind="threshold", track="智能工厂"),
)
RIGHT = (
    clause("two/1", "应采用MES管理生产。", force="shall"),
    clause("two/2", "宜开展设备点检。", path=("6.2.5 设备运维",), force="should"),
    clause("two/3", "鼓励节约用能。", path=("其他",), force="encouraged"),
)
TITLES = {"one": "某省要求", "two": "某县方案"}


def comparing(*links: Link, national: NationalLevel | None = None) -> Comparing:
    topics = TopicReader(CAPABILITIES, LINKER, NUMBERS, Likely(NUMBERS, {"two/3": "21"}))
    nothing = national or NationalLevel(graph_of(()), tuple)
    return Comparing((*LEFT, *RIGHT), TITLES, Aligned(*links), TwinsOrOverlaps(), topics, nothing)


def shown(rows: tuple[ComparedRow, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(row.left, row.right, row.relation) for row in rows]


def test_every_row_that_says_something_stands_in_reading_order() -> None:
    made = comparing(link("one/1", "two/1", 1), link("one/2", "two/3")).compare("one", "two")
    assert shown(made.rows) == [
        (("one/1",), ("two/1",), "equal"),
        (("one/2",), ("two/3",), "overlaps"),
        (("one/3",), (), "only_left"),
        ((), ("two/2",), "only_right"),
    ]
    assert (made.left.title, made.right.title) == ("《某省要求》", "《某县方案》")


def test_what_comes_nearest_to_a_clause_left_alone_is_told_without_being_a_counterpart() -> None:
    rows = comparing(link("one/1", "two/1", 1)).compare("one", "two").rows
    alone = next(row for row in rows if row.left == ("one/2",))
    assert (alone.right, alone.relation) == ((), "only_left")
    assert alone.nearest is not None and (alone.nearest.right, alone.nearest.confidence) == ("two/1", 0.3)
    shown = comparison_to_json(comparing(link("one/1", "two/1", 1)).compare("one", "two"))["rows"]
    assert [row["nearest"] for row in shown if row["left"] == ["one/2"]] == [{"id": "two/1", "score": 0.3}]


def test_a_topic_is_what_a_text_files_a_clause_under_else_its_heading_else_the_likeliest() -> None:
    rows = comparing(link("one/1", "two/1", 1)).compare("one", "two").rows
    by_id = {(row.left or row.right)[0]: row.topic for row in rows}
    assert (by_id["one/1"].number, by_id["one/1"].inferred) == ("16", False)
    assert (by_id["two/2"].number, by_id["two/2"].inferred) == ("19", False)
    assert (by_id["two/3"].number, by_id["two/3"].inferred) == ("21", True)
    assert (by_id["one/3"].number, by_id["one/3"].name) == (None, "条件与数量")


def test_a_printed_number_counts_before_an_unnumbered_name() -> None:
    left = (clause("one/4", "应建设能源平台。", subdomain=None, path=("能源", "5.3 能源管控")),)
    right = (clause("two/4", "应建设能源平台。", subdomain=(21, "能源监测与综合利用")),)
    topics = TopicReader(CAPABILITIES, LINKER, NUMBERS, Likely(NUMBERS, {}))
    assert topics.topic(left, right).number == topics.topic(right, left).number == "21"


@pytest.mark.parametrize(
    ("topic", "ids"),
    [
        ("设备运维", ["two/2"]),
        ("19", ["two/2"]),
        ("绿色化制造", ["one/2", "two/3"]),
        ("MES", ["one/1"]),
        ("制造执行系统", ["one/1"]),
        ("总投资", ["one/3"]),
        ("量子通信", []),
    ],
)
def test_a_topic_limits_the_rows(topic: str, ids: list[str]) -> None:
    made = comparing(link("one/1", "two/1", 1)).compare("one", "two", topic)
    assert [(row.left or row.right)[0] for row in made.rows] == ids
    assert made.asked == topic


def test_a_tier_or_a_track_is_a_side_of_its_own() -> None:
    compared = comparing()
    assert compared.compare("one:省级智能工厂", "two").left.clauses == ("one/1",)
    assert compared.compare("one:smart-factory", "two").left.name == "one:smart-factory"
    assert compared.compare("one/智能工厂", "two").left.clauses == ("one/3",)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("three", "target three: no document three. Known: one、two, and national as the right side."),
        ("one:未来工厂", "target one:未来工厂: one has no tier 未来工厂. Name one of: one:smart-factory."),
        ("two:smart-factory", "target two:smart-factory: two has no tier smart-factory. It has no tiers."),
        ("one/链主型", "target one/链主型: one has no track 链主型. Name one of: 智能工厂."),
    ],
)
def test_a_target_that_names_nothing_is_told_with_what_there_is(target: str, message: str) -> None:
    with pytest.raises(GraphError) as told:
        comparing().compare(target, "two")
    assert str(told.value) == message


def test_a_side_is_not_compared_with_a_part_of_itself() -> None:
    with pytest.raises(GraphError, match="they have 1 clauses in common"):
        comparing().compare("one", "one:smart-factory")


def test_the_json_has_every_key_of_the_contract() -> None:
    made = comparison_to_json(comparing(link("one/1", "two/1", 1)).compare("one", "two"))
    assert made["left"] == "one"
    assert made["summary"]["equal"] == 1
    assert made["not_compared"] == {"left": {"heading": 1}, "right": {}}
    for row in made["rows"]:
        assert {
            "topic", "left", "right", "relation", "force_change", "quantity_change", "added", "dropped", "score",
            "basis",
        } <= row.keys()  # fmt: skip
    assert made["rows"][0]["score"] == 1
    assert made["rows"][0]["basis"] == "逐字相同"


def test_the_national_scenarios_are_told_as_proposed_and_none_is_left_out() -> None:
    documents = founding_documents()
    graph = graph_of(documents)
    clauses: tuple[Clause, ...] = tuple(one for document in documents for one in document.clauses)
    national = NationalLevel(graph, lambda: mapped_claims(graph, load_mappings()))
    topics = TopicReader(CAPABILITIES, LINKER, NUMBERS, Likely(NUMBERS, {}))
    titles = {document.meta.id: document.meta.title for document in documents}
    compared = Comparing(clauses, titles, Aligned(), TwinsOrOverlaps(), topics, national)
    made = compared.compare("zj-graded:smart-factory", "national")
    assert "推定" in made.right.title
    upkeep = [row for row in made.rows if row.topic.name == "设备运维"]
    assert {row.right[0] for row in upkeep} >= {"scenario:27", "scenario:28", "scenario:29"}
    assert upkeep[0].left == ("zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b")
    assert all(row.reasons[0].detail.startswith("推定：") for row in made.rows if row.left and row.right)
    assert {one for row in made.rows for one in row.right} == {one.id for one in national.scenarios()}
    assert {one for row in made.rows for one in row.left} == set(made.left.clauses)
