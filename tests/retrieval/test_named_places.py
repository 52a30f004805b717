"""Places that questions print: with a document or without one, and what only looks like a place."""

from __future__ import annotations

import pytest

from corpus.manifest import Meta
from retrieval.frame import QueryFrame
from retrieval.named_places import NamedPlaces, printed_places


def meta(identifier: str, title: str, region: str | None) -> Meta:
    return Meta(id=identifier, file="x.txt", title=title, issuer=None, region=region, level=None, year=None,
                year_basis="未写年份", status=None, sha256="ab" * 32)  # fmt: skip


AT_HAND = NamedPlaces(
    [
        meta("scheme", "浙江省分级建设要求", "浙江省"),
        meta("plan", "浦江县实施方案", "浙江省金华市浦江县"),
        meta("modes", "智能制造新模式", "广西壮族自治区"),
        meta("heshan", "鹤山省数字工厂办法", "鹤山省"),
        meta("notice", "云港2024", None),
    ]
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("请问鄂北省先进级的联网率", ["鄂北省"]),
        ("鄂北省丰水县的智能工厂", ["鄂北省", "丰水县"]),
        ("帮忙瞧瞧鄂北省智能工厂", ["鄂北省"]),
        ("我厂在滨海新区，双流区的也行", ["滨海新区", "双流区"]),
        ("临江市和长岭自治州比", ["临江市", "长岭自治州"]),
    ],
)
def test_places_printed_with_their_rank(question: str, names: list[str]) -> None:
    assert [name for name, _ in printed_places(question)] == names


@pytest.mark.parametrize(
    "question",
    [
        "哪个省的数字化率要达到60%", "评上省级智能工厂", "各市县的补助", "省里和市里谁批", "节省人工", "企业准备上市",
        "市场占有率多少", "生产区、办公区和仓储区", "高新区和经济技术开发区的企业", "制造强省", "试点县", "全市有几家",
        "分区管理", "基于区块链的追溯", "智慧城市", "园区内的企业", "省工信厅怎么审", "所在市的主管部门",
    ],
)  # fmt: skip
def test_words_that_only_look_like_places(question: str) -> None:
    assert list(printed_places(question)) == []


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("鄂北省先进级的联网率", ("鄂北省",)),
        ("丰水县要什么条件", ("丰水县",)),
        ("浙江省丰水县要什么条件", ()),
        ("杭州市的企业", ()),
        ("金华市的企业", ()),
        ("江苏省和浙江省", ("江苏",)),
        ("云港的要求", ()),
        ("广西壮族自治区的模式", ()),
    ],
)
def test_a_place_is_missing_where_no_document_is_of_it_or_holds_there(question: str, missing: tuple[str, ...]) -> None:
    assert AT_HAND.missing(question) == missing


def test_the_documents_of_a_place_are_those_of_all_within_it() -> None:
    assert AT_HAND.documents("浙江省智能工厂的联网率") == ("scheme", "plan")
    assert AT_HAND.documents("浦江的条件") == ("plan",)
    assert AT_HAND.documents("除了浙江，别的省怎么写") == ()
    assert AT_HAND.allow("heshan", "鹤山省的联网率") and not AT_HAND.allow("heshan", "浙江省的联网率")
    assert AT_HAND.allow("heshan", "联网率多少") and not AT_HAND.allow("heshan", "鄂北省的联网率")


def test_a_frame_tells_the_missing_place() -> None:
    text = "鄂北省的联网率"
    marked = AT_HAND.marked(QueryFrame(question=text, text=text, language="zh"))
    assert marked.absent_places == ("鄂北省",) and marked.notes == ("所收文件里没有“鄂北省”的文件。",)
    plain = QueryFrame(question="联网率", text="联网率", language="zh")
    assert AT_HAND.marked(plain) == plain
