"""What follows from a graph by the rules of OWL 2 RL, everywhere that Python runs.

Source: OWL 2 Profiles, https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from owlrl import DeductiveClosure, OWLRL_Semantics

from ontology.facts import Fact
from ontology.memory_graph import Graph, graph_of, named_facts, statements_in

_ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"
"""The property by which the reasoner says in its graph what contradicts what."""


@dataclass(frozen=True, slots=True)
class Closure:
    """A graph with everything that follows from it.

    Attributes:
        reasoner: The reasoner and its version.
        asserted: How many statements it began with.
        inferred: How many followed, those about literals and about the axioms' own terms included.
        facts: All statements between named things, asserted and inferred.
        contradictions: What contradicts what, in the reasoner's words; none where the graph is consistent.
    """

    reasoner: str
    asserted: int
    inferred: int
    facts: frozenset[Fact]
    contradictions: tuple[str, ...]


def close(ntriples: str) -> Closure:
    """Infer all that follows.

    Args:
        ntriples: The graph with its ontology; 40,000 statements take about half a minute.
    """
    graph = graph_of(ntriples, alone=True)
    asserted = len(graph)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return Closure(
        f"owlrl {version('owlrl')}",
        asserted,
        len(graph) - asserted,
        frozenset(named_facts(graph)),
        tuple(sorted(set(_contradictions(graph)))),
    )


def _contradictions(graph: Graph) -> Iterator[str]:
    return (one.value for one in statements_in(graph) if one.predicate == _ERROR)
