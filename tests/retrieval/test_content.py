"""What a question is about, without who it is asked of and how it is asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.content import content_of

NAMES = ("示范车间", "示范车间分级要求", "青田县", "智能工厂")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("机器老停机没人知道,智能工厂里写在哪一条", "机器老停机没人知道"),
        ("请问一下,青田县机器老停机怎么讲", "机器老停机"),
        ("智能工厂对机器老停机有没有要求", "机器老停机"),
        ("那么,机器老停机这事文件里怎么说的呢", "机器老停机"),
        ("麻烦查一下机器老停机", "机器老停机"),
        ("示范车间分级要求里,新人先教他怎么干活不出事?", "新人先教他怎么干活不出事"),
        ("机器老停机，夜里没人管；青田县提到了没有", "机器老停机，夜里没人管"),
    ],
)
def test_names_and_asking_are_left_out(text: str, content: str) -> None:
    assert content_of(text, NAMES) == content


@pytest.mark.parametrize(
    "text",
    [
        "在线检测设备坏了谁管",
        "在制品堆在过道上",
        "在库物料老是对不上",
        "问题怎么追溯到班组",
        "对讲机怎么配到班组",
        "对账总是对不上",
        "按需生产怎么排",
        "按钮坏了谁来修",
        "里程怎么记到车上",
        "机器人怎么算产量",
        "有没有机器人巡检",
    ],
)
def test_words_that_only_begin_or_end_like_asking_stay(text: str) -> None:
    assert content_of(text, NAMES) == text


def test_the_longest_name_is_taken_out_first() -> None:
    assert content_of("示范车间分级要求对夜班怎么安排", ("示范车间", "示范车间分级要求")) == "夜班怎么安排"


@pytest.mark.parametrize("text", ["智能工厂", "青田县怎么说", "请问智能工厂有什么要求", "", "的", "？？", "那"])
def test_a_question_with_next_to_nothing_else_stays_as_it_is(text: str) -> None:
    assert content_of(text, NAMES) == text


PIECES = (
    "智能工厂",
    "青田县",
    "机器坏了",
    "夜里没人管",
    "请问",
    "那么",
    "在",
    "里",
    "怎么说",
    "写在哪一条",
    "，",
    "？",
    " ",
    "吗",
)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=40))
def test_content_is_made_of_the_question_and_never_empty(text: str) -> None:
    content = content_of(text, NAMES)
    assert bool(content) == bool(text)
    if content != text:
        rest = text
        for part in re.split("[， ]", content):
            assert part in rest
            rest = rest[rest.index(part) + len(part) :]
        assert not any(name in content for name in NAMES)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_what_was_left_is_left_again(text: str) -> None:
    assert len(content_of(content_of(text, NAMES), NAMES)) <= len(content_of(text, NAMES))
