"""XML of office files as trees with short names: no DTD, no entities, nothing fetched, depth and size bounded.

Names get the prefixes that the standard prints (``w:p``, ``x:row``), whatever prefixes the file uses; the namespaces of
the strict and of the transitional variant get the same prefix.

Source: ECMA-376 part 1 (names), part 3 (markup compatibility), part 4 (transitional).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from corpus.readers.budget import Budget, refusal

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_DRAWING = "drawingml/2006/"
_PREFIXES = {
    f"{_TRANSITIONAL}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_TRANSITIONAL}spreadsheetml/2006/main": "x",
    f"{_STRICT}spreadsheetml/main": "x",
    f"{_TRANSITIONAL}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_TRANSITIONAL}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_TRANSITIONAL}{_DRAWING}main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_TRANSITIONAL}{_DRAWING}picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_TRANSITIONAL}package/2006/relationships": "rel",
    f"{_TRANSITIONAL}package/2006/content-types": "ct",
    f"{_TRANSITIONAL}markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_TIME_EVERY = 4096
_REMEDY = "Open it in Word or WPS and save it again"


class _Builder:
    """Builds the tree while it counts.

    Elements in ``ignored`` are left out with all that is in them, elements in ``hollow`` where nothing is in them:
    those wait in ``_waiting`` until something is.
    """

    def __init__(self, part: str, budget: Budget, ignored: frozenset[str], hollow: frozenset[str]) -> None:
        self._part, self._budget, self._ignored, self._hollow = part, budget, ignored, hollow
        self._waiting: list[tuple[str, dict[str, str]]] = []
        self._tree = TreeBuilder()
        self._names: dict[str, str] = {}
        self._depth = self._count = self._ended = self._skipping = 0

    def parse(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise refusal(f"its part {self._part} is not well-formed XML", _REMEDY) from None
        return self._tree.close()

    def _doctype(self, *_: object) -> None:
        raise refusal(f"its part {self._part} declares a DTD, which office files never do", _REMEDY)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._budget.limits.depth:
            raise refusal(f"its part {self._part} is nested deeper than {self._budget.limits.depth}", _REMEDY)
        short = self._short(name)
        if self._skipping or short in self._ignored:
            self._skipping += 1
            return
        kept = {self._short(key): value for key, value in attributes.items() if "rsid" not in key}
        self._waiting.append((short, kept))
        if short not in self._hollow:
            self._settle()

    def _settle(self) -> None:
        """Put the elements that waited into the tree."""
        for name, attributes in self._waiting:
            self._tree.start(name, attributes)
            self._count += 1
        self._waiting.clear()
        if self._count > self._budget.limits.characters:
            raise refusal(f"its part {self._part} has too many elements", "Split it into parts")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
        elif self._waiting:
            self._waiting.pop()
        else:
            self._tree.end(self._short(name))
        self._ended += 1
        if self._ended % _TIME_EVERY == 0:
            self._budget.check_time()

    def _data(self, data: str) -> None:
        if not self._skipping and not self._waiting:
            self._tree.data(data)

    def _short(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = f"{_PREFIXES.get(space, 'other')}:{local}" if space else local
            self._names[name] = known
        return known


def parse_xml(
    data: bytes,
    part: str,
    budget: Budget,
    ignored: frozenset[str] = frozenset(),
    hollow: frozenset[str] = frozenset(),
) -> Element:
    """The tree of a part.

    Args:
        data: The part's bytes.
        part: Its name, for messages.
        budget: What the reading may still spend.
        ignored: Short names of elements that are left out with their content.
        hollow: Short names of elements that are left out where they hold no element.

    Raises:
        UnreadableError: It is not well-formed, declares a DTD, or breaks a limit.
    """
    return _Builder(part, budget, ignored, hollow).parse(data)


def descendants(root: Element, without: frozenset[str] = frozenset()) -> Iterator[Element]:
    """Every element below, in document order; those in ``without`` are left out with all below them."""
    waiting = list(reversed(root))
    while waiting:
        node = waiting.pop()
        if node.tag in without:
            continue
        yield node
        waiting.extend(reversed(node))


def below(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, its first child of the second name, and so on; None where one is absent."""
    for name in names:
        element = None if element is None else element.find(name)
    return element


def whole(value: str | None, otherwise: int) -> int:
    """An attribute that is a whole number of a usual size; ``otherwise`` where it is absent or is none."""
    if value is None or len(value) > 10 or not value.strip().lstrip("+-").isascii():
        return otherwise
    try:
        return int(value)
    except ValueError:
        return otherwise


def switched_on(element: Element | None, attribute: str = "w:val") -> bool | None:
    """A property that is on, off, or (None) not spoken of."""
    return None if element is None else element.get(attribute, "true").lower() not in ("0", "false", "off")
