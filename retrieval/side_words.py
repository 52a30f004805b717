"""The words by which questions name documents to compare: names, years, regions, levels; and what is not at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.manifest import Meta
from retrieval.regions import english_places, foreign_places

_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*年?(?:底|末|初|前|以来|起|\d|[一二三四五六七八九十]+月))(?:\s*年)?"
    r"(?P<version>(?:的|那|这|出|印发|发布)?(?:份|个|一)?(?:版本?|文件|方案|要求|标准|文本)|\s*(?:edition|version|scheme|one)\b)?"
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<year>\d\d)版(?!本?号)")
_CENTURY = 2000
_LEVELS = (
    (
        "provincial",
        re.compile(r"省(?:里面?|级|内|上|的(?=要求|文件|标准|规定|方案)|厅|政府)|\bprovincial\b|\bthe province\b"),
    ),
    ("county", re.compile(r"县(?:里面?|级|上|的(?=要求|文件|标准|规定|方案))|\bthe county\b|\bcounty's\b")),
    ("city", re.compile(r"(?<!城)市(?:里面?|级|的(?=要求|文件|标准|规定|方案))")),
)
_NEWER = re.compile(r"新(?:的|那|这)?(?:一)?版|最新版?|\bnew(?:er)? (?:edition|version)\b")
_OLDER = re.compile(r"[旧老](?:的|那|这)?(?:一)?版|上一版|\b(?:old|older|previous) (?:edition|version)\b")
_BOTH = re.compile(r"新[旧老](?:两|二)?个?版|(?:前后)?(?:两|二)个?版本?")
_SEVERAL = re.compile(r"^[的那这]*(?:几|[两二三四五六]|各|每|所有|全部|都|\d)(?:个)?份|^(?:的)?(?:文件|标准)[都各]")
_FOREIGN_WORKS = re.compile(
    r"(?:singapore|germany|german|japan(?:ese)?|korea(?:n)?|america(?:n)?|european?|iso \d+|industrie 4\.0)\b"
    r"|新加坡|德国|日本|韩国|美国|欧盟|欧洲|英国|法国|台湾|香港|澳门"
)
_UNIT = re.compile(r"[一-鿿]+?(?:自治区|省|市|县|区)")
_SUFFIX = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|[省市县区]$")


@dataclass(frozen=True, slots=True)
class Place:
    """Words for one document or for several that it may be.

    Attributes:
        start, end: Where they stand in the question.
        candidates: Ids of the documents, the likeliest first.
        surface: The words.
        plain: Whether they name just one document.
        several: Whether all of them are meant.
        within: Ids of the documents of places within the region that they name (浙江省浦江县).
        shared: Whether they are a name that all of the documents bear.
    """

    start: int
    end: int
    candidates: tuple[str, ...]
    surface: str
    plain: bool = False
    several: bool = False
    within: tuple[str, ...] = ()
    shared: bool = False


class SideWords:
    """Finds the words for documents in questions.

    Args:
        documents: The documents that can be named.
        aliases: Their names with their ids, normalised, the longest first.
        default: The document meant first where words fit several.
        normalise: Makes names equal to questions.
    """

    def __init__(
        self,
        documents: Sequence[Meta],
        aliases: Sequence[tuple[str, str]],
        default: str | None,
        normalise: Callable[[str], str],
    ) -> None:
        self._documents = tuple(documents)
        self._aliases = tuple(aliases)
        self._default = default
        self._regions = _region_names(documents, normalise)
        self._years = {meta.year for meta in documents if meta.year}

    def places(self, text: str) -> list[Place]:
        """The words for documents from left to right; neighbouring ones that fit one document are one."""
        found = [*self._named(text), *self._dated(text), *self._levels(text), *self._located(text)]
        kept: list[Place] = []
        for one in sorted(found, key=lambda place: (place.start - place.end, place.start)):
            if one.candidates and not any(one.start < other.end and other.start < one.end for other in kept):
                kept.append(one)
        return [self._all_meant(one, text) for one in _merged(sorted(kept, key=lambda place: place.start), text)]

    def missing(self, text: str) -> tuple[str, ...]:
        """Regions and editions that a question names and no document is of."""
        regions = [meta.region or "" for meta in self._documents]
        years = [
            f"{found['year']}年版" if re.search(r"[一-鿿]", text) else f"{found['year']} edition"
            for found in _YEAR.finditer(text)
            if found["version"] and int(found["year"]) not in self._years and not self._within_name(text, found.start())
        ]
        works = [found.group() for found in _FOREIGN_WORKS.finditer(text)]
        return tuple(dict.fromkeys((*foreign_places(text, regions), *years, *works)))

    def near(self, one: str, other: str) -> bool:
        """Whether one document's region lies within the other's, or the other way round."""
        regions = [meta.region or "" for meta in self._documents if meta.id in (one, other)]
        return all(regions) and (regions[0].startswith(regions[-1]) or regions[-1].startswith(regions[0]))

    def title(self, document: str) -> str:
        """A document's title."""
        return next((meta.title for meta in self._documents if meta.id == document), document)

    def _within_name(self, text: str, at: int) -> bool:
        """Whether a place lies within a document's own name."""
        return any(
            hit.start() <= at < hit.end() for name, _ in self._aliases for hit in re.finditer(re.escape(name), text)
        )

    def _named(self, text: str) -> Iterator[Place]:
        bearers: dict[str, list[str]] = {}
        for name, document in self._aliases:
            bearers.setdefault(name, []).append(document)
        for name, documents in bearers.items():
            several = len(documents) > 1
            pattern = rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name.isascii() else f"《?{re.escape(name)}》?"
            for hit in re.finditer(pattern, text):
                yield Place(hit.start(), hit.end(), tuple(documents), hit.group(), plain=not several, shared=several)

    def _dated(self, text: str) -> Iterator[Place]:
        for hit in _YEAR.finditer(text):
            fit = self._of_year(int(hit["year"]))
            yield Place(hit.start(), hit.end(), fit, hit.group(), plain=len(fit) == 1)
        for hit in _SHORT_YEAR.finditer(text):
            fit = self._of_year(_CENTURY + int(hit["year"]))
            yield Place(hit.start(), hit.end(), fit, hit.group(), plain=len(fit) == 1)
        editions = self._editions()
        if len(editions) < 2:
            return
        for pattern, document in ((_NEWER, editions[-1]), (_OLDER, editions[0])):
            for hit in pattern.finditer(text):
                yield Place(hit.start(), hit.end(), (document,), hit.group(), plain=True)
        for hit in _BOTH.finditer(text):
            yield Place(hit.start(), hit.end(), (editions[-1], editions[0]), hit.group(), several=True)

    def _of_year(self, year: int) -> tuple[str, ...]:
        return self._ranked(meta for meta in self._documents if meta.year == year)

    def _editions(self) -> list[str]:
        """The dated documents of the default one's region and level, the oldest first."""
        own = next((meta for meta in self._documents if meta.id == self._default), None)
        if own is None:
            return []
        alike = [one for one in self._documents if one.year and (one.region, one.level) == (own.region, own.level)]
        return [one.id for one in sorted(alike, key=lambda one: one.year or 0)]

    def _levels(self, text: str) -> Iterator[Place]:
        for level, pattern in _LEVELS:
            fit = self._ranked(meta for meta in self._documents if meta.level == level)
            for hit in pattern.finditer(text):
                yield Place(hit.start(), hit.end(), fit, hit.group())

    def _located(self, text: str) -> Iterator[Place]:
        for name, fit, within in self._regions:
            pattern = rf"\b{re.escape(name)}\b(?:'s)?" if name.isascii() else f"{re.escape(name)}[省市县区]?"
            for hit in re.finditer(pattern, text):
                yield Place(hit.start(), hit.end(), self._ranked(fit), hit.group(), within=within)

    def _ranked(self, documents: Iterable[Meta]) -> tuple[str, ...]:
        """Ids with the default document first, then the newest."""
        metas = sorted(documents, key=lambda meta: (meta.id != self._default, -(meta.year or 0)))
        return tuple(meta.id for meta in metas)

    def _all_meant(self, place: Place, text: str) -> Place:
        """The words with all the documents meant that they fit, where the question says so (浙江的几份)."""
        said = _SEVERAL.match(text[place.end : place.end + 6])
        if place.several or len(place.candidates) < 2 or said is None:
            return place
        end = place.end + said.end()
        return Place(place.start, end, place.candidates, text[place.start : end], several=True)


_BETWEEN = re.compile(r"[的版里那年这,，(（“”《》\s]{0,3}|的?(?:文件|方案|标准)")


def _merged(places: Sequence[Place], text: str) -> list[Place]:
    """Places of which neighbours that fit the same documents are one (浙江2025年的, 省里的试行方案)."""
    kept: list[Place] = []
    for one in places:
        last = kept[-1] if kept else None
        both = [document for document in last.candidates if document in one.candidates] if last else []
        if last is not None and not both and last.end == one.start:
            both = [document for document in one.candidates if document in last.within]
        if last is not None and both and _BETWEEN.fullmatch(text[last.end : one.start]):
            surface = text[last.start : one.end]
            kept[-1] = Place(
                last.start, one.end, tuple(both), surface, last.plain or one.plain, last.several or one.several
            )
        else:
            kept.append(one)
    return kept


def _region_names(
    documents: Sequence[Meta], normalise: Callable[[str], str]
) -> list[tuple[str, tuple[Meta, ...], tuple[str, ...]]]:
    """Names of regions, each with its own documents (else those of places within it) and the ids of all within it."""
    found: dict[str, list[Meta]] = {}
    for meta in documents:
        for part in _UNIT.findall(meta.region or ""):
            for name in (normalise(part), normalise(_SUFFIX.sub("", part)), *english_places(part)):
                found.setdefault(name, []).append(meta)
    exact = {
        name: [meta for meta in metas if _last_unit(meta, normalise) in (name, *_with_suffixes(name))]
        for name, metas in found.items()
    }
    names = sorted(found, key=lambda name: -len(name))
    within = {name: tuple(meta.id for meta in metas) for name, metas in found.items()}
    return [(name, tuple(exact[name] or found[name]), within[name]) for name in names if len(name) > 1]


def _last_unit(meta: Meta, normalise: Callable[[str], str]) -> str:
    units = _UNIT.findall(meta.region or "")
    return normalise(units[-1]) if units else ""


def _with_suffixes(name: str) -> tuple[str, ...]:
    return tuple(
        f"{name}{suffix}" for suffix in ("省", "市", "县", "区", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区")
    )
