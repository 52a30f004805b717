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
    finances: tuple[Finance, ...] = Field((), title="经营")
    compliance: tuple[Compliance, ...] = Field((), title="合规")
    products: tuple[Product, ...] = Field((), title="产品")
    sites: tuple[Site, ...] = Field((), title="厂区")
    systems: tuple[System, ...] = Field((), title="系统")
    equipment: tuple[Equipment, ...] = Field((), title="装备")
    networks: tuple[Network, ...] = Field((), title="网络")
    data: tuple[DataAsset, ...] = Field((), title="数据")
    models: tuple[Model, ...] = Field((), title="模型")
    documents: tuple[Paper, ...] = Field((), title="制度")
    organisation: tuple[Unit, ...] = Field((), title="组织")
    trainings: tuple[Training, ...] = Field((), title="培训")
    certificates: tuple[Certificate, ...] = Field((), title="证书荣誉")
    assessments: tuple[Assessment, ...] = Field((), title="成熟度评估")
    measures: tuple[Measure, ...] = Field((), title="指标")
    projects: tuple[Project, ...] = Field((), title="项目")
    ledger: tuple[Spent, ...] = Field((), title="投资台账")
    partners: tuple[Partner, ...] = Field((), title="协作")
    plans: tuple[Plan, ...] = Field((), title="计划")
    practices: tuple[Practice, ...] = Field((), title="问卷")
    evidence: tuple[Held, ...] = Field((), title="证据")


def sections() -> Iterator[tuple[str, str, type[Row], bool]]:
    """Each section's key, Chinese name, kind of row, and whether it holds many rows, in order."""
    for key, field in Profile.model_fields.items():
        inner = get_args(field.annotation)
        kind = inner[0] if inner else field.annotation
        if not isinstance(kind, type) or not issubclass(kind, Row):
            raise TypeError(f"section {key}: its rows have no kind. Give it one.")
        yield key, field.title or key, kind, bool(inner)
