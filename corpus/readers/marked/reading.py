"""Markdown: what a reader of the shown page sees, without the marks that make it look so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.readers.budget import Budget
from corpus.readers.composing import Block, TextLine, compose
from corpus.readers.encoding import decode
from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.marked.source import has_marks, prepared, split_front_matter
from corpus.readers.marked.tables import is_table, pipe_table
from corpus.readers.page.blocks import page_blocks
from corpus.readers.page.tree import parse_page

_LEFTOVER = re.compile(r"(?<!\*)\*\*(?!\*)(?=\S)(?=[^*\n]*[\u3400-\u9fffA-Za-z])([^*\n]+?)(?<=\S)\*\*(?!\*)")
"""Bold that the rules of emphasis, made for blanks between words, do not see beside Chinese punctuation."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|[./#?])|[/.]", re.IGNORECASE)
_LONGEST_HEADING = 60
_ENDS_A_SENTENCE = ("。", "；", "！", "？", "：", "，")
_RULES = ("table", "strikethrough")
_MOST_BRACKETS = 20_000
_MOST_LINES = 100_000
_NO_RULES = ("code",)
"""Lines that are indented by four blanks are paragraphs in Chinese texts, not the code of a program."""


@dataclass(slots=True)
class _State:
    """What the walk over the tokens holds: the numbers that wait for their line, and what notes will tell."""

    numbers: list[str] = field(default_factory=list)
    pictures: int = 0
    struck: bool = False

    def numbered(self, text: str) -> str:
        numbers = " ".join(self.numbers)
        self.numbers.clear()
        return f"{numbers} {text}" if numbers else text


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a Markdown file.

    Args:
        data: The file.
        limits: How large, how deep and how long.

    Raises:
        UnreadableError: Its encoding cannot be told, or it is nested too deep or too large.
    """
    decoded = decode(data)
    if not has_marks(decoded.text):
        return Extracted(decoded.text, "md", notes=decoded.notes)
    read = read_marks(decoded.text, limits)
    return Extracted(read.text, "md", read.shape, (*decoded.notes, *read.notes))


def read_marks(source: str, limits: Limits) -> Extracted:
    """The text that a Markdown source shows.

    Raises:
        UnreadableError: It is nested deeper, or it or its tables are larger, than the limits.
    """
    budget = Budget(limits)
    if len(source) > 2 * limits.characters or source.count("\n") > _MOST_LINES:
        raise UnreadableError(
            f"it has more than {_MOST_LINES:,} lines or {2 * limits.characters:,} characters. Split it (请拆分)."
        )
    front, body = split_front_matter(source)
    shown = prepared(body)
    state = _State()
    blocks = list(_Walk(shown, state, budget, limits).blocks())
    title = front.get("title", "")
    notes = []
    if front:
        notes.append("略去文件开头的元数据（front matter）。")
    if title and title not in "".join(block.text for block in blocks if isinstance(block, TextLine)):
        blocks.insert(0, TextLine(title, level=0))
        notes.append(f"正文没有印出标题，取自文件开头的元数据：{title}")
    if state.pictures:
        notes.append(f"文件含图片 {state.pictures} 幅，图中文字未读。")
    if state.struck:
        notes.append("有加删除线的文字，照常读入。")
    text, shape = compose(blocks)
    return Extracted(text, "md", shape, tuple(notes))


def _parser(source: str, depth: int) -> MarkdownIt:
    """The parser for a source; with very many brackets, where looking for links takes for ever, it looks for none."""
    parser = MarkdownIt("commonmark", {"maxNesting": depth}).enable(_RULES).disable(_NO_RULES)
    return parser.disable(("link", "image", "reference")) if source.count("[") > _MOST_BRACKETS else parser


def _tokens(parser: MarkdownIt, source: str, limits: Limits) -> list[Token]:
    """The tokens of a source; a line that only looks like the address of a link stays a line."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    tokens = parser.parse(source, found)
    if any(not _ADDRESS.search(one["href"]) for one in found.get("references", {}).values()):
        tokens = parser.disable("reference").parse(source)
    if any(token.level >= limits.depth - 1 for token in tokens):
        raise UnreadableError(f"its marks are nested deeper than {limits.depth}. Save the text itself (另存为 txt).")
    return tokens


class _Walk:
    """A walk over the tokens of one source."""

    def __init__(self, source: str, state: _State, budget: Budget, limits: Limits) -> None:
        self._lines = source.split("\n")
        self._state = state
        self._budget = budget
        self._limits = limits
        self._parser = _parser(source, limits.depth)
        self._tokens = _tokens(self._parser, source, limits)

    def blocks(self) -> Iterator[Block]:
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            self._budget.check_time()
            if token.map and index and self._blank_before(token.map[0]):
                yield TextLine("")
            if token.type == "table_open":
                yield self._table(token)
                index = next(at for at in range(index, len(self._tokens)) if self._tokens[at].type == "table_close")
            else:
                yield from self._block(token, self._tokens[index - 1] if index else None)
            index += 1

    def _block(self, token: Token, before: Token | None) -> Iterator[Block]:
        if token.type == "list_item_open":
            self._state.numbers.append(f"{token.info}{token.markup}" if token.info else "")
            self._state.numbers = [number for number in self._state.numbers if number]
        elif token.type == "list_item_close" and self._state.numbers:
            yield TextLine(self._state.numbered("").rstrip())
        elif token.type == "inline" and token.map and is_table(self._source(token)):
            yield self._table(token)
        elif token.type == "inline":
            text = self._state.numbered(self._inline(token.children or []))
            yield TextLine(text, level=_level(before, text))
        elif token.type in ("fence", "code_block"):
            yield TextLine(self._state.numbered(token.content))
        elif token.type == "html_block":
            yield from self._html(token.content)

    def _table(self, token: Token) -> Block:
        return pipe_table(self._source(token), self._cell, self._budget)

    def _cell(self, source: str) -> str:
        inline = self._parser.parseInline(source)
        return "\n".join(self._inline(token.children or []) for token in inline)

    def _source(self, token: Token) -> Sequence[str]:
        start, end = token.map or (0, 0)
        return self._lines[start:end]

    def _blank_before(self, line: int) -> bool:
        return 0 < line <= len(self._lines) and not self._lines[line - 1].strip(" \t>")

    def _html(self, content: str) -> Iterator[Block]:
        """What HTML inside Markdown shows: all of it, for nobody puts a site's menu there."""
        if not re.search(r"<\w[^>]*>|[^\s<>]", re.sub(r"<!--.*?-->", "", content, flags=re.DOTALL)):
            return
        page = parse_page(f"<body>{content}", self._limits)
        self._state.pictures += page.pictures
        for block in page_blocks(page.body, self._budget, frozenset()):
            yield block.table if block.table is not None else TextLine(block.text, level=block.level)

    def _inline(self, tokens: Sequence[Token]) -> str:
        pieces: list[str] = []
        for token in tokens:
            if token.type in ("text", "code_inline", "text_special"):
                pieces.append(token.content)
            elif token.type in ("softbreak", "hardbreak") or _BREAK.fullmatch(token.content):
                pieces.append("\n")
            elif token.type == "image":
                self._state.pictures += 1
            self._state.struck = self._state.struck or token.type == "s_open"
        return _LEFTOVER.sub(r"\1", "".join(pieces))


def _level(before: Token | None, text: str) -> int | None:
    """The level of a heading; a sentence above a line of dashes is none, though Markdown makes it one."""
    if before is None or before.type != "heading_open":
        return None
    underlined = before.markup in ("-", "=")
    if underlined and (len(text) > _LONGEST_HEADING or text.rstrip().endswith(_ENDS_A_SENTENCE)):
        return None
    return int(before.tag[1])
