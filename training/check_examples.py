"""Checks every example: ``python -m training.check_examples [FILE …]`` prints what is wrong, and ends with 1 if any is.

An example must pass the judge that the product lets the model's drafts pass, end as drafts must, be read back by the
product's parser, and be unlike every other example of its task.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from drafting.checks.alignment import letters
from drafting.drafts.judging import judge
from drafting.lexicon import Lexicon
from drafting.prompting import Draft, parse
from evals.mutations.sources import founding_ground
from training.example import Example, load_examples

ALIKE = 0.8
"""Two examples share at most this part of their pairs of letters (Jaccard)."""


def own_lexicon() -> Lexicon:
    """The names that the product's judge knows."""
    return founding_ground().lexicon


def problems(example: Example, lexicon: Lexicon) -> Iterator[str]:
    """What is wrong with one example by itself."""
    draft = parse(example.task, example.target)
    if not isinstance(draft, Draft):
        yield draft.reason
        return
    if draft.text != example.target.removesuffix("。"):
        yield f"the product would shorten it to {draft.text}"
    yield from judge(example.task, draft.text, example.values, lexicon)


def pairs(example: Example) -> frozenset[str]:
    """The pairs of letters of what an example is about."""
    text = letters("".join(example.values.values()))
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def alike(examples: Sequence[Example]) -> Iterator[tuple[int, int]]:
    """Pairs of examples of one task that are nearly the same, by their places."""
    made = [pairs(example) for example in examples]
    for later, one in enumerate(made):
        for earlier in range(later):
            other = made[earlier]
            if examples[earlier].task != examples[later].task or not (one and other):
                continue
            if min(len(one), len(other)) >= ALIKE * max(len(one), len(other)):
                shared = len(one & other)
                if shared >= ALIKE * (len(one) + len(other) - shared):
                    yield earlier, later


def main(names: Sequence[str]) -> int:
    """Check the files of these names, or all."""
    loaded = load_examples()
    lexicon, found, places, everything = own_lexicon(), 0, list[str](), list[Example]()
    for name, examples in loaded.items():
        for number, example in enumerate(examples, 1):
            places.append(f"{name}:{number}")
            everything.append(example)
            if names and name not in names:
                continue
            for problem in problems(example, lexicon):
                found += 1
                print(f"{name}:{number}: {problem} | {example.target}")
    for earlier, later in alike(everything):
        if not names or places[later].split(":")[0] in names:
            found += 1
            print(f"{places[later]}: nearly the same as {places[earlier]}")
    print(f"{len(everything)} examples, {found} problems;", dict(Counter(one.task for one in everything)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
