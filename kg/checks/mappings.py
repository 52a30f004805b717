"""The check ``mappings``: whether what should be mapped is, nothing is claimed too strongly, and labels are current."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.checks.completeness import short
from kg.checks.verdict import Check, Said, verdict
from kg.coverage import scenario_coverage, subject_coverage
from kg.graph import GraphStore
from kg.mapped import Mapped, mapped_claims
from ontology.errors import OntologyError
from ontology.mappings import MappingClaim, Target, parse_mappings

NO_LABEL = "无对应"
PROMISED: frozenset[tuple[str, str, Target]] = frozenset(
    {
        ("zj-graded", "CapabilitySubdomain", "scenarios"),
        ("zj-graded", "CapabilitySubdomain", "maturity"),
        ("zj-graded", "Tier", "tiers"),
        ("zj-guideline", "Tier", "tiers"),
        ("zj-guideline", "CapabilitySubdomain", "scenarios"),
        ("zj-guideline", "CapabilitySubdomain", "maturity"),
        ("zj-trial", "CapabilityElement", "scenarios"),
        ("zj-trial", "CapabilityElement", "maturity"),
        ("guangxi-modes", "CapabilityElement", "scenarios"),
        ("guangxi-modes", "CapabilityElement", "maturity"),
        ("pujiang-plan", "ProjectType", "tiers"),
    }
)
"""Document, kind of subject and target of what has to be mapped wholly, be it to nothing."""

_LABELS = """
SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label . FILTER(LANG(?label) = "zh") }
"""
_CLAIMS = "SELECT (COUNT(?claim) AS ?n) WHERE { GRAPH graph:proposed { ?claim a gb:MappingClaim } }"
_EXACT = """
SELECT ?subject ?object WHERE {
  { ?subject skos:exactMatch ?object } UNION { GRAPH graph:proposed { ?subject skos:exactMatch ?object } }
}
"""


def check_mappings(files: Sequence[tuple[str, str]], graph: GraphStore) -> Check:
    """Read the mapping sets, and hold them against the graph.

    Args:
        files: Name (without ending) and text of each set.
        graph: A graph that holds their claims.

    Raises:
        GraphError: The graph cannot be read.
    """
    claims: list[MappingClaim] = []
    findings: list[Said] = []
    for name, text in files:
        try:
            claims.extend(parse_mappings(name, text))
        except OntologyError as error:
            findings.append(Said(str(error), str(error)))
    rows = mapped_claims(graph, claims)
    findings += [*_labels(claims, graph), *_conflicts(claims), *_graphed(claims, graph), *_uncovered(rows, graph)]
    scenarios = scenario_coverage(graph, rows)
    reached = Counter[str](scenario.reach for scenario in scenarios)
    unserved = [scenario for scenario in scenarios if scenario.reach == "none"]
    matches = sum(claim.matches for claim in claims)
    subjects = len({claim.subject for claim in claims})
    return verdict(
        "mappings",
        Said(
            f"{len(files)} 个映射集，{subjects} 个概念的 {len(claims)} 条主张，其中 {matches} 条有对应；"
            f"国家场景 {reached.total()} 个：近似 {reached['close']}、部分 {reached['partial']}、"
            f"相关 {reached['related']}、无人对应 {reached['none']}；{len(findings)} 处不符",
            f"{len(files)} mapping sets, {len(claims)} claims about {subjects} concepts, {matches} with a match; "
            f"{reached.total()} national scenarios: {reached['close']} close, {reached['partial']} partial, "
            f"{reached['related']} related, {reached['none']} unreached; {len(findings)} mismatches",
        ),
        findings,
        remarks=[
            Said(f"{one.id} {one.zh}：没有要求对应", f"{one.id} {one.en}: served by no requirement") for one in unserved
        ],
        figures={"claims": len(claims), "matches": matches, "subjects": subjects, **dict(reached)},
    )


def _labels(claims: Iterable[MappingClaim], graph: GraphStore) -> Iterator[Said]:
    """Rows that name a concept that is not there, or by another name than its own."""
    labels = {str(concept): str(label) for concept, label in graph.query(_LABELS).values}
    for claim in claims:
        sides = [(claim.subject, claim.addresses[0], claim.subject_label)]
        if claim.matches:
            sides.append((claim.object, claim.addresses[2], claim.object_label))
        elif claim.object_label != NO_LABEL:
            yield _said(claim, f"没有对应应写“{NO_LABEL}”", f"no match is labelled {NO_LABEL}")
        for compact, address, label in sides:
            if address not in labels:
                yield _said(claim, f"{compact} 不存在", f"{compact} does not exist")
            elif labels[address] != label:
                yield _said(
                    claim,
                    f"{compact} 现名“{labels[address]}”，不是“{label}”",
                    f"{compact} is {labels[address]}, not {label}",
                )


def _conflicts(claims: Iterable[MappingClaim]) -> Iterator[Said]:
    """Rows that stand twice, or say at once that something and nothing corresponds."""
    seen: Counter[tuple[str, str, str]] = Counter()
    nothing: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for claim in claims:
        key = (claim.subject, claim.object, claim.target)
        seen[key] += 1
        nothing[claim.subject, claim.target].add(claim.matches)
        if seen[key] == 2:
            yield _said(
                claim, f"{claim.subject} 与 {claim.object} 不止一行", f"{claim.subject} and {claim.object} stand twice"
            )
        if len(claim.rationale.strip()) < 8:
            yield _said(claim, "没有写明理由", "no rationale")
    for (subject, target), both in nothing.items():
        if len(both) > 1:
            yield Said(f"{subject}：对 {target} 既有对应又写没有对应", f"{subject}: both a match and none to {target}")


def _graphed(claims: Sequence[MappingClaim], graph: GraphStore) -> Iterator[Said]:
    held = graph.query(_CLAIMS).values[0][0]
    if held != len(claims):
        yield Said(
            f"图中有 {held} 条主张，文件中有 {len(claims)} 条",
            f"{held} claims in the graph, {len(claims)} in the files",
        )
    for subject, value in graph.query(_EXACT).values:
        pair = f"{short(str(subject))} skos:exactMatch {short(str(value))}"
        yield Said(f"{pair}：推定的对应不能写成完全等同", f"{pair}: a proposal is never an exact match")


def _uncovered(rows: Sequence[Mapped], graph: GraphStore) -> Iterator[Said]:
    """Subjects without a row; one that bears the name of a mapped one (both are one heading) has its rows."""
    covered = subject_coverage(graph, rows)
    named = {(row.subject.document, row.claim.target, row.subject.zh) for row in rows}
    for group in covered:
        for name in group.unmapped:
            if (group.document, group.target, name) in named:
                continue
            yield Said(
                f"{group.document} {group.kind} {name}：对 {group.target} 没有一行",
                f"{group.document} {group.kind} {name}: no row to {group.target}",
            )
    for document, kind, target in sorted(PROMISED - {(one.document, one.kind, one.target) for one in covered}):
        yield Said(f"{document} 的 {kind}：对 {target} 一行也没有", f"{document}, {kind}: no row at all to {target}")


def _said(claim: MappingClaim, zh: str, en: str) -> Said:
    place = f"{claim.set_name}.sssom.tsv, {claim.number}"
    return Said(f"{place}：{zh}", f"{place}: {en}")
