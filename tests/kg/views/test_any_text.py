"""Views over any text: none fails, and every word that a cell points at stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.making import VIEW_NAMES, make_view
from tests.kg.views.shelves import Likely, document, library

PIECES = (
    *(
        "第一条 ",
        "应",
        "宜",
        "智能工厂",
        "（",
        "）",
        "《",
        "》",
        "不低于30%",
        "500万元",
        "前五",
        "2024年",
        "：",
        "；",
        "。",
    ),
    *(
        "\n",
        "一、",
        "1.",
        "MES（",
        "GB/T 1-2020",
        "是指",
        "包括",
        "、",
        "级（",
        " ",
        "\t",
        "附件1\n",
        "一式两份",
        "工厂的",
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=80))
def test_no_text_breaks_a_view_or_moves_a_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    one = document("any", text, title="某文", year=2024, basis="文中写明")
    shelf = library(one, meaning=Likely({}))
    for name in VIEW_NAMES:
        view = make_view(name, shelf)
        ids = {clause.id for clause in one.clauses}
        for cell in (cell for row in view.rows for cell in row):
            assert ids.issuperset(cell.clauses) and set(cell.clauses).issuperset(cell.likely)
            assert cell.words is None or text[cell.words.start : cell.words.end] == cell.words.text
