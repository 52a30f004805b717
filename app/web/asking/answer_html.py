"""The parts of an answer as HTML: its question, its status, its conclusion, its notes, what is proposed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from app.web.asking.cited import Cited, behind_html
from app.web.language import language_now, say
from app.web.parts.words import REASON, STATUS, STATUS_EN
from drafting.answer import Answer, Aside, Line
from drafting.conversation import Turn


def question_html(turn: Turn, *, earlier: bool = False) -> str:
    """A question of the conversation, with how it was taken where that is not how it was asked."""
    taken = "".join(f'<p class="gb-taken">{escape(remark)}</p>' for remark in turn.remarks)
    style = "gb-question gb-asked-before" if earlier else "gb-question"
    return f'<div class="{style}"><h2>{escape(turn.question)}</h2>{taken}</div>'


def scroll_html(number: int) -> str:
    """Bring the present question into view; run once for each question of a session.

    Args:
        number: Which question it is.
    """
    return f"""<script>
if (window.gbShown !== {number}) {{
  window.gbShown = {number};
  let held = true;  // until the person scrolls: parts come one after the other
  for (const name of ["wheel", "touchstart", "keydown", "mousedown"])
    document.addEventListener(name, () => {{ held = false; }}, {{once: true, passive: true}});
  for (const wait of [60, 200, 450, 800, 1500])
    setTimeout(() => held && document.querySelector(".st-key-present")?.scrollIntoView({{block: "start"}}), wait);
}}
</script>"""


def seconds(latency_ms: float) -> str:
    """A time as people read it."""
    if latency_ms < 1000:
        return say("{number} 毫秒", number=f"{latency_ms:.0f}")
    return say("{number} 秒", number=f"{latency_ms / 1000:.1f}")


def status_words(answer: Answer) -> str:
    """The status in words; of a refusal its reason; in both languages where the question is in English."""
    text = say(STATUS[answer.status])
    if answer.refusal is not None:
        joint = "：" if language_now() == "zh" else ": "
        text = f"{text}{joint}{say(REASON[answer.refusal.reason])}"
    both = answer.frame.language == "en" and language_now() == "zh"
    return f"{text} · {STATUS_EN[answer.status]}" if both else text


def conclusion_html(answer: Answer, cited: Cited) -> str:
    """The status, the conclusion with what it rests on, and what was wrong with the question's premise."""
    lead, rests_on = _lead(answer)
    told = f'<span class="gb-words">{escape(lead)}</span>{behind_html(rests_on, cited)}'
    text = f'<p class="gb-conclusion">{told}</p>' if lead else ""
    corrections = "".join(f"<li>{escape(one)}</li>" for one in answer.corrections if one != lead)
    listed = f'<ul class="gb-corrections">{corrections}</ul>' if corrections else ""
    status = f'<span class="gb-status gb-status-{answer.status}">{escape(status_words(answer))}</span>'
    return f'<div class="gb-answer">{status}{text}{listed}</div>'


def _lead(answer: Answer) -> tuple[str, Sequence[str]]:
    if answer.refusal is not None:
        return answer.refusal.message, ()
    if answer.sections and answer.sections[0].said:
        first = answer.sections[0].said[0]
        return first.text, first.citations
    return (answer.corrections[0], ()) if answer.corrections else ("", ())


def notes_html(notes: Sequence[str]) -> str:
    """Remarks on how the question was taken and how the answer is to be read."""
    rows = "".join(f"<li>{escape(note)}</li>" for note in dict.fromkeys(notes) if note)
    return f'<ul class="gb-notes">{rows}</ul>' if rows else ""


def asides_html(asides: Iterable[Aside]) -> str:
    """What is proposed or not official, set apart from what the texts say; in one line that opens where that is all.

    A reason opens where it is not asked for.
    """
    return "".join(f'<section class="gb-aside" lang="{_language(one)}">{_aside(one)}</section>' for one in asides)


def _language(aside: Aside) -> str:
    """Which language a remark is in: it begins with words, and only in Chinese with Chinese ones."""
    return "en" if aside.title[:1].isascii() else "zh"


def _aside(aside: Aside) -> str:
    shown = aside.leads or bool(aside.brief)
    lines = f"<ul>{''.join(f'<li>{_line(line, shown=shown)}</li>' for line in aside.lines)}</ul>"
    if aside.brief:
        return f"<details><summary>{escape(aside.brief)}</summary>{lines}</details>"
    return f"<p>{escape(aside.title)}</p>{lines}"


def _line(line: Line, *, shown: bool) -> str:
    if shown or not line.reason:
        return escape(line.whole)
    return f"<details><summary>{escape(line.text)}</summary>{escape(line.reason)}</details>"
