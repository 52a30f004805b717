"""The model that learns: the bundled weights as torch sees them, with an adapter over them.

The weights file is the very one that the product runs (4 bits); transformers reads it and spreads its numbers out,
which takes a minute, so that the result is kept by the file's hash.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

from training.example import TrainingError

PROJECTIONS: Mapping[str, str] = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
"""The layers that are adapted, by their names in transformers, with their names in a weights file."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How large the adapter is.

    Attributes:
        rank: The rank of each product of two thin matrices.
        alpha: The product is scaled by ``alpha / rank``.
    """

    rank: int
    alpha: float


def spread_out(weights: Path, folder: Path) -> Path:
    """The folder with the numbers of a GGUF file as transformers keeps them, made once for each content.

    Raises:
        TrainingError: The file cannot be read, or the folder cannot be written.
    """
    try:
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise TrainingError(f"{weights}: it cannot be read: {error}. Give a GGUF file with --weights.") from error
    target = folder / f"spread-out-{digest[:16]}"
    if (target / "config.json").is_file():
        return target
    beside = folder / f"{target.name}.part-{os.getpid()}"
    try:
        read = AutoModelForCausalLM.from_pretrained(str(weights.parent), gguf_file=weights.name, dtype=torch.float32)
        del read.config.quantization_config  # what was read is no longer quantised, and may be saved
        plain = AutoModelForCausalLM.from_config(read.config, dtype=torch.float32)
        plain.load_state_dict(read.state_dict())
        plain.save_pretrained(str(beside))
        os.replace(beside, target)
    except (OSError, ValueError) as error:
        if not target.is_dir():  # another run may have been quicker
            raise TrainingError(f"{weights}: it cannot be spread out: {error}. Check file and space.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def open_model(folder: Path, adaptation: Adaptation, dtype: str, device: str, seed: int) -> Any:
    """The model with a fresh adapter, whose numbers are single precision whatever ``dtype`` the rest has.

    Args:
        folder: What ``spread_out`` gave.
        adaptation: How large the adapter is.
        dtype: ``bfloat16`` or ``float32``, of the frozen weights.
        device: ``cpu`` or ``cuda``.
        seed: What the adapter's first numbers are drawn with.
    """
    plain = AutoModelForCausalLM.from_pretrained(str(folder), dtype=getattr(torch, dtype), local_files_only=True)
    return adapt(plain, adaptation, seed).to(device)


def adapt(plain: Any, adaptation: Adaptation, seed: int) -> Any:
    """Put a fresh adapter over a model of transformers; all else is frozen."""
    torch.manual_seed(seed)
    names = [name.rpartition(".")[2] for name in PROJECTIONS]
    plain.requires_grad_(False)
    settings = LoraConfig(r=adaptation.rank, lora_alpha=adaptation.alpha, target_modules=names, bias="none")
    with warnings.catch_warnings():  # peft asks transformers for a property by its former name
        warnings.simplefilter("ignore", FutureWarning)
        model = get_peft_model(plain, settings)
    for parameter in trained(model).values():
        parameter.data = parameter.data.float()
    return model


def trained(model: Any) -> dict[str, Any]:
    """The adapter's numbers by their names, such as ``…layers.0.self_attn.q_proj.lora_A.default.weight``."""
    return {name: one for name, one in model.named_parameters() if one.requires_grad}


def hidden_states(model: Any, tokens: Any) -> Any:
    """The last layer's states: shape (rows, length, width). Rows are filled up at their ends, so no mask is needed."""
    return model.base_model.model.model(input_ids=tokens, use_cache=False).last_hidden_state


def token_vectors(model: Any) -> Any:
    """The matrix that states are compared with to tell the next token: shape (vocabulary, width)."""
    return model.base_model.model.get_output_embeddings().weight
