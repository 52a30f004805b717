"""The page of comparisons, run without a browser."""

from __future__ import annotations

import re
import time
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from app.compared import briefing_of, targets
from app.web.variants.kept import Kept
from app.web.variants.words import SURENESS, sureness_of
from kg.variants.comparison import ComparedSide, Comparison
from kg.views.making import make_view
from tests.app.html_text import texts
from tests.app.web.drawn import html

WAIT_S = 60
LEFT, RIGHT = "pujiang-plan", "guangxi-modes"


@pytest.fixture(scope="module")
def comparison(workspace: Workspace) -> Comparison:
    return workspace.comparing.compare(LEFT, RIGHT)


def compare_page() -> None:
    from app.web.opened import opened_now
    from app.web.variants.page import draw

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def page(built_data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return AppTest.from_function(compare_page, default_timeout=WAIT_S)


def drawn(page: AppTest, **address: str) -> str:
    """The page's HTML, that of its own tables too, as soon as the comparison is there."""
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    until = time.monotonic() + WAIT_S
    while any(one.label == "取消" for one in page.button) and time.monotonic() < until:
        page.run()
    assert not page.exception
    return html(page)


def sided(page: AppTest, **address: str) -> str:
    return drawn(page, left=LEFT, right=RIGHT, **address)


def test_the_rows_are_those_of_the_command(page: AppTest, comparison: Comparison) -> None:
    shown = sided(page, relation="stronger,weaker")
    wanted = [row for row in comparison.rows if row.relation in ("stronger", "weaker")]
    relations = re.findall(r'class="gb-pair" data-relation="(\w+)"', shown)
    assert Counter(relations) == Counter(row.relation for row in wanted)
    for row in wanted:
        assert all(f'data-clause="{one}"' in shown for one in (*row.left, *row.right))


def test_figures_and_words_that_differ_are_marked_in_both_texts(page: AppTest, comparison: Comparison) -> None:
    row = next(
        row for row in comparison.rows if row.difference and row.difference.left_only and row.difference.right_only
    )
    shown = sided(page, relation=row.relation, topic=row.topic.name)
    assert row.difference is not None
    marked = ("".join(texts(shown, f"gb-own-{side}")) for side in ("left", "right"))
    for held, own in zip(marked, (row.difference.left_only, row.difference.right_only), strict=True):
        assert own[0].text.replace("\n", "")[:4] in held


def test_how_sure_a_row_is_stands_in_words_and_sifts(page: AppTest, comparison: Comparison) -> None:
    shown = sided(page, relation="overlaps", sure="unsure,likely")
    held = [
        row for row in comparison.rows if row.relation == "overlaps" and (row.confidence or 0.0) < SURENESS["sure"][0]
    ]
    assert held and shown.count('data-relation="overlaps"') == min(25, len(held))
    assert set(texts(shown, "gb-sure")) <= {"把握中等", "把握小"}
    assert "语义相近" not in re.sub(r'title="[^"]*"', "", shown) and "意思相近" in shown
    assert page.query_params["sure"] == "unsure,likely"


def test_a_row_is_called_sure_from_a_confidence_on() -> None:
    assert [sureness_of(one) for one in (0.55, 0.6999, 0.7, 0.8499, 0.85, 1.0)] == [
        "unsure", "unsure", "likely", "likely", "sure", "sure",
    ]  # fmt: skip


def test_the_address_holds_the_pair_that_nobody_chose(page: AppTest) -> None:
    drawn(page)
    for side in ("left", "right"):
        assert page.query_params[side] == page.selectbox(key=f"compare:{side}").value


def test_what_stands_alone_says_so_and_what_comes_nearest(page: AppTest, comparison: Comparison) -> None:
    shown = sided(page, relation="only_left")
    alone = [row for row in comparison.rows if row.relation == "only_left"]
    assert "右边没有找到讲同一件事的条文" in texts(shown, "gb-none")
    assert "最接近的（不算对应" in shown
    more = [one for one in page.button if str(one.key) == "compare-more"]
    assert bool(more) == (len(alone) > 25)


def test_a_topic_limits_the_rows_as_on_the_command_line(page: AppTest, workspace: Workspace) -> None:
    shown = sided(page, topic="MES")
    rows = workspace.comparing.compare(LEFT, RIGHT, "MES").rows
    assert rows and shown.count('class="gb-pair" data-relation=') == len(rows)
    assert page.query_params["topic"] == "MES"


def test_a_topic_that_nothing_is_about_says_what_to_do(page: AppTest) -> None:
    sided(page, topic="量子引力")
    assert "换一个主题" in page.info[0].value


def test_the_national_level_is_marked_as_proposed(page: AppTest) -> None:
    shown = drawn(page, left="zj-graded", right="national", relation="similar")
    assert set(texts(shown, "gb-proposed")) == {"推定"}
    assert "不是官方对应" in texts(shown, "gb-foot")[0]


def test_two_targets_with_clauses_in_common_say_so_and_the_page_stays(page: AppTest) -> None:
    shown = drawn(page, left="zj-graded", right="zj-graded:smart-factory")
    assert len(texts(shown, "gb-error")) == 1
    assert page.selectbox(key="compare:left").value == "zj-graded"


def test_a_page_without_a_topic_is_the_same_when_it_is_drawn_again(page: AppTest) -> None:
    shown = sided(page, relation="overlaps")
    assert shown.count("data-relation=") > 1
    assert drawn(page).count("data-relation=") == shown.count("data-relation=")


def test_a_topic_that_is_cleared_shows_all_again(page: AppTest, comparison: Comparison) -> None:
    few = sided(page, topic="MES").count("data-relation=")
    page.selectbox(key="compare:topic").select(None).run()
    assert html(page).count("data-relation=") == min(25, len(comparison.rows)) > few
    assert "topic" not in page.query_params


def test_left_and_right_change_places(page: AppTest) -> None:
    sided(page)
    page.button(key="compare-swap").click().run()
    assert (page.selectbox(key="compare:left").value, page.selectbox(key="compare:right").value) == (RIGHT, LEFT)


def test_the_main_points_are_those_of_the_command(page: AppTest, workspace: Workspace, comparison: Comparison) -> None:
    shown = sided(page, view="brief")
    assert {"比了什么", "最能说明差别的几处", "不能说的"} <= set(texts(shown, "gb-brief-head"))
    telling = briefing_of(comparison, workspace, "zh").telling
    assert len(telling) == shown.count('class="gb-pair"')
    for one, told in zip(telling, texts(shown, "gb-text")[::2], strict=True):
        assert f"“{one.left.text}”".replace("\n", "") in told


def test_topics_show_how_deep_each_document_goes_and_the_clauses_of_a_cell(page: AppTest, workspace: Workspace) -> None:
    view = make_view("topics", workspace.library)
    row, at = next((row, 2) for row in range(len(view.rows)) if view.rows[row][2].likely)
    shown = drawn(page, view="topics", cell=f"{row}.{at}")
    cell = view.rows[row][at]
    assert f'data-pick="cell:{row}.{at}"' in shown
    assert re.search(r'class="gb-depth-[34]"', shown)
    cards = [str(one.key).rpartition(":")[2] for one in page.button if str(one.key).startswith("source:")]
    assert sorted(cards) == sorted(cell.clauses)
    assert any(told.startswith("推定：下面") for told in texts(shown, "gb-foot"))


@pytest.mark.parametrize("view", ["thresholds", "systems", "terms", "versions"])
def test_the_tables_hold_what_the_command_prints(page: AppTest, workspace: Workspace, view: str) -> None:
    shown = drawn(page, view=view, documents=LEFT)
    made = make_view(view, workspace.library, (LEFT,))
    assert shown.count("<tr") == len(made.rows) + 1
    assert page.query_params["documents"] == LEFT


def test_all_targets_can_be_compared(workspace: Workspace) -> None:
    known = targets(workspace)
    assert known["zj-graded:smart-factory"] == "《分级建设要求》·省级智能工厂"
    assert "guangxi-modes/离散型智能制造模式" in known
    assert len(set(known.values())) == len(known)


def test_the_eldest_comparison_gives_way() -> None:
    side = ComparedSide("a", "a", "《a》", ())
    kept = Kept(most=2)
    for name in ("1", "2", "3"):
        kept.put(("a", name), Comparison(side, side, name, ()))
    assert kept.get(("a", "1")) is None
    newest = kept.get(("a", "3"))
    assert newest is not None and newest.asked == "3"
