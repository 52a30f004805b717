"""Rules that hold for any table at all, whatever a file says of its cells."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.clause import Clause
from corpus.layouts.tables import COUNT
from corpus.reading import read_clauses
from corpus.shape import HeadingPlace, Shape, TableCell, TablePlace
from tests.corpus.drawn import Merged, draw
from tests.corpus.reading_rules import check_rows

WORDS = st.sampled_from(
    (
        "", "", "序号", "要素", "指标", "要求", "条件", "评价内容", "分值", "备注", "目标值", "企业名称",
        "基础级", "先进级", "卓越级", "省级", "市级", "一星级", "数字化车间", "智能工厂", "省级智能工厂",
        "1", "2", "10分", "/", "——", "不作要求", "√", "○", "应建设MES。", "1.应联网；\n2.宜集成。",
        "1.应联网；2.宜集成；3.可上云。", "（一）应建。", "a）\n应建", "不低于30%", "投资不低于500万元",
        "一、基础条件", "二、先进级", "注：按上年计。", "合计", "签字：", "1.", "\n", " ", "|", "---",
        "应建设制造执行系统，实现生产全过程的透明化管理，并与ERP集成。", "离散行业：应建。",
    )
)  # fmt: skip
CELLS = st.one_of(WORDS, st.builds(Merged, WORDS, st.integers(1, 3), st.integers(1, 4)))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8).map(tuple)
PROSE = st.sampled_from(
    (
        "",
        "智能工厂制造业MES应用",
        "表1 先进级要素条件",
        "附件1\n\n智能工厂申报表",
        "一、基础级\n\n应建设。",
        "续表",
        "附件2\n智能工厂名单",
    )
)
DOCUMENTS = st.lists(st.one_of(PROSE, TABLES), min_size=1, max_size=5)
CELL_PLACES = st.builds(
    TableCell, st.integers(0, 60), st.integers(0, 60), st.integers(-1, 4), st.integers(-1, 4), st.integers(0, 9),
    st.integers(0, 100_000),
)  # fmt: skip
WRONG_SHAPES = st.builds(
    Shape,
    st.lists(
        st.builds(TablePlace, st.integers(0, 60), st.integers(0, 60), st.lists(CELL_PLACES, max_size=5).map(tuple)),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(HeadingPlace, st.integers(0, 60), st.integers(0, 60), st.integers(0, 9)), max_size=3).map(tuple),
)


def _cells_stand_once(source: str, shape: Shape, rows: tuple[Clause, ...]) -> None:
    """Each printed cell lies in rows that touch it, and no row goes over the edge of its line."""
    for place in shape.tables:
        for cell in place.cells:
            touched = [row for row in rows if row.start < cell.end and cell.start < row.end]
            words = source[cell.start : cell.end].strip()
            assert touched or not words or COUNT.fullmatch(words), f"no row for the cell {words!r}"
            assert all(row.start >= place.start and row.end <= place.end for row in touched)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
@example([(("1", "2"), ("基础级", "先进级"), ("/", "√"))])
def test_any_table_is_cut_into_rows_that_cover_it_and_never_overlap(parts: list[object]) -> None:
    source, shape = draw(*parts)  # type: ignore[arg-type]
    rows = read_clauses("doc", source, shape)
    check_rows(source, rows)
    _cells_stand_once(source, shape, rows)
    assert rows == read_clauses("doc", source, shape)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_the_same_tables_without_their_shape_are_covered_too(parts: list[object]) -> None:
    source, _ = draw(*parts)  # type: ignore[arg-type]
    check_rows(source, read_clauses("doc", source))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, WRONG_SHAPES)
def test_a_shape_that_does_not_fit_the_text_loses_nothing_of_it(parts: list[object], shape: Shape) -> None:
    source, _ = draw(*parts)  # type: ignore[arg-type]
    check_rows(source, read_clauses("doc", source, shape))


DRAWN = st.sampled_from(
    (
        "| 指标 | 要求 |", "|---|---|", "├──┼──┤", "| 1 |", "|", "||", "甲  乙  丙", "应 建  设", "+--+--+", "",
        "指标   要求   分值", "联网率   应联网   10", "————", "| 应建 | 宜联 | / |",
    )
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(DRAWN, max_size=12))
def test_tables_drawn_with_characters_lose_nothing(lines: list[str]) -> None:
    source = "\n".join(lines)
    check_rows(source, read_clauses("doc", source))
