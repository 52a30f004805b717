"""Whether something is a must, in composed sentences (不是必须：原文用“宜”): the verdict must follow from the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.composed.view import Composed
from drafting.wording import FORCE_WORDS

_FORCE = "|".join(sorted(FORCE_WORDS.values(), key=len, reverse=True))
_VERDICT = re.compile(
    rf"(?P<verdict>必须|不是必须|不全是必须):原文[用有](?P<forces>“(?:{_FORCE})”(?:、“(?:{_FORCE})”)*)(?:\(|。|$)"
)
_SHALL = FORCE_WORDS["shall"]


def is_verdict(view: Composed) -> bool:
    """Whether the sentence says that something is a must, or not."""
    return _VERDICT.match(view.sentence) is not None


def check(view: Composed) -> Iterator[str]:
    """Name a verdict that does not follow from its words, and words that the cited clauses do not have."""
    said = _VERDICT.match(view.sentence)
    if said is None:
        return
    told = re.findall(_FORCE, said["forces"])
    held = {FORCE_WORDS[force] for clause in view.cited for force in clause.forces}
    for word in told:
        if word not in held:
            yield f"引用条文没有“{word}”"
    right = "必须" if set(told) == {_SHALL} else "不全是必须" if _SHALL in told else "不是必须"
    if said["verdict"] != right:
        yield f"用词{said['forces']}说明“{right}”，句子说“{said['verdict']}”"
