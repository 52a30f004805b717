"""Each task's judge: what is wrong with a draft, given the values that it was written from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.clause import Clause
from corpus.commands import without_commands
from drafting.drafts import difference, narrative, rewrite, title
from drafting.lexicon import Lexicon
from drafting.prompting import Task
from drafting.verifier import verify

JUDGES: Mapping[Task, Callable[[str, Mapping[str, str]], tuple[str, ...]]] = {
    "narrative": narrative.problems,
    "difference": difference.problems,
    "title": title.problems,
}


def judge(task: Task, draft: str, values: Mapping[str, str], lexicon: Lexicon) -> tuple[str, ...]:
    """What is wrong with a draft; nothing where it may be used.

    Args:
        task: The task.
        draft: The draft, without its closing mark.
        values: What it was written from; a ``gist`` has the ``lead`` too, which code writes before the draft.
        lexicon: The names that a draft may get wrong.
    """
    if task == "gist":
        words = values["lead"] + without_commands(values["predicate"])
        return verify(values["lead"] + draft, (standing_alone(words),), lexicon).problems
    if task == "rewrite":
        return rewrite.problems(draft, values, {*lexicon.tiers, *lexicon.titles})
    return JUDGES[task](draft, values)


def standing_alone(words: str, name: str = "draft") -> Clause:
    """A clause of these words that belongs to no document."""
    return Clause(
        id=name, document="draft", section="", path=(), kind="requirement", text=words, plain=words, start=0,
        end=len(words), rule="none",
    )  # fmt: skip
