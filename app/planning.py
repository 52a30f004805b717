"""What the planning commands do: read, plan and write files; their options alone decide."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from types import FrameType

from app.assembly import Workspace
from app.console import note, progress_bar
from app.errors import AppError
from app.limits import coded_target
from app.writers import writer_of
from app.writing import write_atomically
from drafting.exports.markdown import write_markdown
from drafting.exports.plan_json import write_json
from drafting.exports.update_edits import Edits, Merged
from drafting.exports.update_merge import merge
from drafting.exports.word import write_word
from drafting.exports.workbook import write_workbook as write_plan_workbook
from drafting.plans.asked import points_of
from drafting.plans.national_conditions import read_national
from drafting.plans.plan import EvidencePlan
from drafting.plans.target import Target, base_of, read_target, requirements_of
from drafting.plans.writing import NarrativeWriter
from drafting.profiles.checking import checked
from drafting.profiles.examples import example
from drafting.profiles.questionnaire import Question, questions
from drafting.profiles.sections import Profile
from drafting.profiles.workbook import write_workbook
from drafting.profiles.yaml_template import yaml_template
from drafting.profiles.yaml_tree import read_yaml
from drafting.whole_files import write_whole
from ontology.checkpoint import Checkpoint, Checkpoints, checkpoints_of

Write = Callable[[Merged, Profile, Path], None]
Advance = Callable[[str, int, int], None]
"""Told the stage, the number done and the number to do."""

_STOPPED = "已按要求停止，其余的用企业自己的话"


@dataclass(frozen=True, slots=True)
class Aim:
    """What an enterprise aims at.

    Attributes:
        target: What the plan is for.
        others: Other targets of documents at hand that the same assessment is to serve.
        national: Tiers of the national gradient, by their identifiers.
    """

    target: Target
    others: tuple[Target, ...] = ()
    national: tuple[str, ...] = ()


def read_aim(workspace: Workspace, target: str, also: Sequence[str]) -> Aim:
    """The target and the others; one that is named twice counts once.

    Raises:
        DraftingError: One of them names no document, tier, track or national tier.
    """
    aimed = read_target(coded_target(workspace, target), workspace.shelf)
    others: dict[Target, None] = {}
    national: dict[str, None] = {}
    for one in also:
        if tier := read_national(one, workspace.national):
            national[tier] = None
        elif (other := read_target(coded_target(workspace, one), workspace.shelf)) != aimed:
            others[other] = None
    return Aim(aimed, tuple(others), tuple(national))


def asked_of(workspace: Workspace, targets: Sequence[Target]) -> tuple[Question, ...]:
    """The questionnaire of targets, with that of the tiers that they build on; each question once."""
    found: dict[str, Question] = {}
    for target in targets:
        rows = (*base_of(target, workspace.shelf), *requirements_of(target, workspace.shelf))
        written = checkpoints_of(target.document)
        asked = {row.id: Checkpoint(requirement=row.id, points=points_of(row, written)[0]) for row in rows}
        found |= {one.id: one for one in questions(rows, Checkpoints(asked, written.subdomains))}
    return tuple(found.values())


def highest(workspace: Workspace) -> Target:
    """The highest tier of the default document: its questionnaire holds those of all tiers."""
    document = workspace.default_document
    if document is None or not (tiers := workspace.shelf.tiers(document)):
        raise AppError("template: no target is named and the default document has no tiers. Name one with --target.")
    return Target(document, tiers[-1].code)


def make_plan(workspace: Workspace, profile: Profile, aim: Aim, generator: str) -> tuple[EvidencePlan, bool]:
    """A plan, and whether it is whole: one that is interrupted has the enterprise's own words in what is left.

    Args:
        workspace: What it rests on.
        profile: The enterprise.
        aim: What it aims at.
        generator: The name of what writes sentences; none of it where that is ``none``.
    """
    writer = None if generator == "none" else _writer(workspace)
    with _stopping(writer), progress_bar() as advance:
        plan = plan_of(workspace, profile, aim, writer, advance)
    if writer is not None and writer.failure:
        note(f"部分叙述没有由模型写：{writer.failure}")
    return plan, writer is None or writer.failure != _STOPPED


def plan_of(
    workspace: Workspace, profile: Profile, aim: Aim, writer: NarrativeWriter | None, advance: Advance
) -> EvidencePlan:
    """A plan.

    Args:
        workspace: What it rests on.
        profile: The enterprise.
        aim: What it aims at.
        writer: Writes sentences; None for the enterprise's own words.
        advance: Told of every requirement that is done; what it raises ends the work.
    """
    stage = "narrate" if writer else "assess"
    told = lambda done, total: advance(stage, done, total)  # noqa: E731
    plan = workspace.planner.plan(profile, aim.target, aim.others, writer, told, national=aim.national)
    return replace(plan, generator=writer.generator.name) if writer else plan


def _writer(workspace: Workspace) -> NarrativeWriter | None:
    model = writer_of(workspace)
    return NarrativeWriter(model, workspace.lexicon) if model.ready() else None


@contextmanager
def _stopping(writer: NarrativeWriter | None) -> Iterator[None]:
    """While a model writes, an interruption ends the writing and keeps the plan; a second one ends the command."""
    if writer is None:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        writer.failure = _STOPPED
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def edited(workspace: Workspace, edits: Edits, plan: EvidencePlan, profile: Profile) -> Merged:
    """The plan with what people decided put in.

    Raises:
        DraftingError: The edits belong to another target.
    """
    ground = workspace.planner.ground(profile)
    return merge(edits, plan, ground, lambda item: workspace.planner.unbacked(item, ground))


def write_plan(plan: Merged, profile: Profile, target: Path) -> None:
    """Write a plan in the form that the file's name asks for.

    Raises:
        AppError: No form has that ending.
        DraftingError: The file cannot be written.
    """
    require_form(target)
    _FORMS[target.suffix.lower()](plan, profile, target)


def keep_former(target: Path) -> Path | None:
    """Keep a workbook that is about to be replaced beside it, since people work in it: ``计划.before.xlsx``.

    Args:
        target: The file that is to be written.

    Returns:
        Where the former file is now kept; None where there is none, or no workbook.

    Raises:
        AppError: The former file cannot be read.
        DraftingError: It cannot be kept.
    """
    if target.suffix.lower() != ".xlsx" or not target.is_file():
        return None
    try:
        content = target.read_bytes()
    except OSError as error:
        raise AppError(f"file {target}: it cannot be read, and so not be kept. Write to another file.") from error
    names = (f"{target.stem}.before{'' if number == 1 else f'-{number}'}{target.suffix}" for number in count(1))
    kept = next(one for one in map(target.with_name, names) if not one.exists())
    write_whole(kept, content)
    return kept


def require_form(target: Path) -> None:
    """Refuse a file whose name asks for no form of a plan.

    Raises:
        AppError: No form has that ending.
    """
    if target.suffix.lower() not in _FORMS:
        raise AppError(f"file {target}: a plan is written as {'、'.join(_FORMS)}. Choose one of these endings.")


def write_template(asked: Sequence[Question], target: Path) -> None:
    """Write an empty profile with comments, as YAML or as a workbook.

    Raises:
        AppError: The file's name ends in neither.
    """
    if target.suffix.lower() == ".xlsx":
        write_workbook(None, asked, target)
    elif target.suffix.lower() in (".yaml", ".yml"):
        write_atomically(target, yaml_template(asked))
    else:
        raise AppError(f"file {target}: a template is .yaml or .xlsx. Choose one of these endings.")


def write_example(name: str, asked: Sequence[Question], target: Path) -> None:
    """Write one of the fictional example profiles, as YAML or as a filled workbook.

    Raises:
        AppError: The file's name ends in neither.
        DraftingError: There is no such example.
    """
    text = example(name)
    if target.suffix.lower() in (".yaml", ".yml"):
        write_atomically(target, text)
    elif target.suffix.lower() == ".xlsx":
        write_workbook(checked(read_yaml(text), f"{name}.yaml"), asked, target)
    else:
        raise AppError(f"file {target}: an example is .yaml or .xlsx. Choose one of these endings.")


_FORMS: Mapping[str, Write] = {
    ".docx": lambda made, _, target: write_word(made.plan, target),
    ".xlsx": lambda made, profile, target: write_plan_workbook(made.plan, profile, target, made),
    ".md": lambda made, _, target: write_markdown(made.plan, target),
    ".json": lambda made, _, target: write_json(made.plan, target),
}
