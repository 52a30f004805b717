"""A course of training: steps of learning with validations between them, which can be left and taken up anywhere.

Whatever is drawn by chance is a function of the seed and the step, so that what a checkpoint keeps (the adapter, the
optimiser's state, the place) is all that a course needs to go on as if it had never been left.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from training.batches import cut, passes
from training.lessons import Lesson
from training.loss import Batch, Rivals, batch, sampled_losses, token_count, whole_losses
from training.model import trained


@dataclass(frozen=True, slots=True)
class Plan:
    """How a course goes.

    Attributes:
        epochs: How often each lesson is learned.
        rate: The highest learning rate.
        warm_up: The part of the steps in which the rate rises; then it falls to 0 as a cosine does.
        batch_tokens: The most tokens of a step.
        clip: The most that the gradients may be, as a whole.
        rivals: How many tokens of no lesson are drawn at each step.
        validations: How many validations there are in a pass.
        seed: What all that is left to chance follows from.
    """

    epochs: int
    rate: float
    warm_up: float = 0.05
    batch_tokens: int = 1024
    clip: float = 1.0
    rivals: int = 8000
    validations: int = 2
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """What one step came to.

    Attributes:
        step: How many steps are done.
        rate: The learning rate.
        loss: The mean loss of a target's token before the step.
        losses: The same by task.
        tokens: How many tokens all steps have taken in, filling left out.
        seconds: How long learning has taken so far.
    """

    step: int
    rate: float
    loss: float
    losses: Mapping[str, float]
    tokens: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Validation:
    """How well the lessons that are not learned are foretold.

    Attributes:
        step: After how many steps.
        loss: The mean loss of a target's token over the whole vocabulary.
        losses: The same by task.
        best: Whether it is the best so far.
        seconds: How long the course has taken so far.
    """

    step: int
    loss: float
    losses: Mapping[str, float]
    best: bool
    seconds: float


@dataclass(slots=True)
class Place:
    """How far a course has come.

    Attributes:
        step: How many steps are done.
        tokens: How many tokens they took in.
        seconds: How long they and the validations took.
        validated: The last step after which there was a validation, -1 before the first.
        best_step: The step after which the loss of validation was least, -1 before the first validation.
        best_loss: That loss.
        best: The adapter's numbers then.
    """

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0
    validated: int = -1
    best_step: int = -1
    best_loss: float = math.inf
    best: dict[str, Any] = field(default_factory=dict)


class Course:
    """The model at its lessons.

    Args:
        model: A model with an adapter.
        learned: The lessons to learn.
        held: The lessons to validate with; may be none.
        plan: How the course goes.
        device: Where the model is.
    """

    def __init__(
        self, model: Any, learned: Sequence[Lesson], held: Sequence[Lesson], plan: Plan, device: str = "cpu"
    ) -> None:
        self._model, self._learned, self._held, self._plan, self._device = model, learned, held, plan, device
        self._batches = passes([len(one.tokens) for one in learned], plan.epochs, plan.batch_tokens, plan.seed)
        self._rivals = Rivals.of([*learned, *held], token_count(model), plan.rivals, plan.seed, device)
        self._adapter = trained(model)
        self._optimiser = torch.optim.AdamW(self._adapter.values(), lr=plan.rate)
        self._every = max(1, round(len(self._batches) / plan.epochs / plan.validations))
        self.place = Place()

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self._batches)

    def events(self) -> Iterator[Step | Validation]:
        """Learn from where the course is to its end, telling each step and each validation once it is done.

        It may be left, or kept with ``state``, whenever it tells something.
        """
        while True:
            if self._validation_due():
                yield self.validate()
            if self.place.step == self.steps:
                return
            yield self._learn()

    def _validation_due(self) -> bool:
        step = self.place.step
        whole = step % self._every == 0 and self.steps - step >= self._every
        return bool(self._held) and self.place.validated != step and (whole or step == self.steps)

    def _learn(self) -> Step:
        began, place = time.monotonic(), self.place
        chosen = [self._learned[at] for at in self._batches[place.step]]
        given, rate = batch(chosen, self._device), self.rate(place.step)
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._model.train()
        losses = sampled_losses(self._model, given, self._rivals, place.step)
        losses.mean().backward()
        torch.nn.utils.clip_grad_norm_(self._adapter.values(), self._plan.clip)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        loss, by_task = _means([(given, losses.detach())])
        place.step += 1
        place.tokens += sum(len(one.tokens) for one in chosen)
        place.seconds += time.monotonic() - began
        return Step(place.step, rate, loss, by_task, place.tokens, place.seconds)

    def rate(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        rising = max(1, round(self.steps * self._plan.warm_up))
        if step < rising:
            return self._plan.rate * (step + 1) / rising
        return self._plan.rate * (1 + math.cos(math.pi * (step - rising) / max(1, self.steps - rising))) / 2

    def validate(self) -> Validation:
        """How well the lessons held back are foretold now; the adapter is kept aside where it is the best so far."""
        began, place = time.monotonic(), self.place
        self._model.eval()
        lengths = [len(one.tokens) for one in self._held]
        order = sorted(range(len(lengths)), key=lengths.__getitem__)
        cuts = cut(order, lengths, 2 * self._plan.batch_tokens)
        batches = [batch([self._held[at] for at in places], self._device) for places in cuts]
        loss, by_task = _means([(given, whole_losses(self._model, given)) for given in batches])
        best = loss < place.best_loss
        if best:
            place.best_loss, place.best_step, place.best = loss, place.step, self.adapter()
        place.validated = place.step
        place.seconds += time.monotonic() - began
        return Validation(place.step, loss, by_task, best, place.seconds)

    def adapter(self) -> dict[str, Any]:
        """A copy of the adapter's numbers by their names, on the CPU."""
        return {name: one.detach().cpu().clone() for name, one in self._adapter.items()}

    def state(self) -> dict[str, Any]:
        """All that a course needs to go on from here."""
        place = {name: getattr(self.place, name) for name in Place.__slots__}
        return {"adapter": self.adapter(), "optimiser": self._optimiser.state_dict(), "place": place}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go back to where ``state`` was taken."""
        with torch.no_grad():
            for name, one in self._adapter.items():
                one.copy_(state["adapter"][name])
        self._optimiser.load_state_dict(state["optimiser"])
        self.place = Place(**state["place"])


def _means(told: Sequence[tuple[Batch, Any]]) -> tuple[float, dict[str, float]]:
    """The mean loss of all positions, and of each task's."""
    sums, counts = defaultdict[str, float](float), defaultdict[str, int](int)
    for given, losses in told:
        for row, loss in zip(given.rows.tolist(), losses.tolist(), strict=True):
            sums[given.tasks[row]] += loss
            counts[given.tasks[row]] += 1
    by_task = {task: sums[task] / counts[task] for task in sorted(sums)}
    return sum(sums.values()) / max(1, sum(counts.values())), by_task
