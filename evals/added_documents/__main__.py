"""``python -m evals.added_documents --data FOLDER [--prepare] [--split dev|test] [--generator G] [--json]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.added_documents.asked import SPLITS
from evals.added_documents.run import prepare, run
from evals.errors import EvalError
from evals.report import show
from kg.errors import GraphError
from retrieval.errors import RetrievalError


def main(arguments: list[str]) -> int:
    """Ask the questions; 1 where that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m evals.added_documents", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--generator", default="none")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    try:
        if options.prepare:
            prepare(options.data)
        splits = (options.split,) if options.split else SPLITS
        show([run(options.data, splits, options.generator)], sys.stdout, options.json)
    except (EvalError, GraphError, RetrievalError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
