"""Scores of answers as tables and as JSON."""

from __future__ import annotations

from typing import Any

from evals.report import Table, estimate_json, percent
from evals.scores import PRODUCT, Outcome, Scores, SetResult


def overall(one: SetResult) -> Table:
    """Every system's points over all questions."""
    rows = []
    for name, scores in one.systems.items():
        points = [f"{percent(e)} of {e.n}" for e in scores.points().values()]
        rows.append((name, *points, str(scores.generated), str(scores.unverified), str(len(scores.unscored))))
    names = tuple(f"{name} %" for name in Scores((), ()).points())
    return Table(_title(one, "95 % intervals"), ("", *names, "generated", "unverified", "unscored"), tuple(rows))


def by_kind(one: SetResult) -> Table:
    """What each system has wholly right of each kind of questions."""
    rows = []
    for kind in dict.fromkeys(q.kind for q in one.questions.questions):
        cells = [percent(scores.right(kind)) for scores in one.systems.values()]
        count = sum(q.kind == kind for q in one.questions.questions)
        rows.append((f"{kind} ({count})", *cells))
    return Table(_title(one, "wholly right % by kind"), ("kind", *one.systems), tuple(rows))


def set_json(one: SetResult, *, tell_wrong: bool = True) -> dict[str, Any]:
    """Figures by system and kind; of a set that is not sealed, also what the product had wrong and what it said."""
    kinds = list(dict.fromkeys(q.kind for q in one.questions.questions))
    systems = {
        name: {
            "points": {point: estimate_json(estimate) for point, estimate in scores.points().items()},
            "kinds": {kind: estimate_json(scores.right(kind)) for kind in kinds},
            "generated": scores.generated,
            "unverified": scores.unverified,
            "unscored": [{"id": id_, "error": error} for id_, error in scores.unscored],
        }
        for name, scores in one.systems.items()
    }
    shown: dict[str, Any] = {"sha256": one.questions.sha256, "questions": len(one.questions.questions)}
    shown["systems"] = systems
    if tell_wrong and not one.questions.sealed:
        shown["wrong"] = [_wrong(each) for each in one.systems[PRODUCT].outcomes if not each.judgement.right]
    return shown


def _wrong(outcome: Outcome) -> dict[str, Any]:
    judged = outcome.judgement
    points = list(judged.wrong_points)
    return {"id": judged.question.id, "points": points, "status": outcome.status, "answer": outcome.answer}


def _title(one: SetResult, what: str) -> str:
    total = len(one.questions.questions)
    sampled = f" ({one.sample})" if one.sample else ""
    return f"Answers, {one.questions.name} ({one.questions.sha256[:12]}), {total} questions{sampled}: {what}"
