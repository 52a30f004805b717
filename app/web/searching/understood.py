"""What the words looked for were read to name: hits within it come first, and the line says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from app.assembly import Workspace
from app.web.language import say
from drafting.wording import FORCE_WORDS
from retrieval.frame import QueryFrame


def understood_html(frame: QueryFrame, workspace: Workspace) -> str:
    """What comes first, as chips; empty where the words name nothing."""
    chips = "".join(
        f'<span class="gb-chip"><b>{name}</b>{escape(value)}</span>' for name, value in _named(frame, workspace)
    )
    return (
        f'<div class="gb-chips gb-first"><span class="gb-quiet">{say("排在前面的：")}</span>{chips}</div>'
        if chips
        else ""
    )


def _named(frame: QueryFrame, workspace: Workspace) -> Iterator[tuple[str, str]]:
    schemes = workspace.snapshot.schemes
    tiers: dict[str, str] = {one.tier: one.tier_label or one.tier for one in workspace.clauses if one.tier}
    capabilities = {code: one.zh for code, one in schemes["capabilities"].concepts.items()}
    systems = {code: one.zh for code, one in schemes["systems"].concepts.items()}
    forces: dict[str, str] = {str(code): word for code, word in FORCE_WORDS.items()}
    documents = frame.documents if frame.documents_named else ()
    for name, values, known in (
        (say("文件"), documents, workspace.titles),
        (say("等级"), frame.tiers, tiers),
        (say("类型"), frame.tracks, {}),
        (say("能力域"), frame.domains, capabilities),
        (say("能力子域"), frame.subdomains, capabilities),
        (say("系统"), frame.systems, systems),
        (say("技术"), frame.technologies, {}),
        (say("规范用词"), frame.forces, forces),
    ):
        if values:
            yield name, _shown(values, known)


def _shown(values: Iterable[str], known: Mapping[str, str]) -> str:
    return "、".join(known.get(value, value) for value in values)
