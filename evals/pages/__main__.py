"""``python -m evals.pages --data DIR``: how soon the app can be used, how quick it is, and ten people at once.

The data folder must be built. The app writes no sentences of its own meanwhile: what the model takes is measured apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from evals.errors import EvalError
from evals.pages.acts import ACTS, MOST_MS, percentile, times_of
from evals.pages.browsing import visitors
from evals.pages.crowd import gather
from evals.pages.serving import served

PEOPLE, ROUNDS = 10, 3
FIRST_PAGE = '[data-testid="stChatInputTextArea"]'


def main() -> int:
    """Measure and print; returns an exit status: 1 where somebody saw what was not theirs."""
    parser = argparse.ArgumentParser(prog="python -m evals.pages", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    try:
        found = measure(given.data, given.starts, given.times)
    except EvalError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n" if given.json else told(found))
    return 1 if found["crowd"]["mixed"] else 0


def measure(data: Path, starts: int, times: int) -> Mapping[str, Any]:
    """Start the app some times, do each act some times, let people ask at once.

    Raises:
        EvalError: The app, the browser or a page fails.
    """
    with TemporaryDirectory() as folder:
        log = Path(folder) / "app.log"
        firsts = [first_page_s(data, log) for _ in range(starts)]
        with served(data, log) as app, visitors(PEOPLE) as people:
            acts = {one.name: sorted(times_of(one, people[0], app.address, times)) for one in ACTS}
            crowd = gather(people, app.address, ROUNDS)
    return {
        "first_page_s": {"median": median(firsts), "longest": max(firsts), "n": len(firsts)},
        "acts": {name: figures(taken) for name, taken in acts.items()},
        "crowd": {
            "people": crowd.people,
            "questions": crowd.questions,
            "mixed": list(crowd.mixed),
            "slowest_ms": crowd.slowest_ms,
        },
    }


def first_page_s(data: Path, log: Path) -> float:
    """Seconds from the command to a first page that can be used, in a browser that is open already."""
    with visitors(1) as people, served(data, log) as app:
        began = people[0].go(app.address, FIRST_PAGE) / 1000
        return began + app.waited_s


def figures(taken: Sequence[float]) -> Mapping[str, float | int]:
    """Milliseconds of one act."""
    return {"p50_ms": percentile(taken, 0.5), "p95_ms": percentile(taken, 0.95), "n": len(taken)}


def told(found: Mapping[str, Any]) -> str:
    """The figures for people."""
    first, crowd = found["first_page_s"], found["crowd"]
    lines = [
        f"first page: median {first['median']:.1f} s, longest {first['longest']:.1f} s of {first['n']} starts",
        *(
            f"{name}: p50 {one['p50_ms']:.0f} ms, p95 {one['p95_ms']:.0f} ms of {one['n']}"
            + (f" (more than {MOST_MS:.0f})" if one["p50_ms"] > MOST_MS else "")
            for name, one in found["acts"].items()
        ),
        f"{crowd['people']} people at once: {crowd['questions']} questions, {len(crowd['mixed'])} mixed up, "
        f"all answered within {crowd['slowest_ms'] / 1000:.1f} s",
        *crowd["mixed"],
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
