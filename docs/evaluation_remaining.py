"""The evaluation page's list of answers that remain wrong: written causes beside what was asked, wanted and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from evaluation_figures import POINTS, STATUSES, PageError, named
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.question import Question, is_sealed, load_questions

SHOWN = 10
_LONGEST = 160


class Remaining(BaseModel):
    """One entry of the file.

    Attributes:
        set: The question set, a development set.
        id: The question.
        cause: Why it is answered wrong, in one sentence.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    set: str
    id: str
    cause: str = Field(min_length=1)


def read_remaining(path: Path) -> tuple[Remaining, ...]:
    """The entries, the worst first.

    Raises:
        PageError: The file cannot be read, or an entry is not of this form or names the sealed set.
    """
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        entries = tuple(Remaining.model_validate(entry) for entry in found)
    except (OSError, yaml.YAMLError) as problem:
        raise PageError(f"{path.name}: cannot be read ({problem}). Write a list of set, id and cause.") from None
    except ValidationError as problem:
        said = problem.errors()[0]
        where = ".".join(str(part) for part in said["loc"])
        raise PageError(f"{path.name}: {where} {said['msg']}. Write set, id and cause.") from None
    if any(is_sealed(entry.set) for entry in entries):
        raise PageError(f"{path.name}: it names a question of the sealed set. Name questions of development sets.")
    return entries


def remaining(entries: Sequence[Remaining], answers: Mapping[str, Any]) -> Iterator[str]:
    """Each entry with its question, what was wanted and what came.

    Raises:
        PageError: An entry names a question that is answered right, or one that there is not.
    """
    wrong = {(name, one["id"]): one for name, figures in answers.items() for one in figures.get("wrong", ())}
    stale = [f"{entry.set} {entry.id}" for entry in entries if (entry.set, entry.id) not in wrong]
    if stale:
        said = ", ".join(stale)
        raise PageError(f"evaluation-remaining.yaml: not answered wrong in these results: {said}. Take them out.")
    counts = "、".join(f"{name} {len(one['wrong'])} 题" for name, one in answers.items() if "wrong" in one)
    yield "## 还有什么不对 What remains wrong"
    yield ""
    worst = f"最不该错的 {min(SHOWN, len(entries))} 题：" if entries else ""
    yield f"开发集上还答错：{counts}（测试集的错题不看）。{worst}"
    yield ""
    for number, entry in enumerate(entries[:SHOWN], 1):
        yield from _entry(number, entry, wrong[(entry.set, entry.id)])


def untold(entries: Sequence[Remaining], answers: Mapping[str, Any]) -> list[str]:
    """Wrong answers without a written cause, as far as there is room for them on the page."""
    told = {(entry.set, entry.id) for entry in entries}
    wrong = [(name, one["id"]) for name, figures in answers.items() for one in figures.get("wrong", ())]
    room = max(0, SHOWN - len(told))
    return [f"{name} {id_}" for name, id_ in wrong if (name, id_) not in told] if room else []


def _entry(number: int, entry: Remaining, came: Mapping[str, Any]) -> Iterator[str]:
    question = next(one for one in load_questions(entry.set).questions if one.id == entry.id)
    points = "、".join(named(POINTS, point) for point in came["points"])
    yield f"{number}. **{_line(question.question)}**（`{entry.set}` `{entry.id}`）"
    yield f"   - 应当：{_wanted(question)}"
    yield f"   - 实际：{named(STATUSES, came['status'])}；{_line(came['answer'])}（不对的：{points}）"
    yield f"   - 原因：{_line(entry.cause)}"
    yield ""


def _wanted(question: Question) -> str:
    said = [STATUSES[question.status]]
    said += [f"说到{'或'.join(f'“{choice}”' for choice in demand.split('|'))}" for demand in question.must]
    said += [f"不说“{forbidden}”" for forbidden in question.must_not]
    if question.anchors and question.status != "refused":
        places = "、".join(f"“{anchor.text}”（{anchor.document}）" for anchor in question.anchors)
        said.append(f"引用{'全部：' if question.cite == 'all' and len(question.anchors) > 1 else ''}{places}")
    if question.result is not None:
        said.append("结果 " + "，".join(f"{key}={value}" for key, value in question.result.items()))
    return _line("；".join(said))


def _line(text: str) -> str:
    """A text on one line, shortened, with nothing in it that Markdown would read as its own."""
    flat = re.sub(r"\s+", " ", re.sub(r"[*_`>#|]", "", text)).strip()
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
