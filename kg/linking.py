"""Finding the systems and technologies that a text names, by abbreviation and by full name alike.

Latin names count only as whole words (``MES`` is not in ``MESSAGE``), Chinese names by longest match from
the left (``工业互联网平台`` before ``工业互联网``), and a vocabulary's decoys shield what only looks like a
name (``扩大数据`` holds no 大数据). Full-width letters and lower case read like plain capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.clause import Clause
from ontology.vocabulary import Scheme

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD = {**_FULL_WIDTH, 0x3000: 0x20} | {
    code: (_FULL_WIDTH.get(code, code) + 32) for base in (0x41, 0xFF21) for code in range(base, base + 26)
}

_IN_ROWS = ("tier-table.", "conditions.")
"""How the rules begin that cut tables in which the head of a row says what its cells are about."""
_ASKED_IN_ROWS = frozenset({"requirement", "threshold", "not_required"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text.

    Attributes:
        code: The concept's code.
        scheme: The vocabulary's name, ``systems`` or ``technologies``.
        surface: The words as written; ``text[start:end]``.
        start: First code point in the text given.
        end: One past the last code point.
    """

    code: str
    scheme: str
    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    targets: tuple[tuple[str, str], ...]
    """Scheme and code of each concept so named; none for a decoy."""


class Linker:
    """Links texts to the vocabularies of systems and technologies.

    Example:
        >>> from ontology.vocabulary import load_scheme
        >>> linker = Linker(load_scheme("systems"), load_scheme("technologies"))
        >>> [mention.code for mention in linker.mentions("通过制造执行系统与ERP集成")]
        ['MES', 'ERP']
    """

    def __init__(self, systems: Scheme, technologies: Scheme) -> None:
        """Index the names of both vocabularies.

        Args:
            systems: The vocabulary of systems.
            technologies: The vocabulary of technologies.
        """
        self._schemes = {scheme.name: scheme for scheme in (systems, technologies)}
        self._proper = _index(self._schemes.values(), colloquial=False)
        self._colloquial = _index(self._schemes.values(), colloquial=True)
        self._system_name, self._technology_name = systems.name, technologies.name

    def mentions(self, text: str, *, colloquial: bool = True) -> tuple[Mention, ...]:
        """Every name in a text, from left to right, none inside another.

        Args:
            text: A clause or a question, of any length.
            colloquial: Whether everyday wordings (排产软件) count too, as they should in a question but
                not in a document. A wording shared by two concepts gives a mention of each.
        """
        return tuple(_scan(text, self._colloquial if colloquial else self._proper))

    def codes(self, text: str, scheme: str, *, colloquial: bool = True) -> tuple[str, ...]:
        """The codes of one vocabulary in a text, in order of first appearance, each with its broader ones.

        Args:
            text: A clause or a question.
            scheme: ``systems`` or ``technologies``.
            colloquial: As for :meth:`mentions`.
        """
        return self._codes(self.mentions(text, colloquial=colloquial), scheme)

    def broader(self, code: str) -> tuple[str, ...]:
        """The codes above a code in either vocabulary, nearest first."""
        return tuple(
            above for scheme in self._schemes.values() if code in scheme.concepts for above in scheme.ancestors(code)
        )

    def called(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The Chinese names of systems and technologies, each with its other Chinese names."""
        wanted = set(codes)
        concepts = (one for scheme in self._schemes.values() for one in scheme.concepts.values() if one.code in wanted)
        return tuple(name for one in concepts for name in one.names if not name.isascii())

    def enrich(self, clause: Clause) -> Clause:
        """The clause with the systems and technologies that its plain reading names.

        A term's or an abbreviation's name is its label, so the label is read too, before the text. What a table asks
        it asks of what the head of its row names (``MES应用 | 应部署``), so that head is read too.
        """
        named = clause.label if clause.kind in ("term", "abbreviation") else _row_head(clause)
        found = self.mentions(f"{named}\n{clause.plain}" if named else clause.plain, colloquial=False)
        return replace(
            clause,
            systems=self._codes(found, self._system_name),
            technologies=self._codes(found, self._technology_name),
        )

    def _codes(self, found: Iterable[Mention], scheme: str) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for mention in found:
            if mention.scheme == scheme:
                codes.update(dict.fromkeys((mention.code, *self._schemes[scheme].ancestors(mention.code))))
        return tuple(codes)


def _row_head(clause: Clause) -> str | None:
    """The head of the row of a table that a clause is a cell of; None where a heading stands above it instead."""
    in_row = clause.rule.startswith(_IN_ROWS) and clause.kind in _ASKED_IN_ROWS
    named = clause.subdomain or clause.element
    return clause.path[-1] if in_row and named and clause.path else None


def fold(text: str) -> str:
    """Full-width signs narrowed and Latin letters in lower case, one code point for one."""
    return text.translate(_FOLD)


def _index(schemes: Iterable[Scheme], *, colloquial: bool) -> dict[str, tuple[_Name, ...]]:
    targets: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for scheme in schemes:
        for concept in scheme.concepts.values():
            names = (*concept.names, *(concept.hidden if colloquial else ()))
            for name in (spelling for one in names for spelling in (_spellings(one) if colloquial else (one,))):
                targets[fold(name)][(scheme.name, concept.code)] = None
            for decoy in concept.decoys:
                targets.setdefault(fold(decoy), {})
    by_first: dict[str, list[_Name]] = defaultdict(list)
    for folded, named in targets.items():
        by_first[folded[0]].append(_Name(folded, tuple(named)))
    return {first: tuple(sorted(names, key=lambda name: -len(name.folded))) for first, names in by_first.items()}


def _spellings(name: str) -> tuple[str, ...]:
    """An English name as it may be written: with or without hyphen, in British or American spelling."""
    if not name.isascii():
        return (name,)
    plain = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", name)
    american = [re.sub(r"(?<=[a-z])(?<!enterpr)is(?=ation|ed\b|ing\b|e\b)", "iz", one) for one in (name, plain)]
    american = [re.sub(r"(?<=model)l(?=ing|ed)", "", one).replace("centre", "center") for one in american]
    return tuple(dict.fromkeys((name, plain, *american)))


def _scan(text: str, index: dict[str, tuple[_Name, ...]]) -> Iterator[Mention]:
    folded, position = fold(text), 0
    while position < len(folded):
        for name in index.get(folded[position], ()):
            end = position + len(name.folded)
            if folded.startswith(name.folded, position) and _stands_alone(folded, position, end):
                for scheme, code in name.targets:
                    yield Mention(code, scheme, text[position:end], position, end)
                position = end
                break
        else:
            position += 1


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether no Latin word is cut: a plural s may follow, a version number may follow a letter (MES2)."""
    if _is_latin(folded[start]) and start > 0 and _is_latin(folded[start - 1]):
        return False
    last, rest = folded[end - 1], folded[end : end + 2]
    if not _is_latin(last) or not rest or not _is_latin(rest[0]):
        return True
    if last.isalpha() and rest[0].isdigit():
        return True
    return last.isalpha() and rest[0] == "s" and not _is_latin(rest[1:])


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
