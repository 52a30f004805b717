"""The verifier on sentences about real clauses: true ones, and true ones spoilt in one place."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.clause import Clause
from drafting.lexicon import Lexicon
from drafting.verifier import Verdict, verify
from kg.linking import Linker
from ontology.vocabulary import load_scheme

HERE = Path(__file__).parent
TITLES = {
    "浙江省“未来工厂”分级建设要求": "zj-graded",
    "未来工厂建设导则": "zj-guideline",
    "浙江省培育建设“未来工厂”试行方案": "zj-trial",
    "浦江县": "pujiang-plan",
    "广西智能制造新模式关键要素": "guangxi-modes",
}
TIERS = {
    "省级数字化车间": "digital-workshop",
    "数字化车间": "digital-workshop",
    "省级智能工厂": "smart-factory",
    "智能工厂": "smart-factory",
    "未来工厂": "future-factory",
}


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


CASES = lines("verifier_cases.jsonl")


@cache
def clauses() -> dict[str, Clause]:
    rows = lines("verifier_clauses.jsonl")
    return {
        row["id"]: Clause(**row | {"path": tuple(row["path"]), "start": 0, "end": 0, "rule": "test"}) for row in rows
    }


@cache
def lexicon() -> Lexicon:
    linker = Linker(load_scheme("systems"), load_scheme("technologies"))
    return Lexicon(
        lambda text: linker.mentions(text, colloquial=False),
        {name: frozenset({code}) for name, code in TIERS.items()},
        {title: frozenset({document}) for title, document in TITLES.items()},
    )


def judge(case: dict[str, Any]) -> Verdict:
    return verify(case["sentence"], [clauses()[id_] for id_ in case["cited"]], lexicon())


def test_the_clauses_are_quoted_from_the_founding_texts() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (HERE.parents[1] / "corpus" / "texts").glob("*.txt"))
    assert [row["id"] for row in lines("verifier_clauses.jsonl") if row["text"] not in texts] == []


def test_the_cases_are_many_and_of_every_kind() -> None:
    kinds = Counter(case["fault"] for case in CASES)
    assert sum(kinds.values()) >= 60 and len({case["sentence"] for case in CASES}) >= 60
    assert {"number", "unit", "system", "force", "negation", "tier", "document", "year", "merged"} <= set(kinds)


@pytest.mark.parametrize("held_out", [False, True], ids=["seen while writing the checks", "held out"])
def test_precision_and_recall(held_out: bool) -> None:
    """Measured: precision 1.00 on both; recall 1.00 of 41 seen and 0.94 of 16 held out."""
    cases = [case for case in CASES if case["held_out"] is held_out]
    passed = [case for case in cases if judge(case).ok]
    true = sum(case["good"] for case in passed)
    precision, recall = true / len(passed), true / sum(case["good"] for case in cases)
    assert precision >= 0.98, [case["sentence"] for case in passed if not case["good"]]
    assert recall >= 0.93, [(case["sentence"], judge(case).problems) for case in cases if case["good"]]


@pytest.mark.parametrize("fault", sorted({case["fault"] for case in CASES} - {""}))
def test_each_kind_of_fault_is_found(fault: str) -> None:
    assert [case["sentence"] for case in CASES if case["fault"] == fault and judge(case).ok] == []


def test_a_problem_names_its_check_and_the_words() -> None:
    case = next(case for case in CASES if case["fault"] == "year")
    assert any(problem.startswith("years: ") and "2023" in problem for problem in judge(case).problems)


def test_words_that_the_caller_vouches_for_may_be_said_but_do_not_change_the_tier() -> None:
    cited = [clauses()["zj-graded/19/smart-factory/a"]]
    assert not verify("本企业应实现设备联网。", cited, lexicon()).ok
    assert verify("本企业应实现设备联网。", cited, lexicon(), ["本企业"]).ok
    assert not verify("未来工厂应实现设备联网。", cited, lexicon(), ["未来工厂"]).ok


@pytest.mark.parametrize("clause", clauses().values(), ids=lambda clause: clause.id)
def test_a_clause_agrees_with_itself(clause: Clause) -> None:
    faults = [problem for problem in verify(clause.plain, [clause], lexicon()).problems if "fragments" not in problem]
    assert faults == []
