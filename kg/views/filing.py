"""Which capability subdomains a clause is filed under, and whether its text files it there or only its meaning does.

A text files a clause by the subdomain it declares, by a heading that is a subdomain's name, or by a list at the start
of the clause (包括采购管理、计划与调度…). Where it does not, the classifier of subjects and the filed clauses that are
nearest in meaning vote; what is not likely enough is filed under the domain that a heading names, or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause
from kg.variants.link import Meaning, Vectors
from kg.views.library import heading_name, same_name
from ontology.vocabulary import Concept, Scheme

How = Literal["declared", "heading", "listed", "meaning"]
LIKELY = 0.65
"""How likely a subdomain must be where only meaning speaks for it."""
_NAMED = 0.25
"""How likely it must be where the clause has its name among its words."""
_NAMED_WITHIN = 0.05
"""How likely it must be where, besides, a heading names the domain that holds it."""

_NEIGHBOURS = 8
_SHARPNESS = 30.0
_WITHIN = 0.3
"""How much of the likelihood must lie in a domain that a heading names for the others to be put out."""
_LISTING = re.compile(r"^(?:[^。：:，,；;]{2,20}[。：:])?\s*(?:主要)?(?:包括|包含|涵盖)(?P<list>[^。；;]{4,80})[。；;]")
_LIST_END = re.compile(r"等?(?:[一二两三四五六七八九十\d]+个)?(?:方面|内容|环节)?$")
_AND = re.compile(r"[与和及]")
_ENDINGS = re.compile(r"(?:新?模式|建设|应用|要求)$")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Filed:
    """A place of a clause.

    Attributes:
        code: A subdomain's code; a domain's where the text says no more.
        how: What puts it there: the text (``declared``, ``heading``, ``listed``) or ``meaning``.
        confidence: How likely, from 0 to 1; 1 where the text says it.
    """

    code: str
    how: How
    confidence: float = 1.0

    @property
    def inferred(self) -> bool:
        """Whether likeness of meaning, and no text, put it here."""
        return self.how == "meaning"


class Filing:
    """Files clauses under the subdomains of a framework.

    Args:
        capabilities: The vocabulary of elements, domains and subdomains.
        clauses: All clauses of the library; those that a text files are what others are compared with.
        meaning: Vectors and likelihoods; without them only texts file.

    Attributes:
        subdomains: The codes of the subdomains, in the order of the framework.
        called: Codes of elements, domains and subdomains by their names.
    """

    def __init__(self, capabilities: Scheme, clauses: Iterable[Clause], meaning: Meaning | None) -> None:
        self._concepts = capabilities.concepts
        self.subdomains = tuple(one.code for one in capabilities.of_kind("CapabilitySubdomain"))
        self._place = {code: number for number, code in enumerate(self.subdomains)}
        self.called = names_of_capabilities(capabilities)
        self._widest = frozenset(one.code for one in capabilities.of_kind("CapabilityElement"))
        self._meaning = meaning
        self._names = [_naming(self._concepts[code]) for code in self.subdomains]
        stated = [(one, code) for one in clauses if one.kind == "requirement" and (code := self._one(one)) is not None]
        self._owners = np.array([self._place[code] for _, code in stated], dtype=np.int64)
        self._vectors = meaning.vectors([one.id for one, _ in stated]) if meaning is not None and stated else None

    def stated(self, clause: Clause) -> tuple[Filed, ...]:
        """Where the text itself files a clause; the innermost heading that names a subdomain wins."""
        own = self.called.get(same_name(clause.subdomain or ""))
        if own in self._place:
            return (Filed(own, "declared"),)
        for name in _headings(clause):
            code = self.called.get(name)
            if code in self._place:
                return (Filed(code, "heading"),)
        return tuple(Filed(code, "listed") for code in self._listed(clause))

    def file(self, clauses: Sequence[Clause]) -> Mapping[str, tuple[Filed, ...]]:
        """Where each clause is filed, by its id: stated places, else inferred ones, else a domain; else nothing."""
        found = {clause.id: self.stated(clause) for clause in clauses}
        rest = [clause for clause in clauses if not found[clause.id]]
        if self._meaning is not None and rest:
            likely = self._likely([clause.id for clause in rest], self._meaning)
            for clause, shares in zip(rest, likely, strict=True):
                found[clause.id] = self._inferred(clause, shares)
        for clause in rest:
            domain = self._domain(clause)
            if not found[clause.id] and domain is not None:
                found[clause.id] = (Filed(domain, "heading"),)
        return found

    def _one(self, clause: Clause) -> str | None:
        places = self.stated(clause)
        return places[0].code if len(places) == 1 and places[0].how != "listed" else None

    def _listed(self, clause: Clause) -> tuple[str, ...]:
        codes = (self.called.get(same_name(item)) for item in listed_items(clause, self.called))
        return tuple(dict.fromkeys(code for code in codes if code is not None and code not in self._widest))

    def _domain(self, clause: Clause) -> str | None:
        """The domain that a heading over the clause names."""
        for name in _headings(clause):
            code = self.called.get(name)
            if code is not None and self._concepts[code].kind == "CapabilityDomain":
                return code
        return None

    def _likely(self, ids: Sequence[str], meaning: Meaning) -> Vectors:
        """Shape (n, subdomains): the classifier and the nearest filed clauses, each for one half."""
        learned = meaning.topics(ids)
        if self._vectors is None:
            return learned
        cosines = meaning.vectors(ids) @ self._vectors.T
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :_NEIGHBOURS]
        near = np.take_along_axis(cosines, nearest, axis=1)
        weights = np.exp(_SHARPNESS * (near - near[:, :1]))
        votes = np.zeros_like(learned)
        for row in range(len(ids)):
            np.add.at(votes[row], self._owners[nearest[row]], weights[row])
        votes /= votes.sum(axis=1, keepdims=True)
        return np.asarray((learned + votes) / 2, dtype=np.float32)

    def _named(self, clause: Clause, *, loosely: bool = False) -> npt.NDArray[np.bool_]:
        """Which subdomains have a name among the words of a clause; loosely also as part of a system's name."""
        found = (name.finditer(clause.plain) for name in self._names)
        return np.array([any(loosely or not one["system"] for one in each) for each in found])

    def _inferred(self, clause: Clause, shares: Vectors) -> tuple[Filed, ...]:
        """The likeliest subdomain where it is likely enough, and with it the others that are."""
        named = self._named(clause)
        needed = np.where(named, _NAMED, LIKELY)
        domain = self._domain(clause)
        if domain is not None:
            inside = np.array([domain in self._concepts[code].broader for code in self.subdomains])
            named |= inside & self._named(clause, loosely=True)
            needed = np.where(named, _NAMED, LIKELY)
            within = inside | named
            held = float(shares[within].sum())
            if held >= _WITHIN:
                shares = np.where(within, shares / held, 0.0)
                needed = np.where(inside & named, _NAMED_WITHIN, needed)
        order = np.argsort(-shares, kind="stable").tolist()
        enough = [place for place in order if shares[place] >= needed[place]]
        if not enough or enough[0] != order[0]:
            return ()
        return tuple(Filed(self.subdomains[place], "meaning", round(float(shares[place]), 2)) for place in enough)


def _naming(concept: Concept) -> re.Pattern[str]:
    """Finds a subdomain's names among words, and whether one goes on as a system's name (供应链管理系统)."""
    names = (name for name in (concept.zh, *concept.alternatives) if len(name) >= _SHORTEST and not name.isascii())
    return re.compile(f"(?:{'|'.join(map(re.escape, names))})(?P<system>系统|平台|软件|工具)?")


def names_of_capabilities(capabilities: Scheme) -> Mapping[str, str]:
    """Codes by every name; a preferred name comes before another's alternative."""
    found = {same_name(concept.zh): code for code, concept in capabilities.concepts.items()}
    for code, concept in capabilities.concepts.items():
        for name in concept.alternatives:
            found.setdefault(same_name(name), code)
    return found


def _headings(clause: Clause) -> tuple[str, ...]:
    """What stands over a clause, the innermost first; a label that is a word is its own heading."""
    label = clause.label if clause.label and len(clause.label) >= _SHORTEST and not clause.label.isascii() else None
    names = (label, *reversed(clause.path), clause.domain, clause.element)
    found = (same_name(heading_name(name)) for name in names if name)
    return tuple(dict.fromkeys(spelt for name in found for spelt in (name, _ENDINGS.sub("", name))))


def listed_items(clause: Clause, called: Mapping[str, str]) -> tuple[str, ...]:
    """What a requirement lists at its start: 包括采购管理、计划与调度等; 与 and 和 part no name of a capability."""
    opening = _LISTING.match(clause.plain)
    if opening is None or clause.kind != "requirement":
        return ()
    listed = _LIST_END.sub("", opening["list"])
    items = (item.removesuffix("等") for item in re.split(r"[、，,]", listed))
    parted = (part for item in items for part in ((item,) if same_name(item) in called else _AND.split(item)))
    return tuple(part for part in parted if part)
