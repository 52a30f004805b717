"""Drafts by several ways: what counts as a first try, what an answer tells, what is shown of which part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafting.generator import DraftingError
from drafting.lexicon import Lexicon
from evals.drafting_systems import FirstTry, Quoting, Writing
from evals.drafts_run import LEARNED, PROMPTS, QUOTATION, DraftsResult, tried_by, whole_answers
from evals.writing_cases import Case, Part

LEXICON = Lexicon(lambda text: ())


@dataclass
class Copying:
    """Writes the clause that its prompt ends with, or what it is told to."""

    words: str | None = None
    learned: bool = True
    name: str = "copying"
    held: list[str | None] = field(default_factory=list)

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        self.held.append(within)
        if self.words == "fail":
            raise DraftingError("generator copying", "it was told to fail", "Tell it otherwise")
        yield self.words or prompt.rsplit("条款：", 1)[1].split("\n")[0]


def case(predicate: str, source: str = "made-up/1", part: Part = "development") -> Case:
    return Case("gist", source, "plain", part, {"lead": "应", "predicate": predicate}, (predicate[:4],))


CASES = (case("开展设备点检并记录结果"), case("建立备件台账"), case("定期校准量具", part="held_out"))


def test_a_draft_is_measured_and_a_failure_is_a_refused_try() -> None:
    (good, *_) = tried_by(Writing(LEARNED, Copying()), CASES, LEXICON)
    assert good.accepted and good.first.text == "开展设备点检并记录结果" and good.first.reason == ""
    (false, *_) = tried_by(Writing(LEARNED, Copying("建设数字孪生平台。")), CASES, LEXICON)
    assert not false.accepted and false.measured is not None and false.measured.problems
    (failed, *_) = tried_by(Writing(LEARNED, Copying("fail")), CASES, LEXICON)
    assert failed.measured is None and "told to fail" in failed.first.reason


def test_only_a_way_that_is_held_is_given_its_words() -> None:
    free, held = Copying(), Copying()
    list(tried_by(Writing("free", free), CASES[:1], LEXICON))
    list(tried_by(Writing("held", held, held=True), CASES[:1], LEXICON))
    assert free.held == [None]
    (words,) = held.held
    assert words is not None and words.startswith("开展设备点检并记录结果\n")


def test_an_answer_is_whole_at_the_first_try_only_where_every_clause_was() -> None:
    one, two = whole_answers(Writing(LEARNED, Copying()), CASES[:2] + CASES[:1], "development", LEXICON)
    assert (one.clauses, one.first, one.told) == (1, True, 1.0)
    assert (two.clauses, two.first, two.told) == (2, True, 1.0) and "建立备件台账" in two.text
    (short, *_) = whole_answers(Writing(LEARNED, Copying("建设平台。")), CASES[:1], "development", LEXICON)
    assert not short.first and short.told == 0.0 and short.text == ""


def test_sealed_drafts_are_counted_and_not_told() -> None:
    ways = (Quoting(QUOTATION), Writing(PROMPTS, Copying(learned=False)), Writing(LEARNED, Copying("建设平台。")))
    found = DraftsResult({way.name: tuple(tried_by(way, CASES, LEXICON)) for way in ways}, {})
    told = found.to_json()
    shown = {one["draft"] for one in told["drafts"] if one["way"] == PROMPTS}
    assert shown == {"开展设备点检并记录结果", "建立备件台账"}
    assert told["held_out"]["gist"][PROMPTS]["accepted"]["n"] == 1
    assert told["development"]["gist"][LEARNED]["ahead"]["value"] == -1.0
    assert found.complete and "定期校准量具" not in str(told)
    titles = [table.title for table in found.tables()]
    assert titles[0].startswith("First drafts, development cases (gist 2")


def test_quotation_takes_no_time_and_says_what_is_given() -> None:
    values = {"by": "MES", "how": "每班点检。", "effect": "停机减少", "missing": "成效"}
    assert Quoting().write("narrative", values) == FirstTry("每班点检。停机减少", "", 0.0, 9)
