"""A plan as a Word document, in the form that reviewers and enterprises are used to."""

from __future__ import annotations

from pathlib import Path

from drafting.exports.word_appendices import add_appendices
from drafting.exports.word_chapters import add_chapters
from drafting.exports.word_summary import add_cover, add_summary
from drafting.exports.wording import FICTIONAL, WORKING_PAPER, plan_title
from drafting.plans.plan import EvidencePlan
from drafting.whole_files import write_whole
from drafting.word.document import WordDocument


def write_word(plan: EvidencePlan, path: Path) -> None:
    """Write a plan as a Word document; the same plan makes the same bytes.

    Args:
        plan: The plan.
        path: The file to replace or make.

    Raises:
        DraftingError: The file cannot be written.
    """
    write_whole(path, word_file(plan))


def word_file(plan: EvidencePlan) -> bytes:
    """A plan as a Word document: cover, contents, summary, a chapter for each domain, appendices."""
    mark = f"　{FICTIONAL}" if plan.fictional else ""
    document = WordDocument(plan_title(plan), f"{plan.company}　{WORKING_PAPER}{mark}")
    add_cover(document, plan)
    add_summary(document, plan)
    document.turn("upright")
    add_chapters(document, plan)
    add_appendices(document, plan)
    return document.file()
