"""Model tasks as two pure functions: ``render`` makes the prompt, ``parse`` reads what came back.

A task has two prompts. A base model follows no instructions and is shown worked examples in one format, which it goes
on in; they are about tea gardens, so that the verifier sees a leak of them in a draft. A model that has learned the
tasks needs none: its prompt is the task's name and the values alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal
from unicodedata import category

from corpus.force import governing
from drafting.checks.fragments import unfinished

Task = Literal["gist", "narrative", "difference", "title", "rewrite"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a task's drafts must keep to.

    Attributes:
        stop: What ends a draft.
        max_tokens: The most tokens that the model may write.
        longest: The most characters of a draft; a longer one is cut after a phrase.
        longest_input: The most characters of any value put into the prompt.
        binds: Whether a draft may hold governing words (应, 宜, 可); elsewhere they are the program's to write.
    """

    stop: tuple[str, ...]
    max_tokens: int
    longest: int
    longest_input: int
    binds: bool = False


TASKS: Mapping[Task, Rules] = {
    "gist": Rules(("\n",), max_tokens=56, longest=64, longest_input=240),
    "narrative": Rules(("\n",), max_tokens=180, longest=300, longest_input=240, binds=True),
    "difference": Rules(("\n",), max_tokens=110, longest=180, longest_input=240, binds=True),
    "title": Rules(("\n",), max_tokens=16, longest=16, longest_input=400),
    "rewrite": Rules(("\n",), max_tokens=56, longest=90, longest_input=160),
}
"""``gist``: the predicate of one clause (``predicate``) in fewer words, beginning as ``opening`` does.

``narrative``: what an enterprise does (``how``) with what (``by``) and what came of it (``effect``), as sentences of an
application, with what it must still add (``missing``) marked.

``difference``: what two sides (``left``, ``right``) of one matter (``topic``) ask differently, in two sentences:
governing words (``forces``), numbers (``numbers``) and what one side alone writes (``only_left``, ``only_right``).

``title``: a heading for a few clauses (``clauses``).

``rewrite``: a question (``question``) in the terms of the field, several ways.
"""
VALUES: Mapping[Task, tuple[str, ...]] = {
    "gist": ("lead", "predicate"),
    "narrative": ("by", "how", "effect", "missing"),
    "difference": ("topic", "left", "right", "forces", "numbers", "only_left", "only_right"),
    "title": ("clauses",),
    "rewrite": ("question",),
}
"""The values that a task's prompt and judge take, all written, empty where there is nothing.

A ``gist``'s ``lead`` is code's to write, and its ``opening`` belongs to one try.
"""
PROMPTS: Mapping[bool, str] = {False: "{task}.v1.txt", True: "{task}.adapter.v1.txt"}
"""The prompts' files in ``drafting/prompts``, with worked examples and for a model that has learned the tasks."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt whose beginning is the same for every call of a task.

    Attributes:
        prefix: The worked examples.
        suffix: What this call adds.
        stop: What ends the draft.
        max_tokens: The most tokens that the model may write.
    """

    prefix: str
    suffix: str
    stop: tuple[str, ...]
    max_tokens: int

    @property
    def text(self) -> str:
        """The whole prompt."""
        return self.prefix + self.suffix


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model wrote, without its closing mark."""

    text: str


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """What came back is no draft.

    Attributes:
        reason: Why not.
        raw: What came back.
    """

    reason: str
    raw: str


_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])")
_SLOT = re.compile(r"\{(\w+)\}")
_CLOSING = "。；;，,、 "
_JOINING = re.compile(r"^(?:并且|并|且|以及)")
_REPEATED = re.compile(r"(.{4,}?)\1")
_DECORATION = re.compile(r"^(?:[-*•#>]+(?:\s+|(?![\s\d])))+|\*\*|__|`")
_MARKUP = re.compile(r"[`|{}\[\]\\]|(?<![0-9A-Za-z])[#_]|_(?![0-9A-Za-z])|(?<!\d)\*|\*(?!\d)|[<>](?!=?-?\d)")
"""Markup; but 2#窑, PLC_1, 600*900 and >8 are written in workshops."""
_MEASURE = re.compile("[°℃℉№℡㎎-㏓]")
"""Signs of measure, which are no pictures though they are of their kind."""
_NO_WRITING = frozenset({"So", "Sk", "Cc", "Cf", "Co", "Cs", "Cn"})
"""Kinds of characters that no sentence is written with: pictures, marks of their own, controls."""


def render(task: Task, values: Mapping[str, str], learned: bool = False) -> Prompt:
    """Put values into a task's prompt, each on one line and no longer than the task allows.

    Args:
        task: The task.
        values: Its values by name.
        learned: Whether the model has learned the tasks; its prompt leaves out values that are empty.

    >>> render("gist", {"predicate": "建立数据库，统一数据格式", "opening": ""}).suffix
    '条款：建立数据库，统一数据格式。\\n要点：'
    >>> render("narrative", {"by": "", "how": "每月校准", "effect": "", "missing": "成效"}, learned=True).text
    '〔叙述〕\\n做法：每月校准\\n缺：成效\\n叙述：'
    """
    rules = TASKS[task]
    text = (files("drafting") / "prompts" / PROMPTS[learned].format(task=task)).read_text(encoding="utf-8")
    cut = 0 if learned else text.rindex("\n\n") + 2
    lines = text[cut:].split("\n")
    shown = [line for line in lines[:-1] if not (learned and _empty(line, values))] + lines[-1:]
    suffix = "\n".join(shown)
    if task == "difference":
        values = {**values, **by_side(values)}
    for name, value in values.items():
        suffix = suffix.replace("{" + name + "}", in_one_line(value)[: rules.longest_input])
    return Prompt(text[:cut], suffix, rules.stop, rules.max_tokens)


def in_one_line(value: str) -> str:
    """A value without line breaks, and without the blanks that Chinese is set with; those between Latin words stay.

    >>> in_one_line("采用 OPC UA\\n等 5 种协议")
    '采用OPC UA等5种协议'
    """
    return _BLANK.sub("", _SPACE.sub(" ", value.strip()))


def by_side(values: Mapping[str, str]) -> dict[str, str]:
    """A difference's values as each side's own: what a model is to tell of a side stands together.

    >>> by_side({"forces": "应→无", "numbers": "联网率 未写→不低于60%", "only_left": "", "only_right": "终端"})
    {'left_side': '用“应”；联网率未写', 'right_side': '没有用词；联网率不低于60%；另写终端'}
    """
    told: tuple[list[str], list[str]] = ([], [])
    pairs = [("用", values["forces"])] if values["forces"] else []
    pairs += [tuple(one.rpartition(" ")[::2]) for one in re.split("[；;]", values["numbers"]) if one]
    for measured, change in pairs:
        for side, value in zip(told, change.split("→"), strict=True):
            side.append(("没有用词" if value == "无" else f"用“{value}”") if measured == "用" else f"{measured}{value}")
    for side, own in zip(told, (values["only_left"], values["only_right"]), strict=True):
        side.extend([f"另写{own}"] if own else [])
    return {name: "；".join(side) or "没有另写" for name, side in zip(("left_side", "right_side"), told, strict=True)}


def _empty(line: str, values: Mapping[str, str]) -> bool:
    names = _SLOT.findall(line)
    return bool(names) and not any(values[name] for name in names)


def parse(task: Task, raw: str, opening: str = "", given: str = "") -> Draft | ParseFailure:
    """Read the model's continuation of a prompt that ended in ``opening``.

    Args:
        task: The task.
        raw: What the model wrote.
        opening: What stood there before it, which is part of the draft.
        given: What the draft is a shorter form of. A governing word that stands in it may stand in the draft, and its
            judge compares their force; any other is the program's to write.

    >>> parse("gist", "设备故障的闭环管理。", opening="实现")
    Draft(text='实现设备故障的闭环管理')
    >>> parse("narrative", "2#窑每班上报 8D 17项，炉温 850℃。")
    Draft(text='2#窑每班上报8D 17项，炉温850℃')
    """
    # Larger models like to decorate: 「**实现设备联网**。」, 「- 实现设备联网。」.
    whole = in_one_line(_DECORATION.sub("", raw.strip()))
    if _MARKUP.search(whole) or any(category(one) in _NO_WRITING for one in _MEASURE.sub("", whole)):
        return ParseFailure("the model wrote markup or pictures", raw)
    if not whole.endswith(("。", "】")):
        return ParseFailure("the model did not finish its sentence", raw)
    text = _shortened(_JOINING.sub("", (opening + whole).strip(_CLOSING)), TASKS[task].longest)
    if not text or text == opening.strip(_CLOSING):
        return ParseFailure("the model wrote nothing", raw)
    if len(text) > TASKS[task].longest:
        return ParseFailure("the model wrote too much", raw)
    if not TASKS[task].binds and not _governing_words(text) <= _governing_words(given):
        return ParseFailure("the model wrote a governing word, which is the program's to write", raw)
    if _REPEATED.search(text):
        return ParseFailure("the model repeats itself", raw)
    return Draft(text)


def _governing_words(text: str) -> set[str]:
    return {text[modal.start : modal.end] for modal in governing(text)}


def _shortened(text: str, longest: int) -> str:
    """The first phrases that fit, up to the last that says what is done; the whole text where the first is too long."""
    if len(text) <= longest:
        return text
    kept = text
    while len(kept) > longest or unfinished(kept[_last_comma(kept) + 1 :]):
        if (cut := _last_comma(kept)) <= 0:
            return text if len(kept) > longest else kept
        kept = kept[:cut]
    return kept


def _last_comma(text: str) -> int:
    return max(text.rfind("，"), text.rfind(","))
