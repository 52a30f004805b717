"""The settings of one run: from options and environment variables, read here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from retrieval.embedder import EmbedderOptions

DEFAULT_DOCUMENT = "zj-graded"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is set to.

    Attributes:
        data: The data folder: builds, cached vectors, joined weights.
        embedder: The embedder's name.
        generator: The generator's name.
        document: The document meant where a question names none.
        unattended: Whether this is continuous integration, where what cannot be checked counts as failed.
        embedder_options: An embedding server's key, and the prefixes that a model was trained with.
        generator_key: What a server that writes is shown; never written or logged.
    """

    data: Path
    embedder: str = "bundled"
    generator: str = "bundled"
    document: str = DEFAULT_DOCUMENT
    unattended: bool = False
    embedder_options: EmbedderOptions = field(default_factory=EmbedderOptions)
    generator_key: str = field(default="", repr=False)

    @property
    def models(self) -> Path:
        """Where model weights are joined."""
        return self.data / "models"


def read_settings(
    data: Path | None = None,
    *,
    embedder: str | None = None,
    generator: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Settings from options, then environment variables, then defaults.

    Args:
        data: The ``--data`` option; else ``GONGBIAO_DATA``; else the platform's data folder.
        embedder: The ``--embedder`` option; else ``GONGBIAO_EMBEDDER``. ``GONGBIAO_EMBEDDER_KEY``,
            ``GONGBIAO_EMBEDDER_QUERY_PREFIX`` and ``GONGBIAO_EMBEDDER_PASSAGE_PREFIX`` go with it.
        generator: The ``--generator`` option; else ``GONGBIAO_GENERATOR``. ``GONGBIAO_GENERATOR_KEY`` goes with it.
        environment: The environment; the process's own by default.
    """
    env = os.environ if environment is None else environment
    folder = data or (Path(env["GONGBIAO_DATA"]) if env.get("GONGBIAO_DATA") else user_data_path("gongbiao", False))
    return Settings(
        data=folder.expanduser().resolve(),
        embedder=embedder or env.get("GONGBIAO_EMBEDDER") or "bundled",
        generator=generator or env.get("GONGBIAO_GENERATOR") or "bundled",
        document=env.get("GONGBIAO_DOCUMENT") or DEFAULT_DOCUMENT,
        unattended=env.get("CI", "").lower() == "true",
        embedder_options=EmbedderOptions(
            key=env.get("GONGBIAO_EMBEDDER_KEY", ""),
            query_prefix=env.get("GONGBIAO_EMBEDDER_QUERY_PREFIX") or None,
            passage_prefix=env.get("GONGBIAO_EMBEDDER_PASSAGE_PREFIX") or None,
        ),
        generator_key=env.get("GONGBIAO_GENERATOR_KEY", ""),
    )
