"""A profile indexed: answers by point, systems by code, days."""

from __future__ import annotations

from datetime import date

from tests.drafting.plans.made_up import MES, ground, practice


def test_the_day_that_counts_is_the_last_that_the_profile_speaks_of() -> None:
    assert ground(profile={"id": "p", "as_of": "2026-02"}).today == date(2026, 2, 28)


def test_answers_are_found_by_point_with_their_paths() -> None:
    known = ground(practices=[practice("a#1", "a#2"), practice("a#2")])
    assert [path for path, _ in known.answers["a#2"]] == ["practices[0]", "practices[1]"]
    assert "a#3" not in known.answers


def test_a_system_has_the_codes_that_its_name_holds() -> None:
    known = ground(systems=[{"name": "MES与WMS一体化平台", "state": "在用", "since": "2020"}])
    assert known.system_codes == (frozenset({"MES", "WMS"}),)
    assert known.holds("WMS") and not known.holds("APS")


def test_a_system_is_held_only_in_use_since_a_day() -> None:
    assert ground(systems=[MES]).holds("MES")
    assert not ground(systems=[MES | {"since": None}]).holds("MES")
    assert not ground(systems=[MES | {"since": "2027"}]).holds("MES")
    assert not ground(systems=[MES | {"state": "试运行"}]).holds("MES")


def test_names_lead_to_rows_and_rows_to_words() -> None:
    known = ground(systems=[MES])
    assert known.resolve("S1") == known.resolve("mes") == ("systems[0]",)
    assert "2022-05" in known.text("systems[0].since")


def test_days_begin_and_end() -> None:
    known = ground()
    assert known.begun("2026") and known.begun("2026-10-31") and not known.begun("2026-11-01")
    assert known.over("2026-09") and not known.over("2026-10") and not known.over("2026")
