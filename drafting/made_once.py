"""A file that is made once, however many processes ask for it at the same time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from drafting.generator import DraftingError


def made_once(target: Path, ready: Callable[[], bool], make: Callable[[], None], wait_s: float = 120.0) -> Path:
    """Make a file unless it is there, alone among all processes.

    Args:
        target: The file; its folder is made where it is missing.
        ready: Whether it is there and whole.
        make: Makes it. A half-written file must never have the target's name.
        wait_s: Seconds to wait for another process that is at it.

    Returns:
        The target.

    Raises:
        DraftingError: It cannot be written, or the wait was too long.
    """
    if ready():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(target.with_name(f"{target.name}.lock"), timeout=wait_s):
            if not ready():
                make()
    except Timeout as error:
        raise DraftingError(str(target), "another process is still writing it", "Try again in a minute") from error
    except OSError as error:
        raise DraftingError(str(target), f"it cannot be written: {error}", "Free some space or use --data") from error
    return target
