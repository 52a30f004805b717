"""``python -m evals.hardness [--seconds N] [--seed S] [--kind K] [--keep FOLDER] [--json]``: hostile documents."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.hardness.run import run
from evals.report import show


def main(arguments: list[str]) -> int:
    """Print what became of them; 3 where something broke."""
    parser = argparse.ArgumentParser(prog="python -m evals.hardness", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="what the kinds that are tried begin with")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where documents that broke something are written")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    result = run(options.seconds, options.seed, options.kind, options.keep)
    show([result], sys.stdout, options.json)
    return 0 if result.complete else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
