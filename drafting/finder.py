"""From a question's frame to a finding: each exact way is tried in turn, then search. No model has a part in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafting.answer import Finding
from drafting.findings.absent import find_absent
from drafting.findings.across import find_across
from drafting.findings.asked_units import without_other_unit
from drafting.findings.cells import find_cells
from drafting.findings.comparing import Variants, across_documents, compared_early, compared_late, find_missing_side
from drafting.findings.counted_topics import find_count
from drafting.findings.definitions import find_definition
from drafting.findings.disorder import find_disorder
from drafting.findings.enumerations import find_enumeration
from drafting.findings.figures import find_figure
from drafting.findings.form_parts import find_form_part
from drafting.findings.kinds import find_kinds
from drafting.findings.legends import find_legend
from drafting.findings.mentions import find_mention
from drafting.findings.named_works import find_absent_work
from drafting.findings.national import beside, find_national
from drafting.findings.newly_asked import find_newly_asked
from drafting.findings.numbered import find_numbered
from drafting.findings.objects import find_objects
from drafting.findings.options import find_options
from drafting.findings.places import find_absent_place
from drafting.findings.plainly import told_plainly
from drafting.findings.premises import correct
from drafting.findings.procedures import find_procedure
from drafting.findings.readings import with_other_readings
from drafting.findings.refusals import refuse_by_words
from drafting.findings.rules.answering import find_rule
from drafting.findings.rules.own_topics import find_other_field, find_own_topic, without_foreign_numbers
from drafting.findings.rules.stated_figures import find_number
from drafting.findings.searching import Nearness, find_by_search, is_far
from drafting.findings.second_look import looked_at_again
from drafting.findings.sections import find_section
from drafting.findings.sources import find_source
from drafting.findings.spoken_figures import without_told_commands
from drafting.findings.superlatives import find_most
from drafting.findings.tiers import find_foreign_tier, find_tier, find_track
from drafting.findings.under_heading import find_count_under_heading, find_under_heading
from drafting.findings.unstated_figures import without_unstated_figure
from drafting.findings.work_numbers import find_work_number
from drafting.shelf import Shelf
from kg.national import NationalLevel
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.normalise import Normaliser
from retrieval.search import Hit, Query, Searcher


class Finder:
    """Finds what answers a question over one snapshot.

    Args:
        shelf: The clauses.
        searcher: Gives what finds clauses by likeness; called when a question first needs it.
        capabilities: The vocabulary of elements, domains and subdomains.
        tiers: The vocabulary of tiers.
        default: The document meant where a question names none.
        nearness: How near a question must lie to the texts.
        national: What is proposed and known of the national level; without it, nothing is said of that level.
        variants: Gives what comparisons are made with; called when a question first needs it.
    """

    def __init__(
        self,
        shelf: Shelf,
        searcher: Callable[[], Searcher],
        capabilities: Scheme,
        tiers: Scheme,
        default: str | None,
        nearness: Nearness,
        national: NationalLevel | None,
        variants: Callable[[], Variants] | None = None,
    ) -> None:
        self._shelf = shelf
        self._searcher = searcher
        self._capabilities = capabilities
        self._tiers = tiers
        self._default = default
        self._nearness = nearness
        self._national = national
        self._variants = variants
        self._normalise = Normaliser()

    def find(self, frame: QueryFrame) -> Finding:
        """What answers the question, or the refusal that does."""
        finding = without_told_commands(self._find(frame), self._shelf)
        return beside(frame, finding, self._national) if self._national is not None else finding

    def _find(self, frame: QueryFrame) -> Finding:
        places = () if frame.documents_named else frame.place_documents
        shelf = self._shelf.showing(frame.documents)
        shelf = (shelf.within(places) if places else shelf).asking(frame.tiers)
        if (first := self._first(frame, shelf)) is not None:
            return first
        capabilities = self._capabilities
        frame = without_foreign_numbers(frame, shelf)
        search = LazySearch(self._searcher, frame, shelf, places)
        parts = (shelf, capabilities, search, self._variants, self._default)
        ways: Sequence[Callable[[], Finding | None]] = (
            lambda: find_legend(frame, shelf) or find_work_number(frame, shelf),
            lambda: find_missing_side(frame, shelf) or find_absent(frame, shelf),
            lambda: find_numbered(frame, shelf) or find_mention(frame, shelf),
            lambda: find_options(frame, shelf),
            lambda: compared_early(frame, *parts) if across_documents(frame) else None,
            lambda: find_definition(frame, shelf, self._normalise),
            lambda: find_form_part(frame, shelf) or find_section(frame, shelf),
            lambda: find_foreign_tier(frame, shelf),
            lambda: find_kinds(frame, shelf, capabilities, self._default),
            lambda: find_disorder(frame, shelf, capabilities) or find_most(frame, shelf, capabilities, self._default),
            lambda: _found_or(find_figure(frame, shelf, search), lambda: find_number(frame, shelf)),
            lambda: find_own_topic(frame, shelf),
            lambda: find_newly_asked(frame, shelf, capabilities) or find_count_under_heading(frame, shelf),
            lambda: compared_early(frame, *parts),
            lambda: find_count(frame, shelf, capabilities, search, self._default),
            lambda: find_track(frame, shelf),
            lambda: find_tier(frame, shelf, self._tier_names(frame)),
            lambda: find_cells(frame, shelf, capabilities),
            lambda: find_objects(frame, shelf, capabilities, self._default),
            lambda: find_enumeration(frame, shelf) or find_under_heading(frame, shelf),
            lambda: None if is_far(frame, search, self._nearness) else find_procedure(frame, shelf, search),
            lambda: compared_late(frame, shelf, capabilities, search, self._variants),
        )
        for way in ways:
            if (finding := way()) is not None:
                finding = told_plainly(frame, finding, shelf, capabilities)
                finding = looked_at_again(frame, finding, shelf, capabilities, search)
                finding = without_other_unit(frame, without_unstated_figure(frame, finding, shelf), shelf)
                corrected = correct(frame, finding, shelf, capabilities, self._default)
                return with_other_readings(frame, corrected, shelf, capabilities)
        found = find_by_search(frame, shelf, capabilities, search, self._nearness, self._default)
        found = without_other_unit(frame, without_unstated_figure(frame, found, shelf), shelf)
        return correct(frame, found, shelf, capabilities, self._default)

    def _first(self, frame: QueryFrame, shelf: Shelf) -> Finding | None:
        """What comes before all else: refusals, figures asked across documents, rules, the national level."""
        titles, everything = self._shelf.titles.values(), self._shelf
        refused = refuse_by_words(frame, titles) or find_absent_place(frame, everything)
        if (refused := refused or find_absent_work(frame, everything)) is not None:
            return refused
        if (stated := find_source(frame, shelf) or find_across(frame, shelf)) is not None:
            return stated
        if (ruled := find_other_field(frame, shelf) or find_rule(frame, shelf)) is not None:
            return without_other_unit(frame, ruled, shelf)
        return find_national(frame, shelf, self._national, self._default) if self._national is not None else None

    def _tier_names(self, frame: QueryFrame) -> list[str]:
        concepts = self._tiers.concepts
        named = [concepts[code] for code in frame.tiers if code in concepts]
        return [name for concept in named for name in (*concept.names, *concept.hidden)]


def _found_or(finding: Finding | None, otherwise: Callable[[], Finding | None]) -> Finding | None:
    """A finding; where it refuses, what another way finds."""
    return (otherwise() or finding) if finding is not None and finding.status == "refused" else finding


class LazySearch:
    """Searches with one question, which is embedded when the first search needs it.

    Args:
        searcher: Gives what finds clauses.
        frame: The question.
        shelf: The clauses as the question sees them; as the searcher gives them without it.
        within: The documents to which a search is limited that sets no such limit itself; empty for all.
    """

    def __init__(
        self,
        searcher: Callable[[], Searcher],
        frame: QueryFrame,
        shelf: Shelf | None = None,
        within: tuple[str, ...] = (),
    ) -> None:
        self._searcher = searcher
        self._frame = frame
        self._seen = shelf.by_id if shelf is not None else {}
        self._within = within
        self._query: Query | None = None

    def __call__(self, filters: Filters, top: int) -> list[Hit]:
        filters = filters if filters.documents else replace(filters, documents=self._within)
        hits = self._searcher().search(self._ready(), filters, top)
        return [replace(hit, clause=self._seen.get(hit.clause.id, hit.clause)) for hit in hits]

    def similarity(self) -> float:
        """The cosine of the question with the nearest clause."""
        return self._searcher().similarity(self._ready())

    def likeliest_topic(self) -> tuple[str | None, float]:
        """The printed number of the subdomain that the question is likeliest about, and how likely it is."""
        nearest = self._searcher().subjects(self._ready())
        return nearest[0] if nearest else (None, 0.0)

    def _ready(self) -> Query:
        if self._query is None:
            self._query = self._searcher().prepare(self._frame.spelt or self._frame.question, self._frame.content)
        return self._query
