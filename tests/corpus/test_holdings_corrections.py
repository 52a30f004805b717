"""Corrections: strict files, applied to rows without losing a character, told where they no longer fit."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from corpus.clause import Clause
from corpus.errors import CorpusError
from corpus.holdings.correcting import correct
from corpus.holdings.corrections import Corrections, parse_corrections
from corpus.reading import read_clauses
from tests.corpus.holding import RULES

CLAUSES = read_clauses("rules", RULES)
SYSTEM = next(clause for clause in CLAUSES if "制造执行系统" in clause.text)
ENERGY = next(clause for clause in CLAUSES if "能源管理" in clause.text)


def corrections(*rows: Mapping[str, object]) -> Corrections:
    return Corrections.model_validate({"rows": rows})


def corrected(*rows: Mapping[str, object]) -> tuple[Clause, ...]:
    found = correct(RULES, CLAUSES, corrections(*rows))
    assert found.notes == ()
    check(found.clauses)
    return found.clauses


def check(clauses: tuple[Clause, ...]) -> None:
    assert all(RULES[one.start : one.end] == one.text for one in clauses)
    assert all(before.end <= after.start for before, after in pairwise(clauses))
    assert len({one.id for one in clauses}) == len(clauses)
    landed = {place for one in clauses for place in range(one.start, one.end) if not RULES[place].isspace()}
    assert landed >= {place for one in CLAUSES for place in range(one.start, one.end) if not RULES[place].isspace()}


def test_nothing_to_correct_changes_nothing() -> None:
    assert correct(RULES, CLAUSES, None).clauses == CLAUSES
    assert correct(RULES, CLAUSES, Corrections()).clauses == CLAUSES


def test_kind_tier_track_and_force_are_told_by_text() -> None:
    row = {"text": ENERGY.text, "kind": "threshold", "tier": "领先级", "track": "离散型", "force": "shall"}
    found = next(one for one in corrected(row) if one.id == ENERGY.id)
    assert (found.kind, found.tier_label, found.track, found.forces) == ("threshold", "领先级", "离散型", ("shall",))
    assert found.tier and found.rule.endswith("+corrected")
    assert [(one.start, one.end) for one in found.provisions] == [(found.start, found.end)]
    silent = next(one for one in corrected({"text": ENERGY.text, "force": "none"}) if one.id == ENERGY.id)
    assert silent.forces == ("none",) and silent.provisions == ()


def test_two_rows_of_one_tier_share_its_code() -> None:
    rows = corrected({"text": ENERGY.text, "tier": "甲级"}, {"text": SYSTEM.text, "tier": "甲级"})
    assert len({one.tier for one in rows if one.tier_label == "甲级"}) == 1
    others = corrected({"text": ENERGY.text, "tier": "甲级"}, {"text": SYSTEM.text, "tier": "乙级"})
    assert len({one.tier for one in others if one.tier}) == 2


def test_a_row_is_found_by_label_and_section() -> None:
    row = {"label": ENERGY.label, "section": ENERGY.section, "kind": "paragraph"}
    assert next(one for one in corrected(row) if one.id == ENERGY.id).kind == "paragraph"


def test_web_residue_becomes_a_plain_paragraph() -> None:
    found = next(one for one in corrected({"text": SYSTEM.text, "ignore": True}) if one.id == SYSTEM.id)
    assert (found.kind, found.tier) == ("paragraph", None)


def test_a_row_is_split_and_each_part_read_again() -> None:
    rows = corrected({"text": SYSTEM.text, "split": ["设备联网率"]})
    parts = [one for one in rows if one.id.startswith(SYSTEM.id) and one.path == SYSTEM.path]
    assert [one.text for one in parts][-1].startswith("设备联网率") and len(parts) == 2
    assert [len(one.quantities) for one in parts] == [0, 1] and parts[0].id == SYSTEM.id


def test_rows_are_joined() -> None:
    rows = corrected({"text": SYSTEM.text, "join": 1})
    joined = next(one for one in rows if one.id == SYSTEM.id)
    assert joined.text.startswith(SYSTEM.text) and joined.text.endswith(ENERGY.text)
    assert len(rows) == len(CLAUSES) - 1 and set(joined.forces) >= {"shall", "should"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": "文中没有的一句。", "kind": "step"}, "文中没有这样的条目"),
        ({"text": SYSTEM.text, "split": ["没有的字"]}, "其中没有"),
        ({"text": SYSTEM.text, "split": [SYSTEM.text[:3]]}, "就在开头"),
        ({"text": CLAUSES[-1].text, "join": 1}, "后面不足 1 条"),
    ],
)
def test_what_no_longer_fits_is_told_and_nothing_changed(row: dict[str, object], said: str) -> None:
    found = correct(RULES, CLAUSES, corrections(row))
    assert found.clauses == CLAUSES and len(found.notes) == 1 and said in found.notes[0]


def test_a_row_that_stands_twice_must_be_told_apart() -> None:
    text = "一、要求\n\n应联网。\n\n二、条件\n\n应联网。\n"
    clauses = read_clauses("x", text)
    found = correct(text, clauses, corrections({"text": "应联网。", "kind": "step"}))
    assert found.clauses == clauses and "2 条" in found.notes[0]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("facts:\n  colour: red\n", "facts.colour"),
        ("rows:\n- text: 甲\n  knd: step\n", "rows.0.knd"),
        ("rows:\n- text: 甲\n  kind: stop\n", "rows.0.kind"),
        ("rows:\n- kind: step\n", "found by its text"),
        ("rows:\n- text: 甲\n", "changes nothing"),
        ("rows:\n- text: 甲\n  split: [乙]\n  join: 1\n", "not both"),
        ("facts:\n  title: null\n", "title cannot be null"),
        ("facts:\n  year: 3\n", "facts.year"),
        ("facts:\n  year: 2020\n  year: 2021\n", "year stands twice"),
        ("rows: 3\n", "rows"),
        ("- a\n", "the file"),
        ("facts: [\n", "not valid"),
        ("a: !!python/object/apply:os.getcwd []\n", "not valid"),
    ],
)
def test_a_wrong_key_is_named(written: str, said: str) -> None:
    with pytest.raises(CorpusError, match=r"corrections fix\.yaml") as refused:
        parse_corrections(written.encode(), "fix.yaml")
    assert said in str(refused.value)


def test_an_empty_file_corrects_nothing_and_a_huge_one_is_refused() -> None:
    assert parse_corrections(b"", "fix.yaml") == Corrections()
    with pytest.raises(CorpusError, match="larger than"):
        parse_corrections(b"#" * (1 << 21), "fix.yaml")
