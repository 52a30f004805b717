"""Whether search finds more with the model's rewritings of a question: never, always, and only where it is unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from corpus.clause import Clause
from drafting.drafts.rewrite import problems, wordings
from drafting.generator import Generator
from evals.anchors import Place, matches, resolve
from evals.drafting_systems import Writing
from evals.errors import EvalError
from evals.metrics import Estimate, bootstrap_mean, hit_at, median, paired_difference, reciprocal_rank, share
from evals.report import Table, estimate_json, fraction, percent
from evals.system import SearchResult, SourceDocument, Workspace
from evals.writing_cases import PARTS, Case, Part, load_writing
from retrieval.fusion import fuse

DEPTH = 50
"""Hits of each wording that are fused."""
WEIGHT = 0.35
"""What a rewriting's list weighs beside the question's own."""
SURE = 0.5
"""How likely the likeliest subdomain must be for search to count as sure."""
WAYS = ("as asked", "rewritten by examples", "rewritten by the adapter", "rewritten where unsure")


@runtime_checkable
class Rewriting(Protocol):
    """A workspace that searches, says how sure it is, and opens generators by name."""

    @property
    def documents(self) -> Sequence[SourceDocument]: ...

    def search(self, question: str, *, top: int = 10) -> SearchResult: ...

    def sureness(self, question: str) -> float: ...

    def generator(self, name: str) -> Generator: ...


@dataclass(frozen=True, slots=True)
class Looked:
    """What each way found for one question.

    Attributes:
        case: The question.
        relevant: By way, for each of the first ten hits whether an author's place lies in it.
        seconds: By way, what the rewriting took.
        unsure: Whether search was unsure of the question as asked.
    """

    case: Case
    relevant: Mapping[str, tuple[bool, ...]]
    seconds: Mapping[str, float]
    unsure: bool


@dataclass(frozen=True, slots=True)
class RewritingResult:
    """All questions."""

    looked: tuple[Looked, ...]
    name: str = "rewriting"

    @property
    def complete(self) -> bool:
        """Whether a model rewrote."""
        return bool(self.looked)

    def tables(self) -> tuple[Table, ...]:
        """For each part, all questions and each kind."""
        return tuple(_table(part, [one for one in self.looked if one.case.part == part]) for part in PARTS)

    def to_json(self) -> Mapping[str, Any]:
        """Figures by part, kind and way."""
        return {part: _figures([one for one in self.looked if one.case.part == part]) for part in PARTS}


def run(workspace: Workspace) -> RewritingResult:
    """Search with every question, as it is asked and with its rewritings."""
    if not isinstance(workspace, Rewriting):
        raise EvalError("workspace: it cannot rewrite questions. Open a built data folder.")
    prompted, learned = workspace.generator("bundled:prompts"), workspace.generator("bundled")
    if not (prompted.ready() and learned.ready() and learned.learned):
        return RewritingResult(())
    ways = (Writing(WAYS[1], prompted), Writing(WAYS[2], learned))
    sources = {document.meta.id: document.text for document in workspace.documents}
    return RewritingResult(tuple(_look(workspace, ways, case, sources) for case in load_writing("rewrite")))


def fused(own: Sequence[Clause], others: Iterable[Sequence[Clause]], weight: float = WEIGHT) -> list[Clause]:
    """The clauses of several searches in one list, the question's own weighing 1."""
    lists = [(1.0, own), *((weight, one) for one in others)]
    rows = {clause.id: (row, clause) for row, clause in enumerate(clause for _, found in lists for clause in found)}
    scores = fuse([(share_of, [rows[clause.id][0] for clause in found]) for share_of, found in lists])
    clauses = dict(rows.values())
    return [clauses[row] for row in sorted(scores, key=lambda row: -scores[row])]


def _look(workspace: Rewriting, ways: Sequence[Writing], case: Case, sources: Mapping[str, str]) -> Looked:
    question, places = case.values["question"], [resolve(anchor, sources) for anchor in case.anchors]
    find: Callable[[str], list[Clause]] = lambda text: [hit.clause for hit in workspace.search(text, top=DEPTH).hits]  # noqa: E731
    own, unsure = find(question), workspace.sureness(question) < SURE
    found, seconds = {WAYS[0]: own}, {WAYS[0]: 0.0}
    for way in ways:
        first = way.write("rewrite", case.values)
        kept = wordings(first.text) if first.text and not problems(first.text, case.values) else ()
        found[way.name], seconds[way.name] = fused(own, map(find, kept)), first.seconds
    found[WAYS[3]] = found[WAYS[2]] if unsure else own
    seconds[WAYS[3]] = seconds[WAYS[2]] if unsure else 0.0
    relevant = {
        name: tuple(matches(Place(one.document, one.start, one.end), places) for one in clauses[:10])
        for name, clauses in found.items()
    }
    return Looked(case, relevant, seconds, unsure)


def _kinds(looked: Sequence[Looked]) -> dict[str, list[Looked]]:
    kinds = dict.fromkeys(one.case.kind for one in looked)
    return {"all": list(looked), **{kind: [one for one in looked if one.case.kind == kind] for kind in kinds}}


def _figures(looked: Sequence[Looked]) -> Mapping[str, Any]:
    return {
        kind: {
            way: {
                "hit1": estimate_json(share([hit_at(one.relevant[way], 1) for one in some])),
                "hit5": estimate_json(share([hit_at(one.relevant[way], 5) for one in some])),
                "mrr": estimate_json(bootstrap_mean([reciprocal_rank(one.relevant[way]) for one in some])),
                "ahead": estimate_json(_ahead(way, some)),
                "median_s": median([one.seconds[way] for one in some]),
            }
            for way in WAYS
        }
        for kind, some in _kinds(looked).items()
        if some
    }


def _ahead(way: str, looked: Sequence[Looked]) -> Estimate:
    ours, theirs = ([reciprocal_rank(one.relevant[name]) for one in looked] for name in (way, WAYS[0]))
    return paired_difference(ours, theirs)


def _table(part: Part, looked: Sequence[Looked]) -> Table:
    rows = []
    for kind, some in _kinds(looked).items():
        for way in WAYS if some else ():
            hits = [percent(share([hit_at(one.relevant[way], k) for one in some])) for k in (1, 5)]
            ranks = fraction(bootstrap_mean([reciprocal_rank(one.relevant[way]) for one in some]))
            ahead = "" if way == WAYS[0] else fraction(_ahead(way, some))
            seconds = f"{median([one.seconds[way] for one in some]):.2f}"
            rows.append((f"{kind} ({len(some)}): {way}", *hits, ranks, ahead, seconds))
    unsure = sum(one.unsure for one in looked)
    columns = ("kind: way", "hit@1 %", "hit@5 %", "MRR@10", "ahead of as asked (MRR)", "s median")
    title = f"Rewritten questions, {part.replace('_', ' ')}: search was unsure of {unsure} of {len(looked)}"
    return Table(title, columns, tuple(rows))
