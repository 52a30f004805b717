"""Ten clauses of each founding document, checked against the page by eye."""

from __future__ import annotations

import json

import pytest

from tests.corpus.goldens import CHOSEN, GOLDENS, read_now

WRITTEN = [json.loads(line) for line in GOLDENS.read_text(encoding="utf-8").splitlines()]


def test_every_document_has_ten() -> None:
    documents = [golden["id"].split("/")[0] for golden in WRITTEN]
    assert {name: documents.count(name) for name in set(documents)} == dict.fromkeys(set(documents), 10)
    assert [golden["id"] for golden in WRITTEN] == list(CHOSEN)


@pytest.fixture(scope="module")
def now() -> dict[str, object]:
    return dict(read_now())


@pytest.mark.parametrize("golden", WRITTEN, ids=[golden["id"] for golden in WRITTEN])
def test_a_clause_is_read_as_the_page_says(golden: dict[str, object], now: dict[str, object]) -> None:
    assert json.loads(json.dumps(now[str(golden["id"])])) == golden
