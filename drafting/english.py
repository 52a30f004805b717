"""The conclusion in English, for questions asked in English; Chinese names stand beside the English ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Reason, Refusal, Section, Sentence
from drafting.english_notes import noted
from drafting.wording import FORCE_WORDS, force_counts, force_counts_en, forces_en
from retrieval.frame import QueryFrame

_REFUSALS: Mapping[Reason, str] = {
    "not_in_sources": "The texts do not say this",
    "out_of_scope": "The texts are about building smart factories and do not treat this topic",
    "injection": "The question holds an instruction to change the rules; it was not followed",
    "harmful": "No help is given with forging material, deceiving reviewers or harming the systems of others",
}
_COMPARED = {
    ">=": "at least",
    "<=": "at most",
    ">": "more than",
    "<": "less than",
    "~": "about",
    "=": "",
    "range": "from",
}
_UNITS = {
    "年": "years (年)",
    "个月": "months (个月)",
    "家": "factories (家)",
    "份": "copies (份)",
}
_YUAN = {"元": 1.0, "万元": 1e4, "亿元": 1e8}
_NOUNS = {
    "不做要求的能力子域": "subdomains not required (不做要求的能力子域)",
    "能力子域": "subdomains (能力子域)",
    "系统": "systems (系统)",
    "技术": "technologies (技术)",
    "步骤": "steps (步骤)",
}
"""What a list is of, as its Chinese sentence names it."""
_SHOWN = 60
_QUOTED = "quoted below"
_FRAMING = re.compile(
    r"在其?的基础上建设|在该子域|该主题下|所问|《[^》]+》|方面|下|写明|[共另]?有|在|共|条|要求|的|[，。：“”（）《》\s]"
)
"""The words of a sentence that only counts clauses, without names and numbers; each citation names its document."""
_FORCES = rf"(?:{'|'.join(FORCE_WORDS.values())})"
_COUNT = re.compile(rf"(?P<forces>{_FORCES}(?:＋{_FORCES})*) (?P<number>\d+) 条")
_COUNTS = re.compile(rf"{_FORCES}(?:＋{_FORCES})* \d+ 条(?:、{_FORCES}(?:＋{_FORCES})* \d+ 条)*")
"""Counts of clauses by force, as :func:`drafting.wording.force_counts` writes them."""
_NOT_REQUIRED = "不做要求：原表该格为“/”"
_NOT_REQUIRED_EN = "not required (不做要求); the cell of the table holds “/”"


def in_english(frame: QueryFrame, finding: Finding) -> Finding:
    """The finding with its conclusion in English first; of the Chinese sentences those stay that say more.

    Args:
        frame: The question, asked in English.
        finding: What was found.
    """
    alternatives = tuple(noted(one) for one in finding.alternatives)
    if finding.refusal is not None:
        refusal = Refusal(finding.refusal.reason, f"{_REFUSALS[finding.refusal.reason]}. {finding.refusal.message}")
        return replace(finding, refusal=refusal, alternatives=alternatives)
    if "sides" in (finding.result or {}):  # composed in English by the house's forms
        told = (replace(one, heading=noted(one.heading), remark=noted(one.remark)) for one in finding.sections)
        return replace(finding, sections=tuple(told), alternatives=alternatives)
    first = next((section for section in finding.sections if section.said), None)
    if first is None:
        return replace(finding, alternatives=alternatives)
    text = _headline(frame, finding)
    said = Sentence(text, "composed", _told_of(finding.sections, text) or first.said[0].citations)
    sections = [_counted(section, frame) for section in finding.sections]
    at = finding.sections.index(first)
    sections[at] = replace(sections[at], said=(said, *_saying_more(said, first, sections[at], frame)))
    sections = [replace(one, heading=noted(one.heading), remark=noted(one.remark)) for one in sections]
    return replace(finding, sections=tuple(sections), alternatives=alternatives)


def _saying_more(headline: Sentence, before: Section, told: Section, frame: QueryFrame) -> tuple[Sentence, ...]:
    """What a section says beyond the headline: not the first sentence, where it tells the same of the same clauses."""
    lead = before.said[0]
    names = [one for clause in before.quoted for one in _names(clause) if one in headline.text]
    names.extend(_known(frame))
    domains = [clause.domain for clause in before.quoted if clause.domain]
    bare = _bare(_untold(lead.text, headline.text), before.quoted, (*names, *domains))
    same = set(lead.citations) == set(headline.citations)
    same = same and (_NOT_REQUIRED not in lead.text or _NOT_REQUIRED_EN in headline.text)
    return told.said[1:] if same and not bare else told.said


def _untold(text: str, headline: str) -> str:
    """A Chinese sentence without the list, the count and the forces that an English one tells as well."""
    if counts := _COUNTS.search(text):
        text = text.replace(counts.group(), "") if _in_words(counts.group()) in headline else text
    listed = headline.rpartition("found: ")[2].rstrip(".").split(", ")
    text = text.replace("、".join(listed), "").replace(f" {len(listed)} 个", "")
    for noun, english in _NOUNS.items():
        text = text.replace(noun, "") if english in headline else text
    if counted := re.search(r"(\d+) in all", headline):
        text = text.replace(f" {counted.group(1)} 条", "")
    return text


def _in_words(counts: str) -> str:
    """Counts of forces as a Chinese sentence tells them, in English."""
    return ", ".join(f"{forces_en(one['forces'].split('＋'))} {one['number']}" for one in _COUNT.finditer(counts))


def _counted(section: Section, frame: QueryFrame) -> Section:
    """A section whose first sentence only counts and names what it quotes, with that sentence in English."""
    if not section.said or not section.quoted:
        return section
    section = replace(section, said=tuple(replace(one, text=_there(noted(one.text))) for one in section.said))
    lead, quoted = section.said[0], {clause.id for clause in section.quoted}
    names = tuple(dict.fromkeys(one for clause in section.quoted for one in _names(clause)))
    known = (*names, *_known(frame), *(clause.domain or "" for clause in section.quoted), section.heading.strip("《》"))
    if not quoted <= set(lead.citations) or _bare(lead.text, section.quoted, known):
        return section
    titles = re.findall("《[^》]+》", lead.text)
    untitled = re.sub("《[^》]+》", "", lead.text)
    scope = "; ".join((*titles, *(_beside(one, frame) for one in names if one in untitled)))
    scope = scope or "; ".join(_beside(one, frame) for one in names[:1])
    empty = all(clause.kind == "not_required" for clause in section.quoted)
    text = f"{scope}{': ' if scope else ''}{_NOT_REQUIRED_EN if empty else _clauses(section.quoted)}."
    return replace(section, said=(replace(lead, text=text), *section.said[1:]))


def _there(text: str) -> str:
    """How many clauses there are where only some were asked for, in English; another sentence as it is."""
    if (found := re.fullmatch(rf"该处共 (\d+) 条：({_COUNTS.pattern})。", text)) is None:
        return text
    return f"{found.group(1)} clause{'' if found.group(1) == '1' else 's'} stand there ({_in_words(found.group(2))})."


def _bare(text: str, quoted: Sequence[Clause], names: Sequence[str]) -> str:
    """What a sentence says beyond the names, the number of the clauses and their forces."""
    for told in (_NOT_REQUIRED, force_counts(quoted), *sorted(filter(None, names), key=len, reverse=True)):
        text = text.replace(told, "")
    return _FRAMING.sub("", re.sub(rf" {len(quoted)} [条项]", "", text))


def _names(clause: Clause) -> tuple[str, ...]:
    """Whose a clause is and what it is about, as the text names it."""
    return tuple(one for one in (clause.tier_label, clause.track, clause.subdomain) if one)


def _known(frame: QueryFrame) -> tuple[str, ...]:
    """The Chinese names of what the question names."""
    return tuple(one.rpartition(" (")[2].rstrip(")") for one in frame.english)


def _beside(name: str, frame: QueryFrame) -> str:
    """A Chinese name with the English one where the question has it."""
    return next((one for one in frame.english if one.endswith(f" ({name})")), name)


def _told_of(sections: tuple[Section, ...], headline: str) -> tuple[str, ...]:
    """The clauses that the headline speaks of: those quoted in answer to the question, and what is said of them."""
    own = [section for section in sections if not section.heading] or list(sections)
    quoted = [clause.id for section in own for clause in section.quoted]
    if _QUOTED in headline:
        return tuple(dict.fromkeys(quoted))
    ids = (one for section in own for sentence in section.said for one in sentence.citations)
    return tuple(dict.fromkeys((*quoted, *ids)))


def _headline(frame: QueryFrame, finding: Finding) -> str:
    about = "; ".join(frame.english)
    scope = f"{about}: " if about else ""
    quoted = [clause for section in finding.sections if not section.heading for clause in section.quoted]
    if finding.status == "corrected":
        return f"{scope}the premise does not hold; see what the text says."
    if finding.status == "not_required":
        return f"{scope}{_NOT_REQUIRED_EN}."
    result = finding.result or {}
    if result.get("kind") in ("clauses", "set") and not (result.get("ids") or result.get("items")):
        return f"{scope}no clause within what was asked names it; where it is named is told below."
    match result.get("kind"):
        case "count":
            forces = _COUNTS.search(_first(finding))
            return f"{scope}{result['value']} in all{f' ({_in_words(forces.group())})' if forces else ''}."
        case "set":
            items = [str(item) for item in result["items"]]
            lead = _first(finding)
            noun = next((f"{en}, " for zh, en in _NOUNS.items() if f"{zh}有" in lead or f"个{zh}：" in lead), "")
            return f"{scope}{noun}{len(items)} found: {', '.join(items[:_SHOWN])}."
        case "quantity":
            return f"{scope}{_quantity(result)}."
        case "definition":
            return f"“{result['term']}” is defined as quoted here."
        case "comparison":
            return f"{scope}side by side below, each clause quoted."
    if finding.query == "search":  # what lies near is not all of the tier's own
        own = all(clause.kind != "paragraph" for clause in quoted)
        return f"{scope if own else ''}nearest in meaning, {_clauses(quoted)}."
    return f"{scope}{_clauses(quoted)}."


def _first(finding: Finding) -> str:
    return next((section.said[0].text for section in finding.sections if section.said), "")


def _quantity(result: Mapping[str, object]) -> str:
    """An amount in English; money in full yuan, as the text writes it in brackets."""
    unit, upper = str(result["unit"]), result.get("value_max")
    compared = _COMPARED[str(result["comparator"])]
    if unit in _YUAN:
        values = [float(str(one)) for one in (result["value"], upper) if one]
        text = f"CNY {' to '.join(_money(one * _YUAN[unit]) for one in values)}"
        return f"{compared} {text} ({'–'.join(f'{one:g}' for one in values)} {unit})".strip()
    value = f"{result['value']}%" if unit == "%" else f"{result['value']} {_UNITS.get(unit, unit)}"
    return f"{compared} {value}{f' to {upper}' if upper else ''}".strip()


def _money(yuan: float) -> str:
    """An amount of yuan as people read it: ``5 million``, ``1.2 billion``, ``300,000``."""
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if yuan >= size:
            return f"{yuan / size:g}{name}"
    return f"{yuan:,.0f}"


def _clauses(quoted: Sequence[Clause]) -> str:
    plural = "" if len(quoted) == 1 else "s"
    ruled = any(clause.forces != ("none",) for clause in quoted)
    return f"{len(quoted)} clause{plural} {_QUOTED}" + (f" ({force_counts_en(quoted)})" if ruled else "")
