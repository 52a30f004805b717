"""From names to facts: what a profile's rows call one another, where a fact stands, and how it reads.

A fact's path is ``systems[2].since``, ``systems[2]`` or ``company.legal_person``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from drafting.generator import DraftingError
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.slots import Slot, slots

_PATH = re.compile(r"(?P<section>[a-z_]+)(?:\[(?P<row>\d{1,6})\])?(?:\.(?P<field>[a-z_]+)(?:\[(?P<part>\d{1,6})\])?)?")
_LEVELS = (("id",), ("code",), ("name", "title", "topic", "standard"))
"""What a row is called by, the surest first: a name counts only where no id and no code is so."""
NAMING = tuple(key for keys in _LEVELS for key in keys)
"""The fields that name a row."""


class Names:
    """What the rows of a profile are called, looked up many times.

    Args:
        profile: The profile, or its rows as far as they could be read: paths with what stands in the fields that name.
    """

    def __init__(self, profile: Profile | Iterable[tuple[str, Mapping[str, str]]]) -> None:
        self._levels: list[dict[str, list[str]]] = [{} for _ in _LEVELS]
        self._written: dict[str, str] = {}
        known = ((path, _naming(row)) for path, row in rows(profile)) if isinstance(profile, Profile) else profile
        for path, named in known:
            for level, keys in zip(self._levels, _LEVELS, strict=True):
                for plain, name in _called(named, keys).items():
                    level.setdefault(plain, []).append(path)
                    self._written.setdefault(plain, name)

    def resolve(self, name: str) -> tuple[str, ...]:
        """The rows that a name stands for: see ``resolve``."""
        wanted = _plain(name)
        return next((tuple(level[wanted]) for level in self._levels if wanted in level), ())

    def near(self, name: str, section: str = "") -> str | None:
        """The name that was probably meant, of a section or of all."""
        known = {
            one: paths[0] for level in self._levels for one, paths in level.items() if paths[0].startswith(section)
        }
        found = next(iter(get_close_matches(_plain(name), known, n=1, cutoff=0.5)), None)
        return self._written[found] if found else None


def resolve(profile: Profile, name: str) -> tuple[str, ...]:
    """The rows that a name stands for. Who asks often keeps ``Names``.

    Args:
        profile: The profile.
        name: An id, a code, a name or a title; case, width, spaces and 《》 do not matter.

    Returns:
        Paths such as ``systems[2]``, in order. Several where rows share a code or a name, none where nothing has it.
    """
    return Names(profile).resolve(name)


def rows(profile: Profile) -> Iterator[tuple[str, Row]]:
    """Every row of the sections that hold many, with its path."""
    for key, _, _, many in sections():
        if many:
            for number, row in enumerate(getattr(profile, key)):
                yield f"{key}[{number}]", row


def fact(profile: Profile, path: str) -> object:
    """The value at a path: a row, a field, one word of a field, or all rows of a section.

    Raises:
        DraftingError: Nothing stands there.
    """
    found = _PATH.fullmatch(path)
    value: object = getattr(profile, found["section"], None) if found and found["section"] in _titles() else None
    if found and found["row"] is not None:
        value = _item(value, int(found["row"]))
    if found and found["field"] is not None:
        known = isinstance(value, Row) and found["field"] in type(value).model_fields
        if not known:
            raise _nothing(path)
        value = getattr(value, found["field"])
        if found["part"] is None:
            return value
        value = _item(value, int(found["part"]))
    if value is None:
        raise _nothing(path)
    return value


def describe(profile: Profile, path: str) -> str:
    """A fact for a person: ``系统 MES 生产执行系统：状态 在用，投用日期 2021-05``.

    Raises:
        DraftingError: Nothing stands there.
    """
    value = fact(profile, path)
    place, _, field = path.partition(".")
    section = _titles()[place.partition("[")[0]]
    if isinstance(value, tuple) and not field:
        return f"{section}：{len(value)} 条"
    row = fact(profile, place)
    if not isinstance(row, Row):
        raise _nothing(path)
    head = " ".join([section, *_names(row)]) if "[" in place else section
    wanted = field.partition("[")[0]
    told = [
        f"{slot.title} {_said(slot, value if slot.key == wanted else getattr(row, slot.key))}"
        for slot in slots(type(row))
        if slot.key == wanted or (not wanted and _tells(row, slot))
    ]
    return f"{head}：{'，'.join(told)}" if told else head


def _said(slot: Slot, value: object) -> str:
    return "未填" if value is None or value == () else slot.said(value).strip("；").replace("；", "、")


def _tells(row: Row, slot: Slot) -> bool:
    """Whether a field says something beside the row's names."""
    return slot.key not in NAMING and getattr(row, slot.key) not in (None, ())


def _names(row: Row) -> list[str]:
    """What a row is called: the code, or else the id, and the name."""
    by_level = [[str(getattr(row, key)) for key in keys if getattr(row, key, None)] for keys in _LEVELS]
    return [*(by_level[1] or by_level[0]), *by_level[2]]


def _naming(row: Row) -> Mapping[str, str]:
    return {key: str(getattr(row, key)) for key in NAMING if getattr(row, key, None)}


def _called(named: Mapping[str, str], keys: tuple[str, ...]) -> dict[str, str]:
    """What a row is called by some of its fields: as it is compared, and as it is written."""
    written = (named[key] for key in keys if named.get(key))
    return {_plain(name): name for name in written if _plain(name)}


def _plain(name: str) -> str:
    return re.sub(r"[\s《》]", "", normalize("NFKC", name)).casefold()


def _item(value: object, number: int) -> object:
    return value[number] if isinstance(value, tuple) and number < len(value) else None


@cache
def _titles() -> Mapping[str, str]:
    return {key: title for key, title, _, _ in sections()}


def _nothing(path: str) -> DraftingError:
    return DraftingError(f"profile fact {path[:80]}", "档案里没有这一处", "按档案的栏目改正路径")
