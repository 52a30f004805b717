"""The two example profiles that come with the product, both fictional."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, get_args

from drafting.generator import DraftingError

Example = Literal["discrete", "process"]


def example(name: str) -> str:
    """The text of an example profile, in YAML.

    Args:
        name: ``discrete`` or ``process``.

    Raises:
        DraftingError: There is no such example.
    """
    entry = files("drafting.profiles") / "examples" / f"{name}.yaml"
    if name not in get_args(Example) or not entry.is_file():
        raise DraftingError(f"example {name[:40]}", "没有这个示例档案", f"可用的有 {'、'.join(get_args(Example))}")
    return entry.read_text(encoding="utf-8")
