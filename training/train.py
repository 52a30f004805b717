"""Trains the local model's adapter: ``python -m training.train --help``.

It checks the examples, learns them, and writes the adapter with a card and a loss curve. A run keeps checkpoints and
goes on from the last with ``--resume``; Ctrl-C ends it with one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from drafting.generator import DraftingError
from drafting.prompting import TASKS
from training.example import EXAMPLES, TrainingError

LIBRARIES = ("torch", "transformers", "peft", "gguf", "llama_cpp")
RUNS = Path(__file__).parent / "runs"
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    line = argparse.ArgumentParser(prog="python -m training.train", description=(__doc__ or "").partition("\n")[0])
    line.add_argument("--examples", type=Path, default=EXAMPLES, help="the folder of examples")
    line.add_argument("--tasks", default=",".join(TASKS), help="the tasks to learn, parted by commas")
    line.add_argument("--limit", type=int, help="the most examples of a task")
    line.add_argument("--epochs", type=int, default=3, help="how often each example is learned (3)")
    line.add_argument("--rank", type=int, default=16, help="the adapter's rank (16)")
    line.add_argument("--alpha", type=float, help="the adapter's scale (twice the rank)")
    line.add_argument("--lr", type=float, default=5e-4, help="the highest learning rate (5e-4)")
    line.add_argument("--batch-tokens", type=int, default=1024, help="the most tokens of a step (1024)")
    line.add_argument("--seed", type=int, default=1, help="what all that is left to chance follows from (1)")
    line.add_argument("--dtype", choices=("bfloat16", "float32"), default="bfloat16", help="of the frozen weights")
    line.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="auto: a GPU if torch sees one")
    line.add_argument("--keep", choices=("best", "last"), default="best", help="by validation loss, or the last step")
    line.add_argument("--max-seconds", type=float, help="end after so long with what is learned by then")
    line.add_argument("--checkpoint-seconds", type=float, default=180, help="seconds between checkpoints (180)")
    line.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
    line.add_argument("--anew", action="store_true", help="begin anew where there is a checkpoint")
    line.add_argument("--run", type=Path, default=RUNS / "adapter", help="the folder of checkpoint, log and curve")
    line.add_argument("--out", type=Path, help="the adapter's file (adapter.gguf in the run's folder)")
    line.add_argument("--weights", type=Path, help="another GGUF file of this architecture than the bundled one")
    line.add_argument("--models", type=Path, default=RUNS / "models", help="where weights are joined and spread out")
    return line


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the command line says; 130 where it was interrupted."""
    options = parser().parse_args(arguments)
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        print(f"error: {', '.join(missing)}: not installed. Run `python dev.py adapter`", file=sys.stderr)
        return 1
    # Threads that wait for each other asleep: where another program wants a core, they were measured ten times as fast.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from training.run import train  # here, so that a missing library is told in a line

    try:
        return 0 if train(options) else INTERRUPTED
    except (TrainingError, DraftingError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
