"""The parts of an office file and how they refer to each other.

Source: ECMA-376 part 2 (open packaging conventions).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from corpus.readers.budget import Budget, refusal
from corpus.readers.office.archive import Archive, open_archive
from corpus.readers.office.xml_tree import parse_xml


@dataclass(frozen=True, slots=True)
class Link:
    """A reference from one part to another part of the same file; references to the outside are never followed.

    Attributes:
        id: What the referring part calls it.
        role: The last word of its type: ``styles``, ``worksheet``.
        part: The name of the part that it leads to.
    """

    id: str
    role: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """An office file.

    Attributes:
        archive: Its parts.
        main: The name of the part that holds the document or workbook.
        content: The content type of that part; empty where none is declared.
    """

    archive: Archive
    main: str
    content: str

    @property
    def budget(self) -> Budget:
        """What the reading may still spend."""
        return self.archive.budget

    def tree(self, part: str, ignored: frozenset[str] = frozenset(), hollow: frozenset[str] = frozenset()) -> Element:
        """The XML of a part, less elements that are of no interest (``ignored``) or empty (``hollow``).

        Raises:
            UnreadableError: It is missing or damaged.
        """
        return parse_xml(self.archive.read(part), part, self.budget, ignored, hollow)

    def links(self, part: str) -> tuple[Link, ...]:
        """The references from a part to others that are there."""
        return _links(self.archive, part)

    def linked_tree(self, role: str) -> Element | None:
        """The XML of the part that the main part refers to in a role, or None."""
        part = next((link.part for link in self.links(self.main) if link.role == role), None)
        return None if part is None else self.tree(part)


def open_package(data: bytes, budget: Budget, usual: str) -> Package:
    """Open an office file and find its main part.

    Args:
        data: The file's bytes.
        budget: What the reading may spend.
        usual: The name that the main part has where the file does not say: ``word/document.xml``.

    Raises:
        UnreadableError: It cannot be opened or has no main part.
    """
    archive = open_archive(data, budget)
    main = next((link.part for link in _links(archive, "") if link.role == "officeDocument"), usual)
    if not archive.has(main):
        raise refusal("it holds no document", "Open it in Word or WPS and save it as docx or xlsx")
    return Package(archive, main, _content_type(archive, main))


def _links(archive: Archive, part: str) -> tuple[Link, ...]:
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if not archive.has(listing):
        return ()
    tree = parse_xml(archive.read(listing), listing, archive.budget)
    inside = [one for one in tree.iter("rel:Relationship") if one.get("TargetMode") != "External"]
    read = [
        Link(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], _target(folder, one.get("Target", "")))
        for one in inside
    ]
    return tuple(link for link in read if archive.has(link.part))


def _target(folder: str, target: str) -> str:
    """The part's name that a target leads to, as seen from a folder."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _content_type(archive: Archive, part: str) -> str:
    listing = "[Content_Types].xml"
    if not archive.has(listing):
        return ""
    tree = parse_xml(archive.read(listing), listing, archive.budget)
    names = {
        one.get("PartName", "").lstrip("/").lower(): one.get("ContentType", "") for one in tree.iter("ct:Override")
    }
    return names.get(part.lower(), "")
