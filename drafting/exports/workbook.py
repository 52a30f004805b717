"""An evidence plan as an Excel workbook that people work in for weeks, and that is read back with their edits."""

from __future__ import annotations

from pathlib import Path

from drafting.exports.update_edits import Merged
from drafting.exports.workbook_evidence import evidence_sheet
from drafting.exports.workbook_judged import condition_sheet, foundation_sheet, gap_sheet, matrix_sheet, point_sheet
from drafting.exports.workbook_lists import (
    action_sheet,
    conflict_sheet,
    national_sheet,
    other_sheet,
    script_sheet,
    source_sheet,
)
from drafting.exports.workbook_overview import overview_sheet
from drafting.exports.workbook_record import record_sheet
from drafting.exports.workbook_team import team_sheet
from drafting.plans.plan import EvidencePlan
from drafting.profiles.sections import Profile
from drafting.sheets import write_sheets


def write_workbook(plan: EvidencePlan, profile: Profile, path: Path, merged: Merged | None = None) -> None:
    """Write a plan; the file is replaced when all is written.

    Args:
        plan: The plan to show.
        profile: The profile that it was made from; it travels in a hidden sheet, so that the plan can be made again.
        path: The file.
        merged: Where people's edits stand in the plan: what ``merge`` gave for it, so that the edits are kept apart
            from what was computed, and are known again when the workbook comes back.

    Raises:
        DraftingError: The file cannot be written.
    """
    shown = merged or Merged.untouched(plan)
    sheets = [
        overview_sheet(plan),
        matrix_sheet(shown),
        point_sheet(shown),
        gap_sheet(shown),
        evidence_sheet(shown),
        action_sheet(plan),
        condition_sheet(shown),
        *([foundation_sheet(shown)] if plan.base else []),
        *([other_sheet(plan)] if plan.others else []),
        *([national_sheet(plan)] if plan.national else []),
        script_sheet(plan),
        *([conflict_sheet(plan)] if plan.conflicts else []),
        source_sheet(plan),
    ]
    team = [team_sheet(shown.added)] if shown.added else []
    write_sheets(path, [*sheets, *team, record_sheet(shown, profile, sheets)], shown.own)
