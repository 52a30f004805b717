"""The documents of the library, one edition a row, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.web.intake.words import comes_along
from app.web.language import say
from app.web.parts.words import LEVEL
from corpus.library import Document


def library_html(documents: Sequence[Document]) -> str:
    """The table; a document's title is the button that opens it."""
    names = (
        ("文件", ""), ("地区 · 层级", "gb-in-wide"), ("年份", "gb-in-number"), ("条目", "gb-in-number gb-in-wide"),
        ("来源", ""),
    )  # fmt: skip
    heads = "".join(f'<th scope="col" class="{style}">{escape(say(name))}</th>' for name, style in names)
    rows = "".join(map(_row, documents))
    return f'<table class="gb-in-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def standing(document: Document) -> tuple[str, ...]:
    """How a document stands to others, in a few words."""
    meta = document.meta
    return (
        *((say("第 {number} 版", number=meta.edition),) if meta.edition > 1 or meta.later else ()),
        *((say("已有新版"),) if meta.later else ()),
        *((say("已被 {id} 废止", id=meta.repealed_by),) if meta.repealed_by else ()),
        *((meta.status,) if meta.status else ()),
    )


def _row(document: Document) -> str:
    meta = document.meta
    level = say(LEVEL.get(meta.level or "", meta.level or ""))
    where = say(" · ").join(part for part in (meta.region, level) if part) or "—"
    told = say("，").join(standing(document))
    under = f'<span class="gb-in-under"><code>{escape(meta.id)}</code> {escape(told)}</span>'
    source = say("随产品提供") if comes_along(document) else say("收入：{file}", file=meta.file)
    return (
        f'<tr><th scope="row"><button type="button" class="gb-in-pick" data-pick="{escape(meta.id)}">'
        f"{escape(meta.title)}</button>{under}</th>"
        f'<td class="gb-in-wide">{escape(where)}</td><td class="gb-in-number">{meta.year or "—"}</td>'
        f'<td class="gb-in-number gb-in-wide">{len(document.clauses)}</td>'
        f'<td class="gb-in-source">{escape(source)}</td></tr>'
    )
