"""Whether a sentence says what the clauses that it cites say, and nothing else.

Each origin has its own right check: a quotation is the clause's text, character for character; a generated sentence
takes its phrases from the clauses (``CHECKS``); a composed one counts, names and quotes them (``BACKING``). The checks
are deterministic. Those of generated sentences err on the side of refusing: a good sentence lost costs a quotation in
its place, a false one shown costs the reader's trust. Those of composed sentences name what the clauses contradict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.checks import (
    actors,
    alternatives,
    amounts,
    bases,
    conditions,
    exclusions,
    force,
    fragments,
    lists,
    names,
    negation,
    omissions,
    places,
    splices,
    verbs,
    words,
)
from drafting.checks.composed import binding, comparing, counting, figures, naming, quoting, roles, verdict
from drafting.checks.composed.compared import ComparedFacts
from drafting.checks.composed.view import Composed, examine
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
    "verbs": verbs.check,
    "omissions": omissions.check,
    "conditions": conditions.check,
    "lists": lists.check,
    "fragments": fragments.check,
    "ends": fragments.check_ends,
    "alternatives": alternatives.check,
    "exclusions": exclusions.check,
    "bases": bases.check,
    "actors": actors.check,
}

BACKING: dict[str, Callable[[Composed], Iterable[str]]] = {
    "passages": quoting.check_passages,
    "places": quoting.check_places,
    "names": naming.check_names,
    "documents": naming.check_documents,
    "tiers": naming.check_tiers,
    "base": naming.check_base,
    "force": binding.check_forces,
    "binding": binding.check_binding,
    "required": binding.check_required,
    "verdict": verdict.check,
    "figures": figures.check,
    "counts": counting.check,
    "comparison": comparing.check,
    "roles": roles.check,
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


def verify_composed(
    sentence: str, cited: Sequence[Clause], lexicon: Lexicon, asked: str = "", compared: ComparedFacts | None = None
) -> Verdict:
    """Check a sentence that code composed: its counts, names, forces and quotations against what it cites.

    Args:
        sentence: The sentence.
        cited: The clauses that it cites, with the systems and technologies that they name.
        lexicon: The names that may be wrong.
        asked: The question, which a sentence may quote to deny what it asserts; without it such quotations pass.
        compared: What the comparison found that the sentence tells of, with the library that it was made over.
    """
    view = examine(sentence, cited, lexicon, asked, compared)
    problems = tuple(f"{name}: {problem}" for name, check in BACKING.items() for problem in check(view))
    return Verdict(not problems, problems)


def verify_quoted(sentence: str, cited: Sequence[Clause]) -> Verdict:
    """Check a quotation: it is the stored text of a cited clause, or its reading, character for character."""
    exact = any(sentence in (clause.text, clause.plain) for clause in cited)
    return Verdict(exact, () if exact else ("quotation: 与引用条文不是逐字相同",))
