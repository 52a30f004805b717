"""The JSON of the commands that change the library or tell of its editions."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.assessed import Ingested
from app.editions import EditionPair
from corpus.clause import Clause
from corpus.library import Document
from kg.editions.differing import EditionRow, count_rows


def ingest_json(one: Ingested) -> dict[str, Any]:
    """What became of a file, every key of the contract present."""
    read, record = one.assessment, one.record
    return {
        "id": one.id,
        "file": one.file,
        "status": one.status,
        "title": record.title if record else None,
        "region": record.region if record else None,
        "level": record.level if record else None,
        "year": record.year if record else None,
        "year_basis": record.year_basis if record else None,
        "number": record.number if record else None,
        "layout": read.layout if read else None,
        "layout_confidence": read.confidence if read else None,
        "layout_parts": [{"layout": name, "share": share} for name, share in read.parts] if read else [],
        "why": read.why if read else None,
        "clauses": one.clauses,
        "requirements": read.requirements if read else 0,
        "tiers": [tier.code for tier in read.tiers] if read else [],
        "tier_labels": [tier.name for tier in read.tiers] if read else [],
        "coverage": read.coverage if read else None,
        "structured": read.structured if read else None,
        "notes": list(one.notes),
        "reason": one.reason,
    }


def diff_json(pair: EditionPair) -> dict[str, Any]:
    """Two editions row by row."""
    return {
        "left": _edition(pair.former),
        "right": _edition(pair.later),
        "counts": dict(count_rows(pair.rows)),
        "rows": [_row(row) for row in pair.rows],
    }


def _edition(document: Document) -> dict[str, Any]:
    meta = document.meta
    return {"id": meta.id, "edition": meta.edition, "title": meta.title, "year": meta.year, "sha256": meta.sha256}


def _row(row: EditionRow) -> dict[str, Any]:
    return {
        "status": row.status,
        "left": row.former.id if row.former else None,
        "right": row.later.id if row.later else None,
        "left_place": _place(row.former),
        "right_place": _place(row.later),
        "left_text": row.former.plain if row.former else None,
        "right_text": row.later.plain if row.later else None,
        "words": [asdict(piece) for piece in row.words],
    }


def _place(clause: Clause | None) -> dict[str, int] | None:
    return {"start": clause.start, "end": clause.end} if clause else None
