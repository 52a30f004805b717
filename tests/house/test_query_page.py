"""The page of the named queries shows the answers that a build of the founding texts gives."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from kg.named_queries import named_queries
from tests.house.source_tree import ROOT


def test_the_page_is_current(built_data: Path) -> None:
    command = [sys.executable, str(ROOT / "docs" / "make_query_page.py"), "--data", str(built_data), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_query_stands_on_the_page_and_answers_something() -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in named_queries():
        assert f"\n## {query.name}（" in page, query.name
    assert re.search(r"[（，]0 行）", page) is None
