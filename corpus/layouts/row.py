"""What every row of prose takes from the place that it stands at: section, path, capability, tier, track."""

from __future__ import annotations

from dataclasses import replace

from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.layouts.kinds import TERMS, chapter_is
from corpus.layouts.prose import Prose
from corpus.layouts.sections import tier_above, track_above
from corpus.tier_names import tier_code


def placed(prose: Prose, above: Headings, draft: Draft) -> Draft:
    """A row with what the headings above it say; what it says itself stays.

    Args:
        prose: The block that it stands in.
        above: The headings above it.
        draft: The row, with its own path, element and track where it has them.
    """
    stated, domain, subdomain = (None, None, None) if chapter_is(above, TERMS) else above.capability
    if prose.tabled:  # the table below names the subdomains
        stated, domain, subdomain = (domain, subdomain, None) if subdomain else (None, None, None)
    tier = above.tier if prose.tabled else tier_above(above, frozenset(prose.tiers))
    return replace(
        draft,
        section=above.section,
        path=draft.path or above.path,
        element=draft.element or stated,
        domain=domain,
        subdomain=subdomain,
        tier=(prose.tiers.get(tier) or tier_code(tier)) if tier else None,
        tier_label=tier,
        track=draft.track or track_above(above, prose.tracks),
    )
