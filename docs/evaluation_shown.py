"""The figures of the test sets that the app shows, taken from the evaluation page: search, and answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from evaluation_figures import PageError

SHOWN = Path(__file__).resolve().parents[1] / "app" / "web" / "about" / "figures.json"
_SECTIONS = {"search": "## 检索 Search", "answers": "## 回答 Answers"}
_SET = re.compile(r"(?P<set>(?:[a-z]+-)?test)（(?P<questions>\d+)）")
_DATE = re.compile(r"^\| 日期 date \| (?P<date>\d{4}-\d{2}-\d{2}) \|$", re.MULTILINE)


def shown(page: str) -> dict[str, Any]:
    """The figures as the app reads them.

    Args:
        page: The evaluation page in Markdown.

    Raises:
        PageError: It has no date, or lacks a section with rows of a test set.
    """
    dated = _DATE.search(page)
    if dated is None:
        raise PageError("evaluation page: it has no date. Make it again with docs/make_evaluation_page.py.")
    return {"date": dated["date"], **{name: _table(page, heading) for name, heading in _SECTIONS.items()}}


def write_shown(page: str, path: Path = SHOWN) -> None:
    """Write the figures beside the app's page that shows them."""
    path.write_text(json.dumps(shown(page), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _table(page: str, heading: str) -> dict[str, Any]:
    lines = page.partition(f"{heading}\n")[2].splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith("|")), len(lines))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cells = _cells(line)
        if found := _SET.fullmatch(cells[0]):
            rows.append({**found.groupdict(), "system": cells[1], "values": cells[2:]})
    if not rows:
        raise PageError(f"evaluation page: {heading} has no row of a test set. Make the page again.")
    return {"heads": _cells(lines[start])[2:], "rows": rows}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
