"""Misspelt names are put right, and nothing else is: what stands in a text or in a dictionary is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.library import load_corpus
from retrieval.dictionary import vocabulary_terms, words_for
from retrieval.indexes import load_schemes
from retrieval.normalise import Normaliser
from retrieval.spelling import Respelling, Speller, sounds_alike

TEXTS = (
    "青田省的企业可以申报示范车间。",
    "应建立设备台账，开展数据分析；",
    "宜采用智能传感器采集数据；",
    "由专家组评审，评审结果向社会公布。",
)
NAMES = (
    "青田县", "设备台账", "示范车间", "高级示范车间", "大数据分析", "智能传感器", "供应链体系", "主数据管理",
    "计算机建模", "生产过程管控", "大数据", "柔性化制造", "云", "极为冗长而没有人会完整写下来的平台",
)  # fmt: skip
WORDS = frozenset(
    (
        "青田", "项目", "设备", "台账", "示范", "车间", "数据", "分析", "管理", "智能", "传感", "仪表", "质量", "系统",
        "供应", "供应链", "县", "线", "账", "计算机", "模拟", "生产", "过程", "监控", "研发", "资产", "大数据", "平台",
    )
)  # fmt: skip
SPELLER = Speller(TEXTS, NAMES, lambda: WORDS)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("青田线有哪些项目", "青田县有哪些项目"),
        ("那青田线", "那青田县"),
        ("设备台帐怎么建", "设备台账怎么建"),
        ("设备太账和柔性化制照", "设备台账和柔性化制造"),
        ("高级示范车问有几条要求", "高级示范车间有几条要求"),
        ("高极示范车间", "高级示范车间"),
        ("大数剧分析和大树据分析", "大数据分析和大数据分析"),
    ],
)
def test_one_wrong_character_is_put_right(text: str, read: str) -> None:
    found = SPELLER.read(text)
    assert found.text == read
    assert all(written in text and meant in read for written, meant in found.changes) and found.changes


@pytest.mark.parametrize(
    "text",
    [
        "青田县有哪些项目",
        "青田项目怎么报",  # 青田 and a word of its own
        "青田的项目",
        "企业做数据分析要什么",  # 做 | 数据分析
        "质量数据分析",  # 质量 | 数据 | 分析
        "研发数据管理系统",
        "买智能传感仪表",  # 智能 | 传感 | 仪表
        "供应链类系统",  # cuts 系统
        "在计算机中模拟",
        "生产过程监控",  # 监控 is a word too
        "设备维修",
        "今天天气怎么样",
    ],
)
def test_words_that_fit_are_left_alone(text: str) -> None:
    assert SPELLER.read(text) == Respelling(text, ())


def test_a_short_name_is_read_only_where_the_wrong_character_sounds_right() -> None:
    assert SPELLER.read("青田线").text == "青田县"
    assert SPELLER.read("青田市").changes == ()


def test_two_names_that_fit_are_none() -> None:
    assert Speller([], ["青田县", "青甜县"]).read("青填县").changes == ()


def test_a_name_within_a_longer_one_is_not_put_right_twice() -> None:
    assert SPELLER.read("大数据分西").changes == (("大数据分西", "大数据分析"),)


def test_what_stands_in_a_text_is_right_though_a_name_is_near() -> None:
    assert Speller(["本县青田线全长三公里。"], ["青田县"]).read("青田线多长").changes == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("sbtz要求", "设备台账要求"),
        ("示范车间的sbtz,还有sbtz", "示范车间的设备台账,还有设备台账"),
        ("asbtz要求", "asbtz要求"),
        ("sbtz2", "sbtz2"),
        ("mes要求", "mes要求"),
        ("json和http", "json和http"),
    ],
)
def test_initials_stand_for_the_one_name_that_has_them(text: str, read: str) -> None:
    assert SPELLER.read(text).text == read


def test_initials_of_two_names_stand_for_neither() -> None:
    assert Speller([], ["设备台账", "设备图纸"]).read("sbtz").changes == ()


def test_words_of_general_chinese_are_asked_for_only_where_a_name_is_near() -> None:
    asked: list[str] = []

    def words() -> tuple[str, ...]:
        asked.append("asked")
        return ()

    speller = Speller(TEXTS, NAMES, words)
    speller.read("今天天气怎么样，青田县呢")
    assert asked == []
    speller.read("青田线和设备太账")
    assert asked == ["asked"]


@pytest.mark.parametrize(("one", "other"), [("中", "宗"), ("是", "四"), ("林", "宁"), ("湖", "福"), ("行", "航")])
def test_usual_confusions_sound_alike(one: str, other: str) -> None:
    assert sounds_alike(one, other) and sounds_alike(other, one)
    assert not sounds_alike(one, "人")


@given(st.lists(st.sampled_from(TEXTS), max_size=6), st.sampled_from(("", "？", "\n", " ")))
def test_sentences_of_the_texts_are_never_changed(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert SPELLER.read(text).text == text


@settings(max_examples=150)
@given(st.text(alphabet=sorted({*"".join(NAMES), *"".join(WORDS), *"的了吗,。abc1 "}), max_size=24))
def test_reading_changes_only_what_it_says(text: str) -> None:
    found = SPELLER.read(text)
    assert (found.text == text) == (not found.changes)
    assert all(written in text and meant in NAMES for written, meant in found.changes)
    if all(len(written) == len(meant) for written, meant in found.changes):
        assert len(found.text) == len(text)


@pytest.fixture(scope="module")
def founding_speller() -> tuple[Speller, tuple[str, ...]]:
    """A speller over the founding texts and all names of the vocabularies, with those texts."""
    normalise = Normaliser()
    texts = tuple(normalise(clause.plain) for clause in load_corpus().clauses)
    schemes = tuple(load_schemes().values())
    concepts = [concept for scheme in schemes for concept in scheme.concepts.values()]
    names = [normalise(name) for concept in concepts for name in (concept.zh, *concept.alternatives)]
    return Speller(texts, names, lambda: {*words_for(texts), *vocabulary_terms(schemes)}), texts


def test_no_clause_of_the_founding_texts_is_changed(founding_speller: tuple[Speller, tuple[str, ...]]) -> None:
    speller, texts = founding_speller
    assert [text for text in texts if speller.read(text).changes] == []


@pytest.mark.parametrize(
    "question",
    [
        "做数据分析要什么系统",
        "要不要买智能传感仪表",
        "研发数据管理系统是哪一类",
        "多维数据分析谁来做",
        "质量管理类系统有哪些",
        "仿真管理平台",
        "安环管理平台",
    ],
)
def test_plain_questions_are_left_alone(question: str, founding_speller: tuple[Speller, tuple[str, ...]]) -> None:
    assert founding_speller[0].read(question).changes == ()
