"""The tiers of a document, lowest first, and which of them a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from kg.errors import GraphError
from kg.graph import GraphStore
from kg.named_queries import named_query
from ontology.vocabulary import Scheme

Base = tuple[str, str]
"""A tier's code and the code of a tier that it builds on."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of one document.

    Attributes:
        code: Its code.
        label: The text's own name of it.
        names: Other names that people use for it.
    """

    code: str
    label: str
    names: tuple[str, ...] = ()


def read_tier_bases(graph: GraphStore) -> Mapping[str, Mapping[Base, tuple[str, ...]]]:
    """Which tier builds on which, by the document that says so, with the ids of the clauses that say it.

    Raises:
        GraphError: The graph cannot be read.
    """
    found: dict[str, dict[Base, list[str]]] = defaultdict(dict)
    for row in graph.query(named_query("tier-bases").sparql).records:
        found[str(row["document"])].setdefault((str(row["tier"]), str(row["base"])), []).append(str(row["clause"]))
    return {document: {base: tuple(ids) for base, ids in own.items()} for document, own in found.items()}


def tier_names(scheme: Scheme) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What people call the tiers that the vocabulary describes, by document and code.

    Args:
        scheme: The vocabulary of tiers.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for concept in scheme.concepts.values():
        found[concept.scheme][concept.code] = (*concept.names, *concept.hidden)
    return found


def tiers_of(
    clauses: Iterable[Clause], bases: Collection[Base] = (), names: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Tier, ...]:
    """The tiers that clauses belong to, lowest first.

    They come as the text sets them out; a tier that the text says to be built on a later one comes after that.

    Args:
        clauses: The clauses of one document in reading order.
        bases: Which tier builds on which.
        names: Other names by the code of a tier.
    """
    labels: dict[str, str] = {}
    for clause in clauses:
        if clause.tier is not None:
            labels.setdefault(clause.tier, clause.tier_label or clause.tier)
    ordered: list[str] = []
    waiting = list(labels)
    while waiting:
        free = (one for one in waiting if not any((one, other) in bases for other in waiting))
        first = next(free, waiting[0])
        ordered.append(first)
        waiting.remove(first)
    return tuple(Tier(code, labels[code], (names or {}).get(code, ())) for code in ordered)


def tier_called(tiers: Sequence[Tier], name: str, document: str) -> Tier:
    """The tier that a code or a name means; a part of a printed name will do where only one has it.

    Args:
        tiers: The document's tiers.
        name: What was given.
        document: What to call the document in an error.

    Raises:
        GraphError: No tier, or more than one, is called so.

    Example:
        >>> tier_called((Tier("a", "省级智能工厂"), Tier("b", "未来工厂")), "智能工厂", "x").code
        'a'
    """
    wanted = name.strip().lower()
    exact = [one for one in tiers if wanted in (one.code.lower(), one.label.lower(), *map(str.lower, one.names))]
    found = exact or [one for one in tiers if wanted and wanted in one.label.lower()]
    if len(found) == 1:
        return found[0]
    known = "、".join(f"{one.code} {one.label}" for one in tiers)
    problem = f"{document} has none of this name" if not found else f"{document} has several of this name"
    raise GraphError(f"tier {name}: {problem}. Choose one of {known}.")
