"""What an enterprise does, put into sentences of an application by the model, and kept only where they are faithful.

The model gets the practice's own words and the names of what it leans on, nothing else: what it has not read of the
clause it cannot claim. A draft stays only where its own judge and the checks of all narratives pass; it is tried once
more, and then the enterprise's own words stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drafting.drafts import narrative
from drafting.drafts.allowed import allowed
from drafting.generator import DraftingError, Generator, continued
from drafting.lexicon import Lexicon
from drafting.plans.claim_checks import problems
from drafting.plans.ground import Ground
from drafting.plans.narrating import Narrative
from drafting.plans.plan import Claim, Item
from drafting.profiles.answer_rows import Practice
from drafting.prompting import ParseFailure, parse, render

_NOTES = re.compile(r"[；。]")
_LONGEST = 160
_SHORTEST = 12


@dataclass(slots=True)
class NarrativeWriter:
    """Rewrites the 做法 of narratives with one generator.

    Attributes:
        generator: The language model.
        lexicon: The names that a sentence may get wrong.
        deadline_s: Seconds for one sentence.
        failure: What kept the generator from writing, if anything did.
    """

    generator: Generator
    lexicon: Lexicon
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
        refused, leaned = 0, "、".join(practice.by)
        known = {"by": leaned, "how": claim.text.rstrip("。"), "effect": "", "missing": ""}
        # Where the names of what it leans on mislead the model, the practice's own words alone may do.
        for by in dict.fromkeys([leaned, ""]):
            try:
                draft = self._draft(known | {"by": by})
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
                *narrative.problems(draft, known),
            ]:
                return sentence.text, refused
            refused += 1
        return None, refused

    def _draft(self, values: Mapping[str, str]) -> str | ParseFailure:
        prompt = render("narrative", values, self.generator.learned)
        within = allowed("narrative", values) if self.generator.learned else None
        draft = parse("narrative", continued(self.generator, prompt, self.deadline_s, within))
        return draft if isinstance(draft, ParseFailure) else draft.text


def worth_joining(how: str) -> bool:
    """Whether a practice reads as notes that a sentence could join: several, neither very short nor very long."""
    return _SHORTEST <= len(how) <= _LONGEST and bool(_NOTES.search(how.rstrip("。；")))
