"""Learns how much each feature of a pair of clauses counts: ``python -m evals.alignment_training DATA [--write]``.

Only the ``dev`` half of the hand-read pairs is learned from. What is listed as corresponding is right, what is listed
as a true non-pair is wrong, and pairs drawn from those that nobody listed are probably wrong: they count as such. The
held-out half's pairs are never drawn.

What is learned so puts pairs in order, and is no probability yet. Two numbers more are learned from pairs that were
drawn by their likelihood and read, and from the listed ones, each for as many pairs as it stands for.

Source: Platt, "Probabilistic outputs for support vector machines", 1999, for the two numbers.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import kg.variants
from evals.alignment_drawn import DrawnPair, load_drawn
from evals.alignment_gold import GoldPair, gold_names, load_gold
from evals.alignment_logistic import Fitted, Numbers, fit
from kg.snapshot import DataFolder
from kg.variants.aligning import Aligner
from kg.variants.pair_features import FEATURES, PairFeatures
from kg.variants.pair_weights import FILE, PairWeights
from retrieval.clause_meaning import StoredMeaning
from retrieval.snapshot_reader import Snapshot

Pair = tuple[str, str]
DRAWN = 1500
"""How many unlisted pairs are drawn from two documents."""
PENALTY = 3.0
_FOLDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """What is learned from.

    Attributes:
        values: Shape (n, features).
        labels: 1 for what corresponds, shape (n,).
        counts: How much each sample counts, shape (n,).
        groups: The sample's fold, shape (n,); pairs of one gold line share theirs.
        listed: Whether somebody read the pair, shape (n,).
    """

    values: Numbers
    labels: Numbers
    counts: Numbers
    groups: Numbers
    listed: Numbers


def listed_pairs(gold: Iterable[GoldPair]) -> Iterator[tuple[Pair, bool, str]]:
    """Each left clause with each right one of a gold line, whether they correspond, and the line's id."""
    for one in gold:
        for left in one.left:
            for right in one.right:
                yield (left, right), one.relation != "none", one.id


def samples(aligner: Aligner, gold: Sequence[GoldPair], seed: int = 0) -> Samples:
    """Gather the pairs to learn from.

    Args:
        aligner: Tells the features.
        gold: All hand-read pairs of both halves; the held-out ones are only kept from being drawn.
        seed: Of the drawing.
    """
    dev = list(listed_pairs(one for one in gold if one.half == "dev"))
    taken = {pair for pair, _, _ in listed_pairs(gold)}
    taken |= {(right, left) for left, right in taken}
    drawing = np.random.default_rng(seed)
    fold_of = {name: int(drawing.integers(_FOLDS)) for name in dict.fromkeys(name for _, _, name in dev)}
    rows: list[tuple[Numbers, bool, float, int, bool]] = []
    for (left, right), right_pair, name in dev:
        features = aligner.features(_document(left), _document(right))
        place = features.left.rows.get(left), features.right.rows.get(right)
        if place[0] is not None and place[1] is not None and features.comparable[place]:
            rows.append(
                (features.values[:, place[0], place[1]].astype(np.float64), right_pair, 1.0, fold_of[name], True)
            )
    for documents in sorted({(_document(left), _document(right)) for (left, right), _, _ in dev}):
        features = aligner.features(*documents)
        rows.extend(
            (values, False, 1.0, int(drawing.integers(_FOLDS)), False) for values in _drawn(features, taken, drawing)
        )
    values, labels, counts, groups, listed = zip(*rows, strict=True)
    numbers = [np.array(column, dtype=np.float64) for column in (values, labels, counts, groups, listed)]
    return Samples(*numbers)


def learn(found: Samples) -> Fitted:
    """The weights that all samples together give."""
    return fit(found.values, found.labels, found.counts, PENALTY)


def calibrated(learned: Fitted, found: Samples, drawn: Sequence[DrawnPair], aligner: Aligner) -> Fitted:
    """The same order, as probabilities.

    Args:
        learned: What puts pairs in order.
        found: What it was learned from; a listed pair stands for one of each half.
        drawn: Pairs that were drawn and read.
        aligner: Tells the features.
    """
    listed = found.listed > 0
    known = [(values, one) for one in drawn if (values := _values(aligner, one.left, one.right)) is not None]
    read = np.array([values for values, _ in known], dtype=np.float64)
    scores = np.concatenate([left_out(found)[listed], learned.scores(read)])
    labels = np.concatenate([found.labels[listed], np.array([one.same for _, one in known], dtype=np.float64)])
    counts = np.concatenate([np.full(int(listed.sum()), 2.0), np.array([one.stands_for for _, one in known])])
    line = fit(scores[:, None], labels, counts, 0.0)
    slope = float(line.weights[0])
    return Fitted(learned.weights * slope, learned.bias * slope + line.bias)


def left_out(found: Samples) -> Numbers:
    """Each sample's score under weights that were learned without its fold, shape (n,)."""
    scores = np.zeros(len(found.labels))
    for fold in range(_FOLDS):
        kept = found.groups != fold
        fitted = fit(found.values[kept], found.labels[kept], found.counts[kept], PENALTY)
        scores[~kept] = fitted.scores(found.values[~kept])
    return scores


def _drawn(features: PairFeatures, taken: set[Pair], drawing: np.random.Generator) -> Iterator[Numbers]:
    free = np.argwhere(features.comparable)
    for row, column in free[drawing.permutation(len(free))[:DRAWN]].tolist():
        if (features.left.clauses[row].id, features.right.clauses[column].id) not in taken:
            yield features.values[:, row, column].astype(np.float64)


def _values(aligner: Aligner, left: str, right: str) -> Numbers | None:
    """The features of one pair; None where it cannot be compared."""
    features = aligner.features(_document(left), _document(right))
    row, column = features.left.rows.get(left), features.right.rows.get(right)
    if row is None or column is None or not features.comparable[row, column]:
        return None
    return features.values[:, row, column].astype(np.float64)


def _document(clause: str) -> str:
    return clause.partition("/")[0]


def _opened(data: Path) -> Aligner:
    current = DataFolder(data).current()
    if current is None:
        raise SystemExit(f"data folder {data}: nothing is built in it. Run `gongbiao build`.")
    snapshot = Snapshot.open(current)
    meaning = StoredMeaning(snapshot.clauses, snapshot.indexes, snapshot.schemes)
    # The kept weights may be of other features than the ones to be weighed.
    return Aligner(snapshot.clauses, meaning, weights=PairWeights(0.0, (0.0,) * len(FEATURES), "none yet"))


def _reported(found: Samples) -> str:
    scores = left_out(found)
    listed, right = found.listed > 0, found.labels > 0
    kept = [(scores[chosen] > 0).mean() for chosen in (right, listed & ~right, ~listed)]
    told = "{:.0%} of the pairs, {:.0%} of the true non-pairs and {:.2%} of the drawn at 0.5 or more".format(*kept)
    return f"5-fold, before confidences were set: {told}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print what was learned, and with ``--write`` keep it."""
    parser = argparse.ArgumentParser(description="Learn the weights by which clauses are aligned.")
    parser.add_argument("data", type=Path, help="a built data folder")
    parser.add_argument("--write", action="store_true", help="keep the weights with the product")
    asked = parser.parse_args(arguments)
    aligner = _opened(asked.data)
    found = samples(aligner, [one for name in gold_names() for one in load_gold(name)])
    drawn = load_drawn()
    fitted = calibrated(learn(found), found, drawn, aligner)
    note = (
        f"python -m evals.alignment_training DATA --write: logistic regression (penalty {PENALTY:g}) on the dev half "
        f"of evals/alignment: {int(found.labels.sum())} pairs, {int((found.listed * (1 - found.labels)).sum())} true "
        f"non-pairs, {int((1 - found.listed).sum())} drawn. {_reported(found)}. "
        f"Confidences set by {len(drawn)} pairs that were drawn and read (evals/alignment/drawn.jsonl)."
    )
    weights = PairWeights(fitted.bias, tuple(float(weight) for weight in fitted.weights), note)
    print(note, *(f"{name:18} {weight:+.3f}" for name, weight in zip(FEATURES, weights.weights, strict=True)), sep="\n")
    if asked.write:
        Path(str(kg.variants.__path__[0]), FILE).write_text(weights.dump(), encoding="utf-8")


if __name__ == "__main__":
    main()
