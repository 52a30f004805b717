from __future__ import annotations

from kg.ladders.ladder_json import CHANGES, ladders_to_json
from kg.ladders.oddities import oddities
from tests.kg.ladders.small import BY_ID, ladders


def test_the_object_has_every_key_and_counts_each_change() -> None:
    made = ladders()
    shown = ladders_to_json("one", made.tiers("one"), made.ladders("one"), BY_ID)
    assert list(shown) == ["document", "tiers", "from", "to", "between", "ladders", "summary"]
    assert shown["tiers"][0] == {"code": "low", "label": "低级"} and shown["from"] is None
    upkeep, _, care = shown["ladders"]
    assert (upkeep["subdomain_no"], care["subdomain_no"], care["element"]) == (19, None, None)
    assert upkeep["cells"][0]["force_counts"] == {"shall": 1, "should": 1}
    assert upkeep["cells"][0]["clauses"][1] == {
        "id": "one/19/low/b",
        "label": "b",
        "text": "宜诊断故障。",
        "forces": ["should"],
    }
    assert care["cells"][0] | {"clauses": []} == {
        "tier": "low",
        "tier_label": "低级",
        "required": False,
        "ids": ["one/c/low"],
        "force_counts": {},
        "clauses": [],
    }
    step = upkeep["steps"][0]
    assert list(step) == ["from", "to", "compared_with", *CHANGES, "changes"]
    assert (step["new"], step["raised"], step["not_restated"]) == (
        ["one/19/high/b"],
        ["one/19/high/a"],
        ["one/19/low/a"],
    )
    assert shown["summary"]["subdomains"] == 3
    first = shown["summary"]["steps"][0]
    assert first["counts"] == {**dict.fromkeys(CHANGES, 0), "new": 2, "raised": 1, "not_restated": 2}
    assert first["first_required"] == 1


def test_a_change_points_at_words_of_both_sides() -> None:
    made = ladders()
    shown = ladders_to_json("one", made.tiers("one"), made.between("one", "low", "high"), BY_ID, ("low", "high"))
    assert (shown["from"], shown["to"]) == ("low", "high")
    raised, new, kept = shown["ladders"][0]["steps"][0]["changes"]
    assert raised["force_change"] == "should→shall" and raised["reason"] == "“宜”改为“应”"
    assert [(one["side"], one["role"], one["id"], one["text"]) for one in raised["words"]] == [
        ("lower", "force", "one/19/low/b", "宜"),
        ("upper", "force", "one/19/high/a", "应"),
    ]
    assert (new["reason"], new["confidence"], new["lower"]) == ("低级没有与它相应的条文", None, [])
    assert kept["reason"] == "高级没有重复，仍然适用" and kept["not_repeated"] == []
    assert shown["ladders"][2]["steps"][0]["changes"][0]["reason"] == "高级以下不作要求"


def test_oddities_are_told_as_printed() -> None:
    upkeep, energy, care = ladders().ladders("one")
    assert [(one.kind, one.tier) for one in oddities(upkeep, BY_ID)] == [("relaxed", "top"), ("weaker_cell", "top")]
    assert oddities(upkeep, BY_ID)[0].text == "顶级用“宜”，高级 b 用“应”，原文如此"
    assert [(one.kind, one.clauses) for one in oddities(energy, BY_ID)] == [
        ("not_required_above", ("one/21/low", "one/21/high"))
    ]
    assert [(one.kind, one.tier) for one in oddities(care, BY_ID)] == [("no_governing_word", "high")]
