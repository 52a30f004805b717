"""A small made-up comparison of a province's scheme with a draft standard, with every relation in it."""

from __future__ import annotations

from typing import Any

from corpus.clause import Clause, Force
from corpus.manifest import Meta
from corpus.quantity import quantities
from drafting.comparisons.own_names import NamesOfOne
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison, RowRelation, Topic
from kg.variants.difference import Difference, ForceChange, NameChange, QuantityChange, Words
from kg.variants.link import Reason
from ontology.vocabulary import load_scheme

LEFT, RIGHT = "scheme", "standard"
FORMULA = '=HYPERLINK("file:///etc/passwd","点我")，应建立台账|<b>粗</b>'
UPKEEP, QUALITY = Topic("19", "设备运维"), Topic("17", "质量管控")
_AT = 100
"""Where every made-up clause begins in its document."""


def clause(document: str, label: str, text: str, **fields: Any) -> Clause:
    """A clause of one of the two documents."""
    force: Force = fields.pop("force", "shall")
    given: dict[str, Any] = {
        "id": f"{document}/{label}",
        "document": document,
        "section": "4",
        "path": ("4 建设要求",),
        "kind": "requirement",
        "text": text,
        "plain": text,
        "start": _AT,
        "end": _AT + len(text),
        "rule": "made.by-hand",
        "label": label,
        "forces": (force,),
        "quantities": quantities(text, _AT),
    }
    return Clause(**(given | fields))


ONE = clause(LEFT, "a", "宜开展设备预测性维护，数采率不低于90%。", force="should")
OTHER = clause(RIGHT, "b", "应开展设备预测性维护，数采率不低于80%，\n接入MES。", systems=("MES",))
SAME_LEFT, SAME_RIGHT = clause(LEFT, "c", "应追溯质量；"), clause(RIGHT, "d", "应追溯质量。")
FIRST, SECOND = clause(LEFT, "e", "应检验来料。"), clause(LEFT, "f", "应用5G检验成品。", technologies=("5G",))
BOTH = clause(RIGHT, "g", "应检验来料和成品并留存记录。")
ALONE_LEFT = clause(LEFT, "h", FORMULA)
ALONE_RIGHT = clause(RIGHT, "i", "鼓励*共享*[数据](x)。", force="encouraged")
CLAUSES = (ONE, SAME_LEFT, FIRST, SECOND, ALONE_LEFT, OTHER, SAME_RIGHT, BOTH, ALONE_RIGHT)


def said(of: Clause, words: str) -> Words:
    """Words of a clause, where they stand."""
    at = of.start + of.text.index(words)
    return Words(of.id, at, at + len(words), words)


def meta(identifier: str, title: str, **fields: Any) -> Meta:
    """A document's facts."""
    given: dict[str, Any] = {
        "id": identifier,
        "file": f"{identifier}.txt",
        "title": title,
        "issuer": None,
        "region": None,
        "level": None,
        "year": None,
        "year_basis": "文中未写年份",
        "status": None,
        "sha256": "ab" * 32,
    }
    return Meta(**(given | fields))


def shelf() -> Shelf:
    """The two documents."""
    documents = [
        meta(LEFT, "某省分级建设要求", year=2025, year_basis="文中写明", status="试行", aliases=("建设要求",)),
        meta(RIGHT, "某某建设导则"),
    ]
    return Shelf(documents, CLAUSES, {})


def stronger_number() -> Difference:
    """What differs in the first row: force, number and a system."""
    left, right = ONE.quantities[0], OTHER.quantities[0]
    return Difference(
        "overlaps",
        (ForceChange("should", "shall", said(ONE, "宜"), said(OTHER, "应")),),
        (QuantityChange("数采率", left, right, said(ONE, left.text), said(OTHER, right.text), "left"),),
        added=(NameChange("system", "MES", said(OTHER, "MES")),),
        right_only=(said(OTHER, "接入MES"),),
        reason="左用“宜”，右用“应”；数采率：左不低于90%，右不低于80%",
    )


def rows() -> tuple[ComparedRow, ...]:
    """A row of each kind that files have to show."""
    kept = Difference("weaker", right_only=(said(BOTH, "并留存记录"),), reason="右列记录，左无")
    why = (Reason("meaning", "语义相近 0.95"), Reason("topic", "同属“质量管控”"))

    def alone(of: Clause, relation: RowRelation, topic: Topic) -> ComparedRow:
        left, right = ((of.id,), ()) if relation == "only_left" else ((), (of.id,))
        return ComparedRow(topic, left, right, relation)

    return (
        ComparedRow(UPKEEP, (ONE.id,), (OTHER.id,), "overlaps", stronger_number(), 0.91, why),
        ComparedRow(QUALITY, (SAME_LEFT.id,), (SAME_RIGHT.id,), "equal", Difference("equal"), 1.0, why),
        ComparedRow(QUALITY, (FIRST.id, SECOND.id), (BOTH.id,), "weaker", kept, 0.8, why),
        alone(ALONE_LEFT, "only_left", Topic(None, "总体", inferred=True)),
        alone(ALONE_RIGHT, "only_right", Topic("9", "数据共享")),
    )


def comparison(**fields: Any) -> Comparison:
    """The comparison."""
    own = {side: tuple(one.id for one in CLAUSES if one.document == side) for side in (LEFT, RIGHT)}
    given: dict[str, Any] = {
        "left": ComparedSide(LEFT, LEFT, "《某省分级建设要求》", own[LEFT]),
        "right": ComparedSide(RIGHT, RIGHT, "《某某建设导则》", own[RIGHT]),
        "asked": None,
        "rows": rows(),
    }
    return Comparison(**(given | fields))


def with_the_national_level() -> Comparison:
    """One clause beside a national scenario."""
    row = ComparedRow(
        UPKEEP,
        (ONE.id,),
        ("scenario:28",),
        "overlaps",
        None,
        0.85,
        (Reason("meaning", "推定：都讲预测"),),
        "skos:narrowMatch",
    )
    side = ComparedSide("national", "national", "国家典型场景", ("scenario:28",))
    return comparison(right=side, rows=(row,))


OWN = NamesOfOne(load_scheme("systems"), load_scheme("technologies"))
SCENARIOS = {"scenario:28": "设备故障诊断与预测"}
