"""Tables that only lying lines divide: where their columns part, told by the gaps that run down between their signs."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.readers.pdf_file.marks import Glyph, Rule

_NEAR = 3.0
_MIN_BANDS = 3
_GAP = 0.45


def column_rules(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Rule]:
    """Standing rules in the gaps between the columns of tables that have lying rules alone, at least four."""
    found: list[Rule] = []
    for ladder in _ladders(rules):
        left, right, heights = ladder[0].x0, ladder[0].x1, [rule.top for rule in ladder]
        inside = [
            glyph
            for glyph in glyphs
            if heights[0] <= (glyph.top + glyph.bottom) / 2 <= heights[-1]
            and left <= glyph.x0 <= right
            and not glyph.blank
        ]
        places = _gaps(inside)
        if places:
            found += [Rule(x, heights[0], x, heights[-1]) for x in (left, *places, right)]
    return found


def _ladders(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lying rules of the same two ends below one another, from top to bottom, that no standing rule touches."""
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in _whole(rules):
        key = next(
            (
                (x, y)
                for x in (round(rule.x0 / 4), round(rule.x0 / 4) - 1, round(rule.x0 / 4) + 1)
                for y in (round(rule.x1 / 4), round(rule.x1 / 4) - 1, round(rule.x1 / 4) + 1)
                if (x, y) in groups
            ),
            (round(rule.x0 / 4), round(rule.x1 / 4)),
        )
        group = groups.setdefault(key, [])
        if not group or rule.top - group[-1].top > _NEAR:
            group.append(rule)
    standing = [rule for rule in rules if not rule.lies]
    return [
        group
        for group in groups.values()
        if len(group) > _MIN_BANDS and not any(_touches(rule, group) for rule in standing)
    ]


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Lying rules from top to bottom, the pieces of one line put together."""
    whole: list[Rule] = []
    rows: list[list[Rule]] = []
    for rule in sorted((rule for rule in rules if rule.lies), key=lambda each: each.top):
        if rows and rule.top - rows[-1][0].top <= 1.5:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    for row in rows:
        pieces: list[Rule] = []
        for rule in sorted(row, key=lambda each: each.x0):
            if pieces and rule.x0 - pieces[-1].x1 <= _NEAR:
                pieces[-1] = Rule(pieces[-1].x0, row[0].top, max(pieces[-1].x1, rule.x1), row[0].top)
            else:
                pieces.append(Rule(rule.x0, row[0].top, rule.x1, row[0].top))
        whole += pieces
    return whole


def _touches(rule: Rule, group: Sequence[Rule]) -> bool:
    across = group[0].x0 - _NEAR <= rule.x0 <= group[0].x1 + _NEAR
    return across and rule.top <= group[-1].top + _NEAR and rule.bottom >= group[0].top - _NEAR


def _gaps(glyphs: Sequence[Glyph]) -> list[float]:
    """The middles of the gaps that run down between signs."""
    places: list[float] = []
    reach = None
    for glyph in sorted(glyphs, key=lambda each: each.x0):
        if reach is not None and glyph.x0 - reach > _GAP * glyph.size:
            places.append((glyph.x0 + reach) / 2)
        reach = glyph.x1 if reach is None else max(reach, glyph.x1)
    return places
