"""The conclusion in English, for questions asked in English; Chinese names stand beside the English ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from drafting.answer import Finding, Reason, Refusal, Section, Sentence
from drafting.wording import FORCE_WORDS_EN
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
    "万元": "万元 (10,000 yuan)",
    "年": "years (年)",
    "个月": "months (个月)",
    "家": "factories (家)",
    "份": "copies (份)",
}
_SHOWN = 60


def in_english(frame: QueryFrame, finding: Finding) -> Finding:
    """The finding with its conclusion in English put first; the Chinese words follow.

    Args:
        frame: The question, asked in English.
        finding: What was found.
    """
    if finding.refusal is not None:
        refusal = Refusal(finding.refusal.reason, f"{_REFUSALS[finding.refusal.reason]}. {finding.refusal.message}")
        return replace(finding, refusal=refusal)
    first = next((section for section in finding.sections if section.said), None)
    if first is None:
        return finding
    said = Sentence(_headline(frame, finding), "composed", _told_of(finding.sections) or first.said[0].citations)
    sections = tuple(
        replace(section, said=(said, *section.said)) if section is first else section for section in finding.sections
    )
    return replace(finding, sections=sections)


def _told_of(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The clauses that the headline speaks of: those quoted in answer to the question, and what is said of them."""
    own = [section for section in sections if not section.heading] or list(sections)
    ids = (one for section in own for sentence in section.said for one in sentence.citations)
    return tuple(dict.fromkeys((*(clause.id for section in own for clause in section.quoted), *ids)))


def _headline(frame: QueryFrame, finding: Finding) -> str:
    about = "; ".join(frame.english)
    scope = f"{about}: " if about else ""
    if finding.status == "corrected":
        return f"{scope}the premise does not hold; the text is quoted below."
    if finding.status == "not_required":
        return f"{scope}not required (不做要求); the cell of the table holds “/”."
    result = finding.result or {}
    if result.get("kind") in ("clauses", "set") and not (result.get("ids") or result.get("items")):
        return f"{scope}no clause within what was asked names it; where it is named is told below."
    match result.get("kind"):
        case "count":
            return f"{scope}{result['value']} in all."
        case "set":
            items = [str(item) for item in result["items"]]
            return f"{scope}{len(items)} found: {', '.join(items[:_SHOWN])}."
        case "quantity":
            return f"{scope}{_quantity(result)}."
        case "definition":
            return f"“{result['term']}” is defined as quoted below."
        case "comparison":
            return f"{scope}side by side below, each clause quoted."
    return f"{scope}{_clauses(finding.sections)}."


def _quantity(result: Mapping[str, object]) -> str:
    unit = str(result["unit"])
    value = f"{result['value']}%" if unit == "%" else f"{result['value']} {_UNITS.get(unit, unit)}"
    upper = f" to {result['value_max']}" if result.get("value_max") else ""
    return f"{_COMPARED[str(result['comparator'])]} {value}{upper}".strip()


def _clauses(sections: tuple[Section, ...]) -> str:
    quoted = [clause for section in sections if not section.heading for clause in section.quoted]
    forces = Counter(force for clause in quoted for force in clause.forces if force != "none")
    told = ", ".join(f"{FORCE_WORDS_EN[force]} {count}" for force, count in forces.most_common())
    plural = "" if len(quoted) == 1 else "s"
    return f"{len(quoted)} clause{plural} quoted below" + (f" ({told})" if told else "")
