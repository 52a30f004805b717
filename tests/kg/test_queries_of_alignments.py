"""The query on aligned clauses, held against the pairs that the fixture states."""

from __future__ import annotations

from tests.kg.aligned import LIKE, TWIN
from tests.kg.asking import Ask


def test_aligned_clauses_are_asked_for_in_either_order(ask: Ask) -> None:
    assert ask("aligned-clauses") == (
        {
            "clause": TWIN.left,
            "other_clause": TWIN.right,
            "confidence": 1.0,
            "relation": "gb:sameWordsAs",
            "justification": "semapv:LexicalMatching",
            "reason": "逐字相同",
        },
    )
    turned = ask("aligned-clauses", document="zj-trial", other="zj-graded")
    assert [(row["clause"], row["other_clause"]) for row in turned] == [(LIKE.right, LIKE.left)]
    assert turned[0]["justification"] == "semapv:CompositeMatching" and turned[0]["confidence"] == 0.83
    assert turned[0]["reason"] == "语义相近 0.95；同属“设备运维”"
