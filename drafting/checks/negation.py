"""Negations, and verbs that turn their object round (避免, 降低), must be neither added nor dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.omissions import omitted
from drafting.checks.view import Phrase, View

_NEGATION = re.compile(
    r"不(?!断|同|仅|只|但|等|限于|良|锈|低于|少于|小于|短于|超过|高于|多于|大于|晚于)|无(?!人|线|纸|缝|害|尘|形|论|锡|偿)"
    r"|未(?!来|知)|没有|勿|非(?!常|标|结构|线性|遗|金属)|禁止|严禁|杜绝|避免|防止|防范|消除|抵御|降低|减少|缩短|缩减"
)

_SAYING = re.compile(r"([\u4e00-\u9fff])[\u4e00-\u9fff]不\1[\u4e00-\u9fff]")


def check(view: View) -> Iterator[str]:
    """Name each negating word that stands in the sentence or before the words it takes, but not in both."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        source = view.texts[phrase.source]
        for word in _added(phrase, view):
            yield f"条文没有“{word}”：{phrase.text}"
        for found in omitted(_NEGATION, phrase, source):
            if not _in_idiom(source, found.start(), phrase):
                yield f"漏了条文的“{found.group()}”：{phrase.text}"


def _in_idiom(source: str, at: int, phrase: Phrase) -> bool:
    """Whether a 不 stands in a saying (就高不就低) that the phrase leaves out whole: it negates nothing outside."""
    saying = next((one.span() for one in _SAYING.finditer(source) if one.start() < at < one.end()), None)
    return saying is not None and not any(
        run.clause_at < saying[1] and saying[0] < run.clause_end for run in phrase.runs
    )


def _added(phrase: Phrase, view: View) -> Iterator[str]:
    for found in _NEGATION.finditer(phrase.text):
        taken = any(run.phrase_at <= found.start() < run.phrase_end for run in phrase.runs)
        if not taken and phrase.text[max(0, found.start() - 1) : found.end() + 1] not in view.headings:
            yield found.group()
