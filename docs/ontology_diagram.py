"""The ontology's main classes and properties as an SVG picture; labels come from the ontology, places are set here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ontology_terms import Ontology, Term
from rdflib import URIRef
from rdflib.namespace import RDFS

from kg.terms import GB, PREFIXES

WIDTH, HEIGHT = 1422, 1160
FONT = "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
_COLOURS = {
    "document": ("#E3EEFB", "#2F6DB5"),
    "clause": ("#FFFFFF", "#37474F"),
    "said": ("#E8F5E9", "#2E7D32"),
    "grid": ("#FFF3DD", "#B26A00"),
    "national": ("#FBE7EC", "#AD1457"),
}
_LEGEND = (
    ("document", "文件与部分 documents"),
    ("clause", "条款 clauses"),
    ("said", "条款所说 what they say"),
    ("grid", "等级与能力 tiers, capabilities"),
    ("national", "国家层面 national level"),
)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a class is drawn; its narrower classes may be listed in it."""

    name: str
    x: int
    y: int
    width: int
    height: int
    group: str
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property between two classes: its path, where its label stands, and whether it is only proposed."""

    name: str
    source: str
    target: str
    points: tuple[tuple[int, int], ...]
    label: tuple[int, int]
    proposed: bool = False


BOXES = (
    Box("Work", 20, 60, 150, 60, "document"),
    Box("SourceFile", 20, 180, 150, 60, "document"),
    Box("Region", 20, 300, 150, 60, "document"),
    Box("Document", 280, 60, 150, 60, "document"),
    Box("Part", 280, 300, 150, 60, "document"),
    Box("Clause", 522, 60, 358, 636, "clause", ("Clause", "Requirement")),
    Box("Provision", 1020, 60, 150, 60, "said"),
    Box("Force", 1262, 60, 140, 60, "said"),
    Box("Quantity", 1020, 140, 150, 60, "said"),
    Box("System", 1020, 220, 150, 60, "said"),
    Box("SystemKind", 1262, 220, 140, 60, "said"),
    Box("Technology", 1020, 300, 150, 60, "said"),
    Box("DefinedTerm", 1020, 380, 150, 60, "said"),
    Box("Industry", 1020, 460, 150, 60, "said"),
    Box("Track", 1020, 540, 150, 60, "grid"),
    Box("EvidenceType", 1020, 630, 150, 60, "said"),
    Box("Capability", 240, 752, 210, 142, "grid", ("Capability",)),
    Box("Cell", 590, 760, 230, 120, "grid", ("Cell",)),
    Box("Tier", 1020, 790, 150, 60, "grid"),
    Box("TierScheme", 1262, 790, 140, 60, "grid"),
    Box("ScenarioLink", 20, 970, 150, 60, "national"),
    Box("NationalScenario", 270, 970, 170, 60, "national"),
    Box("MappingClaim", 630, 970, 150, 60, "national"),
    Box("MaturityCapability", 620, 1080, 170, 60, "national"),
    Box("TierCondition", 940, 970, 150, 60, "national"),
    Box("MaturityLevel", 1262, 935, 140, 60, "national"),
    Box("ConstructionLink", 1262, 1010, 140, 60, "national"),
)
ARROWS = (
    Arrow("eli:realizes", "Document", "Work", ((280, 90), (170, 90)), (225, 84)),
    Arrow("eli:embodies", "SourceFile", "Document", ((170, 210), (310, 210), (310, 120)), (235, 204)),
    Arrow("dcterms:spatial", "Document", "Region", ((345, 120), (345, 265), (95, 265), (95, 300)), (225, 259)),
    Arrow("gb:inDocument", "Part", "Document", ((400, 300), (400, 120)), (436, 210)),
    Arrow("gb:inDocument", "Clause", "Document", ((522, 90), (430, 90)), (476, 84)),
    Arrow("gb:inPart", "Clause", "Part", ((522, 330), (430, 330)), (476, 324)),
    Arrow("gb:partOf", "Part", "Part", ((310, 360), (310, 390), (390, 390), (390, 360)), (350, 407)),
    Arrow("gb:hasProvision", "Clause", "Provision", ((880, 90), (1020, 90)), (950, 84)),
    Arrow("gb:ruledBy", "Provision", "Force", ((1170, 90), (1262, 90)), (1216, 84)),
    Arrow("gb:hasQuantity", "Clause", "Quantity", ((880, 170), (1020, 170)), (950, 164)),
    Arrow("gb:namesSystem", "Clause", "System", ((880, 250), (1020, 250)), (950, 244)),
    Arrow("skos:broader", "System", "SystemKind", ((1170, 250), (1262, 250)), (1214, 244)),
    Arrow("gb:namesTechnology", "Clause", "Technology", ((880, 330), (1020, 330)), (950, 324)),
    Arrow("gb:definesTerm", "Clause", "DefinedTerm", ((880, 410), (1020, 410)), (950, 404)),
    Arrow("gb:forIndustry", "Clause", "Industry", ((880, 490), (1020, 490)), (950, 484)),
    Arrow("gb:inTrack", "Clause", "Track", ((880, 570), (1020, 570)), (950, 564)),
    Arrow("gb:candidateEvidence", "Clause", "EvidenceType", ((880, 660), (1020, 660)), (950, 654), True),
    Arrow("gb:inCell", "Clause", "Cell", ((705, 696), (705, 760)), (743, 722)),
    Arrow("gb:cellOf", "Cell", "Capability", ((590, 820), (450, 820)), (520, 814)),
    Arrow("gb:atTier", "Cell", "Tier", ((820, 820), (1020, 820)), (920, 814)),
    Arrow("skos:inScheme", "Tier", "TierScheme", ((1170, 820), (1262, 820)), (1214, 814)),
    Arrow("gb:buildsOn", "Tier", "Tier", ((1050, 790), (1050, 760), (1140, 760), (1140, 790)), (1095, 754)),
    Arrow(
        "gb:candidateScenario",
        "Clause",
        "NationalScenario",
        ((522, 660), (205, 660), (205, 990), (270, 990)),
        (380, 654),
        True,
    ),
    Arrow("skos:broader", "NationalScenario", "ScenarioLink", ((270, 1012), (170, 1012)), (220, 1006)),
    Arrow("gb:claimObject", "MappingClaim", "NationalScenario", ((630, 1000), (440, 1000)), (535, 994), True),
    Arrow(
        "gb:claimSubject",
        "MappingClaim",
        "Capability",
        ((670, 970), (670, 930), (345, 930), (345, 894)),
        (520, 924),
        True,
    ),
    Arrow(
        "gb:claimSubject", "MappingClaim", "Tier", ((740, 970), (740, 930), (1045, 930), (1045, 850)), (870, 924), True
    ),
    Arrow("gb:claimObject", "MappingClaim", "MaturityCapability", ((705, 1030), (705, 1080)), (752, 1050), True),
    Arrow("gb:conditionOf", "TierCondition", "Tier", ((1072, 970), (1072, 850)), (1120, 898)),
    Arrow("gb:requiresMaturityLevel", "TierCondition", "MaturityLevel", ((1090, 982), (1262, 982)), (1176, 976)),
    Arrow(
        "gb:requiresConstructionLink", "TierCondition", "ConstructionLink", ((1090, 1020), (1262, 1020)), (1176, 1014)
    ),
)


def diagram(ontology: Ontology) -> str:
    """The picture.

    Raises:
        ValueError: A class or property of the picture is not one of the ontology's, or joins other classes there.
    """
    boxes = {box.name: box for box in BOXES}
    for arrow in ARROWS:
        _require(ontology, arrow)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}" role="img" '
        'aria-labelledby="title">',
        '<title id="title">工标本体的主要类与属性 Main classes and properties of the Gongbiao ontology</title>',
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 10 5 0 10z" fill="#455A64"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#FFFFFF"/>',
        *_legend(),
        *(line for arrow in ARROWS for line in _arrow(arrow)),
        *(line for box in boxes.values() for line in _box(ontology, box)),
        *(line for arrow in ARROWS for line in _label(ontology, arrow)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _require(ontology: Ontology, arrow: Arrow) -> None:
    """Nothing where the ontology lets the property join the two classes."""
    prefix, _, local = arrow.name.partition(":")
    node = URIRef(PREFIXES[prefix] + local)
    if (node, None, None) not in ontology.core:
        raise ValueError(f"{arrow.name}: the picture has it, the ontology does not. Change {__name__}.")
    for predicate, end in ((RDFS.domain, arrow.source), (RDFS.range, arrow.target)):
        allowed = ontology.core.value(node, predicate)
        if allowed is None:
            continue
        drawn = URIRef(GB + end)
        wider = set(ontology.core.transitive_objects(drawn, RDFS.subClassOf))
        narrower = set(ontology.core.transitive_subjects(RDFS.subClassOf, drawn))
        if allowed not in wider | narrower:
            raise ValueError(f"{arrow.name}: the ontology does not let it join {end}. Change {__name__}.")


def _legend() -> Iterator[str]:
    x = 20
    for group, words in _LEGEND:
        fill, edge = _COLOURS[group]
        yield f'<rect x="{x}" y="16" width="18" height="18" rx="4" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
        yield f'<text x="{x + 26}" y="30" font-size="14" fill="#263238">{escape(words)}</text>'
        x += 226
    yield f'<path d="M{x} 25h44" stroke="#AD1457" stroke-width="1.6" stroke-dasharray="6 4"/>'
    yield f'<text x="{x + 52}" y="30" font-size="14" fill="#263238">推定 proposed</text>'


def _box(ontology: Ontology, box: Box) -> Iterator[str]:
    fill, edge = _COLOURS[box.group]
    term, middle = ontology.term(box.name), box.x + box.width // 2
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="8" fill="{fill}" '
        f'stroke="{edge}" stroke-width="2"/>'
    )
    yield _text(middle, box.y + 26, term.zh, 17, "#102027", bold=True)
    yield _text(middle, box.y + 46, term.name, 13, "#455A64")
    y = box.y + 60
    for number, name in enumerate(box.listed):
        yield f'<path d="M{box.x + 12} {y - 2}H{box.x + box.width - 12}" stroke="{edge}" stroke-opacity=".35"/>'
        if number:
            yield _text(box.x + 14, y + 20, f"由推理得出的{ontology.term(name).zh} inferred", 12, "#78909C", start=True)
            y += 22
        for narrower in _narrower(ontology, name):
            y += 20
            yield _text(box.x + 14, y, narrower.zh, 13.5, "#263238", start=True)
            short = narrower.name.removeprefix("gb:")
            if number:  # the list is long and its names all end alike
                short = f"{short.removesuffix(name)}…"
            yield _text(box.x + box.width - 12, y, short, 10.5, "#607D8B", end=True)
        y += 14
    if y > box.y + box.height:
        raise ValueError(f"{box.name}: its narrower classes do not fit. Make its box higher in {__name__}.")


def _narrower(ontology: Ontology, name: str) -> Sequence[Term]:
    found = ontology.core.subjects(RDFS.subClassOf, URIRef(GB + name))
    order = [one for _, names in ontology.sections() for one in names]
    names = [str(node).removeprefix(GB) for node in found if isinstance(node, URIRef)]
    return [ontology.term(one) for one in sorted(names, key=order.index)]


def _arrow(arrow: Arrow) -> Iterator[str]:
    colour, dash = ("#AD1457", ' stroke-dasharray="6 4"') if arrow.proposed else ("#455A64", "")
    path = "M" + "L".join(f"{x} {y}" for x, y in arrow.points)
    yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.6" marker-end="url(#tip)"{dash}/>'


def _label(ontology: Ontology, arrow: Arrow) -> Iterator[str]:
    prefix, _, local = arrow.name.partition(":")
    x, y = arrow.label
    colour = "#880E4F" if arrow.proposed else "#263238"
    if prefix == "gb":
        yield _text(x, y, ontology.term(local).zh, 13, colour, halo=True)
        yield _text(x, y + 19, local, 10.5, colour, halo=True)
    else:
        yield _text(x, y, arrow.name, 11, colour, halo=True)


def _text(
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    start: bool = False,
    end: bool = False,
    halo: bool = False,
) -> str:
    place = "start" if start else "end" if end else "middle"
    weight = ' font-weight="700"' if bold else ""
    edge = ' stroke="#FFFFFF" stroke-width="4" paint-order="stroke" stroke-linejoin="round"' if halo else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" text-anchor="{place}"{weight}{edge}>'
        f"{escape(words)}</text>"
    )
