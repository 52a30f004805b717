"""All operators by name, and the mutants of an original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drafting.checks.alignment import normalise
from evals.mutations import amounts, binding, names, qualifications, structure
from evals.mutations.original import Operator, Original, Spoilt, Vocabulary

OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        "number": amounts.number,
        "figure": amounts.figure,
        "unit": amounts.unit,
        "comparator": amounts.comparator,
        "year": amounts.year,
        "force raised": binding.force_raised,
        "force lowered": binding.force_lowered,
        "force dropped": binding.force_dropped,
        "force added": binding.force_added,
        "negation dropped": binding.negation_dropped,
        "negation added": binding.negation_added,
        "direction": binding.direction,
        "system": names.system,
        "technology": names.technology,
        "tier": names.tier,
        "document": names.document,
        "subject": names.subject,
        "merged": structure.merged,
        "crossed": structure.crossed,
        "item exchanged": structure.item_exchanged,
        "item added": structure.item_added,
        "item dropped": structure.item_dropped,
        "scope widened": structure.scope_widened,
        "industry": structure.industry,
        "condition": structure.condition,
        "alternative": qualifications.alternative,
        "qualification": qualifications.qualification,
    }
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt sentence and how it came about."""

    operator: str
    original: Original
    spoilt: Spoilt


def mutants(original: Original, vocabulary: Vocabulary) -> Iterator[Mutant]:
    """Every mutant of an original, each text once; what a cited clause says word for word is none."""
    known = [normalise(clause.plain) for clause in original.cited]
    seen = {original.text}
    for name, operator in OPERATORS.items():
        for spoilt in operator(original, vocabulary):
            said = normalise(spoilt.text).rstrip("。;,")
            if spoilt.text in seen or (original.source != "composed" and any(said in text for text in known)):
                continue
            seen.add(spoilt.text)
            yield Mutant(name, original, spoilt)
