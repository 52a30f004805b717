"""Writes the figures of the examples' card: ``python -m training.describe`` after any change to the examples.

The card's words are written by hand; what stands between its two marks is counted from the files.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from drafting.checks.alignment import letters
from drafting.prompting import TASKS
from training.example import EXAMPLES, Example, TrainingError, load_examples

CARD = "CARD.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
MEASURES = (
    "task", "examples", "founding", "invented", "sources", "characters given", "characters of the target",
    "target repeats what is given", "different characters",
)  # fmt: skip
_SHORTENED = {"gist": ("predicate",), "narrative": ("how", "effect")}
"""The values that a target could simply repeat, where they are not all."""
TRADES = Path(__file__).parent / "trades.txt"
"""Trades, one a line, by the words that name them in a source; one that has no line is not counted."""


def characters(example: Example) -> tuple[int, int]:
    """How many characters its values and its target have."""
    return sum(map(len, example.values.values())), len(example.target)


def repeats(example: Example) -> bool:
    """Whether the target is what was given, as it stands."""
    names = _SHORTENED.get(example.task, tuple(example.values))
    return letters(example.target) == letters("".join(example.values[name] for name in names))


def sources(examples: Iterable[Example]) -> set[str]:
    """The clauses, documents, enterprises and trades that examples are about."""
    return {example.source for example in examples}


def trades(examples: Iterable[Example]) -> set[str]:
    """The trades that the sources of invented examples name, each by its first word."""
    named = "\n".join(sorted(sources(example for example in examples if example.origin == "invented")))
    known = [line.split("|") for line in TRADES.read_text(encoding="utf-8").split()]
    return {words[0] for words in known if any(word in named for word in words)}


def figures(loaded: Mapping[str, Sequence[Example]]) -> str:
    """All figures, as tables.

    Args:
        loaded: The examples by file.
    """
    everything = [example for found in loaded.values() for example in found]
    by_task = {task: found for task in TASKS if (found := [one for one in everything if one.task == task])}
    files = [
        (f"`{name}`", _tasks(found), *_counts(found), len(sources(found))) for name, found in sorted(loaded.items())
    ]
    files.append(("all", "", *_counts(everything), len(sources(everything))))
    founding = sources(one for one in everything if one.origin == "founding")
    tables = (
        _table(("file", "task", "examples", "founding", "invented", "sources"), files),
        _table(MEASURES, [_of_task(task, found) for task, found in by_task.items()]),
        _table(("task", "kinds"), [(task, _kinds(found)) for task, found in by_task.items()]),
        "Characters are told as median (least–most). "
        f"All examples together have {_vocabulary(everything)} different characters. Their sources are {len(founding)} "
        f"founding clauses or groups of clauses, and name at least {len(trades(everything))} trades by word.",
    )
    return "\n\n".join(tables)


def described(card: str, loaded: Mapping[str, Sequence[Example]]) -> str:
    """A card with the present figures between its marks.

    Raises:
        TrainingError: It has no marks.
    """
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise TrainingError(f"{CARD}: it has no place for figures. Put the lines {BEGIN} and {END} into it.")
    return f"{before}{BEGIN}\n\n{figures(loaded)}\n\n{END}{after}"


def main(folder: Path = EXAMPLES) -> int:
    """Write the present figures into the card of a folder of examples."""
    card = folder / CARD
    card.write_text(described(card.read_text(encoding="utf-8"), load_examples(folder)), encoding="utf-8")
    print(f"{card.name}: figures of {sum(map(len, load_examples(folder).values()))} examples")
    return 0


def _of_task(task: str, found: Sequence[Example]) -> tuple[object, ...]:
    given, written = zip(*map(characters, found), strict=True)
    same = sum(map(repeats, found))
    share = f"{same} ({100 * same / len(found):.0f} %)"
    return (task, *_counts(found), len(sources(found)), _spread(given), _spread(written), share, _vocabulary(found))


def _tasks(found: Iterable[Example]) -> str:
    return ", ".join(sorted({example.task for example in found}))


def _counts(found: Sequence[Example]) -> tuple[int, int, int]:
    origins = Counter(example.origin for example in found)
    return len(found), origins["founding"], origins["invented"]


def _kinds(found: Iterable[Example]) -> str:
    counted = Counter(example.kind for example in found)
    return ", ".join(f"{kind} {count}" for kind, count in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _spread(lengths: Sequence[int]) -> str:
    return f"{median(lengths):.0f} ({min(lengths)}–{max(lengths)})"


def _vocabulary(found: Iterable[Example]) -> int:
    return len({letter for one in found for letter in letters("".join((*one.values.values(), one.target)))})


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return "\n".join(_lines(columns, rows))


def _lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


if __name__ == "__main__":
    sys.exit(main())
