"""The profiles that the ontology says it is in, and how many axioms it has: by the OWL API."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.checks.ontology_terms import count_axioms
from ontology.facts import read_facts
from ontology.statements import published_turtle, read_text
from tests.ontology.owl_api import examine
from tests.ontology.owl_core import ntriples


@pytest.mark.java
def test_the_ontology_is_in_the_profile_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "core.ttl"
    path.write_text(read_text("core.ttl"), encoding="utf-8")
    found = examine(path)
    assert found["OWL2RLProfile"] == [] and found["OWL2DLProfile"] == []
    assert found["about_terms"] == count_axioms(read_facts(ntriples("", core=True)))
    assert found["axioms"] > 1000


@pytest.mark.java
def test_with_its_vocabularies_it_stays_in_owl_dl(tmp_path: Path) -> None:
    path = tmp_path / "all.nt"
    everything = "".join(text for name, text in published_turtle() if name != "core.ttl")
    path.write_text(ntriples(everything, core=True), encoding="utf-8")
    assert examine(path)["OWL2DLProfile"] == []


@pytest.mark.java
def test_leaving_the_profile_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "wider.nt"
    union = "x:Wide a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:unionOf ( gb:Tier gb:Track ) ] ."
    path.write_text(ntriples(union, core=True), encoding="utf-8")
    found = examine(path)
    assert any("unionOf" in one or "ObjectUnionOf" in one for one in found["OWL2RLProfile"])
    assert found["OWL2DLProfile"] == []
