"""What all rows of a profile share, and those that tell of something in use."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from drafting.profiles.fields import Number, StateField, Text, When
from drafting.profiles.number_reading import SHARE, apart, plain_unit


class Misfit(ValueError):
    """Fields of a row do not fit together.

    Attributes:
        field: The key of the field to look at.
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field


class Row(BaseModel):
    """What all rows share: frozen, a key that nobody knows is an error, and what is left blank is not there."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {key: one for key, one in given.items() if key not in cls.model_fields or not _blank(one)}


def _blank(given: object) -> bool:
    return given is None or (isinstance(given, str) and not given.strip())


class Gauged(Row):
    """What has a figure and, in a column of its own, the unit of it; a unit behind the figure must be that one."""

    @model_validator(mode="before")
    @classmethod
    def _unit_once(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        held = dict(given)
        for key in ("value", "baseline"):
            parts = apart(held[key]) if isinstance(held.get(key), str) else None
            if parts is None:
                continue
            unit = plain_unit(str(held.get("unit") or ""))
            if not unit and plain_unit(parts[1]) == SHARE.name:
                held["unit"], unit = SHARE.name, SHARE.name
            if unit == plain_unit(parts[1]):
                held[key] = parts[0]
        return held


class Used(Row):
    """What is or is not in use, since when, and how much of its field it covers."""

    state: StateField = Field(title="状态", description="只有在用才算数")
    since: When | None = Field(None, title="投用日期", description="上线或投用的日期，如 2023-06；没有日期不算满足")
    covered: Number | None = Field(None, title="已覆盖", description="分子：已覆盖的数量")
    total: Number | None = Field(None, title="应覆盖", description="分母：应覆盖的总数")
    counted_as: Text | None = Field(None, title="计数对象", description="分子分母数的是什么，如 车间、关键设备")

    @model_validator(mode="after")
    def _within(self) -> Used:
        for key, counted in (("covered", self.covered), ("total", self.total)):
            if counted is not None and counted < 0:
                raise Misfit(key, "数量不能小于 0")
        if self.covered is not None and self.total is not None and self.covered > self.total:
            raise Misfit("covered", f"已覆盖 {self.covered} 大于应覆盖 {self.total}")
        if (self.covered is None) != (self.total is None):
            raise Misfit("total" if self.total is None else "covered", "已覆盖和应覆盖要一起填")
        return self
