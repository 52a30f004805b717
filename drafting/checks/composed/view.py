"""What the checks of composed sentences look at: the sentence without its quotations, and what the clauses say.

Such a sentence counts, names and quotes; it takes no phrases from a clause, so the checks of generated sentences do
not fit it. What these checks do not understand they leave alone: they name what the clauses contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.checks.alignment import normalise
from drafting.checks.composed.compared import ComparedFacts
from drafting.lexicon import Lexicon
from drafting.wording import AMONG_ALIKE

_PASSAGE = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
TITLE = re.compile(r"《([^》]+)》")
_AMONG_ALIKE = normalise(AMONG_ALIKE).translate({ord(sign): f"\\{sign}" for sign in "()"})
_PLACED = _AMONG_ALIKE.format(number=r"\d+", label="[^”]*")
"""Which of several rows with one label is meant: part of a place, no count and no quotation."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed sentence under examination. All texts are normalised.

    Attributes:
        sentence: The sentence.
        bare: The sentence with every quoted passage and title blanked out, character for character.
        cited: The clauses that it cites.
        texts: What each clause says, with its label and its headings.
        lexicon: The names that may be wrong.
        asked: The question, whose words a sentence may repeat only to deny them.
        named: Where titles of documents stand.
        compared: What a comparison found, for sentences that compare.
    """

    sentence: str
    bare: str
    cited: tuple[Clause, ...]
    texts: tuple[str, ...]
    lexicon: Lexicon
    asked: str
    named: tuple[tuple[int, int], ...]
    compared: ComparedFacts | None = None

    @property
    def titles(self) -> dict[str, str]:
        """The cited documents' titles, as far as the lexicon has them: the longest name of each."""
        found: dict[str, str] = {}
        for name, ids in sorted(self.lexicon.titles.items(), key=lambda item: len(item[0])):
            found.update(dict.fromkeys(ids, name))
        return {**found, **self.lexicon.headed}


def examine(
    sentence: str, cited: Sequence[Clause], lexicon: Lexicon, asked: str = "", compared: ComparedFacts | None = None
) -> Composed:
    """Prepare a sentence for the checks."""
    whole = normalise(sentence)
    own = sorted((re.escape(normalise(title)) for title in lexicon.titles), key=len, reverse=True)
    titles = re.compile("|".join((TITLE.pattern, _PLACED, *own)))
    bare = _PASSAGE.sub(_blank, titles.sub(_blank, whole))
    texts = tuple(_said_by(one) for one in cited)
    named = tuple(found.span() for found in titles.finditer(whole))
    return Composed(whole, bare, tuple(cited), texts, lexicon, normalise(asked), named, compared)


def _blank(found: re.Match[str]) -> str:
    return "□" * len(found.group())


def _said_by(clause: Clause) -> str:
    parts = (
        clause.plain, clause.label, clause.tier_label, clause.track, clause.subdomain, clause.domain, clause.element,
        clause.section, *clause.path,
    )  # fmt: skip
    return "\n".join(normalise(part) for part in parts if part)


def whole(passage: str, text: str) -> bool:
    """Whether a passage stands in a text without cutting a quantity: 低于25% is not what 不低于25% says."""
    amounts = quantities(text)
    for found in re.finditer(re.escape(passage), text):
        start, end = found.span()
        cut = [one for one in amounts if one.start < start < one.end or one.start < end < one.end]
        if not cut:
            return True
    return False


def passages(view: Composed) -> Iterator[tuple[str, int]]:
    """What stands between quotation marks, and where; what stands so inside a title is part of the title."""
    for found in _PASSAGE.finditer(view.sentence):
        if not any(start < found.start() < end for start, end in view.named):
            yield found.group(1), found.start()


def asked_for(view: Composed, name: str) -> bool:
    codes = {mention.code for mention in view.lexicon.mentions(name)}
    return name in view.asked or bool(codes & {mention.code for mention in view.lexicon.mentions(view.asked)})


def held(view: Composed, index: int, names: Sequence[str]) -> bool:
    """Whether one cited clause names all of these, under these or other of their names."""
    clause, text = view.cited[index], view.texts[index]
    stated = {*clause.systems, *clause.technologies, *(mention.code for mention in view.lexicon.mentions(text))}
    codes = [{mention.code for mention in view.lexicon.mentions(name)} for name in names]
    return all(whole(name, text) or (named and named <= stated) for name, named in zip(names, codes, strict=True))
