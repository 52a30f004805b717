"""The project type: which of a document's tracks it is, and which printed option stands for it."""

from __future__ import annotations

import re
from unicodedata import normalize

from drafting.plans.investment import applied_project
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf

_OPTION = re.compile(r"（\s*）(?P<name>[^\s（）]+)")
_TICK = "（√）"


def track_of(document: str, profile: Profile, shelf: Shelf) -> str | None:
    """The track that the kind of the project applied for names; None where it names none or more than one.

    A track's heading may give another name in brackets: 数字工厂（数字化车间）. A shorter name is taken where it ends
    just one track's name.
    """
    applied = applied_project(profile)
    if applied is None or applied[1].kind is None:
        return None
    kind = _plain(applied[1].kind)
    names: dict[str, set[str]] = {}
    for clause in shelf.of(document):
        if clause.track:
            names.setdefault(clause.track, {_plain(clause.track)})
            if clause.kind == "heading":
                names[clause.track] |= {_plain(one) for one in re.split(r"[（）()。]", clause.plain) if one}
    exact = [track for track, called in names.items() if kind in called]
    return exact[0] if len(exact) == 1 else _only([track for track in names if _plain(track).endswith(kind)])


def _only(found: list[str]) -> str | None:
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return re.sub(r"\s", "", normalize("NFKC", text)).casefold()


def ticked(printed: str, track: str | None) -> str:
    """The printed options with the track's own ticked; empty where none of them is the track."""
    if track is None:
        return ""
    found = [one for one in _OPTION.finditer(printed) if track == one["name"]] or [
        one for one in _OPTION.finditer(printed) if track.endswith(one["name"])
    ]
    if len(found) != 1:
        return ""
    return printed[: found[0].start()] + _TICK + printed[found[0].start("name") :]
