"""A generator that is asked each thing once, for systems that are compared over the same questions."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.delegating import Delegating
from drafting.generator import Generator


class Remembered(Delegating):
    """Gives what its generator gave before to the very same request: generators are greedy and repeatable.

    A request that failed is made anew. Nothing that is timed may use it.

    Args:
        generator: The one that writes.
    """

    def __init__(self, generator: Generator) -> None:
        super().__init__(generator)
        self._written: dict[tuple[str, int, tuple[str, ...], str | None], str] = {}

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``, in one piece; see ``Generator.generate``."""
        request = (prompt, max_tokens, stop, within)
        if request not in self._written:
            pieces = self._generator.generate(
                prompt, max_tokens=max_tokens, stop=stop, deadline_s=deadline_s, within=within
            )
            self._written[request] = "".join(pieces)
        yield self._written[request]
