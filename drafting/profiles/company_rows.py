"""The rows that tell of the enterprise: its figures, products, certificates, projects and partners.

Titles are the column heads of the workbook, descriptions its comments and those of the YAML template. Amounts of money
are in 万元, shares in percent.
"""

from __future__ import annotations

from pydantic import Field

from drafting.profiles.fields import (
    Area,
    AssessorField,
    IndustryField,
    MatterField,
    Money,
    Number,
    People,
    ScaleField,
    Share,
    SpendingField,
    StateField,
    Text,
    When,
    Yes,
)
from drafting.profiles.rows import Row, Used


class Company(Row):
    """The enterprise."""

    name: Text = Field(title="企业名称", description="营业执照上的全称")
    short_name: Text | None = Field(None, title="简称")
    credit_code: Text | None = Field(None, title="统一社会信用代码")
    legal_person: Yes | None = Field(None, title="独立法人", description="是或否")
    registered_in: Text | None = Field(None, title="注册地", description="省市县，如 浙江省金华市浦江县")
    founded: When | None = Field(None, title="成立日期")
    legal_representative: Text | None = Field(None, title="法人代表")
    contact: Text | None = Field(None, title="联系人")
    phone: Text | None = Field(None, title="手机号码")
    fax: Text | None = Field(None, title="传真")
    address: Text | None = Field(None, title="通讯地址")
    postcode: Text | None = Field(None, title="邮政编码")
    economic_type: Text | None = Field(None, title="企业经济性质")
    registered_capital: Money | None = Field(None, title="注册资本金", description="万元")
    total_assets: Money | None = Field(None, title="总资产", description="万元")
    fixed_assets: Money | None = Field(None, title="固定资产总额", description="万元")
    debt_ratio: Share | None = Field(None, title="资产负债率", description="%")
    industry: IndustryField = Field(title="行业类型")
    sector: Text | None = Field(None, title="所属行业")
    scale: ScaleField | None = Field(None, title="企业规模")
    employees: People | None = Field(None, title="员工人数", description="人")


class Finance(Row):
    """One year's figures, in 万元."""

    year: When = Field(title="年份", description="如 2025；本年度写到申报期，如 2026-09")
    revenue: Money | None = Field(None, title="企业营业收入", description="万元")
    profit: Money | None = Field(None, title="利润总额", description="万元")
    tax: Money | None = Field(None, title="上缴税金", description="万元")
    digital_spending: Money | None = Field(None, title="信息化总投入", description="万元")


class Compliance(Row):
    """Whether something that excludes from applying has happened."""

    matter: MatterField = Field(title="事项", description="可能使申报被否决的事，没发生也写一条")
    occurred: Yes = Field(title="是否发生", description="是或否")
    period: Text | None = Field(None, title="核查期间", description="如 2023-01至2026-09")
    detail: Text | None = Field(None, title="说明")


class Product(Row):
    """A product or family of products."""

    name: Text = Field(title="产品")
    description: Text | None = Field(None, title="说明")
    brand: Text | None = Field(None, title="品牌")
    share: Share | None = Field(None, title="占营收比重", description="%")
    rank_national: Number | None = Field(None, title="全国排名", description="细分市场占有率名次")
    rank_provincial: Number | None = Field(None, title="省内排名", description="细分市场占有率名次")
    rank_source: Text | None = Field(None, title="排名依据", description="谁在何时的哪份报告或证明")


class Site(Row):
    """A place of production."""

    name: Text = Field(title="厂区（车间）")
    kind: Text | None = Field(None, title="类别", description="工厂、车间、产线、仓库、园区")
    address: Text | None = Field(None, title="地址")
    area: Area | None = Field(None, title="面积", description="平方米")
    description: Text | None = Field(None, title="说明")


class Certificate(Row):
    """A certificate, patent, award or standard drawn up."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="名称")
    kind: Text | None = Field(None, title="类别", description="体系认证、专利、奖项、标准、资质")
    number: Text | None = Field(None, title="证书号")
    issuer: Text | None = Field(None, title="颁发单位")
    issued: When | None = Field(None, title="颁发日期")
    valid_until: When | None = Field(None, title="有效期至")
    holder: Text | None = Field(None, title="权利人")


class Assessment(Row):
    """An assessment of maturity: never derived, only what the enterprise holds."""

    standard: Text = Field(title="标准与版本", description="如 GB/T 39116-2020")
    level: Text = Field(title="等级")
    score: Number | None = Field(None, title="得分")
    assessed: When = Field(title="评估日期")
    issuer: Text | None = Field(None, title="出具单位")
    by: AssessorField = Field(title="评估方式")


class Project(Row):
    """A project of renewal, the one applied for among them."""

    id: Text = Field(title="编号")
    name: Text = Field(title="项目名称")
    applied: Yes = Field(False, title="申报项目", description="是或否")
    kind: Text | None = Field(None, title="项目类型")
    state: StateField = Field(title="状态")
    start: When | None = Field(None, title="开工时间")
    end: When | None = Field(None, title="竣工时间")
    investment: Money | None = Field(None, title="计划总投资", description="万元，含土建的总数；台账另填")
    manager: Text | None = Field(None, title="项目负责人")
    phone: Text | None = Field(None, title="负责人手机")
    partner: Text | None = Field(None, title="合作（支撑）单位")
    goals: Text | None = Field(None, title="主要目标")
    content: Text | None = Field(None, title="实施内容")
    basis: Text | None = Field(None, title="现有基础")
    problems: Text | None = Field(None, title="关键问题")
    approach: Text | None = Field(None, title="技术路线")
    effects: Text | None = Field(None, title="成效")


class Spent(Row):
    """One item of a project's investment."""

    project: Text = Field(title="项目编号")
    item: Text = Field(title="内容")
    kind: SpendingField = Field(title="投资类别")
    amount: Money = Field(title="金额", description="万元")
    supplier: Text | None = Field(None, title="供应商")
    contract: Text | None = Field(None, title="合同号")
    invoice: Text | None = Field(None, title="发票号")
    paid: When | None = Field(None, title="付款日期")


class Partner(Used):
    """A supplier, customer, institute or other firm that one works with."""

    id: Text | None = Field(None, title="编号")
    name: Text = Field(title="单位")
    kind: Text | None = Field(None, title="类别", description="供应商、客户、院校、集团内工厂")
    content: Text | None = Field(None, title="协同内容", description="在哪个平台上协同什么")


class Plan(Row):
    """What is meant to be done."""

    matter: Text = Field(title="事项")
    until: When | None = Field(None, title="计划完成")
    budget: Money | None = Field(None, title="预算", description="万元")
    owner: Text | None = Field(None, title="责任人")
