"""Makes the page that shows every named query with its answer, from a built data folder.

python docs/make_query_page.py [--data DIR]            # writes docs/queries.md
python docs/make_query_page.py [--data DIR] --check    # writes nothing; status 1 where it is not current
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from app.assembly import Workspace
from app.settings import read_settings
from kg.graph import GraphStore
from kg.named_queries import NamedQuery, named_queries
from kg.rows import Plain

PAGE = Path(__file__).resolve().parent / "queries.md"
SHOWN = 3
WIDEST = 42

_HEAD = """\
# 内置查询及其结果 Named queries and their answers

<!-- 由 docs/make_query_page.py 生成。Generated from a build of the founding texts. -->

每个查询回答一个业务问题，结果取自五份文件的图；只列前三行，行数在标题后。查推定图的，结果都是推定，不是官方对应。
*Each query answers a question; the first three rows are shown. What comes from the proposals is not official.*
"""


def page(graph: GraphStore) -> str:
    """The page in Markdown.

    Args:
        graph: The graph of a build.

    Raises:
        GraphError: A query cannot be answered.
    """
    return "\n".join([_HEAD, *(line for query in named_queries() for line in _section(graph, query))]).rstrip() + "\n"


def _section(graph: GraphStore, query: NamedQuery) -> Iterator[str]:
    rows = graph.query(query.sparql)
    given = "".join(f" --set {one.name}={one.default}" for one in query.parameters)
    proposed = "推定，" if re.search("graph:(proposed|aligned)", query.sparql) else ""
    yield f"## {query.name}（{proposed}{len(rows.values)} 行）\n"
    yield f"{query.zh}  \n*{query.en}*\n"
    yield f"```console\n$ gongbiao sparql {query.name}{given}\n```\n"
    if rows.values:
        yield "| " + " | ".join(rows.variables) + " |"
        yield "|" + "---|" * len(rows.variables)
        yield from ("| " + " | ".join(_cell(value) for value in row) + " |" for row in rows.values[:SHOWN])
        yield ""


def _cell(value: Plain) -> str:
    text = "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def main() -> int:
    """Write the page, or tell whether it is current; returns an exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the data folder; the platform's own where left out")
    parser.add_argument("--check", action="store_true", help="write nothing, tell whether the page is current")
    given = parser.parse_args()
    workspace = Workspace.open(read_settings(given.data))
    if workspace is None:
        sys.stderr.write("error: data folder: nothing is built. Run `gongbiao build`.\n")
        return 1
    made = page(workspace.snapshot.graph)
    if not given.check:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write("error: queries.md: not current. Run `python docs/make_query_page.py`.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
