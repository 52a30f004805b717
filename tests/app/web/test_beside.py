"""A clause in a table of two texts: its words are the stored ones, whatever is set off in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.web.parts.beside import SOURCE, clause_html, difference_marks, words_html
from app.web.parts.downloads import written
from corpus.clause import Clause
from kg.variants.difference import Difference, ForceChange, NameChange, QuantityChange, Words
from tests.app.html_text import texts

AT = 40


def clause(text: str) -> Clause:
    return Clause("d/1", "d", "", (), "requirement", text, text, AT, AT + len(text), "r", label="a", forces=("shall",))


def words(text: str, part: str) -> Words:
    start = AT + text.index(part)
    return Words("d/1", start, start + len(part), part)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6))
def test_the_words_are_the_stored_ones_under_any_marks(text: str, spans: list[tuple[int, int]]) -> None:
    stretches = [(Words("d/1", start, end, ""), f"gb-own s{number}") for number, (start, end) in enumerate(spans)]
    shown = f'<p class="all">{words_html(clause(text), stretches)}</p>'
    assert texts(shown, "all") == [text.replace("\n", "")]


def test_a_figure_stands_above_the_words_around_it_and_a_force_above_all() -> None:
    text = "应达到30%以上"
    figure = QuantityChange("比例", None, None, words(text, "30%"), None, "left")
    force = ForceChange("shall", "should", words(text, "应"), words(text, "应"))
    name = NameChange("object", "x", words(text, "以上"))
    difference = Difference("stronger", (force,), (figure,), (), (name,), (words(text, text),))
    shown = words_html(clause(text), difference_marks(clause(text), difference, "left"))
    assert texts(shown, "gb-figure") == ["30%"]
    assert texts(shown, "gb-turned") == ["应"]
    assert "".join(texts(shown, "gb-own-left")) == "达到30%以上"


def test_nothing_is_set_off_where_the_texts_are_the_same() -> None:
    text = "应实现"
    assert not list(difference_marks(clause(text), Difference("equal", left_only=(words(text, "应"),)), "left"))
    assert not list(difference_marks(clause(text), None, "right"))


def test_what_the_other_side_names_elsewhere_is_not_its_own() -> None:
    text = "应用MES"
    name = NameChange("system", "MES", words(text, "MES"), elsewhere="e/2")
    assert not list(difference_marks(clause(text), Difference("overlaps", dropped=(name,)), "left"))


def test_markup_in_a_document_stays_text() -> None:
    shown = clause_html(clause("<img src=x onerror=alert(1)>"), "<b>a</b>")
    assert "<img" not in shown and "<b>" not in shown
    assert f'data-pick="{SOURCE}d/1"' in shown


def test_a_file_is_the_bytes_that_were_written() -> None:
    assert written(lambda target: target.write_bytes(target.suffix.encode()), ".md") == b".md"
