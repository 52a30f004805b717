"""The catalogue of evidence: what each kind carries, who usually delivers it, and the chain from contract to log.

The kinds themselves, with names and definitions, are the vocabulary ``vocabularies/evidence.ttl``; which requirement
may need which kind are the rules ``candidate-evidence-*.rq``. This adds what a plan needs of each. It is a proposal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from ontology.errors import OntologyError
from ontology.statements import read_text
from ontology.vocabulary import Concept, parse_scheme
from ontology.yaml_text import parse_yaml


class _Kind(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    owner: str
    source: str
    seal: bool
    mask: bool
    valid: str
    must: str
    stage: str | None = None
    from_system: bool = False


class _Catalogue(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    proposal: str
    kinds: Mapping[str, _Kind]
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence.

    Attributes:
        code, name: The code and the Chinese name.
        owner: The department that usually delivers it.
        source: Where it comes from.
        seal, mask: Whether it usually carries a seal, and hides secrets.
        valid: How long it is usually taken as current.
        must: What every piece of the kind must show.
        stage: Its link in the chain of proof; None where it is none.
        from_system: Whether a system in use delivers it.
    """

    code: str
    name: str
    owner: str
    source: str
    seal: bool
    mask: bool
    valid: str
    must: str
    stage: str | None
    from_system: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All kinds by code, the chain's links in order, and the words that mark it as a proposal."""

    kinds: Mapping[str, EvidenceKind]
    stages: tuple[str, ...]
    proposal: str

    def code_of(self, name: str) -> str | None:
        """The code of a kind that is named by its code or its Chinese name."""
        return next((kind.code for kind in self.kinds.values() if name in (kind.code, kind.name)), None)


@cache
def evidence_catalogue() -> Catalogue:
    """The catalogue.

    Raises:
        OntologyError: The file does not fit its schema, or its kinds are not those of the vocabulary.
    """
    try:
        text = (files("ontology") / "evidence.yaml").read_text(encoding="utf-8")
        held = _Catalogue.model_validate(parse_yaml(text, "evidence catalogue"))
    except ValidationError as error:
        line = " ".join(str(error).split())
        raise OntologyError(f"evidence catalogue: the file does not fit its schema ({line}). Mend it.") from error
    names = {code: concept.zh for code, concept in _kinds().items()}
    if set(names) != set(held.kinds):
        differ = "、".join(sorted(set(names) ^ set(held.kinds)))
        raise OntologyError(f"evidence catalogue: it and the vocabulary differ in {differ}. Add or remove them.")
    kinds = {code: EvidenceKind(code, names[code], **kind.model_dump()) for code, kind in held.kinds.items()}
    return Catalogue(kinds, held.stages, held.proposal)


def _kinds() -> Mapping[str, Concept]:
    return parse_scheme("evidence", read_text("vocabularies", "evidence.ttl")).concepts
