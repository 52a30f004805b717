"""The documents' titles, and the short ones that citations use where one document is cited again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.manifest import Meta

_OF_REGION = 2
"""Characters that tell a region: 山东 of 山东省."""


@dataclass(frozen=True, slots=True)
class Titles(Mapping[str, str]):
    """Titles by the document's id.

    Attributes:
        full: The titles.
        short: For the documents that have one, the longest other name with which the title ends.
    """

    full: Mapping[str, str]
    short: Mapping[str, str]

    def __getitem__(self, document: str) -> str:
        return self.full[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self.full)

    def __len__(self) -> int:
        return len(self.full)


def titles_of(documents: Sequence[Meta]) -> Titles:
    """The titles of documents; a short one that two of them share is no name for either.

    Documents of one title are told apart by their years, as editions by their number, or by their ids.
    """
    shorter = {meta.id: name for meta in documents if (name := _short(meta))}
    names = list(shorter.values())
    alone = {document: name for document, name in shorter.items() if names.count(name) == 1}
    return Titles(_told_apart(documents), alone)


def _told_apart(documents: Sequence[Meta]) -> dict[str, str]:
    alike: dict[str, list[Meta]] = defaultdict(list)
    for meta in documents:
        alike[meta.title].append(meta)
    full: dict[str, str] = {}
    for meta in documents:
        others = alike[meta.title]
        years = {one.year for one in others}
        editions = {one.edition for one in others}
        named = f"{meta.year}年版" if len(years) == len(others) and meta.year else f"第{meta.edition}版"
        if len(years) < len(others) and len(editions) < len(others):
            named = meta.id
        full[meta.id] = f"{meta.title}（{named}）" if len(others) > 1 else meta.title
    return full


def _short(meta: Meta) -> str:
    """The longest other name with which the title ends; of a document that a person added, one that tells whose it is.

    Regulations of many provinces are called alike but for the province.
    """
    region = (meta.region or "")[:_OF_REGION]
    own = [name for name in meta.aliases if meta.original is None or (region and region in name)]
    ends = [name for name in own if meta.title.endswith(name) and name != meta.title]
    return max(ends, key=len, default="")
