"""An office file's archive, opened without trust: nothing is written to disk, every size is bounded before it is read.

Source: PKWARE APPNOTE 6.3 (zip); ECMA-376 part 2 (part names are compared without regard to case).
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from corpus.readers.budget import Budget, refusal

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL_PART = 1024 * 1024
_ENCRYPTED = 0x1
_SAVE_AGAIN = "Open it in Word or WPS and save it again"
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)
"""What the standard library raises on archives that are cut short or were tampered with."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of an opened archive, by name.

    Attributes:
        budget: What the reading may still spend.
        parts: Each part by its name in lower case, without a leading slash.
        repeated: Names that stand twice: programs differ in which they would show.
        file: The open archive.
    """

    budget: Budget
    parts: Mapping[str, zipfile.ZipInfo]
    repeated: frozenset[str]
    file: zipfile.ZipFile

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self.parts

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            UnreadableError: It is absent, damaged, or there twice.
        """
        part = self.parts.get(name.lower())
        if part is None:
            raise refusal(f"its part {name} is missing", _SAVE_AGAIN)
        if name.lower() in self.repeated:
            raise refusal(f"its part {name} is there twice", _SAVE_AGAIN)
        self.budget.check_time()
        try:
            with self.file.open(part) as opened:
                data = opened.read(part.file_size + 1)
        except _BROKEN:
            raise refusal(f"its part {name} is damaged", _SAVE_AGAIN) from None
        self.budget.spend_bytes(len(data))
        return data


def open_archive(data: bytes, budget: Budget) -> Archive:
    """Open the bytes of an office file after all that its directory declares was checked.

    Raises:
        UnreadableError: It is no archive, is cut short, encrypted, too large, or names its parts in a way that leads
            out of it.
    """
    if data.startswith(_OLD_OFFICE):
        raise refusal(
            "it is protected by a password or is of Office 97-2003",
            "Save it without a password in the newer format (docx, xlsx)",
        )
    if len(data) > budget.limits.file_bytes:
        raise refusal(f"it is larger than {budget.limits.file_bytes:,} bytes", "Split it into parts")
    try:
        file = zipfile.ZipFile(BytesIO(data))
        infos = file.infolist()
    except _BROKEN:
        raise refusal("it is cut short or damaged", _SAVE_AGAIN) from None
    _check_directory(infos, budget)
    names = [info.filename.lower() for info in infos]
    repeated = frozenset(name for name, count in Counter(names).items() if count > 1)
    return Archive(budget, dict(zip(names, infos, strict=True)), repeated, file)


def _check_directory(infos: list[zipfile.ZipInfo], budget: Budget) -> None:
    """Refuse what no office program writes, from the directory alone."""
    limits = budget.limits
    if len(infos) > limits.parts:
        raise refusal(f"it has more than {limits.parts:,} parts", _SAVE_AGAIN)
    if sum(info.file_size for info in infos) > limits.unpacked_bytes:
        raise refusal(f"it unpacks to more than {limits.unpacked_bytes:,} bytes", "Split it into parts")
    for info in infos:
        name = info.orig_filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or "\0" in name:
            raise refusal("the name of a part leads out of the archive", _SAVE_AGAIN)
        if info.flag_bits & _ENCRYPTED:
            raise refusal("it is protected by a password", "Save it without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refusal("it is packed in a way that office programs do not use", _SAVE_AGAIN)
        if info.file_size > _SMALL_PART and info.file_size > limits.unpack_ratio * max(info.compress_size, 1):
            raise refusal(f"a part unpacks to more than {limits.unpack_ratio} times its packed size", _SAVE_AGAIN)
