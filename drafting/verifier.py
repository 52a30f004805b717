"""Whether a generated sentence says what the clauses that it cites say, and nothing else.

The checks are deterministic and err on the side of refusing: a good sentence lost costs a quotation in its place,
a false one shown costs the reader's trust.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.checks import amounts, force, fragments, names, negation, omissions, places, splices, words
from drafting.checks.view import View, look
from drafting.lexicon import Lexicon

Check = Callable[[View], Iterable[str]]

CHECKS: dict[str, Check] = {
    "citation": words.check_citation,
    "numbers": amounts.check,
    "names": names.check,
    "tiers": places.check_tiers,
    "documents": places.check_documents,
    "years": places.check_years,
    "force": force.check,
    "negation": negation.check,
    "foreign": words.check_foreign,
    "source": words.check_source,
    "splices": splices.check,
    "omissions": omissions.check,
    "fragments": fragments.check,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks found.

    Attributes:
        ok: Whether the sentence may be shown.
        problems: What is wrong, each naming the check and the words.
    """

    ok: bool
    problems: tuple[str, ...]


def verify(sentence: str, cited: Sequence[Clause], lexicon: Lexicon, vouched: Sequence[str] = ()) -> Verdict:
    """Check one sentence against the clauses that it cites.

    Args:
        sentence: The sentence, without citation marks.
        cited: The clauses that it cites.
        lexicon: The names that a sentence may get wrong.
        vouched: Words that code wrote and vouches for, such as the sentence's subject. Never the user's question: what
            a question asserts may be false.
    """
    view = look(sentence, cited, lexicon, vouched)
    problems = tuple(f"{name}: {problem}" for name, check in CHECKS.items() for problem in check(view))
    return Verdict(not problems, problems)
