"""The one error of this layer."""

from __future__ import annotations


class RetrievalError(Exception):
    """Something that searching or building cannot do; the message names the object, the problem and the remedy."""
