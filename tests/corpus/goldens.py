"""Fifty clauses that were checked against the page by eye: ten of each founding document.

``python -m tests.corpus.goldens --rewrite`` writes them anew from what the parser reads now; look at the difference
before it is committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.clause import Clause
from corpus.library import load_corpus

GOLDENS = Path(__file__).with_name("goldens.jsonl")
CHOSEN = (
    "zj-graded/1/p1",
    "zj-graded/4.3.2/p1",
    "zj-graded/1/digital-workshop/b",
    "zj-graded/1/smart-factory/b",
    "zj-graded/3/smart-factory",
    "zj-graded/11/digital-workshop",
    "zj-graded/15/future-factory/c1",
    "zj-graded/19/name",
    "zj-graded/42/future-factory/c",
    "zj-graded/table-15/2/4",
    "zj-guideline/3.1/p1",
    "zj-guideline/4/MBSE.2",
    "zj-guideline/5.3.1.1/d",
    "zj-guideline/5.3.1.3/p2",
    "zj-guideline/5.5/a",
    "zj-guideline/6.1.1/a",
    "zj-guideline/6.2.1/f",
    "zj-guideline/6.2.3/1.5",
    "zj-guideline/6.5.4/p1",
    "zj-guideline/7/p3",
    "zj-trial/front/title",
    "zj-trial/1/p1",
    "zj-trial/2/p1",
    "zj-trial/2/1",
    "zj-trial/2/2",
    "zj-trial/3/3",
    "zj-trial/annex/title",
    "zj-trial/annex/2/4",
    "zj-trial/annex/4/2",
    "zj-trial/annex/6/3",
    "pujiang-plan/front/title",
    "pujiang-plan/2/2",
    "pujiang-plan/3.1/1",
    "pujiang-plan/3.2/3",
    "pujiang-plan/3.2/4",
    "pujiang-plan/3.4.2/1",
    "pujiang-plan/3.5/p1",
    "pujiang-plan/4/5",
    "pujiang-plan/annex-1/field-28",
    "pujiang-plan/annex-4/2/1",
    "guangxi-modes/front/annex-mark",
    "guangxi-modes/1",
    "guangxi-modes/1/2",
    "guangxi-modes/1/7",
    "guangxi-modes/2.1",
    "guangxi-modes/2.1/1",
    "guangxi-modes/2.2/2",
    "guangxi-modes/2.3/p1",
    "guangxi-modes/2.5/4",
    "guangxi-modes/3/p1",
)


def shown(clause: Clause, source: str) -> Mapping[str, Any]:
    """What a golden keeps of a clause; stretches as the words that they cover."""
    return {
        "id": clause.id,
        "section": clause.section,
        "path": list(clause.path),
        "kind": clause.kind,
        "label": clause.label,
        "capability": [clause.element, clause.domain, clause.subdomain, clause.subdomain_no],
        "tier": [clause.tier, clause.tier_label],
        "track": clause.track,
        "industry": clause.industry,
        "start": clause.start,
        "text": clause.text,
        "plain": None if clause.plain == clause.text else clause.plain,
        "forces": list(clause.forces),
        "provisions": [[one.force, source[one.start : one.end]] for one in clause.provisions[:6]],
        "quantities": [[one.text, one.comparator, one.value, one.value_max, one.unit] for one in clause.quantities],
    }


def read_now() -> dict[str, Mapping[str, Any]]:
    """The chosen clauses as the parser reads them now."""
    documents = load_corpus().documents
    known = {clause.id: (clause, document.text) for document in documents for clause in document.clauses}
    return {chosen: shown(*known[chosen]) for chosen in CHOSEN if chosen in known}


def main() -> None:
    """Write the goldens where the flag asks for it."""
    if sys.argv[1:] != ["--rewrite"]:
        sys.exit("usage: python -m tests.corpus.goldens --rewrite")
    lines = [json.dumps(golden, ensure_ascii=False) for golden in read_now().values()]
    GOLDENS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
