"""Which blocks of a page are the document's and which are the site's around it; where that is unsure, they are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.readers.page.blocks import PageBlock
from corpus.readers.page.tables import holds_data
from corpus.readers.page.tree import Node, Run
from corpus.readers.page.words import is_control, is_hosts, is_owners, speaks_of_a_document

_AROUND = re.compile(
    r"(?<![a-z])(?:\w*nav(?:bar|igation|i)?|menu\w*|\w*foot(?:er)?|copyright|bd?share\w*|\w*share|sidebar|side|aside|"
    r"breadcrumbs?|crumbs?|\w*toolbar|related|recommend\w*|friend-?links?|qrcode|ewm|search\w*|login|pagination|pager|"
    r"font-?size|hot|rank|wza|banner|\w*header|top(?:bar|nav)?|comments?|contentinfo|navigation|complementary)(?![a-z])"
)
_AROUND_TAGS = frozenset(("nav", "footer", "aside", "header"))
_CORE_SHARE = 0.6
_SENTENCE = re.compile(r"[，。；：、]")
_ATTACHED = re.compile(
    r"\s*(?:\d+[.、．]?\s*)?(?:附\s*[件表录]|相关附件|.*\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)\s*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of a page, parted.

    Attributes:
        kept: What is of the document, in order.
        left_out: What is of the site.
    """

    kept: tuple[PageBlock, ...]
    left_out: tuple[PageBlock, ...]


def part(body: Node, blocks: Sequence[PageBlock]) -> Content:
    """Parts the blocks of a page; a page that would keep nothing keeps everything."""
    around = _around(body)
    core = _core(body, around)
    left_out = []
    for block, in_list in zip(blocks, _in_link_lists(blocks), strict=True):
        inside = set(map(id, block.within))
        beside = bool(inside & around)
        if _stray(block, in_list or beside) if id(core) in inside else _of_the_site(block, beside):
            left_out.append(block)
    gone = set(map(id, left_out))
    kept = tuple(block for block in blocks if id(block) not in gone)
    if not any(speaks_of_a_document(block.text) or len(block.text) > 20 for block in kept):
        return Content(tuple(blocks), ())
    return Content(kept, tuple(left_out))


def hidden_but_read(body: Node) -> frozenset[int]:
    """By ``id()``, the hidden blocks with more text than all that is shown: pages that a script reveals once loaded."""
    hidden = [(node, sum(len(run.text.strip()) for run in node.runs())) for node in _hidden(body)]
    if not hidden:
        return frozenset()
    shown = sum(len(run.text.strip()) for run in body.runs()) - sum(size for _, size in hidden)
    return frozenset(id(node) for node, size in hidden if size > shown)


def characters(blocks: Sequence[PageBlock]) -> int:
    """How many characters stand in blocks, blanks not counted."""
    return sum(len("".join(block.text.split())) for block in blocks)


def _hidden(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            if child.hidden:
                yield child
            else:
                yield from _hidden(child)


def _around(body: Node) -> frozenset[int]:
    """By ``id()``, the blocks named as what stands around a document, unless most of the page stands in one."""
    masses: dict[int, int] = {}
    whole = _weigh(body, masses, frozenset())
    return frozenset(id(node) for node in _nodes(body) if _named_around(node) and masses[id(node)] * 2 <= whole)


def _core(body: Node, around: frozenset[int]) -> Node:
    """The smallest block that holds most sentences of the page, those of what stands around not counted."""
    masses: dict[int, int] = {}
    mass = _weigh(body, masses, around)
    core = body
    while mass:
        inner = [child for child in core.children if isinstance(child, Node)]
        largest = max(inner, key=lambda node: masses.get(id(node), 0), default=None)
        if largest is None or largest.tag in ("p", "li") or (largest.tag == "table" and holds_data(largest)):
            return core
        if masses.get(id(largest), 0) < _CORE_SHARE * mass:
            return core
        core = largest
    return core


def _nodes(node: Node) -> Iterator[Node]:
    todo = [node]
    while todo:
        one = todo.pop()
        yield one
        todo.extend(child for child in one.children if isinstance(child, Node))


def _weigh(node: Node, masses: dict[int, int], skipped: frozenset[int]) -> int:
    """Puts down how many characters of sentences stand in each block; gives those of the first."""
    mass = 0
    for child in node.children:
        if isinstance(child, Run):
            mass += len(child.text.strip()) if not child.linked and _said(child) else 0
        elif id(child) not in skipped:
            mass += _weigh(child, masses, skipped)
    masses[id(node)] = mass
    return mass


def _said(run: Run) -> bool:
    return len(run.text.strip()) >= 8 or _SENTENCE.search(run.text) is not None


def _of_the_site(block: PageBlock, beside: bool) -> bool:
    """Of a block outside the core: whether it belongs to the site rather than to the document's head or end."""
    if is_control(block.text) or is_owners(block.text) or is_hosts(block.text):
        return True
    if _ATTACHED.match(block.text) or block.level in (1, 2):
        return False
    return _share(block) >= 0.6 or (beside and not speaks_of_a_document(block.text))


def _stray(block: PageBlock, elsewhere: bool) -> bool:
    """Of a block inside the core: whether it is surely no part of the document."""
    owners = is_owners(block.text) and not speaks_of_a_document(block.text)
    if block.table is None and (owners or is_control(block.text)):
        return True
    return elsewhere and _share(block) >= 0.8 and not _ATTACHED.match(block.text)


def _in_link_lists(blocks: Sequence[PageBlock]) -> list[bool]:
    """Which blocks stand in a row of three or more that lead elsewhere."""
    linked = [block.table is None and _share(block) >= 0.8 for block in blocks]
    found = [False] * len(blocks)
    start = 0
    for index in range(len(blocks) + 1):
        if index < len(blocks) and linked[index]:
            continue
        if index - start >= 3:
            found[start:index] = [True] * (index - start)
        start = index + 1
    return found


def _named_around(node: Node) -> bool:
    """Whether a block is named as what stands around a document: a menu, a foot, a list of what is popular."""
    if node.tag in ("html", "body"):
        return False
    return node.tag in _AROUND_TAGS or _AROUND.search(node.hints) is not None


def _share(block: PageBlock) -> float:
    size = len("".join(block.text.split()))
    return block.linked / size if size else 0.0
