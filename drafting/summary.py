"""One readable sentence on what a few clauses ask: code writes who must and how strongly, the model what.

The model shortens one clause at a time; a small model copies well and merges badly. Each shortened clause is verified
against its own clause, and the whole sentence against all of them. A draft that fails is tried once more from another
opening and then left out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause, Force
from corpus.force import governing, provisions
from drafting.checks.fragments import ACT
from drafting.generator import DraftingError, Generator, continued
from drafting.lexicon import Lexicon
from drafting.prompting import ParseFailure, parse, render
from drafting.verifier import Verdict, verify

Check = Callable[[str, Sequence[Clause], Lexicon, Sequence[str]], Verdict]
"""Judges a sentence by the clauses that it cites; see :func:`drafting.verifier.verify`."""

MOST_POINTS = 5
LONGEST_LEAD = 24
"""Characters before the governing word; a longer lead holds a condition that must not be shortened away."""
LONGEST_TITLE = 12
"""Characters of a first sentence that is only the title of what follows (智能化生产。)."""
LONGEST_OPENING = 16
"""Characters of a clause that code may write as the opening of a second attempt."""
SHORTEST = 6
"""Characters of a predicate below which there is nothing to shorten: it is taken as it stands."""
_UNSAID = re.compile(r"^(?:企业|工厂|未来工厂|智能工厂|数字化车间)$")
_EDGE = " \t\n。；;，,：:、"
_CIRCUMSTANCE = re.compile(r"基于|通过|面向|根据|依据|依托|结合|针对|围绕|按(?!需)|借助|利用|运用|以|在|从|对于")
_PURPOSE = re.compile(r"支撑|满足|提升|提高|指导|保障|保证|促进|助力|降低|减少|缩短|增强")
_NAMED = re.compile(r"[^，,。；;：:]{2,12}[：:]")
_HANDLED = re.compile(r"(?<=.)[将把]")
_JOINING = re.compile(r"^(?:并且|并|且|以及)")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a clause asks.

    Attributes:
        clause: The clause.
        lead: Its words up to and with the governing word (``应``, ``产品应``), or nothing.
        predicate: What follows.
        force: How strongly.
    """

    clause: Clause
    lead: str
    predicate: str
    force: Force


@dataclass(frozen=True, slots=True)
class Summary:
    """A generated sentence, or why there is none.

    Attributes:
        sentence: The verified sentence; empty where every draft failed.
        cited: The ids of the clauses that it rests on.
        rejected: How many drafts failed.
        problems: What was wrong with them.
        failure: What kept the generator from writing, if anything did.
        parts: The sentence's stretches, each with the id of the clause that it comes from.
    """

    sentence: str
    cited: tuple[str, ...]
    rejected: int
    problems: tuple[str, ...]
    failure: str | None = None
    parts: tuple[tuple[str, str], ...] = ()


def points(clauses: Sequence[Clause], most: int = MOST_POINTS) -> tuple[Point, ...]:
    """What the clauses ask, in order: every provision where they are few, else the first of each clause."""
    each = [tuple(_points_of(clause)) for clause in clauses]
    every = [point for found in each for point in found]
    chosen = every if len(every) <= most else [found[0] for found in each if found]
    return tuple(chosen[:most])


def _points_of(clause: Clause) -> Iterator[Point]:
    found = provisions(clause.plain)
    binding = any(provision.force != "none" for provision in found)
    for provision in found:
        text = clause.plain[provision.start : provision.end].strip(_EDGE)
        modals = governing(text)
        title = provision is found[0] and len(found) > 1 and len(text) <= LONGEST_TITLE and not ACT.search(text)
        if (title or binding) and not modals:
            continue
        named = _NAMED.match(text)
        at = modals[0].end if modals else named.end() if named else 0
        lead = text[:at] if not modals or not _UNSAID.match(text[: modals[0].start]) else text[modals[0].start : at]
        if len(lead) <= LONGEST_LEAD and text[at:].strip(_EDGE):
            yield Point(clause, lead, text[at:].strip(_EDGE), provision.force)


def other_opening(predicate: str) -> str | None:
    """How the second attempt begins: with an act that the predicate names, never with what the act is good for.

    Returns:
        The opening, or None where there is none to try.

    >>> other_opening("通过工业网络或MES等系统将工艺文件下发到设备（如机床），指导生产")
    '将'
    >>> other_opening("在关键工序（设备）采用先进工艺，支撑升级")
    '在关键工序采用'
    >>> other_opening("实现设备联网，利用智能终端开展点巡检等管理，实现设备故障的闭环管理")
    '实现'
    """
    split = re.split("[，,]", _ASIDE.sub("", predicate).strip(_EDGE))
    phrases = [bare for phrase in split if (bare := _JOINING.sub("", phrase))]
    if not phrases:
        return None
    later = [phrase for phrase in phrases[1:] if not _CIRCUMSTANCE.match(phrase) and not _PURPOSE.match(phrase)]
    if not _CIRCUMSTANCE.match(phrases[0]):
        return later[-1][:2] if later else None
    if handled := _HANDLED.search(phrases[0]):
        return handled.group()
    if later:
        return later[0][:2]
    inside = ACT.search(phrases[0])
    return phrases[0][: inside.end()] if inside and inside.end() <= LONGEST_OPENING else None


class Summariser:
    """Writes summary sentences with one generator.

    Args:
        generator: The language model.
        lexicon: The names that a sentence may get wrong.
        check: Decides what may be shown.
    """

    def __init__(self, generator: Generator, lexicon: Lexicon, check: Check = verify) -> None:
        self._generator = generator
        self._lexicon = lexicon
        self._check = check

    def summarise(self, subject: str, clauses: Sequence[Clause], deadline_s: float = 4.0) -> Summary:
        """Write one sentence on what the clauses ask of the subject.

        Args:
            subject: Who, and in what respect, in words that the caller vouches for: ``省级智能工厂在设备运维方面``.
            clauses: The clauses, in the order in which they are to be spoken of.
            deadline_s: Seconds for the whole sentence; what is not written by then is left out.
        """
        until, problems, failure = time.monotonic() + deadline_s, list[str](), None
        written: list[tuple[Point, str]] = []
        for point in points(clauses):
            try:
                gist = self._gist(point, until, problems)
            except DraftingError as error:
                failure = str(error)
                break
            if gist is not None and (point.lead, gist) not in {(other.lead, said) for other, said in written}:
                written.append((point, gist))
        rejected = len(problems)
        while written:
            parts = compose(subject, written)
            sentence = "".join(text for text, _ in parts)
            cited = tuple(dict.fromkeys(point.clause.id for point, _ in written))
            verdict = self._check(sentence, _clauses_of(written), self._lexicon, (subject,))
            if verdict.ok:
                return Summary(sentence, cited, rejected, tuple(problems), failure, parts)
            problems += verdict.problems
            rejected += 1
            written.pop()
        return Summary("", (), rejected, tuple(problems), failure)

    def _gist(self, point: Point, until: float, problems: list[str]) -> str | None:
        """The point's predicate in fewer words, verified; each failed draft adds one line to ``problems``."""
        if len(point.predicate) <= SHORTEST:
            return point.predicate
        for opening in ("", other_opening(point.predicate)):
            if opening is None:
                break
            values = {"predicate": point.predicate, "opening": opening}
            prompt = render("gist", values, self._generator.learned)
            raw = continued(self._generator, prompt, max(0.1, until - time.monotonic()))
            draft = parse("gist", raw, opening, point.predicate)
            if isinstance(draft, ParseFailure):
                problems.append(f"{draft.reason}: {draft.raw.strip()}")
                continue
            verdict = self._check(point.lead + draft.text, (point.clause,), self._lexicon, ())
            if verdict.ok:
                return draft.text
            problems.append("; ".join(verdict.problems))
        return None


def compose(subject: str, written: Sequence[tuple[Point, str]]) -> tuple[tuple[str, str], ...]:
    """Join subject, governing words and shortened predicates to one sentence.

    A repeated governing word stays: in this kind of text each part says for itself how strongly it binds.

    Returns:
        The sentence's stretches in order, each with the id of the clause that it comes from.
    """
    lead = written[0][0].lead
    begins_with_force = any(modal.start == 0 for modal in governing(lead))
    if lead.endswith("应") and written[0][1].startswith("对"):
        joint = "："  # behind other words, 应对 would be read as one word: to cope with
    else:
        joint = "" if begins_with_force else "，" if lead else "："
    opened = [f"{subject}{joint}", *[""] * (len(written) - 1)]
    closed = [*["；"] * (len(written) - 1), "。"]
    return tuple(
        (f"{before}{point.lead}{gist}{after}", point.clause.id)
        for before, (point, gist), after in zip(opened, written, closed, strict=True)
    )


def _clauses_of(written: Sequence[tuple[Point, str]]) -> tuple[Clause, ...]:
    return tuple({point.clause.id: point.clause for point, _ in written}.values())
