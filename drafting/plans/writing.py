"""What an enterprise does, put into sentences of an application by the model, and kept only where they are faithful.

The model gets the practice's own words and the names of what it leans on, nothing else. A draft stays only where every
content word of it stands in those words, nothing that limits or denies is lost, and the checks of all narratives pass;
it is tried once more, and then the enterprise's own words stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafting.generator import DraftingError, Generator
from drafting.lexicon import Lexicon
from drafting.plans.claim_checks import problems
from drafting.plans.denial import LIMITING
from drafting.plans.ground import Ground
from drafting.plans.narrating import Narrative
from drafting.plans.plan import Claim, Item
from drafting.profiles.answer_rows import Practice
from drafting.prompting import ParseFailure, parse, render

Words = Callable[[str], Sequence[str]]
"""The words of a text."""

_JOINING = frozenset(re.findall("..", "并且以及同时依托通过利用采用进行开展实施由此从而其中按照根据之后随后期间"))
"""Words that join what is said and claim nothing."""

_WIDENING = "均都全皆各每必"
"""Signs that stretch what is said to all of it; as words they are too common to be looked up."""

_NOTES = re.compile(r"[；。]")
_LONGEST = 160
_SHORTEST = 12


@dataclass(slots=True)
class NarrativeWriter:
    """Rewrites the 做法 of narratives with one generator.

    Attributes:
        generator: The language model.
        lexicon: The names that a sentence may get wrong.
        words: Cuts a text into words.
        deadline_s: Seconds for one sentence.
        failure: What kept the generator from writing, if anything did.
    """

    generator: Generator
    lexicon: Lexicon
    words: Words
    deadline_s: float = 12.0
    failure: str | None = None
    _written: dict[str, str | None] = field(default_factory=dict)

    def __call__(self, item: Item, ground: Ground) -> Item:
        """An item with the sentences that could be rewritten; the item as it is where none could."""
        sentences, rejected = [], 0
        for claim in item.sentences:
            written, refused = self._rewritten(claim, item, ground)
            sentences.append(written)
            rejected += refused
        if rejected == 0 and tuple(sentences) == item.sentences:
            return item
        text = Narrative(tuple(sentences), item.placeholders).text
        return replace(item, sentences=tuple(sentences), narrative=text, rejected_drafts=rejected)

    def _rewritten(self, claim: Claim, item: Item, ground: Ground) -> tuple[Claim, int]:
        path = next((one.removesuffix(".how") for one in claim.facts if one.endswith(".how")), None)
        if path is None or self.failure or not worth_joining(claim.text):
            return claim, 0
        practice = ground.row(path)
        if not isinstance(practice, Practice) or practice.state != "in_use":
            return claim, 0
        refused = 0
        if path not in self._written:
            self._written[path], refused = self._write(claim, practice, path, item, ground)
        text = self._written[path]
        if text is None:
            return claim, refused
        written = replace(claim, text=text, origin="generated", facts=(*claim.facts, f"{path}.by"))
        # Written for one requirement, the sentence may lean on words of its clause that another has not.
        if problems(written, item.requirement, ground.text, self.lexicon):
            return claim, refused
        return written, refused

    def _write(self, claim: Claim, practice: Practice, path: str, item: Item, ground: Ground) -> tuple[str | None, int]:
        said = "\n".join([claim.text, *practice.by])
        refused = 0
        # Where the names of what it leans on mislead the model, the practice's own words alone may do.
        for by in dict.fromkeys(["、".join(practice.by), ""]):
            try:
                draft = self._draft(by, claim.text)
            except DraftingError as error:
                self.failure = self.failure or str(error)
                return None, refused
            if isinstance(draft, ParseFailure):
                refused += 1
                continue
            sentence = replace(claim, text=f"{draft}。", origin="generated", facts=(*claim.facts, f"{path}.by"))
            if draft == claim.text.rstrip("。"):
                return None, refused
            if not [
                *problems(sentence, item.requirement, ground.text, self.lexicon),
                *self._strange(draft, said),
                *_lost(draft, claim.text),
                *_widened(draft, said),
            ]:
                return sentence.text, refused
            refused += 1
        return None, refused

    def _draft(self, by: str, how: str) -> str | ParseFailure:
        prompt = render("narrative", {"by": by, "how": how.rstrip("。"), "effect": "", "missing": ""})
        pieces = self.generator.generate(
            prompt.text, max_tokens=prompt.max_tokens, stop=prompt.stop, deadline_s=self.deadline_s
        )
        draft = parse("narrative", "".join(pieces))
        return draft if isinstance(draft, ParseFailure) else draft.text

    def _strange(self, draft: str, said: str) -> Iterator[str]:
        source = said.casefold()
        for word in self.words(draft):
            if len(word) > 1 and word.casefold() not in source and word not in _JOINING:
                yield f"「{word}」不在企业的说法里"


def worth_joining(how: str) -> bool:
    """Whether a practice reads as notes that a sentence could join: several, neither very short nor very long."""
    return _SHORTEST <= len(how) <= _LONGEST and bool(_NOTES.search(how.rstrip("。；")))


def _lost(draft: str, how: str) -> Iterator[str]:
    """Words that limit or deny, and numbers, which a shorter sentence must not lose."""
    for word in dict.fromkeys(LIMITING.findall(how)):
        if word not in draft:
            yield f"漏了「{word}」"
    for number in dict.fromkeys(re.findall(r"\d+(?:\.\d+)?", how)):
        if number not in draft:
            yield f"漏了数字「{number}」"


def _widened(draft: str, said: str) -> Iterator[str]:
    """Signs that make more of what is said than the enterprise does."""
    for sign in _WIDENING:
        if sign in draft and sign not in said:
            yield f"多了「{sign}」"
