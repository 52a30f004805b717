"""The rows that tell what the enterprise works with: systems, machines, data, models, papers, people, figures."""

from __future__ import annotations

from pydantic import Field, model_validator

from drafting.profiles.fields import Figure, Machines, Number, People, StateField, Text, When, Words, Yes
from drafting.profiles.number_reading import SHARE, plain_unit
from drafting.profiles.rows import Gauged, Misfit, Row, Used

_ROUNDED = 0.005
"""How far a share that was rounded may be off, as a fraction."""


class System(Used):
    """An information system."""

    id: Text | None = Field(None, title="编号", description="别处引用它时写的名字；不填就用代码")
    code: Text | None = Field(None, title="代码", description="通用代码，如 ERP、MES、APS；没有通用代码就不填")
    name: Text = Field(title="系统名称")
    vendor: Text | None = Field(None, title="供应商")
    modules: Words = Field((), title="功能模块", description="在用的模块，用顿号或分号隔开")
    scope: Text | None = Field(None, title="使用范围", description="哪些厂区、车间、部门在用")
    integrates: Words = Field((), title="集成对象", description="已打通接口的系统")
    owner: Text | None = Field(None, title="责任部门")


class Equipment(Row):
    """Machines of one kind in one step of production."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="装备名称")
    kind: Text | None = Field(None, title="类别", description="如 工业机器人、数控机床、AGV、检测设备")
    process: Text | None = Field(None, title="所在工序")
    key: Yes = Field(False, title="关键设备", description="是或否")
    count: Machines = Field(title="台数")
    networked: Machines | None = Field(None, title="联网台数")
    automated: Machines | None = Field(None, title="自动化台数")
    state: StateField = Field(title="状态")
    since: When | None = Field(None, title="投用日期")

    @model_validator(mode="after")
    def _within(self) -> Equipment:
        for key, name, part in (
            ("networked", "联网台数", self.networked),
            ("automated", "自动化台数", self.automated),
        ):
            if part is not None and part > self.count:
                raise Misfit(key, f"{name} {part} 大于台数 {self.count}")
        return self


class Network(Used):
    """A network."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="网络名称")
    kind: Text | None = Field(None, title="类别", description="如 生产工控网、5G、办公网、无线网")
    content: Text | None = Field(None, title="说明", description="隔离、防护、带宽等")


class DataAsset(Used):
    """A store, dictionary, set or centre of data, or what collects it."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="名称")
    kind: Text | None = Field(None, title="类别", description="如 数据采集、数据库、数据字典、数据中心、数据集")
    content: Text | None = Field(None, title="内容")


class Model(Used):
    """A model or algorithm."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="名称")
    kind: Text | None = Field(None, title="类别", description="如 仿真、数字孪生、预测、优化、大模型、知识图谱、算法")
    content: Text | None = Field(None, title="用途", description="输入、方法、用在哪里")
    validation: Text | None = Field(None, title="验证结果")


class Paper(Row):
    """A policy, procedure, standard or plan of the enterprise."""

    id: Text | None = Field(None, title="编号")
    title: Text = Field(title="文件名称")
    kind: Text | None = Field(None, title="类别", description="手册、制度、程序、标准、规划、预案")
    number: Text | None = Field(None, title="文号或版本")
    issued: When | None = Field(None, title="发布日期")
    content: Text | None = Field(None, title="主题", description="规定了什么，适用哪里")


class Unit(Row):
    """A department, a team or a post."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="部门（岗位、小组）")
    head: Text | None = Field(None, title="负责人")
    people: People | None = Field(None, title="人数")
    content: Text | None = Field(None, title="职责")
    since: When | None = Field(None, title="设立日期")
    paper: Text | None = Field(None, title="设立文件")


class Training(Row):
    """Training that took place."""

    id: Text | None = Field(None, title="编号")
    topic: Text = Field(title="主题")
    held: When | None = Field(None, title="时间")
    people: People | None = Field(None, title="人次")
    content: Text | None = Field(None, title="内容与结果")


class Measure(Gauged):
    """An indicator that the enterprise measures."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="指标")
    value: Figure = Field(title="数值")
    unit: Text | None = Field(None, title="单位")
    period: Text | None = Field(None, title="统计期")
    numerator: Number | None = Field(None, title="分子")
    denominator: Number | None = Field(None, title="分母")
    formula: Text | None = Field(None, title="公式")
    baseline: Figure | None = Field(None, title="基期数值")
    baseline_period: Text | None = Field(None, title="基期")
    source: Text | None = Field(None, title="数据来源", description="哪个系统的哪张报表")

    @model_validator(mode="after")
    def _in_percent(self) -> Measure:
        if self.unit is None or plain_unit(self.unit) != SHARE.name or not 0 < self.value < 1:
            return self
        if self.numerator and self.denominator and abs(self.numerator / self.denominator - self.value) < _ROUNDED:
            raise Misfit(
                "value", f"单位是 %，分子÷分母是 {self.numerator / self.denominator:.2%}，数值却写 {self.value}"
            )
        return self
