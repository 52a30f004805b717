"""The chain from a sentence to what it rests on: sentence, clause or fact, position, file hash, rule."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.plan_tracing import sentences_of_plan
from corpus.clause import Clause
from corpus.errors import CorpusError
from corpus.library import Document

_AROUND = 40


def trace_chain(identifier: str, documents: Sequence[Document]) -> dict[str, Any]:
    """The chain of a clause's id, of a sentence of a saved answer, or of an item of a saved plan.

    Args:
        identifier: ``zj-graded/19/smart-factory/a``; ``answer.json#2``, counted from 1; ``plan.json#REQUIREMENT`` for
            all sentences of a plan's item, ``plan.json#REQUIREMENT:2`` for one, ``plan.json#REQUIREMENT#1`` for the
            judgement of a point.
        documents: The documents with their clauses.

    Raises:
        CorpusError: There is no such clause, file or sentence.
    """
    name, mark, place = identifier.partition(".json#")
    if not mark:
        return {"id": identifier, "sentence": None, "sentences": [], "clauses": [_link(identifier, documents)]}
    saved = _saved(f"{name}.json", identifier)
    sentences = (
        sentences_of_plan(saved, place, identifier) if "items" in saved else [_sentence(saved, place, identifier)]
    )
    cited = dict.fromkeys(one for sentence in sentences for one in sentence["citations"])
    links = [_link(one, documents) for one in cited]
    only = sentences[0] if len(sentences) == 1 else None
    return {"id": identifier, "sentence": only, "sentences": sentences, "clauses": links}


def require_intact(chain: Mapping[str, Any]) -> None:
    """Nothing where every stored text is still the one that was cut, and every clause stands in it.

    Raises:
        CorpusError: One is not.
    """
    for link in chain["clauses"]:
        if not link["holds"] or link["sha256"] != link["sha256_of_stored_text"]:
            raise CorpusError(
                f"document {link['document']}: its stored text was changed after it was cut into clauses. "
                "Run `gongbiao build --force`."
            )


def _saved(name: str, identifier: str) -> Mapping[str, Any]:
    try:
        found = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        why = "holds no JSON" if isinstance(error, ValueError) else "cannot be read"
        raise CorpusError(
            f"sentence {identifier}: it cannot be found, the file {name} {why}. "
            "Save an answer or a plan as JSON and name FILE.json#PLACE."
        ) from error
    return found if isinstance(found, dict) else {}


def _sentence(saved: Mapping[str, Any], number: str, identifier: str) -> Mapping[str, Any]:
    try:
        held = saved["sentences"]
        if not number.isdecimal() or not 1 <= int(number) <= len(held):
            raise _unfound(identifier, f"the answer has {len(held)} sentences, counted from 1")
        found = held[int(number) - 1]
        return {"text": found["text"], "origin": found["origin"], "citations": list(found["citations"]), "facts": {}}
    except (KeyError, TypeError) as error:
        raise _unfound(identifier, "the file is no whole answer") from error


def _unfound(identifier: str, why: str) -> CorpusError:
    return CorpusError(
        f"sentence {identifier}: it cannot be found, {why}. "
        "Save an answer with `gongbiao ask … --json` and name FILE.json#NUMBER."
    )


def _link(identifier: str, documents: Sequence[Document]) -> dict[str, Any]:
    for document in documents:
        for clause in document.clauses:
            if clause.id == identifier:
                return _described(document, clause)
    raise CorpusError(f"clause {identifier}: there is none of this id. List ids with `gongbiao clauses`.")


def _described(document: Document, clause: Clause) -> dict[str, Any]:
    source = document.text
    return {
        "clause": clause.id,
        "iri": clause.iri,
        "text": clause.text,
        "plain": clause.plain,
        "document": clause.document,
        "title": document.meta.title,
        "section": clause.section,
        "path": list(clause.path),
        "tier_label": clause.tier_label,
        "label": clause.label,
        "start": clause.start,
        "end": clause.end,
        "line": source.count("\n", 0, clause.start) + 1,
        "page": document.shape.page_at(clause.start),
        "cells": _cells(document, clause),
        "before": source[max(0, clause.start - _AROUND) : clause.start],
        "after": source[clause.end : clause.end + _AROUND],
        "file": document.meta.file,
        "original_sha256": document.meta.original,
        "sha256": document.meta.sha256,
        "sha256_of_stored_text": hashlib.sha256(source.encode("utf-8")).hexdigest(),
        "holds": source[clause.start : clause.end] == clause.text,
        "rule": clause.rule,
    }


def _cells(document: Document, clause: Clause) -> list[dict[str, Any]]:
    """The cells of the file's tables that a clause stands in, rows and columns counted from 1."""
    return [
        {"table": number, "sheet": table.name, "row": cell.row + 1, "column": cell.column + 1}
        for number, table in enumerate(document.shape.tables, 1)
        if table.start < clause.end and clause.start < table.end
        for cell in table.cells
        if cell.start < clause.end and clause.start < cell.end
    ]
