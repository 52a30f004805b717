"""Queries on tiers, cells and governing words, held against what was read in the printed tables of zj-graded."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tests.kg.asking import Ask, column, columns
from tests.kg.ladder import DOMAINS, LADDER, TIERS

GRADED = "zj-graded"


def _counts(position: int) -> dict[int, int]:
    return {number: row[position] for number, row in LADDER.items()}


def test_the_ladder_has_every_cell_with_its_number_of_requirements(ask: Ask) -> None:
    rows = ask("subdomain-ladder")
    assert {(row["subdomain_no"], row["tier"]): row["requirements"] for row in rows} == {
        (number, tier): counts[position] for number, counts in LADDER.items() for position, tier in enumerate(TIERS)
    }
    assert {row["domain"]: row["subdomain_no"] in DOMAINS[str(row["domain"])] for row in rows} == dict.fromkeys(
        DOMAINS, True
    )
    mandatory = {(row["subdomain_no"], row["tier"]): row["mandatory"] for row in rows}
    assert mandatory[17, "digital-workshop"] == 1, "a）应, b）c）d）宜"
    assert mandatory[22, "future-factory"] == 0, "a）b）宜"
    assert mandatory[1, "smart-factory"] == 3, "b）and c）say 应 first, then 宜"


def test_a_tier_has_the_domains_and_subdomains_that_the_document_states(ask: Ask) -> None:
    rows = ask("counts-by-tier")
    assert columns(rows, "tier", "domains", "subdomains", "requirements", "not_required") == [
        ("digital-workshop", 8, 24, 47, 20),
        ("smart-factory", 11, 34, 67, 10),
        ("future-factory", 14, 44, 111, 0),
    ]
    assert column(rows, "tier_label") == ["省级数字化车间", "省级智能工厂", "未来工厂"]


def test_domains_hold_the_requirements_of_their_subdomains(ask: Ask) -> None:
    rows = {(row["domain"], row["tier"]): row["requirements"] for row in ask("counts-by-domain") if row["tier"]}
    for domain, numbers in DOMAINS.items():
        for position, tier in enumerate(TIERS):
            expected = sum(LADDER[number][position] for number in numbers)
            assert rows.get((domain, tier), 0) == expected


def test_governing_words_are_counted_by_tier(ask: Ask) -> None:
    rows = [row for row in ask("counts-by-force") if row["document"] == GRADED]
    assert {(row["tier"], row["force"]): row["requirements"] for row in rows} == {
        ("digital-workshop", "shall"): 38,
        ("digital-workshop", "should"): 8,
        ("digital-workshop", "may"): 2,
        ("digital-workshop", "none"): 1,
        ("smart-factory", "shall"): 62,
        ("smart-factory", "should"): 6,
        ("smart-factory", "none"): 1,
        ("future-factory", "shall"): 102,
        ("future-factory", "should"): 7,
        ("future-factory", "none"): 2,
    }


def test_cells_hold_their_clauses_in_reading_order(ask: Ask) -> None:
    rows = ask("cells")
    assert Counter((row["number"], row["tier"]) for row in rows) == {
        (str(number), tier): max(counts[position], 1)
        for number, counts in LADDER.items()
        for position, tier in enumerate(TIERS)
    }
    assert columns(rows, "document", "number", "tier", "clause")[:2] == [
        (GRADED, "1", "digital-workshop", "zj-graded/1/digital-workshop/a"),
        (GRADED, "1", "digital-workshop", "zj-graded/1/digital-workshop/b"),
    ]


def test_a_slash_is_told_with_what_the_next_tier_asks(ask: Ask) -> None:
    rows = ask("cells-not-required")
    expected = {
        (number, tier): counts[position + 1]
        for number, counts in LADDER.items()
        for position, tier in enumerate(TIERS)
        if counts[position] == 0
    }
    assert len(expected) == 30
    assert {(row["subdomain_no"], row["tier"]): row["required_there"] for row in rows} == expected
    assert {row["tier"]: row["next_tier"] for row in rows} == dict(pairwise(TIERS))


def test_a_subdomain_begins_at_its_first_tier(ask: Ask) -> None:
    first = {number: next(i for i, n in enumerate(counts) if n) for number, counts in LADDER.items()}
    assert {row["subdomain_no"]: row["tier"] for row in ask("subdomains-first-required")} == {
        number: TIERS[position] for number, position in first.items()
    }
    assert Counter(first.values()) == {0: 24, 1: 10, 2: 10}


def test_twenty_four_subdomains_are_asked_for_at_every_tier(ask: Ask) -> None:
    rows = ask("subdomains-asked-at-every-tier")
    assert len(rows) == 24
    assert {row["subdomain_no"]: row["requirements"] for row in rows} == {
        number: sum(counts) for number, counts in LADDER.items() if all(counts)
    }
    assert set(column(rows, "tiers")) == {3}


def test_a_tier_asks_newly_where_the_one_below_has_a_slash(ask: Ask) -> None:
    for position, tier, total in ((1, "smart-factory", 13), (2, "future-factory", 25)):
        rows = ask("newly-asked-requirements", tier=tier)
        expected = {
            n: counts[position] for n, counts in LADDER.items() if counts[position] and not counts[position - 1]
        }
        assert Counter(row["subdomain_no"] for row in rows) == expected
        assert len(rows) == total
    assert ask("newly-asked-requirements") == ask("newly-asked-requirements", tier="future-factory")
    assert ask("newly-asked-requirements", tier="digital-workshop") == (), "no tier lies below"


def test_a_cell_is_quoted_clause_by_clause(ask: Ask) -> None:
    rows = ask("requirements-of-cell")
    assert columns(rows, "clause", "label", "force") == [
        ("zj-graded/19/smart-factory/a", "a", "应"),
        ("zj-graded/19/smart-factory/b", "b", "应"),
    ]
    assert str(rows[0]["text"]).startswith("应实现设备联网，利用智能终端开展点巡检")
    mixed = ask("requirements-of-cell", subdomain_no="1")
    assert columns(mixed, "label", "force") == [("a", "应"), ("b", "应 宜"), ("c", "应 宜")]
    (slash,) = ask("requirements-of-cell", tier="digital-workshop", subdomain_no="11")
    assert (slash["clause"], slash["text"], slash["force"]) == ("zj-graded/11/digital-workshop", "/", None)


def test_a_cell_is_put_beside_those_below_it(ask: Ask) -> None:
    rows = ask("cell-and-below")
    assert column(rows, "tier_label") == ["未来工厂"] * 3 + ["省级智能工厂"] * 2 + ["省级数字化车间"] * 2
    assert column(rows, "label") == ["a", "b", "c", "a", "b", "a", "b"]
    only_above = ask("cell-and-below", subdomain_no="35")
    assert column(only_above, "text")[-2:] == ["/", "/"] and len(only_above) == 5
    assert len(ask("cell-and-below", tier="smart-factory")) == 4


def test_names_are_new_where_no_lower_cell_of_the_subdomain_has_them(ask: Ask) -> None:
    rows = ask("names-new-in-cell")
    new = {(row["subdomain_no"], row["name"]) for row in rows}
    assert {(19, name) for name in ("振动分析", "声学分析", "特征工程", "迁移学习")} <= new
    assert {name for number, name in new if number == 22} >= {"物联网", "区块链"}
    assert not {(22, "智能传感"), (22, "大数据")} & new, "省级智能工厂 names them in 22 already"
    lower = {(row["subdomain_no"], row["name"]) for row in ask("names-new-in-cell", tier="smart-factory")}
    assert {(15, "APS"), (17, "QMS"), (17, "LIMS")} <= lower
    assert (13, "CAD") not in lower, "省级数字化车间 names CAD in 13 already"


def test_cells_whose_should_is_gone_one_tier_up(ask: Ask) -> None:
    rows = ask("cells-raised-to-shall")
    assert columns(rows, "subdomain_no", "tier", "next_tier", "recommended", "mandatory_there") == [
        (10, "smart-factory", "future-factory", 1, 5),
        (14, "digital-workshop", "smart-factory", 1, 3),
        (16, "digital-workshop", "smart-factory", 1, 3),
        (21, "digital-workshop", "smart-factory", 1, 2),
    ]


def test_clauses_that_may_have_been_raised_from_should_to_shall(ask: Ask) -> None:
    rows = ask("clauses-raised-to-shall")
    first = rows[0]
    assert [row["recommended"] for row in rows if row["same_words"]] == ["zj-graded/10/smart-factory/d"]
    assert (first["recommended"], first["mandatory"]) == (
        "zj-graded/10/smart-factory/d",
        "zj-graded/10/future-factory/e",
    )
    assert str(first["recommended_text"])[1:] == str(first["mandatory_text"])[1:]
    pairs = {(row["recommended"], row["mandatory"]): row for row in rows}
    same = pairs["zj-graded/11/smart-factory/d", "zj-graded/11/future-factory/d"]
    assert (same["same_label"], same["shared"]) == (True, None), "宜构建智能决策模型 and 应构建智能决策模型"
    twin = pairs["zj-graded/16/digital-workshop/c", "zj-graded/16/smart-factory/b"]
    assert (twin["same_label"], twin["shared"]) == (False, "数字孪生")
    for row in rows:
        assert "宜" in str(row["recommended_text"]) and "应" in str(row["mandatory_text"])
        assert row["same_words"] or row["same_label"] or row["shared"]
    assert all("/22/" not in str(row["mandatory"]) for row in rows), "未来工厂 says no 应 in 22"


def test_should_above_a_tier_that_says_shall(ask: Ask) -> None:
    rows = ask("cells-relaxed-to-should")
    assert columns(rows, "clause", "mandatory_below", "mandatory_beside") == [
        ("zj-graded/22/future-factory/a", 1, 0),
        ("zj-graded/22/future-factory/b", 1, 0),
        ("zj-graded/29/future-factory/b", 1, 1),
        ("zj-graded/10/smart-factory/d", 3, 3),
        ("zj-graded/16/future-factory/d", 3, 4),
    ]


def test_recommendations_say_no_shall(ask: Ask) -> None:
    rows = ask("recommendations")
    by_document = Counter(row["document"] for row in rows)
    assert (by_document[GRADED], by_document["zj-guideline"]) == (19, 4)
    assert Counter(row["tier"] for row in rows if row["document"] == GRADED) == {
        "digital-workshop": 8,
        "smart-factory": 4,
        "future-factory": 7,
    }
    assert "zj-graded/1/smart-factory/b" not in column(rows, "clause"), "it says 应 too"


def test_clauses_that_change_their_word(ask: Ask) -> None:
    rows = ask("requirements-of-mixed-force")
    assert {row["clause"]: row["words"] for row in rows if row["document"] == GRADED} == {
        "zj-graded/1/digital-workshop/b": "宜 可",
        "zj-graded/1/smart-factory/b": "应 宜",
        "zj-graded/1/smart-factory/c": "应 宜",
        "zj-graded/13/digital-workshop/a": "应 可 应",
    }
    assert {row["clause"]: row["words"] for row in rows}["zj-trial/annex/6/3"] == "应 鼓励"


def test_requirements_without_a_governing_word(ask: Ask) -> None:
    assert column(ask("requirements-without-governing-word"), "clause") == [
        "zj-graded/4/smart-factory/b",
        "zj-graded/4/future-factory/a",
        "zj-graded/4/future-factory/b",
        "zj-graded/13/digital-workshop/b",
    ]
    texts = column(ask("requirements-without-governing-word", document="guangxi-modes"), "text")
    assert len(texts) == 36, "广西 writes its 36 elements without any such word"


def test_tiers_are_built_on_what_their_own_sentence_says(ask: Ask) -> None:
    rows = ask("tier-bases")
    assert columns(rows, "tier", "base", "clause") == [
        ("smart-factory", "digital-workshop", "zj-graded/3.2/p1"),
        ("future-factory", "smart-factory", "zj-graded/3.3/p1"),
    ]
    assert str(rows[0]["text"]).startswith("应在数字化车间的基础上")
    assert str(rows[1]["text"]).startswith("应在智能工厂的基础上")
