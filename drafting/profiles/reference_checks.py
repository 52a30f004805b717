"""References and ids of a file, held against its rows as far as they could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafting.profiles.fields import BREAKS, several
from drafting.profiles.references import NAMING, Names
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.tree import Node, Problem, nearest, plain

Path = tuple[str | int, ...]
MOST_GUESSED = 40
"""References for which a near name is looked for: it takes long, and nobody reads so many."""
_REFERRING = (("practices", "by"), ("evidence", "serves"), ("ledger", "project"))


def unresolved(root: Node, what: Callable[[Path], str]) -> Iterator[Problem]:
    """References that lead nowhere, or to things of different kinds.

    A row that is wrong elsewhere still has its name, so that one slip is told once.

    Args:
        root: The file as it was read.
        what: How a path is called.
    """
    names = Names(_named(root))
    told = 0
    for path, name in _references(root):
        found = names.resolve(name)
        in_ledger = path[0] == "ledger"
        if in_ledger:
            found = tuple(one for one in found if one.startswith("projects["))
        if len({one.partition("[")[0] for one in found}) == 1:
            continue
        if found:
            text = f"「{name}」可以指 {'、'.join(_placed(one, root) for one in found)}；写其中一个的编号"
        else:
            near = names.near(name, "projects" if in_ledger else "") if told < MOST_GUESSED else None
            told += 1
            text = f"「{name}」在档案里没有{f'，是不是「{near}」？' if near else '；'}"
            text += (
                "先在「项目」里写明，再在这里引用" if in_ledger else "先在系统、装备、制度等栏目里写明，再在这里引用"
            )
        yield Problem(nearest(root, path).place, what(path), text)


def repeated(root: Node, what: Callable[[Path], str]) -> Iterator[Problem]:
    """Ids that two rows of a section share.

    Args:
        root: The file as it was read.
        what: How a path is called.
    """
    for section, _, kind, many in sections():
        seen: dict[str, int] = {}
        for number, row in _rows(root, section) if many and "id" in kind.model_fields else ():
            name = _text(row.get("id"))
            if name and seen.setdefault(name, number) != number:
                path = (section, number, "id")
                first = nearest(root, (section, seen[name], "id")).place
                yield Problem(nearest(root, path).place, what(path), f"编号「{name}」在{first}已有；换一个")


def _named(root: Node) -> Iterator[tuple[str, dict[str, str]]]:
    for section, _, kind, many in sections():
        for number, row in _rows(root, section) if many else ():
            yield f"{section}[{number}]", {key: _text(row.get(key)) for key in _naming(kind)}


def _naming(kind: type[Row]) -> Iterator[str]:
    return (key for key in NAMING if key in kind.model_fields)


def _rows(root: Node, section: str) -> Iterator[tuple[int, dict[str, Node]]]:
    """The rows of a section that are rows at all, with their numbers."""
    held = root.value.get(section) if isinstance(root.value, dict) else None
    for number, node in enumerate(held.value if held is not None and isinstance(held.value, list) else ()):
        if isinstance(node.value, dict):
            yield number, node.value


def _references(root: Node) -> Iterator[tuple[Path, str]]:
    """Each reference with its path; a question's id, which has a ``#``, is no reference to a row."""
    for section, key in _REFERRING:
        for number, row in _rows(root, section):
            names = (_text(row.get(key)),) if section == "ledger" else _words(row.get(key))
            yield from (((section, number, key), name) for name in names if name and "#" not in name)


def _words(node: Node | None) -> tuple[str, ...]:
    if node is not None and isinstance(node.value, list):
        return tuple(word for one in node.value for word in _lines(_text(one)))
    return several(_text(node))


def _lines(text: str) -> tuple[str, ...]:
    """The words of one entry of a list: parted as several are, but never by 、."""
    return tuple(part.strip() for part in BREAKS.split(text))


def _text(node: Node | None) -> str:
    """A value as text; nothing where it is none."""
    held = None if node is None else plain(node)
    return "" if held is None or isinstance(held, dict | list | bool) else str(held).strip()


def _placed(path: str, root: Node) -> str:
    """A row with its place: ``系统（第 12 行）``."""
    section, _, rest = path.partition("[")
    title = Profile.model_fields[section].title
    return f"{title}（{nearest(root, (section, int(rest.rstrip(']')))).place}）"
