"""Passages that a composed sentence quotes, and the places that it gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import normalise
from drafting.checks.composed.view import Composed, asked_for, held, passages, whole
from drafting.wording import FORCE_WORDS, place

_DENIED = re.compile(r"(?P<how>问题说|不要求|不是|不属于|没有由|没有条款提到|没有用)(?:“[^”]*”)?$")
_FROM_QUESTION = frozenset({"问题说", "没有条款提到", "不要求", "没有由"})
_FRAMES = frozenset({"前提不成立", "原文写到"})
"""Words before a quotation that are the sentence's own."""


def check_passages(view: Composed) -> Iterator[str]:
    """Name each quoted passage that no cited clause has; one of the question may be quoted to be denied."""
    if view.sentence.count("“") != view.sentence.count("”"):
        yield "引号不成对"
    for passage, at in passages(view):
        denied = _DENIED.search(view.sentence[:at])
        bare = passage.strip("“”")
        if not bare:
            yield "引号内没有内容"
        elif denied:
            asked = asked_for(view, passage) and (passage not in view.asked or whole(passage, view.asked))
            if denied["how"] in _FROM_QUESTION and view.asked and not asked:
                yield f"“{passage}”不在问题中"
        elif passage not in FORCE_WORDS.values() and not _quoted(view, passage):
            yield f"“{passage}”不在引用条文中"


def _quoted(view: Composed, passage: str) -> bool:
    """Whether a cited clause has the passage, or all the names that it is made of."""
    names = re.split("[、·]", passage)
    return any(whole(passage.strip("“”"), text) or held(view, index, names) for index, text in enumerate(view.texts))


def check_places(view: Composed) -> Iterator[str]:
    """Name each place (《…》 · … · …) at which no cited clause stands, and each passage quoted from elsewhere."""
    places = {normalise(place(clause, view.titles)): text for clause, text in zip(view.cited, view.texts, strict=True)}
    for found in re.finditer(r"《[^》]+》·", view.sentence):
        here = [one for one in places if view.sentence.startswith(one, found.start())]
        here = [one for one in here if not view.sentence.startswith("·", found.start() + len(one))]
        if not here:
            yield f"引用条文不在“{view.sentence[found.start() : found.start() + 40]}”"
        before = re.search(r"”\($", view.sentence[: found.start()])
        quoted = [passage for passage, at in passages(view) if at < found.start()]
        own = [text for one, text in places.items() if one in here]
        if here and before and quoted and not any(quoted[-1].strip("“”") in text for text in own):
            yield f"“{quoted[-1]}”不在所说的位置"
        label = re.match(r"(?P<label>[^,;:。“”]{2,40}):“[^”]*”\($", view.sentence[: found.start()])
        if here and label and label["label"] not in _FRAMES and not any(label["label"] in text for text in own):
            yield f"“{label['label']}”不在所说的位置"
        told = re.search(r"”:(?P<told>[^“”。;]+)\($", view.sentence[: found.start()])
        if here and told and not any(told["told"] in text for text in own):
            yield f"“{told['told']}”不在所说的位置"
