"""Where a document comes from, as safe HTML: the same on every page that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.web.language import say
from app.web.parts.words import LEVEL
from corpus.library import Document
from corpus.manifest import Meta


def provenance_html(document: Document) -> str:
    """A document's facts; what its text does not say is said to be so."""
    meta = document.meta
    unsaid = say("文本未写明")
    facts = [
        (say("编号"), meta.id),
        (say("发布"), _issued(meta) or unsaid),
        (say("文号"), meta.number),
        (say("年份"), say("{year}（{basis}）", year=meta.year or say("未写明"), basis=meta.year_basis)),
        (say("状态"), meta.status or unsaid),
        (say("效力"), meta.validity),
        (say("废止"), say("、").join(f"《{one.title}》{one.number or ''}" for one in meta.repeals)),
        (say("被废止"), meta.repealed_by),
        (say("前一版"), meta.former),
        (say("后一版"), meta.later),
        (say("文件"), _file(document)),
        (say("文本的 sha256"), meta.sha256),
        (say("原件的 sha256"), meta.original),
    ]
    return list_html([(name, value) for name, value in facts if value])


def notes_html(notes: Sequence[str]) -> str:
    """What a reader should know."""
    return f'<ul class="gb-notes">{"".join(f"<li>{escape(note)}</li>" for note in notes)}</ul>'


def list_html(facts: Sequence[tuple[str, str]]) -> str:
    """Names and values."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    return f'<dl class="gb-facts">{rows}</dl>'


def _file(document: Document) -> str:
    return say(
        "{file}，{characters} 字符，{clauses} 条",
        file=document.meta.file, characters=f"{len(document.text):,}", clauses=len(document.clauses),
    )  # fmt: skip


def _issued(meta: Meta) -> str:
    level = say(LEVEL.get(meta.level or "", meta.level or ""))
    parts = (meta.issuer, meta.region, level)
    return say("，").join(dict.fromkeys(part for part in parts if part))
