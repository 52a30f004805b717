"""llama.cpp, which runs the model in the product: its tokens are the ones to learn, its words the ones to judge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llama_cpp import Llama

from drafting.bundled_model import CONTEXT, threads
from drafting.prompting import Prompt


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Cuts text into tokens just as the product's worker does: control tokens that a text spells stay text.

    Attributes:
        llama: llama.cpp's model, of which only the vocabulary is loaded.
    """

    llama: Any

    @classmethod
    def open(cls, weights: Path) -> Vocabulary:
        """The vocabulary of a GGUF file."""
        return cls(Llama(str(weights), vocab_only=True, verbose=False))

    def prompt(self, text: str) -> list[int]:
        """The tokens of what the model is shown, with the token that begins every text."""
        return list(self.llama.tokenize(text.encode("utf-8"), add_bos=True, special=False))

    def target(self, text: str) -> list[int]:
        """The tokens of what the model is to write, which follow a prompt's."""
        return list(self.llama.tokenize(text.encode("utf-8"), add_bos=False, special=False))


@dataclass(frozen=True, slots=True)
class Writer:
    """The model with an adapter, as the product runs it.

    Attributes:
        llama: llama.cpp's model.
    """

    llama: Any

    @classmethod
    def open(cls, weights: Path, adapter: Path | None) -> Writer:
        """Load a GGUF file and an adapter's."""
        path = str(adapter) if adapter else None
        return cls(
            Llama(str(weights), lora_path=path, n_ctx=CONTEXT, n_threads=threads(), swa_full=True, verbose=False)
        )

    def write(self, prompt: Prompt) -> str:
        """What the model writes, greedily."""
        tokens = self.llama.tokenize(prompt.text.encode("utf-8"), add_bos=True, special=False)
        made = self.llama.create_completion(
            tokens, max_tokens=prompt.max_tokens, stop=list(prompt.stop), temperature=0.0, repeat_penalty=1.0
        )
        return str(made["choices"][0]["text"])
