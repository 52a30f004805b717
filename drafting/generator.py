"""What a text generator is to the rest of the product, and what stands in its place where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from drafting.prompting import Prompt


class DraftingError(RuntimeError):
    """A draft could not be made: what failed, why, and what helps.

    Attributes:
        what: The object that failed.
        why: The problem.
        remedy: What the reader can do about it.
        details: All that is wrong, a line each, where ``why`` has no room for it.
    """

    def __init__(self, what: str, why: str, remedy: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(f"{what}: {why}. {remedy}.")
        self.what = what
        self.why = why
        self.remedy = remedy
        self.details = details


class Generator(Protocol):
    """A language model that continues a prompt, greedily and repeatably."""

    @property
    def name(self) -> str:
        """The name that people choose it by (``bundled``, ``gguf:PATH``, ``none``)."""
        ...

    @property
    def learned(self) -> bool:
        """Whether it has learned the product's tasks, and is given their values without worked examples."""
        ...

    def ready(self) -> bool:
        """Whether ``generate`` can be expected to work. Loads nothing."""
        ...

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``, piece by piece as the pieces come.

        Args:
            prompt: The text to continue.
            max_tokens: The most tokens to write.
            stop: Strings that end the text; they are not part of it.
            deadline_s: Seconds from the call after which the text is given up.
            within: The words that may be written, where only those may; a generator that cannot be held to them writes
                freely, since what it writes is judged in any case.

        Raises:
            DraftingError: The model is missing, failed, is overloaded or was too slow.
        """
        ...


def continued(generator: Generator, prompt: Prompt, deadline_s: float, within: str | None = None) -> str:
    """What a generator writes on a prompt, whole; see ``Generator.generate``.

    Raises:
        DraftingError: As ``Generator.generate``.
    """
    pieces = generator.generate(
        prompt.text, max_tokens=prompt.max_tokens, stop=prompt.stop, deadline_s=deadline_s, within=within
    )
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Missing:
    """Stands where a generator was asked for and a part of it is not installed.

    Attributes:
        name: The generator that was asked for.
        what: The missing part.
        why: Why it cannot be used.
        remedy: What adds it.
    """

    name: str
    what: str
    why: str
    remedy: str

    @property
    def message(self) -> str:
        """One line for a person."""
        return f"{self.what}: {self.why}. {self.remedy}."

    @property
    def learned(self) -> bool:
        """Nothing."""
        return False

    def ready(self) -> bool:
        """Never."""
        return False

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Refuse.

        Raises:
            DraftingError: Always.
        """
        raise DraftingError(self.what, self.why, self.remedy)


@dataclass(frozen=True, slots=True)
class Silent:
    """The generator ``none``: answers are quotations alone, by choice."""

    name: str = "none"

    @property
    def learned(self) -> bool:
        """Nothing."""
        return False

    def ready(self) -> bool:
        """Never."""
        return False

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Refuse.

        Raises:
            DraftingError: Always.
        """
        raise DraftingError("generator none", "no model was chosen", "Choose one, for example --generator bundled")
