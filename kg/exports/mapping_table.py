"""All mapping claims as one SSSOM table, which :mod:`ontology.mappings` reads back.

Source: SSSOM/TSV, https://mapping-commons.github.io/sssom/spec-formats-tsv/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.clause import IRI_ROOT
from kg.errors import GraphError
from kg.graph import GraphStore
from kg.replacing import replacing
from kg.terms import PREFIXES
from ontology.mappings import COLUMNS as MAPPING_COLUMNS
from ontology.mappings import MappingClaim

COLUMNS = ("record_id", *MAPPING_COLUMNS, "mapping_source")
_HEADER = {
    "sssom_version": "1.1",
    "mapping_set_id": f"{IRI_ROOT}mappings/all",
    "mapping_set_title": "工标：地方建设要求与国家典型场景、成熟度模型、等级的推定对应",
    "mapping_set_description": (
        "推定，不是官方对应：逐条读过所收文本之后提出，每行有理由和置信度，可以反驳。"
        "Proposed, not official: each row has a reason and a confidence, and may be disputed."
    ),
    "license": "https://www.apache.org/licenses/LICENSE-2.0",
}
_OWN_PREFIXES = {"mapping": f"{IRI_ROOT}mapping/", "mappings": f"{IRI_ROOT}mappings/"}
_BREAKING = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def sssom_table(claims: Iterable[MappingClaim], version: str) -> str:
    """The claims as one mapping set.

    Args:
        claims: The claims; ``mapping_source`` of a row names the set that each comes from, ``record_id`` its node in
            the graph.
        version: The version of the set.

    Raises:
        GraphError: Two sets use one prefix for two things, or words of a claim would break the table.
    """
    listed = sorted(claims, key=lambda claim: (claim.set_name, claim.number))
    lines = [f"# {key}: {_quoted(value)}" for key, value in (*_HEADER.items(), ("mapping_set_version", version))]
    lines.append("# curie_map:")
    lines.extend(f"#   {prefix}: {_quoted(address)}" for prefix, address in sorted(_prefixes(listed).items()))
    lines.append("\t".join(COLUMNS))
    lines.extend("\t".join(_cells(claim)) for claim in listed)
    return "\n".join(lines) + "\n"


def write_sssom(path: Path, graph: GraphStore, claims: Iterable[MappingClaim]) -> None:
    """Write the claims as one mapping set of the ontology's version; the file is replaced when all is written.

    Raises:
        GraphError: The claims do not go into one table, the graph cannot be read, or the file cannot be written.
    """
    found = graph.query("SELECT ?version WHERE { ?ontology a owl:Ontology ; owl:versionInfo ?version }").values
    text = sssom_table(claims, str(found[0][0]) if found else "")
    with replacing(path) as file:
        file.write(text.encode("utf-8"))


def _cells(claim: MappingClaim) -> Sequence[str]:
    cells = (
        f"mapping:{claim.set_name}/{claim.number}",
        claim.subject,
        claim.subject_label,
        claim.predicate,
        claim.object,
        claim.object_label,
        claim.justification,
        repr(claim.confidence),
        claim.rationale,
        f"status={claim.status}|target={claim.target}",
        f"mappings:{claim.set_name}",
    )
    for cell in cells:
        if _BREAKING.search(cell):
            raise GraphError(f"mapping {cells[0]}: {cell!r} holds a tab or a line break. Write it in one line.")
    return cells


def _prefixes(claims: Iterable[MappingClaim]) -> dict[str, str]:
    used = {name: PREFIXES[name] for name in ("skos", "semapv", "sssom")} | _OWN_PREFIXES
    for claim in claims:
        for compact, address in zip(
            (claim.subject, claim.predicate, claim.object, claim.justification), claim.addresses, strict=True
        ):
            prefix, _, rest = compact.partition(":")
            if used.setdefault(prefix, address.removesuffix(rest)) != address.removesuffix(rest):
                raise GraphError(f"mapping set {claim.set_name}: its prefix {prefix!r} means something else elsewhere.")
    return used


def _quoted(text: str) -> str:
    """Words as a YAML scalar; JSON's strings are YAML's too."""
    return json.dumps(text, ensure_ascii=False)
