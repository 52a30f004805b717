"""Made-up mappings to the national level."""

from __future__ import annotations

from ontology.mappings import NO_TERM, MappingClaim, Target, parse_mappings

_HEADER = """#curie_map:
#  capability: https://w3id.org/gongbiao/capability/
#  tier: https://w3id.org/gongbiao/tier/
#  scenario: https://w3id.org/gongbiao/national/scenario/
#  maturity: https://w3id.org/gongbiao/national/maturity/
#  skos: http://www.w3.org/2004/02/skos/core#
#  semapv: https://w3id.org/semapv/vocab/
#  sssom: https://w3id.org/sssom/
subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tconfidence\tcomment\tother
"""
_TARGET_OF: dict[str, Target] = {"scenario": "scenarios", "maturity": "maturity", "tier": "tiers"}


def proposals(*rows: str) -> tuple[MappingClaim, ...]:
    """Claims from rows such as ``capability:19 close scenario:27 0.8``.

    The object of a row that finds nothing is written ``no-scenario``, ``no-maturity`` or ``no-tier``.
    """
    return parse_mappings("made-up", _HEADER + "".join(f"{_line(*row.split())}\n" for row in rows))


def _line(subject: str, relation: str, object_: str, confidence: str) -> str:
    nothing = object_.startswith("no-")
    target = _TARGET_OF[object_.removeprefix("no-").partition(":")[0]]
    return "\t".join(
        (
            subject,
            subject,
            f"skos:{relation}Match",
            NO_TERM if nothing else object_,
            "无对应" if nothing else object_,
            "semapv:ManualMappingCuration",
            confidence,
            f"{subject}与{object_}各有所重。",
            f"status=proposed|target={target}",
        )
    )
