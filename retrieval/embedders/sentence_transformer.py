"""A model of the library sentence-transformers, from a folder or from what the library has stored on this machine."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.embedder import EmbedderOptions, Vectors, readable, unit_length
from retrieval.errors import RetrievalError

LIBRARY = "sentence_transformers"
INSTALL = "Install the extra: pip install gongbiao[sentence-transformers], see docs/models.md"
_WEIGHTS = (".safetensors", ".bin", ".json", ".txt", ".model")
"""The files of a model's folder that decide its vectors."""


class SentenceTransformerEmbedder:
    """Loads a model at the first text, on the processor. It never fetches one.

    A text longer than the model reads is cut by the model itself.

    Args:
        model: A folder, or a name under which the library has stored a model on this machine.
        options: Prefixes; without them the prompts of the model's own files are used.

    Source: Reimers and Gurevych, "Sentence-BERT", 2019.
    """

    def __init__(self, model: str, options: EmbedderOptions) -> None:
        self._given = model
        self._options = options
        self._lock = threading.Lock()
        self._loaded: Any = None

    @cached_property
    def folder(self) -> Path:
        """Where the model's files are.

        Raises:
            RetrievalError: They are not on this machine, or the library is not installed.
        """
        given = Path(self._given).expanduser()
        if given.is_dir():
            if not (given / "config.json").is_file() and not (given / "modules.json").is_file():
                raise self._error("this folder holds no model", "Give the folder that holds modules.json")
            return given.resolve()
        self._require_library()
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

        try:
            return Path(snapshot_download(self._given, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError, OSError):
            raise self._error(
                "there is no such folder, and no model of this name is stored on this machine",
                "Fetch the model first, by hand, and give its folder",
            ) from None

    @cached_property
    def sha256(self) -> str:
        """The hash of the model's files, names and contents."""
        digest = hashlib.sha256()
        for path in self.files():
            digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()

    def files(self) -> list[Path]:
        """The files that decide the vectors."""
        return sorted(path for path in self.folder.rglob("*") if path.suffix in _WEIGHTS and path.is_file())

    @property
    def installed(self) -> bool:
        """Whether the library is there."""
        return find_spec(LIBRARY) is not None

    @property
    def name(self) -> str:
        """The folder's name, the start of its files' hash, and the prefixes.

        Raises:
            RetrievalError: The model is not on this machine.
        """
        return f"sentence-transformers:{self.folder.name}-{self.sha256[:12]}{self._options.mark}"

    @property
    def dimension(self) -> int:
        """The length of the model's vectors; the model is loaded.

        Raises:
            RetrievalError: The model or the library is not on this machine.
        """
        with self._lock:
            return int(self._model().get_embedding_dimension())

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors, shape (n, dimension).

        Raises:
            RetrievalError: The model or the library is not on this machine.
        """
        return self._embed(texts, "encode_query", self._options.query_prefix)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Clauses to vectors, shape (n, dimension).

        Raises:
            RetrievalError: The model or the library is not on this machine.
        """
        return self._embed(texts, "encode_document", self._options.passage_prefix)

    def _embed(self, texts: Sequence[str], method: str, prefix: str | None) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        with self._lock:
            encode = getattr(self._model(), method)
            given = [readable(text) for text in texts]
            return unit_length(encode(given, prompt=prefix, show_progress_bar=False), self.name)

    def _model(self) -> Any:
        if self._loaded is None:
            self._require_library()
            from sentence_transformers import SentenceTransformer
            from transformers.utils.logging import disable_progress_bar

            disable_progress_bar()  # of loading, which takes a second
            try:
                self._loaded = SentenceTransformer(str(self.folder), device="cpu", local_files_only=True)
            except (OSError, ValueError, KeyError) as error:
                reason = " ".join(str(error).split())[:200]
                raise self._error(
                    f"the model cannot be loaded ({reason})", "Give the folder of a whole model"
                ) from None
        return self._loaded

    def _require_library(self) -> None:
        if not self.installed:
            raise self._error("the library sentence-transformers is not installed", INSTALL)

    def _error(self, why: str, remedy: str) -> RetrievalError:
        return RetrievalError(f"embedder sentence-transformers:{self._given}: {why}. {remedy}.")
