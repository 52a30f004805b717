"""Made-up proposals for the subdomains and tiers of the made-up scheme."""

from __future__ import annotations

from kg.claims import claim_triples
from kg.graph import GraphStore
from kg.mapped import mapped_claims
from kg.national import NationalLevel
from kg.triples import document_triples
from ontology.described import load_described
from tests.drafting.made_up import CLAUSES, SCHEME, meta
from tests.kg.proposals import proposals
from tests.kg.sample import VOCABULARIES

CLAIMS = proposals(
    "capability:19 related scenario:11 0.4",
    "capability:19 narrow scenario:29 0.7",
    "capability:19 close scenario:28 0.8",
    "capability:19 narrow scenario:27 0.9",
    "capability:19 close maturity:equipment-management 0.9",
    "capability:32 broad scenario:32 0.6",
    "capability:32 related scenario:20 0.5",
    "capability:32 related no-maturity 0.5",
    "tier:smart-factory close tier:national-advanced 0.5",
    "tier:smart-factory related tier:national-basic 0.3",
)


def level() -> NationalLevel:
    """The national level beside the made-up scheme."""
    rows = tuple(clause for clause in CLAUSES if clause.document == SCHEME)
    triples = document_triples(meta(SCHEME, "某省分级建设要求"), rows, (), VOCABULARIES, load_described())
    graph = GraphStore.in_memory(triples, claim_triples(CLAIMS))
    return NationalLevel(graph, lambda: mapped_claims(graph, CLAIMS))
