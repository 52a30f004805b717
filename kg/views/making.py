"""The views by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corpus.library import Document
from kg.errors import GraphError
from kg.views.library import Library
from kg.views.systems import systems_view
from kg.views.table import View
from kg.views.terms import terms_view
from kg.views.thresholds import thresholds_view
from kg.views.topics import topics_view
from kg.views.versions import versions_view

_MAKERS: Mapping[str, Callable[[Library, Sequence[Document]], View]] = {
    "topics": topics_view,
    "thresholds": thresholds_view,
    "systems": systems_view,
    "terms": terms_view,
    "versions": versions_view,
}
VIEW_NAMES = tuple(_MAKERS)
"""The names of the views, in the order in which all of them are printed."""


def make_view(name: str, library: Library, documents: Sequence[str] = ()) -> View:
    """A view over documents of a library.

    Args:
        name: One of :data:`VIEW_NAMES`.
        library: The documents, the vocabularies, and what the vectors say.
        documents: Ids of the documents to lay side by side; all where none is named.

    Raises:
        GraphError: There is no such view or no such document.
    """
    if name not in _MAKERS:
        raise GraphError(f"view {name}: there is none of this name. Choose of {', '.join(VIEW_NAMES)}.")
    return _MAKERS[name](library, library.of(documents))
