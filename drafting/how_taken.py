"""Remarks on how a question of a conversation was taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from retrieval.taken import Taken

_SAID: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "continued": ("接上一问，按“{}”理解。", "Taken, after the question before, as: “{}”"),
        "source": ("按询问上一问（“{}”）的出处理解。", "Taken as asking where the answer to “{}” stands."),
        "reason": (
            "按追问上一问（“{}”）的依据理解：依据见所引条款，条文没有写出的理由不作推测。",
            "Taken as asking why, after “{}”: what it rests on is quoted; no reason is guessed.",
        ),
        "highest": ("已经是最高的等级，没有再往上的。", "There is no tier above this one."),
        "lowest": ("已经是最低的等级，没有再往下的。", "There is no tier below this one."),
        "other": (
            "按独立的问题理解；如果是接着上一问，可以问“{}”。",
            "Taken by itself; after the question before it could mean: “{}”",
        ),
        "orphan": (
            "前面没有可以承接的问题，按字面理解。",
            "There is no question before that it could continue; taken by its words.",
        ),
    }
)


_CHOSEN = ("按所选回答：{}（以此为准）。", "Answered for what was chosen, whatever the words say: {}.")


def remarks_on(taken: Taken, language: str, chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """How the question was taken, for the person; nothing where it was taken as it stands.

    Args:
        taken: How it was taken.
        language: ``zh`` or ``en``.
        chosen: What the person set beside its words, by name; it goes before what these say.
    """
    said = taken.relation
    english = language == "en"
    within = (_CHOSEN[english].format((", " if english else "、").join(chosen)),) if chosen else ()
    if said == "alone" and not (taken.other or taken.orphan):
        return within
    both = _SAID["other" if taken.other else "orphan" if said == "alone" else said]
    remark = both[english].format(taken.other or taken.text)
    ends = _SAID["highest" if taken.beyond > 0 else "lowest"]
    return (ends[english], remark, *within) if taken.beyond else (remark, *within)
