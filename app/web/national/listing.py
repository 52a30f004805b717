"""What is mapped, as lines that can be picked: subjects of the documents, or what the national level has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from app.mapping_words import KINDS, PREDICATES
from app.web.language import language_now, say
from kg.counterparts import Counterpart
from kg.mapped import NO_MATCH, Mapped

RANKS = ("skos:closeMatch", "skos:narrowMatch", "skos:broadMatch", "skos:relatedMatch", NO_MATCH)
"""Predicates, the closest first."""
_UNMET = frozenset({"skos:relatedMatch", NO_MATCH})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list.

    Attributes:
        key: What it stands for: the compact address of a subject or of something national.
        group: What it stands under.
        name: What it is called.
        rows: What is proposed of it, the closest first; empty where nothing is.
    """

    key: str
    group: str
    name: str
    rows: tuple[Mapped, ...]

    @property
    def met(self) -> bool:
        """Whether something corresponds to it at least in part."""
        return any(row.predicate not in _UNMET for row in self.rows)

    @property
    def sureness(self) -> float:
        """The highest confidence among its rows, 0 to 1; 0 where there are none."""
        return max((row.claim.confidence for row in self.rows), default=0.0)


def subject_entries(rows: Iterable[Mapped], titles: Mapping[str, str]) -> tuple[Entry, ...]:
    """A line for each subject, in the order of the rows."""
    found: dict[str, list[Mapped]] = {}
    for row in rows:
        found.setdefault(row.claim.subject, []).append(row)
    return tuple(_subject(key, closest(listed), titles) for key, listed in found.items())


def _subject(key: str, rows: tuple[Mapped, ...], titles: Mapping[str, str]) -> Entry:
    first = rows[0]
    number = f"{first.subdomain_no}. " if first.subdomain_no is not None else ""
    where = titles.get(first.subject.document or "", first.subject.document or "")
    kind = say(KINDS.get(first.subject.kind or "", first.subject.kind or ""))
    name = first.subject.en if language_now() == "en" and first.subject.en else ""
    return Entry(key, f"{where} · {kind}", f"{number}{first.subject.zh} {name}".strip(), rows)


def national_entries(listed: Iterable[Counterpart], rows: Iterable[Mapped]) -> tuple[Entry, ...]:
    """A line for each of what the national level has, whether or not anything is mapped to it."""
    found: dict[str, list[Mapped]] = {}
    for row in rows:
        found.setdefault(row.claim.object, []).append(row)
    english = language_now() == "en"
    return tuple(
        Entry(
            one.id,
            (one.group_en if english else one.group_zh) or "",
            f"{_number(one.id)}{one.zh} {one.en if english else ''}".strip(),
            closest(found.get(one.id, ())),
        )
        for one in listed
    )


def _number(address: str) -> str:
    number = address.partition(":")[2]
    return f"{number}. " if number.isdecimal() else ""


def closest(rows: Iterable[Mapped]) -> tuple[Mapped, ...]:
    """Rows with the closest first, the surer first among equals."""
    return tuple(sorted(rows, key=lambda row: (RANKS.index(row.predicate), -row.claim.confidence)))


def list_html(
    entries: Sequence[Entry], other: Callable[[Mapped], str], count: Callable[[Entry], int] | None = None
) -> str:
    """The lines as a list to pick from.

    Args:
        entries: The lines, those of a group together.
        other: What the other side of a row is called.
        count: How many requirements a line leads to; None where that is not told.
    """
    parts = []
    for group, listed in groupby(entries, key=lambda one: one.group):
        lines = "".join(f"<li>{_line(one, other, count)}</li>" for one in listed)
        head = f'<h3 class="gb-map-group">{escape(group)}</h3>' if group else ""
        parts.append(f'{head}<ul class="gb-outline gb-map">{lines}</ul>')
    return "".join(parts)


def _line(entry: Entry, other: Callable[[Mapped], str], count: Callable[[Entry], int] | None) -> str:
    told = predicates_html(entry.rows)
    if entry.rows:
        told = f'<span class="gb-map-mark">{escape(say("推定"))}</span>{told}'
    if count is not None and (number := count(entry)):
        told += f'<span class="gb-count">{escape(say("{count} 条候选要求", count=number))}</span>'
    first = other(entry.rows[0]) if entry.met else ""
    shown = f' <span class="gb-map-first">→ {escape(first)}</span>' if first else ""
    return (
        f'<button type="button" class="gb-part" data-pick="{escape(entry.key)}">'
        f"<span>{escape(entry.name)}{shown}</span>"
        f'<span class="gb-map-told">{told}</span></button>'
    )


def predicates_html(rows: Sequence[Mapped]) -> str:
    """How many rows there are of each predicate; that there are none is said."""
    if not rows:
        return f'<span class="gb-match gb-match-none">{escape(say("没有涉及"))}</span>'
    counts = {one: sum(row.predicate == one for row in rows) for one in RANKS}
    return "".join(match_html(one, number) for one, number in counts.items() if number)


def match_html(predicate: str, number: int = 1) -> str:
    """A predicate as a badge, told apart by its words and its shape."""
    style = {"skos:closeMatch": "close", "skos:relatedMatch": "related", NO_MATCH: "none"}.get(predicate, "partial")
    count = f" {number}" if number > 1 else ""
    return f'<span class="gb-match gb-match-{style}">{escape(say(PREDICATES[predicate]))}{count}</span>'
