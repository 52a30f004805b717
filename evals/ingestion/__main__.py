"""``python -m evals.ingestion [--json] [--split dev|test] [--explain FILE] [--write FOLDER]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.errors import EvalError
from evals.ingestion.run import explain, run, write
from evals.report import show


def main(arguments: list[str]) -> int:
    """Run the suite; 1 where it cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m evals.ingestion", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--explain", metavar="FILE")
    parser.add_argument("--write", metavar="FOLDER", type=Path)
    options = parser.parse_args(arguments)
    try:
        if options.explain:
            print("\n".join(explain(options.explain)))
        elif options.write:
            print(write(options.write, options.split))
        else:
            show([run(options.split)], sys.stdout, options.json)
    except EvalError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
