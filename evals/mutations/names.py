"""Spoilt names: of systems, technologies, tiers, documents and of those who act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.force import governing
from drafting.checks.alignment import normalise
from evals.mutations.original import Original, Spoilt, Vocabulary, pick, replaced

_ACTOR = re.compile(
    r"县经济商务局|县财政局|县政府|县长办公会议|专家评审组|省经信厅|咨询诊断服务机构|第三方机构|金融机构|龙头企业|中小企业"
    r"|项目实施主体|实施项目企业|供应商|制造商|客户|用户|上下游企业|企业(?![大级间内家级集基运经战数主信生组])"
)
"""Those who act in the texts. 企业 inside a longer name (企业大脑, 企业级) is nobody."""
_TITLE = re.compile(r"《([^》]+)》")
_ACTORS = ("县财政局", "省经信厅", "专家评审组", "供应商", "客户", "金融机构", "第三方机构", "行业协会", "县人民政府")


def system(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """Another system for each; left out where a cited clause names that one too, since then the list holds both."""
    yield from _renamed(original, vocabulary, "systems")


def technology(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """Another technology for each; left out as for systems."""
    yield from _renamed(original, vocabulary, "technologies")


def _renamed(original: Original, vocabulary: Vocabulary, scheme: str) -> Iterator[Spoilt]:
    known = original.known
    stated = {mention.code for mention in vocabulary.linker.mentions(known, colloquial=False)}
    for mention in vocabulary.linker.mentions(original.text, colloquial=False):
        if mention.scheme != scheme:
            continue
        alike = [
            name
            for name, code in vocabulary.names[scheme]
            if code not in stated
            and name.isascii() == mention.surface.isascii()
            and " " not in name
            and normalise(name) not in known
        ]
        other = pick(alike, f"{original.text}{mention.start}")
        if other is not None:
            yield Spoilt(replaced(original.text, mention.start, mention.end, other), original.cited)


def tier(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """Another tier for each that is named outside a title, and another tier claimed for a clause of one tier.

    Left out where another cited clause is of that tier, since then it may be spoken of, and where the sentence is
    nothing but the name (a table's head): that states nothing.
    """
    if original.text in vocabulary.tiers:
        return
    own = {clause.tier_label for clause in original.cited}
    names = sorted(vocabulary.tiers, key=len, reverse=True)
    titles = [found.span() for found in re.finditer("《[^》]+》|“未来工厂”|" + "|".join(vocabulary.titles.values()),
                                                    original.text)]  # fmt: skip
    for found in re.finditer("|".join(names), original.text):
        inside = any(start <= found.start() < end for start, end in titles)
        other = pick([name for name in vocabulary.tiers if name != found.group() and name not in own], original.text)
        if not inside and other is not None:
            yield Spoilt(replaced(original.text, *found.span(), other), original.cited)
    if own != {None} and original.text[:1] in "应宜" and governing(original.text)[:1]:
        for name in vocabulary.tiers:
            if name not in own and normalise(name) not in original.known:
                yield Spoilt(name + original.text, original.cited)


def document(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """Another document for each that is named, and another document claimed as the place of the sentence."""
    own = {clause.document for clause in original.cited}
    others = [title for name, title in vocabulary.titles.items() if name not in own]
    others = [title for title in others if normalise(title) not in original.known]
    other = pick(others, original.text)
    if other is None:
        return
    for found in _TITLE.finditer(original.text):
        yield Spoilt(replaced(original.text, found.start(1), found.end(1), other), original.cited)
    yield Spoilt(f"《{other}》规定：{original.text}", original.cited)


def subject(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another one who acts or is acted on; left out where the clause speaks of that one too."""
    for found in _ACTOR.finditer(original.text):
        other = pick([name for name in _ACTORS if name not in original.known], f"{original.text}{found.start()}")
        if other is not None:
            yield Spoilt(replaced(original.text, *found.span(), other), original.cited)
