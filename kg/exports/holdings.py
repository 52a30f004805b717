"""What a workbook is made from, and the words that its sheets share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from corpus.library import Document
from kg.exports.sheet import Column
from kg.graph import GraphStore
from kg.mapped import Mapped

Language = Literal["zh", "en"]

_CALLED = """
SELECT ?code ?label WHERE {
  ?concept a gb:%s ; skos:notation ?code ; skos:prefLabel ?label . FILTER(LANG(?label) = "%s")
}
"""
_KINDS = """
SELECT ?clause ?label WHERE {
  ?class rdfs:subClassOf gb:Clause ; rdfs:label ?label . FILTER(LANG(?label) = "%s")
  ?row a ?class ; dcterms:identifier ?clause .
}
"""


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything that goes into a workbook.

    Attributes:
        documents: The documents, with their rows in reading order.
        graph: The knowledge graph.
        mapped: The mappings to the national level.
        language: Of heads and labels; the texts' own words stay Chinese.
    """

    documents: Sequence[Document]
    graph: GraphStore
    mapped: Sequence[Mapped]
    language: Language = "zh"

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All rows in reading order."""
        return tuple(clause for document in self.documents for clause in document.clauses)

    def say(self, zh: str, en: str) -> str:
        """The words of the language."""
        return zh if self.language == "zh" else en

    def columns(self, *described: tuple[str, str, int]) -> tuple[Column, ...]:
        """Columns from their Chinese and English heads and their widths."""
        return tuple(Column(self.say(zh, en), width) for zh, en, width in described)

    def forces(self) -> Mapping[str, str]:
        """The names of forces by code.

        Raises:
            GraphError: The graph cannot be read.
        """
        return self._pairs(_CALLED % ("Force", self.language))

    def kinds(self) -> Mapping[str, str]:
        """The name of each clause's kind by the clause's id.

        Raises:
            GraphError: The graph cannot be read.
        """
        return self._pairs(_KINDS % self.language)

    def _pairs(self, query: str) -> Mapping[str, str]:
        return {str(key): str(value) for key, value in self.graph.query(query).values}
