"""The queries that come along, listed and asked with parameters."""

from __future__ import annotations

from typing import Any

import pytest

from app.cli import run
from tests.app.command import Gongbiao


def _column(answer: Any, name: str) -> list[str]:
    return [row[name]["value"] for row in answer["results"]["bindings"]]


def test_the_list_says_what_each_query_answers_and_takes(gongbiao: Gongbiao) -> None:
    done = gongbiao("sparql", "--list", "--json")
    queries = {one["name"]: one for one in done.object["queries"]}
    assert done.status == 0 and len(queries) >= 32
    assert all(one["zh"] and one["en"] for one in queries.values())
    assert queries["requirements-needing-system"]["parameters"] == [
        {
            "name": "tier",
            "default": "smart-factory",
            "of": "gb:Tier",
            "zh": "等级代码",
            "en": "code of a tier",
        },
        {"name": "system", "default": "MES", "of": "gb:System", "zh": "系统代码", "en": "code of a system"},
    ]
    assert queries["cells-not-required"]["parameters"] == []
    assert "tier=smart-factory" in gongbiao("sparql", "--list", "--lang", "en").out


def test_a_query_is_asked_with_its_defaults_or_other_values(gongbiao: Gongbiao) -> None:
    name = "requirements-needing-system"
    default = gongbiao("sparql", name, "--json").object
    assert _column(default, "clause") == [
        f"zj-graded/{place}" for place in ("15/digital-workshop/a", "16/digital-workshop/b", "18/digital-workshop/b")
    ]
    assert gongbiao("sparql", name, "--set", "system=mes", "--set", "tier=smart-factory", "--json").object == default
    done = gongbiao("sparql", name, "--set", "tier=future-factory", "--set", "system=QMS", "--json")
    assert done.status == 0 and _column(done.object, "clause") == ["zj-graded/17/smart-factory/a"]


@pytest.mark.parametrize("value", ["no-such-tier", 'x" } } #', "x\\u0022 }"])
def test_a_value_that_the_graph_does_not_have_is_told(gongbiao: Gongbiao, value: str) -> None:
    done = gongbiao("sparql", "scenarios-reached", "--set", f"tier={value}", "--json")
    assert done.status == 1 and done.error
    assert "Choose one of" in done.err and "smart-factory" in done.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["scenarios-reached", "--set", "level=1"],
            "scenarios-reached has no such parameter. It has tier=smart-factory.",
        ),
        (["scenarios-reached", "--set", "tier"], "write NAME=VALUE"),
        (["scenarios-reached", "--set", "tier="], "write NAME=VALUE"),
        (["scenarios-reached", "--set", "=smart-factory"], "has no such parameter"),
        (["scenarios-reached", "--set", "tier=a", "--set", "tier=b"], "given twice"),
        (["documents", "--set", "tier=a"], "has no such parameter. It has none."),
        (["ASK { ?s ?p ?o }", "--set", "tier=a"], "for queries that come along"),
        (["@file.rq", "--set", "tier=a"], "for queries that come along"),
        (["scenarios-reached", "--set"], "requires an argument"),
    ],
)
def test_a_parameter_given_wrongly_is_status_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sparql", *arguments]) == 2
    written = capsys.readouterr()
    assert written.out == "" and complaint in " ".join(written.err.split())
