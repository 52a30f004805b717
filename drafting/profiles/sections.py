"""An enterprise's profile: all that a plan may claim, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import Field

from drafting.profiles.answer_rows import Held, Practice
from drafting.profiles.capability_rows import (
    DataAsset,
    Equipment,
    Measure,
    Model,
    Network,
    Paper,
    System,
    Training,
    Unit,
)
from drafting.profiles.company_rows import (
    Assessment,
    Certificate,
    Company,
    Compliance,
    Finance,
    Partner,
    Plan,
    Product,
    Project,
    Site,
    Spent,
)
from drafting.profiles.fields import Format, Text, When, Yes
from drafting.profiles.rows import Row


class Header(Row):
    """What the profile is."""

    format: Format = Field(1, title="格式", description="档案格式的版本")
    id: Text = Field(title="档案编号")
    fictional: Yes = Field(False, title="虚构示例", description="示例档案为是")
    as_of: When = Field(title="基准日", description="各项情况截至这一天；此后的日期不算已发生")


class Profile(Row):
    """A profile. Every list may be empty; what is not written is unknown, never met."""

    profile: Header = Field(title="档案")
    company: Company = Field(title="企业")
    finances: tuple[Finance, ...] = Field((), title="经营", description="近三年每年一条，第一年在前")
    compliance: tuple[Compliance, ...] = Field((), title="合规", description="每类事项一条，没发生也要写")
    products: tuple[Product, ...] = Field((), title="产品")
    sites: tuple[Site, ...] = Field((), title="厂区", description="申报的厂区、车间和产线")
    systems: tuple[System, ...] = Field(
        (), title="系统", description="一个系统一条。有系统不等于满足要求：写清在用的模块、投用日期和覆盖"
    )
    equipment: tuple[Equipment, ...] = Field((), title="装备", description="同一工序的同类装备一条")
    networks: tuple[Network, ...] = Field((), title="网络")
    data: tuple[DataAsset, ...] = Field((), title="数据")
    models: tuple[Model, ...] = Field((), title="模型")
    documents: tuple[Paper, ...] = Field((), title="制度", description="手册、制度、程序、标准、规划、预案")
    organisation: tuple[Unit, ...] = Field((), title="组织", description="部门、小组、岗位")
    trainings: tuple[Training, ...] = Field((), title="培训")
    certificates: tuple[Certificate, ...] = Field((), title="证书荣誉", description="体系认证、专利、奖项、参编的标准")
    assessments: tuple[Assessment, ...] = Field((), title="成熟度评估", description="只写已经做过的评估，不推算")
    measures: tuple[Measure, ...] = Field((), title="指标", description="企业自己统计的指标，写清统计期和数据来源")
    projects: tuple[Project, ...] = Field((), title="项目")
    ledger: tuple[Spent, ...] = Field((), title="投资台账", description="每笔投入一条，按合同或发票填")
    partners: tuple[Partner, ...] = Field((), title="协作", description="供应商、客户、院校、集团内工厂")
    plans: tuple[Plan, ...] = Field((), title="计划", description="准备做的事")
    practices: tuple[Practice, ...] = Field((), title="问卷", description="逐题回答")
    evidence: tuple[Held, ...] = Field((), title="证据", description="手里已有的证明材料，一份一条")


def sections() -> Iterator[tuple[str, str, type[Row], bool]]:
    """Each section's key, Chinese name, kind of row, and whether it holds many rows, in order."""
    for key, field in Profile.model_fields.items():
        inner = get_args(field.annotation)
        kind = inner[0] if inner else field.annotation
        if not isinstance(kind, type) or not issubclass(kind, Row):
            raise TypeError(f"section {key}: its rows have no kind. Give it one.")
        yield key, field.title or key, kind, bool(inner)
