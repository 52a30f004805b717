"""What can be compared in a build, and what a comparison is told with."""

from __future__ import annotations

from collections.abc import Mapping

from app.assembly import Workspace
from app.labels import Language
from drafting.comparisons.briefing import Briefing, briefing
from drafting.comparisons.own_names import NamesOfOne
from drafting.comparisons.speech import Speech
from kg.variants.comparison import Comparison


def targets(workspace: Workspace) -> Mapping[str, str]:
    """All targets that a comparison may name, with what they are called: documents, their tiers, their tracks."""
    found: dict[str, str] = {}
    titles = workspace.titles
    tracks: dict[str, dict[str, None]] = {}
    for clause in workspace.clauses:
        if clause.track:
            tracks.setdefault(clause.document, {})[clause.track] = None
    for document, title in titles.items():
        short = titles.short.get(document, title)
        found[document] = f"《{title}》"
        for tier in workspace.ladders.tiers(document):
            found[f"{document}:{tier.code}"] = f"《{short}》·{tier.label}"
        for track in tracks.get(document, ()):
            found[f"{document}/{track}"] = f"《{short}》·{track}"
    return found


def scenario_names(workspace: Workspace) -> Mapping[str, str]:
    """What the national scenarios are called, by id."""
    return {one.id: one.zh for one in workspace.national.scenarios()}


def briefing_of(comparison: Comparison, workspace: Workspace, lang: Language) -> Briefing:
    """The main differences of a comparison on one page, without sentences of a model."""
    schemes = workspace.snapshot.schemes
    own = NamesOfOne(schemes["systems"], schemes["technologies"])
    return briefing(comparison, workspace.shelf, own, scenario_names(workspace), Speech(lang))
