"""The model's sentences in a briefing: verified ones are shown, others leave no trace but a count."""

from __future__ import annotations

from pathlib import Path

from drafting.comparisons.briefing import briefing
from drafting.comparisons.briefing_files import WRITTEN, told, write_briefing
from drafting.comparisons.briefing_prose import with_prose
from drafting.drafts.difference import problems
from drafting.generator import Silent
from drafting.lexicon import Lexicon
from tests.drafting.comparisons.made_up_comparison import FIRST, ONE, OWN, comparison, shelf
from tests.drafting.generators import Scripted

LEXICON = Lexicon(lambda text: ())


def test_verified_sentences_are_shown_with_the_side_that_they_speak_of(tmp_path: Path) -> None:
    made = with_prose(
        briefing(comparison(), shelf(), OWN), Scripted("开展设备预测性维护，数采率不低于90%。"), shelf(), LEXICON
    )
    shown = [(one.name, one.sentence.citations) for one in made.written]
    assert ("《建设要求》", (ONE.id,)) in shown
    assert all(one.sentence.origin == "generated" for one in made.written)
    line = next(one for one in told(made).splitlines() if one.endswith(WRITTEN))
    assert line.startswith("《建设要求》：")
    assert "宜开展设备预测性维护" in line
    write_briefing(made, tmp_path / "b.md")
    assert "模型撰写" in (tmp_path / "b.md").read_text(encoding="utf-8")


def test_sentences_that_the_clauses_do_not_bear_out_are_dropped() -> None:
    made = with_prose(
        briefing(comparison(), shelf(), OWN), Scripted("建设投资3000万元的数字孪生平台。"), shelf(), LEXICON
    )
    cited = {one for written in made.written for one in written.sentence.citations}
    assert cited <= {FIRST.id}  # whose predicate is too short to be shortened: code takes it as it stands
    assert made.rejected >= 3
    assert "3000" not in told(made)


def test_without_a_model_the_briefing_is_as_it_was() -> None:
    made = briefing(comparison(), shelf(), OWN)
    assert with_prose(made, Silent(), shelf(), LEXICON) == made


class Learned(Scripted):
    """A model that has learned the tasks."""

    learned = True


def test_a_model_that_has_learned_it_tells_both_sides_of_a_row_at_once() -> None:
    made = briefing(comparison(), shelf(), OWN)
    row = next(one for one in made.telling if one.told)
    assert row.told is not None
    true = "设备运维方面，建设要求用“宜”，数采率不低于90%。某某建设导则用“应”，数采率不低于80%，并另写MES"
    assert problems(true, row.told) == ()
    shown = with_prose(made, Learned(f"{true}。"), shelf(), LEXICON)
    (written, *_) = shown.written
    assert (written.name, written.sentence.text) == ("", f"{true}。")
    assert written.sentence.citations == row.rests and set(row.citations) <= set(row.rests)


def test_a_difference_told_of_the_wrong_side_is_dropped() -> None:
    made = briefing(comparison(), shelf(), OWN)
    turned = with_prose(made, Learned("《建设要求》要求投资3000万元。《试行方案》没有写。"), shelf(), LEXICON)
    assert turned.written == () and turned.rejected >= 1
