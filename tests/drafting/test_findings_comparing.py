"""Questions that compare, over a made-up scheme and plan with fake comparisons: what is said, cited and left open."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.checks.composed.compared import facts_of
from drafting.findings.compared_rows import KeptComparisons
from drafting.findings.comparing import Variants, compared_early, compared_late, find_missing_side
from drafting.findings.same_name import find_same_name
from drafting.lexicon import Lexicon
from drafting.verifier import verify_composed
from kg.errors import GraphError
from kg.ladders.ladder import Ladder, Step, StepChange
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison, Topic
from kg.variants.difference import Difference, ForceChange, Words
from tests.drafting.made_up import (
    BY_ID,
    CAPABILITIES,
    FACTORY,
    LABELS,
    PLAN,
    SCHEME,
    WORKSHOP,
    MadeUpSearch,
    frame,
    shelf,
)

UPKEEP = Topic("19", "设备运维")
LOWER, UPPER, WEAKER = (f"scheme/19/{one}" for one in ("digital-workshop/a", "smart-factory/a", "smart-factory/b"))
SMALL, LARGE = "plan/threshold/数字工厂", "plan/threshold/智能产线"
LEXICON = Lexicon(
    lambda _: (),
    {label: frozenset({code}) for code, label in LABELS.items()},
    {"某省分级建设要求": frozenset({SCHEME}), "某县实施方案": frozenset({PLAN})},
)


def words(clause: str, text: str) -> Words:
    at = BY_ID[clause].text.index(text)
    return Words(clause, at, at + len(text), text)


def forces(left: str, right: str) -> tuple[ForceChange, ...]:
    return (ForceChange("shall", "should", words(left, "应"), words(right, "宜")),)


class FakeComparing:
    """Sets sides beside each other by rows that are given."""

    def __init__(self, *rows: ComparedRow) -> None:
        self._rows = rows
        self.asked: list[tuple[str, str]] = []

    def compare(self, left: str, right: str, topic: str | None = None) -> Comparison:
        self.asked.append((left, right))
        if "nowhere" in (left, right):
            raise GraphError("target nowhere: there is no such document. Name another.")
        sides = [
            ComparedSide(name, name.partition(":")[0].partition("/")[0], name, tuple(BY_ID)) for name in (left, right)
        ]
        return Comparison(sides[0], sides[1], topic, self._rows)


class FakeLadders:
    """A single ladder with one step."""

    def __init__(self, *changes: StepChange) -> None:
        self._ladder = Ladder(SCHEME, "19", "设备运维", "", "", (), (Step(WORKSHOP, FACTORY, WORKSHOP, changes),))

    def ladders(self, document: str) -> tuple[Ladder, ...]:
        return (self._ladder,)

    def between(self, document: str, lower: str, upper: str) -> tuple[Ladder, ...]:
        return (self._ladder,)


def find(
    text: str, *rows: ComparedRow, changes: tuple[StepChange, ...] = (), late: bool = False, **fields: Any
) -> Finding:
    variants = Variants(FakeComparing(*rows), FakeLadders(*changes))
    asked = frame(text, **({"intent": "comparison", "compares": "differ", "documents": (SCHEME, PLAN)} | fields))
    if late:
        found = compared_late(asked, shelf(), CAPABILITIES, MadeUpSearch(text), lambda: variants)
    else:
        found = compared_early(asked, shelf(), CAPABILITIES, MadeUpSearch(text), lambda: variants, SCHEME)
    assert found is not None
    return found


def said(finding: Finding) -> list[str]:
    return [sentence.text for section in finding.sections for sentence in section.said]


def all_stand(finding: Finding, text: str = "") -> bool:
    compared = facts_of(finding.result, shelf().of)
    return all(
        verify_composed(one.text, [BY_ID[name] for name in one.citations], LEXICON, text, compared).ok
        for section in finding.sections
        for one in section.said
    )


ALIGNED = ComparedRow(UPKEEP, (LOWER,), (LARGE,), "overlaps", Difference("overlaps"), 0.7)
LEFT = ComparedRow(UPKEEP, (UPPER,), (), "only_left")
RIGHT = ComparedRow(Topic(None, "条件与数量"), (), (SMALL,), "only_right")


def test_the_conclusion_comes_first_then_each_row_then_what_stands_alone() -> None:
    found = find("两份文件有什么不同", ALIGNED, LEFT, RIGHT, sides=(SCHEME, PLAN))
    told = said(found)
    assert "各有侧重 1 处" in told[0] and "《某省分级建设要求》另写 1 处" in told[0]
    assert any(one.startswith("设备运维：") for one in told) and any("没有找到对应的内容" in one for one in told)
    assert found.result is not None and [row["relation"] for row in found.result["rows"]] == [
        "overlaps", "only_left", "only_right",
    ]  # fmt: skip
    assert found.sections[0].remark and all_stand(found)
    quoted = [clause.id for section in found.sections for clause in section.quoted]
    assert quoted == [LOWER, LARGE, UPPER, SMALL]


def test_one_row_is_its_own_conclusion_and_says_how_the_words_differ() -> None:
    row = ComparedRow(UPKEEP, (UPPER,), (WEAKER,), "stronger", Difference("stronger", forces(UPPER, WEAKER)), 0.9)
    sides = (f"{SCHEME}:{WORKSHOP}", f"{SCHEME}:{FACTORY}")
    found = find("两级谁更严", row, sides=("plan", SCHEME), compares="stricter")
    assert said(found)[0].startswith("设备运维：") and "用“应”" in said(found)[0] and "用“宜”" in said(found)[0]
    assert sides and found.result is not None and found.result["rows"][0]["force_change"] == "shall→should"


def test_a_question_that_names_a_capability_is_about_its_rows_alone() -> None:
    found = find("设备运维有什么不同", ALIGNED, LEFT, RIGHT, sides=(SCHEME, PLAN), subdomains=("19",))
    assert found.result is not None and SMALL not in [one for row in found.result["rows"] for one in row["right"]]


def test_words_of_the_question_choose_the_rows_and_a_word_that_one_side_lacks_is_said() -> None:
    found = find("联网哪份写了", ALIGNED, LEFT, RIGHT, sides=(SCHEME, PLAN), compared="设备联网")
    assert "某县实施方案》全文没有出现“设备联网”" in "".join(said(found)) and all_stand(found)
    assert found.result is not None and [row["left"] for row in found.result["rows"]] == [[UPPER]]


def test_a_side_that_says_nothing_leaves_the_question_to_other_ways() -> None:
    variants = Variants(FakeComparing(), FakeLadders())
    asked = frame("哪里不同", intent="comparison", compares="differ", sides=(SCHEME, "nowhere"))
    assert compared_early(asked, shelf(), CAPABILITIES, MadeUpSearch("哪里不同"), lambda: variants, SCHEME) is None
    assert compared_early(asked, shelf(), CAPABILITIES, MadeUpSearch("哪里不同"), None, SCHEME) is None


def test_a_question_that_compares_nothing_is_left_alone() -> None:
    variants = Variants(FakeComparing(ALIGNED), FakeLadders())
    for fields in ({"sides": (SCHEME, PLAN), "intent": "lookup"}, {"compares": "differ", "sides": ()}):
        asked = frame("设备运维有什么要求", **fields)
        assert compared_early(asked, shelf(), CAPABILITIES, MadeUpSearch(""), lambda: variants, SCHEME) is None


def test_a_region_that_is_not_at_hand_is_refused_with_what_is() -> None:
    found = find_missing_side(frame("江苏和本省谁更严", intent="comparison", missing_sides=("江苏",)), shelf())
    assert found is not None and found.refusal is not None and found.refusal.reason == "not_in_sources"
    assert "江苏" in found.refusal.message and "《某县实施方案》" in found.alternatives[0]
    assert find_missing_side(frame("江苏的企业能报吗", missing_sides=("江苏",)), shelf()) is None


TIERS = (f"{SCHEME}:{WORKSHOP}", f"{SCHEME}:{FACTORY}")
NEW = StepChange("new", (), (UPPER,))
KEPT = StepChange("not_restated", (LOWER,), ())
RAISED = StepChange(
    "raised", (WEAKER,), (UPPER,), (),
    Difference("weaker", (ForceChange("should", "shall", words(WEAKER, "宜"), words(UPPER, "应")),)), 0.8,
)  # fmt: skip


def test_a_step_tells_what_is_new_and_that_what_is_not_restated_still_stands() -> None:
    found = find(
        "升级多了什么", changes=(NEW, KEPT), sides=TIERS, documents=(SCHEME,), subdomains=("19",), compares="added"
    )
    told = said(found)
    assert told[0] == "省级智能工厂比省级数字化车间，在设备运维方面：新增 1 处、未再写、仍然有效 1 处。"
    assert "设备运维：省级数字化车间写过，省级智能工厂未再写，仍然有效。" in told
    assert any("的基础上建设" in one for one in told)
    assert found.result is not None
    assert [(row["change"], row["from"], row["to"]) for row in found.result["rows"]] == [
        ("new", WORKSHOP, FACTORY), ("not_restated", WORKSHOP, FACTORY),
    ]  # fmt: skip


def test_demands_whose_word_grew_stronger_are_listed_over_all_subdomains() -> None:
    found = find("哪些从宜变成了应", changes=(NEW, RAISED), sides=(), documents=(), compares="raised", intent="list")
    assert said(found)[0] == "用词由弱变强的共 1 处。"
    assert found.result is not None and [row["right"] for row in found.result["rows"]] == [[UPPER]]


def test_no_word_grew_weaker() -> None:
    variants = Variants(FakeComparing(), FakeLadders(NEW, RAISED))
    asked = frame("哪些从应变成了宜", compares="relaxed")
    assert compared_early(asked, shelf(), CAPABILITIES, MadeUpSearch(""), lambda: variants, SCHEME) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_name_in_two_texts_is_never_said_to_be_one_thing(language: str) -> None:
    asked = frame(
        "数字工厂是一回事吗", intent="comparison", compares="same_thing", side_name="数字工厂", language=language,
        sides=(f"{PLAN}/数字工厂", f"{SCHEME}:{WORKSHOP}"),
    )  # fmt: skip
    found = find_same_name(asked, shelf())
    assert found is not None and found.result is not None
    assert [role["kind"] for role in found.result["roles"]] == ["track", "tier"]
    remarks = "".join(section.remark for section in found.sections)
    assert ("文本没有写明" in remarks) if language == "zh" else ("No text says" in remarks)
    assert all_stand(found)


def test_a_name_that_one_text_does_not_use_has_no_role_there() -> None:
    asked = frame("智能岛是一回事吗", compares="same_thing", side_name="智能岛", sides=(PLAN, SCHEME))
    assert find_same_name(asked, shelf()) is None


def test_sides_named_without_a_word_of_comparing_are_compared_last() -> None:
    found = find("分别怎么写", ALIGNED, LEFT, late=True, sides=(SCHEME, PLAN), intent="lookup", compares="")
    assert found.query == "comparison" and found.result is not None and len(found.result["rows"]) == 2


def test_a_clause_is_quoted_for_every_claim() -> None:
    found = find("两份文件有什么不同", ALIGNED, LEFT, sides=(SCHEME, PLAN))
    cited: set[Clause] = {BY_ID[one] for section in found.sections for each in section.said for one in each.citations}
    assert cited and all(one.plain for one in cited)


def test_comparisons_of_whole_targets_are_kept_and_the_oldest_let_go() -> None:
    made = FakeComparing(ALIGNED)
    kept = KeptComparisons(made, most=2)
    for pair in (("a", "b"), ("a", "c"), ("a", "b"), ("a", "d"), ("a", "c")):
        assert kept.compare(*pair).rows == (ALIGNED,)
    assert made.asked == [("a", "b"), ("a", "c"), ("a", "d"), ("a", "c")]
    kept.compare("a", "b", "能源")
    assert made.asked[-1] == ("a", "b")
