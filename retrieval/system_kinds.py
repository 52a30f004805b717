"""Questions for any system of a kind: 哪些设计类系统, 用到什么控制系统, any design system.

The texts use some of these words in passing (控制系统, 生产系统), so a plain one counts only where the question asks
for systems of that kind; a wording with 类 asks for them wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.linking import Linker, fold
from ontology.vocabulary import Concept, Scheme
from retrieval.naming import blanked, within

_JOINED = re.compile(r"类(?=(?:以及|[和与及或、/])[一-鿿]{1,8}类(?:系统|软件))")
"""设计类和生产类系统: the first of the two wordings lacks its noun."""
_ASKING = r"哪些|哪几[个种类套]?|哪[个种类]|什么样的|什么|何种|几[个种类套]|多少[个种类套]?"
_ASKED_BEFORE = re.compile(rf"(?:{_ASKING})(?:的)?$")
_ANY_BEFORE = re.compile(r"(?:任何|任意|任一|某)[个种类]?(?:的)?$|(?:各[个种类]?|所有|全部|一切)(?:的)?$")
_ASKED_AFTER = re.compile(
    r"^(?:都|总共|一共|共|还)?(?:有|包括|包含|要求|需要|要用|要|用)?"
    r"(?:哪些|哪几|几[个种类套]|多少|什么)(?!意思|区别|不同|差别|变化|要求|规定|条款|内容)"
)
_ENDS_ASKING = re.compile(r"(?:哪些|哪几[个种类套]?|什么)(?:系统|软件)?[?？。！!\s]*$")
_BEGINS = re.compile(r"(?:^|[的，,。；;：:、\s]|工厂|车间|要求|需要|用到|涉及|方案|导则|文件|[里中上面])$")
_CLAUSES = re.compile(r"(?:哪些|哪几|几|多少)[条个项]?(?:条款|要求|规定|内容|地方|等级|级别|文件|条)")
_VERB_BEFORE = re.compile(
    r"(?:要求|需要|用到|涉及|提到|提及|点名|关于|有关|使用|采用|应用|建设|部署|配备|配置|[需要用讲说写])"
    r"(?:[到了过有建上]|使用|采用)?$"
)
_ENGLISH_BEFORE = re.compile(
    r"(?:^|\b(?:any|which|what|all|each|every|an?|the|some|of|for|or|and|other|about|with|are"
    r"|(?:need|use|require|name|mention|list|involve)s?|how many))\s*$"
)
_ENGLISH_ASKED = re.compile(r"\b(?:which|what|how many)(?: (?:kinds?|types?) of)?\s*$")
_ENGLISH_CLAUSES = re.compile(r"\b(?:requirements?|clauses?|provisions?|tiers?|levels?|documents?)\b")


@dataclass(frozen=True, slots=True)
class AskedKinds:
    """The kinds of systems that a question asks for.

    Attributes:
        kinds: Their codes, in the order of the question.
        systems: The codes of all systems of these kinds.
        lists: Whether it asks which systems there are, rather than for the clauses that name any.
        rest: The question without the kinds' names.
    """

    kinds: tuple[str, ...]
    systems: tuple[str, ...]
    lists: bool
    rest: str


@dataclass(frozen=True, slots=True)
class _Found:
    kinds: tuple[str, ...]
    start: int
    end: int


class SystemKinds:
    """Finds kinds of systems in questions.

    Args:
        systems: The vocabulary of systems with its kinds.
        names: Finds the single systems and technologies, whose names may end in a kind's (集散控制系统).
    """

    def __init__(self, systems: Scheme, names: Linker) -> None:
        self._systems = systems
        self._names = names
        owners: dict[str, list[str]] = {}
        for code, kind in systems.kinds.items():
            for name in _wordings(kind):
                owners.setdefault(name, []).append(code)
        self._owners = {name: tuple(codes) for name, codes in owners.items()}
        longest_first = sorted(owners, key=lambda name: -len(name))
        chinese = "|".join(re.escape(name) for name in longest_first if not name.isascii())
        english = "|".join(re.escape(name) for name in longest_first if name.isascii())
        self._wording = re.compile(rf"{chinese}|\b(?:{english})(?=s?\b)") if owners else None

    def read(self, text: str) -> AskedKinds:
        """The kinds that a normalised question asks for; none where it only uses such a word."""
        text = _JOINED.sub("类系统", text)
        named = self._names.mentions(text)
        found = [
            one for one in self._mentions(text) if not any(within(one, other) for other in named) and _asked(text, one)
        ]
        kinds = tuple(dict.fromkeys(code for one in found for code in one.kinds))
        wanted = {code for kind in kinds for code in self._systems.members(kind)}
        return AskedKinds(
            kinds=kinds,
            systems=tuple(code for code in self._systems.concepts if code in wanted),
            lists=any(_lists(text, one) for one in found),
            rest=blanked(text, found),
        )

    def notes(self, asked: AskedKinds) -> tuple[str, ...]:
        """What each kind was taken to mean, for the person who asked."""
        members = ((self._systems.kinds[code].zh, self._systems.members(code)) for code in asked.kinds)
        return tuple(f"“{name}”指其中任何一个：{'、'.join(codes)}。" for name, codes in members)

    def _mentions(self, text: str) -> Iterator[_Found]:
        if self._wording is not None:
            for hit in self._wording.finditer(text):
                yield _Found(self._owners[hit.group()], hit.start(), hit.end())


def _wordings(kind: Concept) -> Iterator[str]:
    """What a kind is called; its code is no word of a question."""
    for name in (kind.zh, kind.en, *kind.alternatives, *kind.hidden):
        folded = fold(name)
        yield folded.removesuffix("s") if folded.isascii() else folded


def _asked(text: str, found: _Found) -> bool:
    before, after, name = text[: found.start], text[found.end :], text[found.start : found.end]
    if name.isascii():
        return _ENGLISH_BEFORE.search(before) is not None
    if "类" in name or _ASKED_BEFORE.search(before) or _ANY_BEFORE.search(before):
        return True
    if _ASKED_AFTER.search(after) and _BEGINS.search(before):
        return True
    return _CLAUSES.search(text) is not None and _VERB_BEFORE.search(before) is not None


def _lists(text: str, found: _Found) -> bool:
    before, after = text[: found.start], text[found.end :]
    if text[found.start : found.end].isascii():
        return _ENGLISH_ASKED.search(before) is not None
    if _ASKED_BEFORE.search(before):
        return True
    return _CLAUSES.search(text) is None and bool(_ASKED_AFTER.search(after) or _ENDS_ASKING.search(after))
