"""The files that wait, one a row, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.web.intake.batch import Waiting
from app.web.intake.words import OUTCOME, layout_told, title_of
from app.web.language import say
from corpus.assessing import Assessment

HEADS = (("文件", ""), ("结果", ""), ("版式（把握）", "gb-in-wide"), ("条目", "gb-in-number"), ("等级", "gb-in-wide"))


def waiting_html(files: Sequence[Waiting]) -> str:
    """The table; the name of a file is the button that opens it."""
    heads = "".join(f'<th scope="col" class="{style}">{escape(say(name))}</th>' for name, style in HEADS)
    heads += f'<th scope="col" class="gb-in-number">{escape(say("覆盖 / 成条"))}</th>'
    rows = "".join(map(_row, files))
    return f'<table class="gb-in-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def outcome_html(status: str, name: str) -> str:
    """What would become of a file, as a badge."""
    return f'<span class="gb-in-state gb-in-{escape(status)}">{escape(name)}</span>'


def tiers_html(read: Assessment) -> str:
    """The tiers, lowest first; none is broken between two lines."""
    names = [f'<span class="gb-in-tier">{escape(tier.name)}</span>' for tier in read.tiers]
    return say("、").join(names) or "—"


def _row(file: Waiting) -> str:
    one = file.assessed
    read = one.assessment
    title = title_of(one)
    under = f'<span class="gb-in-under">{escape(title)}</span>' if title else ""
    if one.id and file.admissible:
        under += f' <code class="gb-in-under">{escape(one.id)}</code>'
    cells = (
        ("", outcome_html(one.status, say(OUTCOME[one.status]))),
        ("gb-in-wide", escape(layout_told(read)) if read else "—"),
        ("gb-in-number", str(len(one.clauses)) if read else "—"),
        ("gb-in-wide", tiers_html(read) if read else "—"),
        ("gb-in-number", f"{read.coverage:.0%} / {read.structured:.0%}" if read else "—"),
    )
    told = "".join(f'<td class="{style}">{value}</td>' for style, value in cells)
    return (
        f'<tr><th scope="row"><button type="button" class="gb-in-pick" data-pick="{file.number}">'
        f"{escape(one.file)}</button>{under}</th>{told}</tr>"
    )
