"""The generator that a command writes with: the default may be missing, one that was asked for may not."""

from __future__ import annotations

from app.assembly import Workspace
from app.console import note
from drafting.bundled_model import Generators
from drafting.generator import DraftingError, Missing

_DEFAULT = "bundled"


def writer_of(workspace: Workspace, *, quiet: bool = False) -> Generators:
    """The workspace's generator; says so where the default is missing and answers are quotations alone.

    Args:
        workspace: What is asked.
        quiet: Do not say so: the page does.

    Raises:
        DraftingError: Another generator was asked for, and it is missing or there is none of its name.
    """
    generator = workspace.generator()
    if isinstance(generator, Missing):
        if generator.name != _DEFAULT:
            raise DraftingError(f"generator {generator.name}", f"{generator.what}: {generator.why}", generator.remedy)
        if not quiet:
            note(f"仅以原文引述作答：{generator.message}")
    return generator
