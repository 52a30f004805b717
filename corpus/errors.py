"""The one error of the corpus layer."""

from __future__ import annotations


class CorpusError(Exception):
    """A document that cannot be used; the message names it, the problem and the remedy."""
