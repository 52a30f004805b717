"""One run of the training command, from the examples to the adapter's file."""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from rich.console import Console

from drafting.bundled_model import join_weights
from training.card import card, sha256, write_card
from training.check_examples import alike, own_lexicon, problems
from training.checkpoint import NAME, keep, kept
from training.course import Course, Plan
from training.curve import draw_curve
from training.example import Example, TrainingError, load_examples
from training.export import write_adapter
from training.lessons import Lesson, lesson, part
from training.model import PROJECTIONS, Adaptation, open_model, spread_out
from training.progress import Ending, follow, told
from training.record import Record
from training.runtime import Vocabulary


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run works with.

    Attributes:
        options: What the command line says.
        weights: The file that the adapter goes over.
        parts: The examples that are learned and those validated with.
        adaptation: How large the adapter is.
        plan: How the course goes.
        course: The course.
        fingerprint: A hash of all that its outcome follows from.
        device: Where the model is.
    """

    options: argparse.Namespace
    weights: Path
    parts: Mapping[str, Sequence[Example]]
    adaptation: Adaptation
    plan: Plan
    course: Course
    fingerprint: str
    device: str


def train(options: argparse.Namespace) -> bool:
    """Train as ``options`` say.

    Returns:
        Whether the adapter is written; False where a person ended the run before.

    Raises:
        TrainingError: Something that the run needs is missing or wrong.
        DraftingError: The bundled weights cannot be joined.
    """
    ending = Ending(time.monotonic() + options.max_seconds if options.max_seconds else None)
    console, folder = Console(stderr=True), options.run
    if not (options.resume or options.anew) and (folder / NAME).is_file():
        raise TrainingError(f"{folder}: a run was begun here. Go on with --resume, or begin anew with --anew.")
    run = prepare(options, console)
    folder.mkdir(parents=True, exist_ok=True)
    if options.resume:
        run.course.restore(kept(folder, run.fingerprint))
    record = Record(folder / "log.jsonl")
    record.begin(run.course.place)
    every = options.checkpoint_seconds
    follow(run.course, record, ending, lambda: keep(folder, run.course.state(), run.fingerprint), every, console)
    if ending.asked:
        place = run.course.place
        console.print(f"ended after step {place.step} of {run.course.steps}; go on with --resume")
        return False
    finish(run, record, console)
    return True


def chosen_examples(folder: Path, tasks: Sequence[str], limit: int | None) -> list[Example]:
    """The checked examples of these tasks in a folder, at most ``limit`` of each.

    Raises:
        TrainingError: An example does not pass, or there is none.
    """
    everything = [one for examples in load_examples(folder).values() for one in examples]
    found = [one for task in tasks for one in [one for one in everything if one.task == task][:limit]]
    lexicon = own_lexicon()
    wrong = [f"{one.source}: {problem}" for one in found for problem in problems(one, lexicon)]
    wrong += [f"{found[later].source}: nearly the same as another" for _, later in alike(found)]
    if wrong:
        remedy = "`python -m training.check_examples` shows where."
        raise TrainingError(f"examples: {len(wrong)} do not pass, such as {wrong[0]}. {remedy}")
    if not found:
        raise TrainingError("examples: there are none of these tasks. Write some, or choose others with --tasks.")
    return found


def prepare(options: argparse.Namespace, console: Console) -> Run:
    """Check and part the examples, load the model, and plan the course."""
    learned, held = part(chosen_examples(options.examples, options.tasks.split(","), options.limit))
    weights = options.weights or join_weights(options.models)
    vocabulary = Vocabulary.open(weights)
    lessons, checks = ([lesson(one, vocabulary) for one in some] for some in (learned, held))
    device = ("cuda" if torch.cuda.is_available() else "cpu") if options.device == "auto" else options.device
    adaptation = Adaptation(options.rank, options.alpha or 2.0 * options.rank)
    plan = Plan(options.epochs, options.lr, batch_tokens=options.batch_tokens, seed=options.seed)
    model = open_model(spread_out(weights, options.models), adaptation, options.dtype, device, plan.seed)
    course = Course(model, lessons, checks, plan, device)
    tokens = sum(len(one.tokens) for one in lessons)
    console.print(
        f"{len(learned)} examples to learn ({tokens} tokens), {len(held)} to validate with; "
        f"{course.steps} steps on {device} in {options.dtype}"
    )
    settings = {**asdict(plan), **asdict(adaptation), "dtype": options.dtype, "weights": sha256(weights)}
    parts = {"learned": learned, "validation": held}
    return Run(options, weights, parts, adaptation, plan, course, fingerprint_of([lessons, checks], settings), device)


def fingerprint_of(lessons: Sequence[Sequence[Lesson]], settings: Mapping[str, Any]) -> str:
    """A hash of the lessons and of all that a course's outcome follows from."""
    content = json.dumps([[asdict(one) for some in lessons for one in some], settings], sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def finish(run: Run, record: Record, console: Console) -> None:
    """Write the adapter, its card and the curve."""
    course, options = run.course, run.options
    if run.parts["validation"] and course.place.validated != course.place.step:  # time was up between two validations
        last = course.validate()
        record.add(last)
        console.print(told(last))
    use_best = options.keep == "best" and course.place.best_step >= 0
    tensors = course.place.best if use_best else course.adapter()
    out = options.out or options.run / "adapter.gguf"
    arrays = {name: one.numpy() for name, one in tensors.items()}
    write_adapter(out, arrays, run.adaptation.alpha, PROJECTIONS)
    chosen = course.place.best_step if use_best else course.place.step
    made = card(out, run.weights, run.parts, options.examples, _told(run, record, chosen))
    write_card(out.with_suffix(".json"), made)
    (options.run / "curve.svg").write_text(draw_curve(record.lines()), encoding="utf-8")
    console.print(f"{out}: the adapter after step {chosen} of {course.steps}, {out.stat().st_size / 1e6:.1f} MB")


def _told(run: Run, record: Record, chosen: int) -> dict[str, Any]:
    validations = [one for one in record.lines() if one["event"] == "validation"]
    of_chosen = [one for one in validations if one["step"] == chosen]
    place = run.course.place
    return {
        **asdict(run.adaptation),
        **asdict(run.plan),
        "dtype": run.options.dtype,
        "device": run.device,
        "steps": {"planned": run.course.steps, "done": place.step, "kept": chosen, "keep": run.options.keep},
        "tokens": place.tokens,
        "seconds": round(place.seconds, 1),
        "loss": {"before": _losses(validations[:1]), "kept": _losses(of_chosen[:1])},
    }


def _losses(validations: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    return {name: value for one in validations for name, value in {"all": one["loss"], **one["losses"]}.items()}
