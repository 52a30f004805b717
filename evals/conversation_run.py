"""How many turns of dialogues are answered right, beside the same turns asked each alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from drafting.conversation import Conversation
from drafting.generator import Silent
from evals.dialogue import Dialogue, Dialogues, Half, load_dialogues, require_clauses, wrong_points
from evals.metrics import Estimate, share
from evals.report import Table, estimate_json, percent
from evals.system import Workspace

PRODUCT = "gongbiao"
ALONE = "each turn asked alone"


@dataclass(frozen=True, slots=True)
class TurnScore:
    """One turn.

    Attributes:
        dialogue: The dialogue's id.
        number: The turn, counted from 1.
        half: The dialogue's half.
        wrong: What the product had wrong, nothing where it was right.
        alone: Whether the question asked alone is answered right.
    """

    dialogue: str
    number: int
    half: Half
    wrong: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class ConversationResult:
    """All turns."""

    dialogues: Dialogues
    turns: tuple[TurnScore, ...]
    name: str = "conversation"

    @property
    def complete(self) -> bool:
        """Every turn is scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """Of each half the later turns, which may be follow-ups, and whole dialogues."""
        heads = ("", "later turns", f"{PRODUCT} %", f"{ALONE} %", "dialogues wholly right %", "and alone %")
        rows = []
        for half in get_args(Half):
            later, alone, whole, whole_alone = self._shares(half)
            rows.append((half, str(later.n), percent(later), percent(alone), percent(whole), percent(whole_alone)))
        digest = self.dialogues.sha256[:12]
        title = f"Conversation, {len(self.dialogues.dialogues)} dialogues ({digest}): 95 % intervals"
        return (Table(title, heads, tuple(rows)),)

    def to_json(self) -> Mapping[str, Any]:
        """Figures by half; wrong turns of the half that is tuned on."""
        halves = {}
        for half in get_args(Half):
            names = ("later_turns", "later_turns_alone", "dialogues", "dialogues_alone")
            shares = zip(names, self._shares(half), strict=True)
            halves[half] = {name: estimate_json(estimate) for name, estimate in shares}
        wrong = [one for one in self.turns if one.half == "dev" and one.wrong]
        return {
            "sha256": self.dialogues.sha256,
            "halves": halves,
            "wrong": [{"dialogue": one.dialogue, "turn": one.number, "points": list(one.wrong)} for one in wrong],
        }

    def _shares(self, half: Half) -> tuple[Estimate, Estimate, Estimate, Estimate]:
        turns = [one for one in self.turns if one.half == half]
        later = [one for one in turns if one.number > 1]
        whole = [[one for one in turns if one.dialogue == name] for name in dict.fromkeys(o.dialogue for o in turns)]
        return (
            share([not one.wrong for one in later]),
            share([one.alone for one in later]),
            share([not any(one.wrong for one in each) for each in whole]),
            share([all(one.alone for one in each) for each in whole]),
        )


def run(workspace: Workspace, dialogues: Dialogues | None = None) -> ConversationResult:
    """Hold every dialogue without the model, and ask each of its questions alone.

    Raises:
        EvalError: The dialogues are not the pinned ones, or do not fit the corpus.
    """
    held = dialogues or load_dialogues()
    require_clauses(held.dialogues, [clause.id for clause in workspace.clauses])
    return ConversationResult(held, tuple(turn for one in held.dialogues for turn in _turns(workspace, one)))


def _turns(workspace: Workspace, dialogue: Dialogue) -> Sequence[TurnScore]:
    conversation, scores = Conversation(), []
    for number, turn in enumerate(dialogue.turns, 1):
        reply = workspace.conversing.find(turn.question, conversation)
        conversation = reply.conversation
        wrong = wrong_points(turn.expect, reply.to_json())
        alone = not wrong_points(turn.expect, workspace.ask(turn.question, Silent()).to_json())
        scores.append(TurnScore(dialogue.id, number, dialogue.half, wrong, alone))
    return scores
