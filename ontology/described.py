"""Things that the vocabularies describe for particular documents, to be found by the words that a text uses.

Tracks, the capability frameworks of single documents, regions and industries: a document's rows name them in words,
and these files give each an address, so that a mapping or a query can point at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.statements import DCTERMS, GB, RDF_TYPE, SKOS, Statement, read_statements, read_text

FILES = ("frameworks", "tracks", "regions", "industries")

Key = tuple[str, str, str]
"""Scheme's identifier (a document for frameworks and tracks), local name of a class, words."""


@dataclass(frozen=True, slots=True)
class Described:
    """The addresses of what the vocabularies describe, by scheme, class and any of its Chinese names."""

    addresses: Mapping[Key, str]

    def find(self, scheme: str, kind: str, words: str) -> str | None:
        """The address of what a text calls by these words, or None where no vocabulary describes it.

        Args:
            scheme: The scheme's identifier: a document's id, or ``regions``, ``industries``.
            kind: The local name of the ontology's class, such as ``CapabilityElement``.
            words: The words of the text.
        """
        return self.addresses.get((scheme, kind, words))

    def names(self, scheme: str, kind: str) -> dict[str, str]:
        """The address by each Chinese name of the things of a class in a scheme."""
        return {name: at for (within, of, name), at in self.addresses.items() if (within, of) == (scheme, kind)}


def load_described() -> Described:
    """Read the files of things that only certain documents know.

    Raises:
        OntologyError: A file is missing or wrong, or two things of a class and a scheme share a name.
    """
    return parse_described((name, read_text("vocabularies", f"{name}.ttl")) for name in FILES)


def parse_described(files: Iterable[tuple[str, str]]) -> Described:
    """Read things from Turtle texts.

    Args:
        files: Name and text of each.

    Raises:
        OntologyError: A text is not Turtle, or two things of a class and a scheme share a name.
    """
    found: dict[Key, str] = {}
    for name, text in files:
        about: dict[str, list[Statement]] = defaultdict(list)
        for statement in read_statements(text, f"{name}.ttl"):
            about[statement.subject].append(statement)
        schemes = {
            subject: one.value
            for subject, all_ in about.items()
            for one in all_
            if one.predicate == f"{DCTERMS}identifier"
        }
        for subject, statements in about.items():
            for key in _keys(statements, schemes):
                if found.setdefault(key, subject) != subject:
                    raise OntologyError(f"{name}.ttl: {key[1]} {key[2]!r} of {key[0]} stands twice. Rename one.")
    return Described(MappingProxyType(found))


def _keys(statements: Iterable[Statement], schemes: Mapping[str, str]) -> set[Key]:
    listed = list(statements)
    kinds = {one.value.removeprefix(GB) for one in listed if one.predicate == RDF_TYPE and one.value.startswith(GB)}
    within = {schemes[one.value] for one in listed if one.predicate == f"{SKOS}inScheme" and one.value in schemes}
    names = {
        one.value for one in listed if one.predicate in (f"{SKOS}prefLabel", f"{SKOS}altLabel") and one.language == "zh"
    }
    return {(scheme, kind, name) for scheme in within for kind in kinds for name in names}
