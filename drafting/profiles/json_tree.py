"""JSON as a tree of what was written, with the line of every value."""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from drafting.profiles.tree import DEEPEST, MOST_VALUES, Draft, Node, Problem, Scalar

_BLANK = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(
    r"(?P<number>-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?(?:[eE][-+]?\d{1,3})?)(?![\w.])|(?P<word>true|false|null)\b"
)
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}


def read_json(text: str) -> Draft:
    """Read a JSON text.

    Raises:
        ValueError: The text is no JSON; the message says where.
    """
    reader = _Reader(text)
    try:
        root, end = reader.value(reader.skip(0), 0)
        end = reader.skip(end)
        if end != len(text):
            raise JSONDecodeError("后面还有多余的内容", text, end)
    except JSONDecodeError as error:
        reason = "引号、逗号或括号不配对" if error.msg.isascii() else error.msg
        raise ValueError(f"第 {error.lineno} 行：JSON 写法不通（{reason}）") from error
    return Draft(root, tuple(reader.problems))


class _Reader:
    """Reads values one after the other from a text."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._values = 0
        self._line, self._counted = 1, 0

    def skip(self, at: int) -> int:
        """The next place that is not blank."""
        found = _BLANK.match(self._text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        """The value that begins at a place, and where it ends."""
        place = self._place(at)
        self._values += 1
        if self._values > MOST_VALUES:
            raise JSONDecodeError(f"内容超过 {MOST_VALUES} 项，不像一份档案", self._text, at)
        sign = self._text[at : at + 1]
        if sign in ("{", "["):
            if depth >= DEEPEST:
                raise JSONDecodeError(f"嵌套超过 {DEEPEST} 层", self._text, at)
            return self._mapping(at, depth, place) if sign == "{" else self._list(at, depth, place)
        if sign == '"':
            string, end = scanstring(self._text, at + 1, True)
            return Node(string, place), end
        found = _PLAIN.match(self._text, at)
        if not found:
            raise JSONDecodeError("", self._text, at)
        written = found[0]
        if found["word"]:
            return Node(_WORDS[written], place), found.end()
        return Node(int(written) if written.lstrip("-").isdigit() else float(written), place), found.end()

    def _mapping(self, at: int, depth: int, place: str) -> tuple[Node, int]:
        mapped: dict[str, Node] = {}
        at = self.skip(at + 1)
        while self._text[at : at + 1] != "}":
            key_place = self._place(at)
            if self._text[at : at + 1] != '"':
                raise JSONDecodeError("", self._text, at)
            key, at = scanstring(self._text, at + 1, True)
            at = self._expect(self.skip(at), ":")
            node, at = self.value(self.skip(at), depth + 1)
            if key in mapped:
                self.problems.append(Problem(key_place, key, f"这个键写了两遍，{mapped[key].place}已有；留一个"))
            else:
                mapped[key] = Node(node.value, key_place)
            at = self._after_item(at, "}")
        return Node(mapped, place), at + 1

    def _list(self, at: int, depth: int, place: str) -> tuple[Node, int]:
        listed: list[Node] = []
        at = self.skip(at + 1)
        while self._text[at : at + 1] != "]":
            node, at = self.value(at, depth + 1)
            listed.append(node)
            at = self._after_item(at, "]")
        return Node(listed, place), at + 1

    def _after_item(self, at: int, closing: str) -> int:
        """Where the next item begins, or the closing bracket stands."""
        at = self.skip(at)
        if self._text[at : at + 1] == closing:
            return at
        at = self.skip(self._expect(at, ","))
        if self._text[at : at + 1] == closing:
            raise JSONDecodeError("最后一项后面多了逗号", self._text, at)
        return at

    def _expect(self, at: int, sign: str) -> int:
        if self._text[at : at + 1] != sign:
            raise JSONDecodeError("", self._text, at)
        return at + 1

    def _place(self, at: int) -> str:
        """The line of a place; places are asked for in order, so that each line is counted once."""
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return f"第 {self._line} 行"
