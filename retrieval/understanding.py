"""From a question to its frame: small recognisers over the vocabularies and the documents' names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.manifest import Meta
from kg.linking import Linker, Mention
from kg.triples import Vocabularies
from ontology.vocabulary import Scheme
from retrieval.content import content_of
from retrieval.editions import Editions
from retrieval.english import english_words
from retrieval.english_tracks import load_english_tracks
from retrieval.frame import QueryFrame
from retrieval.named_places import NamedPlaces
from retrieval.naming import aliases_of, blanked, contains, owned_by, told_apart
from retrieval.national import load_national_names
from retrieval.near_titles import NearTitles
from retrieval.normalise import Normaliser
from retrieval.parted_names import long_names, parted
from retrieval.shared_names import SharedNames
from retrieval.side_words import SideWords
from retrieval.sides import SideReader
from retrieval.slots import SlotReader
from retrieval.spelling import Speller
from retrieval.system_kinds import SystemKinds
from retrieval.tier_words import every_tier_said, is_level_of_another, with_neighbour
from retrieval.tracks import Tracks
from retrieval.worded import worded

_CHINESE = re.compile(r"[一-鿿]")
_LEGEND = (
    "Clauses are quoted in the language of the texts: "
    "应 shall, 宜 should, 可 may, 鼓励 encouraged, 不做要求 not required."
)
_NATIONAL = "national"
DEFAULT_NOTE = "问题未指明文件"
"""How the note begins that the default document was meant."""
_LONGEST = 600
_OF_NAMES = frozenset({"definition", "comparison", "procedure"})
"""Intents of questions that may be about a document or tier itself."""
_KINDS = ("CapabilityElement", "CapabilityDomain", "CapabilitySubdomain")


class Understanding:
    """Reads questions.

    Args:
        vocabularies: The schemes.
        documents: The documents that can be named.
        clauses: The corpus, for the names that only some documents use (tracks, sections).
        default: The document meant where a question names none.
        words: Gives words of general Chinese, which are never taken for misspelt names.
    """

    def __init__(
        self,
        vocabularies: Vocabularies,
        documents: Sequence[Meta],
        clauses: Sequence[Clause],
        default: str | None,
        words: Callable[[], Collection[str]] = tuple,
    ) -> None:
        self._normalise = Normaliser()
        self._objects = Linker(vocabularies.systems, vocabularies.technologies)
        self._kinds = SystemKinds(vocabularies.systems, self._objects)
        self._places = Linker(vocabularies.capabilities, vocabularies.tiers)
        self._national = load_national_names(vocabularies.tiers, self._normalise)
        self._schemes = vocabularies
        self._default = default
        self._aliases = aliases_of(documents, self._normalise)
        self._titles = {meta.id: meta.title for meta in documents}
        self._topics = tuple(self._normalise(one.zh) for one in vocabularies.capabilities.concepts.values())
        names = (self._places.mentions, self._normalise, load_english_tracks())
        self._tracks = Tracks(clauses, vocabularies.tiers, *names)
        self._long_names = long_names(vocabularies)
        self._field_words = frozenset(
            word
            for scheme in (
                vocabularies.systems,
                vocabularies.technologies,
                vocabularies.tiers,
                vocabularies.capabilities,
            )
            for concept in scheme.concepts.values()
            for name in (*concept.names, *concept.hidden)
            for word in english_words(name)
        )
        texts = [self._normalise(clause.plain) for clause in clauses]
        named = [self._normalise(name) for name in _names(vocabularies)]
        aliases = [alias for alias, _ in self._aliases]
        self._speller = Speller(texts, (*named, *aliases, *self._tracks.names), words)
        tiers = vocabularies.tiers.concepts.values()
        self._limits = (*aliases, *(self._normalise(name) for one in tiers for name in (*one.names, *one.hidden)))
        self._known_tiers = frozenset(clause.tier for clause in clauses if clause.tier)
        self._own_tiers = {clause.document: {} for clause in clauses if clause.tier}  # type: dict[str, dict[str, None]]
        for clause in clauses:
            if clause.tier:
                self._own_tiers[clause.document][clause.tier] = None
        slots = SlotReader(vocabularies, documents, clauses)
        self._editions = Editions(documents)
        current = [one for one in self._aliases if one[1] not in self._editions.replaced]
        side_words = SideWords(documents, current, default, self._normalise)
        self._near = NearTitles(documents, self._normalise)
        self._at_hand = NamedPlaces(documents)
        self._shared = SharedNames(documents, clauses, current, self._normalise)
        self._sides = SideReader(side_words, slots.read, vocabularies.tiers, clauses, default)

    def read(self, question: str, document: str | None = None) -> QueryFrame:
        """The frame of a question.

        Args:
            question: As asked, of any length; only its first 600 characters are read.
            document: The document that the person chose beside the question; its words are read as of that one.
        """
        frame = worded(question, self._speller.read(self._normalise(question[:_LONGEST]).strip()))
        text = frame.text
        said = [one for one in self._aliases if contains(text, one[0])]
        near = self._near.among(text, {one for _, one in said})
        named = self._editions.chosen(near or self._shared.chosen(text, said) or self._near.named(text), text)
        if document is not None:
            named = (document,)
        asked = self._kinds.read(self._national.without(text))
        places = [mention for mention in self._places.mentions(asked.rest) if not mention.surface.isdigit()]
        scheme = self._schemes.systems
        places, objects = told_apart(places, self._objects.mentions(asked.rest), scheme.name)
        rest = blanked(asked.rest, (one for one in objects if one.scheme == scheme.name))
        systems = _codes(objects, scheme)
        related = dict.fromkeys(other for code in systems for other in scheme.related_to(code) if other not in systems)
        frame = replace(
            frame,
            about=self._without_documents(text, named),
            documents=named,
            documents_named=bool(named),
            systems=systems,
            system_kinds=asked.kinds,
            kind_systems=asked.systems,
            kind_names=tuple(scheme.kinds[code].zh for code in asked.kinds),
            notes=(*frame.notes, *self._kinds.notes(asked)),
            lists_systems=asked.lists,
            related_systems=tuple(related),
            technologies=_codes(objects, self._schemes.technologies),
        )
        frame = self._in_english(self._with_documents(self._with_places(self._tracks.read(frame), rest, places)))
        frame = self._at_hand.marked(self._national.mark(replace(frame, content=self._content(frame))))
        if document is not None:
            return frame
        names = [name for code in frame.tiers for name in self._schemes.tiers.concepts[code].names]
        return self._editions.beside(self._beside(frame), self._own_tiers, names)

    def _beside(self, frame: QueryFrame) -> QueryFrame:
        """The frame with its sides; words for an edition of a document set nothing beside it but its other editions."""
        read = self._sides.read(frame)
        return frame if self._editions.settled(frame) and set(read.documents) != set(frame.documents) else read

    def _content(self, frame: QueryFrame) -> str:
        """What a question is about that names nothing of the field; all of any other question."""
        named = frame.names_capability or frame.names_object or frame.intent in _OF_NAMES
        return frame.spelt if named or frame.language == "en" else content_of(frame.text, self._limits)

    def _in_english(self, frame: QueryFrame) -> QueryFrame:
        """For a question in English, what it was taken to name, in both languages, and what the Chinese words mean."""
        if frame.language == "zh":
            return frame
        schemes = self._schemes
        concepts = [
            *(schemes.tiers.concepts[code] for code in frame.tiers),
            *(schemes.capabilities.concepts[code] for code in (*frame.elements, *frame.domains, *frame.subdomains)),
            *(schemes.systems.concepts[code] for code in frame.systems),
            *(schemes.technologies.concepts[code] for code in frame.technologies),
        ]
        kinds = [schemes.systems.kinds[code] for code in frame.system_kinds]
        names = tuple(dict.fromkeys(f"{concept.en} ({concept.zh})" for concept in (*concepts, *kinds)))
        about = " ".join((frame.about, *(concept.zh for concept in concepts)))
        words = tuple(dict.fromkeys(word for word in english_words(frame.text) if word in self._field_words))
        return replace(frame, about=about, english=names, field_words=words, notes=(*frame.notes, _LEGEND))

    def _without_documents(self, text: str, documents: Sequence[str]) -> str:
        """The question without the names of the documents that it names."""
        for alias, document in self._aliases:
            if document in documents:
                text = text.replace(alias, " ")
        return text

    def _with_places(self, frame: QueryFrame, text: str, named: Sequence[Mention]) -> QueryFrame:
        """The tiers and capabilities that it names, in ``text``, which is without its systems."""
        guessed, notes = self._parted_names(text, {mention.scheme for mention in named})
        named = [*named, *guessed]
        tracks = [self._normalise(one) for one in frame.tracks]
        mentions = [mention for mention in named if not any(mention.surface in track for track in tracks)]
        found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for mention in mentions:
            concept = self._schemes.capabilities.concepts.get(mention.code)
            if mention.scheme == self._schemes.capabilities.name and concept is not None:
                found.setdefault(concept.kind, []).append(mention.code)
        tiers = [
            mention.code
            for mention in mentions
            if mention.scheme == self._schemes.tiers.name and not is_level_of_another(text, mention.start, mention.end)
        ]
        if self._default and any(every_tier_said(frame.text, self._topics)):
            tiers = list(self._own_tiers.get(self._default, {}))
        own = list(self._own_tiers.get(self._default or "", {}))
        tiers = with_neighbour(text, list(dict.fromkeys(tiers)), own)
        order = list(self._schemes.tiers.concepts)
        owned = owned_by(mentions, self._schemes.tiers.name, self._known_tiers)
        elements, domains, subdomains = (tuple(dict.fromkeys(found[kind])) for kind in _KINDS)
        return replace(
            frame,
            tiers=tuple(sorted(dict.fromkeys(code for code in tiers if code in self._known_tiers), key=order.index)),
            foreign_tiers=tuple(
                self._schemes.tiers.concepts[code].zh
                for code in dict.fromkeys(tiers)
                if code not in owned and self._schemes.tiers.concepts[code].scheme == _NATIONAL
            ),
            elements=elements,
            domains=domains,
            subdomains=subdomains,
            notes=(*frame.notes, *notes),
        )

    def _parted_names(self, text: str, named: Collection[str]) -> tuple[list[Mention], list[str]]:
        """Names written with words between their halves, of the vocabularies that the question names nothing of."""
        found: list[Mention] = []
        notes: list[str] = []
        for name, scheme, code in (one for one in self._long_names if one[1] not in named):
            if apart := parted(name, text):
                found.append(Mention(code, scheme, apart.group(), apart.start(), apart.end()))
                notes.append(f"“{apart.group()}”按“{name}”理解。")
        return found, list(dict.fromkeys(notes))

    def _with_documents(self, frame: QueryFrame) -> QueryFrame:
        """The default document where none is named, with a note that says so; tiers only where a document has them."""
        if frame.documents:
            frame = replace(frame, documents=self._shared.having(frame.documents, frame.tiers, self._own_tiers))
            tiered = [document for document in frame.documents if self._own_tiers.get(document)]
            known = {code for document in tiered for code in self._own_tiers[document]}
            return replace(frame, tiers=tuple(one for one in frame.tiers if one in known) or self._in_own_words(frame))
        if self._default is None or not (frame.tiers or frame.names_capability or frame.names_object):
            return frame
        own = self._own_tiers.get(self._default, {})
        if frame.tiers and not any(tier in own for tier in frame.tiers):
            return self._of_their_only_document(frame)
        title = self._titles.get(self._default, self._default)
        note = f"{DEFAULT_NOTE}，按默认方案《{title}》回答（文本未说明其是否现行有效）。"
        return replace(frame, documents=(self._default,), notes=(*frame.notes, note))

    def _in_own_words(self, frame: QueryFrame) -> tuple[str, ...]:
        """The tiers of the documents meant whose names stand in the question as it was asked (入门级)."""
        own = [code for one in frame.documents if not frame.foreign_tiers for code in self._own_tiers.get(one, {})]
        if any(every_tier_said(frame.text, self._topics)):
            return tuple(dict.fromkeys(own))
        names = {code: map(self._normalise, self._schemes.tiers.concepts[code].names) for code in own}
        asked = self._normalise(frame.question)
        return tuple(code for code, called in names.items() if any(name in asked for name in called))

    def _of_their_only_document(self, frame: QueryFrame) -> QueryFrame:
        """The document that alone has the tiers named, with a note that says so."""
        having = [document for document, own in self._own_tiers.items() if set(frame.tiers) <= set(own)]
        if len(having) != 1 or not self._at_hand.allow(having[0], frame.text):
            return frame
        note = f"{DEFAULT_NOTE}，按有此等级的《{self._titles[having[0]]}》回答。"
        return replace(frame, documents=(having[0],), notes=(*frame.notes, note))


def _codes(mentions: Iterable[Mention], scheme: Scheme) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.code for mention in mentions if mention.scheme == scheme.name))


def _names(vocabularies: Vocabularies) -> Iterator[str]:
    """The Chinese names of what can be asked about."""
    schemes = (vocabularies.capabilities, vocabularies.tiers, vocabularies.systems, vocabularies.technologies)
    for concept in (concept for scheme in schemes for concept in scheme.concepts.values()):
        yield from (name for name in (concept.zh, *concept.alternatives) if _CHINESE.match(name))
