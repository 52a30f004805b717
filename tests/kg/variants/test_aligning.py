"""Alignment over made-up clauses and a meaning that knows only characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from corpus.clause import Clause, Kind
from kg.variants.aligning import Aligner
from kg.variants.choosing import THRESHOLD, chosen, room
from kg.variants.comparable import family
from kg.variants.grams import grams, rarity, sentences, shared
from kg.variants.link import Vectors
from kg.variants.pair_features import FEATURES
from kg.variants.pair_weights import PairWeights
from tests.kg.variants.rows_of import clause

LEFT = (
    clause("one/1", "应实现设备联网，对设备状态进行在线采集和监控。"),
    clause("one/2", "应建立供应商评价体系；应与供应商共享库存信息。"),
    clause("one/3", "应通过MES系统下发生产指令", kind="requirement"),
    clause("one/h", "设备运维", kind="heading"),
)
RIGHT = (
    clause("two/1", "a 应实现设备联网，开展设备状态的在线采集。"),
    clause("two/2", "应建立供应商评价体系；应与供应商共享库存信息；"),
    clause("two/3", "宜采用制造执行系统（MES）向制造单元下发生产指令。"),
    clause("two/4", "企业应培养专业人才。"),
    clause("two/f", "设备数量", kind="form_field"),
)
MEANT = {
    name: weight
    for name, weight in zip(FEATURES, (0.0,) * len(FEATURES), strict=True)
    if name not in ("stands_out", "words_of_shorter", "names")
} | {"stands_out": 2.0, "words_of_shorter": 6.0, "names": 1.0}
WEIGHTS = PairWeights(-4.0, tuple(MEANT[name] for name in FEATURES), "made by hand")


class Characters:
    """Vectors of the characters that a text holds; two subjects, the first of what speaks of 设备."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._texts = {one.id: one.plain for one in clauses}
        self._signs = sorted(set("".join(self._texts.values())))

    def vectors(self, ids: Sequence[str]) -> Vectors:
        found = np.array([[float(sign in self._texts[one]) for sign in self._signs] for one in ids], dtype=np.float32)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        of_devices = ["设备" in self._texts[one] for one in ids]
        return np.array([[0.9, 0.1] if of else [0.1, 0.9] for of in of_devices], dtype=np.float32)


@pytest.fixture
def aligner() -> Aligner:
    return Aligner((*LEFT, *RIGHT), Characters((*LEFT, *RIGHT)), ("设备运维", "供应链管理"), WEIGHTS)


def test_what_speaks_of_one_matter_is_linked_and_nothing_else(aligner: Aligner) -> None:
    links = aligner.align(LEFT, RIGHT)
    assert [(one.left, one.right) for one in links] == [("one/1", "two/1"), ("one/2", "two/2"), ("one/3", "two/3")]
    assert all(THRESHOLD <= one.confidence <= 1 for one in links)


def test_only_verbatim_twins_are_certain(aligner: Aligner) -> None:
    links = {one.left: one for one in aligner.align(LEFT, RIGHT)}
    assert links["one/2"].twin and links["one/2"].confidence == 1.0
    assert [reason.detail for reason in links["one/2"].reasons] == ["逐字相同"]
    assert not links["one/1"].twin and links["one/1"].confidence < 1.0


def test_reasons_are_told_in_chinese(aligner: Aligner) -> None:
    links = {one.left: one for one in aligner.align(LEFT, RIGHT)}
    by_kind = {reason.kind: reason.detail for reason in links["one/1"].reasons}
    assert by_kind["topic"] == "同属“设备运维”" and by_kind["meaning"].startswith("语义相近 0.")
    assert {reason.kind: reason.detail for reason in links["one/3"].reasons}["names"] == "共同提到 MES"


def test_a_name_within_a_longer_one_is_not_told_beside_it() -> None:
    rows = (clause("one/9", "应在关键工序应用工业机器人。"), clause("two/9", "应在产线应用工业机器人与AGV。"))
    assert all({"工业机器人", "机器人"} <= {*row.technologies} for row in rows)
    weights = PairWeights(5.0, WEIGHTS.weights, "made by hand")
    (link,) = Aligner((*rows, *LEFT, *RIGHT), Characters((*rows, *LEFT, *RIGHT)), (), weights).align(rows[:1], rows[1:])
    assert [reason.detail for reason in link.reasons if reason.kind == "names"] == ["共同提到 工业机器人"]


def test_confidences_do_not_depend_on_what_else_is_asked_for(aligner: Aligner) -> None:
    whole, part = aligner.confidences(LEFT, RIGHT), aligner.confidences(LEFT[2:3], RIGHT[1:3])
    assert whole.shape == (4, 5) and part.tolist() == whole[2:3, 1:3].tolist()
    assert not whole[3].any() and not whole[:, 4].any(), "headings, and form fields beside other kinds"


class Lifted(Characters):
    """The same, where all vectors point much the same way, as those of some embedders do: cosines from 0.8 to 1."""

    def vectors(self, ids: Sequence[str]) -> Vectors:
        found = super().vectors(ids) * np.sqrt(np.float32(0.2))
        return np.column_stack([found, np.full(len(ids), np.sqrt(0.8), dtype=np.float32)])


def test_confidences_do_not_depend_on_where_an_embedders_cosines_lie(aligner: Aligner) -> None:
    lifted = Aligner((*LEFT, *RIGHT), Lifted((*LEFT, *RIGHT)), (), WEIGHTS)
    assert lifted.features("one", "two").cosines.min() > 0.79 > aligner.features("one", "two").cosines.min()
    assert lifted.confidences(LEFT, RIGHT) == pytest.approx(aligner.confidences(LEFT, RIGHT), abs=0.01)


def test_a_text_can_be_held_against_itself(aligner: Aligner) -> None:
    own = aligner.confidences(LEFT, LEFT)
    assert not own.diagonal().any() and own.shape == (4, 4)
    assert aligner.align(LEFT[:1], LEFT[:1]) == () and aligner.align((), RIGHT) == ()


def test_a_clause_has_room_for_as_many_links_as_its_length_allows() -> None:
    likely = np.full((1, 9), 0.9, dtype=np.float32)
    assert [room("应" * length) for length in (1, 40, 41, 300)] == [3, 3, 4, 10]
    assert chosen(likely, [3], [3] * 9).sum() == 3 and chosen(likely, [5], [3] * 9).sum() == 5
    twins = np.ones((1, 9), dtype=np.float32)
    assert chosen(twins, [3], [3] * 9).all(), "what is certain is always linked"


def test_what_is_unlikely_or_pales_beside_the_best_of_both_is_not_linked() -> None:
    likely = np.array([[0.95, 0.6], [0.2, 0.97]], dtype=np.float32)
    assert chosen(likely, [3, 3], [3, 3]).tolist() == [[True, False], [False, True]]
    likely[1, 1] = 0.7
    assert chosen(likely, [3, 3], [3, 3]).tolist() == [[True, True], [False, True]]


@pytest.mark.parametrize(
    ("text", "kind", "compared"),
    [
        ("应实现设备联网。", "requirement", True),
        ("/", "requirement", False),
        ("设备运维的总体要求", "heading", False),
        ("企业建立运维服务协同平台，开展运维服务并集成专家库。", "lead", True),
        ("数字化设计能力域包括3个能力子域，不同等级的建设要求，见表5。", "lead", False),
        ("包括技术标准体系、质量管理体系、安全防护体系和组织管理体系。", "lead", False),
        ("附件：某省智能工厂建设参考要素指标（试行）", "paragraph", False),
        ("GB/T 41255-2022 智能工厂通用技术要求。", "paragraph", False),
        ("省级智能工厂", "table_cell", False),
        ("打造行业垂直大模型或智能体，带动集群竞争力整体提升。", "table_cell", True),
    ],
)
def test_what_says_nothing_of_its_own_is_not_compared(text: str, kind: Kind, compared: bool) -> None:
    assert bool(family(clause("one/x", text, kind=kind))) == compared


def test_words_that_only_carry_a_demand_are_no_wording() -> None:
    assert grams("应建立MES系统") == {"mes", "系统"}
    assert "30%" in grams("比例不低于30%") and grams("，。") == frozenset()


def test_a_share_counts_the_rare_most() -> None:
    bags = [frozenset("ab"), frozenset("bc"), frozenset("b")]
    rare = rarity(bags)
    assert rare["a"] > rare["b"] > 0
    found = shared(bags[:1], bags[1:2], rare)
    assert found.weight[0, 0] == pytest.approx(rare["b"])
    assert 0 < found.of_left[0, 0] < 0.5
    assert shared(bags[:1], [frozenset()], rare).of_right.tolist() == [[0.0]]


def test_sentences_are_cut_where_they_end() -> None:
    assert sentences("应实现设备的联网；应建立故障知识库。") == ("应实现设备的联网", "应建立故障知识库")
    assert sentences("短句。") == ("短句。",)
