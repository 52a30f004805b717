"""The one error of this layer."""

from __future__ import annotations


class AppError(Exception):
    """Something that the command or the page cannot do; the message names the object, the problem and the remedy."""
