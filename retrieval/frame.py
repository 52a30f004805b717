"""What a question was understood to ask: the value that search filters and answers are chosen from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Intent = Literal["lookup", "count", "list", "threshold", "definition", "procedure", "comparison", "yes_no", "where"]


@dataclass(frozen=True, slots=True)
class QueryFrame:
    """A question as it was understood.

    Attributes:
        question: The question as asked.
        spelt: The question with its misspelt names put right; as asked where there are none.
        text: The question with width, case, script and misspelt names made equal.
        about: The normalised question without the names of documents, for reading what it asks of them.
        content: The part of it that says what it is about, for comparing by meaning.
        language: ``zh`` or ``en``.
        intent: What kind of answer it wants.
        documents: Ids of the documents that it is about.
        documents_named: Whether the question names them; else they follow from its other words or the default.
        tiers: Codes of the tiers it names, lowest first.
        foreign_tiers: Names of tiers of other schemes (the national ones) that it names.
        national: Compact addresses (``scenario:27``) of what it names of the national level.
        national_targets: What it speaks of at the national level: ``scenarios``, ``maturity``, ``tiers``.
        tracks: Alternatives within a document that it names.
        elements, domains, subdomains: Capabilities that it names; subdomains by printed number.
        industry: ``离散行业`` or ``流程行业`` where it limits itself to one.
        systems, technologies: Codes that it names, without their broader ones.
        system_kinds: Kinds of systems that it asks for (哪些设计类系统).
        kind_systems: Codes of all systems of those kinds; any one of them will do.
        kind_names: The Chinese names of those kinds.
        lists_systems: Whether it asks which systems of those kinds there are, rather than for the clauses.
        related_systems: Codes of the systems that serve much the same use as a system it names.
        forces: Forces it asks for.
        premise: Whether it asserts something and asks to agree or to explain.
        negated: Whether what it asserts or asks is a denial (不要求, 不用).
        guessed: Fields that follow from likeness of meaning and not from a word of the question.
        compares: What a question that sets things side by side wants to know of them (``stricter``, ``same_words``).
        sides: The targets that it sets side by side, ``DOCUMENT[:TIER][/TRACK]``; empty where it does not.
        side_name: The name that sides of different documents share (智能工厂).
        missing_sides: Regions and editions that it sets beside others and that no document is of.
        absent_places: Places that it names and no document is of.
        place_documents: The documents of the places that it names; empty where it asks of others too.
        compared: Its words without its sides and without those that compare.
        english: For a question in English, what it names, in both languages.
        field_words: For a question in English, its words that the vocabularies' English names use.
        notes: How it was taken where it could be taken otherwise; shown to the person.
    """

    question: str
    text: str
    language: Literal["zh", "en"]
    spelt: str = ""
    about: str = ""
    content: str = ""
    intent: Intent = "lookup"
    documents: tuple[str, ...] = ()
    documents_named: bool = False
    tiers: tuple[str, ...] = ()
    foreign_tiers: tuple[str, ...] = ()
    national: tuple[str, ...] = ()
    national_targets: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    subdomains: tuple[str, ...] = ()
    industry: str | None = None
    systems: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    system_kinds: tuple[str, ...] = ()
    kind_systems: tuple[str, ...] = ()
    kind_names: tuple[str, ...] = ()
    lists_systems: bool = False
    related_systems: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    premise: bool = False
    negated: bool = False
    guessed: tuple[str, ...] = ()
    compares: str = ""
    sides: tuple[str, ...] = ()
    side_name: str = ""
    missing_sides: tuple[str, ...] = ()
    absent_places: tuple[str, ...] = ()
    place_documents: tuple[str, ...] = ()
    compared: str = ""
    english: tuple[str, ...] = ()
    field_words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def names_capability(self) -> bool:
        """Whether it names a subdomain, a domain or an element."""
        return bool(self.subdomains or self.domains or self.elements)

    @property
    def names_object(self) -> bool:
        """Whether it names a system, a kind of systems or a technology."""
        return bool(self.systems or self.system_kinds or self.technologies)

    def to_json(self) -> dict[str, Any]:
        """Every field, tuples as lists."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}
