"""What a question was read to say, in words, with what each reading may be changed to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.assembly import Workspace
from app.web.language import say
from corpus.clause import Clause
from drafting.answering import Limits
from drafting.wording import FORCE_WORDS
from retrieval.frame import QueryFrame


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that can be changed.

    Attributes:
        field: Which limit changes it.
        name: What it is called.
        shown: How the question was read; empty where it does not say.
        mark: How sure that reading is, or whose it is; empty where the question says it.
        choices: What it may be, by code.
        chosen: What a person chose; None where the words decide.
    """

    field: str
    name: str
    shown: str
    mark: str
    choices: Mapping[str, str]
    chosen: str | None


def readings(frame: QueryFrame, limits: Limits, workspace: Workspace) -> tuple[Reading, ...]:
    """The readings that can be changed: document, tier, subdomain, system.

    Args:
        frame: How the question was understood.
        limits: What a person limited it to.
        workspace: What it was asked of.
    """
    titles = {code: f"《{title}》" for code, title in workspace.titles.items()}
    rows = [one for one in workspace.clauses if not frame.documents or one.document in frame.documents]
    within = [one for one in rows if not frame.tiers or any(one.holds_for(tier) for tier in frame.tiers)]
    tiers = {one.tier: one.tier_label or one.tier for one in workspace.clauses if one.tier}
    concepts = workspace.snapshot.schemes["capabilities"].concepts
    named = {one.zh for one in concepts.values()}
    held = {one.tier for one in rows if one.tier}
    default = not frame.documents_named and frame.documents == (workspace.default_document,)
    return (
        Reading(
            "document", say("文件"), _shown(frame.documents, titles),
            _mark("documents", frame, limits.document, default=default), titles, limits.document,
        ),
        Reading(
            "tier", say("等级"), _shown(frame.tiers, tiers), _mark("tiers", frame, limits.tier),
            _with({code: name for code, name in tiers.items() if code in held}, limits.tier), limits.tier,
        ),
        Reading(
            "subdomain", say("能力子域"), "、".join(concepts[one].zh for one in frame.subdomains if one in concepts),
            _mark("subdomains", frame, limits.subdomain), _with(_subdomains(within, named), limits.subdomain),
            limits.subdomain,
        ),
        Reading(
            "system", say("系统"), _shown(frame.systems, _systems(workspace)), _mark("systems", frame, limits.system),
            _with(_systems(workspace, within), limits.system), limits.system,
        ),
    )  # fmt: skip


def plain_readings(frame: QueryFrame, workspace: Workspace) -> Iterator[tuple[str, str, str]]:
    """What else the question was read to say: what it is called, its value, how sure that is."""
    capabilities = {code: concept.zh for code, concept in workspace.snapshot.schemes["capabilities"].concepts.items()}
    for field, name, known in (
        ("tracks", say("类别"), {}),
        ("elements", say("要素"), capabilities),
        ("domains", say("能力域"), capabilities),
        ("national", say("国家级"), {code: workspace.national.name_of(code)[0] for code in frame.national}),
        ("technologies", say("技术"), {}),
        ("forces", say("规范用词"), {str(force): word for force, word in FORCE_WORDS.items()}),
    ):
        values: tuple[str, ...] = getattr(frame, field)
        if values:
            yield name, _shown(values, known), say("（推测）") if field in frame.guessed else ""


def _mark(field: str, frame: QueryFrame, chosen: str | None, *, default: bool = False) -> str:
    if chosen:
        return say("（已选）")
    if field in frame.guessed:
        return say("（推测）")
    return say("（默认）") if default else ""


def _shown(values: Iterable[str], known: Mapping[str, str]) -> str:
    return "、".join(known.get(value, value) for value in values)


def _with(choices: dict[str, str], chosen: str | None) -> dict[str, str]:
    """The choices with what was chosen, which may lie outside of what else was understood."""
    return choices if chosen is None or chosen in choices else {chosen: chosen, **choices}


def _subdomains(rows: Iterable[Clause], known: Container[str]) -> dict[str, str]:
    """The subdomains of rows that the vocabulary knows, with their printed numbers."""
    found: dict[str, str] = {}
    for one in rows:
        if one.subdomain and one.subdomain in known and (one.subdomain not in found or one.subdomain_no is not None):
            found[one.subdomain] = f"{one.subdomain_no} {one.subdomain}" if one.subdomain_no else one.subdomain
    return found


def _systems(workspace: Workspace, rows: Iterable[Clause] | None = None) -> dict[str, str]:
    """The systems by code; with rows, those that they name."""
    named = None if rows is None else {code for one in rows for code in one.systems}
    concepts = workspace.snapshot.schemes["systems"].concepts
    return {
        code: concept.zh if concept.zh == code or not code.isupper() else f"{code} {concept.zh}"
        for code, concept in sorted(concepts.items())
        if named is None or code in named
    }
