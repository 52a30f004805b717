"""The check ``reasoner``: whether the graph is consistent, and holds just what its own definitions give.

What the build wrote by its rules is taken away first. A reasoner that knows the axioms has to give it back, no more
and no less. ``owlrl`` does so everywhere, HermiT where there is a Java.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kg.checks.completeness import short
from kg.checks.portion import portion, smallest_document
from kg.checks.verdict import Check, Figure, Said, verdict
from kg.graph import GraphStore
from ontology.definitions import Definitions, Disagreement, disagreements, find_definitions, own_facts, premises
from ontology.facts import A, Fact, address, read_facts, without_literals, write_facts
from ontology.hermit import is_consistent, realise, reasoner
from ontology.reasoning import close

# About a minute on one core.
LARGEST_FOR_OWLRL = 80_000
LARGEST_FOR_HERMIT = 35_000


@dataclass(frozen=True, slots=True)
class _Part:
    """What one reasoner says of its part."""

    detail: Said
    findings: tuple[Said, ...]
    figures: dict[str, Figure]
    remarks: tuple[Said, ...] = ()


def check_inference(graph: GraphStore, java: str | None, java_needed: bool = False) -> Check:
    """Reason over all that is stated and proposed.

    Args:
        graph: The graph.
        java: The command that runs Java; None where there is none, and HermiT is left out.
        java_needed: Whether it is wrong that there is none.

    Raises:
        OntologyError: A reasoner cannot be run.
    """
    facts = read_facts(graph.canonical("stated")) | read_facts(graph.canonical("proposed"))
    definitions = find_definitions(facts)
    with ThreadPoolExecutor(max_workers=1) as beside:  # a process of its own does the work
        complete = beside.submit(_by_hermit, facts, definitions, java, java_needed)
        parts = (_by_rules(facts, definitions), complete.result())
    return verdict(
        "reasoner",
        Said("；".join(part.detail.zh for part in parts), "; ".join(part.detail.en for part in parts)),
        [finding for part in parts for finding in part.findings],
        remarks=[remark for part in parts for remark in part.remarks],
        figures={name: value for part in parts for name, value in part.figures.items()},
    )


def _by_rules(facts: AbstractSet[Fact], definitions: Definitions) -> _Part:
    began = time.perf_counter()
    looked, zh, en = _within(facts, LARGEST_FOR_OWLRL)
    given = premises(looked, definitions)
    closure = close(write_facts(given))
    differing = () if closure.contradictions else disagreements(looked, closure.facts, definitions)
    own = [fact for fact in own_facts(closure.facts) if fact not in given]
    besides = [] if differing or closure.contradictions else [fact for fact in own if fact not in looked]
    written = len(looked) - len(given)
    state = ("一致", "consistent") if not closure.contradictions else ("不一致", "inconsistent")
    terms, seconds = len(definitions.names), round(time.perf_counter() - began, 1)
    return _Part(
        Said(
            f"{closure.reasoner}（{seconds} 秒）：{zh}{state[0]}，断言 {closure.asserted} 条，"
            f"推出 {closure.inferred} 条，其中本体自己的类与属性 {len(own)} 条；{terms} 个有定义的类与属性，"
            f"构建写出 {written} 条，不一 {len(differing)} 条",
            f"{closure.reasoner} ({seconds} s): {en} {state[1]}, {closure.asserted} asserted, {closure.inferred} "
            f"inferred, {len(own)} of them of the ontology's own terms; {terms} defined terms, {written} written by "
            f"the build, {len(differing)} differ",
        ),
        (*(_contradiction(one) for one in closure.contradictions), *(_difference(one, "owlrl") for one in differing)),
        {
            "owlrl_seconds": seconds,
            "asserted": closure.asserted,
            "inferred": closure.inferred,
            "inferred_own": len(own),
            "materialised": written,
            "defined_terms": terms,
            "contradictions": len(closure.contradictions),
        },
        # Such as that a document is one, which a vocabulary names and the library does not hold.
        tuple(_difference(Disagreement(fact, False), "owlrl") for fact in sorted(besides)),
    )


def _by_hermit(facts: AbstractSet[Fact], definitions: Definitions, java: str | None, needed: bool) -> _Part:
    if java is None:
        said = Said("HermiT：没有 Java，未运行", "HermiT: skipped, there is no Java")
        missing = Said("缺少 Java，HermiT 未能运行", "Java is missing, so HermiT could not run")
        return _Part(said, (missing,) if needed else (), {"hermit": "skipped"})
    began = time.perf_counter()
    if not is_consistent(write_facts(facts), java):
        said = Said(f"{reasoner()}：全图不一致", f"{reasoner()}: the whole graph is inconsistent")
        wrong = Said("HermiT：图自相矛盾", "HermiT: the graph contradicts itself")
        return _Part(said, (wrong,), {"hermit": "inconsistent"})
    looked, zh, en = _within(facts, LARGEST_FOR_HERMIT, without_words=True)
    given = without_literals(premises(looked, definitions))
    found = realise(write_facts(given), definitions.classes)
    built = {fact for fact in looked if fact.predicate == A and fact.object in definitions.classes}
    differing = [Disagreement(fact, fact in built) for fact in sorted(built ^ found.members)]
    empty, seconds = len(found.unsatisfiable), round(time.perf_counter() - began, 1)
    return _Part(
        Said(
            f"{reasoner()}（{seconds} 秒）：全图一致；{zh}不含文字与数值归类，{empty} 个类不可满足，"
            f"有定义的类推出 {len(found.members)} 个成员，不一 {len(differing)} 个",
            f"{reasoner()} ({seconds} s): the whole graph consistent; {en} classified without words and numbers, "
            f"{empty} classes unsatisfiable, {len(found.members)} members of defined classes inferred, "
            f"{len(differing)} differ",
        ),
        (
            *(Said(f"{short(one)}：不可能有成员", f"{short(one)}: can have no member") for one in found.unsatisfiable),
            *(_difference(one, "HermiT") for one in differing),
        ),
        {
            "hermit": "consistent",
            "hermit_seconds": seconds,
            "hermit_members": len(found.members),
            "unsatisfiable": empty,
        },
    )


def _within(facts: AbstractSet[Fact], most: int, *, without_words: bool = False) -> tuple[AbstractSet[Fact], str, str]:
    """The whole where it is not too large, else one document's share; and what to call it."""
    size = len(without_literals(facts)) if without_words else len(facts)
    document = smallest_document(facts) if size > most else None
    if document is None:
        return facts, "全图", "the whole graph"
    name = short(document).partition(":")[2]
    return portion(facts, document), f"本体、词表与 {name}", f"ontology, vocabularies and {name}"


def _contradiction(words: str) -> Said:
    brief = _shortened(words.split(" "))
    return Said(f"矛盾：{brief}", f"contradiction: {brief}")


def _shortened(words: Iterable[str]) -> str:
    return " ".join(short(word.strip("(),")) if "://" in word else word for word in words)


def _difference(one: Disagreement, by: str) -> Said:
    said = " ".join("a" if term == A else short(address(term)) for term in one.fact)
    if one.written:
        return Said(f"{said}：构建写出，{by} 推不出", f"{said}: written by the build, not inferred by {by}")
    return Said(f"{said}：{by} 推出，构建没有写", f"{said}: inferred by {by}, not written by the build")
