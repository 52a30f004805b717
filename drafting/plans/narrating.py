"""A requirement's narrative, composed from the profile's facts: 现状, 做法, 成效, 证明材料, with gaps marked.

It claims nothing that the profile does not say: what is planned is told as planned, what is unknown is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.drafts.narrative import placeholder
from drafting.plans.claim_checks import foreign
from drafting.plans.ground import Ground
from drafting.plans.plan import Claim, EvidenceRow, PointResult, Status
from drafting.plans.spelled_dates import in_one_form
from drafting.plans.telling import tell
from drafting.profiles.answer_rows import Practice
from drafting.profiles.blank_answers import says_something
from drafting.profiles.capability_rows import System
from drafting.profiles.company_rows import Project

PARTS = ("现状", "做法", "成效", "证明材料")
_TOLD = ("systems", "equipment", "networks", "data", "models", "documents", "organisation", "trainings")
_TOLD_TOO = ("certificates", "measures", "partners", "products", "projects")
_MOST = 6
"""Facts that one narrative tells of what there is; the evidence shows the rest."""
_THERE = ("met", "partial")
_INNER_MARK = re.compile(r"[？?。；]\s*(?=.)")


@dataclass(frozen=True, slots=True)
class Narrative:
    """A narrative, sentence by sentence, with what the enterprise has to add."""

    sentences: tuple[Claim, ...]
    placeholders: tuple[str, ...]

    @property
    def text(self) -> str:
        """The narrative as it is read: the parts in order, then what is missing."""
        parts = []
        for part in PARTS:
            said = "".join(one.text for one in self.sentences if one.part == part)
            if said:
                parts.append(f"{part}：{said}")
        return "\n".join([*parts, *(["".join(self.placeholders)] if self.placeholders else [])])


def narrate(
    clause: Clause,
    status: Status,
    points: Sequence[PointResult],
    evidence: Sequence[EvidenceRow],
    ground: Ground,
    words: tuple[str, ...] = (),
) -> Narrative:
    """Compose a requirement's narrative.

    Args:
        clause: The requirement.
        status: Its judgement.
        points: Its points with their judgements.
        evidence: The pieces of evidence that it needs.
        ground: The profile.
        words: Words by which its points find the functions of systems.
    """
    if status == "not_applicable":
        why = "；".join(dict.fromkeys(point.why for point in points if point.why))
        basis = tuple(dict.fromkeys(path for point in points for path in point.basis))
        return Narrative((Claim(f"本条不适用：{why}。", "composed", (clause.id,), basis, "现状"),), ())
    practices = _practices(points, ground)
    sentences = [
        *_standing(clause, points, ground, words),
        *_done(clause, practices, "how", ground),
        *_done(clause, practices, "effect", ground),
        *_held(clause, evidence, ground),
    ]
    return Narrative(tuple(sentences), tuple(_missing(clause, points, ground, evidence)))


def _practices(points: Sequence[PointResult], ground: Ground) -> dict[str, Practice]:
    found: dict[str, Practice] = {}
    for point in points:
        found |= dict(ground.answers.get(point.id, ()))
    return found


def _facts(clause: Clause, points: Sequence[PointResult], ground: Ground, words: tuple[str, ...]) -> list[str]:
    """The rows that show what there is, the closest to the requirement first.

    What a point that is unknown or missing looked at shows nothing of the requirement, and is not told.
    """
    count: dict[str, int] = {}
    for point in points:
        if point.status in _THERE:
            for root in dict.fromkeys(path.split(".")[0] for path in point.basis):
                count[root] = count.get(root, 0) + 1
    told = [root for root in count if root.startswith((*_TOLD, *_TOLD_TOO))]
    return sorted(told, key=lambda root: (not _meant(root, clause, ground, words), -count[root]))[:_MOST]


def _meant(root: str, clause: Clause, ground: Ground, words: tuple[str, ...]) -> bool:
    """Whether a thing bears on the requirement itself: what is no system does, save a project, which holds many."""
    row = ground.row(root)
    if not isinstance(row, System):
        return not isinstance(row, Project)
    own = ground.codes_in(f"{row.code or ''} {row.name}") | {row.code}
    modules = "\n".join(row.modules).casefold()
    return not own.isdisjoint(clause.systems) or any(word.casefold() in modules for word in words)


def _standing(clause: Clause, points: Sequence[PointResult], ground: Ground, words: tuple[str, ...]) -> Iterator[Claim]:
    for root in _facts(clause, points, ground, words):
        told = tell(root, ground, clause.plain, words)
        if told:
            yield Claim(told[0], "composed", (clause.id,), told[1], "现状")
    yield from _short(clause, points, ground)


def _short(clause: Clause, points: Sequence[PointResult], ground: Ground) -> Iterator[Claim]:
    """What is not met, or only in part, in one closing sentence: points with the same reason together."""
    groups: dict[tuple[Status, str], list[PointResult]] = {}
    for point in sorted(points, key=lambda one: one.status != "gap"):
        if point.status in ("partial", "gap"):
            why = in_one_form(point.why)
            # The sums of a threshold stand in no one fact of the profile: they are shown with the conditions.
            if clause.kind == "threshold" and foreign(why, _source(clause, point.basis, ground)):
                why = "算式见申报条件"
            groups.setdefault((point.status, why), []).append(point)
    if not groups:
        return
    basis = tuple(dict.fromkeys(path for group in groups.values() for point in group for path in point.basis))
    source = _source(clause, basis, ground)
    said, before = [], None
    for (status, why), group in groups.items():
        stands = "" if status == before else "尚未满足：" if status == "gap" else "部分满足："
        asked = "；".join(dict.fromkeys(_matter(point, source, ground) for point in group))
        said.append(f"{stands}{asked}——{why.rstrip('。').replace('；', '，')}")
        before = status
    yield Claim(f"{'；'.join(said)}。", "composed", (clause.id,), basis, "现状")


def _source(clause: Clause, basis: Sequence[str], ground: Ground) -> str:
    return "\n".join([clause.plain, clause.text, *(ground.text(path) for path in basis)])


def _matter(point: PointResult, source: str, ground: Ground) -> str:
    """What a point asks for: its question, or its words of the text where the question names more than is known."""
    asked = _INNER_MARK.sub("，", point.question.strip().rstrip("？?。；"))
    strange = foreign(asked, source) or not ground.codes_in(asked) <= ground.codes_in(source)
    return f"「{point.says.rstrip('，；。')}」" if strange else asked


def _done(clause: Clause, practices: dict[str, Practice], field: str, ground: Ground) -> Iterator[Claim]:
    part, told = "做法" if field == "how" else "成效", set[str]()
    for path, practice in practices.items():
        said = getattr(practice, field)
        begun = practice.since is None or ground.begun(practice.since)
        if said and says_something(said) and begun and practice.state in ("in_use", "trial"):
            trial = "（试运行）" if practice.state == "trial" else ""
            ended = said if said.endswith(("。", "！")) else f"{said.rstrip('；，;,')}。"
            if ended not in told:
                yield Claim(f"{trial}{ended}", "composed", (clause.id,), (f"{path}.state", f"{path}.{field}"), part)
            told.add(ended)


def _held(clause: Clause, evidence: Sequence[EvidenceRow], ground: Ground) -> Iterator[Claim]:
    titles = dict.fromkeys(row.title for row in evidence if row.held and row.title)
    if not titles:
        return
    paths = tuple(
        f"evidence[{index}].title" for index, held in enumerate(ground.profile.evidence) if held.title in titles
    )
    named = "、".join(_titled(title) for title in titles if title)
    yield Claim(f"已有{named}。", "composed", (clause.id,), paths, "证明材料")


def _titled(title: str) -> str:
    inner = title.removeprefix("《").removesuffix("》")
    return title if "《" in inner or "》" in inner else f"《{inner}》"


def _missing(
    clause: Clause, points: Sequence[PointResult], ground: Ground, evidence: Sequence[EvidenceRow]
) -> Iterator[str]:
    practices = _practices(points, ground)
    told = {point for practice in practices.values() if says_something(practice.how) for point in practice.points}
    threshold = clause.kind == "threshold"
    for point in points:
        asked = _matter(point, _source(clause, point.basis, ground), ground)
        # What is met by the enterprise's own answer needs no more words.
        enough = threshold or point.id in told or (point.status == "met" and point.id in ground.answers)
        if point.status == "unknown":
            yield placeholder(f"{asked}（{'情况和证明' if threshold else '现状、投用日期和做法'}）")
        elif point.status in _THERE and not enough:
            yield placeholder(f"具体做法（{asked}）")
    # What is not there yet has no effect to tell and no proof to bring.
    there = {point.id for point in points if point.status in _THERE}
    if there and practices and not any(says_something(practice.effect) for practice in practices.values()):
        yield placeholder("成效，有数字的写明统计期和数据来源")
    lacking = dict.fromkeys(row.what for row in evidence if not row.held and row.point in there)
    if lacking:
        yield placeholder(f"证明材料（{'、'.join(lacking)}）")
