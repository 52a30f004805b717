"""A course learns, and goes on from a checkpoint as if it had never been left."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.training.tiny import TOKENS, lessons, tiny_course, tiny_model
from training.checkpoint import keep, kept
from training.course import Course, Plan, Step, Validation
from training.example import TrainingError
from training.loss import Rivals, batch, sampled_losses, whole_losses

PLAN = Plan(epochs=3, rate=0.02, batch_tokens=64, rivals=8, validations=2)


def test_it_learns() -> None:
    told = list(tiny_course(Plan(epochs=8, rate=0.03, batch_tokens=64, rivals=8)).events())
    found = [one for one in told if isinstance(one, Validation)]
    assert found[-1].loss < 0.7 * found[0].loss
    assert set(found[0].losses) == {"gist", "title"}


def test_it_is_left_and_taken_up_as_if_it_had_not_been(tmp_path: Path) -> None:
    whole = tiny_course(PLAN)
    told = list(whole.events())
    left = tiny_course(PLAN)
    for one in left.events():
        if one.step == left.steps // 2 and isinstance(one, Step):
            break
    keep(tmp_path, left.state(), "same")
    taken_up = tiny_course(PLAN)
    taken_up.restore(kept(tmp_path, "same"))
    rest = list(taken_up.events())
    assert [one.loss for one in rest] == [one.loss for one in told[-len(rest) :]]
    assert 0 < len(rest) < len(told)
    again, once = taken_up.adapter(), whole.adapter()
    assert all(torch.equal(again[name], once[name]) for name in once)
    assert (taken_up.place.best_step, taken_up.place.tokens) == (whole.place.best_step, whole.place.tokens)


def test_the_best_is_kept_aside() -> None:
    course = tiny_course(PLAN)
    found = [one for one in course.events() if isinstance(one, Validation)]
    best = min(found, key=lambda one: one.loss)
    assert (course.place.best_step, course.place.best_loss) == (best.step, best.loss)
    least = [min(one.loss for one in found[: at + 1]) for at in range(len(found))]
    assert [one.best for one in found] == [one.loss == low for one, low in zip(found, least, strict=True)]


def test_only_the_adapter_changes() -> None:
    model = tiny_model()
    before = {name: one.clone() for name, one in model.named_parameters()}
    list(Course(model, lessons(12), [], PLAN).events())
    changed = {name for name, one in model.named_parameters() if not torch.equal(one, before[name])}
    assert changed == {name for name in before if "lora_" in name}


def test_the_rate_rises_and_falls() -> None:
    course = tiny_course(PLAN)
    rates = [course.rate(step) for step in range(course.steps)]
    top = rates.index(max(rates))
    assert max(rates) == PLAN.rate and rates[:top] == sorted(rates[:top])
    assert rates[top:] == sorted(rates[top:], reverse=True) and rates[-1] < 0.1 * PLAN.rate


def test_the_loss_estimated_with_all_rivals_is_the_whole_loss() -> None:
    model, some = tiny_model(), lessons(6)
    given = batch(some, "cpu")
    rivals = Rivals.of(some, TOKENS, drawn=TOKENS, seed=1, device="cpu")
    estimated = sampled_losses(model, given, rivals, step=0).detach()
    assert torch.allclose(estimated, whole_losses(model, given), atol=1e-5)


def test_filling_a_batch_up_changes_no_loss() -> None:
    model, some = tiny_model(), lessons(6)
    together = whole_losses(model, batch(some, "cpu"))
    alone = torch.cat([whole_losses(model, batch([one], "cpu")) for one in some])
    assert torch.allclose(together, alone, atol=1e-5)


def test_other_rivals_are_drawn_at_each_step_and_the_same_again() -> None:
    rivals = Rivals.of(lessons(6), TOKENS, drawn=8, seed=1, device="cpu")
    first, raised = rivals.draw(0)
    assert torch.equal(first, rivals.draw(0)[0]) and not torch.equal(first, rivals.draw(1)[0])
    assert len(set(first.tolist())) == len(first) == len(raised)


def test_a_checkpoint_of_another_course_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="Leave --resume out"):
        kept(tmp_path, "one")
    keep(tmp_path, tiny_course(PLAN).state(), "one")
    with pytest.raises(TrainingError, match="other examples or options"):
        kept(tmp_path, "two")
    (tmp_path / "checkpoint.pt").write_bytes(b"damaged")
    with pytest.raises(TrainingError, match="damaged"):
        kept(tmp_path, "one")
