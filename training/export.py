"""The adapter as a GGUF file, which llama.cpp puts over the 4-bit weights."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter, Keys

from training.example import TrainingError

ARCHITECTURE = "gemma3"
_NAME = re.compile(r"layers\.(\d+)\.((?:self_attn|mlp)\.\w+)\.lora_([AB])\.")


def write_adapter(path: Path, tensors: Mapping[str, Any], alpha: float, projections: Mapping[str, str]) -> None:
    """Write an adapter in half precision; the same tensors give the same bytes.

    Args:
        path: The file to write.
        tensors: Arrays of shape (rank, in) and (out, rank) by their names in transformers.
        alpha: The scale, which llama.cpp divides by the rank.
        projections: The layers' names in a weights file by those in transformers.

    Raises:
        TrainingError: A tensor's name is not known, or the file cannot be written.
    """
    beside = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = GGUFWriter(beside, ARCHITECTURE)
        writer.add_type("adapter")
        writer.add_string(Keys.Adapter.TYPE, "lora")
        writer.add_float32(Keys.Adapter.LORA_ALPHA, alpha)
        named = {exported_name(name, projections): tensor for name, tensor in tensors.items()}
        for name in sorted(named, key=_place):
            writer.add_tensor(name, np.ascontiguousarray(named[name], dtype=np.float16))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        os.replace(beside, path)
    except OSError as error:
        raise TrainingError(f"{path}: it cannot be written: {error}. Choose another with --out.") from error


def exported_name(name: str, projections: Mapping[str, str]) -> str:
    """A tensor's name in an adapter file.

    >>> exported_name("model.layers.3.self_attn.q_proj.lora_A.default.weight", {"self_attn.q_proj": "attn_q"})
    'blk.3.attn_q.weight.lora_a'
    """
    found = _NAME.search(name)
    if not found or found[2] not in projections:
        raise TrainingError(f"{name}: no adapter file has such a tensor. Adapt attention and feed-forward layers only.")
    return f"blk.{found[1]}.{projections[found[2]]}.weight.lora_{found[3].lower()}"


def _place(name: str) -> tuple[int, str]:
    return int(name.split(".")[1]), name
