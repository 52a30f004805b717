"""The everyday wordings: each true to a clause that stands, and of use for words that nobody wrote down."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest

from app.assembly import Workspace
from corpus.library import load_corpus
from evals.question import PINS, load_questions
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.everyday import Everyday, load_everyday, text_hash, wordings_by_row
from retrieval.fingerprint import fingerprint
from retrieval.normalise import Normaliser
from retrieval.search import Fusion, Searcher
from retrieval.vectors import DenseIndex
from retrieval.wording_index import NO_WORDING, WordingIndex
from tests.retrieval.fake_parts import BagEmbedder, clause

EVERYDAY = load_everyday()
LONGEST = 60
TOO_LIKE = 0.9


def test_every_clause_stands_and_reads_as_it_did() -> None:
    clauses = {one.id: one for one in load_corpus().clauses}
    assert [one.clause for one in EVERYDAY if one.clause not in clauses] == []
    assert [one.clause for one in EVERYDAY if one.text != text_hash(clauses[one.clause])] == []


def test_every_requirement_has_wordings() -> None:
    kinds = ("requirement", "threshold", "step")
    wanted = {one.id for one in load_corpus().clauses if one.kind in kinds}
    assert wanted - {one.clause for one in EVERYDAY if len(one.wordings) >= 2} == set()


def test_no_wording_stands_twice_or_is_long() -> None:
    times = Counter(wording for one in EVERYDAY for wording in one.wordings)
    assert [wording for wording, number in times.items() if number > 1 or len(wording) > LONGEST] == []
    assert [wording for wording in times if not wording or wording != wording.strip()] == []
    assert max(Counter(one.clause for one in EVERYDAY).values()) == 1


@pytest.mark.parametrize("name", sorted(PINS))
def test_no_question_of_the_evaluation_stands_among_them(name: str) -> None:
    """Compared by program; what is shown on failure is the wording, never the question."""
    plain = Normaliser()
    questions = [plain(one.question) for one in load_questions(name).questions]
    alike = []
    for wording in (wording for one in EVERYDAY for wording in one.wordings):
        matcher = SequenceMatcher(b=plain(wording), autojunk=False)
        for question in questions:
            matcher.set_seq1(question)
            bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
            if all(bound() >= TOO_LIKE for bound in bounds):
                alike.append(wording)
    found = len(alike)
    assert found == 0, alike


def test_a_text_that_changed_or_went_drops_its_wordings() -> None:
    clauses = [clause(1, "应实现设备联网"), clause(2, "应建立数据库")]
    given = [
        Everyday("doc/1", text_hash(clauses[0]), ("机器要上网", "连网")),
        Everyday("doc/2", text_hash(clauses[0]), ("数据放哪儿",)),
        Everyday("doc/3", text_hash(clauses[0]), ("没有这条",)),
    ]
    assert wordings_by_row(clauses, given) == [(0, "机器要上网"), (0, "连网")]
    changed = [replace(clauses[0], plain="应实现设备互联"), clauses[1]]
    assert wordings_by_row(changed, given) == []


@pytest.mark.parametrize("line", ["{}", "not json", '{"clause": "a", "text": "b", "wordings": [], "more": 1}'])
def test_a_line_of_another_form_is_refused(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "doc.jsonl").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr("retrieval.everyday.FOLDER", str(tmp_path))
    with pytest.raises(RetrievalError, match=r"wordings doc\.jsonl, line 1: .+ Write clause, text and wordings\."):
        load_everyday()


def test_the_fingerprint_covers_the_wordings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.fingerprint.WORDINGS", str(tmp_path))
    file = tmp_path / "doc.jsonl"
    names = set()
    for text in ("", "{}\n", "{} \n"):
        file.write_text(text, encoding="utf-8")
        names.add(fingerprint((), "bag"))
    assert len(names) == 3


def test_a_clause_counts_with_its_nearest_wording(tmp_path: Path) -> None:
    vectors = np.eye(3, dtype=np.float32)[[0, 1, 2]]
    WordingIndex([4, 4, 1], vectors).save(tmp_path / "wordings")
    index = WordingIndex.load(tmp_path / "wordings")
    queries = np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0]], dtype=np.float32)
    found = index.cosines(queries, 6)
    assert len(index) == 3
    assert found[0] == pytest.approx([NO_WORDING, 0, NO_WORDING, NO_WORDING, 0.8, NO_WORDING])
    assert found[1] == pytest.approx([NO_WORDING, 1, NO_WORDING, NO_WORDING, 0, NO_WORDING])
    with pytest.raises(RetrievalError, match=r"Run `gongbiao build`\."):
        WordingIndex.load(tmp_path / "nothing")


def test_no_wordings_is_no_retriever() -> None:
    empty = WordingIndex([], np.zeros((0, BagEmbedder.dimension), dtype=np.float32))
    assert (empty.cosines(BagEmbedder().embed_queries(["机器"]), 2) == NO_WORDING).all()


def test_words_that_were_left_out_still_find_their_clause(founding: Workspace) -> None:
    """Every fourth clause of one document loses a wording, which is then the question."""
    searcher = founding.searcher
    clauses, everyday = searcher.clauses, [one for one in EVERYDAY if one.clause.startswith("zj-graded/")]
    asked = {one.clause: one.wordings[0] for one in everyday[::4]}
    kept = wordings_by_row(clauses, (replace(one, wordings=_without(one, asked)) for one in EVERYDAY))
    vectors = dict(zip([text for _, text in _all(searcher)], searcher.asked.vectors, strict=True))
    index = WordingIndex([row for row, _ in kept], np.stack([vectors[text] for _, text in kept]))
    with_wordings = _found(_searcher(searcher, index, Fusion()), asked, vectors)
    without = _found(_searcher(searcher, index, Fusion(wording=0, joint=0, named=0)), asked, vectors)
    assert with_wordings >= max(without, round(0.8 * len(asked)))


def _without(one: Everyday, asked: dict[str, str]) -> tuple[str, ...]:
    return tuple(wording for wording in one.wordings if wording != asked.get(one.clause))


def _all(searcher: Searcher) -> list[tuple[int, str]]:
    return wordings_by_row(searcher.clauses, EVERYDAY)


def _searcher(like: Searcher, index: WordingIndex, fusion: Fusion) -> Searcher:
    dense = like.dense
    assert isinstance(dense, DenseIndex)
    parts = (like.clauses, like.lexical, dense, like.facets, like.topics, index, like.embedder)
    return Searcher(*parts, Normaliser(), fusion)


def _found(searcher: Searcher, asked: dict[str, str], vectors: dict[str, Vectors]) -> int:
    """For how many the capability of the clause is among the first five."""
    subdomains = {one.id: one.subdomain for one in searcher.clauses}
    queries = {identifier: searcher.ready(wording, vectors[wording]) for identifier, wording in asked.items()}
    return sum(
        subdomains[identifier] in {hit.clause.subdomain for hit in searcher.search(query, top=5)}
        for identifier, query in queries.items()
    )
