"""What a row of a comparison is about: the capability that a text files it under, its heading, or the likeliest one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from kg.linking import Linker
from kg.variants.comparison import Topic
from kg.variants.link import Meaning
from ontology.vocabulary import Scheme

LIKELY = 0.7
"""How likely a subdomain must be for a clause to be filed there by its meaning alone."""

_MATTERS = {"term": "术语与定义", "threshold": "条件与数量", "step": "程序与职责", "table_cell": "附表"}


_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|[（(]?[一二三四五六七八九十]+[）)]?)\s*[.．、]?\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class AskedTopic:
    """What a comparison is to be limited to; one of the three is given.

    Attributes:
        numbers: Printed numbers of subdomains.
        names: Codes of systems and technologies.
        called: What these are called, in any spelling; a heading may say it where the clause does not.
        words: Words as the texts may print them.
    """

    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    words: str = ""

    def holds(self, topic: Topic, clauses: Sequence[Clause]) -> bool:
        """Whether a row with this topic and these clauses is about it."""
        if self.numbers:
            return topic.number in self.numbers or any(str(one.subdomain_no) in self.numbers for one in clauses)
        if self.names:
            return any(self.names & {*one.systems, *one.technologies} or self._headed(one) for one in clauses)
        return any(self.words in text for one in clauses for text in (one.plain, *one.path)) or self.words in topic.name

    def _headed(self, clause: Clause) -> bool:
        headings = " ".join(filter(None, (clause.label, clause.element, *clause.path[-1:])))
        return any(name in headings for name in self.called)


class TopicReader:
    """Finds the topic of clauses.

    Args:
        capabilities: The vocabulary of elements, domains and subdomains.
        linker: Finds systems and technologies in words.
        numbers: Printed numbers of the subdomains, in the order of the columns of ``meaning.topics``.
        meaning: How likely each clause is of each subdomain.
    """

    def __init__(self, capabilities: Scheme, linker: Linker, numbers: Sequence[str], meaning: Meaning) -> None:
        self._capabilities = capabilities
        self._linker = linker
        self._numbers = tuple(numbers)
        self._meaning = meaning
        self._called = {
            name: code
            for code, concept in capabilities.concepts.items()
            for name in (*concept.alternatives, concept.zh)
        }

    def topic(self, left: Sequence[Clause], right: Sequence[Clause]) -> Topic:
        """The topic of a row: as a text files one of its clauses, else by meaning, else the first clause's heading."""
        rows = (*left, *right)
        for clause in rows:
            if clause.subdomain_no is not None:
                return Topic(str(clause.subdomain_no), clause.subdomain or str(clause.subdomain_no))
        for clause in rows:
            if (number := self._headed(clause)) is not None:
                return Topic(number, self._capabilities.concepts[number].zh)
        for clause in rows:
            if clause.subdomain is not None:
                return Topic(None, clause.subdomain)
        first = rows[0]
        if first.kind in _MATTERS:
            return Topic(None, _MATTERS[first.kind])
        asking = [clause.id for clause in rows if clause.kind == "requirement"]
        number = self._likeliest(asking) if asking else None
        if number is not None:
            return Topic(number, self._capabilities.concepts[number].zh, inferred=True)
        return Topic(None, first.element or (first.path[-1] if first.path else "总体"))

    def asked(self, words: str) -> AskedTopic:
        """What a topic means as people name it: a number or name of a capability, a system, a technology, or words."""
        wanted = words.strip()
        code = wanted if wanted in self._capabilities.concepts else self._called.get(_NUMBER.sub("", wanted))
        if code is not None:
            return AskedTopic(numbers=frozenset(self._subdomains_of(code)))
        named = {mention.code for mention in self._linker.mentions(wanted)}
        if not named:
            return AskedTopic(words=wanted)
        return AskedTopic(names=frozenset(named), called=frozenset((wanted, *self._linker.called(named))))

    def _subdomains_of(self, code: str) -> tuple[str, ...]:
        if code in self._numbers:
            return (code,)
        return tuple(number for number in self._numbers if code in self._capabilities.ancestors(number))

    def _headed(self, clause: Clause) -> str | None:
        """The subdomain whose name is the heading of the clause."""
        for heading in reversed(clause.path):
            code = self._called.get(_NUMBER.sub("", heading))
            if code in self._numbers:
                return code
        return None

    def _likeliest(self, ids: Sequence[str]) -> str | None:
        shares = self._meaning.topics(ids).mean(axis=0)
        if not shares.size or float(shares.max()) < LIKELY:
            return None
        return self._numbers[int(shares.argmax())]
