"""The one error of this layer."""

from __future__ import annotations


class EvalError(Exception):
    """An evaluation that cannot be run; the message names the object, the problem and the remedy."""
