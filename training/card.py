"""The adapter's card: what it is made of and how, beside its file."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from drafting.prompting import PROMPTS
from training.example import Example, load_examples

PACKAGES = ("gguf", "llama-cpp-python", "peft", "torch", "transformers")


def sha256(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def card(
    adapter: Path, weights: Path, parts: Mapping[str, Sequence[Example]], examples: Path, told: Mapping[str, Any]
) -> dict[str, Any]:
    """The card of an adapter.

    Args:
        adapter: Its file.
        weights: The file that it goes over.
        parts: The examples by what they were used for.
        examples: The folder that they were read from.
        told: What the run itself has to tell: options, losses, time.
    """
    tasks = sorted({one.task for some in parts.values() for one in some})
    return {
        "file": adapter.name,
        "bytes": adapter.stat().st_size,
        "sha256": sha256(adapter),
        "weights": {"file": weights.name, "sha256": sha256(weights)},
        **told,
        "examples": {name: dict(sorted(Counter(one.task for one in some).items())) for name, some in parts.items()},
        "files": _example_files(examples, {_key(one) for some in parts.values() for one in some}),
        "prompts": {task: _prompt_hash(PROMPTS[True].format(task=task)) for task in tasks},
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
    }


def write_card(path: Path, told: Mapping[str, Any]) -> None:
    """Write a card as JSON."""
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _key(example: Example) -> str:
    return example.model_dump_json()


def _example_files(folder: Path, used: set[str]) -> dict[str, dict[str, Any]]:
    """The files that hold used examples, with how many by task, and their hashes."""
    found: dict[str, dict[str, Any]] = {}
    for name, examples in load_examples(folder).items():
        counts = Counter(one.task for one in examples if _key(one) in used)
        if counts:
            found[name] = {"sha256": sha256(folder / name), "examples": dict(sorted(counts.items()))}
    return found


def _prompt_hash(name: str) -> str:
    return hashlib.sha256((files("drafting") / "prompts" / name).read_bytes()).hexdigest()
