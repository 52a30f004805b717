"""What of a clause the indexes read: its words, the headings over it, and both together."""

from __future__ import annotations

import re

from corpus.clause import Clause

_NAMES_SOMETHING = re.compile(r"[\u3400-\u9fffA-Za-z]{2,}")


def heading_words(clause: Clause) -> tuple[str, ...]:
    """The names over a clause, outermost first, none twice: headings, capability, tier, track, industry."""
    names = (
        *clause.path,
        clause.element,
        clause.domain,
        clause.subdomain,
        clause.tier_label,
        clause.track,
        clause.industry,
    )
    return tuple(dict.fromkeys(name for name in names if name))


def text_alone(clause: Clause) -> str:
    """The clause's reading, led by its label where that is a name (a term's) and not a number."""
    if clause.label and _NAMES_SOMETHING.search(clause.label):
        return f"{clause.label}：{clause.plain}"
    return clause.plain


def text_in_place(clause: Clause) -> str:
    """The clause's reading led by where it stands: 智能化生产，设备运维，省级智能工厂：应建立…"""
    place = [clause.domain or clause.element, clause.subdomain, clause.tier_label, clause.track, clause.industry]
    names = [name for name in place if name] or list(clause.path[-2:])
    return f"{'，'.join(dict.fromkeys(names))}：{text_alone(clause)}" if names else text_alone(clause)
