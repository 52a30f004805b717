"""What people see of ingesting and of two editions, with and without colours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import get_args

from rich.console import Console, RenderableType

from app.assessed import Ingested
from app.editions import EditionPair
from app.labels import layout_name
from app.library_tables import diff_table, ingest_table
from corpus.assessing import LayoutName
from corpus.holdings.record import Held
from corpus.library import Document, cut_text, meta_of
from kg.editions.differing import edition_rows
from kg.editions.lineage import ancestors
from tests.corpus.holding import RULES, Shelf, arrival


def printed(shown: RenderableType) -> str:
    console = Console(file=io.StringIO(), width=160)
    console.print(shown)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def document(held: Held) -> Document:
    clauses, _ = cut_text(held.record.id, held.text, held.shape, None)
    return Document(meta_of(held), held.text, clauses, ())


def pair(tmp_path: Path, later: str) -> EditionPair:
    shelf = Shelf()
    admitted = [shelf.admit(arrival(tmp_path, "yunling.txt", text)) for text in (RULES, later)]
    former, latter = (document(one.held) for one in admitted if one.held)
    rows = edition_rows(former.clauses, latter.clauses, ancestors(former.clauses, latter.clauses))
    return EditionPair(former, latter, rows)


def test_without_colours_what_changed_is_marked(tmp_path: Path) -> None:
    changed = pair(tmp_path, RULES.replace("不低于60%", "不低于75%").replace("制造业数字化，", "制造业数字化,"))
    plain = printed(diff_table(changed, "zh", coloured=False))
    assert "不低于[-60-]{+75+}%" in plain
    assert "不变（仅标点） 1" in plain and "改动 1" in plain and "数字化,制定" not in plain
    every = printed(diff_table(changed, "zh", everything=True, coloured=False))
    assert "数字化[-，-]{+,+}制定" in every
    assert "不低于6075%" in printed(diff_table(changed, "zh"))


def test_every_layout_has_a_name() -> None:
    names = [layout_name(one) for one in get_args(LayoutName)]
    assert len(set(names)) == len(names) and all("一" <= sign <= "鿿" for name in names for sign in name)


def test_a_reason_is_told_in_the_reader_s_language() -> None:
    rejected = (Ingested("空.txt", "rejected", reason="空.txt: it is empty. Give the document itself (文件为空)."),)
    assert "空.txt：文件是空的。" in printed(ingest_table(rejected, "zh"))
    assert "it is empty" in printed(ingest_table(rejected, "en"))
