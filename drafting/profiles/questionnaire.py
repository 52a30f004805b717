"""The questionnaire: each point of each requirement as a question that an enterprise answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause, Force
from ontology.checkpoint import Checkpoints, Point

FORCES: dict[Force, str] = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励", "none": "—"}
_SCOPES = {"one": "", "all": "全部", "key": "关键的全部", "share": "一定比例"}


@dataclass(frozen=True, slots=True)
class Question:
    """One point of a requirement, as it is asked.

    Attributes:
        id: The point's id, ``zj-graded/19/smart-factory/a#1``.
        requirement: The id of its clause.
        document: The document's id.
        tier, tier_label: The tier's code and the text's own name of it.
        domain, subdomain, subdomain_no: The capability that it belongs to.
        force: The force of the words that it stands for.
        ask: The question.
        passes: What meets it.
        answer: Whether yes or no, a share or a number answers it.
        scope: One thing, all, all of the key ones, or a share.
        of: What is counted, unless the scope is one thing.
        text: The clause, word for word.
    """

    id: str
    requirement: str
    document: str
    tier: str | None
    tier_label: str | None
    domain: str | None
    subdomain: str | None
    subdomain_no: int | None
    force: Force
    ask: str
    passes: str
    answer: Literal["yes_no", "share", "number"]
    scope: Literal["one", "all", "key", "share"]
    of: str | None
    text: str

    @property
    def force_word(self) -> str:
        """应, 宜, 可, 鼓励 or a dash."""
        return FORCES[self.force]

    @property
    def counted(self) -> str:
        """What a share is counted over: ``关键生产设备（关键的全部）``; an empty string where nothing is counted."""
        scope = _SCOPES[self.scope]
        return f"{self.of}（{scope}）" if self.of and scope else self.of or ""

    @property
    def to_fill(self) -> str:
        """What an answer needs to count in full: ``状态、投用日期，并填分子、分母：关键生产设备（关键的全部）``."""
        return f"状态、投用日期{self._figures}"

    @property
    def _figures(self) -> str:
        if self.answer == "number":
            return f"，并填数值、单位{f'：{self.counted}' if self.counted else ''}"
        if self.answer == "share" or self.scope != "one":
            or_share = "（或数值，单位 %）" if self.answer == "share" else ""
            return f"，并填分子、分母（已覆盖、应覆盖）{or_share}：{self.counted or '所问的比例'}"
        return ""

    @property
    def group(self) -> str:
        """The capability under which it is asked: ``生产 · 19 设备管理``."""
        number = "" if self.subdomain_no is None else f"{self.subdomain_no} "
        named = f"{number}{self.subdomain}" if self.subdomain else None
        return " · ".join(part for part in (self.domain, named) if part) or self.document


def questions(clauses: Iterable[Clause], checkpoints: Checkpoints) -> tuple[Question, ...]:
    """The questions of clauses, in their order; clauses without points ask nothing.

    Args:
        clauses: Of the document that the points were written for.
        checkpoints: The points, by requirement.
    """
    held = checkpoints.checkpoints
    return tuple(
        _question(clause, number, point)
        for clause in clauses
        if clause.id in held
        for number, point in enumerate(held[clause.id].points, start=1)
    )


def _question(clause: Clause, number: int, point: Point) -> Question:
    return Question(
        id=f"{clause.id}#{number}",
        requirement=clause.id,
        document=clause.document,
        tier=clause.tier,
        tier_label=clause.tier_label,
        domain=clause.domain,
        subdomain=clause.subdomain,
        subdomain_no=clause.subdomain_no,
        force=point.force,
        ask=point.ask,
        passes=point.passes,
        answer=point.answer,
        scope=point.scope,
        of=point.of,
        text=clause.plain,
    )
