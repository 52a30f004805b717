"""A small made-up profile that uses every section, and questions to go with it."""

from __future__ import annotations

from corpus.clause import Clause
from drafting.profiles.questionnaire import Question, questions
from ontology.checkpoint import Checkpoint, Checkpoints

FULL = """\
profile:
  id: demo
  fictional: 是
  as_of: 2026-09-30
company:
  name: 虚构泵业有限公司
  legal_person: 是
  industry: 离散
  scale: medium
  phone: 0579001
  debt_ratio: 41.50
finances:
  - {year: 2025, revenue: "12,000", profit: 800}
compliance:
  - {matter: 失信, occurred: 否, period: 2023-01至2026-09}
products:
  - {name: 潜水泵, share: 62.5}
sites:
  - {name: 一号车间, kind: 车间}
systems:
  - {id: S1, code: MES, name: 生产执行系统, state: 在用, since: 2021-05, covered: 3, total: 4, modules: 排产、报工}
  - {code: MES, name: 装配执行系统, state: 试运行}
  - {name: "=SUM(A1)", state: 计划}
equipment:
  - {name: 数控车床, key: 是, count: 20, networked: 18, state: 在用, since: 2020}
networks:
  - {name: 工控网, state: 在用, since: 2022-03-01}
data:
  - {name: 设备数据库, state: 在用}
models:
  - {name: 刀具寿命预测, state: 在建}
documents:
  - {id: D1, title: 《设备、工装管理制度》, issued: 2022年6月, number: 1.10}
organisation:
  - {name: 智能制造部, people: 6}
trainings:
  - {topic: 报工培训, held: 2024-11, people: 35}
certificates:
  - {name: 质量管理体系认证, valid_until: 2027-01-01}
assessments:
  - {standard: GB/T 39116-2020, level: 二级, assessed: 2025-03, by: 自评}
measures:
  - {name: 设备联网率, value: 90, unit: "%", numerator: 18, denominator: 20}
projects:
  - {id: P1, name: 车间改造, applied: 是, state: 在建, investment: 900}
ledger:
  - {project: P1, item: 机械手, kind: 智能化装备, amount: 300.5, paid: 2026-02}
partners:
  - {name: 某院校, state: 在用}
plans:
  - {matter: 上线仓储系统, until: 2027}
practices:
  - points: [demo/1/a#1, demo/1/b#1]
    state: 在用
    since: 2021-05
    by: [MES, 《设备、工装管理制度》]
    how: |-
      班组长每天报工；
      异常当天关闭。
  - {points: demo/1/a#2, state: not_applicable, reason: "+没有该工序"}
evidence:
  - {id: E1, kind: system-screenshot, title: 报工页面, serves: [demo/1/a#1, S1], sealed: 否, amount: -3}
"""

_POINT = {
    "says": "报工",
    "ask": "是否报工？",
    "answer": "yes_no",
    "scope": "one",
    "force": "shall",
    "pass": "有记录",
    "proof": [],
    "rejected": "没有记录",
}
_SHARE = {**_POINT, "ask": "几台联网？", "answer": "share", "scope": "key", "of": "关键设备", "force": "should"}
_NUMBER = {**_POINT, "ask": "几项专利？", "answer": "number", "force": "none"}


def clause(place: str, text: str) -> Clause:
    """A requirement of a made-up document."""
    return Clause(
        id=f"demo/1/{place}",
        document="demo",
        section="1",
        path=(),
        kind="requirement",
        text=text,
        plain=text,
        start=0,
        end=len(text),
        rule="made up",
        domain="生产",
        subdomain="设备管理",
        subdomain_no=1,
        tier="smart-factory",
        tier_label="省级智能工厂",
    )


def made_up_questions() -> tuple[Question, ...]:
    """Two points of one clause, one of a second; a third clause has none."""
    asked = {"demo/1/a": [_POINT, _SHARE], "demo/1/b": [_NUMBER]}
    held = {one: Checkpoint.model_validate({"requirement": one, "points": points}) for one, points in asked.items()}
    clauses = (clause("a", "应报工，\n宜联网；"), clause("b", "有专利。"), clause("c", "其他。"))
    return questions(clauses, Checkpoints(held, {}))
