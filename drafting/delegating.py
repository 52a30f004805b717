"""A generator that stands for another one in all but how it generates."""

from __future__ import annotations

from drafting.generator import Generator


class Delegating:
    """What a generator around another one answers as that one does; the class that is derived writes.

    Args:
        generator: The one that writes.
    """

    def __init__(self, generator: Generator) -> None:
        self._generator = generator

    @property
    def name(self) -> str:
        """The generator's own."""
        return self._generator.name

    @property
    def learned(self) -> bool:
        """Whether the generator has."""
        return self._generator.learned

    def ready(self) -> bool:
        """Whether the generator is."""
        return self._generator.ready()
