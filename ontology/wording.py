"""How requirements are worded: words that ask for nothing by themselves, and words of scope with their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ontology.errors import OntologyError
from ontology.yaml_text import parse_yaml


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str


class _Scope(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    dimension: str
    label: _Label
    limits: int = 0
    anchored: bool = False
    steps: tuple[tuple[str, ...], ...] = Field(min_length=2)


class _Wording(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    particles: frozenset[str]
    verbs: frozenset[str]
    bases: frozenset[str]
    base_ends: frozenset[str]
    adverbs: frozenset[str]
    terms: frozenset[str]
    actions: frozenset[str]
    qualifiers: frozenset[str]
    fillers: frozenset[str]
    carriers: frozenset[str]
    suffixes: frozenset[str]
    prefixes: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    alike: tuple[tuple[str, ...], ...]
    scopes: tuple[_Scope, ...]


@dataclass(frozen=True, slots=True)
class ScopeWord:
    """A word of scope.

    Attributes:
        word: As texts write it.
        dimension: What it measures: ``level``, ``coverage``, ``time``.
        step: Its place in the dimension's order, 0 the narrowest.
        limits: Whether having none of the dimension asks for more than having it.
        anchored: Whether two are compared only where they are said of one thing.
    """

    word: str
    dimension: str
    step: int
    limits: bool
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """How requirements are worded.

    Attributes:
        particles: Words that join others.
        verbs: Verbs that say that something is to be had or done.
        bases: Words that lead in what a demand only rests on.
        base_ends: Words at which that ends within a phrase.
        adverbs: Words that colour a verb.
        terms: Words that a cutter may not know.
        actions: Words that are verbs at the head of a phrase and things elsewhere.
        qualifiers: Words that only colour the noun after them.
        fillers: Nouns that add nothing to the noun before them.
        carriers: Nouns that end the name of a thing that can be had.
        suffixes: Endings that change little of what a word says.
        prefixes: Beginnings that change little of it.
        negations: Beginnings that turn it.
        alike: For a word that others say the same as, the first of them.
        scopes: Words of scope, longest first.
        labels: The dimensions with their names in Chinese and English.
    """

    particles: frozenset[str]
    verbs: frozenset[str]
    bases: frozenset[str]
    base_ends: frozenset[str]
    adverbs: frozenset[str]
    terms: frozenset[str]
    actions: frozenset[str]
    qualifiers: frozenset[str]
    fillers: frozenset[str]
    carriers: frozenset[str]
    suffixes: frozenset[str]
    prefixes: frozenset[str]
    negations: frozenset[str]
    alike: Mapping[str, str]
    scopes: tuple[ScopeWord, ...]
    labels: tuple[tuple[str, str, str], ...]

    def key(self, word: str) -> str:
        """The word that stands for all that say the same as this one, mostly itself."""
        if len(word) > 2 and word not in self.alike and word[-1] in self.suffixes:
            word = word[:-1]
        if len(word) > 2 and word not in self.alike and word not in self.terms and word[0] in self.prefixes:
            word = word[1:]
        return self.alike.get(word, word)

    def knows(self, word: str) -> bool:
        """Whether a word stands in one of the lists."""
        lists = (self.particles, self.verbs, self.adverbs, self.terms, self.actions, self.bases, self.alike)
        return any(word in words for words in lists)


@cache
def load_wording() -> Wording:
    """The wording that comes with the ontology.

    Raises:
        OntologyError: The file does not fit its schema, or a word of scope stands twice.
    """
    return parse_wording((files("ontology") / "wording.yaml").read_text(encoding="utf-8"))


def parse_wording(text: str) -> Wording:
    """Read wording from YAML.

    Raises:
        OntologyError: The text does not fit the schema, or a word of scope or one alike stands twice.
    """
    try:
        held = _Wording.model_validate(parse_yaml(text, "wording"))
    except ValidationError as error:
        line = " ".join(str(error).split())
        raise OntologyError(f"wording: the file does not fit its schema ({line}). Mend it.") from error
    words = [
        ScopeWord(word, scope.dimension, step, step < scope.limits, scope.anchored)
        for scope in held.scopes
        for step, group in enumerate(scope.steps)
        for word in group
    ]
    named = [word for group in held.alike for word in group]
    if len(set(named)) < len(named):
        repeated = "、".join(sorted({word for word in named if named.count(word) > 1}))
        raise OntologyError(f"wording: {repeated} is alike to two groups of words. Join the groups.")
    twice = {one.word for one in words if sum(other.word == one.word for other in words) > 1}
    if twice:
        raise OntologyError(f"wording: {'、'.join(sorted(twice))} stands in two steps of scope. Leave one.")
    return Wording(
        held.particles,
        held.verbs,
        held.bases,
        held.base_ends,
        held.adverbs,
        held.terms,
        held.actions,
        held.qualifiers,
        held.fillers,
        held.carriers,
        held.suffixes,
        held.prefixes,
        held.negations,
        MappingProxyType({word: group[0] for group in held.alike for word in group}),
        tuple(sorted(words, key=lambda one: -len(one.word))),
        tuple((scope.dimension, scope.label.zh, scope.label.en) for scope in held.scopes),
    )
