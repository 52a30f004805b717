"""What a briefing says that one side alone has: the other has it under no name, in no row and no heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.comparisons.briefing import briefing
from drafting.comparisons.own_numbers import by_measure, own_figures
from drafting.comparisons.own_topics import own_topics
from drafting.comparisons.telling_rows import telling_rows
from drafting.shelf import Shelf
from kg.linking import Linker
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison, RowRelation, Topic
from kg.variants.difference import Difference, ForceChange, NameChange, Relation
from ontology.vocabulary import load_scheme
from tests.drafting.comparisons.made_up_comparison import LEFT, OWN, RIGHT, clause, comparison, meta, said

LINKER = Linker(load_scheme("systems"), load_scheme("technologies"))


def laid(left: Sequence[Clause], right: Sequence[Clause], rows: Sequence[ComparedRow] = ()) -> tuple[Comparison, Shelf]:
    """Two documents; only what may be compared is on the sides."""
    own = {
        side: tuple(one.id for one in clauses if one.kind not in ("abbreviation", "heading"))
        for side, clauses in ((LEFT, left), (RIGHT, right))
    }
    made = comparison(
        left=ComparedSide(LEFT, LEFT, "《甲》", own[LEFT]),
        right=ComparedSide(RIGHT, RIGHT, "《乙》", own[RIGHT]),
        rows=tuple(rows),
    )
    return made, Shelf([meta(LEFT, "甲"), meta(RIGHT, "乙")], (*left, *right), {})


def named(text: str, other: Sequence[Clause]) -> list[str]:
    """What a clause alone names, in its words."""
    own = LINKER.enrich(clause(LEFT, "a", text))
    rows = [LINKER.enrich(one) for one in other]
    return [one.words for scheme in ("systems", "technologies") for one in OWN.own([own], rows, scheme)]


def only(one: Clause, relation: RowRelation, topic: Topic) -> ComparedRow:
    left, right = ((one.id,), ()) if relation == "only_left" else ((), (one.id,))
    return ComparedRow(topic, left, right, relation)


def aligned(left: Clause, right: Clause, relation: Relation, **fields: object) -> ComparedRow:
    given = {"difference": Difference(relation), "confidence": 0.9} | fields
    return ComparedRow(Topic(None, left.text), (left.id,), (right.id,), relation, **given)  # type: ignore[arg-type]


def test_a_name_is_told_in_the_words_of_the_text() -> None:
    assert named("应建设知识管理平台。", []) == ["知识管理平台"]
    assert named("应建设KMS，完善KMS，关联知识管理平台。", []) == ["KMS"]


def test_a_name_in_a_table_of_abbreviations_or_a_heading_is_named() -> None:
    listed = clause(RIGHT, "CAM", "计算机辅助制造", kind="abbreviation")
    assert named("应使用CAM。", [listed]) == []
    assert named("应使用CAM。", [clause(RIGHT, "x", "应加工。", path=("5 CAM应用",))]) == []
    assert named("应使用CAM。", [clause(RIGHT, "x", "应加工。")]) == ["CAM"]


def test_a_narrower_or_near_name_on_the_other_side_counts() -> None:
    assert named("应使用机器人。", [clause(RIGHT, "x", "应使用工业机器人。")]) == []
    assert named("应建设供应链管理系统。", [clause(RIGHT, "x", "应建设供应链管理平台。")]) == []
    assert named("应采用超精密加工。", [clause(RIGHT, "x", "应实现超精密、高速加工。")]) == []
    assert named("应采用超精密加工。", [clause(RIGHT, "x", "应实现超精密测量。加工应规范。")]) == ["超精密加工"]


def test_numbers_of_rows_that_one_side_alone_has_are_told_and_counts_are_not() -> None:
    first = clause(LEFT, "a", "固定资产投资应不低于500万元，建设周期不超过2年，分为三个等级。", kind="threshold")
    second = clause(LEFT, "b", "固定资产投资应不低于800万元。")
    listed = clause(LEFT, "c", "围绕六类要素开展建设。")
    rows = [only(one, "only_left", Topic(None, "投资")) for one in (first, second, listed)]
    made, shelf = laid([first, second, listed], [], rows)
    groups = by_measure(own_figures(made, shelf, "left"))
    assert [one.quantity.text for one in groups["固定资产投资"]] == ["不低于500万元", "不低于800万元"]
    assert [one.quantity.text for one in groups["建设周期"]] == ["不超过2年"]
    told = {one.quantity.text for held in groups.values() for one in held}
    assert told == {"不低于500万元", "不低于800万元", "不超过2年"}
    text = "".join(one.text for one in briefing(made, shelf, OWN).sentences)
    assert "固定资产投资“不低于500万元”“不低于800万元”" in text
    assert "六类" not in text


def test_a_number_that_both_sides_write_is_not_one_sides() -> None:
    left, right = (clause(side, "a", "数采率应不低于90%。") for side in (LEFT, RIGHT))
    made, shelf = laid([left], [right], [aligned(left, right, "equal")])
    assert own_figures(made, shelf, "left") == own_figures(made, shelf, "right") == ()
    apart, shelf = laid(
        [left],
        [right],
        [only(left, "only_left", Topic(None, "甲")), only(right, "only_right", Topic(None, "乙"))],
    )
    assert own_figures(apart, shelf, "left") == ()


def test_a_topic_that_the_other_side_files_or_names_is_not_one_sides() -> None:
    own = clause(LEFT, "a", "应开展碳管理。")
    rows = [only(own, "only_left", Topic("22", "碳资产管理"))]

    def told(*other: Clause) -> list[str]:
        made, shelf = laid([own], other, rows)
        return [tally.topic.name for tally in own_topics(made, shelf, "only_left")]

    assert told(clause(RIGHT, "x", "应追溯。")) == ["碳资产管理"]
    assert told(clause(RIGHT, "x", "应开展“碳资产”管理。")) == []
    assert told(clause(RIGHT, "x", "应追溯。", subdomain_no=22)) == []
    assert told(clause(RIGHT, "x", "碳资产管理", kind="heading")) == []


def test_rows_called_by_their_form_are_no_topic() -> None:
    own = clause(LEFT, "a", "智能型", kind="table_cell")
    made, shelf = laid([own], [], [only(own, "only_left", Topic(None, "附表"))])
    assert own_topics(made, shelf, "only_left") == ()


def test_another_tier_of_the_document_does_not_speak_for_the_side() -> None:
    low = clause(RIGHT, "low", "应使用MES。", tier="low", systems=("MES",))
    high = clause(RIGHT, "high", "应加工。", tier="high")
    own = clause(LEFT, "a", "应使用MES。", systems=("MES",))
    made, shelf = laid([own], [low, high], [only(own, "only_left", Topic(None, "甲"))])
    tier = replace(made, right=ComparedSide(f"{RIGHT}:high", RIGHT, "《乙》高", (high.id,)))
    assert "点名" not in "".join(one.text for one in briefing(made, shelf, OWN).sentences)
    assert "点名的系统 1 项（MES）" in "".join(one.text for one in briefing(tier, shelf, OWN).sentences)


def test_a_paragraph_is_never_told_before_a_demand_and_nothing_unsure_is() -> None:
    scope = clause(LEFT, "s", "本文件适用于工厂。", kind="paragraph", forces=("none",))
    demand, other = clause(LEFT, "d", "应追溯质量。"), clause(RIGHT, "o", "应检验。")
    rows = [
        aligned(scope, other, "stronger", confidence=0.99),
        aligned(demand, other, "stronger", confidence=0.75),
        aligned(clause(LEFT, "u", "应试产。"), other, "stronger", confidence=0.69),
    ]
    made, shelf = laid([scope, demand, clause(LEFT, "u", "应试产。")], [other], rows)
    assert [row.left for row in telling_rows(made, shelf.by_id)] == [(demand.id,), (scope.id,)]


def test_what_the_other_side_names_in_another_row_is_not_telling() -> None:
    left, right = clause(LEFT, "d", "应建设数据中心。"), clause(RIGHT, "o", "应建设平台。")

    def told(elsewhere: str | None) -> int:
        name = NameChange("object", "数据中心", said(left, "数据中心"), elsewhere=elsewhere)
        row = aligned(left, right, "stronger", difference=Difference("stronger", dropped=(name,)))
        made, shelf = laid([left], [right], [row])
        return len(telling_rows(made, shelf.by_id))

    assert (told(None), told(right.id)) == (1, 0)
    alike, shelf = laid([left], [right], [aligned(left, right, "similar")])
    assert telling_rows(alike, shelf.by_id) == ()


def test_a_word_where_the_other_side_has_none_is_not_telling() -> None:
    left, right = clause(LEFT, "d", "应追溯质量。"), clause(RIGHT, "o", "追溯质量。", force="none")
    change = ForceChange("shall", "none", said(left, "应"), said(right, "追溯质量"))
    made, shelf = laid(
        [left], [right], [aligned(left, right, "stronger", difference=Difference("stronger", (change,)))]
    )
    assert telling_rows(made, shelf.by_id) == ()
