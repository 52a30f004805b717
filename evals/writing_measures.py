"""What a draft of the local model is worth: may it be shown, what did it keep, what did it make up, how long is it.

``measure`` looks at one draft; ``summarise`` counts over many, with 95 % intervals. A reply that is no draft at all
counts as refused and is left out of every other measure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.force import governing
from drafting.checks import amounts, force
from drafting.checks.alignment import align, letters, normalise
from drafting.checks.view import View, look
from drafting.drafts import difference, narrative, title
from drafting.drafts.judging import judge, standing_alone
from drafting.drafts.own_words import NUMBER, new_numbers, strange
from drafting.lexicon import Lexicon
from drafting.prompting import TASKS, Task
from evals.metrics import Estimate, bootstrap_mean, share
from evals.writing_cases import Case

GRAM = 4
"""Characters of a stretch that, said twice, is a repetition."""
MOST_RUNS = 2
LEAST_KEPT = 0.8
"""A point is kept where at most so many runs of equal characters hold this share of it (应急演练 in 应急的演练)."""
_MARK = re.compile(r"【[^【】]*】")
_FORCE_WORD = "用词"
"""What the judge of differences calls a governing word in each of its problems with one."""
_GIVEN: Mapping[Task, tuple[str, ...]] = {
    "gist": ("lead", "predicate"),
    "narrative": ("by", "how", "effect"),
    "difference": ("topic", "left", "right", "forces", "numbers", "only_left", "only_right"),
    "title": ("clauses",),
    "rewrite": ("question",),
}
"""The values whose words a draft may use."""
_OWED: Mapping[Task, tuple[str, ...]] = {
    "gist": ("predicate",),
    "narrative": ("how", "effect"),
    "difference": ("numbers",),
    "title": (),
    "rewrite": (),
}
"""The values whose numbers a draft must not lose."""
_LENGTH: Mapping[Task, tuple[str, ...]] = {**_GIVEN, "gist": ("predicate",), "narrative": ("how", "effect")}
"""The values that a draft's length is set against."""
_JOINING: Mapping[Task, re.Pattern[str]] = {
    "difference": difference.JOINING,
    "title": re.compile(title.JOINING_WORDS),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One draft.

    Attributes:
        problems: Why the product's judge refuses it; nothing where it may be shown.
        force_kept: It has no governing word of its own; of a ``gist`` no phrase binds otherwise than the clause, of a
            ``difference`` each side has the word that is its own.
        numbers_kept: It has every number owed and no other; None where neither has any.
        systems_kept: It names no system or technology that was not named; None where it names none, and for
            ``rewrite``, which may.
        foreign: Its words that were neither given nor join what was; not asked of ``rewrite``.
        coverage: The share of the case's points that it keeps, 0 to 1; of a ``title`` whether it has any. None where
            the case names none.
        repetition: The share of its stretches of four characters that it says more often than it was given, 0 to 1.
        length_ratio: Its letters by those that it was written from.
    """

    problems: tuple[str, ...]
    force_kept: bool
    numbers_kept: bool | None
    systems_kept: bool | None
    foreign: tuple[str, ...]
    coverage: float | None
    repetition: float
    length_ratio: float

    @property
    def accepted(self) -> bool:
        """Whether the product would show it."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Summary:
    """Many drafts of one task; each figure's ``n`` tells how many it rests on.

    Attributes:
        accepted: Share of all replies that may be shown; what is no draft is not.
        force_kept: Share of drafts; the next two likewise, of those that they can be asked of.
        numbers_kept: See ``Measured``.
        systems_kept: See ``Measured``.
        own_words: Share of drafts without a foreign word.
        coverage: Mean share of points kept.
        repetition: Mean.
        length_ratio: Mean.
    """

    accepted: Estimate
    force_kept: Estimate
    numbers_kept: Estimate
    systems_kept: Estimate
    own_words: Estimate
    coverage: Estimate
    repetition: Estimate
    length_ratio: Estimate


def measure(case: Case, draft: str, lexicon: Lexicon) -> Measured:
    """Judge and measure one draft.

    Args:
        case: What it was written from.
        draft: What ``drafting.prompting.parse`` made of the reply.
        lexicon: The names that a draft may get wrong.
    """
    said = _MARK.sub("", draft)
    given = _words(case, _GIVEN)
    view = look(case.values["lead"] + said, (standing_alone(given),), lexicon) if case.task == "gist" else None
    problems = judge(case.task, draft, case.values, lexicon)
    return Measured(
        problems=problems,
        force_kept=_force_kept(case.task, said, problems, view),
        numbers_kept=_numbers_kept(said, _words(case, _OWED), given, view),
        systems_kept=None if case.task == "rewrite" else _systems_kept(said, given, lexicon),
        foreign=_foreign(case.task, said, given, view),
        coverage=_coverage(case, said),
        repetition=repetition(said, given),
        length_ratio=len(letters(said)) / max(1, len(letters(_words(case, _LENGTH)))),
    )


def summarise(measured: Sequence[Measured | None]) -> Summary:
    """Count over drafts.

    Args:
        measured: One for each case; None where the reply was no draft.
    """
    drafts = [one for one in measured if one is not None]

    def known(which: Callable[[Measured], bool | None]) -> Estimate:
        return share([found for one in drafts if (found := which(one)) is not None])

    return Summary(
        accepted=share([one is not None and one.accepted for one in measured]),
        force_kept=known(lambda one: one.force_kept),
        numbers_kept=known(lambda one: one.numbers_kept),
        systems_kept=known(lambda one: one.systems_kept),
        own_words=known(lambda one: not one.foreign),
        coverage=bootstrap_mean([one.coverage for one in drafts if one.coverage is not None]),
        repetition=bootstrap_mean([one.repetition for one in drafts]),
        length_ratio=bootstrap_mean([one.length_ratio for one in drafts]),
    )


def keeps(draft: str, point: str) -> bool:
    """Whether a draft has a point's words, in one piece or nearly.

    >>> keeps("每年组织应急演练并评估", "应急演练"), keeps("组织演练", "应急演练")
    (True, False)
    >>> keeps("定期开展应急的演练", "应急演练")
    True
    """
    wanted, text = normalise(point), normalise(draft)
    if wanted in text:
        return True
    runs = [run for run in align(wanted, text) if run.length > 1]
    near = bool(runs) and runs[-1].clause_end - runs[0].clause_at <= 2 * len(wanted)
    return near and len(runs) <= MOST_RUNS and sum(run.length for run in runs) >= LEAST_KEPT * len(wanted)


def repetition(draft: str, given: str) -> float:
    """The share of a draft's stretches of ``GRAM`` characters that it says more often than it was given them.

    >>> repetition("设备点检设备点检", "设备点检"), repetition("设备点检，设备保养", "设备点检；设备保养")
    (0.2, 0.0)
    """
    said, known = Counter(_grams(letters(draft))), Counter(_grams(letters(given)))
    again = sum(max(0, count - max(1, known[gram])) for gram, count in said.items())
    return again / max(1, said.total())


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def _words(case: Case, names: Mapping[Task, tuple[str, ...]]) -> str:
    joint = "" if case.task == "gist" else "\n"
    return joint.join(case.values[name] for name in names[case.task])


def _force_kept(task: Task, said: str, problems: Iterable[str], view: View | None) -> bool:
    if TASKS[task].binds:
        return not any(_FORCE_WORD in problem for problem in problems)
    return not governing(said) and (view is None or not any(force.check(view)))


def _numbers_kept(said: str, owed: str, given: str, view: View | None) -> bool | None:
    wanted, found = (set(NUMBER.findall(normalise(text))) for text in (owed, said))
    if not wanted and not found:
        return None
    true = not any(amounts.check(view)) if view is not None else not any(new_numbers(said, given))
    return true and wanted <= found


def _systems_kept(said: str, given: str, lexicon: Lexicon) -> bool | None:
    named = {mention.code for mention in lexicon.mentions(said)}
    return named <= {mention.code for mention in lexicon.mentions(given)} if named else None


def _foreign(task: Task, said: str, given: str, view: View | None) -> tuple[str, ...]:
    if view is not None:
        return tuple(view.foreign(view.sentence, "\n".join(view.texts)))
    joining = narrative.joining(given) if task == "narrative" else _JOINING.get(task)
    return tuple(strange(said, given, joining)) if joining else ()


def _coverage(case: Case, said: str) -> float | None:
    if not case.points:
        return None
    kept = [keeps(said, point) for point in case.points]
    return float(any(kept)) if case.task == "title" else sum(kept) / len(kept)
