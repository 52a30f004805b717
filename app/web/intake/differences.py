"""What changed between two editions, as safe HTML: told by sign and element, and not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.web.intake.words import EDITION_ROW
from app.web.language import say
from corpus.clause import Clause
from kg.editions.differing import EditionRow, Piece

UNCHANGED = ("same", "punctuation")


def differences_html(rows: Sequence[EditionRow]) -> str:
    """The table; a row's words are the button that opens its source."""
    names = ("结果", "前一版", "后一版", "内容")
    heads = "".join(f'<th scope="col" class="{_wide(name)}">{escape(say(name))}</th>' for name in names)
    body = "".join(map(_row, rows))
    return f'<table class="gb-in-table gb-in-diff"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def pieces_html(pieces: Sequence[Piece]) -> str:
    """A reading of both editions, what is gone before what is there now; the signs are text and are copied with it."""
    return "".join(map(_piece, pieces))


def _wide(name: str) -> str:
    return "gb-in-wide" if name in ("前一版", "后一版") else ""


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.status == "gone":
        return f'<del><span class="gb-in-sign">[-</span>{text}<span class="gb-in-sign">-]</span></del>'
    if piece.status == "new":
        return f'<ins><span class="gb-in-sign">{{+</span>{text}<span class="gb-in-sign">+}}</span></ins>'
    return text


def _row(row: EditionRow) -> str:
    sign, name = EDITION_ROW[row.status]
    badge = f'<span class="gb-in-state gb-in-{row.status}">{escape(sign)} {escape(say(name))}</span>'
    shown = row.later or row.former
    assert shown is not None
    if row.words:
        words = pieces_html(row.words)
    else:
        tag = {"new": "ins", "gone": "del"}.get(row.status, "span")
        words = f"<{tag}>{escape(shown.plain)}</{tag}>"
    places = "".join(f'<td class="gb-in-wide">{_place(one)}</td>' for one in (row.former, row.later))
    button = f'<button type="button" class="gb-in-pick gb-in-words" data-pick="{escape(shown.id)}">{words}</button>'
    return f"<tr><td>{badge}</td>{places}<td>{button}</td></tr>"


def _place(row: Clause | None) -> str:
    return f"<code>{escape(row.id.partition('/')[2])}</code>" if row is not None else "—"
