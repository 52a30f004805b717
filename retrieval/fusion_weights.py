"""How the lists of the retrievers are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fusion:
    """How the retrievers' lists are weighed; the defaults were chosen on the development questions.

    Attributes:
        k: The constant of reciprocal rank fusion.
        depth: How many rows each retriever lists.
        bm25, dense, graph, topic: The lists' weights.
        wording, joint: The weights of the clauses with the very nearest everyday wordings, and of the clauses by their
            text and wordings together, where the question does not name its topic.
        named: The weight of either where it does: its own words then lead to the text.
        thing: The weight of the clauses that name the system with the very nearest everyday name, and of those that the
            scenario with it is proposed for, where the question does not name its topic.
        topics: How many capabilities the topic retriever takes into account.
        margin: How far behind the nearest wording's cosine others still count as nearest.
        nearer: How much nearer to a question a fitting wording usually lies than the text; chosen with the wordings of
            whole subdomains left out.
    """

    k: float = 10
    depth: int = 50
    bm25: float = 0.5
    dense: float = 1.0
    graph: float = 0.5
    topic: float = 0.5
    wording: float = 0.75
    joint: float = 1.5
    named: float = 0.25
    thing: float = 0.35
    topics: int = 5
    margin: float = 0.01
    nearer: float = 0.03
