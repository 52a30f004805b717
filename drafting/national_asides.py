"""Remarks on the national level, in Chinese or English: what is proposed, said to be so, and what is not official."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from drafting.answer import Aside, Line
from kg.mapped import NO_MATCH, Mapped
from kg.national import CLOSENESS, NationalLevel
from ontology.mappings import Target

Language = Literal["zh", "en"]

SHOWN = 3
_RELATIONS: Mapping[str, tuple[str, str]] = {
    "skos:closeMatch": ("近似", "close match"),
    "skos:broadMatch": ("较宽", "wider"),
    "skos:narrowMatch": ("较窄", "narrower"),
    "skos:relatedMatch": ("相关", "related"),
    NO_MATCH: ("无对应", "no match"),
}
_BRIEFLY: Mapping[str, str] = {
    "skos:closeMatch": "相近的有",
    "skos:broadMatch": "较宽的有",
    "skos:narrowMatch": "较窄的有",
    "skos:relatedMatch": "仅相关的有",
    NO_MATCH: "无对应",
}
_SEEN_FROM_BEHIND = {"skos:broadMatch": "skos:narrowMatch", "skos:narrowMatch": "skos:broadMatch"}
_REACHES = (
    ("有近似内容的", "closely matched"),
    ("只有较宽或较窄内容的", "matched by something wider or narrower"),
    ("只有相关内容的", "only related"),
    ("没有对应内容的", "not matched"),
)
"""How far requirements reach a scenario, by the rank of the closest predicate."""
TARGETS: Mapping[Target, tuple[str, str]] = {
    "scenarios": ("国家典型场景", "national scenarios"),
    "maturity": ("智能制造能力成熟度模型", "the smart-manufacturing maturity model"),
    "tiers": ("国家智能工厂等级", "national tiers of smart factories"),
}


def counterparts(rows: Sequence[Mapped], language: Language, *, leads: bool = False) -> Aside:
    """What subjects of a document are mapped to, the reason beside each; of one subject also in one line.

    Args:
        rows: Rows to one target, at least one, in the order shown.
        language: The question's.
        leads: Whether the question asks for it, and so gets it in full.
    """
    subjects = tuple(dict.fromkeys(_name(row, "subject", language) for row in rows))
    target = TARGETS[rows[0].claim.target][language == "en"]
    several = len(subjects) > 1
    if len(subjects) > SHOWN:
        subjects = (f"{len(subjects)} subjects",) if language == "en" else (f"所问 {len(subjects)} 项",)
    if language == "en":
        title = f"Proposed, not official: {target} for {'; '.join(subjects)}; no text states it"
    else:
        title = f"推定（非官方，文本未写明）：{'、'.join(subjects)}与{target}"
    lines = tuple(_line(row, "object", row.predicate, language, told=several) for row in rows)
    if leads or several:
        return Aside(title, lines, tuple(rows), leads)
    return Aside(title, lines, tuple(rows), leads, _brief(rows, language), _reasons(rows[0], language))


def _brief(rows: Sequence[Mapped], language: Language) -> str:
    """What one subject is mapped to, by relation, with how sure each claim is; marked as a proposal."""
    english, target = language == "en", TARGETS[rows[0].claim.target]
    groups: list[str] = []
    for predicate in dict.fromkeys(row.predicate for row in rows):
        alike = [row for row in rows if row.predicate == predicate]
        names = (_name(row, "object", language).strip("“”") + _doubt(row, language) for row in alike)
        sure = [f"{row.claim.confidence:g}" for row in alike]
        if english:
            groups.append(f"{_RELATIONS[predicate][1]}: {', '.join(names)} (confidence {', '.join(sure)})")
        else:
            groups.append(f"{_BRIEFLY[predicate]} {'、'.join(names)}（把握 {'、'.join(sure)}）")
    subject = _name(rows[0], "subject", language)
    if english:
        return f"Proposed (推定), not official, no text states it: {target[1]} for {subject}: {'; '.join(groups)}"
    return f"推定（非官方，文本未写明）：{subject}对应的{target[0]}，{'；'.join(groups)}"


def _reasons(row: Mapped, language: Language) -> str:
    """The command that tells why: by name what capabilities are called, by document what has no such name."""
    prefix, _, code = row.claim.subject.partition(":")
    named = f" --subdomain {row.subject.zh}" if prefix == "capability" else ""
    document = f" --document {row.subject.document}" if row.subject.document and ("/" in code or not named) else ""
    command = f"`gongbiao map{named}{document}`"
    return f"reasons: {command}" if language == "en" else f"理由见 {command}"


def origins(named: str, rows: Sequence[Mapped], others: Sequence[Mapped], language: Language) -> Aside:
    """What of a document is mapped to something national.

    Args:
        named: What it is mapped to, as the question's language names it.
        rows: The rows whose clauses are shown.
        others: Rows that are only named.
        language: The question's.
    """
    if language == "en":
        title = f"Proposed, not official: what corresponds to {named}; no text states it"
    else:
        title = f"推定（非官方，文本未写明）：{named}对应的内容"
    lines = [_line(row, "subject", _reverse(row), language) for row in rows]
    if others:
        told = [f"{_name(row, 'subject', language)}{_sure(row, language)}" for row in others]
        lines.append(Line(f"Only related: {'; '.join(told)}" if language == "en" else f"仅相关：{'、'.join(told)}"))
    if not lines:
        lines.append(Line("Nothing corresponds." if language == "en" else "没有对应的内容。"))
    return Aside(title, tuple(lines), (*rows, *others), leads=True)


def conditions(level: NationalLevel, tier: str, language: Language) -> Aside | None:
    """What is known of a national tier from publications; None where nothing is.

    Args:
        level: The facts.
        tier: The tier's compact address.
        language: The question's.
    """
    facts = level.facts_of(tier)
    if not facts:
        return None
    if language == "en":
        title = f"From publications, not the official text: national {facts[0].tier_en} ({facts[0].tier_zh})"
        lines = [
            f"{one.about_en}: {one.en.rstrip('.')} (trust {one.trust}{_of(one.edition, language)})" for one in facts
        ]
    else:
        title = f"据公开资料整理，非官方文本：国家{facts[0].tier_zh}"
        lines = [
            f"{one.about_zh}：{one.zh.rstrip('。')}（可信度 {one.trust}{_of(one.edition, language)}）" for one in facts
        ]
    return Aside(title, tuple(map(Line, lines)))


def tier_list(level: NationalLevel, language: Language) -> Aside:
    """The national tiers from low to high, and who decides on each."""
    facts = [level.facts_of(tier)[0] for tier in level.tiers]
    if language == "en":
        lines = [
            f"{one.tier_en} ({one.tier_zh}), {one.about_en}: {one.en.rstrip('.')} (trust {one.trust})" for one in facts
        ]
        return Aside(
            "From publications, not the official text: the national tiers", tuple(map(Line, lines)), leads=True
        )
    lines = [f"{one.tier_zh}，{one.about_zh}：{one.zh}（可信度 {one.trust}）" for one in facts]
    return Aside("据公开资料整理，非官方文本：国家智能工厂的等级，由低到高", tuple(map(Line, lines)), leads=True)


def maturity_levels(level: NationalLevel, language: Language) -> Aside:
    """The names of the maturity model's levels from low to high."""
    if language == "en":
        lines = [f"{en} ({zh}) (trust {trust})" for zh, en, trust in level.maturity_levels]
        return Aside(
            "From publications, not the official text: levels of maturity", tuple(map(Line, lines)), leads=True
        )
    lines = [f"{zh}（可信度 {trust}）" for zh, _, trust in level.maturity_levels]
    return Aside("据公开资料整理，非官方文本：成熟度的等级，由低到高", tuple(map(Line, lines)), leads=True)


def coverage(
    level: NationalLevel, rows: Sequence[Mapped], whose: str, language: Language, *, missing_first: bool
) -> Aside:
    """How far requirements reach the national scenarios.

    Args:
        level: The scenarios.
        rows: The rows that count.
        whose: Whose requirements they are.
        language: The question's.
        missing_first: Whether what nothing reaches is asked for, and so stands first.
    """
    best: dict[str, int] = {}
    for row in (one for one in rows if one.claim.target == "scenarios" and one.subject.requirements):
        best[row.claim.object] = min(CLOSENESS[row.predicate], best.get(row.claim.object, len(_REACHES)))
    groups: list[list[str]] = [[] for _ in _REACHES]
    for one in level.scenarios():
        name = f"{one.number} {one.en} ({one.zh})" if language == "en" else f"{one.number} {one.zh}"
        groups[best.get(one.id, len(_REACHES) - 1)].append(name)
    order = [3, 2, 1, 0] if missing_first else [0, 1, 2, 3]
    if language == "en":
        title = f"Proposed, not official: how far {whose} reaches the national scenarios; no text states it"
        lines = [f"{_REACHES[at][1]}: {len(groups[at])}. {'; '.join(groups[at])}".strip(". ") for at in order]
    else:
        title = f"推定（非官方，文本未写明）：{whose}的要求与国家 {sum(map(len, groups))} 个典型场景"
        lines = [f"{_REACHES[at][0]} {len(groups[at])} 个：{'、'.join(groups[at]) or '无'}" for at in order]
    return Aside(title, tuple(map(Line, lines)), leads=True)


def scenario_list(level: NationalLevel, language: Language) -> Aside:
    """The names of all national scenarios by the link they belong to."""
    links: dict[str, list[str]] = {}
    scenarios = level.scenarios()
    for one in scenarios:
        mark = "" if one.trust == "A" else f"（{one.trust}）"
        name = f"{one.number} {one.en} ({one.zh}){mark}" if language == "en" else f"{one.number} {one.zh}{mark}"
        links.setdefault(f"{one.link_en} ({one.link})" if language == "en" else one.link, []).append(name)
    edition = next((one.edition for one in scenarios if one.edition), "")
    if language == "en":
        title = f"From publications, not the official text ({edition}; trust A where not marked B)"
        return Aside(title, tuple(Line(f"{link}: {'; '.join(names)}") for link, names in links.items()), leads=True)
    title = f"据公开资料整理，非官方文本（{edition}；可信度除注明 B 外均为 A）"
    return Aside(title, tuple(Line(f"{link}：{'、'.join(names)}") for link, names in links.items()), leads=True)


def _line(
    row: Mapped, side: Literal["subject", "object"], predicate: str, language: Language, *, told: bool = False
) -> Line:
    """The relation, the name on one side and how sure it is; the reason apart."""
    relation = _RELATIONS[predicate][language == "en"]
    of = f"{_name(row, 'subject', language)} → " if told else ""
    name = "" if not row.claim.matches else _name(row, side, language)
    joint = "" if not name else ": " if language == "en" else "："
    return Line(f"{of}{relation}{joint}{name}{_sure(row, language)}", row.claim.rationale)


def _name(row: Mapped, side: Literal["subject", "object"], language: Language) -> str:
    """A name as people know it: a scenario with its number, in English with the Chinese beside."""
    named = row.subject if side == "subject" else row.object
    prefix, _, code = (row.claim.subject if side == "subject" else row.claim.object).partition(":")
    number = f"{code} " if prefix == "scenario" else ""
    if language == "en":
        return f"{number}{named.en} ({named.zh})" if named.en else f"{number}{named.zh}"
    return f"“{number}{named.zh}”"


def _sure(row: Mapped, language: Language) -> str:
    """How sure the claim is, and where the name itself is not certain, that it is not."""
    doubt = row.object.trust == "B"
    if language == "en":
        return f" (confidence {row.claim.confidence:g}{', name of trust B' if doubt else ''})"
    return f"（把握 {row.claim.confidence:g}{'，名称可信度 B' if doubt else ''}）"


def _doubt(row: Mapped, language: Language) -> str:
    """That the name itself is not certain, where it is not."""
    if row.object.trust != "B":
        return ""
    return " (name of trust B)" if language == "en" else "（名称可信度 B）"


def _reverse(row: Mapped) -> str:
    return _SEEN_FROM_BEHIND.get(row.predicate, row.predicate)


def _of(edition: str | None, language: Language) -> str:
    if not edition:
        return ""
    return f", {edition}" if language == "en" else f"，{edition}"
