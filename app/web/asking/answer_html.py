"""The parts of an answer as HTML: its status, how the question was taken, its conclusion, its notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from app.assembly import Workspace
from app.web.parts.words import INTENT, REASON, STATUS, STATUS_EN
from corpus.library import Document
from drafting.answer import Answer, Aside, Line, Sentence
from drafting.conversation import Turn
from drafting.rendering import part_labels
from drafting.wording import FORCE_WORDS, printed_label
from retrieval.frame import QueryFrame


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
  let held = true;  // until the person scrolls: the page itself goes to its end while it is drawn
  for (const name of ["wheel", "touchstart", "keydown", "mousedown"])
    document.addEventListener(name, () => {{ held = false; }}, {{once: true, passive: true}});
  for (const wait of [60, 200, 450, 800])
    setTimeout(() => held && document.querySelector(".st-key-present")?.scrollIntoView({{block: "start"}}), wait);
}}
</script>"""


def library_html(workspace: Workspace) -> str:
    """What can be asked about: the documents."""
    rows = "".join(
        f"<li><b>《{escape(document.meta.title)}》</b>"
        f'<span class="gb-place">{escape(_origin(document))}，{len(document.clauses)} 条</span></li>'
        for document in workspace.documents
    )
    return (
        f'<h2 class="gb-side-title">库内 {len(workspace.documents)} 个文件</h2><ul class="gb-library">{rows}</ul>'
        '<p class="gb-quiet gb-apart">回答先给结论，再逐字引用条款；点“看原文”可以核对每个字的位置。'
        "可以接着追问，例如“那未来工厂呢”“有几条”“出处呢”。文本没有说的，直说没有。</p>"
    )


def _origin(document: Document) -> str:
    meta = document.meta
    return "，".join(part for part in (meta.region, str(meta.year) if meta.year else "年份未写明", meta.status) if part)


def seconds(latency_ms: float) -> str:
    """A time as people read it."""
    return f"{latency_ms:.0f} 毫秒" if latency_ms < 1000 else f"{latency_ms / 1000:.1f} 秒"


def status_html(answer: Answer) -> str:
    """The status, plainly; of a refusal its reason."""
    text = STATUS[answer.status]
    if answer.refusal is not None:
        text = f"{text}：{REASON[answer.refusal.reason]}"
    if answer.frame.language == "en":
        text = f"{text} · {STATUS_EN[answer.status]}"
    return f'<span class="gb-status gb-status-{answer.status}">{escape(text)}</span>'


def conclusion_html(answer: Answer) -> str:
    """The status, the conclusion, and what was wrong with the question's premise."""
    lead = _lead(answer)
    text = f'<p class="gb-conclusion">{escape(lead)}</p>' if lead else ""
    corrections = "".join(f"<li>{escape(one)}</li>" for one in answer.corrections if one != lead)
    listed = f'<ul class="gb-corrections">{corrections}</ul>' if corrections else ""
    return f'<div class="gb-answer">{status_html(answer)}{text}{listed}</div>'


def _lead(answer: Answer) -> str:
    if answer.refusal is not None:
        return answer.refusal.message
    if answer.sections and answer.sections[0].said:
        return answer.sections[0].said[0].text
    return answer.corrections[0] if answer.corrections else ""


def said_html(sentences: Iterable[Sentence]) -> str:
    """Sentences that code composed."""
    return "".join(f'<p class="gb-said">{escape(one.text)}</p>' for one in sentences)


def generated_html(answer: Answer) -> str:
    """Sentences that the model wrote and the verifier passed, with what they rest on."""
    labels = {clause.id: printed_label(clause) for clause in answer.citations}
    return "".join(
        f'<div class="gb-generated"><p>{_with_labels(one, labels)}</p>'
        f'<div class="gb-place">模型撰写，已对照原文逐项核对；依据 '
        + " ".join(f"<code>{escape(cited)}</code>" for cited in one.citations)
        + "</div></div>"
        for one in answer.generated
    )


def _with_labels(sentence: Sentence, labels: Mapping[str, str]) -> str:
    """A sentence with the printed label of the clause behind each of its parts."""
    used = part_labels(sentence, labels)
    if not used:
        return escape(sentence.text)
    parts = zip(sentence.parts, used, strict=True)
    return "".join(f"{escape(text[:-1])}<sup>{escape(label)}</sup>{escape(text[-1])}" for (text, _), label in parts)


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


def frame_html(frame: QueryFrame, workspace: Workspace) -> str:
    """How the question was understood, as chips."""
    chips = "".join(
        f'<span class="gb-chip"><b>{name}</b>{escape(value)}{"（推测）" if guessed else ""}</span>'
        for name, value, guessed in _understood(frame, workspace)
    )
    return f'<div class="gb-chips" aria-label="对问题的理解">{chips}</div>'


def _understood(frame: QueryFrame, workspace: Workspace) -> Iterable[tuple[str, str, bool]]:
    schemes = workspace.snapshot.schemes
    labels: dict[str, str] = {one.tier: one.tier_label or one.tier for one in workspace.clauses if one.tier}
    titles = {code: f"《{title}》" for code, title in workspace.titles.items()}
    capabilities = {code: concept.zh for code, concept in schemes["capabilities"].concepts.items()}
    systems = {code: concept.zh for code, concept in schemes["systems"].concepts.items()}
    yield "问法", INTENT[frame.intent], False
    for field, name, known in (
        ("documents", "文件", titles),
        ("tiers", "等级", labels),
        ("tracks", "类别", {}),
        ("elements", "要素", capabilities),
        ("domains", "能力域", capabilities),
        ("subdomains", "能力子域", capabilities),
        ("national", "国家级", {code: workspace.national.name_of(code)[0] for code in frame.national}),
        ("systems", "系统", systems),
        ("technologies", "技术", {}),
        ("forces", "规范用词", {str(force): word for force, word in FORCE_WORDS.items()}),
    ):
        values: tuple[str, ...] = getattr(frame, field)
        if values:
            yield name, "、".join(_named(value, known) for value in values), field in frame.guessed


def _named(value: str, known: Mapping[str, str]) -> str:
    name = known.get(value, value)
    return name if name == value or not value.isascii() or value.islower() or value.isdigit() else f"{value} {name}"
