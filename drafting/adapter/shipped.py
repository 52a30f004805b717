"""The adapter that comes with the product: a small file that teaches the bundled model the product's tasks.

It belongs to one file of weights; its card names their hash, its own, and how it was made.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from drafting.generator import DraftingError

ADAPTER_FILE = "adapter.gguf"
CARD_FILE = "adapter.json"
REMEDY = "Install the product again, or use --generator bundled:prompts"


@dataclass(frozen=True, slots=True)
class Adapter:
    """An adapter file.

    Attributes:
        path: The file.
        sha256: What its hash must be; empty where nobody says.
        weights: The hash of the weights that it belongs to; empty where nobody says.
        card: How it was made.
    """

    path: Path
    sha256: str = ""
    weights: str = ""
    card: dict[str, Any] | None = None

    def check(self) -> None:
        """Read the file once.

        Raises:
            DraftingError: It is not the file that its card tells of.
        """
        try:
            found = hashlib.sha256(self.path.read_bytes()).hexdigest()
        except OSError as error:
            raise DraftingError(str(self.path), f"it cannot be read: {error}", REMEDY) from error
        if self.sha256 and found != self.sha256:
            raise DraftingError(self.path.name, "the adapter does not have the sha256 of its card", REMEDY)

    @property
    def told(self) -> str:
        """How it was made, in a line; empty without a card."""
        card = self.card or {}
        examples = sum(sum(by_task.values()) for by_task in card.get("examples", {}).values())
        return f"rank {card['rank']}, {examples} examples, seed {card['seed']}" if card else ""


def shipped_adapter(weights: str) -> Adapter | None:
    """The product's own adapter, where it has one for the weights of that hash.

    Raises:
        DraftingError: Its card cannot be read.
    """
    folder = files("drafting") / "adapter"
    with as_file(folder / ADAPTER_FILE) as path, as_file(folder / CARD_FILE) as told:
        if not path.is_file() or not told.is_file():
            return None
        try:
            card = json.loads(told.read_text(encoding="utf-8"))
            adapter = Adapter(path, str(card["sha256"]), str(card["weights"]["sha256"]), card)
        except (ValueError, KeyError, TypeError) as error:
            raise DraftingError(CARD_FILE, f"it is no card of an adapter: {error}", REMEDY) from error
    return adapter if adapter.weights == weights else None
