"""What was read of a file, in a list: its layout, how much of it became rows, and what the rows of its tiers are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.web.intake.words import layout_told
from app.web.language import say
from app.web.parts.provenance import list_html
from app.web.parts.words import KIND
from corpus.assessing import Assessment, TierFound
from corpus.clause import Clause


def summary_html(read: Assessment, rows: Sequence[Clause]) -> str:
    """The list.

    Args:
        read: What was read.
        rows: The rows of the file.
    """
    return list_html(
        (
            (say("版式（把握）"), f"{layout_told(read)}{say('。')}{read.why}"),
            (say("覆盖"), say("正文的 {share} 落在条目里", share=f"{read.coverage:.1%}")),
            (say("成条"), _structured(read)),
            (say("条目"), say("{rows} 条，其中要求和门槛 {asked} 条", rows=len(rows), asked=read.requirements)),
            (say("等级"), say("、").join(_tier(one, rows) for one in read.tiers) or say("文本没有分等级")),
        )
    )


def _structured(read: Assessment) -> str:
    """How much of the text became rows of a kind, and what becomes of the rest."""
    told = say("正文的 {share} 读成要求、门槛、引导语、标题等", share=f"{read.structured:.1%}")
    plain = max(0.0, read.coverage - read.structured)
    if not round(plain, 3):
        return told
    return told + say("；其余 {rest} 是普通段落，也能检索和引用，只是不当作要求", rest=f"{plain:.1%}")


def _tier(tier: TierFound, rows: Sequence[Clause]) -> str:
    """A tier with its rows by kind, so that a lead is not taken for a condition."""
    if not tier.rows:
        return say("{name}（只提到）", name=tier.name)
    kinds = Counter(row.kind for row in rows if tier.code in (row.tiers or (row.tier,)))
    told = say("、").join(f"{say(KIND[kind])} {count}" for kind, count in kinds.most_common())
    return say("{name}（{rows} 条：{kinds}）", name=tier.name, rows=tier.rows, kinds=told)
