"""Text shown is the text stored, whatever it holds, and nothing in it becomes markup."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.web.parts.cards import card_html
from app.web.parts.marking import Mark, marked, residue_marks, word_marks
from app.web.parts.source_panel import window, window_html
from corpus.clause import Clause
from corpus.force import distinct_forces, provisions
from tests.app.html_text import texts

# A browser reads a carriage return or a null in HTML as something else; the stored texts hold neither.
TEXT = st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=80)


def clause(text: str, kind: str = "requirement") -> Clause:
    found = provisions(text)
    return Clause(
        id="x/1/a", document="x", section="1", path=("一",), kind=kind, text=text, plain=text, start=0, end=len(text),  # type: ignore[arg-type]
        rule="test", label="a", forces=distinct_forces(found), provisions=found,
    )  # fmt: skip


@given(TEXT, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=5))
@settings(max_examples=60, deadline=None)
def test_marks_change_no_character(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "m") for start, end in spans if start <= end]
    assert texts(f'<div class="all">{marked(text, marks)}</div>', "all") == [text]


@given(TEXT, st.integers(0, 80), st.integers(0, 80), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_a_window_shows_the_stored_text_and_marks_the_clause(source: str, one: int, other: int, around: int) -> None:
    start, end = sorted((min(one, len(source)), min(other, len(source))))
    shown = window(source, start, end, around, around)
    html = window_html(shown)
    assert texts(html, "gb-span") == [source[start:end]]
    assert texts(html, "gb-source") == [source[max(0, start - around) : end + around]]
    assert shown.more_before == (start > around)
    assert shown.more_after == (end + around < len(source))


def test_nothing_in_a_document_becomes_markup() -> None:
    text = "应<script>alert(1)</script>使用<img src=x onerror=alert(1)>“设备”&amp;"
    html = card_html(clause(text))
    assert "<script" not in html and "<img" not in html
    assert texts(html, "gb-text") == [f"a）{text}"]


def test_governing_words_are_marked_and_compounds_are_not() -> None:
    html = card_html(clause("应建立响应机制，宜应用大数据；可视化。"))
    assert texts(html, "gb-modal") == ["应", "宜"]
    assert texts(html, "gb-force") == ["应", "宜"]


def test_a_slash_is_shown_as_not_required() -> None:
    assert texts(card_html(clause("/", "not_required")), "gb-force") == ["不做要求"]


def test_words_of_a_question_are_marked_longest_first() -> None:
    text = "设备联网与MES的设备"
    found = [text[one.start : one.end] for one in word_marks(text, ["设备", "设备联网", "mes", "与"])]
    assert found == ["设备联网", "MES", "设备"]


def test_residue_is_dimmed_and_kept() -> None:
    text = "[bookmark: _Toc1]未来工厂\t建设"
    html = f'<p class="all">{marked(text, residue_marks(text))}</p>'
    assert texts(html, "all") == [text]
    assert texts(html, "gb-residue") == ["[bookmark: _Toc1]"]
