"""Which documents a build holds against each other, and what it finds.

The documents that came with the product are aligned with each other and with every document of a person's library;
an edition with the one before it. Two documents of the library are aligned when somebody first compares them: their
pairs grow with the square of the library, and few are ever asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.library import Document
from corpus.manifest import Meta
from kg.editions.lineage import Ancestors, ancestors
from kg.variants.aligning import Aligner
from kg.variants.link import Link
from retrieval.vector_cache import Progress


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a build finds between documents.

    Attributes:
        links: The aligned pairs, the earlier document of the library on the left.
        nearest: What comes nearest to clauses that no pair holds.
        ancestors: The clause of the former edition of each clause of a later one.
    """

    links: tuple[Link, ...]
    nearest: tuple[Link, ...]
    ancestors: Ancestors


def is_aligned(left: Meta, right: Meta) -> bool:
    """Whether a build aligns two documents."""
    return left.original is None or right.original is None or left.former == right.id or right.former == left.id


def align_documents(aligner: Aligner, documents: Sequence[Document], progress: Progress) -> Aligned:
    """Align the documents of a build.

    Args:
        aligner: Aligns clauses of these documents.
        documents: The documents, in the order of the library.
        progress: Told how many pairs are done.
    """
    pairs = [(left, right) for left, right in combinations(documents, 2) if is_aligned(left.meta, right.meta)]
    links: list[Link] = []
    nearest: list[Link] = []
    lineage: dict[str, str] = {}
    progress("align", 0, len(pairs))
    for done, (left, right) in enumerate(pairs, 1):
        found = aligner.align(left.clauses, right.clauses)
        links.extend(found)
        nearest.extend(aligner.nearest(left.clauses, right.clauses, found))
        if right.meta.former == left.meta.id:
            lineage |= ancestors(left.clauses, right.clauses, found)
        elif left.meta.former == right.meta.id:
            lineage |= ancestors(right.clauses, left.clauses, found)
        progress("align", done, len(pairs))
    return Aligned(tuple(links), tuple(nearest), lineage)
