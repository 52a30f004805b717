"""Places that a question names and no document is of: nothing is answered out of another place's text."""

from __future__ import annotations

from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from retrieval.frame import QueryFrame


def find_absent_place(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse a question about a place that no document is of; None for others, and for comparisons of places."""
    if not frame.absent_places or frame.intent == "comparison" or _names_another(frame, shelf):
        return None
    at_hand = "、".join(dict.fromkeys(meta.region or meta.title for meta in shelf.documents.values()))
    named = "、".join(frame.absent_places)
    return not_in_sources(f"所收文件里没有{named}的文件。", (f"现有文件的地区：{at_hand}。",))


def _names_another(frame: QueryFrame, shelf: Shelf) -> bool:
    """Whether the question names a document that is there, and not only by words that such documents share."""
    named = [shelf.documents[one] for one in frame.documents] if frame.documents_named else []
    return any(meta.original is None or meta.title.lower() in frame.text for meta in named) or bool(
        set(frame.place_documents) & set(frame.documents)
    )
