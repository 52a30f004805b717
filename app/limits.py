"""Limits given on the command line, held against what the build holds: a wrong name is an error, not an empty list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from app.assembly import Workspace
from corpus.clause import Force
from retrieval.errors import RetrievalError

ForceOption = Annotated[
    Force | None, typer.Option("--force", help="shall 应、should 宜、may 可、encouraged 鼓励、none")
]
DocumentOption = Annotated[str | None, typer.Option("--document", help="文件编号")]
TierOption = Annotated[str | None, typer.Option("--tier", help="等级代码")]
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


def require_tier(workspace: Workspace, tier: str | None, document: str | None = None) -> None:
    """Nothing where the document, or any where none is given, has the tier.

    Raises:
        RetrievalError: It does not.
    """
    if tier is None:
        return
    rows = (one for one in workspace.clauses if document is None or one.document == document)
    _require("tier", tier, dict.fromkeys(one.tier for one in rows if one.tier))


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
