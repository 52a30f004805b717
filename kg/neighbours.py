"""What the graph links to one thing: a capability, a tier, a clause, a system; one step away, grouped by kind.

A cell of a tier table stands between a subdomain and a tier, and is shown as the link between them. What documents,
capabilities and systems are linked to by their clauses alone is a link too, and says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from corpus.clause import IRI_ROOT
from kg.errors import GraphError
from kg.graph import GraphStore
from kg.mapped import natural
from kg.neighbour_queries import CLASSES, DESCRIBED, LINKS, RELATIONS, THINGS

MOST = 60
"""So many neighbours are given at most."""
_ADDRESS = re.compile(r"[^<>\"{}|^`\\\x00-\x20]{1,500}")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph.

    Attributes:
        code: Its address without the project's root, such as ``capability/19``.
        kind: What it is: a value of ``neighbour_queries.CLASSES``.
        label: Its name; of a clause its id.
    """

    code: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """What links a neighbour.

    Attributes:
        node: The neighbour.
        zh, en: What the link is called.
        forward: Whether it leads from the thing to the neighbour.
        proposed: Whether no text states it.
    """

    node: Node
    zh: str
    en: str
    forward: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A thing with its neighbours.

    Attributes:
        node: The thing.
        links: What links its neighbours, those of one kind together; a neighbour has one for each way it is linked.
        left_out: How many neighbours of each kind are not given.
    """

    node: Node
    links: tuple[Link, ...]
    left_out: Mapping[str, int]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The neighbours, each once."""
        return tuple(dict.fromkeys(link.node for link in self.links))


def things(graph: GraphStore) -> tuple[Node, ...]:
    """Everything that neighbours can be asked of but for clauses, kind by kind."""
    found = [_node(row) for row in graph.query(THINGS).records]
    kinds = list(dict.fromkeys(CLASSES.values()))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (kinds.index(one.kind), natural(one.code))))


def neighbourhood(graph: GraphStore, code: str, most: int = MOST) -> Neighbourhood:
    """A thing with what is linked to it; of each kind as many as there is room for.

    Args:
        graph: The graph.
        code: The thing's address without the project's root.
        most: How many neighbours at most.

    Raises:
        GraphError: The graph has no such thing.
    """
    address = f"{IRI_ROOT}{code}"
    if not _ADDRESS.fullmatch(address):
        raise GraphError(f"node {code[:60]!r}: no address looks like this. Choose a node of the list.")
    node = _described(graph, [address]).get(address)
    if node is None:
        raise GraphError(f"node {code[:60]}: the graph has none of this name. Choose a node of the list.")
    found = list(dict.fromkeys(_found(graph, address)))
    described = _described(graph, [other for other, *_ in found])
    links = [
        _link(described[other], relation, forward, proposed)
        for other, relation, forward, proposed in found
        if other in described
    ]
    order = {one: place for place, one in enumerate(described.values())}
    return _within(node, sorted(links, key=lambda link: order[link.node]), most)


def _found(graph: GraphStore, address: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Address of the neighbour, what links it, whether forward, and whether only proposed."""
    for query, forward, proposed in LINKS:
        for other, relation in graph.query(query.replace("THING", f"<{address}>")).values:
            if str(relation) in RELATIONS and other != address:
                yield str(other), str(relation), forward, proposed


def _described(graph: GraphStore, addresses: Iterable[str]) -> dict[str, Node]:
    """The things among some addresses that are shown, in the order of their texts."""
    listed = " ".join(f"<{one}>" for one in dict.fromkeys(addresses) if _ADDRESS.fullmatch(one))
    rows = graph.query(DESCRIBED.replace("THINGS", listed)).records if listed else ()
    return {str(row["thing"]): _node(row) for row in rows}


def _node(row: Mapping[str, object]) -> Node:
    address, local = str(row["thing"]), str(row["class"]).rpartition("#")[2]
    return Node(address.removeprefix(IRI_ROOT), CLASSES[local], str(row["label"] or row["name"] or address))


def _link(node: Node, relation: str, forward: bool, proposed: bool) -> Link:
    zh, en = RELATIONS[relation]
    return Link(node, zh, en, forward, proposed)


def _within(node: Node, links: Sequence[Link], most: int) -> Neighbourhood:
    """The neighbourhood with as many neighbours as it may have, each kind getting its turn."""
    kinds: dict[str, dict[Node, None]] = defaultdict(dict)
    for link in links:
        kinds[link.node.kind][link.node] = None
    kept = {one for one, _ in zip(_in_turn(kinds.values()), range(most), strict=False)}
    left = Counter(one.kind for one in chain(*kinds.values()) if one not in kept)
    order = [kind for kind in dict.fromkeys(CLASSES.values()) if kind in kinds]
    shown = [link for kind in order for link in links if link.node.kind == kind and link.node in kept]
    return Neighbourhood(node, tuple(shown), dict(left))


def _in_turn(groups: Iterable[Iterable[Node]]) -> Iterable[Node]:
    """The first of each group, then the second of each, and so on."""
    return (one for row in zip_longest(*groups) for one in row if one is not None)
