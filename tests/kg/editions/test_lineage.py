"""Which clause of an edition is which clause of the one before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.editions.lineage import ancestors, lineage_triples, with_lineage
from tests.kg.variants.rows_of import clause, link

FORMER = (
    clause("a/1", "总则", kind="heading"),
    clause("a/2", "企业应建立制造执行系统，设备联网率不低于60%。"),
    clause("a/3", "企业宜建立能源管理系统。"),
    clause("a/4", "企业应按年报送运行数据。"),
    clause("a/5", "本办法自2023年3月1日起施行。"),
)
LATER = (
    clause("a@2/1", "总则", kind="heading"),
    clause("a@2/2", "企业应建立制造执行系统，设备联网率不低于75%。"),
    clause("a@2/3", "企业应按年报送运行数据。"),
    clause("a@2/4", "鼓励企业公开数据接口。"),
    clause("a@2/5", "本办法自2026年2月1日起施行。"),
    clause("a@2/6", "企业宜建立能源管理系统。"),
)


def test_same_moved_and_changed_rows_are_found_and_new_ones_left() -> None:
    assert ancestors(FORMER, LATER) == {
        "a@2/1": "a/1",
        "a@2/2": "a/2",
        "a@2/3": "a/4",
        "a@2/5": "a/5",
        "a@2/6": "a/3",
    }


def test_an_alignment_finds_what_words_do_not() -> None:
    former, later = (clause("a/1", "设备故障要报警。"),), (clause("a@2/1", "装置异常时自动告知值班人员。"),)
    assert ancestors(former, later) == {}
    assert ancestors(former, later, (link("a/1", "a@2/1", 0.7),)) == {"a@2/1": "a/1"}
    assert ancestors(former, later, (link("a@2/1", "a/1", 0.7),)) == {"a@2/1": "a/1"}


def test_a_heading_is_never_a_requirement() -> None:
    former, later = (clause("a/1", "设备运维要求", kind="heading"),), (clause("a@2/1", "设备运维要求"),)
    assert ancestors(former, later) == {}


def test_a_row_that_stands_twice_keeps_its_order() -> None:
    former = tuple(clause(f"a/{place}", text) for place, text in enumerate(("应联网。", "甲。", "应联网。")))
    later = tuple(clause(f"a@2/{place}", text) for place, text in enumerate(("应联网。", "乙。", "应联网。")))
    assert ancestors(former, later) == {"a@2/0": "a/0", "a@2/2": "a/2"}


def test_rows_carry_their_ancestor_and_the_graph_says_so() -> None:
    known = ancestors(FORMER, LATER)
    assert [row.lineage for row in with_lineage(LATER, known)] == ["a/1", "a/2", "a/4", None, "a/5", "a/3"]
    triples = list(lineage_triples(known))
    assert len(triples) == 5 and all(one.predicate.endswith("wasRevisionOf") for one in triples)


@given(st.lists(st.sampled_from(["应联网。", "应安全，可靠。", "宜节能。", "甲乙丙丁。"])), st.randoms())
def test_no_row_has_two_descendants(texts: list[str], random: object) -> None:
    former = tuple(clause(f"a/{place}", text) for place, text in enumerate(texts))
    later = tuple(clause(f"a@2/{place}", text) for place, text in enumerate(reversed(texts)))
    found = ancestors(former, later)
    assert len(set(found.values())) == len(found) and set(found) <= {row.id for row in later}
    assert ancestors(former, former) == {row.id: row.id for row in former}
