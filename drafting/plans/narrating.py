"""A requirement's narrative, composed from the profile's facts: 现状, 做法, 成效, 证明材料, with gaps marked.

It claims nothing that the profile does not say: what is planned is told as planned, what is unknown is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.plans.ground import Ground
from drafting.plans.plan import Claim, EvidenceRow, PointResult, Status
from drafting.plans.telling import tell
from drafting.profiles.answer_rows import Practice

PARTS = ("现状", "做法", "成效", "证明材料")
_TOLD = ("systems", "equipment", "networks", "data", "models", "documents", "organisation", "trainings")
_TOLD_TOO = ("certificates", "measures", "partners", "products", "projects")


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


def placeholder(missing: str) -> str:
    """How something that the enterprise must add is marked."""
    return f"【需企业补充：{missing}】"


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
    return Narrative(tuple(sentences), tuple(_missing(points, practices, evidence)))


def _practices(points: Sequence[PointResult], ground: Ground) -> dict[str, Practice]:
    found: dict[str, Practice] = {}
    for point in points:
        found |= dict(ground.answers.get(point.id, ()))
    return found


def _roots(points: Iterable[PointResult]) -> Iterator[str]:
    seen = dict.fromkeys(path.split(".")[0] for point in points for path in point.basis)
    yield from (root for root in seen if root.startswith((*_TOLD, *_TOLD_TOO)))


def _standing(clause: Clause, points: Sequence[PointResult], ground: Ground, words: tuple[str, ...]) -> Iterator[Claim]:
    for root in _roots(points):
        told = tell(root, ground, clause.plain, words)
        if told:
            yield Claim(told[0], "composed", (clause.id,), told[1], "现状")
    yield from _short(clause, points)


def _short(clause: Clause, points: Sequence[PointResult]) -> Iterator[Claim]:
    """What is not met, or only in part: points with the same reason in one sentence."""
    groups: dict[tuple[Status, str], list[PointResult]] = {}
    for point in points:
        if point.status in ("partial", "gap"):
            # The sums of a threshold stand in no one fact of the profile: they are shown with the conditions.
            why = "算式见申报条件" if clause.kind == "threshold" else point.why
            groups.setdefault((point.status, why), []).append(point)
    for (status, why), group in groups.items():
        stands = "只满足一部分" if status == "partial" else "还没有满足"
        says = "".join(f"「{point.says.rstrip('，；。')}」" for point in group)
        basis = tuple(dict.fromkeys(path for point in group for path in point.basis))
        yield Claim(f"{says}{stands}：{why}。", "composed", (clause.id,), basis, "现状")


def _done(clause: Clause, practices: dict[str, Practice], field: str, ground: Ground) -> Iterator[Claim]:
    part = "做法" if field == "how" else "成效"
    for path, practice in practices.items():
        said = getattr(practice, field)
        begun = practice.since is None or ground.begun(practice.since)
        if said and begun and practice.state in ("in_use", "trial"):
            trial = "（试运行）" if practice.state == "trial" else ""
            ended = said if said.endswith(("。", "！")) else f"{said.rstrip('；，;,')}。"
            yield Claim(f"{trial}{ended}", "composed", (clause.id,), (f"{path}.state", f"{path}.{field}"), part)


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
    points: Sequence[PointResult], practices: dict[str, Practice], evidence: Sequence[EvidenceRow]
) -> Iterator[str]:
    told = {point for practice in practices.values() if practice.how for point in practice.points}
    for point in points:
        says = point.says.rstrip("，；。")
        if point.status == "unknown":
            yield placeholder(f"「{says}」的现状、投用日期和做法")
        elif point.status in ("met", "partial") and point.id not in told:
            yield placeholder(f"「{says}」的具体做法")
    # What is not there yet has no effect to tell and no proof to bring.
    there = {point.id for point in points if point.status in ("met", "partial")}
    if there and practices and not any(practice.effect for practice in practices.values()):
        yield placeholder("成效，有数字的写明统计期和数据来源")
    lacking = dict.fromkeys(row.what for row in evidence if not row.held and row.point in there)
    if lacking:
        yield placeholder(f"证明材料（{'、'.join(lacking)}）")
