"""The check ``shacl``: whether everything has what its shape asks for."""

from __future__ import annotations

from kg.checks.verdict import Check, Said, verdict
from kg.graph import GraphStore
from kg.terms import PREFIXES
from ontology.shapes import PROPOSED, STATED, Violation, check_shapes


def check_completeness(graph: GraphStore) -> Check:
    """Validate what is stated, then what is proposed, against the shapes of ``ontology/shapes``.

    Raises:
        OntologyError: A shape cannot be used.
    """
    report = check_shapes(graph.canonical("stated"), graph.canonical("proposed"))
    files = len(STATED) + len(PROPOSED)
    count = len(report.violations)
    return verdict(
        "shacl",
        Said(
            f"{report.validator}：全图 {len(graph)} 条三元组（推定图另按其形状），"
            f"{files} 个文件的 {report.shapes} 个形状，{count} 处不符",
            f"{report.validator}: the whole graph of {len(graph)} triples (proposals by their own shapes), "
            f"{report.shapes} shapes in {files} files, {count} violations",
        ),
        (_finding(one) for one in report.violations),
        figures={"triples": len(graph), "shapes": report.shapes, "violations": count},
    )


def short(address: str) -> str:
    """An address by its prefix where it has one: ``gb:Clause``, ``document:zj-graded``."""
    for prefix, root in PREFIXES.items():
        if address.startswith(root) and address != root:
            return f"{prefix}:{address.removeprefix(root)}"
    return address


def _finding(one: Violation) -> Said:
    place = short(one.focus) + (f" {short(one.path)}" if one.path else "")
    value = "" if one.value is None else f" [{short(one.value)[:80]}]"
    return Said(f"{place}：{one.zh}{value}", f"{place}: {one.en}{value}")
