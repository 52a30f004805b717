"""From what was written to a profile, or to one error that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from drafting.generator import DraftingError
from drafting.profiles.reference_checks import Path, repeated, unresolved
from drafting.profiles.rows import Misfit
from drafting.profiles.sections import Profile, sections
from drafting.profiles.tree import Draft, Node, Problem, answered, nearest, plain

SHOWN_IN_FULL = 8
MOST_LISTED = 10


def checked(draft: Draft, name: str) -> Profile:
    """The profile that a file holds.

    All that is wrong is found in one pass: references are held against the rows as far as they could be read.

    Args:
        draft: What was read.
        name: The file's name, for the message.

    Raises:
        DraftingError: Something in it is wrong; the first problems in full, all of them in its details.
    """
    root = answered(draft.root)

    def what(path: Path) -> str:
        return _what(path, draft.by_cell)

    problems = list(draft.problems)
    profile: Profile | None = None
    try:
        profile = Profile.model_validate(plain(root))
    except ValidationError as error:
        problems += _told(error, root, draft)
    problems += [*repeated(root, what), *unresolved(root, what)]
    if profile is None or problems:
        raise refusal(name, problems)
    return profile


def refusal(name: str, problems: Sequence[Problem]) -> DraftingError:
    """One line for the problems of a file; the details list every one where the line has no room."""
    said = [str(one) for one in problems]
    shown = said[:SHOWN_IN_FULL]
    line = shown[0] if len(said) == 1 else " ".join(f"（{number}）{one}" for number, one in enumerate(shown, start=1))
    more = len(said) - len(shown)
    counted = f" 另有 {more} 处问题" if more else ""
    return DraftingError(name, f"{line}{counted}", "改好后再读", tuple(said) if more else ())


def _told(error: ValidationError, root: Node, draft: Draft) -> Iterator[Problem]:
    """What the schema found, in words."""
    unread = {one.place for one in draft.problems}
    for one in error.errors(include_url=False, include_input=False):
        path: Path = one["loc"]
        if one["type"] == "missing" and path and (path[0], path[-1]) in draft.without:
            continue
        cause = one.get("ctx", {}).get("error")
        if isinstance(cause, Misfit):
            path = (*path, cause.field)
        node = nearest(root, path)
        if one["type"] == "missing" and node.place in unread:
            continue
        text = str(cause) if isinstance(cause, ValueError) else _explained(one["type"], path, draft.by_cell)
        yield Problem(node.place, _what(path, draft.by_cell), text)


def _explained(kind: str, path: Path, by_cell: bool) -> str:
    if kind == "extra_forbidden":
        return f"不认识的键{_meant(path)}"
    if kind == "missing":
        return "必填，没有填"
    if kind == "literal_error":
        return "只认格式 1"
    if kind == "tuple_type":
        return "要写成列表，每条以 - 开头" if not by_cell else "要写成几条"
    return "要写成「键: 值」" if kind in ("model_type", "model_attributes_type", "dict_type") else f"写法不对（{kind}）"


def _meant(path: Path) -> str:
    """What an unknown key was probably meant to be: ``，是不是 state（状态）？``."""
    row = _kind(path[:-1])
    titles = {key: field.title or key for key, field in row.model_fields.items()}
    written = str(path[-1])
    by_title = next((key for key, title in titles.items() if title == written), None)
    key = by_title or next(iter(get_close_matches(written, titles, n=1)), None)
    listed = "、".join([*titles][:MOST_LISTED]) + (" 等" if len(titles) > MOST_LISTED else "")
    return f"，是不是 {key}（{titles[key]}）？" if key else f"；这里只有 {listed}"


def _kind(path: Path) -> type[BaseModel]:
    """The kind of row that a path leads to: the profile itself, or a section's."""
    return next((kind for key, _, kind, _ in sections() if path and key == path[0]), Profile)


def _what(path: Path, by_cell: bool) -> str:
    """``systems[2].state（状态）``, or ``状态`` where the place is a cell."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    fields = Profile.model_fields if len(path) == 1 else _kind(path).model_fields
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    title = fields[last].title if last in fields else None
    if by_cell:
        return title or last
    return f"{written}（{title}）" if title else written
