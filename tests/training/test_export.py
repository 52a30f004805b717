"""An adapter's file says what llama.cpp asks for, and is the same each time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gguf import GGUFReader

from drafting.prompting import render
from tests.training.tiny import SIZES, tiny_model
from training.example import TrainingError
from training.export import exported_name, write_adapter
from training.model import PROJECTIONS, trained

BUNDLED = {"self_attn.q_proj": (640, 1024), "self_attn.o_proj": (1024, 640), "mlp.down_proj": (2048, 640)}
"""Inputs and outputs of some layers of the bundled weights."""


def exported(path: Path) -> GGUFReader:
    write_adapter(path, {name: one.detach().numpy() for name, one in trained(tiny_model()).items()}, 8.0, PROJECTIONS)
    return GGUFReader(path)


def test_it_holds_both_matrices_of_each_adapted_layer(tmp_path: Path) -> None:
    read = exported(tmp_path / "adapter.gguf")
    layers = range(SIZES["num_hidden_layers"])
    wanted = {f"blk.{n}.{one}.weight.lora_{ab}" for n in layers for one in PROJECTIONS.values() for ab in "ab"}
    assert {one.name for one in read.tensors} == wanted
    shapes = {one.name: tuple(one.data.shape) for one in read.tensors}
    assert shapes["blk.1.ffn_down.weight.lora_a"] == (4, SIZES["intermediate_size"])
    assert shapes["blk.1.ffn_down.weight.lora_b"] == (SIZES["hidden_size"], 4)
    assert {one.data.dtype.name for one in read.tensors} == {"float16"}


def test_it_says_what_it_is(tmp_path: Path) -> None:
    read = exported(tmp_path / "adapter.gguf")
    names = ("general.type", "general.architecture", "adapter.type", "adapter.lora.alpha")
    assert [read.fields[name].contents() for name in names] == ["adapter", "gemma3", "lora", 8.0]


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.gguf", "two.gguf"):
        exported(tmp_path / name)
    assert (tmp_path / "one.gguf").read_bytes() == (tmp_path / "two.gguf").read_bytes()
    assert not list(tmp_path.glob("*.part"))


def test_what_no_adapter_file_can_hold_is_refused() -> None:
    with pytest.raises(TrainingError, match=r"lm_head.*Adapt attention"):
        exported_name("model.lm_head.lora_A.default.weight", PROJECTIONS)


@pytest.mark.model
def test_llama_cpp_puts_it_over_the_bundled_weights(weights: Path, tmp_path: Path) -> None:
    from training.runtime import Writer

    chance, tensors = np.random.default_rng(1), {}
    for layer in range(18):
        for name, (inputs, outputs) in BUNDLED.items():
            tensors[f"layers.{layer}.{name}.lora_A.default.weight"] = chance.normal(size=(4, inputs))
            tensors[f"layers.{layer}.{name}.lora_B.default.weight"] = chance.normal(size=(outputs, 4))
    write_adapter(tmp_path / "adapter.gguf", tensors, 8.0, PROJECTIONS)
    prompt = render("title", {"clauses": "开展设备点检；按计划保养设备"}, learned=True)
    plain = Writer.open(weights, None).write(prompt)
    assert plain and Writer.open(weights, tmp_path / "adapter.gguf").write(prompt) != plain
