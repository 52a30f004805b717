"""Makes the page of the evaluation, from saved results or by running every evaluation.

python docs/make_evaluation_page.py [--data DIR]              # runs them all, then writes docs/evaluation.md
python docs/make_evaluation_page.py --results FILE [FILE …]   # reads what `gongbiao eval … --json` wrote
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import evaluation_comparisons as comparing
import evaluation_drafts as drafting
import evaluation_ingestion as reading_files
import evaluation_plans as planning
import evaluation_sections as sections
import evaluation_writing as writing
from evaluation_figures import PageError, read_results
from evaluation_remaining import SHOWN, Remaining, read_remaining, remaining, untold
from evaluation_retrieval import learned, retrieval_ablation
from evaluation_shown import write_shown

from app.assembly import Workspace
from app.settings import read_settings
from evals.errors import EvalError
from evals.run import run

FOLDER = Path(__file__).resolve().parent
PAGE = FOLDER / "evaluation.md"
CAUSES = FOLDER / "evaluation-remaining.yaml"

_HEAD = """\
# 评测 Evaluation

<!-- 由 docs/make_evaluation_page.py 生成，请重新评测而不是改本页。Generated: measure again, do not edit. -->

题目只对着原文写成，逐题写明怎样才算对（`evals/questions/`）；基线在同一次运行里测出。开发集上的数偏高，
因为系统就是照着它们改的；没见过的问题请以测试集为准。
*Baselines are measured in the same run. Figures on development sets flatter; go by the test set.*

```console
$ gongbiao eval all --json > results.json
$ python docs/make_evaluation_page.py --results results.json
```
"""

_APART = frozenset({"alignment", "differences", "ingestion", "tiers", "plans", "reading"})
"""What may be measured apart: it needs no question set."""


def page(results: Mapping[str, Any], entries: tuple[Remaining, ...]) -> str:
    """The page in Markdown.

    Args:
        results: What ``gongbiao eval all --json`` writes.
        entries: The hand-written causes.

    Raises:
        PageError: A result is missing, or an entry does not fit the results.
    """
    made = "\n".join([_HEAD, *_lines(results, entries)])
    return re.sub(r"\n{3,}", "\n\n", made).rstrip() + "\n"


def _lines(results: Mapping[str, Any], entries: tuple[Remaining, ...]) -> Iterator[str]:
    makers: dict[str, Callable[[Any], Iterator[str]]] = {
        "circumstances": sections.circumstances,
        "retrieval": sections.retrieval,
        "answers": sections.answers,
        "ablation": _ablation,
        "writing": _writing,
        "reading": drafting.reading,
        "conversation": writing.conversation,
        "parsing": _parsing,
        "ingestion": reading_files.ingestion,
        "alignment": comparing.alignment,
        "differences": comparing.differences,
        "tiers": comparing.tiers,
        "plans": planning.plans,
        "speed": writing.speed,
    }
    missing = [name for name in makers if name not in results and name not in _APART]
    if missing:
        names = ", ".join(missing)
        raise PageError(f"results: {names} missing. Save `gongbiao eval all --json`, or give the files that hold them.")
    for name, maker in makers.items():
        if name in results:
            yield from maker(results[name])
    yield from remaining(entries, results["answers"])


def _ablation(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## 去掉一部分会怎样 Ablations"
    yield ""
    yield from retrieval_ablation(found["retrieval"])
    yield from learned(found["learned"])
    yield from sections.answer_ablation(found["answers"])


def _writing(found: Mapping[str, Any]) -> Iterator[str]:
    yield from writing.verifier(found["verifier"])
    yield from drafting.drafts(found["drafts"])
    yield from drafting.rewriting(found["rewriting"])


def _parsing(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## 切分 Parsing"
    yield ""
    yield f"与另一条读法逐项对数：{found['agreed']} / {found['counted']} 项相符。"
    yield ""


def measured(data: Path | None) -> dict[str, Any]:
    """Every evaluation, run now.

    Raises:
        PageError: Nothing is built.
        EvalError: A set does not fit the corpus.
    """
    workspace = Workspace.open(read_settings(data))
    if workspace is None:
        raise PageError("data folder: nothing is built. Run `gongbiao build`.")
    written = io.StringIO()
    try:
        run("all", workspace, as_json=True, out=written)
    finally:
        workspace.close()
    found: dict[str, Any] = json.loads(written.getvalue())
    return found


def main() -> int:
    """Write the page; returns an exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the data folder; the platform's own where left out")
    parser.add_argument("--results", type=Path, nargs="+", help="saved results, in one file or several")
    parser.add_argument("--causes", type=Path, default=CAUSES, help="the written causes of what remains wrong")
    parser.add_argument("--out", type=Path, default=PAGE, help="where to write; docs/evaluation.md where left out")
    given = parser.parse_args()
    try:
        entries = read_remaining(given.causes)
        results = read_results(given.results) if given.results else measured(given.data)
        made = page(results, entries)
    except (PageError, EvalError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    given.out.write_text(made, encoding="utf-8", newline="\n")
    if given.out == PAGE:
        write_shown(made)  # the app has no docs beside it when it is installed
    if missing := untold(entries, results["answers"]):
        said = ", ".join(missing)
        sys.stderr.write(f"note: {given.causes.name}: up to {SHOWN} are shown; no cause is written of: {said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
