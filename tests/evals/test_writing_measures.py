"""The measures of writing: each on drafts whose worth is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from corpus.force import governing
from drafting.drafts.narrative import marks
from drafting.lexicon import Lexicon
from drafting.prompting import Task
from evals.writing_cases import VALUES, Case, load_writing
from evals.writing_measures import Measured, keeps, measure, repetition, summarise


@dataclass(frozen=True, slots=True)
class Mention:
    """A named system."""

    code: str
    surface: str


LEXICON = Lexicon(lambda text: tuple(Mention(name, name) for name in ("MES", "WMS") if name in text))


def case(task: Task, points: tuple[str, ...] = (), **values: str) -> Case:
    whole = {name: values.get(name, "") for name in VALUES[task]}
    return Case(task, "test", "plain", "development", whole, points)


GIST = case(
    "gist",
    ("应急演练", "完成评估"),
    lead="应",
    predicate="每半年组织1次应急演练，演练后10个工作日内完成评估，提升MES可用水平",
)
NOTES = case("narrative", ("每班点检", "异常派单"), by="WMS", how="3台设备每班点检；异常派单", missing="成效")
SIDES = case("difference", ("终端",), topic="点检", left="甲办法", right="乙细则", forces="应→宜", only_left="终端")


def test_a_good_gist() -> None:
    found = measure(GIST, "每半年组织1次应急演练，演练后10个工作日内完成评估", LEXICON)
    assert found.accepted and found.force_kept and found.numbers_kept is True
    assert found.systems_kept is None and found.foreign == () and found.coverage == 1.0
    assert found.repetition == 0.0 and 0.6 < found.length_ratio < 1.0


def test_a_governing_word_of_its_own_loses_force() -> None:
    found = measure(GIST, "每半年组织1次应急演练，宜在10个工作日内完成评估", LEXICON)
    assert not found.force_kept and not found.accepted


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        ("每半年组织1次应急演练", False),
        ("每半年组织2次应急演练，演练后10个工作日内完成评估", False),
        ("每半年组织1次应急演练，演练后10个工作日内完成评估", True),
    ],
)
def test_numbers_are_kept_where_none_is_lost_and_none_is_new(draft: str, kept: bool) -> None:
    assert measure(GIST, draft, LEXICON).numbers_kept is kept


def test_numbers_are_not_asked_of_what_has_none() -> None:
    assert measure(case("gist", lead="宜", predicate="建立台账，定期核对"), "建立台账", LEXICON).numbers_kept is None


def test_a_system_may_be_left_out_but_not_added() -> None:
    assert measure(GIST, "提升MES可用水平", LEXICON).systems_kept is True
    assert measure(GIST, "组织应急演练，上线WMS", LEXICON).systems_kept is False
    assert measure(case("rewrite", question="料在哪"), "WMS库存查询；物料定位", LEXICON).systems_kept is None


def test_foreign_words_are_named() -> None:
    assert "消防" in "".join(measure(GIST, "每半年组织消防应急演练", LEXICON).foreign)
    assert measure(NOTES, "依托WMS，3台设备每班点检，并异常派单。【需企业补充：成效】", LEXICON).foreign == ()


def test_coverage_is_the_share_of_points() -> None:
    assert measure(GIST, "每半年组织应急演练", LEXICON).coverage == 0.5
    assert measure(replace(GIST, points=()), "每半年组织应急演练", LEXICON).coverage is None


def test_one_word_is_enough_for_a_title() -> None:
    listed = case("title", ("点检", "保养"), clauses="开展设备点检；按计划保养")
    assert measure(listed, "设备保养", LEXICON).coverage == 1.0
    assert measure(listed, "设备计划", LEXICON).coverage == 0.0


def test_a_narrative_is_accepted_only_with_its_marks() -> None:
    draft = "依托WMS，3台设备每班点检，异常派单。"
    assert not measure(NOTES, draft, LEXICON).accepted
    found = measure(NOTES, draft + marks("成效"), LEXICON)
    assert found.accepted and found.coverage == 1.0 and found.numbers_kept is True and found.systems_kept is True


def test_a_difference_keeps_force_where_each_side_has_its_own_word() -> None:
    right = measure(SIDES, "点检方面，甲办法用“应”，乙细则用“宜”。甲办法另写终端", LEXICON)
    swapped = measure(SIDES, "点检方面，甲办法用“宜”，乙细则用“应”。甲办法另写终端", LEXICON)
    assert right.force_kept and right.accepted and right.coverage == 1.0
    assert not swapped.force_kept and not swapped.accepted


def test_what_was_given_twice_may_be_said_twice() -> None:
    assert repetition("安全检查制度与安全检查记录", "安全检查制度；安全检查记录") == 0.0
    assert repetition("安全检查制度与安全检查记录", "安全检查制度；记录") == pytest.approx(1 / 10)
    assert repetition("短", "长") == 0.0


@pytest.mark.parametrize(
    ("draft", "point", "kept"),
    [
        ("不少于５家企业", "不少于5家", True),
        ("建立应急和消防预案", "应急预案", True),
        ("应急人员每年按照计划修订全厂各车间预案", "应急预案", False),
        ("", "应急预案", False),
    ],
)
def test_a_point_is_kept_in_one_piece_or_nearly(draft: str, point: str, kept: bool) -> None:
    assert keeps(draft, point) is kept


def test_what_is_no_draft_counts_as_refused_alone() -> None:
    good = Measured((), True, None, None, (), 0.5, 0.0, 0.4)
    bad = Measured(("foreign: x",), False, False, True, ("x",), 1.0, 0.2, 0.8)
    found = summarise([good, bad, None, None])
    assert (found.accepted.value, found.accepted.n) == (0.25, 4)
    assert (found.force_kept.value, found.force_kept.n) == (0.5, 2)
    assert (found.numbers_kept.value, found.numbers_kept.n) == (0.0, 1)
    assert (found.systems_kept.value, found.systems_kept.n) == (1.0, 1)
    assert found.own_words.value == 0.5
    assert found.coverage.value == pytest.approx(0.75) and found.length_ratio.value == pytest.approx(0.6)
    assert summarise([]).accepted.n == 0


@pytest.mark.parametrize("task", ["gist", "narrative"])
def test_every_case_can_be_met_by_its_own_words(task: Task) -> None:
    for one in load_writing(task):
        if task == "gist":
            draft = one.values["predicate"]
        else:
            said = "，".join(one.values[name] for name in ("how", "effect") if one.values[name])
            draft = f"{said}。{marks(one.values['missing'])}"
        found = measure(one, draft, LEXICON)
        assert found.accepted and found.coverage == 1.0 and found.foreign == (), (one.source, found)
        assert found.numbers_kept is not False and found.repetition == 0.0
        assert found.force_kept or governing(draft)
