"""Tiers in prose: the rows that a heading, an item's title or a sentence's subject puts under a tier.

A row that two tiers rule sentence by sentence becomes a row for each; a row that names tiers without being ruled by one
(获评先进级的企业, 推荐申报卓越级) gets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.drafts import Draft
from corpus.force import governing
from corpus.layouts.part_tiers import read_parts
from corpus.layouts.schemes import Led, Name, Scheme, declared, names_in, reading, scheme_of
from corpus.layouts.subjects import APPLIES, DEFINES, SENTENCE, leads, subjects, title_name
from corpus.layouts.told import divides
from corpus.lines import trim
from corpus.quantity import quantities

_AIMS = re.compile(r"定义|术语|目标|任务|范围|对象|保障|指导思想|总体")
_OF_ALL = re.compile(
    r"(?:各级|各等级|所有|全部|上述|以上|同时申报|申报(?:企业|主体|单位)|企业|省|市|县|原则上|本办法|本细则)"
)
_ACTS = re.compile(r"由[^,。;]{2,24}(?:认定|组织|负责|评审|公布|评定)|奖励|给予|补助|补贴|资助|推荐")
_LEADS_ON = re.compile(r"(?::|条件|要求|如下)\s*\Z")
_LISTED = "outline.annex-name"
"""The rule of rows that only name an annex."""
_PROSE = "outline."
"""How the rules begin that cut prose; rows of tables have their tiers from their tables."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sentences of a row that the same tiers rule (none: no tier)."""

    start: int
    end: int
    keys: tuple[str, ...]


def tiered(source: str, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The rows with the tiers that the document's prose gives them; rows that have a tier already keep it.

    Args:
        source: The stored text.
        drafts: The rows.
    """
    text = reading(source)
    rows = sorted(_tracks_as_tiers(drafts), key=lambda draft: (draft.start, draft.end))
    parts = read_parts(source, rows)
    titled = (Led(name, name.key) for name in parts.tiers)
    scheme = scheme_of(declared(text), (*_led(source, text, rows), *titled), _known(rows))
    if not scheme.codes:
        return tuple(drafts)
    tabled = any(draft.tier is not None and not draft.rule.startswith(_PROSE) for draft in rows)
    ruled = _Rule(source, text, scheme, tabled=tabled).over(rows)
    return tuple(_in_part(draft, parts.tier_of(draft), scheme) for draft in ruled)


def _in_part(draft: Draft, name: Name | None, scheme: Scheme) -> Draft:
    """A row that nothing else puts under a tier, with that of the part it stands in."""
    if name is None or name.key not in scheme or draft.tier is not None or draft.track is not None:
        return draft
    return replace(draft, tier=scheme.codes[name.key], tier_label=scheme.labels[name.key])


def _plain_key(label: str) -> str:
    return next((name.key for name in names_in(reading(label))), label)


def _tracks_as_tiers(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Alternatives that are all kinds of works (智能车间, 智能工厂) are the document's tiers, not types of one tier."""
    tracks = tuple(dict.fromkeys(draft.track for draft in drafts if draft.track is not None))
    keys = {track: title_name(track) for track in tracks}
    if len(tracks) < 2 or not all(keys.values()):
        return drafts
    return [replace(draft, track=None) for draft in drafts]


def _known(drafts: Sequence[Draft]) -> Mapping[str, str]:
    return {_plain_key(one.tier_label): one.tier for one in drafts if one.tier and one.tier_label}


def _led(source: str, text: str, drafts: Sequence[Draft]) -> Iterator[Led]:
    """The names that lead rows or stand as headings of them, with their spelling."""
    titles: set[str] = set()
    for draft in drafts:
        outside = not draft.rule.startswith(_PROSE) or draft.rule == _LISTED
        if outside or draft.track is not None or draft.kind == "form_field":
            continue
        aims = any(_AIMS.search(title) for title in draft.path)
        for title in draft.path:
            if (
                title not in titles
                and (name := title_name(title)) is not None
                and not (aims and name.family == "works")
            ):
                titles.add(title)
                yield Led(name, _label(title, name))
        for found in leads(text[draft.start : draft.end]):
            for name in found:
                defined = DEFINES.match(text, draft.start + name.end) is not None
                if name.family != "works" or not (aims or defined or draft.kind == "heading"):
                    yield Led(name, _label(source[draft.start : draft.end], name), listed=len(found) > 1)


def _label(text: str, name: Name) -> str:
    """The text's own name: with who awards it where it is a kind of works (省级智能工厂)."""
    label = text[name.start : name.end]
    if name.family != "works":
        return name.key if name.family in ("star", "level") else label
    award = re.search(r"(?:国家级?|省[级級]|市[级級]|[区區][级級]|[县縣][级級])(?=[“\"「]?$)", text[: name.start])
    return f"{award.group()}{label}" if award else label


class _Rule:
    """Puts rows under the tiers of one document; lives for one call of ``tiered``."""

    def __init__(self, source: str, text: str, scheme: Scheme, *, tabled: bool) -> None:
        self.source = source
        self.text = text
        self.scheme = scheme
        self.tabled = tabled
        self.lead: Draft | None = None
        self.lead_keys: tuple[str, ...] = ()

    def over(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        for draft in drafts:
            outside = not draft.rule.startswith(_PROSE) or draft.rule == _LISTED
            if draft.tier is not None or draft.track is not None or outside:
                self.lead = None
                yield draft
            else:
                yield from self._row(draft)

    def _row(self, draft: Draft) -> Iterator[Draft]:
        above = self._above(draft)
        own = draft.label is None and not above and self._subjects_of(draft)
        inherited = above or (() if own else self._inherited(draft))
        if draft.kind == "heading":
            self.lead = None
            yield self._under(draft, above)
            return
        stretches = self._stretches(draft, inherited)
        ruled = [one for one in stretches if one.keys]
        self._open(draft, ruled[0].keys if ruled and not inherited else inherited)
        if len(stretches) < 2:
            keys = stretches[0].keys if stretches else inherited
            yield self._under(draft, keys, subject=bool(ruled) and keys != inherited)
            return
        for one in stretches:
            place = "/".join((draft.place, *(self.scheme.codes[key] for key in one.keys[:1])))
            kind = "paragraph" if not one.keys and divides(self.text[one.start : one.end]) else draft.kind
            part = replace(draft, start=one.start, end=one.end, place=place, kind=kind, plain=None)
            yield self._under(part, one.keys, subject=bool(one.keys))

    def _subjects_of(self, draft: Draft) -> bool:
        """Whether a row's first sentence has a tier of its own for its subject."""
        end = SENTENCE.match(self.text, draft.start, draft.end)
        return end is not None and bool(self._ruling(draft.start, end.end()))

    def _above(self, draft: Draft) -> tuple[str, ...]:
        """The tier that the innermost heading with a tier names."""
        for title in reversed(draft.path):
            name = title_name(title)
            if name is not None and name.key in self.scheme:
                return (name.key,)
        return ()

    def _inherited(self, draft: Draft) -> tuple[str, ...]:
        """The tiers of the lead above whose list the row belongs to."""
        lead = self.lead
        if lead is None:
            return ()
        deeper = draft.section != lead.section and draft.section.startswith(lead.section)
        own_scope = lead.section.endswith("条") or lead.label is None
        same = draft.section == lead.section and own_scope and draft.label is not None
        caption = lead.label is None and lead.section == draft.section and self._is_caption(lead)
        if deeper or same or (caption and draft.label is None and not self._contact(draft)):
            return self.lead_keys
        self.lead = None
        return ()

    def _is_caption(self, lead: Draft) -> bool:
        return title_name(self.source[lead.start : lead.end]) is not None

    def _contact(self, draft: Draft) -> bool:
        return re.match(r"联系|附件|抄送|电话|地址", self.text[draft.start : draft.end]) is not None

    def _open(self, draft: Draft, keys: tuple[str, ...]) -> None:
        leads = draft.kind == "lead" or _LEADS_ON.search(self.text, draft.start, draft.end) is not None
        if keys and leads:
            self.lead, self.lead_keys = draft, keys

    def _stretches(self, draft: Draft, inherited: tuple[str, ...]) -> list[_Stretch]:
        """The row's sentences, put together where the same tiers rule them."""
        parts: list[_Stretch] = []
        keys = inherited
        for sentence in SENTENCE.finditer(self.text, draft.start, draft.end):
            if not sentence.group().strip():
                continue
            subjects = self._ruling(sentence.start(), sentence.end())
            if subjects and not (inherited and set(subjects) != set(inherited)):
                keys = subjects
            elif not inherited and _OF_ALL.match(sentence.group().strip()):
                keys = ()
            parts.append(_Stretch(sentence.start(), sentence.end(), keys))
        return self._joined(parts)

    def _ruling(self, start: int, end: int) -> tuple[str, ...]:
        """The keys of the tiers that a sentence rules; naming all of them together sets none apart."""
        names = [name for name in subjects(self.text, start, end) if name.key in self.scheme]
        keys = tuple(dict.fromkeys(name.key for name in names))
        together = (
            names
            and self.text.find(",", names[0].start, names[-1].end) < 0
            and ":" not in self.text[names[0].start : names[-1].end]
        )
        if len(keys) > 1 and together and len(keys) == len(self.scheme.codes):
            return ()
        if any(DEFINES.match(self.text, name.end) for name in names):
            return ()
        if self.tabled and names and not APPLIES.search(self.text[start : names[0].start]):
            return ()
        if len(keys) == 1 and re.match(r"\"?(?:及以上|以上)", self.text[names[0].end :]):
            order = tuple(self.scheme.codes)
            return order[order.index(keys[0]) :]
        return keys

    def _joined(self, parts: list[_Stretch]) -> list[_Stretch]:
        joined: list[_Stretch] = []
        for keys, group in groupby(parts, key=lambda part: part.keys):
            these = list(group)
            start, end = trim(self.source, these[0].start, these[-1].end)
            joined.append(_Stretch(start, end, keys))
        return joined

    def _under(self, draft: Draft, keys: tuple[str, ...], *, subject: bool = False) -> Draft:
        if not keys:
            return draft
        codes = tuple(self.scheme.codes[key] for key in keys)
        ruled = replace(
            draft, tier=codes[0], tier_label=self.scheme.labels[keys[0]], tiers=codes if len(codes) > 1 else ()
        )
        text = self.text[draft.start : draft.end]
        states = bool(quantities(text))
        if subject and text.endswith(":") and not states and draft.kind in ("paragraph", "requirement"):
            return replace(ruled, kind="lead")
        asks = draft.kind == "paragraph" and subject and not _ACTS.search(text)
        binds = {modal.force for modal in governing(text)} & {"shall", "should"}
        return replace(ruled, kind="requirement") if asks and (binds or states) else ruled
