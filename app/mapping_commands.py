"""The command that shows how provincial subjects are proposed to correspond to the national level, either way round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, get_args

import typer

from app.assembly import Workspace
from app.console import DataOption, JsonOption, LangOption, open_workspace, out, print_json
from app.errors import AppError
from app.limits import DocumentOption, require_document
from app.mapping_tables import candidates_line, coverage_table, mappings_table
from kg.coverage import Reach, Scenario, SubjectCoverage, requirement_counts, scenario_coverage, subject_coverage
from kg.mapped import Mapped, called
from ontology.mappings import Target


def map_(
    target: Annotated[Target | None, typer.Option("--to", help="scenarios、maturity 或 tiers；不写则全部")] = None,
    subdomain: Annotated[str | None, typer.Option("--subdomain", help="能力子域的编号、名称或别名")] = None,
    document: DocumentOption = None,
    scenario: Annotated[str | None, typer.Option("--scenario", help="反过来查：国家典型场景的序号或名称")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """与国家层面的推定对应：典型场景、成熟度、等级；附理由、置信度和覆盖情况。"""
    if scenario is not None and target not in (None, "scenarios"):
        raise typer.BadParameter("--scenario 只查典型场景：不写 --to，或写 --to scenarios。")
    workspace = open_workspace(data)
    require_document(workspace, document)
    graph = workspace.snapshot.graph
    scenarios = scenario_coverage(graph, workspace.mappings, document)
    asked = None if scenario is None else _asked(scenarios, scenario)
    rows = [
        row
        for row in _of_subdomain(workspace, subdomain, document)
        if (target is None or row.claim.target == target) and (asked is None or row.claim.object == asked.id)
    ]
    # One subdomain or one scenario says nothing about how far the mappings reach.
    reached = None
    if subdomain is None and asked is None:
        subjects = subject_coverage(graph, workspace.mappings, document)
        reached = (subjects, requirement_counts(graph, scenarios, document))
    if as_json:
        reach = _coverage(scenarios, *reached) if reached else {"coverage": None, "scenarios": [], "uncovered": []}
        asked_for = asked.to_json() if asked else None
        print_json({"mappings": [row.to_json() for row in rows], "scenario": asked_for, **reach})
    else:
        out().print(mappings_table(rows, lang))
        if asked is not None:
            out().print(candidates_line(asked, lang))
        elif reached is not None:
            out().print(coverage_table(scenarios, *reached, lang))
    return 0


def _of_subdomain(workspace: Workspace, subdomain: str | None, document: str | None) -> list[Mapped]:
    """The rows of one document, or of all, whose subject is called so.

    A name that several documents print is the default document's where none is given and that one prints it.

    Raises:
        GraphError: Nothing is called so.
        AppError: Nothing in the document is.
    """
    rows = [row for row in workspace.mappings if document in (None, row.subject.document)]
    if subdomain is None:
        return rows
    found = called(workspace.snapshot.graph, subdomain)
    if document is not None and document not in found.values():
        where = ", ".join(sorted(set(found.values())))
        raise AppError(f"subdomain {subdomain}: {document} has none called so. Ask of {where}.")
    meant = document or workspace.default_document
    if meant in found.values():
        found = {address: where for address, where in found.items() if where == meant}
    return [row for row in rows if row.claim.addresses[0] in found]


def _asked(scenarios: Sequence[Scenario], words: str) -> Scenario:
    wanted = words.strip().lower().removeprefix("scenario:")
    for one in scenarios:
        if wanted in (str(one.number), one.zh.lower(), one.en.lower()):
            return one
    raise AppError(
        f"scenario {words}: there is none of this number or name. Give a number from {scenarios[0].number} to "
        f"{scenarios[-1].number}, or a name such as {scenarios[0].zh}."
    )


def _coverage(
    scenarios: Sequence[Scenario], subjects: Sequence[SubjectCoverage], counts: dict[str, int]
) -> dict[str, Any]:
    """How far the mappings reach, both ways."""
    reaches = [one.reach for one in scenarios]
    return {
        "coverage": {
            "subjects": [one.to_json() for one in subjects],
            "scenarios": {"total": len(scenarios)} | {reach: reaches.count(reach) for reach in get_args(Reach)},
            "requirements": counts,
        },
        "scenarios": [one.to_json() for one in scenarios],
        "uncovered": [one.to_json() for one in scenarios if one.reach in ("related", "none")],
    }


COMMANDS: dict[str, Callable[..., Any]] = {"map": map_}
