"""What an evaluation of plans needs of the product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, get_args, runtime_checkable

from drafting.generator import Generator
from drafting.lexicon import Lexicon
from drafting.plans.planning import Planner
from drafting.profiles.checking import checked
from drafting.profiles.examples import Example, example
from drafting.profiles.sections import Profile
from drafting.profiles.yaml_tree import read_yaml
from drafting.shelf import Shelf
from evals.errors import EvalError
from evals.system import Workspace


@runtime_checkable
class Planning(Protocol):
    """A workspace that makes plans."""

    @property
    def planner(self) -> Planner: ...

    @property
    def shelf(self) -> Shelf: ...

    @property
    def lexicon(self) -> Lexicon: ...

    def words(self, text: str) -> Sequence[str]: ...

    def generator(self) -> Generator: ...


def planning_of(workspace: Workspace) -> Planning:
    """The workspace as a maker of plans.

    Raises:
        EvalError: It makes none.
    """
    if not isinstance(workspace, Planning):
        raise EvalError("workspace: it makes no plans. Open a built data folder.")
    return workspace


def example_profiles() -> dict[str, Profile]:
    """The example profiles that come with the product, by name."""
    return {name: checked(read_yaml(example(name)), f"{name}.yaml") for name in get_args(Example)}
