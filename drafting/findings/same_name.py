"""Whether things that two texts call by one name are one: what each text makes of the name, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.checks.composed.comparison_forms import ROLE_WORDS
from drafting.findings.compared_rows import Beside, Chosen, document_called
from drafting.findings.compared_telling import Telling
from drafting.findings.side_by_side import row_json, sections_of
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, Topic
from kg.variants.difference import Tells
from retrieval.frame import QueryFrame
from retrieval.sides import target_parts

_DEFINITION = re.compile(r"定义|概念|什么是|是什么|叫什么|怎么(?:理解|界定)|\bdefin\w+")
_SAYING = frozenset({"paragraph", "lead", "requirement"})
_SHOWN = 3
_SIBLINGS = 5
_ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Role:
    """What a text makes of a name.

    Attributes:
        kind: ``tier``, ``track``, ``term``, ``heading`` or ``mention``.
        label: The text's own form of the name.
        beside: Its other tiers or alternatives, in the text's order.
        clauses: The clauses that say so.
        others: Ids of rows of its other alternatives, which show that they are there.
        defining: The clauses that say what the name means.
    """

    kind: str
    label: str
    beside: tuple[str, ...]
    clauses: tuple[Clause, ...]
    others: tuple[str, ...] = ()
    defining: tuple[Clause, ...] = ()


def asks_for_role(frame: QueryFrame, *, late: bool = False) -> bool:
    """Whether a comparison asks what a name stands for, and not for requirements.

    Args:
        frame: The question.
        late: Whether no other way answered it: one that names nothing but the name is then about the name.
    """
    asked = frame.compares == "same_thing" or _DEFINITION.search(frame.text) is not None
    bare = late and not (frame.compares or frame.names_capability or frame.names_object)
    return bool(frame.side_name) and (asked or bare)


def find_same_name(
    frame: QueryFrame, shelf: Shelf, besides: Sequence[Beside] = (), differ: Tells | None = None
) -> Finding | None:
    """Say what each document means by the name that both sides bear; None where one of them does not use it.

    The answer never equates them: that texts use one name for one thing, no text says.

    Args:
        frame: The question.
        shelf: The clauses.
        besides: What the sides ask, side by side; a few rows of it are told after the roles.
        differ: Tells how what the texts say of the name itself differs.
    """
    name = frame.side_name
    roles = {target: _role(target, name, shelf) for target in frame.sides[:2]}
    found = {target: role for target, role in roles.items() if role is not None}
    if len(found) < 2:
        return None
    english = frame.language == "en"
    said: list[Sentence] = []
    sections: list[Section] = []
    kinds = {role.kind for role in found.values()}
    ids = tuple(dict.fromkeys(one for role in found.values() for one in _basis(role)))
    said.append(Sentence(_conclusion(found, kinds, shelf, english=english), "composed", ids))
    row = _definitions(found, differ)
    if row is not None:
        names = [document_called(target_parts(target)[0], shelf) for target in found]
        sides = (frame.sides[0], frame.sides[1])
        telling = Telling(Beside(names[0], names[1], sides, Chosen((row,))), shelf, english=english)
        said.append(telling.row(row))
    sections.append(Section(said=tuple(said)))
    for target, role in found.items():
        document = target_parts(target)[0]
        text = _told(document_called(document, shelf), role, english=english)
        remark = (_UNSAID_EN if english else _UNSAID) if target == list(found)[-1] else ""
        sections.append(Section(said=(Sentence(text, "composed", _basis(role)),), quoted=role.clauses, remark=remark))
    told = besides[:1] if frame.compares == "same_thing" else ()
    for beside in told:
        sections.extend(sections_of(beside, frame, shelf, _ROWS_SHOWN)[: _ROWS_SHOWN + 1])
    documents = [target_parts(one)[0] for one in found]
    besides_called = [{"target": one, "called": called} for each in told for one, called in each.called]
    result = {
        "kind": "comparison",
        "sides": [{"target": one, "called": document_called(one, shelf)} for one in documents] + besides_called,
        "roles": [{"target": one, "kind": role.kind, "label": role.label} for one, role in found.items()],
        "rows": [row_json(one) for one in (*([row] if row else ()), *(one for beside in told for one in beside.rows))],
    }
    return Finding("answered", tuple(sections), result=result, query="comparison")


def _basis(role: Role) -> tuple[str, ...]:
    return (*(one.id for one in role.clauses), *role.others)


_UNSAID = "两者是否等同，文本没有写明；不要互相替代。"
_UNSAID_EN = "No text says that the two are one; do not put one for the other."
_LEADS = {True: "名称相近，角色不同", False: "名称相同，写法不同"}
_LEADS_EN = {True: "Alike in name, different in role", False: "One name, different words"}


def _definitions(found: dict[str, Role], differ: Tells | None) -> ComparedRow | None:
    """What both texts say of the name itself, as a row; None where one of them does not explain it."""
    each = [role.defining for role in found.values()]
    if differ is None or not all(each):
        return None
    difference = differ.difference(each[0][:1], each[1][:1])
    topic = Topic(None, next(iter(found.values())).label)
    return ComparedRow(topic, (each[0][0].id,), (each[1][0].id,), difference.relation, difference)


def _conclusion(found: dict[str, Role], kinds: set[str], shelf: Shelf, *, english: bool) -> str:
    each = [(document_called(target_parts(target)[0], shelf), role) for target, role in found.items()]
    if english:
        told = "; ".join(f"in {title} “{role.label}” is {ROLE_WORDS[role.kind][1]}" for title, role in each)
        return f"{_LEADS_EN[len(kinds) > 1]}: {told}."
    told = "，".join(f"在{title}里“{role.label}”是{ROLE_WORDS[role.kind][0]}" for title, role in each)
    return f"{_LEADS[len(kinds) > 1]}：{told}。"


def _told(title: str, role: Role, *, english: bool) -> str:
    """What one text makes of the name."""
    listed = "、".join(f"“{one}”" for one in role.beside[:_SIBLINGS])
    if english:
        beside = f"; beside it stand {listed}" if listed else ""
        return f"{title}: “{role.label}” is {ROLE_WORDS[role.kind][1]}{beside}."
    with_others = (
        {"tier": f"，由低到高的等级为{listed}", "track": f"，与它并列的有{listed}"}.get(role.kind, "") if listed else ""
    )
    return f"{title}里“{role.label}”是{ROLE_WORDS[role.kind][0]}{with_others}。"


def _role(target: str, name: str, shelf: Shelf) -> Role | None:
    """What a document makes of a name: its tier or alternative, a term, a heading; None where it does not use it."""
    document, tier, track = target_parts(target)
    rows = shelf.of(document)
    defined = _defining(name, rows)
    if tier and (found := shelf.tier(document, tier)) is not None:
        labels = tuple(one.label for one in shelf.tiers(document))
        said = tuple(one for each in shelf.tiers(document) for one in each.said)
        own = tuple(one for one in said if one.holds_for(tier))
        headed = tuple(one for one in rows if one.kind == "heading" and one.holds_for(tier))[:1]
        others = tuple(one.id for one in said if one not in own)
        listing = [one for one in rows if one.kind in _SAYING and all(label in one.plain for label in labels)][:1]
        return Role("tier", found.label, labels, _distinct((*headed, *own, *listing, *defined)), others, tuple(defined))
    if track:
        own = tuple(one for one in rows if one.track == track and one.kind != "heading")
        siblings = {one.track: one.id for one in reversed(rows) if one.track and one.track != track}
        beside = tuple(str(one) for one in reversed(siblings))
        return Role(
            "track",
            track,
            beside,
            _distinct((*own[:_SHOWN], *defined)),
            tuple(reversed(siblings.values())),
            tuple(defined),
        )
    if defined:
        return Role("term", name, (), tuple(defined[:_SHOWN]), (), tuple(defined))
    headings = [one for one in rows if one.kind == "heading" and name in one.plain]
    if headings:
        under = [one for one in rows if one.kind != "heading" and headings[0].plain in "".join(one.path)]
        return Role("heading", name, (), _distinct((*headings[:1], *under[:_SHOWN])))
    used = [one for one in rows if name in one.plain and one.kind not in ("form_field", "table_cell")]
    return Role("mention", name, (), tuple(used[:_SHOWN])) if used else None


def _defining(name: str, rows: Sequence[Clause]) -> list[Clause]:
    """Clauses that open by saying what a name is."""
    opening = re.compile(rf"^[“\"]?{re.escape(name)}[”\"]?\s*(?:是|指)")
    return [
        one
        for one in rows
        if (one.kind == "term" and one.label == name)
        or (one.kind in ("term", "paragraph", "lead", "requirement") and opening.search(one.plain))
    ]


def _distinct(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    return tuple({one.id: one for one in clauses}.values())
