"""Signs that nobody sees are left out, counted, and the shape is moved along."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.composing import GridCell, GridTable, TextLine, compose
from corpus.readers.extracted import Extracted
from corpus.readers.unseen import without_unseen
from corpus.shape import LINE_BREAK

UNSEEN = "\x00\x07\x1b\x7f\x85\u200b\u200e\u202a\u202e\u2066\u2069\ufeff\xad\U000e0041"


def test_each_kind_is_left_out_and_counted() -> None:
    found = without_unseen(Extracted("智\u200b能\x00工\x07厂\u202e率\u2069不\ufeff低", "txt"))
    assert found.text == "智能工厂率不低"
    assert found.notes == (
        "略去看不见的控制字符 2 个。", "略去看不见的文字方向控制符 2 个。", "略去看不见的零宽字符 2 个。"
    )  # fmt: skip


def test_what_is_seen_or_parts_lines_and_cells_stays() -> None:
    text = f"甲\t乙{LINE_BREAK}丙\n\u3000丁\xa0戊👍🏽é"
    assert without_unseen(Extracted(text, "txt")) == Extracted(text, "txt")


WORDS = st.text(alphabet=f"甲乙丙{UNSEEN}", max_size=8)


@given(WORDS, st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), WORDS)
def test_cells_and_headings_keep_their_words(before: str, rows: list[tuple[str, str]], after: str) -> None:
    cells = tuple(GridCell(text, row, column) for row, pair in enumerate(rows) for column, text in enumerate(pair))
    text, shape = compose([TextLine(before, level=1), GridTable(len(rows), 2, cells), TextLine(f"尾{after}", level=2)])
    found = without_unseen(Extracted(text, "docx", shape))
    assert not set(found.text) & set(UNSEEN)
    seen = ["".join(sign for sign in text if sign not in UNSEEN) for text in (before, *(c.text for c in cells), after)]
    assert [found.text[one.start : one.end] for one in found.shape.tables[0].cells] == seen[1:-1]
    assert found.text[found.shape.headings[-1].start : found.shape.headings[-1].end] == f"尾{seen[-1]}"
    assert len(found.shape.tables[0].cells) == len(cells)
