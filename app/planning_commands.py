"""The commands for enterprises: an evidence plan from a profile, its template and examples, and the forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from app.assembly import Workspace
from app.console import PARTLY, DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.plan_tables import plan_report
from app.planning import (
    Aim,
    asked_of,
    edited,
    highest,
    keep_former,
    make_plan,
    read_aim,
    require_form,
    write_example,
    write_plan,
    write_template,
)
from drafting.exports.plan_json import plan_to_json
from drafting.exports.update import read_edits
from drafting.exports.update_edits import Merged
from drafting.exports.word_template import fill_template
from drafting.forms.filling import fill_form
from drafting.forms.word_form import write_form
from drafting.profiles.reading import read_profile
from drafting.profiles.sections import Profile
from drafting.projects.folder import ProjectFolder

_ACTIONS = "--profile、--update、--template、--example 或 --project"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a plan is asked for with."""

    profile: Path | None
    target: str | None
    also: tuple[str, ...]
    generator: str
    update: Path | None
    project: ProjectFolder | None


def plan(
    profile: Annotated[Path | None, typer.Option("--profile", help="企业档案：.yaml、.json 或填好的 .xlsx")] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="文件[:等级][/类型]", help="如 zj-graded:smart-factory")
    ] = None,
    document: Annotated[str | None, typer.Option("--document", help="与 --tier、--track 一起，等同于 --target")] = None,
    tier: Annotated[str | None, typer.Option("--tier", help="等级的代码或名称")] = None,
    track: Annotated[str | None, typer.Option("--track", help="类型、模式或项目类型，用文中的名称")] = None,
    also: Annotated[list[str] | None, typer.Option("--also", help="同时服务的其他目标，可多次给出")] = None,
    generator: Annotated[
        str, typer.Option("--generator", help="写叙述的模型：none、bundled、gguf:路径 或 openai:地址")
    ] = "none",
    target_file: Annotated[Path | None, typer.Option("--out", help="写成 .docx、.xlsx、.md 或 .json")] = None,
    into: Annotated[Path | None, typer.Option("--into", help="填入给定的 Word 模板（占位符见文档）")] = None,
    update: Annotated[Path | None, typer.Option("--update", help="读回改过的计划工作簿，改动都保留")] = None,
    template: Annotated[Path | None, typer.Option("--template", help="写出空白档案（.yaml 或 .xlsx）")] = None,
    example: Annotated[str | None, typer.Option("--example", help="写出示例档案：discrete 或 process（虚构）")] = None,
    project: Annotated[Path | None, typer.Option("--project", help="客户的项目文件夹：档案、证据、改动和导出")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """逐条举证计划：按企业档案判断每条要求，列出证据、缺口、行动和叙述；也写档案模板和示例。"""
    named = _target(target, document, tier, track)
    if template or example:
        return _give(template, example, target_file, named, tuple(also or ()), data)
    folder = ProjectFolder(project) if project else None
    if not (profile or update or folder):
        raise typer.BadParameter(f"给出 {_ACTIONS} 之一。")
    _require_out(target_file, into)
    workspace = open_workspace(data, generator=generator)
    wish = _Wish(profile, named, tuple(also or ()), generator, update, folder)
    made, facts, whole = _made(workspace, wish)
    _hand_over(made, facts, target_file, into, folder)
    if as_json:
        print_json(plan_to_json(made.plan))
    else:
        out().print(plan_report(made.plan, lang))
    return 0 if whole else PARTLY


def _target(target: str | None, document: str | None, tier: str | None, track: str | None) -> str | None:
    if target and (document or tier or track):
        raise typer.BadParameter("--target 与 --document、--tier、--track 只用一种。")
    if document is None and (tier or track):
        raise typer.BadParameter("--tier、--track 要和 --document 一起用。")
    if document is None:
        return target
    return document + (f":{tier}" if tier else "") + (f"/{track}" if track else "")


def _give(
    template: Path | None,
    example: str | None,
    target_file: Path | None,
    target: str | None,
    also: Sequence[str],
    data: Path | None,
) -> int:
    if template and example:
        raise typer.BadParameter("--template 与 --example 只用一种。")
    if example and not target_file:
        raise typer.BadParameter("--example 要用 --out 指定写到哪里。")
    workspace = open_workspace(data)
    aim = read_aim(workspace, target, also) if target else Aim(highest(workspace))
    asked = asked_of(workspace, (aim.target, *aim.others))
    if template:
        write_template(asked, template)
        out().print(f"已写入 {template}：{len(asked)} 个问题（{aim.target.name} 及其下级）", markup=False)
    elif example and target_file:
        write_example(example, asked, target_file)
        out().print(f"已写入 {target_file}（虚构示例）", markup=False)
    return 0


def _made(workspace: Workspace, wish: _Wish) -> tuple[Merged, Profile, bool]:
    kept = wish.update or _kept(wish.project)
    edits = read_edits(kept) if kept else None
    facts = _facts(wish, edits.profile if edits else None)
    written, named = wish.target or (edits.target if edits else None), wish.also or (edits.also if edits else ())
    if written is None:
        raise typer.BadParameter("用 --target 指定目标，如 zj-graded:smart-factory。")
    aim = read_aim(workspace, written, named)
    plan, whole = make_plan(workspace, facts, aim, wish.generator)
    made = Merged.untouched(plan)
    if edits and (wish.update or edits.target == plan.target):
        made = edited(workspace, edits, plan, facts)
        for one in made.conflicts:
            note(f"冲突：{one.what}")
    if wish.project:
        found = wish.project.check_evidence(facts)
        made = replace(made, plan=replace(made.plan, conflicts=(*made.plan.conflicts, *found)))
        if wish.update:
            wish.project.keep_edits(wish.update)
    return made, facts, whole


def _require_out(target: Path | None, into: Path | None) -> None:
    """Refuse what cannot be written before any work is done."""
    if into and not target:
        raise typer.BadParameter("--into 要用 --out 指定写到哪里。")
    if into and target and target.suffix.lower() != ".docx":
        raise typer.BadParameter(f"--into 填出来的是 Word 文件：--out 要以 .docx 结尾，不是「{target.name}」。")
    if target and not into:
        require_form(target)


def _given(profile: Path, folder: ProjectFolder | None) -> Profile:
    """A profile that is named; a project keeps it, so that the next run finds it there."""
    facts = read_profile(profile)
    if folder and (kept := folder.keep_profile(profile)):
        note(f"档案已放进项目文件夹：{kept}")
    return facts


def _kept(folder: ProjectFolder | None) -> Path | None:
    return folder.edits if folder and folder.edits.is_file() else None


def _facts(wish: _Wish, kept: Profile | None) -> Profile:
    if wish.profile:
        return _given(wish.profile, wish.project)
    if wish.project and (wish.update is None or wish.project.has_profile):
        return read_profile(wish.project.profile)
    if kept is None:
        raise typer.BadParameter("用 --profile 指定企业档案。")
    return kept


def _hand_over(
    made: Merged, facts: Profile, target: Path | None, into: Path | None, folder: ProjectFolder | None
) -> None:
    target = _placed(target, folder) if target else None
    if into and target:
        fill_template(made.plan, into, target)
    elif target:
        if former := keep_former(target):
            note(f"原来的 {target.name} 留在 {former}")
        write_plan(made, facts, target)
    if target:
        note(f"已写入 {target}")


def _placed(target: Path, folder: ProjectFolder | None) -> Path:
    """A bare file name goes into the project's exports, where there is a project."""
    return folder.export(target.name) if folder and len(target.parts) == 1 else target


def form(
    document: Annotated[str, typer.Option("--document", help="表格所在的文件，如 pujiang-plan")],
    annex: Annotated[str, typer.Option("--annex", help="附件编号，如 1")],
    target_file: Annotated[Path, typer.Option("--out", help="写成 .docx")],
    profile: Annotated[Path | None, typer.Option("--profile", help="企业档案")] = None,
    track: Annotated[str | None, typer.Option("--track", help="项目类型，用文中的名称；默认按申报项目的类型")] = None,
    project: Annotated[Path | None, typer.Option("--project", help="客户的项目文件夹")] = None,
    data: DataOption = None,
) -> int:
    """按企业档案填写文件所附的表格（Word 草稿）：缺的标出，签字、盖章和日期留空。"""
    if target_file.suffix.lower() != ".docx":
        raise typer.BadParameter("--out 要以 .docx 结尾。")
    folder = ProjectFolder(project) if project else None
    if profile:
        facts = _given(profile, folder)
    elif folder:
        facts = read_profile(folder.profile)
    else:
        raise typer.BadParameter("给出 --profile 或 --project。")
    filled = fill_form(document, annex, facts, open_workspace(data).shelf, track=track)
    target = _placed(target_file, folder)
    write_form(filled, target)
    out().print(f"已写入 {target}：{filled.title}，还缺 {len(filled.missing)} 处", markup=False)
    return 0


COMMANDS: dict[str, Callable[..., Any]] = {"plan": plan, "form": form}
