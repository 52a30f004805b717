"""From a question to an answer: code finds and quotes, the model may add a sentence, the verifier decides on it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from corpus.clause import Clause
from drafting.answer import Answer, Finding, Sentence, distinct, quotations
from drafting.checks.composed.compared import facts_of
from drafting.english import in_english
from drafting.finder import Finder
from drafting.findings.comparing import Variants
from drafting.findings.searching import Nearness
from drafting.generator import Generator, Missing
from drafting.lexicon import Lexicon
from drafting.rendering import markdown
from drafting.shelf import RULING, Shelf
from drafting.summary import Check, Summariser
from drafting.verifier import verify, verify_composed, verify_quoted
from kg.national import NationalLevel
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.search import Searcher
from retrieval.understanding import DEFAULT_NOTE, Understanding

_MAY_MOVE = frozenset({"definition", "section", "figure", "search", "national"})
"""Findings that may come from another document than the default one."""
BUNDLED = "bundled"
NOT_INSTALLED = "写作模型尚未安装，本回答全部是原文引述和据此的统计，内容完整；`python dev.py install` 装上写作模型。"
_WRITTEN_FROM = 5
"""The most clauses that a generated sentence is written from; the others speak through their quotations."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits that a person sets beside the question.

    Attributes:
        document: A document's id.
        tier: A tier's code.
        subdomain: A subdomain's printed name.
        system: A system's code.
    """

    document: str | None = None
    tier: str | None = None
    subdomain: str | None = None
    system: str | None = None


class Finds(Protocol):
    """Finds what answers a question, given its frame."""

    def find(self, frame: QueryFrame) -> Finding:
        """What answers the question, or the refusal that does."""
        ...


class Answerer:
    """Answers questions over one snapshot.

    Args:
        shelf: The clauses.
        searcher: Gives what finds clauses by likeness; called when a question first needs it.
        understanding: Reads questions.
        capabilities: The vocabulary of elements, domains and subdomains.
        lexicon: The names that a generated sentence may get wrong.
        tiers: The vocabulary of tiers.
        default: The document meant where a question names none.
        nearness: How near a question must lie to the texts.
        national: What is proposed and known of the national level; without it, nothing is said of that level.
        variants: Gives what comparisons are made with; without it, sides are only quoted.
        finder: Finds in another way than :class:`Finder` does with these parts.
        check: Decides which sentences of the model may be shown.
    """

    def __init__(
        self,
        shelf: Shelf,
        searcher: Callable[[], Searcher],
        understanding: Understanding,
        capabilities: Scheme,
        lexicon: Lexicon,
        tiers: Scheme,
        default: str | None,
        nearness: Nearness | None = None,
        national: NationalLevel | None = None,
        variants: Callable[[], Variants] | None = None,
        finder: Finds | None = None,
        check: Check = verify,
    ) -> None:
        self._shelf = shelf
        self._understanding = understanding
        self._capabilities = capabilities
        self._lexicon = lexicon
        self._default = default
        self._check = check
        self._finder = finder or Finder(
            shelf, searcher, capabilities, tiers, default, nearness or Nearness(), national, variants
        )

    def understand(self, question: str, limits: Limits | None = None) -> QueryFrame:
        """The question's frame, with the person's limits put over what its words say."""
        frame = self._understanding.read(question, limits.document if limits else None)
        if limits is None:
            return frame
        default = (self._default,) if self._default else ()
        if limits.tier:
            frame = replace(frame, tiers=(limits.tier,), documents=frame.documents or default)
        codes = [code for code, concept in self._capabilities.concepts.items() if concept.zh == limits.subdomain]
        if codes:
            frame = replace(
                frame, subdomains=tuple(codes[-1:]), domains=(), elements=(), documents=frame.documents or default
            )
        if limits.system:
            frame = replace(frame, systems=(limits.system,))
        return frame

    def named(self, limits: Limits) -> tuple[str, ...]:
        """What a person limited a question to, by the texts' own names: document, tier, subdomain, system."""
        title = self._shelf.titles.get(limits.document or "")
        documents = [one for one in (limits.document, self._default, *self._shelf.documents) if one]
        found = (tier for one in documents if limits.tier and (tier := self._shelf.tier(one, limits.tier)))
        label = next((one.label for one in found), limits.tier)
        given = (f"《{title}》" if title else limits.document, label, limits.subdomain, limits.system)
        return tuple(one for one in given if one)

    def find(self, question: str, limits: Limits | None = None) -> Answer:
        """The answer without the model: everything in it is quoted or composed by code. Fast."""
        began = time.perf_counter()
        frame = self.understand(question, limits)
        return self._answer(frame, self._finder.find(frame), began)

    def ask(self, question: str, generator: Generator, limits: Limits | None = None) -> Answer:
        """The answer, with a verified sentence of the model where one helps and the model can write."""
        found = self.find(question, limits)
        return self.write(found, generator)

    def write(self, found: Answer, generator: Generator, deadline_s: float = 4.0) -> Answer:
        """Add the model's sentence to an answer that :meth:`find` gave; the same answer where it cannot."""
        if isinstance(generator, Missing):
            other = f"没有写作模型，本回答全部是原文引述和据此的统计：{generator.message}"
            return self._finish(found, (), None, 0, (), (NOT_INSTALLED if generator.name == BUNDLED else other,))
        clauses = self._to_write_from(found)
        if not generator.ready() or not clauses:
            return self._finish(found, (), generator.name if generator.ready() else None, 0, (), ())
        began = time.perf_counter()
        summary = Summariser(generator, self._lexicon, self._check).summarise(subject_of(clauses), clauses, deadline_s)
        written = (Sentence(summary.sentence, "generated", summary.cited, summary.parts),) if summary.sentence else ()
        remarks = () if written or not summary.failure else (f"本次没有模型撰写的句子：{summary.failure}",)
        answer = self._finish(found, written, generator.name, summary.rejected, summary.problems, remarks)
        return replace(answer, latency_ms=found.latency_ms + (time.perf_counter() - began) * 1000)

    def _to_write_from(self, found: Answer) -> tuple[Clause, ...]:
        if not found.summarise or not found.sections:
            return ()
        quoted = [clause for section in found.sections for clause in section.quoted if clause.kind in RULING]
        if not quoted or found.query == "search":
            return tuple(quoted[:1])
        first = subject_of(quoted[:1])
        return tuple([clause for clause in quoted if subject_of([clause]) == first][:_WRITTEN_FROM])

    def _answer(self, frame: QueryFrame, finding: Finding, began: float) -> Answer:
        frame = self._as_answered(frame, finding)
        if frame.language == "en":
            finding = in_english(frame, finding)
        base = Answer(
            question=frame.question, status=finding.status, frame=frame, answer="", sentences=(),
            citations=distinct(clause for section in finding.sections for clause in section.quoted),
            result=finding.result, corrections=finding.corrections, refusal=finding.refusal,
            alternatives=finding.alternatives, generator=None, verified=False, rejected_drafts=0, latency_ms=0.0,
            sections=finding.sections, query=finding.query, titles=self._shelf.titles, summarise=finding.summarise,
            asides=finding.asides,
        )  # fmt: skip
        answer = self._finish(base, (), None, 0, (), ())
        return replace(answer, latency_ms=(time.perf_counter() - began) * 1000)

    def _as_answered(self, frame: QueryFrame, finding: Finding) -> QueryFrame:
        """The frame without the default document where the answer came from other documents."""
        cited = {clause.document for section in finding.sections for clause in section.quoted}
        moved = finding.query in _MAY_MOVE and cited and not cited & set(frame.documents)
        everywhere = finding.query == "objects" and bool(cited - set(frame.documents))
        if frame.documents_named or not (moved or everywhere):
            return frame
        notes = tuple(note for note in frame.notes if not note.startswith(DEFAULT_NOTE))
        return replace(frame, documents=tuple(sorted(cited)), notes=notes)

    def _finish(
        self, base: Answer, generated: tuple[Sentence, ...], generator: str | None, rejected: int,
        problems: Sequence[str], remarks: Sequence[str],
    ) -> Answer:  # fmt: skip
        finding = Finding(
            base.status, base.sections, base.result, base.corrections, base.refusal, base.alternatives, base.query,
            base.asides,
        )  # fmt: skip
        said = [sentence for section in base.sections for sentence in section.said]
        shown = distinct(clause for section in base.sections for clause in section.quoted)
        sentences = (*said[:1], *generated, *said[1:], *quotations(shown))
        seen = {clause.id: clause for clause in shown}
        cited = [seen.get(one) or self._shelf.by_id[one] for sentence in sentences for one in sentence.citations]
        return replace(
            base,
            answer=markdown(base.frame, finding, generated, self._shelf.titles, remarks),
            sentences=sentences,
            citations=distinct((*shown, *cited)) if base.sections else (),
            generator=generator,
            verified=all(self.stands(sentence, base.question, base.result, shown) for sentence in sentences),
            rejected_drafts=rejected,
            rejections=tuple(problems),
            generated=generated,
            remarks=tuple(remarks),
        )

    def stands(
        self, sentence: Sentence, question: str, result: Mapping[str, Any] | None = None, shown: Sequence[Clause] = ()
    ) -> bool:
        """Whether a sentence cites clauses at hand that bear it out; a generated one was verified as a draft.

        Args:
            sentence: The sentence.
            question: What was asked.
            result: The structured answer that it belongs to.
            shown: The clauses as the answer quotes them: a row of several tiers as of the one asked about.
        """
        seen = {clause.id: clause for clause in shown}
        cited = [seen.get(one) or self._shelf.by_id.get(one) for one in sentence.citations]
        if not cited or None in cited:
            return False
        held = [clause for clause in cited if clause is not None]
        if sentence.origin == "quoted":
            return verify_quoted(sentence.text, held).ok
        facts = facts_of(result, self._shelf.of)
        composed = verify_composed(sentence.text, held, self._lexicon, question, facts)
        return sentence.origin == "generated" or composed.ok


def subject_of(clauses: Sequence[Clause]) -> str:
    """Who a sentence speaks of, and in what respect, from what the clauses have in common."""
    first = clauses[0]
    who = first.tier_label or first.track or ""
    what = first.subdomain or first.element or first.domain or ""
    if who and what:
        return f"{who}在{what}方面"
    if first.kind == "term":
        return f"“{first.label}”"
    heading = re.sub(r"^[\d.、（）()一二三四五六七八九十附件\s]+", "", first.path[-1]) if first.path else ""
    return who or (f"{what}方面" if what else f"“{heading}”部分" if heading else "该条款")
