"""Where the parts of a profile stand in a workbook: shared by what writes it and what reads it."""

from __future__ import annotations

GUIDE = "填写说明"
FORM_HEADS = ("项目", "内容", "说明")
"""Heads of the sheets of one record, such as 企业: a field a row."""
QUESTION_HEADS = ("能力域", "能力子域", "等级", "约束词", "问题", "满足的标准", "条文", "这题填什么")
"""Columns of the questionnaire that are given; the question's id before them is a field of the answer."""
GIVEN_HEADS = (*QUESTION_HEADS, "要数的对象")
"""Columns that a questionnaire may have and that answer nothing: those of today, and one of earlier templates."""
