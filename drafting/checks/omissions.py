"""Small words before what a phrase takes, without which it would say something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafting.checks.view import Phrase, View

_ITEM_START = re.compile(r"[,;:。、!?()”’]")
_LIMIT = re.compile(
    r"关键(?!词|字|绩效)|重点|主要|核心(?!竞争力)|部分|必要(?:时)?|优先|有条件|危险|初步|逐步|基本|试点|首(?:批|次|台)|高(?:能耗|风险|危)"
    r"|龙头|链主|头部|规模以上|中小(?:微)?|离散(?:型|行业)|流程(?:型|行业)|大型|原则上|(?:完成|通过|结束|审查|修订)后"
)
_ENCOURAGED = re.compile(r"鼓励(..)")


def check(view: View) -> Iterator[str]:
    """Name each limiting word (关键, 初步, 龙头) that was left out before the words that it limits."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        source = view.texts[phrase.source]
        for word, missing in Counter(found.group() for found in omitted(_LIMIT, phrase, source)).items():
            if missing > _spare(word, phrase):
                yield f"漏了条文的限定“{word}”：{phrase.text}"
        for found in _ENCOURAGED.finditer(phrase.text):
            if f"鼓励{found[1]}" not in source:
                yield f"“鼓励”后漏了条文的对象：{phrase.text}"


def _spare(word: str, phrase: Phrase) -> int:
    """How often a phrase says a word without taking it from the clause in the clause's order."""
    found = re.finditer(re.escape(word), phrase.text)
    return sum(not any(run.phrase_at <= one.start() < run.phrase_end for run in phrase.runs) for one in found)


def omitted(pattern: re.Pattern[str], phrase: Phrase, source: str) -> Iterator[re.Match[str]]:
    """Words of the source that stand before a taken run, in the same item of a list, and are not taken themselves."""
    for found in pattern.finditer(source):
        if any(run.clause_at <= found.start() < run.clause_end for run in phrase.runs):
            continue
        after = next(
            (run for run in phrase.runs if run.clause_at > found.start() and run.clause_end > found.end()), None
        )
        if after is not None and not _ITEM_START.search(source, found.end(), max(found.end(), after.clause_at)):
            yield found
