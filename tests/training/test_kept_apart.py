"""What is kept apart for testing is in no example: topics, a document, trades, cases and questions.

Only places are told: what is kept apart is not to be read beside the examples.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import evals
from corpus.library import load_corpus
from drafting.checks.alignment import letters
from evals.writing_cases import DOCUMENT, PINS, load_document, load_writing
from training.check_examples import pairs
from training.example import Example, load_examples

ALIKE = 0.5
"""An example shares less than this part of its pairs of letters with what is kept apart (Jaccard)."""
STRETCH = 16
"""Letters in a row of which no example has as many in common with a document that is kept apart."""
UNREAD = "guangxi-modes"
TOPICS = re.compile(
    r"能源|能耗|节能|碳|仓储|物流|配送|立体库|安全|应急|危险|隐患|救援|被困|困人"
    r"|(?<![A-Za-z])(?:energy|carbon|warehous|logistic|safety|AGV)",
    re.IGNORECASE,
)
TRADES = re.compile(r"轮胎|橡胶|眼镜|镜片|镜架|船舶|造船|船厂|陶瓷|瓷砖")
INNOCENT = re.compile(r"碳(?:纤|化|钢|酸|素|黑|刷)|(?:渗|脱|终点|中低|中高)碳")
"""Words of other trades that hold a kept-apart word: carbides, carbon fibre, a melt's carbon."""

Placed = tuple[str, Example]


@pytest.fixture(scope="module")
def examples() -> tuple[Placed, ...]:
    return tuple(
        (f"{name}:{number}", example)
        for name, found in load_examples().items()
        for number, example in enumerate(found, 1)
    )


@pytest.fixture(scope="module")
def questions() -> tuple[str, ...]:
    """Every question and every turn of a dialogue, of all sets."""
    folder = Path(evals.__file__).parent / "questions"
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(turn["question"] for line in lines if (told := json.loads(line)) for turn in told.get("turns", [told]))


def kept_apart(text: str) -> str:
    """The first word of a topic or trade that is kept apart; empty where there is none."""
    plain = INNOCENT.sub("", text)
    found = TOPICS.search(plain) or TRADES.search(plain)
    return found[0] if found else ""


def words(example: Example) -> str:
    return "\n".join((example.source, *example.values.values(), example.target))


def near(examples: Iterable[Placed], others: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Places of examples that are equal or nearly equal to one of the others, with its number."""
    made = [_pairs(other) for other in others]
    for place, example in examples:
        own = pairs(example)
        for number, other in enumerate(made):
            if own and len(own & other) >= ALIKE * len(own | other):
                yield place, number


def _pairs(text: str) -> frozenset[str]:
    said = letters(text)
    return frozenset(said[at : at + 2] for at in range(len(said) - 1))


def stretches(text: str) -> Iterator[str]:
    said = letters(text)
    return (said[at : at + STRETCH] for at in range(len(said) - STRETCH + 1))


def sources(example: Example) -> tuple[str, ...]:
    return tuple(example.source.split(", ")) if example.origin == "founding" else ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主要用能设备的能耗采集", "能耗"),
        ("产品碳足迹核算", "碳"),
        ("渗碳炉、碳化物评级、碳纤铺层、终点碳", ""),
        ("组织应急演练", "应急"),
        ("AGV运料", "AGV"),
        ("an agvx of energy-saving", "agv"),
        ("轮胎硫化", "轮胎"),
        ("项目入库与出库单", ""),
        ("光学镜头装配", ""),
        ("饮用水灌装", ""),
    ],
)
def test_the_words_are_found_and_raise_no_false_alarm(text: str, found: str) -> None:
    assert kept_apart(text) == found


def test_no_example_is_about_a_topic_or_trade_that_is_kept_apart(examples: tuple[Placed, ...]) -> None:
    assert [(place, found) for place, example in examples if (found := kept_apart(words(example)))] == []


def test_no_example_is_from_a_clause_of_a_topic_that_is_kept_apart(examples: tuple[Placed, ...]) -> None:
    """A founding clause belongs to a topic by its heading, even where its words do not say so."""
    topics = {
        clause.id: " ".join(filter(None, (*clause.path[1:], clause.subdomain, clause.label)))
        for clause in load_corpus().clauses
    }
    of_cases = {case.source for task in PINS if task != "rewrite" for case in load_writing(task)}
    wrong = [
        (place, source)
        for place, example in examples
        for source in sources(example)
        if source in of_cases or kept_apart(topics.get(source, ""))
    ]
    assert wrong == []


def test_every_founding_example_names_clauses_that_there_are(examples: tuple[Placed, ...]) -> None:
    ids = [clause.id for clause in load_corpus().clauses]
    known = {"/".join(parts[:count]) for one in ids if (parts := one.split("/")) for count in range(1, len(parts) + 1)}
    assert [(place, one) for place, example in examples for one in sources(example) if one not in known] == []


def test_no_example_is_from_a_document_that_is_kept_apart(examples: tuple[Placed, ...]) -> None:
    """A sentence that the document took over from an earlier one counts too."""
    unread = next(document.text for document in load_corpus().documents if document.meta.id == UNREAD)
    told = set(stretches(unread)) | set(stretches(load_document()))
    wrong = [
        place
        for place, example in examples
        if example.source.startswith((UNREAD, DOCUMENT))
        or any(not told.isdisjoint(stretches(text)) for text in (*example.values.values(), example.target))
    ]
    assert wrong == []


def test_no_example_is_nearly_a_case_of_any_task(examples: tuple[Placed, ...]) -> None:
    cases = ["".join(case.values.values()) for task in PINS for case in load_writing(task)]
    assert list(near(examples, cases)) == []


def test_no_example_is_nearly_a_question(examples: tuple[Placed, ...], questions: tuple[str, ...]) -> None:
    assert len(questions) > 1000
    assert list(near(examples, questions)) == []


def test_what_is_nearly_equal_is_found(examples: tuple[Placed, ...]) -> None:
    place, example = examples[0]
    asked = "".join(example.values.values())
    assert (place, 1) in near(examples[:1], ["别的问题", asked[:-2] + "？"])
