"""What a reviewer asks of each requirement: points with what passes, the best proof and the usual reason of rejection.

All of it is Gongbiao's proposal, written clause by clause; no text prescribes it. ``says`` ties every point to the
words of its requirement. One file a document under ``checkpoints/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ontology.errors import OntologyError
from ontology.yaml_text import parse_yaml

Section = Literal[
    "systems",
    "equipment",
    "networks",
    "data",
    "models",
    "documents",
    "organisation",
    "trainings",
    "certificates",
    "partners",
    "products",
    "measures",
    "projects",
]
Words = Annotated[tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Selector(_Written):
    """Which facts of a profile show a point by themselves.

    Attributes:
        section: The profile's section to look in.
        code: Codes of systems, any of which will do; empty for any.
        has: Words, one of which an entry's modules, name, kind or content must contain.
        kind: Kinds of equipment, any of which will do.
        key: Whether only key equipment counts.
        share: For equipment, the share that is asked for: networked or automated.
        name: Names of indicators.
        at_least, at_most: Bounds of a value or share, where a text states them.
    """

    section: Section = Field(alias="in")
    code: Words = ()
    has: Words = ()
    kind: Words = ()
    key: bool = False
    share: Literal["networked", "automated"] | None = None
    name: Words = ()
    at_least: float | None = None
    at_most: float | None = None


class Proof(_Written):
    """A kind of evidence and what it must show for one point."""

    type: str
    show: str


class Indicator(_Written):
    """An indicator that shows a point best, with its formula and unit."""

    name: str
    formula: str
    unit: str


class Point(_Written):
    """One thing that a reviewer checks.

    Attributes:
        says: The requirement's own words that the point stands for.
        ask: The question.
        answer: Whether yes or no, a share or a number answers it.
        scope: ``one`` thing, ``all``, ``key`` (all of the key ones) or a ``share`` that the text gives.
        of: What is counted, unless the scope is one thing.
        force: The force of the words that it stands for.
        passes: What meets the point.
        proof: The best kinds of evidence, best first.
        rejected: The usual reason of rejection.
        looks_at: Facts that show the point by themselves; any one suffices.
        measure: The indicator that shows it, where one does.
        at_least, at_most: Bounds that the text itself states.
    """

    says: str
    ask: str
    answer: Literal["yes_no", "share", "number"]
    scope: Literal["one", "all", "key", "share"]
    of: str | None = None
    force: Literal["shall", "should", "may", "encouraged", "none"]
    passes: str = Field(alias="pass")
    proof: tuple[Proof, ...]
    rejected: str
    looks_at: tuple[Selector, ...] = ()
    measure: Indicator | None = None
    at_least: float | None = None
    at_most: float | None = None


class Checkpoint(_Written):
    """The points of one requirement, by the requirement's id."""

    requirement: str
    points: tuple[Point, ...]


class Responsibility(_Written):
    """Who proves a subdomain, and how it is shown on the spot.

    Attributes:
        subdomain: The printed number.
        owner: The department that usually delivers the proof.
        place, screen, demonstrate: Where a reviewer is taken, what is on the screen, and what is done.
    """

    subdomain: int
    owner: str
    place: str
    screen: str
    demonstrate: str


class Condition(_Written):
    """A condition of applying, or what excludes from it.

    Attributes:
        id: ``DOCUMENT/NAME``.
        target: A document, or ``DOCUMENT/TRACK``.
        says, clause: The words of a clause and its id; None where no text of ours states the condition.
        source: ``stated`` by a text, or ``customary``: usual, to be checked against the year's notice.
        ask: The question.
        kind: A ``condition`` that must hold, or a ``veto`` that must not have happened.
        test: How the profile answers it; None where only a person can.
        passes: What meets it.
        proof: The best kinds of evidence.
        rejected: The usual reason of rejection.
    """

    id: str
    target: str
    says: str | None
    clause: str | None
    source: Literal["stated", "customary"]
    ask: str
    kind: Literal["condition", "veto"]
    test: Mapping[str, Any] | None
    passes: str = Field(alias="pass")
    proof: tuple[Proof, ...]
    rejected: str


class _File(_Written):
    proposal: str
    checkpoints: tuple[Checkpoint, ...]
    subdomains: tuple[Responsibility, ...] = ()


class _Conditions(_Written):
    proposal: str
    conditions: tuple[Condition, ...]


_Shape = TypeVar("_Shape", bound=_Written)


class Checkpoints:
    """The points and responsibilities that are written for a document.

    Args:
        checkpoints: By the requirement's id, in document order.
        subdomains: By the subdomain's printed number.
    """

    def __init__(self, checkpoints: Mapping[str, Checkpoint], subdomains: Mapping[int, Responsibility]) -> None:
        self.checkpoints = checkpoints
        self.subdomains = subdomains


@cache
def checkpoints_of(document: str) -> Checkpoints:
    """The points written for a document; none where nobody has written any.

    Raises:
        OntologyError: The file does not fit the schema, or names a requirement twice.
    """
    entry = files("ontology") / "checkpoints" / f"{document}.yaml"
    if not entry.is_file():
        return Checkpoints({}, {})
    held = _parsed(_File, document, entry.read_text(encoding="utf-8"))
    by_id = {one.requirement: one for one in held.checkpoints}
    if len(by_id) != len(held.checkpoints):
        raise OntologyError(f"checkpoints {document}: a requirement stands twice. Join its points.")
    return Checkpoints(by_id, {one.subdomain: one for one in held.subdomains})


@cache
def conditions() -> tuple[Condition, ...]:
    """All conditions of applying.

    Raises:
        OntologyError: The file does not fit the schema.
    """
    text = (files("ontology") / "checkpoints" / "conditions.yaml").read_text(encoding="utf-8")
    return _parsed(_Conditions, "conditions", text).conditions


def _parsed(shape: type[_Shape], name: str, text: str) -> _Shape:
    try:
        return shape.model_validate(parse_yaml(text, f"checkpoints {name}"))
    except ValidationError as error:
        line = " ".join(str(error).split())
        raise OntologyError(f"checkpoints {name}: the file does not fit its schema ({line}). Mend it.") from error
