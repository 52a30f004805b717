from __future__ import annotations

from dataclasses import replace

import numpy as np

from corpus.clause import Clause
from kg.variants.grams import Matrix
from kg.variants.inheriting import inherited, same_named
from kg.variants.side_features import SideFeatures, side_features
from tests.kg.variants.rows_of import clause


class NoMeaning:
    def vectors(self, ids: list[str]) -> Matrix:
        return np.ones((len(ids), 2), dtype=np.float32)

    def topics(self, ids: list[str]) -> Matrix:
        return np.ones((len(ids), 1), dtype=np.float32)


def side(document: str, *clauses: Clause) -> SideFeatures:
    return side_features(document, clauses, NoMeaning())  # type: ignore[arg-type]


SAID = "应打造云上产业链，实现柔性配置"
ONE = side("one", clause("one/1", f"{SAID}。"), clause("one/2", "应建立安全管理制度。"))
TWO = side("two", clause("two/1", "应通过协同平台实现生产协同。"), clause("two/2", "应开展设备点检。"))
THIRD = side("third", clause("third/1", f"{SAID.replace('，', ',')}；"))


def test_clauses_of_the_same_words_correspond_to_the_same_clauses_of_a_third_text() -> None:
    likely = np.array([[0.2, 0.1], [0.3, 0.4]], dtype=np.float32)
    known = {("third", "two"): np.array([[0.8, 0.05]], dtype=np.float32)}
    found = inherited(likely, ONE, TWO, [THIRD], lambda left, right: known[left, right])
    assert np.allclose(found, [[0.8, 0.1], [0.3, 0.4]])
    turned = inherited(likely.T, TWO, ONE, [THIRD], lambda left, right: known[left, right])
    assert np.allclose(turned, found.T)
    assert np.allclose(likely, [[0.2, 0.1], [0.3, 0.4]])


def test_an_alternative_corresponds_by_its_name_and_a_common_heading_does_not() -> None:
    path = ("5.5 建设类型", "协同共生链主型")
    described = side("one", clause("one/a", "协同共生链主型：以产业链链主企业为主。", path=path))
    cell = replace(clause("two/a", "具有产业链集成能力的企业。"), track="协同共生链主型")
    assert same_named(described, side("two", cell)) == {(0, 0): "协同共生链主型"}
    plain = clause("two/b", "应开展质量检测。", path=("质量管控",))
    assert same_named(side("one", clause("one/b", "应管控质量。", path=("质量管控",))), side("two", plain)) == {}
