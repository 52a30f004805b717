"""What a file that arrives is to the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.holdings.admitting import UnlikeError
from corpus.holdings.given import Given
from corpus.holdings.likeness import alike
from tests.corpus.holding import LATER, OTHER, RULES, Shelf, arrival


def test_a_new_file_is_a_new_document_named_after_it(tmp_path: Path) -> None:
    admitted = Shelf().admit(arrival(tmp_path, "yunling-rules.txt", RULES))
    assert (admitted.status, admitted.id) == ("added", "yunling-rules") and admitted.held is not None
    record = admitted.held.record
    assert record.title == "云岭省数字工厂评定办法" and record.year == 2023
    assert (record.file, record.format, admitted.held.text) == ("yunling-rules.txt", "txt", RULES)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    shelf, one = Shelf(), arrival(tmp_path, "rules.txt", RULES)
    first = shelf.admit(one)
    second = shelf.admit(one)
    assert second.status == "unchanged" and second.held == first.held


def test_another_text_under_a_known_id_is_a_new_edition(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "rules.txt", RULES), Given(id="yunling"))
    admitted = shelf.admit(arrival(tmp_path, "new.txt", LATER), Given(id="yunling"))
    assert (admitted.status, admitted.id) == ("updated", "yunling@2")
    assert "yunling" in admitted.notes[0] and set(shelf.held) == {"yunling", "yunling@2"}
    third = shelf.admit(arrival(tmp_path, "newer.txt", LATER + "\n补充一条。\n"), Given(id="yunling"))
    assert third.id == "yunling@3"


def test_an_earlier_edition_again_is_known(tmp_path: Path) -> None:
    shelf, one = Shelf(), arrival(tmp_path, "rules.txt", RULES)
    shelf.admit(one, Given(id="yunling"))
    shelf.admit(arrival(tmp_path, "new.txt", LATER), Given(id="yunling"))
    assert shelf.admit(one, Given(id="yunling")).status == "unchanged"
    assert shelf.admit(arrival(tmp_path, "copy.txt", LATER), Given(id="yunling")).id == "yunling@2"


def test_a_file_of_the_same_name_and_much_the_same_words_is_a_new_edition(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path / "a", "rules.txt", RULES))
    assert shelf.admit(arrival(tmp_path / "b", "rules.txt", LATER)).id == "rules@2"


def test_a_file_of_the_same_name_that_says_something_else_is_another_document(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path / "a", "annex.txt", RULES))
    admitted = shelf.admit(arrival(tmp_path / "b", "annex.txt", OTHER))
    assert (admitted.status, admitted.id) == ("added", "annex-2") and "--id annex" in admitted.notes[0]
    assert shelf.admit(arrival(tmp_path / "b", "annex.txt", OTHER)).status == "unchanged"


def test_two_files_of_one_run_are_no_editions_of_one_another(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path / "a", "annex.txt", RULES))
    assert shelf.admit(arrival(tmp_path / "b", "annex.txt", LATER), fresh=frozenset({"annex"})).id == "annex-2"


def test_another_file_is_another_document_though_it_says_the_same(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "one.txt", RULES))
    admitted = shelf.admit(arrival(tmp_path, "two.txt", RULES))
    assert (admitted.status, admitted.id) == ("added", "two")


def test_a_text_that_comes_with_the_product_is_not_taken_twice(tmp_path: Path) -> None:
    shelf = Shelf({"founding": RULES})
    assert shelf.admit(arrival(tmp_path, "founding.txt", RULES)).status == "unchanged" and shelf.held == {}
    assert shelf.admit(arrival(tmp_path, "founding.txt", LATER)).id == "founding@2"
    assert shelf.admit(arrival(tmp_path, "x.txt", OTHER), Given(id="founding", edition=True)).id == "founding@3"


def test_what_a_person_gave_stays_until_it_is_given_anew(tmp_path: Path) -> None:
    shelf, one = Shelf(), arrival(tmp_path, "rules.txt", RULES)
    shelf.admit(one, Given(facts={"region": "云岭省", "year": 2024}))
    assert shelf.admit(one).status == "unchanged"
    changed = shelf.admit(one, Given(facts={"year": 2025}))
    assert changed.status == "updated" and changed.held is not None
    record = changed.held.record
    assert (record.region, record.year, record.given) == ("云岭省", 2025, ("region", "year"))
    assert "给出" in record.year_basis and record.title == "云岭省数字工厂评定办法"


def test_corrections_stay_and_facts_given_by_hand_come_before_them(tmp_path: Path) -> None:
    shelf, one = Shelf(), arrival(tmp_path, "rules.txt", RULES)
    corrections = "facts:\n  title: 评定办法\n  year: 2022\n  issuer: null\n".encode()
    shelf.admit(one, Given(corrections=corrections))
    record = shelf.held["rules"].record
    assert (record.title, record.year, record.issuer) == ("评定办法", 2022, None) and record.corrections
    assert shelf.admit(one).status == "unchanged"
    shelf.admit(one, Given(facts={"title": "另一名称"}))
    assert shelf.held["rules"].record.title == "另一名称" and shelf.held["rules"].record.year == 2022
    assert shelf.admit(one, Given(corrections=corrections)).status == "unchanged"


@pytest.mark.parametrize("name", ["Yunling", "云岭", "a b", "a@2", "../x", "-a", ""])
def test_an_id_that_cannot_name_a_document_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="cannot name a document"):
        Shelf().admit(arrival(tmp_path, "rules.txt", RULES), Given(id=name))


def test_likeness_is_of_the_shorter_text() -> None:
    assert alike(RULES, LATER) > 0.6 and alike(RULES, RULES[:60]) > 0.9
    assert alike(RULES, OTHER) < 0.1 and alike("", "") == 1.0


def test_a_file_unlike_the_document_whose_id_is_given_is_no_edition_of_it(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "yunling.txt", RULES))
    with pytest.raises(UnlikeError) as refused:
        shelf.admit(arrival(tmp_path, "haiyang.txt", OTHER), Given(id="yunling"))
    said = str(refused.value)
    assert "云岭省数字工厂评定办法" in said and "海阳省" in said and "--edition" in said
    insisted = shelf.admit(arrival(tmp_path, "haiyang.txt", OTHER), Given(id="yunling", edition=True))
    assert (insisted.status, insisted.id) == ("updated", "yunling@2")


def test_a_new_title_or_new_words_alone_are_an_edition_s_right(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "yunling.txt", RULES))
    renamed = RULES.replace("云岭省数字工厂评定办法", "云岭省数字工厂管理细则")
    assert shelf.admit(arrival(tmp_path, "b.txt", renamed), Given(id="yunling")).id == "yunling@2"
    rewritten = OTHER.replace("关于开展海阳省星级车间申报工作的通知", "云岭省数字工厂管理细则").replace("海阳", "云岭")
    assert shelf.admit(arrival(tmp_path, "c.txt", rewritten), Given(id="yunling")).id == "yunling@3"


def test_a_founding_text_has_no_edition_that_is_unlike_it(tmp_path: Path) -> None:
    shelf = Shelf({"always": RULES})
    with pytest.raises(UnlikeError, match="no edition of always"):
        shelf.admit(arrival(tmp_path, "haiyang.txt", OTHER), Given(id="always"))
    assert shelf.admit(arrival(tmp_path, "later.txt", LATER), Given(id="always")).id == "always@2"


CORRECTED = """facts: {issuer: 云岭省工信厅, year: 2022}
rows:
- {text: 申报工厂宜建立能源管理系统。, kind: paragraph}
- {label: 二, section: 第二条, tier: 星级}
- {text: 为推动制造业数字化，制定本办法。, kind: step}
"""


def test_corrections_go_on_to_the_next_edition_where_the_words_are_the_same(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "yunling.txt", RULES), Given(corrections=CORRECTED.encode()))
    later = shelf.admit(arrival(tmp_path, "later.txt", LATER), Given(id="yunling"))
    assert later.held is not None and later.held.corrections is not None
    assert [row.text for row in later.held.corrections.rows] == ["为推动制造业数字化，制定本办法。"]
    assert later.held.corrections.fact_changes() == {"issuer": "云岭省工信厅"}
    assert later.held.record.issuer == "云岭省工信厅" and later.held.record.year == 2026
    assert later.corrections is not None and later.held.record.corrections is not None
    said = "".join(later.notes)
    assert "沿用 2 处" in said and "年份" in said and "“申报工厂宜建立能源管理系统。”" in said and "第二条 “二”" in said


def test_corrections_given_with_the_next_edition_take_the_place_of_the_former_s(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.admit(arrival(tmp_path, "yunling.txt", RULES), Given(corrections=CORRECTED.encode()))
    later = shelf.admit(arrival(tmp_path, "later.txt", LATER), Given(id="yunling", corrections=b"facts: {year: 2030}"))
    assert later.held is not None and later.held.corrections is not None
    assert later.held.corrections.rows == () and later.held.record.year == 2030
