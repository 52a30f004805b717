"""Names of systems, documents and tiers in composed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import normalise
from drafting.checks.composed.view import TITLE, Composed, held
from drafting.checks.view import named_in
from kg.tier_bases import builds_on
from retrieval.sides import target_parts

_BASE = re.compile(r"(?P<upper>[^,;:。]{2,12})在(?P<lower>[^,;:。]{2,12})的基础上")
_SEEN_IN = re.compile(r"(?:见于|是)(?P<names>[^,;:。“”]+)(?=[,。])")
_NO_CLAUSE = re.compile(r"没有(?:条款提到|用“|由“)|范围内没有|没有找到对应的内容|未再写")
_DENIED = re.compile(r"没有条款提到|没有该")
_SIDE_DENIED = re.compile(
    rf"{_DENIED.pattern}|没有找到对应的内容|全文没有出现|没有写数值门槛|比,.*另写|nothingcorrespondingwasfound|nowhere"
    r"|statesnofigures|beside.*morein"
)
"""What is said where a side is named of which nothing is cited."""
_UNFOUND = re.compile(r"(?:notrestatedby|correspondingwasfoundin)(?:《[^》]*》)?$")


def check_names(view: Composed) -> Iterator[str]:
    """Name each system or technology told outside quotation marks that no cited clause names."""
    for mention in view.lexicon.mentions(view.bare):
        if not any(held(view, index, [mention.surface]) for index in range(len(view.cited))):
            yield f"“{mention.surface}”不在引用条文中"


def check_documents(view: Composed) -> Iterator[str]:
    """Name each document that no cited clause comes from or speaks of."""
    own = {clause.document for clause in view.cited}
    sides = "、".join(map(normalise, view.compared.sides)) if view.compared else ""
    denied = _DENIED if view.compared is None else _SIDE_DENIED
    for name in named_in(view.sentence, view.lexicon.titles):
        codes = view.lexicon.titles.get(name) or next(
            ids for title, ids in view.lexicon.titles.items() if normalise(title) == name
        )
        if (
            not codes & own
            and not any(name in text for text in view.texts)
            and not _is_denied(name, denied, view, sides)
        ):
            yield f"“{name}”不是引用条文的文件"
    for found in re.finditer(r"提到它的有:(?P<names>[^,;。]+)", view.sentence):
        for name in found["names"].split("、"):
            if name not in {normalise(view.titles.get(document, "")) for document in own}:
                yield f"“{name}”不是引用条文的文件"
    known = "\n".join((*view.texts, *map(normalise, view.titles.values())))
    own_titles = {normalise(name) for name, ids in view.lexicon.titles.items() if ids & own}
    library = {normalise(title) for title in view.lexicon.titles}
    for title in TITLE.findall(view.sentence):
        told = title in library or f"《{title}》" in sides
        stands = title in known if not sides else f"《{title}》" in sides or title in own_titles
        if not stands and not (told and _is_denied(title, denied, view, sides)):
            yield f"《{title}》不是引用条文的文件"


def _is_denied(name: str, denied: re.Pattern[str], view: Composed, sides: str) -> bool:
    """Whether a document may be named of which nothing is cited: a side, of which that is just what is said."""
    return denied.search(view.sentence) is not None and (not sides or name in sides)


def check_tiers(view: Composed) -> Iterator[str]:
    """Name each tier of which no clause is cited; where nothing is found, each of which one is."""
    own = {tier for clause in view.cited for tier in clause.every_tier}
    each = [target_parts(one)[1] for one in view.compared.sides.values()] if view.compared else []
    sides = set(each)
    shared = {one for one in sides if each.count(one) > 1}  # the tier of either side, of which one has clauses
    bare_sides = sides if _SIDE_DENIED.search(view.sentence) else set()
    for found in re.finditer("|".join(_names(view)), _without_tracks(view)):
        codes = _codes(view, found.group())
        alike = [normalise(name) for name, ids in view.lexicon.tiers.items() if ids & codes]
        known = bool(codes & (own | bare_sides)) or any(name in text for name in alike for text in _headings(view, own))
        none = _NO_CLAUSE.match(view.sentence, found.end()) or _UNFOUND.search(view.sentence[: found.start()])
        if none and (codes & own) - shared:
            yield f"“{found.group()}”有所引条文，句子说没有"
        elif not none and not known:
            yield f"等级“{found.group()}”不是引用条文的等级"
    for found in _SEEN_IN.finditer(view.bare):
        told = [_codes(view, name) for name in found["names"].split("、")]
        if all(told) and own and any(not any(code in codes for codes in told) for code in own):
            yield f"漏了引用条文的等级：{found.group()}"


def _without_tracks(view: Composed) -> str:
    """The bare sentence without the sides that are alternatives, some of which bear a tier's name."""
    bare = view.bare
    for name, target in view.compared.sides.items() if view.compared else ():
        track = normalise(target.partition("/")[2])
        bare = re.sub(rf"(?<![省级]){re.escape(track)}", "□" * len(track), bare) if track and name else bare
    return bare


def _headings(view: Composed, own: set[str]) -> list[str]:
    """Where a tier may be spoken of: what has no tier, and what a tier is said to build on."""
    return [
        text
        for clause, text in zip(view.cited, view.texts, strict=True)
        if not clause.tier or clause.kind in ("paragraph", "lead") or not own
    ]


def _names(view: Composed) -> list[str]:
    return sorted((re.escape(normalise(name)) for name in view.lexicon.tiers), key=len, reverse=True)


def _codes(view: Composed, name: str) -> frozenset[str]:
    return next((codes for tier, codes in view.lexicon.tiers.items() if normalise(tier) == name), frozenset())


def check_base(view: Composed) -> Iterator[str]:
    """Name a tier said to build on another where no cited clause of that tier says so."""
    for found in _BASE.finditer(view.bare):
        upper, lower = _codes(view, found["upper"]), _codes(view, found["lower"])
        lower_names = [normalise(name) for name, codes in view.lexicon.tiers.items() if codes & lower]
        said = [one.plain for one in view.cited if one.tier in upper]
        if upper and lower and not any(builds_on(normalise(text), lower_names) for text in said):
            yield f"引用条文没有写“{found.group()}”"
