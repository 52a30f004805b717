"""How documents of a library stand to each other."""

from __future__ import annotations

from typing import Any

from corpus.holdings.relations import related, relation_notes
from corpus.manifest import Meta, Repealed


def meta(identifier: str, **facts: Any) -> Meta:
    known = {
        "file": "x.txt",
        "title": f"{identifier}评定办法",
        "issuer": None,
        "region": None,
        "level": None,
        "year": None,
        "year_basis": "文中未写年份",
        "status": None,
        "sha256": f"{abs(hash(identifier)):064x}"[:64],
    }
    return Meta(id=identifier, **(known | facts))


def by_id(*metas: Meta) -> dict[str, Meta]:
    return {one.id: one for one in related(metas)}


def test_editions_know_each_other_in_their_order_whatever_came_first() -> None:
    for order in (("a", "a@2", "a@4"), ("a@4", "a@2", "a")):
        known = by_id(*(meta(one) for one in order), meta("b"))
        assert [(known[one].edition, known[one].former, known[one].later) for one in ("a", "a@2", "a@4", "b")] == [
            (1, None, "a@2"),
            (2, "a", "a@4"),
            (4, "a@2", None),
            (1, None, None),
        ]
        assert "a@2" in relation_notes(known["a"], known)[0]


def test_what_a_text_repeals_by_its_title_is_marked() -> None:
    repeals = (Repealed(title="云岭省数字工厂评定办法(试行)"),)
    known = by_id(
        meta("old", title="云岭省数字工厂评定办法（试行）", year=2020),
        meta("new", title="云岭省数字工厂评定管理办法", year=2024, repeals=repeals),
        meta("other", title="云岭省数字工厂评定办法"),
    )
    assert {one.id: one.repealed_by for one in known.values()} == {"old": "new", "new": None, "other": None}
    assert "云岭省数字工厂评定管理办法" in relation_notes(known["old"], known)[0]


def test_a_number_tells_which_of_two_texts_of_one_title_is_meant() -> None:
    repeals = (Repealed(title="云岭省数字工厂评定办法", number="云工信发〔2019〕1号"),)
    known = by_id(
        meta("first", title="云岭省数字工厂评定办法", number="云工信发〔2019〕1号"),
        meta("second", title="云岭省数字工厂评定办法", number="云工信发〔2019〕11号"),
        meta("new", repeals=repeals),
    )
    assert (known["first"].repealed_by, known["second"].repealed_by) == ("new", None)


def test_a_later_edition_of_one_title_is_not_repealed_by_the_former() -> None:
    title = "云岭省数字工厂评定办法"
    known = by_id(
        meta("a", title=title, repeals=(Repealed(title=title),)),
        meta("a@2", title=title, repeals=(Repealed(title=title),)),
    )
    assert (known["a"].repealed_by, known["a@2"].repealed_by) == ("a@2", None)


def test_equal_texts_are_told_of_each() -> None:
    known = by_id(meta("a", sha256="1" * 64), meta("b", sha256="1" * 64), meta("c", sha256="2" * 64))
    assert relation_notes(known["a"], known) == ("全文与 b 相同。",)
    assert relation_notes(known["b"], known) == ("全文与 a 相同。",) and relation_notes(known["c"], known) == ()
