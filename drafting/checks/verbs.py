"""An act must be done to what the clause does it to: no verb may come from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.fragments import ACT
from drafting.checks.view import Phrase, View, governing_words

_BINDS = re.compile(r".*[应宜可]")
_BY_MEANS = re.compile(r"(?:基于|通过|利用|运用|面向|根据|依据|依托|结合|针对|围绕|按照|借助)$")
_GOES_ON = re.compile(r"(?:、|以及|(?<!温)和|(?<!普)及|(?<!参)与|或)$")


def check(view: View) -> Iterator[str]:
    """Name each verb that the clause does not put before the words that the phrase puts it before.

    A verb that stands in the clause, but behind those words or nowhere near them, is in none of the aligned runs.
    """
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        for verb in ACT.finditer(phrase.text):
            acts = len(verb.group()) > 1
            if acts and not _taken(phrase, verb.span()) and not _in_headings(view, phrase.text, verb.span()):
                yield f"条文中“{verb.group()}”的不是此事：{phrase.text}"
        if (missing := _missing(phrase, view.texts[phrase.source])) is not None:
            yield f"漏了“{missing}”前的动词：{phrase.text}"


def _missing(phrase: Phrase, source: str) -> str | None:
    """The first words that a phrase takes, where they go on a list or were only a means: what is done is not said.

    >>> from drafting.checks.alignment import align
    >>> clause = "应实现信息的流转,以及生产过程的展示"
    >>> _missing(Phrase("应生产过程的展示", 0, "shall", 0, align("应生产过程的展示", clause)), clause)
    '生产过程的展示'
    """
    bare = [run for run in phrase.runs if not governing_words(phrase.text[run.phrase_at : run.phrase_end])]
    if not bare:
        return None
    first, prefix = bare[0], phrase.text[: bare[0].phrase_at]
    before, acts = source[: first.clause_at], ACT.match(source, first.clause_at)
    bound = _BINDS.fullmatch(prefix) is not None
    goes_on = bound and _GOES_ON.search(before)
    by_means = (bound or not prefix) and _BY_MEANS.search(before) and not acts
    return phrase.text[first.phrase_at : first.phrase_end] if goes_on or by_means else None


def _taken(phrase: Phrase, span: tuple[int, int]) -> bool:
    return any(run.phrase_at <= span[0] and span[1] <= run.phrase_end for run in phrase.runs)


def _in_headings(view: View, text: str, span: tuple[int, int]) -> bool:
    """Whether the verb and a neighbour stand in a heading or in words that the caller vouches for."""
    start, end = span
    around = (text[start - 1 : end] if start else "", text[start : end + 1])
    return any(len(part) > end - start and part in view.headings for part in around)
