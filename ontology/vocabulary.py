"""The controlled vocabularies: systems, technologies, tiers, and the capability framework.

The Turtle files in ``ontology/vocabularies/`` are the source; this module reads them as values. Kinds (the design
systems, the control systems …) group the concepts of a vocabulary and are kept apart from them: a text names a concept,
a question may ask for any of a kind.

Source: SKOS reference, https://www.w3.org/TR/skos-reference/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.statements import DCTERMS, GB, RDF_TYPE, SKOS, Statement, read_statements, read_text

SCHEME_NAMES = ("systems", "technologies", "tiers", "capabilities")
_KIND = "SystemKind"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a vocabulary names.

    Attributes:
        code: The canonical code (``MES``, ``数字孪生``, ``smart-factory``, ``19``).
        zh: The preferred Chinese name.
        en: The preferred English name.
        alternatives: Other names that texts use, Chinese and English.
        hidden: What people say or mistype; good for reading questions, too loose for reading texts.
        broader: Codes of the concepts directly above; of a kind, the kinds directly above.
        scheme: The scheme's identifier; for a tier the document (or ``national``) that defines it.
        kind: The local name of the ontology's class, such as ``CapabilitySubdomain``.
        decoys: Longer words that contain a name but mean something else (扩大数据 is not 大数据).
        definition_zh: A short definition in Chinese.
        definition_en: A short definition in English.
        iri: The concept's address.
        groups: Codes of the kinds that it belongs to directly; none for a kind.
        related: Codes of concepts that a text may name for much the same use, though not the same thing; stated of
            one of the two.
        sources: Where the name and the definition come from: addresses of clauses, and words.
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
    groups: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

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
        kinds: The kinds that group the concepts, by code; empty where a vocabulary has none.
    """

    name: str
    concepts: Mapping[str, Concept]
    kinds: Mapping[str, Concept] = field(default_factory=lambda: MappingProxyType({}))

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Codes of every broader concept, nearest first, each once; kinds are not among them.

        Raises:
            OntologyError: No concept has this code.
        """
        return _above(self._concept(code).broader, self.concepts)

    def kinds_of(self, code: str) -> tuple[str, ...]:
        """Codes of the kinds that a concept belongs to, nearest first, each once.

        Raises:
            OntologyError: No concept has this code.
        """
        return _above(self._concept(code).groups, self.kinds)

    def members(self, kind: str) -> tuple[str, ...]:
        """Codes of the concepts of a kind and of the kinds below it, in the order of the file.

        Raises:
            OntologyError: No kind has this code.

        Example:
            >>> "SCADA" in load_scheme("systems").members("control")
            True
        """
        if kind not in self.kinds:
            raise OntologyError(f"{kind!r}: not a kind of the {self.name} vocabulary. List its kinds first.")
        return tuple(code for code in self.concepts if kind in self.kinds_of(code))

    def related_to(self, code: str) -> tuple[str, ...]:
        """Codes of the related concepts, whichever of the two says so.

        Raises:
            OntologyError: No concept has this code.
        """
        stated = self._concept(code).related
        back = (other.code for other in self.concepts.values() if code in other.related)
        return tuple(dict.fromkeys((*stated, *back)))

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
    names = _Names(
        name,
        codes={iri: value for iri, about in described.items() for value in _values(about, SKOS + "notation")},
        schemes={iri: value for iri, about in described.items() for value in _values(about, DCTERMS + "identifier")},
        kinds=frozenset(iri for iri, about in described.items() if GB + _KIND in _values(about, RDF_TYPE)),
    )
    concepts: dict[str, Concept] = {}
    kinds: dict[str, Concept] = {}
    for iri, about in described.items():
        if SKOS + "Concept" not in _values(about, RDF_TYPE):
            continue
        concept = _concept(names, iri, about)
        if concept.code in concepts or concept.code in kinds:
            raise OntologyError(f"{name}.ttl: the code {concept.code!r} stands twice. Give one concept another code.")
        (kinds if iri in names.kinds else concepts)[concept.code] = concept
    for level in (concepts, kinds):
        _refuse_circles(name, level)
    return Scheme(name, MappingProxyType(concepts), MappingProxyType(kinds))


@dataclass(frozen=True, slots=True)
class _Names:
    """What the addresses of a file stand for."""

    file: str
    codes: Mapping[str, str]
    schemes: Mapping[str, str]
    kinds: frozenset[str]

    def codes_of(self, iris: Iterable[str], called: str) -> tuple[str, ...]:
        """The codes of concepts that are called broader or related."""
        found = tuple(iris)
        for iri in found:
            if iri not in self.codes:
                raise OntologyError(f"{self.file}.ttl: <{iri}> is called {called} but is not described. Describe it.")
        return tuple(self.codes[iri] for iri in found)


def _concept(names: _Names, iri: str, about: list[Statement]) -> Concept:
    def text(predicate: str, language: str) -> str:
        return next(iter(_values(about, predicate, language)), "")

    zh, en, code = text(SKOS + "prefLabel", "zh"), text(SKOS + "prefLabel", "en"), names.codes.get(iri, "")
    if not (zh and en and code):
        raise OntologyError(f"{names.file}.ttl: <{iri}> lacks a notation or a preferred name in zh or en. Add it.")
    classes = [value.removeprefix(GB) for value in _values(about, RDF_TYPE) if value.startswith(GB)]
    broader = _values(about, SKOS + "broader")
    is_kind = iri in names.kinds
    if is_kind and not names.kinds.issuperset(broader):
        raise OntologyError(f"{names.file}.ttl: the kind {code!r} has something broader that is no kind. Correct it.")
    grouping = () if is_kind else tuple(one for one in broader if one in names.kinds)
    schemes = (names.schemes[one] for one in _values(about, SKOS + "inScheme") if one in names.schemes)
    return Concept(
        code=code,
        zh=zh,
        en=en,
        alternatives=_values(about, SKOS + "altLabel"),
        hidden=_values(about, SKOS + "hiddenLabel"),
        broader=names.codes_of((one for one in broader if one not in grouping), "broader"),
        scheme=next(schemes, names.file),
        kind=next(iter(classes), ""),
        decoys=_values(about, GB + "decoy"),
        definition_zh=text(SKOS + "definition", "zh"),
        definition_en=text(SKOS + "definition", "en"),
        iri=iri,
        groups=names.codes_of(grouping, "broader"),
        related=names.codes_of(_values(about, SKOS + "related"), "related"),
        sources=_values(about, DCTERMS + "source"),
    )


def _above(nearest: Iterable[str], level: Mapping[str, Concept]) -> tuple[str, ...]:
    """The codes given and everything above them, nearest first, each once."""
    found: dict[str, None] = {}
    waiting = list(nearest)
    while waiting:
        code = waiting.pop(0)
        if code not in found:
            found[code] = None
            waiting.extend(level[code].broader)
    return tuple(found)


def _refuse_circles(name: str, level: Mapping[str, Concept]) -> None:
    for code, concept in level.items():
        if code in _above(concept.broader, level):
            raise OntologyError(f"{name}.ttl: {code!r} lies above itself. Take one of the broader statements out.")


def _values(about: Iterable[Statement], predicate: str, language: str | None = None) -> tuple[str, ...]:
    return tuple(
        statement.value
        for statement in about
        if statement.predicate == predicate and (language is None or statement.language == language)
    )
