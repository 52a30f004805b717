"""The mappings to the national level, read from SSSOM files: claims with a reason, a confidence and a status.

Source: SSSOM, https://mapping-commons.github.io/sssom/.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

from ontology.errors import OntologyError
from ontology.yaml_text import parse_yaml

NO_TERM = "sssom:NoTermFound"
Status = Literal["proposed", "stated"]
Target = Literal["scenarios", "maturity", "tiers"]

_PREDICATES = frozenset(f"skos:{name}Match" for name in ("close", "broad", "narrow", "related"))
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
    "other",
)
"""What each row of a mapping set has to say."""

_TARGET_OF = {"scenario": "scenarios", "maturity": "maturity", "tier": "tiers"}


@dataclass(frozen=True, slots=True)
class MappingClaim:
    """One row of a mapping set.

    Attributes:
        set_name: The file's name without its ending.
        number: The row's place in its file, from 1.
        subject, predicate, object: Compact addresses such as ``capability:19``; the object is
            ``sssom:NoTermFound`` where nothing corresponds.
        subject_label, object_label: Chinese names.
        justification: How the row came about, as a compact address of the SEMAPV vocabulary.
        confidence: From 0 to 1.
        rationale: Why, in a sentence or two that an expert can dispute.
        status: ``proposed``, unless a text states the correspondence.
        target: What the subject is mapped to.
        addresses: Full addresses of subject, predicate, object and justification.
    """

    set_name: str
    number: int
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    justification: str
    confidence: float
    rationale: str
    status: Status
    target: Target
    addresses: tuple[str, str, str, str]

    @property
    def matches(self) -> bool:
        """Whether something corresponds at all."""
        return self.object != NO_TERM


def mapping_files() -> tuple[tuple[str, str], ...]:
    """Name (without ending) and text of every mapping set that is installed, by name."""
    folder = files("ontology").joinpath("mappings")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".sssom.tsv")), key=lambda path: path.name)
    return tuple((path.name.removesuffix(".sssom.tsv"), path.read_text(encoding="utf-8")) for path in paths)


def load_mappings() -> tuple[MappingClaim, ...]:
    """All claims, set by set, in the order of the files.

    Raises:
        OntologyError: A file is no SSSOM table as this product writes it.
    """
    return tuple(claim for name, text in mapping_files() for claim in parse_mappings(name, text))


def parse_mappings(name: str, text: str) -> tuple[MappingClaim, ...]:
    """Read one mapping set.

    Args:
        name: What to call it.
        text: An SSSOM table: a YAML header in comment lines, then tab-separated rows.

    Raises:
        OntologyError: A column is missing, a prefix is unknown, or a row's predicate, confidence or status is not
            one that a proposal may have.
    """
    lines = text.splitlines()
    header = parse_yaml("\n".join(line[1:] for line in lines if line.startswith("#")), f"{name}.sssom.tsv") or {}
    prefixes = header.get("curie_map") or {}
    body = "\n".join(line for line in lines if not line.startswith("#"))
    rows = csv.DictReader(io.StringIO(body), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise OntologyError(f"{name}.sssom.tsv: lacks the columns {', '.join(missing)}. Add them.")
    return tuple(_claim(name, number, row, prefixes) for number, row in enumerate(rows, start=1))


def _claim(name: str, number: int, row: Mapping[str, str], prefixes: Mapping[str, str]) -> MappingClaim:
    place = f"{name}.sssom.tsv, row {number}"
    asides = _asides(place, row["other"])
    status, target = asides.get("status"), asides.get("target") or _TARGET_OF.get(row["object_id"].partition(":")[0])
    try:
        confidence = float(row["confidence"])
    except ValueError as error:
        raise OntologyError(f"{place}: confidence {row['confidence']!r} is no number. Give one from 0 to 1.") from error
    if row["predicate_id"] not in _PREDICATES:
        raise OntologyError(f"{place}: predicate {row['predicate_id']!r} is not for a proposal. Use a weaker one.")
    if status not in ("proposed", "stated") or target not in _TARGET_OF.values() or not 0 <= confidence <= 1:
        raise OntologyError(f"{place}: needs a status, a target and a confidence from 0 to 1. Correct the row.")
    named = (row["subject_id"], row["predicate_id"], row["object_id"], row["mapping_justification"])
    return MappingClaim(
        name,
        number,
        row["subject_id"],
        row["subject_label"],
        row["predicate_id"],
        row["object_id"],
        row["object_label"],
        row["mapping_justification"],
        confidence,
        row["comment"],
        cast(Status, status),
        cast(Target, target),
        (
            _full(place, named[0], prefixes),
            _full(place, named[1], prefixes),
            _full(place, named[2], prefixes),
            _full(place, named[3], prefixes),
        ),
    )


def _asides(place: str, other: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in other.split("|") if part]
    if any(not sign for _, sign, _ in pairs):
        raise OntologyError(f"{place}: 'other' holds {other!r}. Write key=value, joined by |.")
    return {key: value for key, _, value in pairs}


def _full(place: str, compact: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, rest = compact.partition(":")
    if prefix not in prefixes or not rest:
        raise OntologyError(f"{place}: {compact!r} has no known prefix. Add it to the file's curie_map.")
    return prefixes[prefix] + rest
