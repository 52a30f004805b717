"""Limits given on the command line, held against what the build holds: a wrong name is an error, not an empty list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from app.assembly import Workspace
from corpus.clause import Clause, Force
from kg.ladders.tiers import Tier, tier_names, tiers_of
from retrieval.errors import RetrievalError

ForceOption = Annotated[
    Force | None, typer.Option("--force", help="shall 应、should 宜、may 可、encouraged 鼓励、none")
]
DocumentOption = Annotated[str | None, typer.Option("--document", help="文件编号")]
TierOption = Annotated[str | None, typer.Option("--tier", help="等级的代码或名称")]
SystemOption = Annotated[
    str | None, typer.Option("--system", help="系统代码，例如 MES；或系统类别，例如 design-and-engineering")
]
SubdomainOption = Annotated[str | None, typer.Option("--subdomain", help="能力子域的名称或编号")]


def require_document(workspace: Workspace, document: str | None) -> None:
    """Nothing where the library has the document or none is given.

    Raises:
        RetrievalError: It does not.
    """
    _require("document", document, workspace.titles)


def tier_code(workspace: Workspace, tier: str | None, document: str | None = None) -> str | None:
    """The code of the tier that a code or a name means, as a text prints it or people say it; None for no limit.

    Args:
        workspace: The build.
        tier: A tier's code, its printed name, or a part of that which only one tier has.
        document: The document whose tier is meant; any where none is given.

    Raises:
        RetrievalError: There is no such tier, or tiers of several codes are called so.
    """
    if tier is None:
        return None
    known = _tiers(workspace, document)
    found = _called(known, tier)
    codes = {at.code for at in found}
    if len(codes) == 1:
        return codes.pop()
    offered = "、".join(dict.fromkeys(f"{at.code} {at.label}" for at in found or known))
    if not offered:
        raise RetrievalError(f"tier {tier}: there is none of this name here. Leave out --tier.")
    if not found:
        raise RetrievalError(f"tier {tier}: there is none of this name here. Choose one of {offered}.")
    raise RetrievalError(f"tier {tier}: several are called so. Choose one of {offered}, or name its --document.")


def coded_target(workspace: Workspace, target: str) -> str:
    """A target ``DOCUMENT[:TIER][/TRACK]`` with the tier's code in place of a name of it.

    A target that names no tier of a document of the library stays as it is: its reader says what is wrong with it.

    Raises:
        RetrievalError: Several tiers of the document are called so.
    """
    head, slash, track = target.strip().partition("/")
    document, colon, tier = head.partition(":")
    if not tier or not _called(_tiers(workspace, document), tier):
        return target
    return f"{document}{colon}{tier_code(workspace, tier, document)}{slash}{track}"


def _tiers(workspace: Workspace, document: str | None) -> list[Tier]:
    """The tiers of a document, or of all, with what else people call them."""
    names = tier_names(workspace.snapshot.schemes["tiers"])
    own: dict[str, list[Clause]] = defaultdict(list)
    for clause in workspace.clauses:
        if document in (None, clause.document):
            own[clause.document].append(clause)
    return [tier for one, rows in own.items() for tier in tiers_of(rows, (), names.get(one.partition("@")[0]))]


def _called(tiers: Sequence[Tier], name: str) -> list[Tier]:
    """The tiers that a code or a name means; those that only hold it in their name where none is called just so."""
    wanted = name.strip().lower()
    exact = [one for one in tiers if wanted in map(str.lower, (one.code, one.label, *one.names))]
    return exact or [one for one in tiers if wanted and wanted in one.label.lower()]


def require_subdomain(workspace: Workspace, subdomain: str | None) -> None:
    """Nothing where a document prints the subdomain, or none is given.

    Raises:
        RetrievalError: None does.
    """
    if subdomain is None:
        return
    rows = [one for one in workspace.clauses if one.subdomain]
    if subdomain not in {name for one in rows for name in (one.subdomain, str(one.subdomain_no))}:
        message = f"subdomain {subdomain}: no document prints it. Give its printed name or number, such as 设备运维."
        raise RetrievalError(message)


def system_codes(workspace: Workspace, system: str | None) -> tuple[str, ...]:
    """The canonical code of a system, whatever its case, or the codes of all systems of a kind; none for no limit.

    Raises:
        RetrievalError: The vocabulary has no such system and no such kind.
    """
    if system is None:
        return ()
    scheme = workspace.snapshot.schemes["systems"]
    if system.lower() in scheme.kinds:
        return scheme.members(system.lower())
    known = {code.upper(): code for code in scheme.concepts}
    if system.upper() not in known:
        raise RetrievalError(
            f"system {system}: the vocabulary does not have it. "
            f"Choose one of {', '.join(known.values())}, or a kind: {', '.join(scheme.kinds)}."
        )
    return (known[system.upper()],)


def _require(what: str, given: str | None, known: Iterable[str]) -> None:
    names = list(known)
    if given is not None and given not in names:
        choice = f"Choose one of {', '.join(names)}" if names else f"Leave out --{what}"
        raise RetrievalError(f"{what} {given}: there is none of this name here. {choice}.")
