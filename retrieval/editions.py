"""Which edition of a document a question means: the latest, unless its words say another or several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.manifest import Meta
from retrieval.comparison_words import compares, without_comparing
from retrieval.frame import QueryFrame
from retrieval.overlap import without

_BOTH = re.compile(
    r"新[旧老]|[旧老]新|(?:两|二|各|几|每|所有|前后)个?(?:版本?|次修订)|修订前后|前后两|哪些(?:变化|改动|调整)|改了|变了|修订了|调整了"
    r"|新(?:版|办法|方案|标准|细则|的)[^，。]{0,6}[比和与跟同][^，。]{0,4}[旧老原]|[旧老原](?:版|办法|方案|标准|细则|的)[^，。]{0,6}[比和与跟同][^，。]{0,4}新"
    r"|\bboth (?:editions|versions)\b|\b(?:what|how) .*\bchanged\b"
)
_OLDER = re.compile(
    r"[旧老](?:的|那|这)?(?:一)?(?:版|办法|方案|标准|文件|规定|细则)|上一版|前一版|原(?:办法|方案|版|文件|规定|细则)|修订前|原来的"
    r"|\b(?:old|older|previous|former) (?:edition|version|one)\b"
)

_MARK = re.compile(r"[（(〔]([^）)〕\d]{2,8})[）)〕]\s*$")
"""What marks an edition at the end of its title: 试行, 征求意见稿."""
_NAMING = re.compile(
    rf"{_BOTH.pattern}|{_OLDER.pattern}|新版?|旧版?|版本?|修订|前后|办法|方案|细则|文件|规定|通知|指引|有?(?:什么|哪些|啥|没有)|吗|呢|的|里|(?:19|20)\d\d年?"
)
"""What names editions and says no topic."""


class Editions:
    """The editions of documents in a library.

    Args:
        documents: The documents' facts, each with the ids of the editions before and after it.
    """

    def __init__(self, documents: Iterable[Meta]) -> None:
        metas = {meta.id: meta for meta in documents}
        after = {meta.id: other for meta in metas.values() if (other := _after(meta, metas)) is not None}
        followed = {other.id for other in after.values()}
        self._chain: dict[str, tuple[Meta, ...]] = {}
        for meta in metas.values():
            if meta.id not in followed:
                chain = _from(meta, after)
                self._chain.update(dict.fromkeys((one.id for one in chain), chain))

    def chosen(self, named: Sequence[str], text: str) -> tuple[str, ...]:
        """The documents meant by names that all editions of a document share.

        Args:
            named: Ids of the documents whose names a question holds.
            text: The question.

        Returns:
            The ids with one edition of each document: that of a year in the words, the one before the last where they
            say an older one, all where they ask of several; else the latest.
        """
        found: dict[str, None] = {}
        for identifier in named:
            chain = self._chain.get(identifier, ())
            if len(chain) < 2:
                found[identifier] = None
                continue
            found.update(dict.fromkeys(_of_chain(chain, text)))
        return tuple(found)

    def beside(self, frame: QueryFrame, tiers: Mapping[str, Collection[str]], names: Iterable[str] = ()) -> QueryFrame:
        """The frame of a question about several editions of one document, which sets them beside each other.

        Args:
            frame: The question.
            tiers: The codes of each document's tiers.
            names: What the tiers named are called.
        """
        chains = {self._chain.get(one, ()) for one in frame.documents}
        if len(frame.documents) < 2 or len(chains) != 1 or frame.sides:
            return frame
        asked = frame.compares or compares(frame.text) or "differ"
        one = frame.tiers[0] if len(frame.tiers) == 1 else None
        each = [f"{document}:{one}" if one in tiers.get(document, ()) else document for document in frame.documents]
        topic = _NAMING.sub(" ", without_comparing(without(frame.about, names)))
        return replace(frame, intent="comparison", compares=asked, sides=tuple(each), compared=" ".join(topic.split()))

    def settled(self, frame: QueryFrame) -> bool:
        """Whether a question that is about one document names an edition of it, or several."""
        chains = {self._chain.get(one, ()) for one in frame.documents}
        if len(chains) != 1 or not frame.documents_named:
            return False
        chain = next(iter(chains))
        return len(chain) > 1 and (frame.documents != (chain[-1].id,) or bool(_dated(chain, frame.text)))

    @property
    def replaced(self) -> frozenset[str]:
        """The ids of the editions that a later one has replaced."""
        return frozenset(one.id for chain in self._chain.values() for one in chain[:-1])


def _of_chain(chain: Sequence[Meta], text: str) -> tuple[str, ...]:
    exact = [one.id for one in chain if "@" in one.id and one.id in text]
    dated = _dated(chain, text)
    marked = [one.id for one in chain if any(mark in text for mark in _MARK.findall(one.title))]
    if exact or dated or marked:
        return tuple(exact or dated or marked)
    if _BOTH.search(text):
        return (chain[-2].id, chain[-1].id)
    return (chain[-2].id,) if _OLDER.search(text) else (chain[-1].id,)


def _dated(chain: Sequence[Meta], text: str) -> list[str]:
    """The editions of the years in the words."""
    return [one.id for one in chain if one.year and re.search(rf"(?<!\d){one.year}(?!\d)", text)]


def _after(meta: Meta, metas: Mapping[str, Meta]) -> Meta | None:
    """The edition that follows a document: the next under its id, or one of its title that says it repeals it."""
    if meta.later is not None and meta.later in metas:
        return metas[meta.later]
    other = metas.get(meta.repealed_by or "")
    return other if other is not None and other.former is None and _stem(other) == _stem(meta) else None


def _stem(meta: Meta) -> str:
    """A title without what tells one edition from another: brackets, 试行, a year."""
    return re.sub(r"[（(〔].*?[）)〕]|试行|暂行|(?:19|20)\d\d年?(?:版|度)?", "", meta.title)


def _from(first: Meta, after: Mapping[str, Meta]) -> tuple[Meta, ...]:
    """A document's editions from its first on."""
    chain = [first]
    while (later := after.get(chain[-1].id)) is not None and later not in chain:
        chain.append(later)
    return tuple(chain)
