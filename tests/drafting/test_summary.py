"""Summary sentences with a generator that says what it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.clause import Clause
from drafting.generator import DraftingError
from drafting.lexicon import Lexicon
from drafting.summary import Summariser, other_opening, points

LEXICON = Lexicon(
    lambda text: (), {"省级智能工厂": frozenset({"smart-factory"}), "未来工厂": frozenset({"future-factory"})}
)


def clause(label: str, text: str) -> Clause:
    return Clause(
        f"zj-graded/19/smart-factory/{label}", "zj-graded", "4.3.2", ("4.3.2 智能化生产",), "requirement",
        text, text, 0, len(text), "test", subdomain="设备运维", tier="smart-factory", tier_label="省级智能工厂",
    )  # fmt: skip


A = clause("a", "应实现设备联网，利用智能终端开展点巡检、保养等管理，实现设备故障的闭环管理；")
B = clause("b", "宜基于设备运行数据构建故障知识库，开展设备运行优化分析。")
SUBJECT = "省级智能工厂在设备运维方面"


class Scripted:
    """Answers from a list, one for each prompt, and remembers how each prompt ended."""

    name = "scripted"
    learned = False

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.endings: list[str] = []

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        self.endings.append(prompt.rsplit("要点：", 1)[1])
        if not self.answers:
            raise DraftingError("generator scripted", "it has no more answers", "Give more")
        yield from self.answers.pop(0)


def test_code_writes_subject_and_force_and_the_model_the_rest() -> None:
    summary = Summariser(Scripted("实现设备联网。", "构建故障知识库。"), LEXICON).summarise(SUBJECT, [A, B])
    assert summary.sentence == "省级智能工厂在设备运维方面应实现设备联网；宜构建故障知识库。"
    assert summary.cited == (A.id, B.id)
    assert summary.rejected == 0 and summary.failure is None


def test_a_failed_draft_is_tried_once_more_from_another_opening() -> None:
    model = Scripted("实现灌溉计划的制定。", "设备故障的闭环管理。")
    summary = Summariser(model, LEXICON).summarise(SUBJECT, [A])
    assert model.endings == ["", "实现"]
    assert summary.sentence == "省级智能工厂在设备运维方面应实现设备故障的闭环管理。"
    assert summary.rejected == 1 and "灌溉" in summary.problems[0]


def test_a_clause_whose_drafts_all_fail_is_left_out() -> None:
    model = Scripted("推广到全国。", "实现全国第一。", "构建故障知识库。")
    summary = Summariser(model, LEXICON).summarise(SUBJECT, [A, B])
    assert summary.sentence == "省级智能工厂在设备运维方面宜构建故障知识库。"
    assert summary.cited == (B.id,) and summary.rejected == 2


def test_nothing_is_said_where_everything_fails() -> None:
    summary = Summariser(Scripted("推广到全国。", "实现全国第一。"), LEXICON).summarise(SUBJECT, [A])
    assert summary.sentence == "" and summary.cited == () and summary.rejected == 2


def test_a_generator_that_fails_midway_keeps_what_was_written_and_says_so() -> None:
    summary = Summariser(Scripted("实现设备联网。"), LEXICON).summarise(SUBJECT, [A, B])
    assert summary.sentence == "省级智能工厂在设备运维方面应实现设备联网。"
    assert summary.failure is not None and "no more answers" in summary.failure


def test_a_subject_of_another_tier_is_not_let_through() -> None:
    summary = Summariser(Scripted("实现设备联网。"), LEXICON).summarise("未来工厂在设备运维方面", [A])
    assert summary.sentence == "" and any("未来工厂" in problem for problem in summary.problems)


def test_each_provision_is_a_point_with_its_own_force() -> None:
    both = clause("c", "应结合可溯源的数据，构建企业数据集。宜建立垂直领域应用大模型。")
    assert [(point.lead, point.predicate, point.force) for point in points([both])] == [
        ("应", "结合可溯源的数据，构建企业数据集", "shall"),
        ("宜", "建立垂直领域应用大模型", "should"),
    ]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("企业应建立资源循环利用体系。", "应"),
        ("企业管理层、员工均应具有质量改进意识。", "企业管理层、员工均应"),
        ("流程型行业应安装相关智能仪表。", "流程型行业应"),
        ("建立供应商评价系统。", ""),
        ("绿色化制造。建立能源综合管理监测系统。", ""),
        ("生产管理：打通人员、设备之间的协同数据。", "生产管理："),
    ],
)
def test_who_must_is_kept_unless_it_is_the_enterprise(text: str, lead: str) -> None:
    assert [point.lead for point in points([clause("a", text)])] == [lead]


def test_a_title_is_no_point_and_a_subject_in_its_words_is_no_splice() -> None:
    titled = clause("a", "智慧化管理。通过系统集成应用，推进企业决策的智慧化管理，实现数据共享共用。")
    summary = Summariser(Scripted("实现数据共享共用。"), LEXICON).summarise("企业在智慧化管理方面", [titled])
    assert summary.sentence == "企业在智慧化管理方面：实现数据共享共用。"


def test_a_part_that_has_a_name_keeps_it() -> None:
    named = clause("a", "生产管理：打通人员、设备之间的协同数据，实现数字化。")
    summary = Summariser(Scripted("打通协同数据。", "打通人员、设备之间的协同数据。"), LEXICON).summarise(
        "企业", [named]
    )
    assert summary.sentence == "企业，生产管理：打通协同数据。"


def test_the_same_thing_is_said_once() -> None:
    summary = Summariser(Scripted("实现设备联网。", "实现设备联网。"), LEXICON).summarise(
        SUBJECT, [A, clause("c", A.text)]
    )
    assert summary.sentence == "省级智能工厂在设备运维方面应实现设备联网。"


def test_a_long_condition_is_not_shortened_away() -> None:
    text = "对于存在较高安全风险和污染排放且位于人口密集区域的项目，企业应建立在线应急指挥联动系统。"
    assert points([clause("a", text)]) == ()


def test_many_provisions_are_cut_to_the_first_of_each_clause() -> None:
    many = [clause(label, "应建立制度。宜开展培训。") for label in "abcdef"]
    assert [(point.clause.label or point.clause.id[-1], point.force) for point in points(many)] == [
        ("a", "shall"), ("b", "shall"), ("c", "shall"), ("d", "shall"),
        ("e", "shall"),
    ]  # fmt: skip


def test_the_second_opening_skips_circumstances_and_purposes() -> None:
    assert other_opening("基于市场需求等约束条件，进行科学排产，提高效率") == "进行"
    assert other_opening("按生产纲领开展布局，提高效率") is not None
    assert other_opening("建立数据库，支撑分析") is None
    assert other_opening("") is None


def test_behind_other_words_a_clause_that_begins_with_an_object_is_not_read_as_coping() -> None:
    stores = clause("a", "应运用射频识别等技术，对物品的进出库、存储等进行有效的计划、执行和控制；")
    summary = Summariser(Scripted("对物品的进出库、存储等进行有效的计划、执行和控制。"), LEXICON).summarise(
        SUBJECT, [stores]
    )
    assert summary.sentence == "省级智能工厂在设备运维方面：应对物品的进出库、存储等进行有效的计划、执行和控制。"
    assert "".join(text for text, _ in summary.parts) == summary.sentence
