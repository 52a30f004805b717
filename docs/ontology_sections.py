"""The page's sections on the ontology itself: terms, definitions, what is apart, prefixes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology_terms import Ontology, Term, anchor
from rdflib.namespace import OWL, RDF

from kg.terms import GB, PREFIXES

HEADINGS = {
    "Documents and their parts": "文件及其部分",
    "Kinds of clauses": "条款的种类",
    "What a clause says": "条款说什么",
    "Tiers, tracks and capabilities": "等级、类型与能力",
    "Systems, technologies, and what stands around a factory": "系统、技术与工厂周边",
    "The national level": "国家层面",
    "Requirements by what they say": "按内容划分的要求",
    "Object properties: where things stand": "对象属性：在哪里",
    "Object properties: what a clause says": "对象属性：条款说什么",
    "Object properties: tiers and frameworks": "对象属性：等级与框架",
    "Object properties: the national level": "对象属性：国家层面",
    "Data properties": "数据属性",
    "Annotation properties": "注释属性",
}
"""The headings of ``core.ttl`` in Chinese; one that is missing here stops the making of the page."""

_COUNTED = (
    (OWL.Class, "类 classes"),
    (OWL.ObjectProperty, "对象属性 object properties"),
    (OWL.DatatypeProperty, "数据属性 data properties"),
    (OWL.AnnotationProperty, "注释属性 annotation properties"),
)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table in Markdown; a bar or line break within a cell is written so that it stays one."""
    listed = list(heads)
    yield f"| {' | '.join(listed)} |"
    yield f"|{'---|' * len(listed)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;').replace(chr(10), '<br>') for cell in row)} |"
    yield ""


def figures(ontology: Ontology) -> str:
    """How many terms of each sort the ontology has."""
    counts = (
        (words, sum(str(one).startswith(GB) for one in set(ontology.core.subjects(RDF.type, kind))))
        for kind, words in _COUNTED
    )
    return "、".join(f"{words} {count}" for words, count in counts)


def prefixes() -> Iterator[str]:
    """The prefixes that queries need not declare."""
    yield from table(
        ("前缀 prefix", "地址 address"), ((f"`{name}:`", f"`{address}`") for name, address in PREFIXES.items())
    )


def terms(ontology: Ontology) -> Iterator[str]:
    """Every class and property, in the order and under the headings of ``core.ttl``.

    Raises:
        KeyError: A heading has no Chinese words here.
    """
    for heading, names in ontology.sections():
        yield f"### {HEADINGS[heading]} {heading}"
        yield ""
        described = [ontology.term(name) for name in names]
        place = "上位类 superclass" if ontology.is_class(names[0]) else "定义域 → 值域与特性 domain → range, traits"
        yield from table(("名称 name", "释义 definition", place, "来源 source"), map(_row, described))


def _row(term: Term) -> tuple[str, str, str, str]:
    return (
        f'<a id="{anchor(term.name)}"></a>**{term.zh}** {term.en}<br>`{term.name}`',
        f"{term.zh_definition}<br>{term.en_definition}",
        "<br>".join(term.place),
        term.source,
    )


def definitions(ontology: Ontology) -> Iterator[str]:
    """The classes that a reasoner fills, each with its definition in words."""
    rows = []
    for _, names in ontology.sections():
        for name in names:
            if ontology.is_class(name) and (logic := ontology.logic(name)):
                term = ontology.term(name)
                rows.append((f"[`{term.name}`](#{anchor(term.name)})", f"{term.zh} {term.en}", logic))
    yield from table(("类 class", "名称 name", "定义 definition"), rows)


def disjoint(ontology: Ontology) -> Iterator[str]:
    """Which classes share nothing; a file that puts one thing into two of them is inconsistent."""
    for group in sorted(ontology.disjoint_groups(), key=lambda group: (-len(group), group)):
        terms_ = [ontology.term(name.removeprefix("gb:")) for name in group]
        yield f"- {'、'.join(f'{term.zh} `{term.name}`' for term in terms_)}"
    yield ""
