"""The profile as a judgement needs it: answers by point, facts by section, the day that counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property

from drafting.profiles.answer_rows import Held, Practice
from drafting.profiles.capability_rows import System
from drafting.profiles.fields import span
from drafting.profiles.references import Names, describe
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile

CodesIn = Callable[[str], Sequence[str]]
"""Codes of the systems that a text names."""


class Ground:
    """A profile, indexed for judging.

    Args:
        profile: The enterprise's profile.
        codes_in: Reads the systems that a text names, by abbreviation or by name.
    """

    def __init__(self, profile: Profile, codes_in: CodesIn) -> None:
        self.profile = profile
        self._codes_in = codes_in

    @cached_property
    def today(self) -> date:
        """The last day that the profile speaks of."""
        return span(self.profile.profile.as_of)[1]

    @cached_property
    def answers(self) -> dict[str, tuple[tuple[str, Practice], ...]]:
        """The practices that answer each point, with their paths."""
        found: defaultdict[str, list[tuple[str, Practice]]] = defaultdict(list)
        for index, practice in enumerate(self.profile.practices):
            for point in practice.points:
                found[point].append((f"practices[{index}]", practice))
        return {point: tuple(given) for point, given in found.items()}

    @cached_property
    def system_codes(self) -> tuple[frozenset[str], ...]:
        """The codes of each system of the profile: its own, and those that its name holds."""
        return tuple(
            frozenset({*((system.code,) if system.code else ()), *self._codes_in(f"{system.code or ''} {system.name}")})
            for system in self.profile.systems
        )

    def codes_in(self, text: str) -> frozenset[str]:
        """The codes of the systems that a text names."""
        return frozenset(self._codes_in(text))

    @cached_property
    def _names(self) -> Names:
        return Names(self.profile)

    def resolve(self, name: str) -> tuple[str, ...]:
        """The paths of the rows that a name stands for."""
        return self._names.resolve(name)

    def text(self, path: str) -> str:
        """A fact in the profile's own words."""
        return describe(self.profile, path)

    def rows(self, section: str) -> Iterator[tuple[str, Row]]:
        """A section's rows with their paths."""
        for index, row in enumerate(getattr(self.profile, section)):
            yield f"{section}[{index}]", row

    def systems_with(self, codes: Sequence[str], *, unknown: bool = False) -> Iterator[tuple[str, System]]:
        """The systems that have one of the codes; all of them where none is given.

        Args:
            codes: Any of which will do.
            unknown: Whether to add the systems that have no code at all, since they may be any.
        """
        for index, system in enumerate(self.profile.systems):
            own = self.system_codes[index]
            if not codes or not own.isdisjoint(codes) or (unknown and not own):
                yield f"systems[{index}]", system

    def holds(self, code: str) -> bool:
        """Whether a system of this code is in use, with a date of its start that has come."""
        return any(
            system.state == "in_use" and system.since is not None and self.begun(system.since)
            for _, system in self.systems_with((code,))
        )

    def leaning(self, practice: Practice) -> tuple[str, ...]:
        """The paths of the facts that a practice leans on."""
        return tuple(dict.fromkeys(path for name in practice.by for path in self.resolve(name)))

    def served(self, held: Held) -> tuple[str, ...]:
        """The paths of the rows that a piece of evidence serves; the points that it names are not among them."""
        things = (name for name in held.serves if "#" not in name)
        return tuple(dict.fromkeys(path for name in things for path in self.resolve(name)))

    def row(self, path: str) -> Row:
        """The row at a path such as ``systems[2]``."""
        section, _, rest = path.partition("[")
        found: Row = getattr(self.profile, section)[int(rest.rstrip("]"))]
        return found

    def begun(self, when: str) -> bool:
        """Whether a written time has begun by the profile's day."""
        return span(when)[0] <= self.today

    def over(self, when: str) -> bool:
        """Whether a written time ended before the profile's day."""
        return span(when)[1] < self.today
