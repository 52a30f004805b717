"""Which document a question means by a name that several have: a region with more than one document of a library."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from corpus.clause import Clause
from corpus.manifest import Meta
from retrieval.overlap import pairs

_SEVERAL = re.compile(r"[两二三四五几各每]个?[份部]|所有|全部|(?:文件|政策)[都各]")
_PLAIN_NAME = 5
"""The fewest characters of a name that means its document wherever it stands."""
_CLEARLY = 1
"""How much more of a question's words only one of the documents has, from which it is the one meant."""


class SharedNames:
    """Chooses among documents that go by the same name.

    Args:
        documents: The documents' facts.
        clauses: The corpus.
        aliases: The names of documents, normalised, each with the id of the document.
        normalise: Makes texts equal to questions.
    """

    def __init__(
        self,
        documents: Sequence[Meta],
        clauses: Iterable[Clause],
        aliases: Iterable[tuple[str, str]],
        normalise: Callable[[str], str],
    ) -> None:
        self._bearers: dict[str, set[str]] = {}
        for name, document in aliases:
            self._bearers.setdefault(name, set()).add(document)
        sharing = {one for bearers in self._bearers.values() if len(bearers) > 1 for one in bearers}
        self._titles = {meta.id: pairs(normalise(meta.title)) for meta in documents if meta.id in sharing}
        added = [meta for meta in documents if meta.original is not None]
        self._added = {
            meta.id: tuple(
                normalise(other.title) for other in added if other.id.partition("@")[0] == meta.id.partition("@")[0]
            )
            for meta in added
        }
        texts: dict[str, list[str]] = {one: [] for one in sharing}
        for clause in clauses:
            if clause.document in sharing:
                texts[clause.document].append(clause.plain)
        self._words = {one: pairs(normalise("\n".join(said))) for one, said in texts.items()}

    def chosen(self, text: str, named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """The documents meant.

        Args:
            text: The normalised question.
            named: The names that it holds, each with a document that bears it.

        Returns:
            Ids in the order of the names. Where a name alone does not tell, the document whose title and text have more
            of the other words than those of the others; all of them where none clearly has.
        """
        named = self._own(named)
        ids = tuple(dict.fromkeys(document for _, document in named))
        alone = {document for name, document in named if len(self._bearers.get(name, ())) < 2}
        left = dict.fromkeys(ids)
        for name in dict.fromkeys(name for name, _ in named):
            bearers = [one for one in ids if one in self._bearers.get(name, ()) and one in left]
            if len(bearers) < 2 or _SEVERAL.search(text):
                continue
            kept = alone & set(bearers) or self._nearest(text.replace(name, " "), bearers)
            for one in bearers:
                if one not in kept:
                    del left[one]
        return tuple(left)

    def _own(self, named: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """The names without general words (试行) that are part of the title of an added document named otherwise."""
        added = {document for _, document in named if document in self._added}
        within = [title for chain in (self._added[one] for one in added) for title in chain]
        return [
            (name, document)
            for name, document in named
            if document in added or len(name) >= _PLAIN_NAME or not any(name in title for title in within)
        ]

    def having(
        self, documents: Sequence[str], tiers: Collection[str], own: Mapping[str, Collection[str]]
    ) -> tuple[str, ...]:
        """The documents without those that have no tier named, where another of the same name has them all.

        Args:
            documents: Ids of the documents meant.
            tiers: Codes of the tiers named.
            own: The codes of each document's tiers.
        """
        those = {one for one in documents if tiers and set(tiers) <= set(own.get(one, ()))}
        alike = [bearers for bearers in self._bearers.values() if bearers & those]
        return tuple(one for one in documents if one in those or not any(one in bearers for bearers in alike))

    def _nearest(self, text: str, bearers: Sequence[str]) -> Collection[str]:
        asked = pairs(text)
        scores = {one: self._score(asked, one, bearers) for one in bearers}
        best = max(bearers, key=lambda one: scores[one])
        others = [scores[one] for one in bearers if one != best]
        return {best} if scores[best] >= max(others) + _CLEARLY else set(bearers)

    def _score(self, asked: frozenset[str], document: str, among: Sequence[str]) -> int:
        titled = _only(asked, document, among, self._titles)
        return len(titled) + len(_only(asked, document, among, self._words))


def _only(
    asked: frozenset[str], document: str, among: Sequence[str], words: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The pairs asked that one document has and none of the others."""
    others = frozenset[str]().union(*(words[one] for one in among if one != document))
    return asked & words[document] - others
