"""Where the reason of a mapping says that its words stand: sections, articles, points of a list."""

from __future__ import annotations

import re

from corpus.clause import Clause
from corpus.library import Corpus
from ontology.described import Described
from ontology.mappings import MappingClaim

SIGN = re.compile(r"([a-f])）")
POINTS = re.compile(r"((?:[a-f]）)+)|((?:\d\.\d)?第\d+条)|(首|第[二三四五])项")
ORDINALS = {"首": "1", "第二": "2", "第三": "3", "第四": "4", "第五": "5"}
SECTION = re.compile(r"(?<![\d.])[3-6]\.\d+(?:\.\d+)*")


def own_clauses(claim: MappingClaim, documents: tuple[str, ...], corpus: Corpus, described: Described) -> list[Clause]:
    """The clauses that a reason may speak of: those of its subject and of the sections it names by number."""
    rows = [clause for clause in corpus.clauses if clause.document in documents]
    kind, _, name = claim.subject.partition(":")
    document, _, slug = name.partition("/")
    if kind == "tier":
        return rows
    if document == "zj-guideline":
        numbers = [slug.removesuffix("-subdomain"), *SECTION.findall(claim.rationale)]
        under = re.compile(rf"{document}/(?:{'|'.join(re.escape(one) for one in numbers)})(?:[./]|\Z)")
        return [clause for clause in rows if under.match(clause.id)]
    words = "CapabilityElement" if kind == "capability" else "Track"
    return [
        clause
        for clause in rows
        if claim.addresses[0]
        == described.find(document, words, (clause.element if kind == "capability" else clause.track) or "")
    ]


def points_before(rationale: str, end: int) -> tuple[str, ...]:
    """The points named last before a position, in the same half of the reason; none where a whole section is meant."""
    half = re.split("[；。]|第二章", rationale[:end])[-1]
    named = POINTS.findall(half)
    return points_of(*named[-1]) if named else ()


def points_of(signs: str, article: str, ordinal: str) -> tuple[str, ...]:
    """The points that one mention names: letters, a number, or a section and a number (``3.2/4``)."""
    if ordinal:
        return (ORDINALS[ordinal],)
    return tuple(SIGN.findall(signs)) or (article.removesuffix("条").replace("第", "/").lstrip("/"),)


def is_point(clause: Clause, point: str) -> bool:
    """A lettered or numbered point; lists whose numbers all read 1 are counted in the address instead."""
    if not point[0].isdigit():
        return clause.label == point
    return clause.id.endswith((f"/{point}", f"/1.{point}"))
