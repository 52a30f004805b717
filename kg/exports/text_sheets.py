"""The sheets of what the texts say: documents, clauses, cells of tier tables, systems by document and tier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from corpus.clause import Clause
from kg.cells import read_cells
from kg.exports.holdings import Holdings
from kg.exports.sheet import Cell, Sheet
from kg.mapped import natural

_SYSTEMS = """
SELECT ?code ?zh ?en (GROUP_CONCAT(DISTINCT ?called; SEPARATOR="、") AS ?kinds) WHERE {
  ?system a gb:System ; skos:notation ?code ; skos:prefLabel ?zh, ?en .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
  OPTIONAL { ?system skos:broader ?kind . ?kind a gb:SystemKind ; skos:prefLabel ?called FILTER(LANG(?called) = "%s") }
} GROUP BY ?code ?zh ?en
"""


def documents_sheet(held: Holdings) -> Sheet:
    """The documents with the basis of each year and the hash of each text."""
    columns = held.columns(
        ("编号", "Id", 16),
        ("标题", "Title", 44),
        ("发布机构", "Issuer", 22),
        ("地区", "Region", 12),
        ("年份", "Year", 8),
        ("年份依据", "Year basis", 30),
        ("状态", "Status", 14),
        ("条目数", "Rows", 8),
        ("注意", "Notes", 60),
        ("sha256", "sha256", 30),
    )
    rows = [
        (
            one.meta.id,
            one.meta.title,
            one.meta.issuer,
            one.meta.region,
            one.meta.year,
            one.meta.year_basis,
            one.meta.status,
            len(one.clauses),
            "\n".join(one.notes),
            one.meta.sha256,
        )
        for one in held.documents
    ]
    return Sheet(held.say("文件", "Documents"), columns, rows)


def clauses_sheet(held: Holdings) -> Sheet:
    """Every row of every document, in reading order."""
    columns = held.columns(
        ("编号", "Id", 30),
        ("文件", "Document", 14),
        ("章节", "Section", 9),
        ("标题链", "Headings", 28),
        ("能力要素", "Element", 12),
        ("能力域", "Domain", 14),
        ("子域编号", "Subdomain no.", 9),
        ("能力子域", "Subdomain", 18),
        ("等级", "Tier", 14),
        ("类型", "Track", 14),
        ("标号", "Label", 8),
        ("种类", "Kind", 10),
        ("用词", "Forces", 9),
        ("原文", "Text", 60),
        ("通读文", "Plain text", 60),
        ("行业", "Industry", 10),
        ("系统", "Systems", 16),
        ("技术", "Technologies", 18),
        ("数量", "Quantities", 18),
        ("推定场景", "Proposed scenarios", 14),
        ("起点", "Start", 8),
        ("终点", "End", 8),
    )
    forces, kinds = held.forces(), held.kinds()
    rows = [_clause(clause, forces, kinds) for clause in held.clauses]
    return Sheet(held.say("条款", "Clauses"), columns, rows)


def _clause(clause: Clause, forces: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        clause.id,
        clause.document,
        clause.section,
        " › ".join(clause.path),
        clause.element,
        clause.domain,
        clause.subdomain_no,
        clause.subdomain,
        clause.tier_label or clause.tier,
        clause.track,
        clause.label,
        kinds.get(clause.id, clause.kind),
        "、".join(forces.get(force, force) for force in clause.forces if force != "none"),
        clause.text,
        clause.plain,
        clause.industry,
        "、".join(clause.systems),
        "、".join(clause.technologies),
        "；".join(quantity.text for quantity in clause.quantities),
        "、".join(clause.national),
        clause.start,
        clause.end,
    )


def cells_sheet(held: Holdings) -> Sheet:
    """How many requirements each subdomain has at each tier, and how strict they are; ``/`` where none is required."""
    by_id = {clause.id: clause for clause in held.clauses}
    cells = {
        cell: [by_id[one] for one in ids if one in by_id]
        for cell, ids in read_cells(held.graph).items()
        if any(one in by_id for one in ids)
    }
    tiers = dict.fromkeys((document, tier) for document, _, tier in cells)
    forces = held.forces()
    described = [("文件", "Document", 14), ("编号", "No.", 7), ("能力域", "Domain", 16), ("能力子域", "Subdomain", 26)]
    for document, tier in tiers:
        name = next(one.tier_label or tier for one in by_id.values() if (one.document, one.tier) == (document, tier))
        described.append((name, tier, 10))
        described += [(f"{name} {forces[force]}", f"{tier} {forces[force]}", 9) for force in ("shall", "should")]
    rows: list[tuple[Cell, ...]] = []
    places = dict.fromkeys((document, number) for document, number, _ in cells)
    for document, number in sorted(places, key=lambda place: (place[0], natural(place[1]))):
        first = next(rows_[0] for cell, rows_ in cells.items() if cell[:2] == (document, number))
        row: list[Cell] = [document, int(number) if number.isdecimal() else number, first.domain, first.subdomain]
        for where, tier in tiers:
            row += _figures(cells.get((document, number, tier), []) if where == document else [])
        rows.append(tuple(row))
    return Sheet(held.say("矩阵", "Cells"), held.columns(*described), rows)


def _figures(clauses: list[Clause]) -> tuple[Cell, Cell, Cell]:
    asked = [clause for clause in clauses if clause.kind == "requirement"]
    if not asked:
        return ("/" if clauses else None, None, None)
    shall, should = (sum(force in clause.forces for clause in asked) for force in ("shall", "should"))
    return (len(asked), shall, should)


def systems_sheet(held: Holdings) -> Sheet:
    """How many requirements name each system, by document and tier; other rows that name it are counted apart."""
    named: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    others: Counter[str] = Counter()
    for clause in held.clauses:
        for code in clause.systems:
            if clause.kind == "requirement":
                named[code][clause.document, clause.tier_label or ""] += 1
            else:
                others[code] += 1
    places = dict.fromkeys(
        (clause.document, clause.tier_label or "") for clause in held.clauses if clause.kind == "requirement"
    )
    columns = held.columns(
        ("代码", "Code", 20),
        ("名称", "Name (zh)", 24),
        ("英文名称", "Name", 34),
        ("类别", "Kind", 24),
        ("要求合计", "Requirements", 10),
        *((f"{document} {tier}".strip(), f"{document} {tier}".strip(), 10) for document, tier in places),
        ("其他条目", "Other rows", 10),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in held.graph.query(_SYSTEMS % held.language).records:
        code = str(one["code"])
        counts = [named[code][place] for place in places]
        rows.append(
            (code, one["zh"], one["en"], one["kinds"], sum(counts), *(n or None for n in counts), others[code] or None)
        )
    rows.sort(key=lambda row: (-int(row[4] or 0), str(row[0])))
    return Sheet(held.say("系统", "Systems"), columns, rows)
