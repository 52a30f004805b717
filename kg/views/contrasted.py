"""How the uses of one name differ from document to document, in a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.linking import Linker
from kg.views.full_names import FullName
from kg.views.uses import GRADES, ROLES, Use

_GENUS = re.compile(r"的(?P<genus>[^的，,；;。]{2,24})[。；;]?$")
_GRADES = re.compile(r"分为(?P<list>[^。；;]{4,80}?)[一二两三四五六七八九十\d]+\s*个?等?级")


def contrast(uses: Sequence[Use], short: Mapping[str, str], linker: Linker, parts: Mapping[str, Sequence[str]]) -> str:
    """What differs among the uses of a name, a line each.

    Args:
        uses: All uses of one name, in at least two documents.
        short: What to call each document.
        linker: Finds technologies and systems in definitions.
        parts: What stands under the name in some documents only, with these documents.
    """
    defined = [use for use in uses if use.role == "defined"]
    lines = [_roles(uses, short), _genera(defined, short), _grades(uses, short), *_named(defined, short, linker)]
    lines.append(_parts(parts, short))
    told = [line for line in lines if line]
    if not told and len({use.words.text for use in uses}) > 1:
        told = ["作用相同，描述的文字不同"]
    return "\n".join(told)


def contrast_names(names: Sequence[FullName], short: Mapping[str, str]) -> str:
    """The full names of one abbreviation, each with the documents that print it."""
    full: dict[str, str] = {}
    by: dict[str, dict[str, None]] = {}
    for one in names:
        full.setdefault(one.core, one.full)
        by.setdefault(one.core, {}).setdefault(short[one.clause.document])
    return "全称不同：" + "；".join(f"{'、'.join(by[core])}作“{full[core]}”" for core in by)


def _roles(uses: Sequence[Use], short: Mapping[str, str]) -> str:
    """What each document uses the name for, where that differs; which alone defines it."""
    by: dict[str, list[str]] = {}
    for use in uses:
        by.setdefault(use.document, [])
        if ROLES[use.role] not in by[use.document]:
            by[use.document].append(ROLES[use.role])
    if len({tuple(sorted(roles)) for roles in by.values()}) < 2:
        return ""
    if any(use.role in GRADES for use in uses):
        return "作用不同：" + "；".join(f"{short[document]}作{'、'.join(roles)}" for document, roles in by.items())
    defining = [short[document] for document, roles in by.items() if ROLES["defined"] in roles]
    others = [f"{short[one]}作{'、'.join(roles)}" for one, roles in by.items() if ROLES["defined"] not in roles]
    return f"只有{'、'.join(defining)}下定义；{'、'.join(others)}，没有定义"


def _parts(parts: Mapping[str, Sequence[str]], short: Mapping[str, str]) -> str:
    """What stands under the name in some documents only, told by the documents that have it."""
    by: dict[tuple[str, ...], list[str]] = {}
    for part, documents in parts.items():
        by.setdefault(tuple(documents), []).append(part)
    told = (f"{'、'.join(held)}只在{'、'.join(short[one] for one in documents)}" for documents, held in by.items())
    return f"所含不同：{'；'.join(told)}" if by else ""


def _genera(defined: Sequence[Use], short: Mapping[str, str]) -> str:
    """What kind of thing each definition says that it is: the noun at the end of its first sentence."""
    found: dict[str, dict[str, None]] = {}
    for use in defined:
        first = re.split(r"(?<=[。；;])", re.sub(r"\s+", "", use.words.text))[0]
        genus = _GENUS.search(re.split(r"，根据", first)[0])
        if genus is not None:
            found.setdefault(genus["genus"], {}).setdefault(short[use.document])
    if len(found) < 2:
        return ""
    return "落脚不同：" + "；".join(f"{'、'.join(documents)}说是“{genus}”" for genus, documents in found.items())


def _grades(uses: Sequence[Use], short: Mapping[str, str]) -> str:
    found: dict[str, None] = {}
    for use in uses:
        grades = _GRADES.search(re.sub(r"\s+", "", use.words.text))
        if use.role == "defined" and grades is not None:
            found.setdefault(f"{short[use.document]}分为{grades['list']}")
    return "分级不同：" + "；".join(found) if len(found) > 1 else ""


def _named(defined: Sequence[Use], short: Mapping[str, str], linker: Linker) -> list[str]:
    """Technologies and systems that only one of several definitions names."""
    if len({use.document for use in defined}) < 2:
        return []
    named = [(use, {one.code for one in linker.mentions(use.words.text, colloquial=False)}) for use in defined]
    lines = []
    for use, codes in named:
        others = set().union(*(more for other, more in named if other.document != use.document))
        if only := [one for one in dict.fromkeys(sorted(codes, key=use.words.text.find)) if one not in others]:
            lines.append(f"只有{short[use.document]}的定义提到{'、'.join(only)}")
    return lines
