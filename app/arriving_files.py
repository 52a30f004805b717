"""Files on their way into the library: named on the command line or found in folders, or uploaded as bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus.readers.limits import Limits
from corpus.readers.opening import file_bytes
from corpus.readers.unseen import seen


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that lies on no disk.

    Attributes:
        called: Its name, as the person's machine has it; folders before it do not count.
        data: Its bytes.
    """

    called: str
    data: bytes

    @property
    def name(self) -> str:
        """Its name without folders."""
        return PurePath(self.called.replace("\\", "/")).name

    @property
    def shown(self) -> str:
        """What a person knows it by."""
        return seen(self.name)

    def content(self, limits: Limits) -> bytes:
        """Its bytes; the reader holds the limits."""
        return self.data


@dataclass(frozen=True, slots=True)
class FileOnDisk:
    """A file of the disk, read when its turn comes.

    Attributes:
        path: Where it lies.
    """

    path: Path

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.path.name

    @property
    def shown(self) -> str:
        """What a person knows it by: its path as it was given or found."""
        return seen(str(self.path))

    def content(self, limits: Limits) -> bytes:
        """Its bytes.

        Raises:
            UnreadableError: It is missing, no file, empty, too large, or may not be read.
        """
        return file_bytes(self.path, limits)


ArrivingFile = UploadedFile | FileOnDisk


def files_in(paths: Sequence[Path], told: Callable[[str], None]) -> tuple[Path, ...]:
    """The files that paths name, each once; of a folder, all within it, in the order of their names.

    Hidden files and those that an office program leaves while it has one open are no documents.

    Args:
        paths: Files and folders.
        told: Told what was passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        for inner in sorted(path.rglob("*"), key=lambda one: one.relative_to(path).parts):
            names = inner.relative_to(path).parts
            if not inner.is_file():
                continue
            if any(name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini", "__MACOSX") for name in names):
                told(f"略过 {seen(str(inner))}（隐藏文件或临时文件）")
                continue
            found[inner] = None
    return tuple(found)
