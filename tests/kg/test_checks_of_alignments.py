"""The check of alignments finds what was spoilt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.checks.alignments import check_alignments
from kg.graph import GraphStore
from kg.variants.link import Link
from tests.kg.aligned import LIKE, LINKS, TWIN


def test_what_a_build_made_is_well(founding: GraphStore) -> None:
    check = check_alignments(LINKS, founding)
    assert check.ok and check.figures == {"links": 2, "twins": 1}
    assert "2 aligned pairs" in check.detail.en and "2 对条款对齐" in check.detail.zh


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ((TWIN, LIKE, LIKE), "stand 2 times"),
        ((TWIN,), "graph and file disagree"),
        ((TWIN, replace(LIKE, confidence=1.2)), "not from 0 to 1"),
        ((TWIN, replace(LIKE, reasons=())), "no reason"),
        ((TWIN, replace(LIKE, right="zj-trial/none")), "zj-trial/none does not exist"),
        ((TWIN, replace(LIKE, reasons=TWIN.reasons)), "say otherwise"),
    ],
)
def test_what_is_wrong_is_named(founding: GraphStore, links: tuple[Link, ...], said: str) -> None:
    check = check_alignments(links, founding)
    assert not check.ok and any(said in finding.en for finding in check.findings)
