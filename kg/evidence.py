"""The kinds of evidence that readable rules propose for each requirement, read from the graph of proposals.

Source: ``kg/rules/proposed/candidate-evidence-*.rq``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.graph import GraphStore

_PROPOSED = """
PREFIX gb: <https://w3id.org/gongbiao/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/gongbiao/graph/>
SELECT ?clause ?code WHERE {
  GRAPH graph:proposed { ?requirement gb:candidateEvidence ?kind }
  ?requirement dcterms:identifier ?clause . ?kind skos:notation ?code .
}
ORDER BY ?clause ?code
"""


def read_candidate_evidence(graph: GraphStore) -> Mapping[str, tuple[str, ...]]:
    """The codes of the kinds proposed for each requirement, by the clause's id.

    Raises:
        GraphError: The graph cannot be read.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for clause, code in graph.query(_PROPOSED).values:
        found[str(clause)].append(str(code))
    return {clause: tuple(codes) for clause, codes in found.items()}
