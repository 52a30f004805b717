"""The files that wait, one a row, as safe HTML."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from app.web.intake.batch import Waiting
from app.web.intake.words import layout_told, state_told, title_of
from app.web.language import say
from corpus.assessing import Assessment

HEADS = (("文件", ""), ("结果", ""), ("版式（把握）", "gb-in-wide"), ("条目", "gb-in-number"), ("等级", "gb-in-wide"))

SHARES = "覆盖：正文有多少落在条目里。成条：其中有多少读成要求、门槛、引导语、标题等，不是普通段落。"
"""What the last column holds."""


def waiting_html(files: Sequence[Waiting], maybe: Collection[int] = ()) -> str:
    """The table; the name of a file is the button that opens it.

    Args:
        files: The files.
        maybe: Numbers of those that might be new editions of documents of the library.
    """
    heads = "".join(f'<th scope="col" class="{style}">{escape(say(name))}</th>' for name, style in HEADS)
    heads += f'<th scope="col" class="gb-in-number" title="{escape(say(SHARES))}">{escape(say("覆盖 / 成条"))}</th>'
    rows = "".join(_row(file, file.number in maybe) for file in files)
    return f'<table class="gb-in-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def outcome_html(status: str, name: str) -> str:
    """What would become of a file, as a badge."""
    return f'<span class="gb-in-state gb-in-{escape(status)}">{escape(name)}</span>'


def tiers_html(read: Assessment) -> str:
    """The tiers, lowest first; none is broken between two lines."""
    names = [f'<span class="gb-in-tier">{escape(tier.name)}</span>' for tier in read.tiers]
    return say("、").join(names) or "—"


def _row(file: Waiting, maybe: bool) -> str:
    one = file.assessed
    read = one.assessment
    title = title_of(one)
    under = f'<span class="gb-in-under">{escape(title)}</span>' if title else ""
    if one.id and file.admissible:
        under += f' <code class="gb-in-under">{escape(one.id)}</code>'
    cells = (
        ("", outcome_html(*state_told(one.status, maybe))),
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
