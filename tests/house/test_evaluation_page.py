"""The evaluation page names the question sets that there are, and is made from results and written causes alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from evals.dialogue import PIN as DIALOGUES
from evals.question import PINS
from tests.house.source_tree import ROOT

MAKER = ROOT / "docs" / "make_evaluation_page.py"
PAGE = ROOT / "docs" / "evaluation.md"
CAUSES = ROOT / "docs" / "evaluation-remaining.yaml"
CAUSE = "- {set: dev4, id: dev4-001, cause: 题目里的小项名没有读成单元格。}\n"


@pytest.mark.parametrize("name", [*PINS, "dialogues"])
def test_the_page_was_made_with_the_questions_that_there_are(name: str) -> None:
    pin = DIALOGUES if name == "dialogues" else PINS[name]
    page = PAGE.read_text(encoding="utf-8")
    assert pin.sha256 in page, f"{name} has changed. Measure again and run `python docs/make_evaluation_page.py`."


def share(value: float, n: int = 10) -> dict[str, float]:
    return {"value": value, "low": max(0.0, value - 0.2), "high": min(1.0, value + 0.2), "n": n}


def answers(*systems: str, wrong: bool = True) -> dict[str, Any]:
    points = {name: share(0.5) for name in ("wholly right", "status", "words", "citation", "result", "reason")}
    one = {"points": points, "kinds": {"lookup": share(0.4, 5)}, "generated": 3, "unverified": 0, "unscored": []}
    found: dict[str, Any] = {"sha256": "a" * 64, "questions": 10, "systems": dict.fromkeys(systems, one)}
    if wrong:
        said = {"id": "dev4-001", "points": ["words"], "status": "answered", "answer": "**最相关**的\n\n> 条款"}
        found["wrong"] = [said]
    return found


def drafted() -> dict[str, Any]:
    """What an evaluation of drafts might write."""
    names = ("accepted", "force_kept", "numbers_kept", "own_words", "coverage", "length_ratio")
    way = {**{name: share(0.9) for name in names}, "median_s": 0.4}
    tasks = {key: {"adapter": way, "quotation": way} for key in ("gist", "narrative", "difference", "title", "rewrite")}
    answered = {"adapter": {"first_try": share(0.9), "told": share(1.0), "median_s": 1.2}}
    return {key: {**tasks, "answers": answered} for key in ("development", "held_out")}


def test_a_blind_reading_is_told_where_there_is_one(tmp_path: Path) -> None:
    marks = {name: share(1.5) for name in ("faithful", "whole", "force", "reads")} | {"fit": share(0.47)}
    agreement = [{"criterion": "whole", "alike": share(0.9)}]
    read = {"reading": {"means": {"all": {"adapter": marks}}, "agreement": agreement}}
    page, _ = make(tmp_path, CAUSE, results() | read)
    assert "盲读" in page and "| 合计 | 学过（适配器） | 1.50 | 1.50 | 1.50 | 1.50 | 47（" in page
    assert "盲读" not in make(tmp_path, CAUSE, results())[0]


def rewritten() -> dict[str, Any]:
    """What an evaluation of rewritten questions might write."""
    found = {"hit1": share(0.6), "hit5": share(0.9), "ahead": share(0.0), "median_s": 0.0}
    return {key: {"all": {"as asked": found}, "english": {"as asked": found}} for key in ("development", "held_out")}


def results() -> dict[str, Any]:
    """What an evaluation of two sets might write, the second one sealed."""
    hits = {"hit@1": share(0.5), "hit@5": share(0.9), "hit@10": share(1.0), "mrr@10": share(0.7)}
    ranked = {"sha256": "a" * 64, "questions": 10, "rankers": {"gongbiao": hits, "bm25": hits}}
    ranked["kinds"] = {"lookup": ranked["rankers"]}
    whole = answers("gongbiao", "four passages")
    whole["sampled"] = answers("gongbiao", "plain RAG", wrong=False)
    sealed = {name: one for name, one in whole.items() if name != "wrong"}
    left_out = answers("gongbiao", "without graph", wrong=False)
    left_out["unchecked"] = {"sentences": 10, "kept_back": share(0.2), "by_check": {"foreign": 2}}
    case = {"precision": share(1.0), "recall": share(0.9), "found": share(1.0)}
    half = {name: share(0.8) for name in ("later_turns", "later_turns_alone", "dialogues", "dialogues_alone")}
    guessed = {"first 1": share(0.6), "first 5": share(0.9)}
    parts = ("understanding", "embedding", "retrieval", "finding", "model", "verifying", "rendering")
    return {
        "circumstances": {
            "date": "2030-01-02", "machine": "2 cores", "corpus": {"small": "c" * 64}, "clauses": 3,
            "models": {"embedder": {"name": "fake", "sha256": None}}, "prompts": {"gist.v1.txt": "d" * 64},
            "wordings": {"small.jsonl": "e" * 64},
            "sets": {"dev4": {"sha256": "a" * 64, "questions": 10}, "test": {"sha256": "b" * 64, "questions": 10}},
        },
        "retrieval": {"dev4": ranked, "test": ranked},
        "answers": {"dev4": whole, "test": sealed},
        "ablation": {
            "retrieval": {"dev4": ranked, "test": ranked},
            "learned": {
                "search": {"whole subdomains left out": ranked},
                "subjects": {"whole subdomains left out": {"classifier": guessed}},
            },
            "answers": {"dev4": left_out, "test": left_out},
        },
        "writing": {"verifier": {
            "cases": {"seen": {**case, "faults": {"number": {"right": 3, "n": 4}}}},
            "mutants": {"swap": {"quoted": {"n": 4, "survived": 1}}}, "survivors": [{}], "new_survivors": 0,
            "refused_originals": [], "cells": {"accepted": share(0.9), "rejected_drafts": 5, "unwritten": 0},
        }, "drafts": drafted(), "rewriting": rewritten()},
        "conversation": {"sha256": "f" * 64, "halves": {"dev": half, "held": half}},
        "parsing": {"agreed": 64, "counted": 64},
        "speed": {
            "clauses": 3,
            "timings": [{"name": "query embedding alone", "n": 9, "p50_ms": 20.0, "p95_ms": 30.0}],
            "spent": [{"name": "search", "n": 9, "mean_ms": dict.fromkeys(parts, 1.0)}],
        },
    }  # fmt: skip


def make(folder: Path, causes: str, *found: Mapping[str, Any]) -> tuple[str, str]:
    """The page, or nothing, and what was said on standard error."""
    files = [folder / f"{number}.json" for number in range(len(found))]
    for file, one in zip(files, found, strict=True):
        file.write_text(json.dumps(one), encoding="utf-8")
    (folder / "causes.yaml").write_text(causes, encoding="utf-8")
    out = folder / "page.md"
    options = ["--causes", str(folder / "causes.yaml"), "--out", str(out), "--results", *map(str, files)]
    done = subprocess.run(
        [sys.executable, str(MAKER), *options], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == (0 if out.is_file() else 1), done.stderr
    return out.read_text(encoding="utf-8") if out.is_file() else "", done.stderr


def test_the_page_tells_what_was_measured_and_what_came_of_it(tmp_path: Path) -> None:
    page, said = make(tmp_path, CAUSE, results())
    assert said == ""
    for digest in "abcdef":
        assert digest * 64 in page
    assert "| 2030-01-02 |" in page and "没有人看过哪一题答错" in page
    assert "| 直接查找 | 5 | 40（12–77） | 40（12–77） |" in page
    assert "| 切块加提示词（同一模型） |" in page and "| 不用图 |" in page
    assert "| 整个子域的说法都不用来学 | 学来的分类 | 60（40–80） | 90（70–100） |" in page
    assert "| `swap` | 1 / 4 |" in page and "| 检索 | 1.0（14） |" in page


def test_what_remains_is_told_with_question_wish_answer_and_cause(tmp_path: Path) -> None:
    page, _ = make(tmp_path, CAUSE, results())
    last = page[page.index("## 还有什么不对") :]
    assert "dev4 1 题" in last and "test" not in last
    assert "业务流程模型化" in last and "   - 应当：回答；" in last
    assert "   - 实际：回答；最相关的 条款（不对的：内容）" in last
    assert "   - 原因：题目里的小项名没有读成单元格。" in last


@pytest.mark.parametrize(
    ("causes", "problem"),
    [
        (
            "- {set: dev4, id: dev4-002, cause: 一}\n",
            "not answered wrong in these results: dev4 dev4-002. Take them out",
        ),
        ("- {set: test, id: test-001, cause: 一}\n", "it names a question of the sealed set"),
        ("- {set: dev4, id: dev4-001}\n", "causes.yaml: cause Field required"),
        ("- {", "causes.yaml: cannot be read"),
    ],
)
def test_causes_that_do_not_fit_stop_it(tmp_path: Path, causes: str, problem: str) -> None:
    page, said = make(tmp_path, causes, results())
    assert page == "" and said.startswith("error: ") and problem in said


def test_results_may_come_in_several_files_of_the_same_build(tmp_path: Path) -> None:
    whole = results()
    first = {name: one for name, one in whole.items() if name != "speed"}
    second = {"circumstances": {**whole["circumstances"], "date": "2030-01-03"}, "speed": whole["speed"]}
    page, said = make(tmp_path, CAUSE, first, second)
    assert said == "" and "| 2030-01-03 |" in page
    (tmp_path / "page.md").unlink()
    second["circumstances"]["clauses"] = 4
    assert "clauses is not what another file has" in make(tmp_path, CAUSE, first, second)[1]


def test_wrong_answers_without_a_cause_are_named(tmp_path: Path) -> None:
    page, said = make(tmp_path, "", results())
    assert "## 还有什么不对" in page
    assert said == "note: causes.yaml: up to 10 are shown; no cause is written of: dev4 dev4-001\n"


def test_a_missing_evaluation_is_named(tmp_path: Path) -> None:
    whole = results()
    del whole["writing"]
    assert "error: results: writing missing." in make(tmp_path, CAUSE, whole)[1]


def test_the_kept_causes_can_be_read(tmp_path: Path) -> None:
    _, said = make(tmp_path, CAUSES.read_text(encoding="utf-8"), results())
    assert "cannot be read" not in said and "Write set, id and cause" not in said


def planned() -> dict[str, Any]:
    """What an evaluation of plans might write."""
    figures = ("alike", "precision_of_met", "alike_where_decided", "left_unknown")
    way = {name: share(0.8, 5) for name in figures}
    target = {"profile": "process", "target": "zj-graded:smart-factory", "asked": 67, "items": 67}
    target |= {"once_in_order": True, "unknown": 0.01, "sentences": 9, "in_neither": []}
    timed = {"profile": "process", "target": "zj-graded:smart-factory", "seconds_without": 1.25, "seconds_with": None}
    return {
        "judged": {"dev": {"gongbiao": way}, "held-out": {"gongbiao": way}, "judged_otherwise": []},
        "plans": [target | {"named": {"numbers": 3, "Latin names": 2, "systems": 1}}],
        "mutants": {"kinds": {"no date": {"mutants": 7, "touched": 5, "idle": 2}}, "survived": []},
        "written": [timed | {"offered": 2, "written": 1, "rejected_drafts": 1}],
    }


def test_plans_stand_on_the_page_where_they_were_measured(tmp_path: Path) -> None:
    assert "举证计划" not in make(tmp_path, CAUSE, results())[0]
    page, _ = make(tmp_path, CAUSE, results() | {"plans": planned()})
    assert "| 没有照着它改的 | 工标 | 80（60–100） | 80（60–100） | 5 | 80（60–100） | 80（60–100） |" in page
    assert "| 示例：流程 | zj-graded:smart-factory | 67 / 67 | 是 | 1.0 % | 9 | 6 | 0 |" in page
    assert "改坏（7 份），靠它满足的判断点还算满足的有 0 个" in page and "| 去掉投用日期 | 7 | 5 |" in page
    assert "| 示例：流程 | zj-graded:smart-factory | 1.2 | — | 2 | 1 | 1 |" in page


def test_reading_of_files_is_told_where_it_was_measured(tmp_path: Path) -> None:
    totals = {"rows found exactly": {"dev": share(0.9), "test": share(0.8, 7)}}
    read = {"ingestion": {"files": 3, "totals": totals, "seconds_a_page": 0.125}}
    page, _ = make(tmp_path, CAUSE, results() | read)
    assert (
        "| 条目逐字、边界都对 | 90（70–100） | 80（60–100） | 7 |" in page and "每千字用时（中位，秒）：0.12。" in page
    )
    assert "收入文件" not in make(tmp_path, CAUSE, results())[0]
