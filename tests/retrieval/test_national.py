"""What questions name of the national level, and what they do not although the words are the same."""

from __future__ import annotations

import pytest

from ontology.vocabulary import load_scheme
from retrieval.frame import QueryFrame
from retrieval.national import NationalNames, load_national_names
from retrieval.normalise import Normaliser

NORMALISE = Normaliser()


@pytest.fixture(scope="module")
def names() -> NationalNames:
    return load_national_names(load_scheme("tiers"), NORMALISE)


def marked(names: NationalNames, question: str, **fields: object) -> QueryFrame:
    text = NORMALISE(question)
    given: dict[str, object] = {"question": question, "text": text, "language": "zh", **fields}
    return names.mark(QueryFrame(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "named", "targets"),
    [
        ("国家典型场景“设备故障诊断与预测”对应浙江哪些要求", ("scenario:28",), ("scenarios",)),
        ("國家場景裡的「能源智能管控」要做到什麼", ("scenario:16",), ("scenarios",)),
        ("能源智能管控场景有什么要求", ("scenario:16",), ("scenarios",)),
        ("场景“规模化定制”对应哪些条款", ("scenario:32",), ("scenarios",)),
        ("国家第28个典型场景对应什么", ("scenario:28",), ("scenarios",)),
        ("which clauses serve national scenario 16?", ("scenario:16",), ("scenarios",)),
        ("national scenario mass customisation", ("scenario:32",), ("scenarios",)),
        ("40个场景里哪些浙江没有要求", (), ("scenarios",)),
        ("设备运维对应国家的哪个场景", (), ("scenarios",)),
        ("设备运维对应成熟度模型哪个能力域", (), ("maturity",)),
        ("成熟度模型里的采购对应浙江哪些要求", ("maturity:procurement",), ("maturity",)),
        ("GB/T 39116 的“数据”对应哪些要求", ("maturity:data",), ("maturity",)),
        ("省级智能工厂相当于国家哪一级", (), ("tiers",)),
        ("Which national tier is it?", (), ("tiers",)),
    ],
)
def test_what_is_named(names: NationalNames, question: str, named: tuple[str, ...], targets: tuple[str, ...]) -> None:
    frame = marked(names, question)
    assert (frame.national, frame.national_targets) == (named, targets)


@pytest.mark.parametrize(
    "question",
    [
        "设备运行监控有什么要求",
        "智能工厂的设备维修维护怎么要求",
        "应用场景要素有多少条要求",
        "国家重点支持的应用场景有哪些",
        "应制定国家标准吗，哪一级",
        "国家前五是什么要求",
        "采购和物流有什么要求",
        "第3个能力域是什么",
    ],
)
def test_an_everyday_question_names_nothing_national(names: NationalNames, question: str) -> None:
    frame = marked(names, question)
    assert (frame.national, frame.national_targets) == ((), ())


def test_national_tiers_come_from_the_vocabulary(names: NationalNames) -> None:
    frame = marked(names, "国家先进级要什么条件", foreign_tiers=("先进级",))
    assert (frame.national, frame.national_targets) == (("tier:national-advanced",), ("tiers",))


def test_english_questions_get_the_names_in_both_languages(names: NationalNames) -> None:
    frame = marked(names, "Which clauses serve the national scenario mass customisation?", language="en")
    assert frame.english == ("mass customisation (规模化定制)",)


def test_words_inside_a_national_name_name_nothing_else(names: NationalNames) -> None:
    text = NORMALISE("国家典型场景“智能经营决策”对应哪些要求")
    assert "经营" not in names.without(text) and len(names.without(text)) == len(text)
    everyday = NORMALISE("智能经营决策有什么要求")
    assert names.without(everyday) == everyday
