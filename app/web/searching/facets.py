"""What hits are narrowed by: their documents, tiers, subdomains, systems, forces and kinds, each value counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.assembly import Workspace
from app.web.language import say
from app.web.parts.words import FORCE_MEANING, KIND
from corpus.clause import Clause
from drafting.wording import FORCE_WORDS

Choice = Mapping[str, tuple[str, ...]]
"""The chosen values by the facet's name; a hit passes a facet where it has one of them."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that hits are narrowed by.

    Attributes:
        name: Its name, also in the address.
        label: What the page calls it.
        values: The values that a clause has.
        called: What a value is called, without those that no name is known of.
    """

    name: str
    label: str
    values: Callable[[Clause], tuple[str, ...]]
    called: Mapping[str, str]

    def has(self, clause: Clause, chosen: Sequence[str]) -> bool:
        """Whether a clause has one of some values; any has where none is chosen."""
        return not chosen or not set(chosen).isdisjoint(self.values(clause))


@dataclass(frozen=True, slots=True)
class Counted:
    """A facet with how many hits each of its values would leave.

    Attributes:
        facet: The facet.
        counts: By value: the chosen first, then the most frequent.
        chosen: The chosen values.
    """

    facet: Facet
    counts: Mapping[str, int]
    chosen: tuple[str, ...]


def facets_of(workspace: Workspace) -> tuple[Facet, ...]:
    """The facets of a library, in the order in which they are shown."""
    tiers = {code: one.tier_label or code for one in workspace.clauses for code in one.every_tier if code == one.tier}
    systems = workspace.snapshot.schemes["systems"].concepts
    forces: dict[str, str] = {
        code: say("{word}（{meaning}）", word=word, meaning=say(FORCE_MEANING[code]))
        for code, word in FORCE_WORDS.items()
        if code != "none"
    }
    forces["none"] = say("无规范用词")
    kinds: dict[str, str] = {code: say(name) for code, name in KIND.items()}
    return (
        Facet("document", "文件", lambda one: (one.document,), workspace.titles),
        Facet("tier", "等级", lambda one: one.every_tier, tiers),
        Facet("subdomain", "能力子域", lambda one: (one.subdomain,) if one.subdomain else (), {}),
        Facet("system", "涉及的系统", lambda one: one.systems, {code: one.zh for code, one in systems.items()}),
        Facet("force", "规范用词", lambda one: one.forces, forces),
        Facet("kind", "条目的种类", lambda one: (one.kind,), kinds),
    )


def passing(clauses: Sequence[Clause], facets: Sequence[Facet], chosen: Choice) -> list[Clause]:
    """The clauses that pass all facets, in their order."""
    return [one for one in clauses if all(facet.has(one, chosen.get(facet.name, ())) for facet in facets)]


def counted(clauses: Sequence[Clause], facets: Sequence[Facet], chosen: Choice) -> tuple[Counted, ...]:
    """Each facet with the number of clauses that each value would leave beside what the other facets leave."""
    return tuple(_counted(clauses, facet, facets, chosen) for facet in facets)


def _counted(clauses: Sequence[Clause], facet: Facet, facets: Sequence[Facet], chosen: Choice) -> Counted:
    others = [one for one in facets if one.name != facet.name]
    counts = Counter(value for one in passing(clauses, others, chosen) for value in facet.values(one))
    own = chosen.get(facet.name, ())
    order = [*own, *(value for value, _ in counts.most_common() if value not in own)]
    return Counted(facet, {value: counts[value] for value in order}, own)


def toggled(chosen: Choice, name: str, value: str) -> dict[str, tuple[str, ...]]:
    """The choice with a value taken out of it or, where it was not in it, added."""
    held = chosen.get(name, ())
    changed = tuple(one for one in held if one != value) if value in held else (*held, value)
    return {key: values for key, values in {**chosen, name: changed}.items() if values}
