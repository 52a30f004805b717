"""What is odd about a text, noted and never repaired: repeated and skipped labels, twins, absent figures, residue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.blocks import split_blocks, table_rows
from corpus.clause import Clause
from corpus.commands import commands_at
from corpus.gaps import absent_annexes, gaps
from corpus.lines import RESIDUE, split_lines
from corpus.shape import Shape

_LEAD_NAMES = re.compile(r"包括(?P<names>[^。]+?)\s*\d+\s*[个项]能力子域")
_CITED = re.compile(r"(?:如|见)\s*(?P<what>[图表]\s*\d+)\s*所?示?|(?P<annex>见附件)")
_HEAD_AGAIN = re.compile(r"(?P<row>/table-[^/]+/[1-9]\d*)/")
_IN_CELLS = ("conditions.", "tier-table.")
_ENDS = tuple("。；;：:！!？?”」』）)】]…/／")
_TWIN_LENGTH = 16
_SHOWN = 5


def watch(source: str, clauses: Sequence[Clause], shape: Shape | None = None) -> tuple[str, ...]:
    """The notes on one document, in Chinese, for its readers.

    Args:
        source: The stored text.
        clauses: Its rows in reading order.
        shape: What the file shows beside the text; tables that it shows need no guess about their cells.
    """
    return (
        *_labels(clauses),
        *_names(clauses),
        *_absent(source, clauses),
        *_unended(clauses),
        *_broken(clauses),
        *(() if shape is not None and shape.tables else _tables(source)),
        *_heads_again(clauses),
        *_characters(source),
        *_commands(clauses),
        *_counts(clauses),
        *gaps(source, clauses),
        *absent_annexes(source, clauses),
    )


def _labels(clauses: Sequence[Clause]) -> Iterator[str]:
    groups: dict[tuple[str | int | None, ...], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.label and clause.kind in ("requirement", "abbreviation") and "." not in clause.label:
            above = clause.id.rsplit("/", 1)[0]
            groups[above, clause.subdomain_no, clause.tier, clause.kind].append(clause)
    for group in groups.values():
        labels = [clause.label or "" for clause in group]
        where = group[0].section or group[0].document
        for label, count in Counter(labels).items():
            if count > 1:
                yield f"{where}：印出的标号“{label}”重复 {count} 次，按原文保留，以序号区分。"
        letters = [ord(label) for label in labels if len(label) == 1 and label.isascii() and label.isalpha()]
        missing = sorted(set(range(97, max(letters) + 1)) - set(letters)) if letters else []
        scoped = {label[0] for label in labels if len(label) == 2 and label[1].isdigit()}
        skipped = [chr(code) for code in missing if chr(code) not in scoped]
        if skipped:
            yield f"{where}：标号跳过“{'、'.join(skipped)}”，原文如此。"


def _names(clauses: Sequence[Clause]) -> Iterator[str]:
    """Subdomains that the lead-in sentence and the table name differently; the table wins."""
    tabled: dict[str, list[str]] = defaultdict(list)
    for clause in clauses:
        if clause.rule == "tier-table.subdomain" and clause.domain and clause.subdomain:
            tabled[clause.domain].append(clause.subdomain)
    for clause in clauses:
        found = _LEAD_NAMES.search(clause.plain) if clause.kind == "lead" else None
        names = tabled.get(clause.domain or "", [])
        if not found or not names:
            continue
        said = [name.strip() for name in re.split(r"[、和]", found["names"])]
        differing = [name for name in names if name not in found["names"]]
        others = "、".join(name for name in said if not any(name in known or known in name for known in names))
        for name in differing:
            words = others or found["names"]
            yield f"{clause.section}：表中能力子域“{name}”与引导句用词（{words}）不同，以表为准。"


def _absent(source: str, clauses: Sequence[Clause]) -> Iterator[str]:
    tables = {clause.id.split("/")[1] for clause in clauses if clause.rule == "table.head"}
    cited = sorted({re.sub(r"\s", "", found["what"]) for found in _CITED.finditer(source) if found["what"]})
    for what in cited:
        if what.startswith("图"):
            yield f"文中引用{what}，图的内容不在文本中。"
        elif f"table-{what[1:]}" not in tables:
            yield f"文中引用{what}，该表不在文本中。"
    if re.search(r"见附件[^0-9一二三四五六七八九十：:]|见附件$", source) and not any(
        clause.section.startswith("附件") for clause in clauses
    ):
        yield "文中引用附件，附件内容不在文本中。"
    last = clauses[-1] if clauses else None
    if last is not None and re.search(r"分级", "".join(last.path)) and not any(clause.tier for clause in clauses):
        yield f"{last.section} 只说明分级方法，分级要求的表不在文本中。"


def _unended(clauses: Sequence[Clause]) -> Iterator[str]:
    """Requirements that stop without a closing mark: some only lack it, some break off."""
    asked = [clause for clause in clauses if clause.kind == "requirement" and not clause.rule.startswith(_IN_CELLS)]
    found = [clause for clause in asked if not clause.plain.endswith(_ENDS)]
    if found and len(found) <= len(asked) / 2:
        yield f"{_places(found)}：句末无标点（或语句未完），原文如此。"


def _broken(clauses: Sequence[Clause]) -> Iterator[str]:
    """Sentences that the print breaks over lines; the reading joins them, the stored text stays."""
    found = [
        clause
        for clause in clauses
        if clause.rule in ("outline.item", "outline.paragraph") and "\n" in RESIDUE.sub("", clause.text).strip()
    ]
    if found:
        yield f"{_places(found)}：句子在文本中断行，原文位置保留，阅读文本中接为一句。"


def _places(clauses: Sequence[Clause]) -> str:
    places = [clause.id.split("/", 1)[1] for clause in clauses]
    shown = "、".join(places[:_SHOWN])
    return f"{shown} 等 {len(places)} 处" if len(places) > _SHOWN else shown


def _tables(source: str) -> Iterator[str]:
    """Rows of tables that hold nothing, or fewer cells than the head has columns."""
    filler, ragged = 0, 0
    for block in split_blocks(source, split_lines(source)):
        rows = table_rows(source, block) if block.kind == "cells" else ()
        width = len(rows[0]) if rows else 0
        for row in rows[1:]:
            empty = all(cell.empty for cell in row)
            filler += empty and len(row) == width > 2
            ragged += not empty and 1 < len(row) < width and len(rows[0]) == len(rows[-1])
    if filler:
        yield f"表格中有 {filler} 个空白填充行，不含要求，按原文位置保留。"
    if ragged:
        yield f"表格中有 {ragged} 行的单元格少于表头列数，请核对原件。"


def _heads_again(clauses: Sequence[Clause]) -> Iterator[str]:
    heads = [clause for clause in clauses if clause.rule == "row-table.head"]
    again = sum(clause.text == heads[0].text for clause in heads) - 1 if heads else 0
    if again > 0:
        yield f"{heads[0].section}：表头因分页重复印出 {again} 次，按原文保留。"
    repeated = {found["row"] for clause in clauses if (found := _HEAD_AGAIN.search(clause.id)) and _is_head(clause)}
    if repeated:
        yield f"表头因分页重复印出 {len(repeated)} 次，按原文保留。"


def _is_head(clause: Clause) -> bool:
    return clause.rule == "table.head"


def _characters(source: str) -> Iterator[str]:
    residue = Counter(
        "图片占位" if found.group().startswith("[image") else "书签" for found in RESIDUE.finditer(source)
    )
    for what, count in residue.items():
        yield f"文本含 {count} 处编辑残留（{what}），原文位置保留，阅读文本中略去。"
    if "／" in source:
        yield "文本含全角斜线“／”，按原文保留。"


def _commands(clauses: Sequence[Clause]) -> Iterator[str]:
    """Rows that speak to a program: they stay text, word for word, and nothing obeys them."""
    found = [clause for clause in clauses if commands_at(clause.plain) is not None]
    if found:
        yield f"{_places(found)}：像是写给程序或模型的指令，只作原文保留，不会照做。"


def _counts(clauses: Sequence[Clause]) -> Iterator[str]:
    parts = [clause for clause in clauses if clause.rule == "form.part" and clause.label]
    numerals = "一二三四五六七八九十"
    for before, after in pairwise(parts):
        first, second = numerals.find(before.label or ""), numerals.find(after.label or "")
        if before.section == after.section and first >= 0 and second > first + 1:
            yield f"{after.section}：表格由“{before.label}”直接到“{after.label}”，中间编号缺失，原文如此。"


def twins(documents: Sequence[Sequence[Clause]]) -> dict[str, tuple[str, ...]]:
    """For each document, a note on the requirements that stand word for word in another one.

    Closing punctuation does not count; sentences that differ by white space alone are counted apart.
    """
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for clauses in documents:
        for clause in clauses:
            words = clause.plain.rstrip("。；;. ")
            key = re.sub(r"\s", "", words)
            if clause.kind in ("requirement", "threshold") and len(key) >= _TWIN_LENGTH:
                places[key].setdefault(clause.document, words)
    equal: Counter[tuple[str, str]] = Counter()
    spaced: Counter[tuple[str, str]] = Counter()
    for found in places.values():
        for one in found:
            for other in found:
                if one != other:
                    (equal if found[one] == found[other] else spaced)[one, other] += 1
    notes: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted({*equal, *spaced}):
        more = f"（另有 {spaced[one, other]} 条仅空格不同）" if spaced[one, other] else ""
        notes[one].append(f"有 {equal[one, other]} 条与 {other} 逐字相同{more}，引用时须注明文件。")
    return {document: tuple(lines) for document, lines in notes.items()}
