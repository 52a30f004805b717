"""From what was written to a profile, or to one error that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from drafting.generator import DraftingError
from drafting.profiles.references import Names
from drafting.profiles.rows import Misfit
from drafting.profiles.sections import Profile, sections
from drafting.profiles.tree import Draft, Node, Problem, answered, nearest, plain

SHOWN_IN_FULL = 5
MOST_LISTED = 10
_Path = tuple[str | int, ...]


def checked(draft: Draft, name: str) -> Profile:
    """The profile that a file holds.

    Args:
        draft: What was read.
        name: The file's name, for the message.

    Raises:
        DraftingError: Something in it is wrong; the first problems in full, then how many more there are.
    """
    root = answered(draft.root)
    problems = list(draft.problems)
    try:
        profile = Profile.model_validate(plain(root))
    except ValidationError as error:
        problems += _told(error, root, draft.by_cell)
        raise refusal(name, problems, more=max(error.error_count() - SHOWN_IN_FULL, 0)) from error
    problems += [*_repeated(profile, root, draft.by_cell), *_unresolved(profile, root, draft.by_cell)]
    if problems:
        raise refusal(name, problems)
    return profile


def refusal(name: str, problems: Sequence[Problem], more: int = 0) -> DraftingError:
    """One line for all problems of a file, and ``more`` that nobody worded."""
    shown = [str(one) for one in problems[:SHOWN_IN_FULL]]
    said = shown[0] if len(shown) == 1 else "".join(f"（{number}）{one} " for number, one in enumerate(shown, start=1))
    more += len(problems) - len(shown)
    counted = f"另有 {more} 处问题" if more else ""
    return DraftingError(name, f"{said.rstrip()}{' ' if more else ''}{counted}", "改好后再读")


def _told(error: ValidationError, root: Node, by_cell: bool) -> Iterator[Problem]:
    """The first problems in words: a file may hold more than anybody reads."""
    for one in error.errors(include_url=False, include_input=False)[:SHOWN_IN_FULL]:
        path: _Path = one["loc"]
        cause = one.get("ctx", {}).get("error")
        if isinstance(cause, Misfit):
            path = (*path, cause.field)
        node = nearest(root, path)
        text = str(cause) if isinstance(cause, ValueError) else _explained(one["type"], path, by_cell)
        yield Problem(node.place, _what(path, by_cell), text)


def _explained(kind: str, path: _Path, by_cell: bool) -> str:
    if kind == "extra_forbidden":
        return f"不认识的键{_meant(path)}"
    if kind == "missing":
        return "必填，没有填"
    if kind == "literal_error":
        return "只认格式 1"
    if kind == "tuple_type":
        return "要写成列表，每条以 - 开头" if not by_cell else "要写成几条"
    return "要写成「键: 值」" if kind in ("model_type", "model_attributes_type", "dict_type") else f"写法不对（{kind}）"


def _meant(path: _Path) -> str:
    """What an unknown key was probably meant to be: ``，是不是 state（状态）？``."""
    row = _kind(path[:-1])
    titles = {key: field.title or key for key, field in row.model_fields.items()}
    written = str(path[-1])
    by_title = next((key for key, title in titles.items() if title == written), None)
    key = by_title or next(iter(get_close_matches(written, titles, n=1)), None)
    listed = "、".join([*titles][:MOST_LISTED]) + (" 等" if len(titles) > MOST_LISTED else "")
    return f"，是不是 {key}（{titles[key]}）？" if key else f"；这里只有 {listed}"


def _kind(path: _Path) -> type[BaseModel]:
    """The kind of row that a path leads to: the profile itself, or a section's."""
    return next((kind for key, _, kind, _ in sections() if path and key == path[0]), Profile)


def _what(path: _Path, by_cell: bool) -> str:
    """``systems[2].state（状态）``, or ``状态`` where the place is a cell."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    fields = Profile.model_fields if len(path) == 1 else _kind(path).model_fields
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    title = fields[last].title if last in fields else None
    if by_cell:
        return title or last
    return f"{written}（{title}）" if title else written


def _unresolved(profile: Profile, root: Node, by_cell: bool) -> Iterator[Problem]:
    """References that lead nowhere, or to things of different kinds."""
    names = Names(profile)
    told = 0
    for path, name in _references(profile):
        found = names.resolve(name)
        in_ledger = path[0] == "ledger"
        if in_ledger:
            found = tuple(one for one in found if one.startswith("projects["))
        kinds = {one.partition("[")[0] for one in found}
        if len(kinds) == 1:
            continue
        if found:
            text = f"「{name}」可以指 {'、'.join(_placed(one, root) for one in found)}；写其中一个的编号"
        else:
            near = names.near(name, "projects" if in_ledger else "") if told < SHOWN_IN_FULL else None
            text = f"「{name}」在档案里没有{f'，是不是「{near}」？' if near else '；'}"
            text += (
                "先在「项目」里写明，再在这里引用" if in_ledger else "先在系统、装备、制度等栏目里写明，再在这里引用"
            )
        told += 1
        yield Problem(nearest(root, path).place, _what(path, by_cell), text)


def _placed(path: str, root: Node) -> str:
    """A row with its place: ``系统（第 12 行）``."""
    section, _, rest = path.partition("[")
    title = Profile.model_fields[section].title
    return f"{title}（{nearest(root, (section, int(rest.rstrip(']')))).place}）"


def _references(profile: Profile) -> Iterator[tuple[_Path, str]]:
    """Each reference with its path; a question's id, which has a ``#``, is no reference to a row."""
    for number, practice in enumerate(profile.practices):
        yield from ((("practices", number, "by"), name) for name in practice.by)
    for number, held in enumerate(profile.evidence):
        yield from ((("evidence", number, "serves"), name) for name in held.serves if "#" not in name)
    for number, spent in enumerate(profile.ledger):
        yield ("ledger", number, "project"), spent.project


def _repeated(profile: Profile, root: Node, by_cell: bool) -> Iterator[Problem]:
    """Ids that two rows of a section share."""
    for section, _, kind, many in sections():
        if not many or "id" not in kind.model_fields:
            continue
        seen: dict[str, int] = {}
        for number, row in enumerate(getattr(profile, section)):
            if row.id is not None and seen.setdefault(row.id, number) != number:
                path = (section, number, "id")
                first = nearest(root, (section, seen[row.id], "id")).place
                yield Problem(nearest(root, path).place, _what(path, by_cell), f"编号「{row.id}」在{first}已有；换一个")
