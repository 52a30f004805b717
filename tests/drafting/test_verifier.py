"""The verifier on sentences about real clauses: true ones, true ones spoilt in one place, quoted and composed ones."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from corpus.clause import Clause
from drafting.shelf import RULING
from drafting.verifier import Verdict, verify, verify_composed, verify_quoted
from evals.mutations.sources import Ground, founding_ground
from evals.sentence_cases import HALVES, Case, load_cases
from evals.writing_run import judge_cases

FAULTS = frozenset(
    {"number", "unit", "comparator", "system", "technology", "force", "negation", "tier", "document", "year", "merged"}
    | {"subject", "object", "list", "scope", "industry", "condition", "limit", "foreign", "fragment", "citation"}
)


@cache
def ground() -> Ground:
    return founding_ground()


def clause(name: str) -> Clause:
    return ground().clauses[name]


def judge(case: Case) -> Verdict:
    return verify(case.sentence, ground().cited(case.cited), ground().lexicon)


def composed(text: str, *names: str, asked: str = "") -> Verdict:
    return verify_composed(text, [clause(name) for name in names], ground().lexicon, asked)


def test_the_cases_are_many_of_every_kind_and_about_every_document() -> None:
    cases = [case for half in HALVES for case in load_cases(half)]
    assert len(cases) >= 240 and sum(case.good for case in cases) >= 80
    assert {case.fault for case in cases} >= FAULTS
    assert all(one in ground().clauses for case in cases for one in case.cited)
    documents = Counter(ground().clauses[one].document for case in cases for one in case.cited)
    assert len(documents) == 5 and min(documents.values()) >= 20
    kinds = {ground().clauses[one].kind for case in cases for one in case.cited}
    assert kinds == RULING


def test_the_halves_share_no_sentence() -> None:
    seen, held_out = ({(case.sentence, case.cited) for case in load_cases(half)} for half in HALVES)
    assert not seen & held_out and len(held_out) >= 100


@pytest.mark.parametrize("half", HALVES)
def test_precision_and_recall(half: str) -> None:
    """Measured: seen, precision 0.99 and recall 0.99 of 98; held out, precision 1.00 and recall 0.91 of 58.

    One true sentence held out is refused for half of what its clause ties together, which the seen ones call a fault.
    """
    judged = next(one for one in judge_cases(ground()) if one.half == half)
    assert judged.precision.value >= 0.98
    assert judged.recall.value >= (0.98 if half == "seen" else 0.91)


@pytest.mark.parametrize("fault", sorted({case.fault for case in load_cases("seen")} - {"", "merged"}))
def test_each_kind_of_fault_is_found(fault: str) -> None:
    assert [case.sentence for case in load_cases("seen") if case.fault == fault and judge(case).ok] == []


def test_a_problem_names_its_check_and_the_words() -> None:
    case = next(case for case in load_cases("seen") if case.fault == "year")
    assert any(problem.startswith("years: ") and "2023" in problem for problem in judge(case).problems)


def test_words_that_the_caller_vouches_for_may_be_said_but_do_not_change_the_tier() -> None:
    cited, lexicon = [clause("zj-graded/19/smart-factory/a")], ground().lexicon
    assert not verify("本企业应实现设备联网。", cited, lexicon).ok
    assert verify("本企业应实现设备联网。", cited, lexicon, ["本企业"]).ok
    assert not verify("未来工厂应实现设备联网。", cited, lexicon, ["未来工厂"]).ok


@pytest.mark.parametrize(
    ("name", "spoilt", "check"),
    [
        ("zj-trial/annex/3/3", "实现设备故障知识库。", "verbs"),
        ("zj-guideline/5.3.1.1/a", "应产品设计、物理设备和生产过程的实时可视化展示。", "verbs"),
        ("zj-guideline/6.2.1/f", "应建立生产管控一体化平台，智能感知物流、能源流和信息流的状况。", "conditions"),
        ("zj-graded/16/future-factory/c1", "应搭建工厂数据模型。", "conditions"),
        ("zj-graded/4.2.2/p1", "数据平台能力域包括企业大脑2个能力子域。", "lists"),
        ("guangxi-modes/2.3/4", "建有围绕全生产链协同共享的产品溯源服务体系。", "splices"),
        ("pujiang-plan/3.5/p1", "对企业智能化技术改造需求进行分析。", "splices"),
        ("zj-graded/4.2.2/p1", "省级智能工厂、省级智能工厂、未来工厂不同等级的建设要求，见表4。", "tiers"),
    ],
)
def test_each_check_finds_its_fault(name: str, spoilt: str, check: str) -> None:
    problems = verify(spoilt, [clause(name)], ground().lexicon).problems
    assert any(problem.startswith(f"{check}: ") for problem in problems), problems


@pytest.mark.parametrize("document", ["zj-graded", "zj-guideline", "zj-trial", "pujiang-plan", "guangxi-modes"])
def test_a_clause_agrees_with_itself(document: str) -> None:
    rows = [one for one in ground().clauses.values() if one.document == document and one.plain]
    rows = [one for one in rows if one.kind != "not_required"]
    assert len(rows) >= 50
    assert [
        (one.id, found.problems) for one in rows if not (found := verify(one.plain, [one], ground().lexicon)).ok
    ] == []


def test_a_quotation_is_the_stored_text_or_its_reading() -> None:
    cited = clause("zj-graded/19/smart-factory/a")
    assert verify_quoted(cited.text, [cited]).ok and verify_quoted(cited.plain, [cited]).ok
    assert not verify_quoted(cited.plain[:-1], [cited]).ok and not verify_quoted(cited.plain, []).ok


UPKEEP = ("zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b")
PLACE = "《浙江省“未来工厂”分级建设要求》 · 未来工厂 · 22.环境排放监测 · b）"
FOURTH = "《未来工厂建设导则》 · 6.2.3 质量管控 · 第 4 项（原文标“1.”）"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省级智能工厂在“设备运维”（智能化生产）方面有 2 条要求：应 2 条。", UPKEEP),
        ("省级数字化车间在“企业大脑”方面不做要求：原表该格为“/”。", ("zj-graded/11/digital-workshop",)),
        (
            "《浙江省“未来工厂”分级建设要求》共有 1 条条款提到“区块链”，见于未来工厂。",
            ("zj-graded/22/future-factory/b",),
        ),
        ("用词：未来工厂环境排放监测b）“宜”。", ("zj-graded/22/future-factory/b",)),
        (f"“宜建设或连接碳资产管理平台”（{PLACE}）。", ("zj-graded/22/future-factory/b",)),
        ("省级智能工厂在省级数字化车间的基础上建设。", ("zj-graded/3.2/p1", "zj-graded/19/digital-workshop/a")),
        ("“环境排放监测”提到的系统有 1 个：碳资产管理平台。", ("zj-graded/22/future-factory/b",)),
        ("at least CNY 20 million (2000 万元).", ("pujiang-plan/3.3/1",)),
        (f"“应建立产品质量数据库”（{FOURTH}）。", ("zj-guideline/6.2.3/1.4",)),
        (
            f"{FOURTH}：原文字符 {clause('zj-guideline/6.2.3/1.4').start}–{clause('zj-guideline/6.2.3/1.4').end}。",
            ("zj-guideline/6.2.3/1.4",),
        ),
    ],
)
def test_a_composed_sentence_that_its_clauses_bear_out_passes(text: str, names: tuple[str, ...]) -> None:
    assert composed(text, *names).problems == ()


@pytest.mark.parametrize(
    ("text", "names", "check"),
    [
        ("省级智能工厂在“设备运维”方面有 3 条要求：应 3 条。", UPKEEP, "counts"),
        ("省级智能工厂在“设备运维”方面有 2 条要求：应 1 条、宜 1 条。", UPKEEP, "counts"),
        ("省级智能工厂在“设备运维”方面至少有 2 条以上要求：应 2 条。", UPKEEP, "counts"),
        ("未来工厂在“设备运维”方面有 2 条要求：应 2 条。", UPKEEP, "tiers"),
        ("省级智能工厂在“仓储物流”方面有 2 条要求：应 2 条。", UPKEEP, "passages"),
        ("《未来工厂建设导则》共有 2 条条款提到“设备联网”。", UPKEEP, "documents"),
        ("省级智能工厂在“设备运维”方面不做要求。", UPKEEP, "required"),
        ("用词：未来工厂环境排放监测b）“应”。", ("zj-graded/22/future-factory/b",), "force"),
        (f"“应实现设备联网”（{PLACE}）。", ("zj-graded/22/future-factory/b", *UPKEEP), "places"),
        ("工厂自控投用率“达到95%以上”。", ("guangxi-modes/2.2/3",), "passages"),
        ("未来工厂为“低于25%”。", ("pujiang-plan/3.3/1",), "passages"),
        ("省级数字化车间在省级智能工厂的基础上建设。", ("zj-graded/3.2/p1", *UPKEEP), "base"),
        ("系统有 2 个：碳资产管理平台、MES。", ("zj-graded/22/future-factory/b",), "counts"),
        ("系统有 2 个：碳资产管理平台。", ("zj-graded/22/future-factory/b",), "counts"),
        ("从2023年起，省级智能工厂有 2 条要求。", UPKEEP, "figures"),
        ("MES见于省级智能工厂。", UPKEEP, "names"),
        ("省级智能工厂应有 2 条要求。", UPKEEP, "binding"),
        ("at least CNY 200 million (2000 万元).", ("pujiang-plan/3.3/1",), "figures"),
        ("at most CNY 20 million (2000 万元).", ("pujiang-plan/3.3/1",), "figures"),
        ("at least CNY 30 million (3000 万元).", ("pujiang-plan/3.3/1",), "figures"),
        (f"“应建立产品质量数据库”（{FOURTH}）。", ("zj-guideline/6.2.3/1.1",), "places"),
        (f"{FOURTH}：原文字符 1–2。", ("zj-guideline/6.2.3/1.4",), "figures"),
    ],
)
def test_a_composed_sentence_that_its_clauses_contradict_is_named(
    text: str, names: tuple[str, ...], check: str
) -> None:
    problems = composed(text, *names).problems
    assert any(problem.startswith(f"{check}: ") for problem in problems), problems


def test_a_question_may_be_quoted_only_to_be_denied() -> None:
    text = "前提不成立：问题说“不超过3年”，原文是“不超过2年”。"
    assert composed(text, "pujiang-plan/3.1/1", asked="数字工厂建设周期不超过3年，对吧").ok
    assert not composed(text, "pujiang-plan/3.1/1", asked="数字工厂建设周期不超过5年，对吧").ok
    assert not composed("原文是“不超过3年”。", "pujiang-plan/3.1/1", asked="建设周期不超过3年，对吧").ok
