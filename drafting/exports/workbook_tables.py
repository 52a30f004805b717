"""The sheets that people edit: where each stands, what names its rows, and what may be changed in it."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.exports.workbook_fields import GAP_FIELDS, Field, SubjectKind, fields_of

NUMBER_HEAD = "编号"
ATTACHMENT_HEAD = "附件编号"
SCENE_HEAD = "内容"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that people edit.

    Attributes:
        name: The sheet's name.
        kind: What its rows are.
        key_head: The head of the column that names them.
        only: The fields that it holds; an empty tuple for all.
        whole: Whether every subject of its kind stands in it, or in another whole sheet.
    """

    name: str
    kind: SubjectKind
    key_head: str = NUMBER_HEAD
    only: tuple[Field, ...] = ()
    whole: bool = True

    def fields(self, stages: tuple[str, ...]) -> tuple[Field, ...]:
        """What may be changed in it.

        Args:
            stages: The links of the chain of proof, in order.
        """
        return self.only or fields_of(self.kind, stages)


MATRIX = Table("要求矩阵", "item")
POINTS = Table("判断点", "point")
GAPS = Table("缺口清单", "item", only=GAP_FIELDS, whole=False)
EVIDENCE = Table("证据登记", "evidence", ATTACHMENT_HEAD)
CONDITIONS = Table("申报条件", "condition")
FOUNDATION = Table("下级基础", "item")
SCRIPT = Table("现场核查脚本", "scene", SCENE_HEAD)
TABLES = (MATRIX, FOUNDATION, GAPS, POINTS, EVIDENCE, CONDITIONS, SCRIPT)
"""In the order in which the first of two contradicting edits wins."""
