from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.dictionary import dump_words, general_words, parse_words, words_for
from retrieval.normalise import Normaliser
from retrieval.tokeniser import Tokeniser, bigrams

NORMALISE = Normaliser()
TOKENISER = Tokeniser({"设备": 900, "运维": 40, "工厂": 500, "智能": 700, "要求": 600}, ["设备运维", "MES"], NORMALISE)


@pytest.mark.parametrize(
    ("written", "same"),
    [("ＭＥＳ／ＥＲＰ", "mes/erp"), ("設備運維", "设备运维"), ("IPv６", "ipv6"), ("a\x00b\ud800", "a b?")],
)
def test_width_case_and_script_are_made_equal(written: str, same: str) -> None:
    assert NORMALISE(written) == same


def test_a_term_is_cut_whole_and_yields_its_parts() -> None:
    assert TOKENISER("智能工厂对设备运维的要求") == ["智能", "工厂", "设备运维", "设备", "运维", "要求"]


def test_latin_words_and_numbers_stay_whole() -> None:
    assert TOKENISER("ERP/MES系统，5G、IPv6，不低于30.5%")[:5] == ["erp", "mes", "系", "统", "5g"]
    assert "30.5" in TOKENISER("不低于30.5%")


def test_traditional_and_full_width_queries_are_cut_like_the_text() -> None:
    assert TOKENISER("設備運維　ＭＥＳ") == TOKENISER("设备运维 mes")


def test_a_tokeniser_of_the_stored_words_cuts_the_same() -> None:
    again = Tokeniser(parse_words(dump_words(TOKENISER.words)), (), NORMALISE)
    for text in ("智能工厂对设备运维有什么要求", "MES 与设备", "机器坏了"):
        assert again(text) == TOKENISER(text)


@given(st.text())
def test_any_text_is_cut_into_parts_of_itself(text: str) -> None:
    normalised = NORMALISE(text)
    assert all(token and token in normalised for token in [*TOKENISER(text), *bigrams(normalised)])


def test_nothing_is_printed_or_cached(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    Tokeniser({"设备": 1}, ["设备运维"], NORMALISE)("设备运维")
    assert capfd.readouterr() == ("", "")
    assert os.listdir(tmp_path) == []


def test_words_are_kept_where_they_are_common_or_occur() -> None:
    general = {"设备": 5000, "点巡检": 1, "狒狒": 1}
    assert words_for(["应开展点巡检"], general) == {"设备": 5000, "点巡检": 1}


def test_the_general_list_holds_ordinary_words() -> None:
    words = general_words()
    assert words["设备"] > 100 and len(words) > 100_000
