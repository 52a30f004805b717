"""What a person chose on the page of tiers, and the address that restores it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from app.assembly import Workspace
from app.web.ladder.words import ladder_name
from app.web.language import say
from app.web.parts.address import draw_choice
from kg.ladders.ladder import Ladder
from kg.ladders.tiers import Tier

WHERE = "tiers"
DOMAIN, SUBDOMAIN, VIEW = (f"{WHERE}:{name}" for name in ("domain", "subdomain", "view"))
VIEWS = {"step": "升级清单", "rungs": "逐级对照", "all": "全部子域"}


@dataclass(frozen=True, slots=True)
class Step:
    """The step that an enterprise is to take.

    Attributes:
        lower, upper: Codes of tiers.
    """

    lower: str
    upper: str


def draw_document(workspace: Workspace) -> str:
    """Draw the choice of a document, those with tiers first."""
    titles = workspace.titles
    having = [one for one in titles if len(workspace.ladders.tiers(one)) > 1]
    first = [one for one in having if one == workspace.default_document]
    options = list(dict.fromkeys((*first, *having, *titles)))
    return draw_choice("文件", "document", options, lambda code: titles[code], where=WHERE, many=1)


def draw_step(known: Sequence[Tier]) -> Step:
    """Draw the choice of the two tiers; the second is always above the first."""
    labels = {tier.code: tier.label for tier in known}
    codes = list(labels)
    lower = draw_choice("从", "from", codes[:-1], lambda code: labels[code], where=WHERE, many=1)
    upper = draw_choice("到", "to", codes[codes.index(lower) + 1 :], lambda code: labels[code], where=WHERE, many=1)
    return Step(lower, upper)


def draw_place(ladders: Sequence[Ladder]) -> tuple[Ladder, ...]:
    """Draw the choice of a domain and a subdomain; the ladders of these."""
    domains = dict.fromkeys(one.domain for one in ladders if one.domain)
    domain = ""
    if domains:
        domain = draw_choice("能力域", "domain", ["", *domains], _or_all, where=WHERE, many=1)
    held = [one for one in ladders if domain in ("", one.domain)]
    names = {value_of(one): ladder_name(one.number, one.name) for one in held}
    subdomain = ""
    if len(names) > 1:
        told = {"": say("全部"), **names}
        subdomain = draw_choice("能力子域", "subdomain", ["", *names], lambda one: told[one], where=WHERE, many=1)
    return tuple(one for one in held if subdomain in ("", value_of(one)))


def value_of(ladder: Ladder) -> str:
    """What stands for a ladder in the address."""
    return ladder.number or ladder.name


def show_ladder(subdomain: str) -> None:
    """Show the ladder of a subdomain; called before the page is drawn anew."""
    st.session_state[DOMAIN] = ""
    st.session_state[SUBDOMAIN] = subdomain
    st.session_state[VIEW] = "rungs"


def _or_all(name: str) -> str:
    return name or say("全部")
