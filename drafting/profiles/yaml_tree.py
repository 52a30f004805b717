"""YAML as a tree of what was written: the layer's one contact with the YAML library.

Scalars stay the text that was typed, so that ``1.10``, ``2021-05`` and ``NO`` mean what they say; the schema turns them
into numbers, dates and truth. Anchors, aliases and tags are refused: a profile has no use for them, a bomb has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from drafting.profiles.tree import DEEPEST, MOST_VALUES, Draft, Node, Problem

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class NotYaml(ValueError):
    """A text cannot be read as YAML; the message says where and why."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    place: str
    listed: list[Node] | None = None
    mapped: dict[str, Node] = field(default_factory=dict)
    key: str | None = None
    key_place: str = ""


def read_yaml(text: str) -> Draft:
    """Read one YAML document.

    Raises:
        NotYaml: The text is no YAML, or uses what a profile must not.
    """
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NotYaml(f"第 {line} 行：YAML 写法不通（{_hint(error.problem or '')}）") from error
    except yaml.YAMLError as error:
        raise NotYaml(f"不是 YAML 文本（{' '.join(str(error).split())[:80]}）") from error
    if builder.root is None:
        raise NotYaml("文件是空的")
    return Draft(builder.root, tuple(builder.problems))


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _hint(problem: str) -> str:
    if "tab" in problem or "cannot start any token" in problem:
        return "缩进只能用空格；以 @、`、% 等符号开头的文字要加引号"
    if "mapping values" in problem or "expected" in problem or "could not find" in problem:
        return "看缩进是否对齐、冒号后有没有空格、含冒号的文字有没有加引号"
    return problem[:80]


class _Builder:
    """Builds the tree event by event, so that no depth of nesting is a depth of calls."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        place = f"第 {event.start_mark.line + 1 if event.start_mark else 1} 行"
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise NotYaml(f"{place}：一个文件只能有一份档案（有第二个 ---）")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotYaml(f"{place}：不能用 & 和 * 引用；以它们开头的文字要加引号")
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._start(event, place)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = self._open.pop()
            self._put(Node(done.mapped if done.listed is None else done.listed, done.place))
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, place)

    def _start(self, event: yaml.CollectionStartEvent, place: str) -> None:
        if event.tag:
            raise NotYaml(f"{place}：不能用标记 {event.tag[:40]}")
        if len(self._open) >= DEEPEST:
            raise NotYaml(f"{place}：嵌套超过 {DEEPEST} 层")
        if self._open and self._open[-1].listed is None and self._open[-1].key is None:
            raise NotYaml(f"{place}：键要写成文字")
        self._open.append(_Open(place, [] if isinstance(event, yaml.SequenceStartEvent) else None))

    def _scalar(self, event: yaml.ScalarEvent, place: str) -> None:
        if event.tag:
            raise NotYaml(f"{place}：不能用标记 {event.tag[:40]}")
        inside = self._open[-1] if self._open else None
        if inside and inside.listed is None and inside.key is None:
            inside.key, inside.key_place = event.value, place
            return
        blank = event.implicit[0] and event.value in _NULLS
        self._put(Node(None if blank else event.value, place))

    def _put(self, node: Node) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            raise NotYaml(f"{node.place}：内容超过 {MOST_VALUES} 项，不像一份档案")
        if not self._open:
            self.root = node
            return
        inside = self._open[-1]
        if inside.listed is not None:
            inside.listed.append(node)
            return
        key, inside.key = inside.key or "", None
        if key in inside.mapped:
            first = inside.mapped[key].place
            self.problems.append(Problem(inside.key_place, key, f"这个键写了两遍，{first}已有；留一个"))
        else:
            inside.mapped[key] = Node(node.value, inside.key_place)
