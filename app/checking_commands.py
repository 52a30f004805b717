"""The command that checks a build: provenance, shapes, reasoner, vocabularies, mappings, indexes, ontology."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.checking import Checker, Outcome
from app.console import FAILED, DataOption, JsonOption, LangOption, note, open_workspace, out, print_json
from app.labels import Language
from kg.checks.verdict import Said

_NAMES = {
    "provenance": "出处",
    "shacl": "形状",
    "reasoner": "推理",
    "vocabularies": "词表",
    "mappings": "对应",
    "alignments": "对齐",
    "indexes": "索引",
    "ontology": "本体",
}
_HEADS = (Said("检查", "Check"), Said("结果", "Result"), Said("秒", "Seconds"), Said("详情", "Detail"))
_FOUND = Said("不符之处", "What is wrong")
_NOTED = Said("留意", "Worth knowing")
_GOOD, _BAD = Said("通过", "passed"), Said("不通过", "failed")
_FEW = 3
_MANY = 20


def check(
    fresh: Annotated[bool, typer.Option("--fresh", help="形状与推理也重新检查，不用上次的结果")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """检查已构建的内容：出处、形状（SHACL）、推理、词表、对应、索引、本体。"""
    workspace = open_workspace(data)
    checker = Checker.of(workspace.snapshot, workspace.settings.data, workspace.settings.unattended)
    outcomes = list(checker.run(fresh, lambda name: note(f"{_name(name, lang)} …")))
    ok = all(outcome.check.ok for outcome in outcomes)
    if as_json:
        print_json({"ok": ok, "checks": [_object(outcome, lang) for outcome in outcomes]})
    else:
        out().print(_report(outcomes, lang))
    return 0 if ok else FAILED


def _object(outcome: Outcome, language: Language) -> dict[str, Any]:
    check = outcome.check
    return {
        "name": check.name,
        "ok": check.ok,
        "detail": _detail(outcome, language),
        "findings": [one.in_language(language) for one in check.findings],
        "remarks": [one.in_language(language) for one in check.remarks],
        "figures": dict(check.figures),
        "seconds": outcome.seconds,
        "kept": outcome.kept,
    }


def _detail(outcome: Outcome, language: Language) -> str:
    """What was looked at, and the first things that are wrong."""
    findings = outcome.check.findings
    stop, more = ("。", f"……共 {len(findings)} 处") if language == "zh" else (". ", f" … {len(findings)} in all")
    parts = [outcome.check.detail.in_language(language)]
    if findings:
        first = ("；" if language == "zh" else "; ").join(one.in_language(language) for one in findings[:_FEW])
        parts.append(first + (more if len(findings) > _FEW else ""))
    if outcome.kept:
        parts.append("上次的结果，图没有变" if language == "zh" else "An earlier result: the graph is the same")
    return stop.join(parts)


def _report(outcomes: Sequence[Outcome], language: Language) -> RenderableType:
    table = Table(show_lines=False, header_style="bold")
    for head in _HEADS:
        table.add_column(head.in_language(language), overflow="fold")
    table.columns[2].justify = "right"
    for outcome in outcomes:
        result = _GOOD if outcome.check.ok else _BAD
        style = "green" if outcome.check.ok else "bold red"
        table.add_row(
            _name(outcome.check.name, language),
            Text(result.in_language(language), style=style),
            f"{outcome.seconds:.1f}",
            escape(_detail(outcome, language)),
        )
    wrong = [one for outcome in outcomes for one in outcome.check.findings]
    noted = [one for outcome in outcomes for one in outcome.check.remarks]
    return Group(table, *_listed(_FOUND, wrong, language), *_listed(_NOTED, noted, language))


def _listed(head: Said, sentences: Sequence[Said], language: Language) -> tuple[Text, ...]:
    if not sentences:
        return ()
    lines = [f"· {one.in_language(language)}" for one in sentences[:_MANY]]
    lines += [f"· … {len(sentences)}"] if len(sentences) > _MANY else []
    return (Text("\n".join((f"\n{head.in_language(language)}", *lines))),)


def _name(name: str, language: Language) -> str:
    return _NAMES[name] if language == "zh" else name


COMMANDS: dict[str, Callable[..., Any]] = {"check": check}
