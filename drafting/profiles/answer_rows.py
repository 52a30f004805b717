"""The rows that answer: what is done about a point of the questionnaire, and the evidence that is held."""

from __future__ import annotations

from pydantic import Field, model_validator

from drafting.profiles.fields import Figure, Money, Pages, Text, When, Words, Yes
from drafting.profiles.rows import Gauged, Misfit, Row, Used


class Practice(Used, Gauged):
    """The answer to one or more points of the questionnaire: what is done, with what, and what came of it."""

    points: Words = Field(title="问题编号", description="所回答的问题，可以有几个")
    value: Figure | None = Field(None, title="数值", description="问数量或比例的问题填这里")
    unit: Text | None = Field(None, title="单位")
    by: Words = Field((), title="依托", description="所依托的系统、装备、文件等的编号、代码或名称")
    how: Text | None = Field(None, title="做法", description="现在怎么做：谁、用什么、多久一次、覆盖哪里")
    effect: Text | None = Field(None, title="成效", description="带来什么结果；有数字的写明统计期")
    reason: Text | None = Field(None, title="不适用的理由")

    @model_validator(mode="after")
    def _reasoned(self) -> Practice:
        if not self.points:
            raise Misfit("points", "没有写回答的是哪个问题")
        if self.state == "not_applicable" and not self.reason:
            raise Misfit("reason", "写了不适用，就要写理由")
        return self


class Held(Row):
    """A piece of evidence that the enterprise holds."""

    id: Text = Field(title="附件编号")
    kind: Text = Field(title="材料类型", description="证明材料类型的代码或名称")
    title: Text = Field(title="材料名称")
    file: Text | None = Field(None, title="文件", description="项目文件夹 evidence/ 里的文件名")
    serves: Words = Field((), title="证明什么", description="所证明的问题编号，或系统、装备、项目等的编号")
    stage: Text | None = Field(None, title="环节", description="合同、发票、付款、验收、台账、运行日志")
    party: Text | None = Field(None, title="单位名称", description="材料上写的本企业名称")
    names: Text | None = Field(None, title="系统（设备）名", description="材料上写的系统或设备名称")
    number: Text | None = Field(None, title="编号或文号")
    amount: Money | None = Field(None, title="金额", description="万元")
    formed: When | None = Field(None, title="形成日期")
    valid_until: When | None = Field(None, title="有效期至")
    pages: Pages | None = Field(None, title="页数")
    sealed: Yes | None = Field(None, title="已盖章", description="是或否")
    masked: Yes | None = Field(None, title="已脱敏", description="是或否")
    owner: Text | None = Field(None, title="责任人")
