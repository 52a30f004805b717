"""The words that the tokeniser may cut: common Chinese words, those of the corpus, and the domain's terms.

jieba's full dictionary takes 0.6 s and about 100 MB in each process. Words that are rare in general Chinese and absent
from the corpus can never match a clause, so a build keeps the rest (a few tens of thousands) beside its indexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files

from ontology.vocabulary import Scheme

COMMON_FREQUENCY = 200
LONGEST_WORD = 8
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def general_words() -> dict[str, int]:
    """Read the word list that jieba carries: word and frequency in general Chinese.

    Source: ``dict.txt`` of jieba (MIT licence).
    """
    words: dict[str, int] = {}
    listing = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    for line in listing.splitlines():
        word, frequency, *_ = line.split(" ")
        words[word] = int(frequency)
    return words


def words_for(texts: Iterable[str], general: Mapping[str, int] | None = None) -> dict[str, int]:
    """Choose the words worth keeping for these texts.

    Args:
        texts: The corpus, normalised.
        general: Words with their frequency; jieba's own list unless given.

    Returns:
        Word to frequency, for the words that are common or occur in a text.
    """
    known = general_words() if general is None else general
    present = _stretches(texts)
    return {word: count for word, count in known.items() if count >= COMMON_FREQUENCY or word in present}


def vocabulary_terms(schemes: Iterable[Scheme]) -> list[str]:
    """Every name and wording of the vocabularies: the domain's own words."""
    return [
        name for scheme in schemes for concept in scheme.concepts.values() for name in (*concept.names, *concept.hidden)
    ]


def _stretches(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        for run in _HAN_RUN.findall(text):
            for start in range(len(run)):
                for end in range(start + 2, min(start + LONGEST_WORD, len(run)) + 1):
                    found.add(run[start:end])
    return found


def dump_words(words: Mapping[str, int]) -> str:
    """Write words one a line, as ``word frequency``."""
    return "".join(f"{word} {count}\n" for word, count in sorted(words.items()))


def parse_words(text: str) -> dict[str, int]:
    """Read what :func:`dump_words` wrote."""
    pairs = (line.rsplit(" ", 1) for line in text.splitlines() if line)
    return {word: int(count) for word, count in pairs}
