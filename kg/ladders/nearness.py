"""How surely clauses of one subdomain, at two tiers of one document, speak of the same matter.

All clauses of a subdomain are near each other in meaning, so that its measure, made for whole documents, tells them
apart less well than the words that two of them share; the two are put together. And since a tier takes up most of what
the tier below asks of a subdomain, two of its clauses belong together more often than two of any documents do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from corpus.clause import Clause
from kg.variants.grams import grams, rarity, shared
from kg.variants.link import Vectors

Confidences = Callable[[Sequence[Clause], Sequence[Clause]], Vectors]
"""How surely each clause of the first speaks of the same matter as each of the second, shape (n, m), 0 to 1."""

_WORDS_COUNT = 8.0
_USUAL_SHARE = 0.1
_SAME_SUBDOMAIN = 8.0
"""How much likelier a pair is within a subdomain. These were chosen on the judgements that may be looked at."""
_SUREST = 1e-4


def words_shared(clauses: Iterable[Clause]) -> Confidences:
    """How much of their wording clauses share, the words that are rare in the library counting most.

    Args:
        clauses: All clauses of the library.
    """
    rare = rarity(grams(clause.plain) for clause in clauses if clause.kind == "requirement")

    def share(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
        found = shared([grams(one.plain) for one in left], [grams(one.plain) for one in right], rare)
        return np.asarray(np.sqrt(found.of_left * found.of_right), dtype=np.float32)

    return share


def nearness(meaning: Confidences, words: Confidences) -> Confidences:
    """Both measures put together: the odds of the one, raised or lowered by how much wording is shared.

    Args:
        meaning: How surely clauses are aligned by meaning and all else.
        words: How much wording they share.
    """

    def together(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
        sure = np.clip(meaning(left, right), _SUREST, 1 - _SUREST)
        raised = _SAME_SUBDOMAIN * np.exp(_WORDS_COUNT * (words(left, right) - _USUAL_SHARE))
        odds = sure / (1 - sure) * raised
        return np.asarray(odds / (1 + odds), dtype=np.float32)

    return together
