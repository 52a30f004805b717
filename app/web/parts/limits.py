"""The limits in the sidebar: document, tier, subdomain, system, force; kept from page to page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from app.assembly import Workspace
from app.web.language import say
from app.web.parts.words import FORCE_MEANING
from corpus.clause import Clause
from drafting.answering import Limits
from drafting.wording import FORCE_WORDS
from retrieval.filters import Filters

_FIELDS = ("document", "tier", "subdomain", "system", "force")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person limited questions and searches to; None is no limit."""

    document: str | None = None
    tier: str | None = None
    subdomain: str | None = None
    system: str | None = None
    force: str | None = None

    def filters(self) -> Filters:
        """The limits of a search."""
        each = {f"{name}s": getattr(self, name) for name in _FIELDS}
        return Filters(**{name: (value,) for name, value in each.items() if value})

    def limits(self) -> Limits | None:
        """The limits of an answer: all but the force, which only folds clauses away."""
        chosen = Limits(self.document, self.tier, self.subdomain, self.system)
        return None if chosen == Limits() else chosen

    def allows(self, clause: Clause) -> bool:
        """Whether a clause that an answer rests on lies within the limits that an answer does not know."""
        return (
            (self.subdomain is None or clause.subdomain == self.subdomain)
            and (self.system is None or self.system in clause.systems)
            and (self.force is None or self.force in clause.forces)
        )


def keep_limits() -> None:
    """Keep what was chosen while a page is shown that has no limits; Streamlit forgets a widget that is not drawn."""
    for name in _FIELDS:
        key = f"limit:{name}"
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def draw_limits(workspace: Workspace) -> Chosen:
    """Draw the limits in the sidebar."""
    with st.sidebar:
        st.html(f'<h2 class="gb-side-title">{say("范围")}</h2>')
        titles = workspace.titles
        document = _choice("文件", "document", list(titles), lambda code: titles[code])
        rows = [one for one in workspace.clauses if document is None or one.document == document]
        tiers = {one.tier: one.tier_label or one.tier for one in rows if one.tier}
        tier = _choice("等级", "tier", list(tiers), lambda code: tiers[code])
        rows = [one for one in rows if tier is None or one.holds_for(tier)]
        subdomains = _subdomains(rows)
        subdomain = _choice("能力子域", "subdomain", list(subdomains), lambda name: subdomains[name])
        systems = _systems(workspace, rows)
        system = _choice("涉及的系统", "system", list(systems), lambda code: systems[code])
        forces = {"shall", "should", "may", "encouraged"} & {force for one in rows for force in one.forces}
        meanings = {force: say(meaning) for force, meaning in FORCE_MEANING.items()}
        names: dict[str, str] = {
            one: say("{word}（{meaning}）", word=FORCE_WORDS[one], meaning=told) for one, told in meanings.items()
        }
        force = _choice("规范用词", "force", [one for one in names if one in forces], lambda code: names[code])
        chosen = Chosen(document, tier, subdomain, system, force)
        if chosen != Chosen():
            st.button(say("清除全部限定"), key="clear-limits", on_click=_clear, width="stretch")
        st.html(_legend_html())
    return chosen


def _choice(label: str, name: str, options: list[str], shown: Callable[[str], str]) -> str | None:
    key = f"limit:{name}"
    if st.session_state.get(key) not in (None, *options):
        st.session_state[key] = None
    return st.selectbox(
        say(label), options, index=None, format_func=shown, key=key, placeholder=say("不限"), disabled=not options
    )


def _clear() -> None:
    for name in _FIELDS:
        st.session_state[f"limit:{name}"] = None


def _subdomains(rows: Iterable[Clause]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in rows:
        if one.subdomain and (one.subdomain not in found or one.subdomain_no is not None):
            found[one.subdomain] = f"{one.subdomain_no} {one.subdomain}" if one.subdomain_no else one.subdomain
    return found


def _systems(workspace: Workspace, rows: Iterable[Clause]) -> dict[str, str]:
    named = {code for one in rows for code in one.systems}
    concepts = workspace.snapshot.schemes["systems"].concepts
    return {
        code: concept.zh if concept.zh == code else f"{code} {concept.zh}"
        for code, concept in sorted(concepts.items())
        if code in named
    }


def _legend_html() -> str:
    rows = "".join(
        f'<li><span class="gb-force gb-{force}">{FORCE_WORDS[force]}</span>{say(meaning)}</li>'
        for force, meaning in FORCE_MEANING.items()
        if force != "none"
    )
    slash = f'<li><span class="gb-force gb-not-required">{say("不做要求")}</span>{say("原表此格为“/”")}</li>'
    return f'<h2 class="gb-side-title">{say("图例")}</h2><ul class="gb-legend">{rows}{slash}</ul>'
