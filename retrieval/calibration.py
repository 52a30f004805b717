"""What an embedder's cosines mean: one scale for all of them, on which the product's limits were chosen.

Cosines of one model are not those of another: 0.88 is far for one and very near for the next. The limits in this
product (how near a question of the field lies, how much nearer one wording is than the next) were chosen with the
bundled embedder. With another one a build therefore measures two things: how near questions of other fields come to
the texts, and how near the names of the capabilities that the texts treat. The straight line that takes these two to
where they lie with the bundled embedder takes its cosines to the scale of the limits.

With the bundled embedder nothing is measured and nothing changes. Where an embedder cannot tell the two apart, as one
that never saw Chinese, a question counts as far from the texts, and one that names nothing of the field is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np

from ontology.vocabulary import Scheme
from retrieval.embedder import Embedder, Vectors
from retrieval.errors import RetrievalError

Language = Literal["zh", "en"]
FILE = "calibration.json"
_FOREIGN_QUANTILE = 0.9
_RELATED_QUANTILE = 0.5
_LEAST_APART = 0.2
"""The least share of the bundled embedder's spread that still tells near from far."""
_SAME_MODEL = 0.98
_CHINESE = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where three kinds of questions lie with one embedder, by :func:`retrieval.nearness.nearness`.

    Attributes:
        foreign: What nine of ten Chinese questions of other fields stay below.
        related: What half of the names of the field reach.
        foreign_en: What nine of ten English questions of other fields stay below.
    """

    foreign: float
    related: float
    foreign_en: float

    @property
    def apart(self) -> float:
        """How far questions of the field lie from others."""
        return self.related - self.foreign


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from an embedder's cosines to the scale of the limits.

    Attributes:
        slope: What a cosine is multiplied with.
        shift: What is then added.
    """

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, cosine: float) -> float:
        """A cosine on the scale of the limits."""
        return self.slope * cosine + self.shift

    def back(self, difference: float) -> float:
        """A difference on the scale of the limits as one of the embedder's cosines."""
        return difference / self.slope


FAR = Line(1.0, -1.0)
"""Where an embedder cannot tell near from far: no cosine reaches a limit, and the nearer stays the nearer."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """An embedder's cosines on the scale of the limits.

    Attributes:
        zh, en: For questions in Chinese and in other languages.
        probe: The vector of :func:`probe` at the build, to know the model again; empty for the bundled embedder, whose
            name tells its weights.
    """

    zh: Line = Line()
    en: Line = Line()
    probe: tuple[float, ...] = ()

    def near(self, question: str, cosine: float) -> float:
        """How near a question lies to a text, on the scale of the limits."""
        return (self.zh if _CHINESE.search(question) else self.en)(cosine)

    def check(self, embedder: Embedder) -> None:
        """Compare what an embedder gives today with what it gave at the build.

        Raises:
            RetrievalError: It is another model under the same name.
        """
        if self.probe:
            same_model(embedder, np.asarray(self.probe, dtype=np.float32), "run `gongbiao build --force`")

    def save(self, folder: Path) -> None:
        """Write into ``folder``; nothing where nothing was measured."""
        if self != Calibration():
            (folder / FILE).write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Calibration:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: It cannot be read.
        """
        path = folder / FILE
        if not path.exists():
            return cls()
        try:
            read = json.loads(path.read_text(encoding="utf-8"))
            return cls(Line(**read["zh"]), Line(**read["en"]), tuple(read["probe"]))
        except (OSError, ValueError, TypeError, KeyError) as problem:
            raise RetrievalError(f"calibration {path}: cannot be read ({problem}). Run `gongbiao build`.") from None


def foreign(language: Language) -> list[str]:
    """Questions of other fields, which no text here treats."""
    return list(_held()["foreign"][language])


def of_field(capabilities: Scheme) -> list[str]:
    """The Chinese names of the capabilities: what the texts treat, whichever documents there are."""
    return list(dict.fromkeys(concept.zh for concept in capabilities.concepts.values()))


def probe() -> str:
    """The sentence by whose vector a model is known again."""
    return foreign("zh")[0]


def reference() -> Anchors:
    """Where the questions lie with the embedder that the limits were chosen with."""
    held = _held()["reference"]
    return Anchors(held["foreign"], held["related"], held["foreign_en"])


def anchors(others: Vectors, own: Vectors, others_en: Vectors, nearest: Callable[[Vectors], Vectors]) -> Anchors:
    """Measure where questions lie.

    Args:
        others: Vectors of Chinese questions of other fields, shape (n, dimension).
        own: Vectors of names of the field.
        others_en: Vectors of English questions of other fields.
        nearest: Gives for each vector how near it lies to the texts.
    """
    return Anchors(
        float(np.quantile(nearest(others), _FOREIGN_QUANTILE)),
        float(np.quantile(nearest(own), _RELATED_QUANTILE)),
        float(np.quantile(nearest(others_en), _FOREIGN_QUANTILE)),
    )


def lines(found: Anchors, wanted: Anchors) -> tuple[Line, Line]:
    """The lines that take an embedder's anchors to those of the scale of the limits, for Chinese and for English.

    Both have the slope of the Chinese questions: the texts are Chinese.
    """
    if found.apart < _LEAST_APART * wanted.apart:
        return FAR, FAR
    slope = wanted.apart / found.apart
    return (
        Line(slope, wanted.related - slope * found.related),
        Line(slope, wanted.foreign_en - slope * found.foreign_en),
    )


def same_model(embedder: Embedder, kept: Vectors, remedy: str) -> None:
    """Compare the probe's vector with one that was kept.

    Raises:
        RetrievalError: They are not of one model.
    """
    given = embedder.embed_queries([probe()])[0]
    likeness = float(given @ kept) if len(given) == len(kept) else 0.0
    if likeness < _SAME_MODEL:
        raise RetrievalError(
            f"embedder {embedder.name}: it gives other vectors than before (likeness {likeness:.2f}), so it holds "
            f"another model now. Bring back the one from before, or {remedy}."
        )


def measure(
    embedder: Embedder,
    queries: Callable[[Sequence[str]], Vectors],
    names: Sequence[str],
    nearest: Callable[[Vectors], Vectors],
) -> Calibration:
    """Measure an embedder, unless it is the one that the limits were chosen with.

    Args:
        embedder: The embedder.
        queries: Embeds questions with it, or remembers them from an earlier build.
        names: Names of what the texts treat, in Chinese.
        nearest: Gives for each vector how near it lies to the texts.

    Raises:
        RetrievalError: What is remembered is of another model.
    """
    if embedder.name == _held()["reference"]["embedder"]:
        return Calibration()
    kept = queries([probe()])[0]
    same_model(embedder, kept, "build with --force")
    found = anchors(queries(foreign("zh")), queries(names), queries(foreign("en")), nearest)
    zh, en = lines(found, reference())
    return Calibration(zh, en, tuple(float(value) for value in kept))


def _held() -> Any:
    return json.loads(files("retrieval").joinpath(FILE).read_text(encoding="utf-8"))
