"""Reading mapping sets: what a row says, and what no row may say."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.mappings import parse_mappings
from tests.ontology.claims import by_subject

HEADER = """#mapping_set_id: https://w3id.org/gongbiao/mappings/m
#curie_map:
#  capability: https://w3id.org/gongbiao/capability/
#  scenario: https://w3id.org/gongbiao/national/scenario/
#  skos: http://www.w3.org/2004/02/skos/core#
#  semapv: https://w3id.org/semapv/vocab/
#  sssom: https://w3id.org/sssom/
"""
COLUMNS = "subject_id subject_label predicate_id object_id object_label mapping_justification confidence comment other"
ROW = {
    "subject_id": "capability:19",
    "subject_label": "设备运维",
    "predicate_id": "skos:closeMatch",
    "object_id": "scenario:27",
    "object_label": "设备运行监控",
    "mapping_justification": "semapv:ManualMappingCuration",
    "confidence": "0.8",
    "comment": "都要求在线监控。",
    "other": "status=proposed",
}


def table(*rows: dict[str, str], columns: str = COLUMNS) -> str:
    names = columns.split()
    lines = ["\t".join(names), *("\t".join(row[name] for name in names) for row in rows)]
    return HEADER + "\n".join(lines) + "\n"


def test_a_row_is_a_claim_with_full_addresses() -> None:
    (claim,) = parse_mappings("m", table(ROW))
    assert (claim.subject, claim.predicate, claim.object) == ("capability:19", "skos:closeMatch", "scenario:27")
    assert claim.addresses == (
        "https://w3id.org/gongbiao/capability/19",
        "http://www.w3.org/2004/02/skos/core#closeMatch",
        "https://w3id.org/gongbiao/national/scenario/27",
        "https://w3id.org/semapv/vocab/ManualMappingCuration",
    )
    assert (claim.confidence, claim.status, claim.target, claim.matches) == (0.8, "proposed", "scenarios", True)


def test_no_match_needs_to_say_what_was_looked_for() -> None:
    nothing = ROW | {"object_id": "sssom:NoTermFound", "object_label": "无对应"}
    with pytest.raises(OntologyError, match="row 1: needs a status, a target"):
        parse_mappings("m", table(nothing))
    (claim,) = parse_mappings("m", table(nothing | {"other": "status=proposed|target=maturity"}))
    assert (claim.matches, claim.target) == (False, "maturity")
    assert by_subject([claim], "maturity") == {"capability:19": (claim,)}
    assert by_subject([claim], "scenarios") == {}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"predicate_id": "skos:exactMatch"}, "skos:exactMatch' is not for a proposal"),
        ({"confidence": "high"}, "'high' is no number"),
        ({"confidence": "1.2"}, "confidence from 0 to 1"),
        ({"other": "status=official"}, "needs a status"),
        ({"other": "proposed"}, "Write key=value"),
        ({"object_id": "elsewhere:27", "other": "status=proposed|target=scenarios"}, "no known prefix"),
    ],
)
def test_a_row_that_claims_too_much_or_is_broken_is_refused_with_its_place(
    change: dict[str, str], complaint: str
) -> None:
    with pytest.raises(OntologyError, match=r"m\.sssom\.tsv, row 1") as caught:
        parse_mappings("m", table(ROW | change))
    assert complaint in str(caught.value)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(OntologyError, match="lacks the columns comment"):
        parse_mappings("m", table(ROW, columns=COLUMNS.replace("comment ", "")))
