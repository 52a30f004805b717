"""Words that answers are composed of: names of forces, places and counts, in Chinese and English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.clause import Clause, Force
from kg.row_names import row_name

FORCE_WORDS: Mapping[Force, str] = {
    "shall": "应",
    "should": "宜",
    "may": "可",
    "encouraged": "鼓励",
    "none": "无规范用词",
}
FORCE_WORDS_EN: Mapping[Force, str] = {
    "shall": "shall",
    "should": "should",
    "may": "may",
    "encouraged": "encouraged",
    "none": "no governing word",
}

AMONG_ALIKE = "第 {number} 项（原文标“{label}”）"
"""Which of several rows with the same printed label one is, in a place."""


def forces_of(clause: Clause) -> str:
    """``应``; ``应、宜`` for a clause that holds both."""
    return "、".join(FORCE_WORDS[force] for force in clause.forces)


def force_counts(clauses: Sequence[Clause]) -> str:
    """``应 3 条、宜 1 条``: how many clauses hold which forces."""
    counts = Counter(clause.forces for clause in clauses)
    return "、".join(
        f"{'＋'.join(FORCE_WORDS[force] for force in forces)} {count} 条"
        if forces != ("none",)
        else f"{FORCE_WORDS['none']} {count} 条"
        for forces, count in counts.most_common()
    )


def force_counts_en(clauses: Sequence[Clause]) -> str:
    """``应 (shall) 3, 宜 (should) 1``: the same in English; a clause that holds two forces counts once, for both."""
    counts = Counter(tuple(FORCE_WORDS[force] for force in clause.forces) for clause in clauses)
    return ", ".join(f"{forces_en(words)} {count}" for words, count in counts.most_common())


def forces_en(words: Sequence[str]) -> str:
    """``应 (shall)``; ``应＋宜 (shall and should)``: the Chinese words of forces with the English ones beside."""
    english = {word: FORCE_WORDS_EN[force] for force, word in FORCE_WORDS.items()}
    return f"{'＋'.join(words)} ({' and '.join(english[word] for word in words)})"


def printed_label(clause: Clause) -> str:
    """The label as the document prints it: ``a）``, ``（一）``, ``第三条``, ``1.``; a name as it is."""
    label = clause.label or ""
    if not label:
        return ""
    if clause.section == f"第{label}条" and clause.section not in clause.path:
        return clause.section
    if len(label) <= 2 and label[0].isascii() and label[0].islower():
        return f"{label}）"
    if all(character in "一二三四五六七八九十" for character in label):
        return f"（{label}）"
    return f"{label}." if label.isdigit() else label


def measured(clause: Clause) -> str:
    """What a bare figure in a table's cell measures, with the unit that only the head prints: 设备联网率（%）."""
    name = row_name(clause)
    unit = clause.quantities[0].unit if name and clause.quantities else ""
    return f"{name}（{unit}）" if unit and unit not in clause.plain and unit not in name else name


def ids_of(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The ids of clauses, in their order, as sentences cite them."""
    return tuple(one.id for one in clauses)


def label_beside(clause: Clause, where: str) -> str:
    """The printed label as it follows the name of its place; nothing where that name is the label itself."""
    label = printed_label(clause)
    return "" if label == where else label


def place(clause: Clause, titles: Mapping[str, str]) -> str:
    """Where a clause stands, as one points at it: document, tier, subdomain or section, label."""
    parts = [f"《{titles.get(clause.document, clause.document)}》"]
    if clause.tier_label:
        parts.append(clause.tier_label)
    if clause.track:
        parts.append(clause.track)
    if clause.subdomain_no is not None and clause.subdomain:
        parts.append(f"{clause.subdomain_no}.{clause.subdomain}")
    elif clause.section:
        parts.append(f"{clause.section} {clause.subdomain or clause.domain or ''}".strip())
    elif clause.subdomain:
        parts.append(clause.subdomain)
    if clause.element and not clause.subdomain and clause.element not in parts:
        parts.append(clause.element)
    label = printed_label(clause)
    if (number := _among_alike(clause)) is not None:
        parts.append(AMONG_ALIKE.format(number=number, label=label))
    elif label and label not in parts:
        parts.append(label)
    return " · ".join(parts)


def _among_alike(clause: Clause) -> int | None:
    """Which of the rows of its section with the same printed label a clause is; None where it is the only one.

    The id knows: its last part is the label, and numbered where the label repeats (``…/6.2.3/1.4``).
    """
    if not clause.label or clause.kind == "heading":
        return None
    found = re.fullmatch(rf"{re.escape(clause.label)}\.(\d+)", clause.id.rpartition("/")[2])
    return int(found.group(1)) if found else None


def joined(names: Sequence[str], limit: int = 60) -> str:
    """Names joined by 、; the rest counted where there are too many."""
    shown = "、".join(names[:limit])
    return shown if len(names) <= limit else f"{shown} 等 {len(names)} 项"
