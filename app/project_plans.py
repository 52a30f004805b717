"""Plans of projects: made, changed in the page or in a workbook, and written as the files that people work in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.assembly import Workspace
from app.planning import Advance, Aim, asked_of, plan_of, write_example, write_plan, write_template
from app.projects import Project, ProjectChangedError
from drafting.exports.deciding import decided, typed
from drafting.exports.update import read_edits
from drafting.exports.update_edits import Edit, Merged, Spot
from drafting.exports.update_union import united
from drafting.exports.workbook_values import settled
from drafting.forms.filling import fill_form
from drafting.forms.word_form import write_form
from drafting.generator import DraftingError
from drafting.plans.plan import Conflict, EvidencePlan
from drafting.plans.readiness import WEIGHTS
from drafting.plans.target import Target, base_of, requirements_of
from drafting.plans.writing import NarrativeWriter
from drafting.projects.kept_plan import KeptPlan
from drafting.whole_files import write_whole
from ontology.checkpoint import checkpoints_of

PLAN_ENDINGS = (".docx", ".xlsx", ".md", ".json")
LARGEST_WORKBOOK_MB = 20
_ATTEMPTS = 5
_UNFIT = re.compile(r"[^\w（）()·-]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a target asks.

    Attributes:
        target: The target.
        requirements: How many requirements are its own.
        points: How many points these are judged by.
        base: How many requirements the tiers below ask.
        domains: How many of its own requirements each domain has.
        forces: How many of them carry each force; one that carries several counts once, by the strongest.
    """

    target: Target
    requirements: int
    points: int
    base: int
    domains: Mapping[str, int]
    forces: Mapping[str, int]


def targets(workspace: Workspace, document: str) -> tuple[Target, ...]:
    """The targets of a document: its tiers, or its tracks, or itself; none where it asks nothing."""
    tiers = workspace.shelf.tiers(document)
    if tiers:
        found = [Target(document, tier.code) for tier in tiers]
    else:
        found = [Target(document), *(Target(document, None, track) for track in tracks(workspace, document))]
    return tuple(one for one in found if requirements_of(one, workspace.shelf))


def tracks(workspace: Workspace, document: str) -> tuple[str, ...]:
    """The tracks that a document asks something of, in its order."""
    rows = workspace.shelf.of(document, kinds=frozenset({"requirement", "threshold", "table_cell"}))
    named = dict.fromkeys(row.track for row in rows if row.track)
    return tuple(one for one in named if requirements_of(Target(document, None, one), workspace.shelf))


def asked(workspace: Workspace, target: Target) -> Asked:
    """What a target asks, counted."""
    rows = requirements_of(target, workspace.shelf)
    written = checkpoints_of(target.document).checkpoints
    points = sum(len(written[row.id].points) if row.id in written else 1 for row in rows)
    return Asked(
        target=target,
        requirements=len(rows),
        points=points,
        base=len(base_of(target, workspace.shelf)),
        domains=_counted(row.domain or row.track or row.document for row in rows),
        forces=_counted(max(row.forces, key=WEIGHTS.__getitem__) for row in rows),
    )


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    return dict(Counter(names))


def make_kept(
    workspace: Workspace,
    project: Project,
    aim: Aim,
    writer: NarrativeWriter | None,
    advance: Advance,
    also: tuple[str, ...] = (),
) -> tuple[int, str | None]:
    """Make the plan of a project and keep it, with what people had decided for the same target put in again.

    Args:
        workspace: What it rests on.
        project: The project, with its profile.
        aim: What it aims at.
        writer: Writes sentences; None for the enterprise's own words.
        advance: Told of every requirement; what it raises ends the work, and the project stays as it is.
        also: The other targets of the aim, as people name them.

    Returns:
        The new state's number, and what kept the model from writing, if anything did.

    Raises:
        DraftingError: The profile is missing or wrong.
        AppError: The project is being changed all the time.
    """
    profile, profile_sum = project.profile, project.profile_sum
    if profile is None:
        raise DraftingError(f"project {project.name}", "里面没有企业档案", "先上传或填写档案")
    computed = plan_of(workspace, profile, aim, writer, advance)
    found = project.folder.check_evidence(profile)
    computed = replace(computed, conflicts=(*computed.conflicts, *found))
    kept = KeptPlan.of(workspace.snapshot.path.name, profile, computed, profile_sum)
    return _keep_latest(project, kept, also), writer.failure if writer else None


def _keep_latest(project: Project, kept: KeptPlan, also: tuple[str, ...]) -> int:
    """Keep a plan with what people have decided until now, also while it was made."""
    for left in reversed(range(_ATTEMPTS)):
        revision = project.state.revision
        former = project.plan_for(kept.computed.target)
        whole = kept.with_edits(former.as_edits()) if former is not None else kept
        try:
            return project.keep_plan(whole, revision, also)
        except ProjectChangedError:
            if not left:
                raise
    return project.state.revision


def merged_of(workspace: Workspace, kept: KeptPlan) -> Merged:
    """A plan with what people decided put in, and what they wrote without ground told."""
    ground = workspace.planner.ground(kept.profile)
    return kept.merged(ground, lambda item: workspace.planner.unbacked(item, ground))


def decide(workspace: Workspace, project: Project, changes: Mapping[Spot, object], revision: int) -> int:
    """Keep what a person decided in the page; gives the new state's number.

    Args:
        workspace: What the plan rests on.
        project: The project.
        changes: What was typed for each value.
        revision: The state that the person saw.

    Raises:
        AppError: Somebody else has changed the project meanwhile.
        DraftingError: Something that was typed cannot be what it stands for; nothing is kept then.
    """
    kept = _planned(project)
    merged = kept.merged(workspace.planner.ground(kept.profile))
    values = {spot: typed(spot, given, merged) for spot, given in changes.items()}
    return project.keep_plan(kept.with_edits(decided(values, merged, kept.profile)), revision)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read from a workbook.

    Attributes:
        revision: The new state's number.
        changed: The decisions that are not as they were before.
        conflicts: What of the workbook a person has to look at.
    """

    revision: int
    changed: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]


def take_workbook(project: Project, content: bytes, name: str, revision: int) -> Taken:
    """Keep what people decided in a workbook of the plan.

    Args:
        project: The project.
        content: The workbook.
        name: What it is called.
        revision: The state that the person saw.

    Raises:
        AppError: Somebody else has changed the project meanwhile.
        DraftingError: It is no workbook of this project's plan, or cells hold what they cannot.
    """
    kept = _planned(project)
    with TemporaryDirectory() as folder:
        path = Path(folder) / (_UNFIT.sub("-", Path(name).stem)[:60] + ".xlsx")
        write_whole(path, content)
        came = read_edits(path)
    before = kept.as_edits()
    both = united(before, came)
    former = {(edit.spot, settled(edit.value)) for edit in before.edits}
    changed = tuple(edit for edit in both.edits if (edit.spot, settled(edit.value)) not in former)
    return Taken(project.keep_plan(kept.with_edits(both), revision), changed, both.conflicts)


def export_plan(workspace: Workspace, project: Project, ending: str) -> bytes:
    """The plan as a file of a form, which also stays in the project's ``exports``.

    A workbook is also kept as the one whose edits ``gongbiao plan --project`` goes on from.

    Args:
        workspace: What the plan rests on.
        project: The project.
        ending: One of ``PLAN_ENDINGS``.

    Raises:
        DraftingError: There is no plan, or it cannot be written.
    """
    kept = _planned(project)
    target = project.folder.export(f"{file_name(project, kept.computed)}{ending}")
    write_plan(merged_of(workspace, kept), kept.profile, target)
    if ending == ".xlsx":
        project.folder.keep_edits(target)
    return target.read_bytes()


def file_name(project: Project, plan: EvidencePlan) -> str:
    """What files of a plan are called, without an ending."""
    aim = "·".join(part for part in (plan.tier_label, plan.track) if part) or plan.document
    return _UNFIT.sub("-", f"{project.name}-{aim}-举证计划")


def filled_form(workspace: Workspace, project: Project, document: str, annex: str, track: str | None) -> bytes:
    """A form of a document filled from the project's profile, as Word; it also stays in ``exports``.

    Raises:
        DraftingError: There is no such form or no profile, or it cannot be written.
    """
    profile = project.profile
    if profile is None:
        raise DraftingError(f"project {project.name}", "里面没有企业档案", "先上传或填写档案")
    filled = fill_form(document, annex, profile, workspace.shelf, track=track)
    target = project.folder.export(f"{_UNFIT.sub('-', project.name)}-附件{annex}.docx")
    write_form(filled, target)
    return target.read_bytes()


def template(workspace: Workspace, aim: Aim, ending: str) -> bytes:
    """An empty profile with the questions of an aim, as YAML or as a workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"template{ending}"
        write_template(asked_of(workspace, (aim.target, *aim.others)), path)
        return path.read_bytes()


def example_profile(workspace: Workspace, name: str, aim: Aim, ending: str) -> bytes:
    """One of the fictional example profiles, as YAML or as a filled workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"example{ending}"
        write_example(name, asked_of(workspace, (aim.target, *aim.others)), path)
        return path.read_bytes()


def _planned(project: Project) -> KeptPlan:
    kept = project.plan
    if kept is None:
        raise DraftingError(f"project {project.name}", "还没有计划", "先选目标，生成计划")
    return kept
