"""Filling a printed form: the printed words from the clauses, the values from the profile, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.lines import RESIDUE
from drafting.forms.choosing_type import ticked, track_of
from drafting.forms.form import Block, Entry, Fact, FactTable, Filled, Form, Look
from drafting.forms.layout import BlockLayout, FactRows, Layout, Place, known_forms, layouts_of
from drafting.forms.noting import notes_of
from drafting.forms.sources import FIELD_NAMES, Known, Question, resolve, slot_of, unit_of
from drafting.forms.thresholds import against_bounds, judged
from drafting.generator import DraftingError
from drafting.plans.investment import applied_project, invested
from drafting.plans.spending import LedgerLine, read_ledger, recounted, spending_lists
from drafting.profiles.sections import Profile, sections
from drafting.shelf import Shelf

_FIELDS = frozenset({"form_field", "heading", "lead", "paragraph"})


def fill_form(document: str, annex: str, profile: Profile, shelf: Shelf, *, track: str | None = None) -> Form:
    """Fill a form of a document.

    Args:
        document: The document's id.
        annex: The annex's number as printed, such as ``1``.
        profile: The enterprise.
        shelf: The clauses.
        track: The project type in the text's words; by default the one that the project's kind names.

    Raises:
        DraftingError: The document has no such form or no such track, or its clauses are not those of the form.
    """
    layout = _layout(document, annex.strip(), shelf)
    tracks = tuple(dict.fromkeys(clause.track for clause in shelf.of(document) if clause.track))
    if track is not None and track not in tracks:
        raise DraftingError(f"form {document}", f"no track {track}", f"Name one of: {'、'.join(tracks)}")
    track = track or track_of(document, profile, shelf)
    applied = applied_project(profile)
    known = Known(profile, applied, invested(profile), track, layout.gains)
    printed = _Printed(document, layout, shelf)
    blocks = tuple(_block(block, printed, known) for block in layout.blocks)
    printed.refuse_other_order(blocks)
    lines = read_ledger(profile, applied[1].id, spending_lists(document)) if applied and layout.checks else ()
    meta = shelf.documents[document]
    head, title = printed.clause(""), printed.clause("title")
    return Form(
        meta=meta,
        annex=annex.strip(),
        heading=head.plain,
        heading_clause=head.id,
        title=_lines(title),
        title_clause=title.id,
        banner=f"{'虚构示例·' if profile.profile.fictional else ''}{meta.status or ''}附件·草稿，仅供内部准备",
        company=profile.company.name,
        track=track,
        blocks=blocks,
        notes=notes_of(layout, printed.all, meta, known),
        thresholds=judged(document, track, profile) if layout.checks else (),
        ledger=lines,
        arithmetic=_arithmetic(document, known, lines) if layout.checks else (),
    )


def _layout(document: str, annex: str, shelf: Shelf) -> Layout:
    if document not in shelf.documents:
        raise DraftingError(f"form {document}", "no such document", f"Known: {'、'.join(shelf.documents)}")
    layouts = layouts_of(document)
    if annex not in layouts:
        known = "；".join(f"{one} {'、'.join(annexes)}" for one, annexes in known_forms().items())
        why = f"it has no form {annex[:20]}" if layouts else "it has no forms"
        raise DraftingError(f"form {document}", why, f"Known: {known}")
    return layouts[annex]


@dataclass(frozen=True, slots=True)
class _Printed:
    """The printed words of one annex."""

    document: str
    layout: Layout
    shelf: Shelf

    @property
    def all(self) -> tuple[Clause, ...]:
        """Every printed row below the annex's title, in order."""
        root = f"{self.document}/{self.layout.annex}/"
        rows = self.shelf.of(self.document, kinds=_FIELDS)
        return tuple(one for one in rows if one.id.startswith(root) and one.id != f"{root}title")

    def clause(self, place: str) -> Clause:
        identifier = f"{self.document}/{self.layout.annex}" + (f"/{place}" if place else "")
        try:
            return self.shelf.by_id[identifier]
        except KeyError:
            raise DraftingError(
                f"form {self.document}", f"the clause {identifier} is not there", "Build the snapshot anew"
            ) from None

    def refuse_other_order(self, blocks: tuple[Block, ...]) -> None:
        """Hold that the form prints every row once and in order."""
        made = [e.clause for block in blocks for row in block.rows for e in row if e.printed]
        if made != [one.id for one in self.all]:
            raise DraftingError(
                f"form {self.document}", "its layout is not that of the clauses", "Correct the layout of the annex"
            )


def _block(layout: BlockLayout, printed: _Printed, known: Known) -> Block:
    rows = layout.rows or tuple((place,) for place in layout.lines)
    return Block(layout.columns, tuple(tuple(_row(row, printed, known)) for row in rows))


def _row(row: tuple[Place, ...], printed: _Printed, known: Known) -> Iterator[Entry]:
    """The places of a row; an empty box belongs to the label before it unless the layout says otherwise."""
    label = first = ""
    for place in row:
        if place.printed is not None:
            label = place.printed
            first = first or label
        yield _entry(place, place.of or label, first, printed, known)


def _entry(place: Place, field: str, first: str, printed: _Printed, known: Known) -> Entry:
    clause = printed.clause(field)
    words = _numbered(clause) if place.printed is not None else ""
    name = _name(clause)
    if place.fill and place.of:
        name = _name(printed.clause(first)) + name
    filled = Filled()
    for source in (place.fill, place.gap, place.add):
        if source:
            filled = resolve(known, Question(source, place.ask or name, words or _lines(printed.clause(first))))
    if place.fill and place.fill.startswith("choice."):
        words = ticked(words, known.track) or words
    tables = tuple(_table(rows, known) for rows in place.tables)
    empty = tuple(rows.ask for rows, table in zip(place.tables, tables, strict=True) if rows.ask and not table.rows)
    return Entry(
        clause=clause.id,
        printed=words,
        filled=filled,
        in_gap=place.gap is not None,
        by_hand=place.hand,
        look=place.look or _usual_look(place),
        wide=place.wide,
        high=place.high,
        facts=tuple(_fact(source, known) for source in place.facts),
        tables=tuple(table for table in tables if table.rows),
        asks=(*empty, *place.always),
    )


def _usual_look(place: Place) -> Look:
    if place.wide == 1:
        return "text"
    return "label" if place.printed is not None else "box"


def _fact(source: str, known: Known) -> Fact:
    name = FIELD_NAMES[source]
    return Fact(name, resolve(known, Question(source, name, "", with_unit=True)))


def _table(rows: FactRows, known: Known) -> FactTable:
    title, kind = next((title, kind) for key, title, kind, _ in sections() if key == rows.section)
    columns = [slot_of(kind, key) for key in rows.columns]
    heads = tuple(f"{slot.title}（{unit_of(slot)}）" if unit_of(slot) else slot.title for slot in columns)
    held = getattr(known.profile, rows.section)
    if rows.section == "ledger":
        held = [one for one in held if known.project is not None and one.project == known.project[1].id]
    values = [[(slot, getattr(one, slot.key)) for slot in columns] for one in held]
    told = tuple(
        tuple("" if value in (None, ()) else slot.said(value).strip("；") for slot, value in row) for row in values
    )
    return FactTable(title, heads, told)


def _lines(clause: Clause) -> str:
    """The printed words, line by line, without what an editor left behind."""
    return "\n".join(line.strip() for line in RESIDUE.sub("", clause.text).split("\n"))


def _numbered(clause: Clause) -> str:
    """The printed words with the number before them, as the path of a heading has it."""
    words = _lines(clause)
    if clause.label is None:
        return words
    if clause.kind == "heading" and clause.path and clause.path[-1].endswith(clause.plain):
        return clause.path[-1]
    return f"{clause.label}.{words}" if clause.label.isdigit() else f"{clause.label}、{words}"


def _name(clause: Clause) -> str:
    return re.sub(r"\s", "", _lines(clause))


def _arithmetic(document: str, known: Known, lines: Sequence[LedgerLine]) -> tuple[str, ...]:
    one = known.investment
    if one is None:
        return ()
    apart = one.sums["civil_works"]
    counts = [f"{count.said}{against_bounds(document, known.track, count)}" for count in recounted(lines)]
    said = (one.total_said, f"土建工程 {apart} 万元，不计入" if apart else "", one.digital_said, one.share_said)
    return tuple(line for line in (*said, *counts, one.years_said) if line)
