"""What is learned from wordings: a matrix for questions and a classifier of subjects, on made vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from retrieval.adaptation import Adaptation, adapt, unadapted, within
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.subjects import Examples, SubjectModel, fit, nearest_of
from retrieval.topics import Topics

DIMENSION, SUBJECTS = 12, 3


def unit(vectors: npt.NDArray[np.float64]) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def made(seed: int, each: int, manner: float) -> Examples:
    """Examples whose subject is one of the first axes, drowned by a manner of speaking along the last."""
    drawn = np.random.default_rng(seed)
    owners = np.arange(SUBJECTS * each) % SUBJECTS
    vectors = 0.05 * drawn.standard_normal((len(owners), DIMENSION))
    vectors[np.arange(len(owners)), owners] += 0.6
    vectors[:, -1] += manner * drawn.standard_normal(len(owners))
    return Examples(unit(vectors), owners)


NOTHING = Examples(np.zeros((0, DIMENSION), dtype=np.float32), np.zeros(0, dtype=np.int64))
NAMES, SPOKEN, TEXTS = made(1, 2, 0.0), made(2, 20, 0.7), made(3, 4, 0.0)
COUNTERPARTS = TEXTS.vectors[SPOKEN.owners]


def learned() -> SubjectModel:
    return fit(NAMES, SPOKEN, TEXTS, COUNTERPARTS, SUBJECTS)


def test_the_matrix_weakens_the_direction_in_which_wordings_and_clauses_differ() -> None:
    matrix = within(SPOKEN.vectors - COUNTERPARTS)
    strength = np.diag(matrix)
    assert strength[-1] == strength.min() < 0.8 * strength[:SUBJECTS].min()
    assert np.trace(matrix) == pytest.approx(DIMENSION, rel=1e-5)
    assert matrix == pytest.approx(matrix.T, abs=1e-6)


@pytest.mark.parametrize("differences", [np.zeros((0, 4)), np.ones((1, 4)), np.ones((5, 4))])
def test_without_differences_the_matrix_is_the_identity(differences: Vectors) -> None:
    assert (within(differences.astype(np.float32)) == np.eye(4)).all()


def test_an_adapted_question_lies_where_cosines_lie() -> None:
    adaptation = adapt(SPOKEN.vectors, COUNTERPARTS, TEXTS.vectors)
    plain = SPOKEN.vectors @ TEXTS.vectors.T
    bent = np.stack([adaptation(one) for one in SPOKEN.vectors]) @ TEXTS.vectors.T + adaptation.offset
    assert bent.mean() == pytest.approx(plain.mean(), abs=0.01)
    assert bent.std(axis=1).mean() == pytest.approx(plain.std(axis=1).mean(), rel=0.2)


def test_an_adapted_question_finds_its_clause_more_often() -> None:
    adaptation, strange = adapt(SPOKEN.vectors, COUNTERPARTS, TEXTS.vectors), made(9, 40, 1.2)
    bent = np.stack([adaptation(one) for one in strange.vectors])

    def right(queries: Vectors) -> int:
        return int((TEXTS.owners[(queries @ TEXTS.vectors.T).argmax(axis=1)] == strange.owners).sum())

    assert right(bent) >= right(strange.vectors)


def test_nothing_spoken_adapts_nothing(tmp_path: Path) -> None:
    none = adapt(NOTHING.vectors, NOTHING.vectors, TEXTS.vectors)
    none.save(tmp_path / "none.npz")
    read = Adaptation.load(tmp_path / "none.npz")
    for one in (none, read, unadapted(DIMENSION)):
        assert (one(TEXTS.vectors[0]) == TEXTS.vectors[0]).all() and one.offset == 0


def test_probabilities_add_up_and_name_the_subject() -> None:
    model, strange = learned(), made(7, 30, 0.7)
    heard = [nearest_of(SPOKEN.vectors @ one, SPOKEN.owners, SUBJECTS) for one in strange.vectors]
    given = np.stack([model.probabilities(one, near) for one, near in zip(strange.vectors, heard, strict=True)])
    assert given.sum(axis=1) == pytest.approx(np.ones(len(given)), abs=1e-5)
    assert (given.argmax(axis=1) == strange.owners).mean() > 0.9


def test_how_sure_it_is_says_how_often_it_is_right() -> None:
    model, strange = learned(), made(8, 100, 2.5)
    heard = [nearest_of(SPOKEN.vectors @ one, SPOKEN.owners, SUBJECTS) for one in strange.vectors]
    given = np.stack([model.probabilities(one, near) for one, near in zip(strange.vectors, heard, strict=True)])
    right = given.argmax(axis=1) == strange.owners
    sure = given.max(axis=1)
    assert sure[right].mean() > sure[~right].mean() if (~right).any() else sure.mean() > 0.9


def test_learning_twice_gives_the_same() -> None:
    one, other = learned(), learned()
    assert (one.directions == other.directions).all() and one.sharpness == other.sharpness


def test_names_alone_are_enough() -> None:
    model = fit(NAMES, NOTHING, NOTHING, NOTHING.vectors, SUBJECTS)
    heard = nearest_of(NAMES.vectors @ NAMES.vectors[1], NAMES.owners, SUBJECTS)
    assert model.probabilities(NAMES.vectors[1], heard).argmax() == NAMES.owners[1]


def test_topics_keep_what_was_learned(tmp_path: Path) -> None:
    codes = [f"code {owner}" for owner in NAMES.owners]
    Topics(codes, NAMES.vectors, learned()).save(tmp_path / "topics")
    read, silent = Topics.load(tmp_path / "topics"), np.full(SUBJECTS, -1, dtype=np.float32)
    found = read.subjects(NAMES.vectors[2], silent)
    assert found == Topics(codes, NAMES.vectors, learned()).subjects(NAMES.vectors[2], silent)
    assert found[0][0] == "code 2" and sum(probability for _, probability in found) == pytest.approx(1, abs=1e-5)


def test_topics_that_learned_nothing_know_no_subjects() -> None:
    silent = np.full(SUBJECTS, -1, dtype=np.float32)
    assert Topics(["a", "b", "c"], NAMES.vectors[:3]).subjects(NAMES.vectors[0], silent) == []
    assert Topics((), NOTHING.vectors).nearest(NAMES.vectors[0], 3) == []


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_a_damaged_file_says_what_to_do(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "learned.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RetrievalError, match=r"subjects .*Run `gongbiao build`\."):
        SubjectModel.load(path)
    with pytest.raises(RetrievalError, match=r"adaptation .*Run `gongbiao build`\."):
        Adaptation.load(path)
