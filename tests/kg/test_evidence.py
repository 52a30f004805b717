"""The kinds of evidence that rules propose, as the graph holds them."""

from __future__ import annotations

from kg.evidence import read_candidate_evidence
from kg.graph import GraphStore
from ontology.evidence import evidence_catalogue


def test_every_kind_is_one_of_the_catalogue(founding: GraphStore) -> None:
    found = read_candidate_evidence(founding)
    assert len(found) > 250
    assert {code for codes in found.values() for code in codes} <= set(evidence_catalogue().kinds)
    assert "measured-indicator" in found["zj-graded/26/digital-workshop"]
    assert all(len(set(codes)) == len(codes) for codes in found.values())
