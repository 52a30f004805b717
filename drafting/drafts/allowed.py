"""The words that a draft may be written with, for a model that can be held to them."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.drafts import difference, narrative, title
from drafting.prompting import Task

_JOINS: Mapping[Task, str] = {
    "gist": "并|和|等|的|进行",
    "narrative": f"{narrative.JOINING_WORDS}|，|。|、|。【需企业补充：|】【需企业补充：|】",
    "difference": f"{difference.JOINING_WORDS}|“应”|“宜”|“可”|“鼓励”",
    "title": f"{title.JOINING_WORDS}|与|和|及|的",
}
_SIGNS = "，\n。\n、\n；"


def allowed(task: Task, values: Mapping[str, str]) -> str | None:
    """What a task's draft may be made of: its values and the words that join them, one a line.

    Returns:
        The words, or None where any word may be needed: the field's terms stand in no question.

    >>> allowed("title", {"clauses": "设备点检；保养"})
    '设备点检；保养\\n管理\\n要求\\n建设\\n检查\\n控制\\n检验\\n审核\\n规范\\n与\\n和\\n及\\n的\\n，\\n。\\n、\\n；'
    """
    if task == "rewrite":
        return None
    given = [value for name, value in values.items() if name not in ("lead", "opening") and value]
    like = narrative.like("\n".join(given)) if task == "narrative" else ()
    return "\n".join([*given, *_JOINS[task].split("|"), *like, _SIGNS])
