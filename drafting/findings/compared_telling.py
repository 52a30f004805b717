"""What a comparison's rows say, in composed sentences, each claim in a form that the verifier reads back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from corpus.clause import Clause
from drafting.answer import Sentence
from drafting.checks.alignment import letters, normalise
from drafting.checks.composed.comparison_forms import FORMS, Forms, plainly
from drafting.checks.composed.weighing import clearly_higher
from drafting.findings.compared_rows import Beside
from drafting.shelf import Shelf
from drafting.wording import FORCE_WORDS
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, NameChange, QuantityChange

_NAMES_SHOWN = 5
_NUMBERS_SHOWN = 5
_OPENING = 24
_BREAKS = "，,、；;。：: "
_FIRST = {"system": 0, "technology": 0, "object": 1, "scope": 1}
_RELATIONS = ("equal", "similar", "stronger", "weaker", "overlaps", "only_left", "only_right")
Elsewhere = Callable[[str, str], bool]
"""Whether a document (by id) has a word anywhere."""


class Telling:
    """Composes the sentences of one comparison.

    Args:
        beside: The comparison.
        shelf: The clauses.
        english: Whether the question is in English.
    """

    def __init__(self, beside: Beside, shelf: Shelf, *, english: bool = False) -> None:
        self._beside = beside
        self._shelf = shelf
        self._forms: Forms = FORMS["en" if english else "zh"]

    def row(self, row: ComparedRow, change: str = "") -> Sentence:
        """How the clauses of one row differ.

        Args:
            row: The row.
            change: Of a row of a step, what the step does to it.
        """
        left, right = self._called(row.left, self._beside.left), self._called(row.right, self._beside.right)
        labelled = [self._forms.labels[change]] if change in self._forms.labels else []
        parts = [*labelled, *self._verdict(row, left, right)]
        if row.difference is not None and row.relation != "equal":
            parts += self._forces(row, left, right)
            parts += self._numbers(row.difference, left, right)
            named = self._names(row, left, right)
            parts += named or (self._rest(row, left, right) if row.relation == "similar" else [])
        if not parts:
            parts = [self._forms.overlaps.format(left=left, right=right)]
        text = self._forms.sentence.format(topic=self._topic(row), parts=self._forms.joint.join(parts))
        return Sentence(text, "composed", (*row.left, *row.right))

    def alone(self, rows: Sequence[ComparedRow], side: str) -> Sentence:
        """That clauses of one side have nothing beside them on the other."""
        ids = tuple(one for row in rows for one in (row.left if side == "left" else row.right))
        own, other = self._both(side)
        text = plainly(self._forms.alone.format(own=own, other=other, number=len(rows)))
        return Sentence(text, "composed", ids)

    def absent(self, words: Sequence[str], side: str, basis: Sequence[str]) -> Sentence:
        """That a side's document has a word nowhere."""
        own, other = self._both(side)
        listed = "".join(f"“{word}”" for word in words)
        return Sentence(self._forms.absent.format(own=own, other=other, words=listed), "composed", tuple(basis))

    def both(self, words: Sequence[str], basis: Sequence[str]) -> Sentence:
        """That both sides have a word."""
        listed = "".join(f"“{word}”" for word in words)
        form = self._forms.both.format(left=self._beside.left, right=self._beside.right, words=listed)
        return Sentence(form, "composed", tuple(basis))

    def summary(self, asked: str) -> Sentence:
        """How much corresponds and how: the counts of the rows by what they come to.

        Args:
            asked: What the question wants to know: ``stricter`` and ``alike`` are told in any case.
        """
        rows, forms = self._beside.rows, self._forms
        counts: Counter[str] = Counter(row.relation for row in rows)
        names: Mapping[str, str] = {"left": self._beside.left, "right": self._beside.right}
        told = [forms.counted[one].format(number=counts[one], **names) for one in _RELATIONS if counts[one]]
        text = forms.summary.format(topic=self._on(), counts=forms.listing.join(told), lead=self._lead(asked), **names)
        ids = tuple(dict.fromkeys(one for row in rows for one in (*row.left, *row.right)))
        return Sentence(plainly(text), "composed", ids)

    def _on(self) -> str:
        return self._forms.on.format(topic=self._beside.topic) if self._beside.topic else ""

    def _lead(self, asked: str) -> str:
        """What the rows come to: which side asks more, where enough of them bear it out, or whether they agree."""
        leads, aligned = self._forms.leads, self._beside.aligned
        if asked == "alike":
            alike = sum(row.relation in ("equal", "similar") for row in aligned)
            same = all(row.relation == "equal" for row in self._beside.rows)
            return leads["same" if same else "partly" if alike else "unlike"]
        side = clearly_higher([row.relation for row in aligned])
        if asked == "stricter" or (asked == "differ" and side):
            own, other = self._both(side or "left")
            return leads["one" if side else "open"].format(own=own, other=other)
        return ""

    def nearest(self, row: ComparedRow, side: str) -> Sentence:
        """What the other side has that comes nearest to a clause with nothing beside it."""
        own, other = self._both(side)
        link = row.nearest
        one, near = ((row.left[0], link.right) if side == "left" else (row.right[0], link.left)) if link else ("", "")
        ours, theirs = (opening(self._shelf.by_id[name].plain) for name in (one, near))
        return Sentence(
            self._forms.nearest.format(own=own, other=other, ours=ours, theirs=theirs), "composed", (one, near)
        )

    def figureless(self, side: str, basis: Sequence[str]) -> Sentence:
        """That a side states no figure which must be reached, while the other does."""
        own, other = self._both(side)
        return Sentence(self._forms.figureless.format(own=own, other=other), "composed", tuple(basis))

    def twins(self) -> list[Sentence]:
        """Pairs of clauses with the same letters that stand in rows with further clauses, each told of alone."""
        found: list[Sentence] = []
        for row in self._beside.aligned:
            pairs = [
                (one, other)
                for one in row.left
                for other in row.right
                if self._letters([one]) == self._letters([other])
            ]
            for one, other in pairs if len(row.left) + len(row.right) > 2 else ():
                left, right = self._called([one], self._beside.left), self._called([other], self._beside.right)
                told = self._forms.same_letters.format(left=left, right=right)
                text = self._forms.sentence.format(topic=self._topic(row), parts=told)
                found.append(Sentence(text, "composed", (one, other)))
        return found

    def forces(self, *, always: bool = False) -> Sentence | None:
        """With which governing words the sides speak, where one has none or they differ, or always."""
        told = []
        basis: list[str] = []
        for side, name in (("left", self._beside.left), ("right", self._beside.right)):
            ids = [one for row in self._beside.rows for one in (row.left if side == "left" else row.right)]
            held = {force for one in ids for force in self._shelf.by_id[one].forces}
            words = [FORCE_WORDS[force] for force in FORCE_WORDS if force in held and force != "none"]
            if not ids:
                return None
            quoted = "".join(f"“{word}”" for word in words)
            told.append(
                (tuple(words), self._forms.words.format(side=name, words=quoted) if words else self._used(name, "none"))
            )
            basis.extend(ids)
        if told[0][0] == told[1][0] and not always:
            return None
        text = self._forms.forces.format(left=told[0][1], right=told[1][1])
        return Sentence(text, "composed", tuple(dict.fromkeys(basis)))

    def _both(self, side: str) -> tuple[str, str]:
        sides = (self._beside.left, self._beside.right)
        return sides if side == "left" else (sides[1], sides[0])

    def _called(self, ids: Sequence[str], side: str) -> str:
        """A side with the tier or alternative that its clauses here are of, where it is a whole document."""
        clauses = [self._shelf.by_id[one] for one in ids]
        labels = {one.tier_label or one.track or "" for one in clauses}
        label = next(iter(labels)) if len(labels) == 1 else ""
        return side if not label or side.endswith(label) else f"{side}{label}"

    def _topic(self, row: ComparedRow) -> str:
        clauses = [self._shelf.by_id[one] for one in (*row.left, *row.right)]
        stated = next((one.subdomain or one.element for one in clauses if one.subdomain or one.element), None)
        return stated or row.topic.name

    def _verdict(self, row: ComparedRow, left: str, right: str) -> list[str]:
        forms = self._forms
        if row.relation == "equal":
            return [forms.equal.format(left=left, right=right)]
        if row.relation in ("similar", "overlaps") and self._letters(row.left) == self._letters(row.right):
            return [forms.same_letters.format(left=left, right=right)]
        if row.relation == "similar":
            return [forms.similar.format(left=left, right=right)]
        if row.relation in ("stronger", "weaker"):
            return [forms.more.format(own=left if row.relation == "stronger" else right)]
        return []

    def _letters(self, ids: Sequence[str]) -> list[str]:
        return sorted(letters(self._shelf.by_id[one].plain) for one in ids)

    def _forces(self, row: ComparedRow, left: str, right: str) -> list[str]:
        """Changes of force, each once; that a side has no governing word is told only where all of it has none."""
        found: dict[tuple[str, str], None] = {}
        for one in row.difference.forces if row.difference else ():
            unworded = [ids for ids, force in ((row.left, one.left), (row.right, one.right)) if force == "none"]
            if not all(self._bare(ids) for ids in unworded):
                continue
            found[(one.left, one.right)] = None
        return [
            self._forms.force.format(left=self._used(left, first), right=self._used(right, second))
            for first, second in found
        ]

    def _bare(self, ids: Sequence[str]) -> bool:
        return all(self._shelf.by_id[one].forces == ("none",) for one in ids)

    def _used(self, side: str, force: str) -> str:
        if force == "none":
            return self._forms.no_word.format(side=side)
        return self._forms.word.format(side=side, word=FORCE_WORDS[force])  # type: ignore[index]

    def _numbers(self, difference: Difference, left: str, right: str) -> list[str]:
        return [self._number(one, left, right) for one in difference.quantities[:_NUMBERS_SHOWN]]

    def _number(self, change: QuantityChange, left: str, right: str) -> str:
        forms = self._forms
        ours = forms.states.format(side=left, number=change.left_words.text) if change.left_words else None
        theirs = forms.states.format(side=right, number=change.right_words.text) if change.right_words else None
        told = [one for one in (ours, theirs) if one]
        return forms.number.format(stated=forms.comma.join(told))

    def _names(self, row: ComparedRow, left: str, right: str) -> list[str]:
        """What the clauses of one side name and those of the other do not have in any words."""
        if row.difference is None:
            return []
        told = []
        for side, names, others in ((left, row.difference.dropped, row.right), (right, row.difference.added, row.left)):
            spoken = [normalise(self._shelf.by_id[one].plain) for one in others]
            listed = self._listed(
                [one for one in names if not any(normalise(one.words.text) in text for text in spoken)]
            )
            if listed:
                told.append(self._forms.also.format(side=side, words=listed))
        return [self._forms.comma.join(told)] if told else []

    def _rest(self, row: ComparedRow, left: str, right: str) -> list[str]:
        """The stretches of either side that the other has not, where nothing that differs has a name."""
        if row.difference is None:
            return []
        told = []
        for side, stretches, others in (
            (left, row.difference.left_only, row.right),
            (right, row.difference.right_only, row.left),
        ):
            spoken = "".join(normalise(self._shelf.by_id[one].plain) for one in others)
            bare = [one.text.strip(_BREAKS) for one in stretches]
            words = [one for one in bare if len(one) > 1 and normalise(one) not in spoken]
            if words:
                listed = "".join(f"“{one}”" for one in words[:_NAMES_SHOWN])
                told.append(self._forms.also.format(side=side, words=listed))
        return [self._forms.comma.join(told)] if told else []

    def _listed(self, names: Sequence[NameChange]) -> str:
        ordered = sorted(names, key=lambda one: _FIRST[one.kind])
        words = list(dict.fromkeys(one.words.text for one in ordered if len(one.words.text) > 1))
        return "".join(f"“{word}”" for word in words[:_NAMES_SHOWN])


def opening(text: str) -> str:
    """The first part of a clause, by which it is recognised: up to a break, whole figures only."""
    first = re.split(r"[，,；;。:：（(]", text, maxsplit=1)[0]
    return first if len(first) <= _OPENING else first[:_OPENING].rpartition("、")[0] or first[:_OPENING]


def clauses_of(rows: Sequence[ComparedRow], shelf: Shelf) -> tuple[Clause, ...]:
    """The clauses of rows in order, each once."""
    return tuple(
        {one: shelf.by_id[one] for row in rows for one in (*row.left, *row.right) if one in shelf.by_id}.values()
    )
