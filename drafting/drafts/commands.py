"""Words in what was given that speak to a model and tell it what to write: no draft may use them."""

from __future__ import annotations

from corpus.commands import without_commands

__all__ = ["without_commands"]
