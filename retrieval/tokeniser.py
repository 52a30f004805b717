"""Cutting Chinese and Latin text into the words that the lexical index counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

import jieba

from retrieval.normalise import Normaliser

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+(?:\.[0-9]+)?")


class Tokeniser:
    """Cuts text by a jieba of its own: nothing is cached on disk, printed or shared with other users of jieba.

    A word that holds shorter words of the dictionary (设备运维: 设备, 运维) yields them too, so that a query may name
    a thing at any length.

    Args:
        words: Word to frequency in general Chinese.
        terms: The domain's own words; each is cut as one word wherever it stands.
        normaliser: Makes width, case and script equal first.

    Example:
        >>> Tokeniser({"设备": 100, "运维": 50}, ["设备运维"], Normaliser())("ＭＥＳ對設備運維")
        ['mes', '设备运维', '设备', '运维']
    """

    def __init__(self, words: Mapping[str, int], terms: Iterable[str], normaliser: Normaliser) -> None:
        self.normalise = normaliser
        self._jieba = _own_jieba(words)
        self._stop_words = stop_words()
        for word in sorted({word for term in terms for word in _han_runs(normaliser(term))}):
            self._jieba.add_word(word)

    @property
    def words(self) -> dict[str, int]:
        """Every word with its frequency, terms included: what a snapshot stores."""
        return {word: count for word, count in self._jieba.FREQ.items() if count}

    def __call__(self, text: str) -> list[str]:
        """Cut ``text`` into words, in order, stop words left out."""
        return list(self._tokens(self.normalise(text)))

    def _tokens(self, text: str) -> Iterator[str]:
        for run in _RUN.findall(text):
            if run[0] < "\u3400":
                if run not in self._stop_words:
                    yield run
                continue
            for word in self._jieba.cut(run, HMM=False):
                if word not in self._stop_words:
                    yield word
                yield from self._inner_words(word)

    def _inner_words(self, word: str) -> Iterator[str]:
        known = self._jieba.FREQ
        for start in range(len(word) - 1):
            for end in range(start + 2, len(word) + 1):
                inner = word[start:end]
                if inner != word and known.get(inner):
                    yield inner


def stop_words() -> frozenset[str]:
    """Words that stand in any question or any clause and tell nothing apart."""
    return frozenset(files("retrieval").joinpath("stop_words.txt").read_text(encoding="utf-8").split())


def bigrams(normalised: str) -> list[str]:
    """Every pair of neighbouring Chinese characters of normalised text.

    Example:
        >>> bigrams("设备运维 mes")
        ['设备', '备运', '运维']
    """
    return [run[i : i + 2] for run in _han_runs(normalised) for i in range(len(run) - 1)]


def _han_runs(text: str) -> list[str]:
    return [run for run in _RUN.findall(text) if run[0] >= "\u3400" and len(run) > 1]


def _own_jieba(words: Mapping[str, int]) -> jieba.Tokenizer:
    """Fill a jieba tokeniser by hand: its own loading writes a cache file and logs to the terminal."""
    tokenizer = jieba.Tokenizer()
    frequencies: dict[str, int] = {}
    for word, count in words.items():
        frequencies[word] = count
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer.FREQ = frequencies
    tokenizer.total = max(1, sum(words.values()))
    tokenizer.initialized = True
    return tokenizer
