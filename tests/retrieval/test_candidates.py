"""The rows of a build name the scenarios that its graph infers, and the claims alone give the same."""

from __future__ import annotations

from app.assembly import Workspace
from kg.mapped import natural
from ontology.mappings import load_mappings

CANDIDATES = """
SELECT ?id ?number WHERE {
  GRAPH graph:proposed { ?clause gb:candidateScenario ?scenario }
  ?clause dcterms:identifier ?id . ?scenario skos:notation ?number .
}
"""


def test_rows_and_graph_agree(founding: Workspace) -> None:
    in_rows = {(clause.id, one) for clause in founding.clauses for one in clause.national}
    in_graph = {
        (str(clause), f"scenario:{number}") for clause, number in founding.snapshot.graph.query(CANDIDATES).values
    }
    assert in_rows == in_graph
    assert {clause.kind for clause in founding.clauses if clause.national} <= {"requirement"}


def test_the_close_matches_of_a_subdomain_are_all_that_its_requirements_name(founding: Workspace) -> None:
    close: dict[str, set[str]] = {}
    for claim in load_mappings():
        if (claim.predicate, claim.target, claim.matches) == ("skos:closeMatch", "scenarios", True):
            close.setdefault(claim.subject, set()).add(claim.object)
    rows = [one for one in founding.clauses if one.document == founding.default_document and one.subdomain_no]
    assert rows
    for clause in rows:
        scenarios = close.get(f"capability:{clause.subdomain_no}", set()) if clause.kind == "requirement" else set()
        assert clause.national == tuple(sorted(scenarios, key=natural)), clause.id
