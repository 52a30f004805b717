"""The model's sentences: kept where faithful, tried once more, then the enterprise's own words."""

from __future__ import annotations

import pytest

from drafting.generator import Generator
from drafting.plans.assessing import Assessor
from drafting.plans.plan import Item
from drafting.plans.writing import NarrativeWriter
from ontology.checkpoint import Checkpoint, Checkpoints
from ontology.evidence import evidence_catalogue
from tests.drafting.generators import Scripted, Slow
from tests.drafting.made_up import FACTORY, UPKEEP, cell
from tests.drafting.plans.made_up import LEXICON, MES, ground, point, practice

CLAUSE = cell("a", FACTORY, UPKEEP, "应开展设备点检，使用WMS；")
HOW = "班组长用终端点检12台车床；没有点检的不许开机"
GOOD = "班组长用生产执行系统终端点检12台车床，没有点检的不许开机"
GROUND = ground(systems=[MES], practices=[practice(f"{CLAUSE.id}#1", by=["生产执行系统"], how=HOW)])


def item(sentence: str = CLAUSE.text) -> Item:
    clause = cell("a", FACTORY, UPKEEP, sentence)
    written = Checkpoints({clause.id: Checkpoint(requirement=clause.id, points=(point("设备点检"),))}, {})
    return Assessor(GROUND, written, evidence_catalogue(), {FACTORY: 2}).assess(clause)


def writer(generator: Generator) -> NarrativeWriter:
    return NarrativeWriter(generator, LEXICON)


def done(found: Item) -> tuple[str, str]:
    (claim,) = [one for one in found.sentences if one.part == "做法"]
    return claim.text, claim.origin


def test_a_faithful_draft_is_kept_with_its_facts() -> None:
    found = writer(Scripted(f"{GOOD}。"))(item(), GROUND)
    assert done(found) == (f"{GOOD}。", "generated")
    assert f"做法：{GOOD}。" in found.narrative and found.rejected_drafts == 0
    (claim,) = [one for one in found.sentences if one.part == "做法"]
    assert {"practices[0].how", "practices[0].by"} <= set(claim.facts)


@pytest.mark.parametrize(
    "draft",
    [
        GOOD.replace("12", "13"),
        GOOD.replace("12台", "十二台"),
        GOOD.replace("生产执行系统", "APS"),
        GOOD.replace("没有点检的", "未点检的"),
        GOOD.replace("点检12台车床", "点检车床"),
        GOOD.replace("终端", "智能终端"),
        GOOD.replace("点检12台", "全部点检12台"),
        GOOD.replace("用生产", "每班用生产"),
        "",
    ],
    ids=["number", "numeral", "system", "denial", "lost number", "strange word", "all", "every", "nothing"],
)
def test_an_unfaithful_draft_is_refused_and_tried_once_more(draft: str) -> None:
    twice = writer(Scripted(f"{draft}。"))
    found = twice(item(), GROUND)
    assert done(found) == (f"{HOW}。", "composed")
    assert found.rejected_drafts == 2
    second = writer(Scripted(f"{draft}。", f"{GOOD}。"))(item(), GROUND)
    assert (done(second)[1], second.rejected_drafts) == ("generated", 1)


def test_a_generator_that_fails_is_not_asked_again() -> None:
    slow = Slow()
    failing = writer(slow)
    first = failing(item(), GROUND)
    second = failing(item(), GROUND)
    assert done(first) == done(second) == (f"{HOW}。", "composed")
    assert slow.asked == 1 and failing.failure is not None


def test_a_sentence_is_written_once_for_all_requirements() -> None:
    drafts = Scripted(f"{GOOD}。")
    once = writer(drafts)
    first, second = once(item(), GROUND), once(item("应开展设备点检；"), GROUND)
    assert done(first) == done(second) == (f"{GOOD}。", "generated") and len(drafts.deadlines) == 1


def test_what_only_the_clause_names_is_no_fact_of_the_enterprise() -> None:
    claimed = writer(Scripted(f"{GOOD}。".replace("终端", "WMS终端")))(item(), GROUND)
    assert done(claimed) == (f"{HOW}。", "composed")


@pytest.mark.parametrize("how", ["点检", "长" * 200, "班组长用终端点检车床后才开机"])
def test_what_is_short_long_or_a_sentence_already_is_left_alone(how: str) -> None:
    known = ground(practices=[practice(f"{CLAUSE.id}#1", how=how)])
    written = Checkpoints({CLAUSE.id: Checkpoint(requirement=CLAUSE.id, points=(point("设备点检"),))}, {})
    whole = Assessor(known, written, evidence_catalogue(), {}).assess(CLAUSE)
    drafts = Scripted(f"{GOOD}。")
    assert writer(drafts)(whole, known) == whole
    assert drafts.deadlines == []


def test_a_trial_is_left_in_its_own_words() -> None:
    known = ground(practices=[practice(f"{CLAUSE.id}#1", state="试运行", how=HOW)])
    written = Checkpoints({CLAUSE.id: Checkpoint(requirement=CLAUSE.id, points=(point("设备点检"),))}, {})
    whole = Assessor(known, written, evidence_catalogue(), {}).assess(CLAUSE)
    assert writer(Scripted(f"{GOOD}。"))(whole, known) == whole
