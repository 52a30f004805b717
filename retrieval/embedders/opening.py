"""The embedder that a name in the settings stands for."""

from __future__ import annotations

from retrieval.embedder import Embedder, EmbedderOptions
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.embedders.sentence_transformer import SentenceTransformerEmbedder
from retrieval.embedders.served import ServedEmbedder
from retrieval.errors import RetrievalError

BUNDLED = "bundled"
FORMS = "bundled, sentence-transformers:NAME_OR_FOLDER or openai:URL#MODEL"


def open_embedder(name: str, options: EmbedderOptions | None = None) -> Embedder:
    """Open an embedder by its name in the settings. Nothing is loaded or asked before its first use.

    Args:
        name: ``bundled``, ``sentence-transformers:NAME_OR_FOLDER`` or ``openai:URL#MODEL``.
        options: A server's key and the model's prefixes; the bundled embedder has no use for them.

    Raises:
        RetrievalError: There is no such embedder.
    """
    kind, _, rest = name.partition(":")
    if name == BUNDLED:
        return BundledEmbedder(bundled_weights())
    if kind == "sentence-transformers" and rest:
        return SentenceTransformerEmbedder(rest, options or EmbedderOptions())
    if kind == "openai" and rest:
        return ServedEmbedder(rest, options or EmbedderOptions())
    raise RetrievalError(f"embedder {name!r}: there is no such embedder. Use {FORMS}.")
