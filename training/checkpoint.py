"""Checkpoints: a course as a file, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from training.example import TrainingError

NAME = "checkpoint.pt"


def keep(folder: Path, state: Mapping[str, Any], fingerprint: str) -> None:
    """Write a course's state.

    Args:
        folder: The run's folder.
        state: What ``Course.state`` gave.
        fingerprint: A hash of all that the course's outcome follows from.

    Raises:
        TrainingError: The folder cannot be written.
    """
    beside = folder / f"{NAME}.part"
    try:
        torch.save({"fingerprint": fingerprint, **state}, beside)
        os.replace(beside, folder / NAME)
    except (OSError, RuntimeError) as error:
        raise TrainingError(f"{folder}: no checkpoint can be written: {error}. Free some space.") from error


def kept(folder: Path, fingerprint: str) -> dict[str, Any]:
    """Read a course's state.

    Raises:
        TrainingError: There is none, it is damaged, or it is another course's.
    """
    path = folder / NAME
    if not path.is_file():
        raise TrainingError(f"{path}: there is no checkpoint. Leave --resume out.")
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, UnpicklingError) as error:
        raise TrainingError(f"{path}: it is damaged: {error}. Begin anew with --anew.") from error
    if state.pop("fingerprint", None) != fingerprint:
        raise TrainingError(f"{path}: it is of other examples or options. Use those again, or begin anew with --anew.")
    return state
