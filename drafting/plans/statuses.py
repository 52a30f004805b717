"""How a point or a requirement stands, and how pressing it is, with the names that people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Status = Literal["met", "partial", "gap", "unknown", "not_applicable"]
STATUS_LABELS: Mapping[str, str] = {
    "met": "满足",
    "partial": "部分满足",
    "gap": "缺项",
    "unknown": "待确认",
    "not_applicable": "不适用",
}
OPEN = frozenset({"gap", "partial", "unknown"})
"""The statuses that leave something to do."""

BINDING = frozenset({"shall", "none"})
"""The forces that must be met: 应, and no governing word."""

Priority = Literal["high", "medium", "low", "none"]
PRIORITY_LABELS: Mapping[str, str] = {"high": "高", "medium": "中", "low": "低", "none": "—"}
