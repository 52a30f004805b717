"""A blind reading of drafts: ``python -m evals.writing_sheet draw`` and ``count``.

``draw`` lets two ways write about the same held-out cases and shuffles what they wrote. A reader gets ``sheet.jsonl``,
which names no way, and ``evals/writing/RUBRIC.md``, and gives marks in ``marks.jsonl`` (a second reader in
``marks-2.jsonl``); ``key.json`` is for ``count``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from drafting.bundled_model import open_generator
from drafting.generator import DraftingError, Generator, Missing
from drafting.lexicon import Lexicon
from drafting.model_process import ModelProcess
from drafting.prompting import Task
from drafting.served_model import ServedModel
from evals.drafting_systems import Writing
from evals.drafts_run import LEARNED, PROMPTS
from evals.errors import EvalError
from evals.json_lines import digest_of
from evals.mutations.sources import founding_ground
from evals.report import show
from evals.writing_cases import Case, load_writing
from evals.writing_marks import KEY, SHEET, Key, Output, Shown, load_reading
from evals.writing_measures import measure
from evals.writing_read import count

SPREAD: Mapping[Task, int] = {"gist": 12, "narrative": 10, "difference": 4, "title": 4}
"""How many cases of each task are read, of every thirty."""
MOST = 60
_ENDS = ("。", "】")


@dataclass(slots=True)
class Heard:
    """A generator that remembers what it last wrote, so that a refused draft can be shown as it was written."""

    generator: Generator
    said: str = field(default="", init=False)

    @property
    def name(self) -> str:
        """The generator's own."""
        return self.generator.name

    @property
    def learned(self) -> bool:
        """The generator's own."""
        return self.generator.learned

    def ready(self) -> bool:
        """Whether the generator is."""
        return self.generator.ready()

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """What the generator writes, remembered as it passes.

        Raises:
            DraftingError: As the generator's.
        """
        self.said = ""
        for piece in self.generator.generate(
            prompt, max_tokens=max_tokens, stop=stop, deadline_s=deadline_s, within=within
        ):
            self.said += piece
            yield piece


def chosen(outputs: int, seed: int) -> tuple[Case, ...]:
    """The cases that are read: held-out ones, spread over the tasks as ``SPREAD`` says, the same ones for a seed.

    Raises:
        EvalError: There are not two outputs for each case, or too many.
    """
    cases, rest = divmod(outputs, 2)
    if rest or not 0 < outputs <= MOST:
        raise EvalError(f"sheet: {outputs} outputs cannot be drawn. Give an even number up to {MOST}.")
    whole = sum(SPREAD.values())
    counts = {task: cases * share // whole for task, share in SPREAD.items()}
    for task in list(SPREAD)[: cases - sum(counts.values())]:
        counts[task] += 1
    draw = Random(seed)
    return tuple(
        case
        for task, wanted in counts.items()
        for case in draw.sample([one for one in load_writing(task) if one.part == "held_out"], wanted)
    )


def written(way: str, generator: Generator, cases: Sequence[Case], lexicon: Lexicon) -> Iterator[tuple[str, Output]]:
    """What one way writes about each case: the text, and what the reader is not told of it.

    Raises:
        EvalError: The generator cannot be used here.
    """
    if not generator.ready():
        why = generator.message if isinstance(generator, Missing) else "it is not ready. Choose another."
        raise EvalError(f"generator {generator.name}: {why}")
    heard = Heard(generator)
    writing = Writing(way, heard)
    for number, case in enumerate(cases):
        first = writing.write(case.task, case.values)
        accepted = bool(first.text) and measure(case, first.text, lexicon).accepted
        text = first.text if first.text.endswith(_ENDS) or not first.text else f"{first.text}。"
        yield (
            text or heard.said.strip(),
            Output(way=way, task=case.task, case=number, accepted=accepted, seconds=round(first.seconds, 2)),
        )


def draw(generators: Mapping[str, Generator], cases: Sequence[Case], folder: Path, seed: int, lexicon: Lexicon) -> int:
    """Write a sheet and its key.

    Args:
        generators: By way.
        cases: What is written about.
        folder: Where both are put; made where it is missing.
        seed: Of the order.
        lexicon: The names that a draft may get wrong.

    Returns:
        How many outputs there are to read.

    Raises:
        EvalError: A generator cannot be used, or there is a sheet already.
    """
    if (folder / SHEET).exists() or (folder / KEY).exists():
        raise EvalError(f"{folder}: there is a sheet already. Give another folder.")
    outputs = [one for way, generator in generators.items() for one in written(way, generator, cases, lexicon)]
    Random(seed).shuffle(outputs)
    lines = [
        Shown(number=number, task=told.task, values=dict(cases[told.case].values), text=text).model_dump_json()
        for number, (text, told) in enumerate(outputs, 1)
    ]
    key = Key(
        seed=seed,
        sheet_sha256=digest_of(lines),
        generators={way: generator.name for way, generator in generators.items()},
        outputs={number: told for number, (_, told) in enumerate(outputs, 1)},
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SHEET).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    told = json.dumps(key.model_dump(mode="json"), ensure_ascii=False, indent=2)
    (folder / KEY).write_text(f"{told}\n", encoding="utf-8")
    return len(outputs)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    line = argparse.ArgumentParser(prog="python -m evals.writing_sheet", description="A blind reading of drafts.")
    commands = line.add_subparsers(dest="command", required=True)
    drawn = commands.add_parser("draw", help="let two ways write, and shuffle what they wrote")
    drawn.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where sheet.jsonl and key.json go")
    drawn.add_argument("--models", type=Path, required=True, metavar="FOLDER", help="where the weights are joined")
    drawn.add_argument("--n", type=int, default=MOST, help=f"how many outputs ({MOST})")
    drawn.add_argument("--seed", type=int, default=7, help="what the choice and the order follow from (7)")
    drawn.add_argument("--prompted", default="bundled:prompts", help="the generator led by worked examples")
    drawn.add_argument("--adapter", default="bundled", help="the generator that has learned the tasks")
    counted = commands.add_parser("count", help="join the marks with the key, and count")
    counted.add_argument("folder", type=Path, help="holds sheet.jsonl, key.json and marks.jsonl or marks-*.jsonl")
    counted.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    return line


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a sheet, or count its marks; the exit status."""
    asked = parser().parse_args(arguments)
    try:
        if asked.command == "count":
            show([count(load_reading(asked.folder))], sys.stdout, asked.json)
            return 0
        cases = chosen(asked.n, asked.seed)
        print(f"{asked.out}: {_drawn(asked, cases)} outputs to read")
    except (EvalError, DraftingError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _drawn(asked: argparse.Namespace, cases: Sequence[Case]) -> int:
    with ExitStack() as stack:
        opened: dict[str, Generator] = {}
        for way, name, learned in ((PROMPTS, asked.prompted, False), (LEARNED, asked.adapter, True)):
            generator = open_generator(name, asked.models)
            if isinstance(generator, ModelProcess | ServedModel):
                stack.callback(generator.close)
            if generator.ready() and generator.learned != learned:
                wanted = (
                    "has not learned the tasks" if learned else "has learned the tasks and takes no worked examples"
                )
                raise EvalError(f"generator {name}: it {wanted}. Name another with --prompted or --adapter.")
            opened[way] = generator
        return draw(opened, cases, asked.out, asked.seed, founding_ground().lexicon)


if __name__ == "__main__":
    sys.exit(main())
