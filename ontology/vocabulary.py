"""The controlled vocabularies: systems, technologies, tiers, and the capability framework.

The Turtle files in ``ontology/vocabularies/`` are the source; this module reads them as values.

Source: SKOS reference, https://www.w3.org/TR/skos-reference/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.statements import DCTERMS, GB, RDF_TYPE, SKOS, Statement, read_statements, read_text

SCHEME_NAMES = ("systems", "technologies", "tiers", "capabilities")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a vocabulary names.

    Attributes:
        code: The canonical code (``MES``, ``数字孪生``, ``smart-factory``, ``19``).
        zh: The preferred Chinese name.
        en: The preferred English name.
        alternatives: Other names that texts use, Chinese and English.
        hidden: What people say or mistype; good for reading questions, too loose for reading texts.
        broader: Codes of the concepts directly above.
        scheme: The scheme's identifier; for a tier the document (or ``national``) that defines it.
        kind: The local name of the ontology's class, such as ``CapabilitySubdomain``.
        decoys: Longer words that contain a name but mean something else (扩大数据 is not 大数据).
        definition_zh: A short definition in Chinese.
        definition_en: A short definition in English.
        iri: The concept's address.
    """

    code: str
    zh: str
    en: str
    alternatives: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: tuple[str, ...]
    scheme: str
    kind: str = ""
    decoys: tuple[str, ...] = ()
    definition_zh: str = ""
    definition_en: str = ""
    iri: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every proper name, the code first, without repetition."""
        return tuple(dict.fromkeys((self.code, self.zh, self.en, *self.alternatives)))


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary.

    Attributes:
        name: The vocabulary's name, as :func:`load_scheme` takes it.
        concepts: The concepts by code, in the order of the file.
    """

    name: str
    concepts: Mapping[str, Concept]

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Codes of everything broader, nearest first, each once.

        Raises:
            OntologyError: No concept has this code.
        """
        found: dict[str, None] = {}
        waiting = list(self._concept(code).broader)
        while waiting:
            above = waiting.pop(0)
            if above not in found and above != code:
                found[above] = None
                waiting.extend(self._concept(above).broader)
        return tuple(found)

    def narrower(self, code: str) -> tuple[str, ...]:
        """Codes of the concepts directly below, in the order of the file.

        Raises:
            OntologyError: No concept has this code.
        """
        self._concept(code)
        return tuple(other.code for other in self.concepts.values() if code in other.broader)

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        """The concepts of one class of the ontology, such as ``CapabilitySubdomain``."""
        return tuple(concept for concept in self.concepts.values() if concept.kind == kind)

    def _concept(self, code: str) -> Concept:
        try:
            return self.concepts[code]
        except KeyError as error:
            raise OntologyError(f"{code!r}: not a code of the {self.name} vocabulary. List its codes first.") from error


def load_scheme(name: str) -> Scheme:
    """Read one of the vocabularies.

    Args:
        name: One of ``systems``, ``technologies``, ``tiers``, ``capabilities``.

    Raises:
        OntologyError: There is no such vocabulary, or its file is wrong.

    Example:
        >>> load_scheme("systems").concepts["MES"].zh
        '制造执行系统'
    """
    if name not in SCHEME_NAMES:
        raise OntologyError(f"{name!r}: no such vocabulary. Choose one of {', '.join(SCHEME_NAMES)}.")
    return parse_scheme(name, read_text("vocabularies", f"{name}.ttl"))


def parse_scheme(name: str, turtle: str) -> Scheme:
    """Read a vocabulary from Turtle.

    Args:
        name: What to call the vocabulary.
        turtle: SKOS concepts with notations and labels in ``zh`` and ``en``.

    Raises:
        OntologyError: The text is not Turtle, a concept lacks a code or a name, or a code stands twice.
    """
    described: dict[str, list[Statement]] = defaultdict(list)
    for statement in read_statements(turtle, f"{name}.ttl"):
        described[statement.subject].append(statement)
    codes = {iri: value for iri, about in described.items() for value in _values(about, SKOS + "notation")}
    schemes = {iri: value for iri, about in described.items() for value in _values(about, DCTERMS + "identifier")}
    concepts: dict[str, Concept] = {}
    for iri, about in described.items():
        if SKOS + "Concept" not in _values(about, RDF_TYPE):
            continue
        concept = _concept(name, iri, about, codes, schemes)
        if concept.code in concepts:
            raise OntologyError(f"{name}.ttl: the code {concept.code!r} stands twice. Give one concept another code.")
        concepts[concept.code] = concept
    return Scheme(name, MappingProxyType(concepts))


def _concept(
    name: str, iri: str, about: list[Statement], codes: Mapping[str, str], schemes: Mapping[str, str]
) -> Concept:
    def text(predicate: str, language: str) -> str:
        return next(iter(_values(about, predicate, language)), "")

    zh, en, code = text(SKOS + "prefLabel", "zh"), text(SKOS + "prefLabel", "en"), codes.get(iri, "")
    if not (zh and en and code):
        raise OntologyError(f"{name}.ttl: <{iri}> lacks a notation or a preferred name in zh or en. Add it.")
    kinds = [value.removeprefix(GB) for value in _values(about, RDF_TYPE) if value.startswith(GB)]
    return Concept(
        code=code,
        zh=zh,
        en=en,
        alternatives=_values(about, SKOS + "altLabel"),
        hidden=_values(about, SKOS + "hiddenLabel"),
        broader=_codes(name, _values(about, SKOS + "broader"), codes),
        scheme=next((schemes[value] for value in _values(about, SKOS + "inScheme") if value in schemes), name),
        kind=next(iter(kinds), ""),
        decoys=_values(about, GB + "decoy"),
        definition_zh=text(SKOS + "definition", "zh"),
        definition_en=text(SKOS + "definition", "en"),
        iri=iri,
    )


def _codes(name: str, iris: Iterable[str], codes: Mapping[str, str]) -> tuple[str, ...]:
    for iri in iris:
        if iri not in codes:
            raise OntologyError(f"{name}.ttl: <{iri}> is called broader but is not described. Describe it.")
    return tuple(codes[iri] for iri in iris)


def _values(about: Iterable[Statement], predicate: str, language: str | None = None) -> tuple[str, ...]:
    return tuple(
        statement.value
        for statement in about
        if statement.predicate == predicate and (language is None or statement.language == language)
    )
