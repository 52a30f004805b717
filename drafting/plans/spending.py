"""Which of the printed lists an item of spending belongs to by its name, and what that does to the sums.

The lists stand in ``spending/DOCUMENT.toml``: each printed term with the clause that prints it, and other words for the
same thing, which are Gongbiao's proposal. A name that no list holds belongs to none: the lists end in 等, so that the
enterprise may still say why it belongs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, ValidationError

from drafting.generator import DraftingError
from drafting.plans.investment import percent, plain
from drafting.profiles.company_rows import Spent
from drafting.profiles.fields import SPENDINGS, Spending
from drafting.profiles.sections import Profile

_DIGITAL = ("software", "hardware")


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Term(_Written):
    """A printed term with other words for it; ``alone`` tells whether the printed word by itself decides."""

    says: str
    words: tuple[str, ...] = ()
    alone: bool = True


class SpendingList(_Written):
    """The terms that one clause prints for one kind of spending; ``rest`` names what a list leaves open."""

    kind: Spending
    clause: str
    terms: tuple[Term, ...]
    rest: str = ""


class _File(_Written):
    proposal: str
    lists: tuple[SpendingList, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Where a name stands in the printed lists.

    Attributes:
        kind: The kind of spending.
        clause: The clause that prints the term.
        word: The printed term.
    """

    kind: Spending
    clause: str
    word: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One item of spending against the printed lists.

    Attributes:
        path: Where it stands in the profile.
        item, kind, amount: As the profile has them; the amount in 万元.
        listed: Where its name stands in the printed lists; None for nowhere.
        warning: What to look at; empty where the name and the kind agree.
    """

    path: str
    item: str
    kind: Spending
    amount: Decimal
    listed: Listed | None
    warning: str


@cache
def spending_lists(document: str) -> tuple[SpendingList, ...]:
    """The lists that a document prints; none where nobody has written any down.

    Raises:
        DraftingError: The file does not fit its shape.
    """
    entry = files("drafting.plans") / "printed_spending" / f"{document}.toml"
    if not entry.is_file():
        return ()
    try:
        return _File.model_validate(tomllib.loads(entry.read_text(encoding="utf-8"))).lists
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        why = " ".join(str(error).split())
        raise DraftingError(f"spending lists {document}", f"the file does not fit ({why})", "Mend it") from error


def classify(item: str, lists: Sequence[SpendingList]) -> Listed | None:
    """The list that an item's name belongs to; None where no list holds it.

    Of several terms in one name the last counts, since a Chinese name ends in what the thing is; of those that end
    together, the longest.

    Args:
        item: The item's name.
        lists: The printed lists.
    """
    name = _plain(item)
    found = [
        (end, len(word), Listed(one.kind, one.clause, term.says))
        for one in lists
        for term in one.terms
        for word in ((term.says,) if term.alone else ()) + term.words
        for end in _ends(_plain(word), name)
    ]
    return max(found, key=lambda hit: hit[:2])[2] if found else None


def _plain(text: str) -> str:
    return re.sub(r"\s", "", normalize("NFKC", text)).casefold()


def _ends(word: str, name: str) -> list[int]:
    """Where a word ends in a name; a Latin word only where no other Latin letter touches it."""
    before = r"(?<![a-z])" if word[:1].isascii() and word[:1].isalnum() else ""
    after = r"(?![a-z])" if word[-1:].isascii() and word[-1:].isalnum() else ""
    return [found.end() for found in re.finditer(before + re.escape(word) + after, name)]


def read_ledger(profile: Profile, project: str, lists: Sequence[SpendingList]) -> tuple[LedgerLine, ...]:
    """A project's items of spending, each against the printed lists."""
    return tuple(
        _line(f"ledger[{index}]", one, lists) for index, one in enumerate(profile.ledger) if one.project == project
    )


def _line(path: str, spent: Spent, lists: Sequence[SpendingList]) -> LedgerLine:
    listed = classify(spent.item, lists)
    return LedgerLine(path, spent.item, spent.kind, Decimal(str(spent.amount)), listed, _warning(spent, listed, lists))


def _warning(spent: Spent, listed: Listed | None, lists: Sequence[SpendingList]) -> str:
    stated = SPENDINGS[spent.kind]
    if listed is not None:
        if listed.kind == spent.kind:
            return ""
        return f"台账列为{stated}，名称属于{SPENDINGS[listed.kind]}清单中的“{listed.word}”，请核对"
    own = next((one for one in lists if one.kind == spent.kind and one.rest), None)
    if own is None:
        return ""
    return f"名称不在{stated}清单所印词语之内；按“{own.rest}”等归入的，要说明依据"


@dataclass(frozen=True, slots=True)
class Recount:
    """Software and hardware counted otherwise.

    Attributes:
        how: How it is counted, in words.
        digital: Software and hardware, in 万元.
        total: All but civil works, in 万元; not nothing.
    """

    how: str
    digital: Decimal
    total: Decimal

    @property
    def share(self) -> Decimal:
        """In percent, unrounded."""
        return self.digital / self.total * 100

    @property
    def said(self) -> str:
        """The arithmetic."""
        return f"{self.how}：数字化软硬件 {self.digital} 万元，占 {self.digital}÷{self.total}＝{percent(self.share)}"


def recounted(lines: Sequence[LedgerLine]) -> tuple[Recount, ...]:
    """Software and hardware counted otherwise.

    Once with every item where the lists put its name, if that moves any; once with only those items as software and
    hardware whose names the lists hold, if that leaves any out. Both over all but civil works.
    """
    moved = sum(1 for one in lines if one.listed is not None and one.listed.kind != one.kind)
    listed = [(one.listed.kind if one.listed is not None else one.kind, one.amount) for one in lines]
    unnamed = sum(1 for one in lines if one.listed is None and one.kind in _DIGITAL)
    sure = [
        ("other" if one.listed is None and one.kind in _DIGITAL else kind, amount)
        for one, (kind, amount) in zip(lines, listed, strict=True)
    ]
    counts = (
        _recount(f"若按名称所属清单改列（{moved} 项）", listed if moved else ()),
        _recount(f"若只计名称在所印清单内的软硬件（另有 {unnamed} 项要说明依据）", sure if unnamed else ()),
    )
    return tuple(one for one in counts if one.total)


def _recount(how: str, amounts: Sequence[tuple[str, Decimal]]) -> Recount:
    total = sum((amount for kind, amount in amounts if kind != "civil_works"), Decimal(0))
    digital = sum((amount for kind, amount in amounts if kind in _DIGITAL), Decimal(0))
    return Recount(how, plain(digital), plain(total))
