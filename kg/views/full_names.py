"""The full names that documents print for an abbreviation: 高级计划排程（APS）, or a line in a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from kg.variants.difference import Words
from ontology.vocabulary import Scheme

_PRINTED = re.compile(r"(?P<before>[一-鿿]{2,20})\s*[（(]\s*(?P<short>[A-Z][A-Za-z]{1,6})\s*[）)]")
_ENTRY = re.compile(r"^(?P<full>[一-鿿]{2,20})")
_LEAD = re.compile(
    r".*(?:建立|建设|建有|通过|采用|依托|应用|运用|利用|使用|集成|基于|实现|包括|配备|部署|引入|覆盖|以及|等|及|和|与(?!监视|排程|调度))"
)
_IDLE = re.compile(r"(?:系统|软件|平台)$")


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name that a clause prints for an abbreviation.

    Attributes:
        short: The abbreviation, in capitals.
        full: The full name.
        clause: The clause.
        words: Where the full name stands.
    """

    short: str
    full: str
    clause: Clause
    words: Words

    @property
    def core(self) -> str:
        """The name without 系统, 软件 or 平台 at its end, which say nothing of what is meant."""
        return _IDLE.sub("", self.full)


def full_names(clause: Clause, known: Mapping[str, Sequence[str]]) -> Iterator[FullName]:
    """The full names of a clause, in order.

    Args:
        clause: The clause.
        known: From :func:`known_names`; without a known name the words after the last verb or conjunction are taken.
    """
    if clause.kind == "abbreviation" and clause.label and (entry := _ENTRY.match(clause.plain)):
        at = clause.start + max(0, clause.text.find(entry["full"]))
        yield _full(clause, clause.label.upper(), entry["full"], at)
    if clause.kind == "heading":
        return
    for found in _PRINTED.finditer(clause.text):
        short, before = found["short"].upper(), found["before"]
        fitting = (name for name in known.get(short, ()) if before.endswith(name))
        full = max(fitting, key=len, default="") or _LEAD.sub("", before)
        if len(full) > 1:
            yield _full(clause, short, full, clause.start + found.end("before") - len(full))


def known_names(schemes: Iterable[Scheme]) -> Mapping[str, tuple[str, ...]]:
    """By abbreviation in capitals the Chinese names of what it stands for, with and without 系统."""
    found: dict[str, dict[str, None]] = {}
    for scheme in schemes:
        for concept in scheme.concepts.values():
            bases = (concept.zh, *concept.alternatives)
            names = [name for base in bases for name in (base, f"{_IDLE.sub('', base)}系统") if not base.isascii()]
            for short in concept.names:
                if short.isascii():
                    found.setdefault(short.upper(), {}).update(dict.fromkeys(names))
    return {short: tuple(names) for short, names in found.items()}


def _full(clause: Clause, short: str, full: str, at: int) -> FullName:
    return FullName(short, full, clause, Words(clause.id, at, at + len(full), full))
