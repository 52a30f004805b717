"""The words of a comparison's question that say what it is about: which of them the texts have, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs

_ASKING = re.compile(
    r"哪[一两三四五六七八九十几数个些种类级档里儿份项条]*|多少|[几数](?=[个条项种类级档家])|分别|一共|全部|所有|各自|各个?"
    r"|定义|概念|解释|下的|门槛|请问|麻烦|帮我|告诉|列出来?|说说|讲讲|什么|啥|怎么|怎样|如何|为什么|有没有|有无|是不是|是否|能不能|要不要|还?算不?算?数?|作数|还是|必须|需要|应该|可以|强制"
    r"|(?:这|那)(?:一)?(?:个|些|块|条|句|件事|项|点|套|段|种|方面|类)?|一?[块列行格栏]|方面|地方|层面|内容|条款|文件|文本|标准|方案|要求|规定|程度|目标|手段|写法|说法|提法|口气|字面上?"
    r"|做到|升级?到?为?|晋级|迈向?|到底|鼓励|使用|采用|应用|进行|实现|用|其中|里面|关于|对于|针对|建设|认定|企业|我们|已经|想往|开始|之间|相关|具体|主要|[“”\"'「」]"
    r"|[的了吗呢吧啊呀嘛么是有得就都也还才会和与及跟或在对于把被给让去来以由从比它其他们咱您你我不没请只仅又再好搭扫贴讲说写提往走过里上下中]"
)
_LATIN_ASKING = re.compile(
    r"\b(?:what|which|who|when|where|how|many|much|is|are|was|were|the|a|an|of|in|for|to|do|does|by|and|or|any|all|list|name"
    r"|tell|me|about|there|have|has|must|should|shall|need|required?s?|requirements?|clauses?|documents?|text|on|with|between|from"
    r"|as|at|it|its|their|than|ask|asks|demands?|edition|version|say|says|each|s|one|put|least|into)\b"
)
_RUN = re.compile(r"[一-鿿]+|[a-z0-9][a-z0-9./+-]*")
_SHORTEST = 2
_SURELY = 4
"""Characters from which part of what is asked is a word of its own."""
_LONG = 3
_KNOWN = 0.4
"""The share of a question's pairs that the texts must have for them to say what it is about."""
_RARE = 3
"""A word of two characters that more clauses have is no word to search by (系统, 数据)."""


@dataclass(frozen=True, slots=True)
class AskedWords:
    """Words of a question.

    Attributes:
        pairs: Pairs of adjoining characters and Latin words that some clause has.
        whole: The longest stretches that stand in a clause, longest first.
        said: All pairs that the question has beside its sides.
        says_something: Whether the question says anything beside its sides.
        taken: The same in the question's own words, without those that ask.
    """

    pairs: frozenset[str]
    whole: tuple[str, ...]
    said: frozenset[str]
    says_something: bool
    taken: str = ""


def asked_words(
    frame: QueryFrame, clauses: Sequence[Clause], capabilities: Scheme, *, plain: bool = False
) -> AskedWords:
    """What a question says beside its sides, in words that the clauses have.

    Args:
        frame: The question; its ``compared`` words are read.
        clauses: The clauses of both sides.
        capabilities: The vocabulary; the name of a capability that the question was taken to mean is no word beside it.
        plain: Whether the words are read as they stand, those that mean a capability too.
    """
    left = _LATIN_ASKING.sub(" ", frame.compared)
    names = [
        name.lower()
        for code in (*frame.subdomains, *frame.domains, *frame.elements)
        for name in (_names(code, capabilities) if not plain else ())
    ]
    for name in sorted(names, key=len, reverse=True):
        left = left.replace(name, " ")
    said = _ASKING.sub(" ", left)
    named = frame.names_capability or frame.names_object
    texts = [spoken(clause).lower() for clause in clauses]
    every = "\n".join(texts)
    asked = pairs(said)
    known = frozenset(one for one in asked if one in every)
    enough = len(known) >= _KNOWN * len(asked) and (len(known) >= _SHORTEST or not named)
    whole = tuple(one for one in _stretches(frame.compared.lower(), every) if _tells(one, texts))
    taken = "、".join(run for run in _RUN.findall(said) if len(run) >= _SHORTEST)
    return AskedWords(known if enough else frozenset(), whole, asked, named or bool(asked), taken)


def spoken(clause: Clause) -> str:
    """A clause's words with the names that it stands under."""
    return " ".join(filter(None, (clause.subdomain, clause.element, clause.label, clause.plain)))


def _names(code: str, capabilities: Scheme) -> Iterable[str]:
    concept = capabilities.concepts[code]
    return (*concept.names, *concept.hidden)


def _tells(word: str, texts: Sequence[str]) -> bool:
    """Whether a stretch is word enough to search by."""
    return len(word) >= _LONG or word.isascii() or sum(word in text for text in texts) <= _RARE


def _stretches(said: str, every: str) -> list[str]:
    """The longest stretches of a question that stand in the texts as words of their own, longest first."""
    found: dict[str, None] = {}
    for run in _RUN.findall(_LATIN_ASKING.sub(" ", said)):
        at = 0
        while at < len(run):
            end = next((end for end in range(len(run), at + _SHORTEST - 1, -1) if run[at:end] in every), at)
            if (word := _word(run, at, end)) is not None and word in every:
                found[word] = None
            at = max(end, at + 1)
    return sorted(found, key=len, reverse=True)


def _word(run: str, start: int, end: int) -> str | None:
    """A stretch of a run without the asking at its ends; None where it is no word, or only a part of one."""
    while opening := _ASKING.match(run, start, end):
        start = opening.end()
    tails = [hit for hit in _ASKING.finditer(run, start, end) if hit.end() == end]
    end = tails[0].start() if tails else end
    if end - start < _SHORTEST or run[start:end].isdigit():
        return None
    before = start == 0 or any(hit.end() == start for hit in _ASKING.finditer(run[:start]))
    after = end == len(run) or _ASKING.match(run, end) is not None
    whole = before and after
    return run[start:end] if whole or (not run.isascii() and end - start >= _SURELY) else None
