"""What hostile documents broke once must not break again: texts that took for ever, names and facts that hid signs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time

import pytest

from corpus.assessing import assess
from corpus.errors import CorpusError
from corpus.facts import read_facts
from corpus.holdings.admitting import Known, admit
from corpus.holdings.arriving import Arrival, arrive
from corpus.holdings.corrections import parse_corrections
from corpus.holdings.given import Given
from corpus.holdings.record import Records
from corpus.readers.extracted import UnreadableError
from corpus.readers.opening import read_file
from corpus.readers.unseen import seen
from corpus.reading import read_clauses
from corpus.yaml_files import parse_yaml
from evals.hardness.changed_bytes import changed_file, random_bytes, renamed_file
from evals.hardness.changed_trees import changed_docx, changed_page, changed_xlsx
from evals.hardness.hard_input import Maker, bare_text
from evals.hardness.large_texts import large_texts
from evals.hardness.pdf_objects import changed_pdf
from evals.hardness.random_texts import random_table, random_text, repeated_piece
from evals.hardness.reading_chain import take

_TEXT = "甲省数字化车间管理办法\n第一条 申报企业应当依法登记注册，关键设备联网率不低于60%。\n"
_MAKERS = (
    random_bytes, changed_file, renamed_file, changed_docx, changed_xlsx, changed_page, changed_pdf, random_text,
    random_table, repeated_piece,
)  # fmt: skip


@pytest.mark.parametrize("maker", _MAKERS, ids=lambda maker: maker.__name__)
def test_hostile_documents_are_read_or_refused_and_nothing_else(maker: Maker, tmp_path: Path) -> None:
    for number in range(4):
        given = maker(Random(f"test {number}"))
        got = take(given, tmp_path)
        assert got.outcome in ("read", "refused") and not got.wrong, (number, given.name, got)


@pytest.mark.parametrize("maker", _MAKERS, ids=lambda maker: maker.__name__)
def test_the_same_chance_makes_the_same_document(maker: Maker) -> None:
    assert replace(maker(Random(3)), data=b"") == replace(maker(Random(3)), data=b"")
    if maker not in (changed_docx, changed_xlsx):  # an archive keeps when it was packed
        assert maker(Random(3)) == maker(Random(3))


@pytest.mark.parametrize(
    "source",
    ["· " * 15_000, "\n" * 60_000 + "附件", "总则 . . ." * 6_000, "目录\n" + "…… " * 10_000 + "\n一、总则\n"],
    ids=["spaced dots", "blank lines", "leaders", "contents"],
)
def test_what_once_took_minutes_takes_seconds(source: str) -> None:
    began = process_time()
    rows = read_clauses("doc", source)
    read_facts(source, None, "a.txt")
    assess(source, None, rows)
    assert process_time() - began < 30


def test_the_large_texts_are_large_and_each_of_another_shape() -> None:
    made = list(large_texts())
    assert len({(one.kind, one.name) for one in made}) == len(made) > 50
    assert all(len(one.data) > 90_000 for one in made)


def test_a_fault_of_the_chain_is_told(tmp_path: Path) -> None:
    got = take(bare_text("text", "a.txt", "甲\ud800乙"), tmp_path)
    assert got.outcome in ("read", "crashed")
    assert take(replace(bare_text("text", "a.txt", "x"), data=b"\xff"), tmp_path).outcome == "crashed"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("公告\x1b[31m.txt", "公告[31m.txt"),
        ("甲\n乙.txt", "甲 乙.txt"),
        ("fdp\u202etxt.exe", "fdptxt.exe"),
        ("\udcff.txt", "?.txt"),
        ("　全角 空格.txt", "　全角 空格.txt"),
    ],
)
def test_a_name_is_shown_without_what_nobody_sees(name: str, shown: str) -> None:
    assert seen(name) == shown


def test_a_file_with_signs_in_its_name_is_kept_without_them(tmp_path: Path) -> None:
    path = tmp_path / "公告\x1b[31m\u202e一.txt"
    path.write_text(_TEXT, encoding="utf-8")
    assert arrive(path).file == "公告[31m一.txt"


def test_the_reason_of_a_refusal_shows_no_sign_that_nobody_sees(tmp_path: Path) -> None:
    path = tmp_path / "空\x1b]0;x\x07\n.txt"
    path.write_bytes(b"")
    with pytest.raises(UnreadableError) as raised:
        read_file(path)
    assert "\x1b" not in str(raised.value) and "\n" not in str(raised.value)


@pytest.mark.parametrize("title", ["\x1b[31m红", "甲\n乙", "\u202e反", " ", "长" * 501])
def test_a_fact_given_by_hand_is_one_line_of_words(title: str) -> None:
    with pytest.raises(CorpusError, match=r"^title: .+ Give it as one line of words\.$"):
        Given(facts={"title": title}).parsed()
    with pytest.raises(CorpusError, match=r"facts\.title"):
        parse_corrections(f"facts: {{title: {_quoted(title)}}}".encode(), "更正.yaml")


@pytest.mark.parametrize("data", ["a: 2025-13-45", f"a: {'1' * 5_000}", "? [a]\n: b", "a: &a [*a]", "a: !!float x"])
def test_a_yaml_file_that_cannot_be_read_is_one_line(data: str) -> None:
    with pytest.raises(CorpusError) as raised:
        parse_yaml(data.encode(), "更正.yaml", "Correct the line.")
    assert "\n" not in str(raised.value)


def test_an_id_that_no_folder_can_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(_TEXT, encoding="utf-8")
    arrival: Arrival = arrive(path)
    known = Known(Records(), {}, lambda record: (_ for _ in ()).throw(AssertionError(record)))
    for name in ("a" * 65, "a" * 5_000, "../x", "/etc/x", "a@1", ""):
        with pytest.raises(CorpusError, match=r"^id .*cannot name a document\. .+\.$") as raised:
            admit(arrival, Given(id=name), known)
        assert len(str(raised.value)) < 300


def _quoted(text: str) -> str:
    escaped = text.encode("unicode_escape").decode("ascii")
    return f'"{escaped}"'
