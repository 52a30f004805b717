"""Which reader a file gets: told by its content, checked against its name."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from corpus.readers.content_kind import Kind, content_kind, has_tags
from corpus.readers.damage import judge
from corpus.readers.extracted import Extracted, Format, Reader, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.unseen import seen, without_unseen

_SUFFIXES: dict[str, Format] = {
    "txt": "txt", "text": "txt",
    "md": "md", "markdown": "md",
    "html": "html", "htm": "html", "shtml": "html", "xhtml": "html",
    "docx": "docx", "docm": "docx", "dotx": "docx",
    "xlsx": "xlsx", "xlsm": "xlsx", "xltx": "xlsx",
    "pdf": "pdf",
}  # fmt: skip
_AS_DOCX = "Open it in Word or WPS and save it as .docx (另存为 docx)"
_AS_XLSX = "Open it in Excel or WPS and save it as .xlsx (另存为 xlsx)"
_AS_PDF = "Open it in the program that made it and save it as PDF or .docx (另存为 PDF 或 docx)"
_REFUSED: dict[str, tuple[str, str]] = {
    "doc": ("a Word 97 document", _AS_DOCX), "dot": ("a Word 97 template", _AS_DOCX),
    "wps": ("a WPS document", _AS_DOCX),
    "xls": ("an Excel 97 workbook", _AS_XLSX), "et": ("a WPS workbook", _AS_XLSX),
    "csv": ("a table of separated values", _AS_XLSX),
    "ppt": ("a presentation", _AS_PDF), "pptx": ("a presentation", _AS_PDF),
    "ofd": ("an OFD document", _AS_PDF), "ceb": ("a CEB document", _AS_PDF), "odt": ("an OpenDocument text", _AS_DOCX),
    "ods": ("an OpenDocument workbook", _AS_XLSX), "rtf": ("a rich text (RTF)", _AS_DOCX),
    "mht": ("a web archive (MHTML)", "Save the page as HTML only (另存为 “网页，仅 HTML”)"),
    "mhtml": ("a web archive (MHTML)", "Save the page as HTML only (另存为 “网页，仅 HTML”)"),
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tar"), ("an archive", "Unpack it and give what is in it (请先解压)")),
    **dict.fromkeys(
        ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic"),
        ("a picture", "Give a text, or a PDF of the scan if Tesseract is installed (请提供文字版或 PDF)"),
    ),
}  # fmt: skip
_REFUSED_KINDS: dict[Kind, tuple[str, str]] = {
    "office-97": ("a Word or Excel 97 document (.doc, .xls, .wps)", f"{_AS_DOCX}, or as .xlsx"),
    "encrypted": ("protected by a password", "Open it with the password and save it without one (取消密码后另存)"),
    "word-xml": ("a Word 2003 XML document", _AS_DOCX),
    "opendocument": ("an OpenDocument file", f"{_AS_DOCX}, or as .xlsx"),
    "pptx": _REFUSED["pptx"], "ofd": _REFUSED["ofd"], "rtf": _REFUSED["rtf"], "mhtml": _REFUSED["mht"],
    "zip": _REFUSED["zip"], "archive": _REFUSED["zip"], "image": _REFUSED["png"],
    "other": ("a program or a database", "Give a docx, pdf, html, xlsx, md or txt file"),
}  # fmt: skip
_SAID: dict[Format, str] = {
    "txt": "a text", "md": "a Markdown text", "html": "a page of HTML",
    "docx": "a Word document (docx)", "xlsx": "a workbook (xlsx)", "pdf": "a PDF",
}  # fmt: skip
_SUFFIX = re.compile(r"\.([a-z0-9]{1,8})$")


def read_file(path: Path, limits: Limits | None = None) -> Extracted:
    """A file's text, shape and notes, by the reader of its kind.

    Args:
        path: The file; its content decides how it is read, and its name must agree.
        limits: How large it and what is taken out of it may be; the defaults of ``Limits`` where none are given.

    Raises:
        UnreadableError: It is missing, empty, too large, damaged, of a kind that is not read, not what its name says,
            or without any text. The message names the file, the problem and the remedy.
    """
    return read_data(path.name, file_bytes(path, limits), limits)


def read_data(name: str, data: bytes, limits: Limits | None = None) -> Extracted:
    """As ``read_file``, of bytes that were read from a file of that name."""
    held = limits if limits is not None else Limits()
    try:
        kind = _format_of(name, data)
        return _checked(reader_of(kind)(data, held), held)
    except UnreadableError as error:
        raise UnreadableError(f"{seen(name)}: {seen(str(error))}") from error


def reader_of(kind: Format) -> Reader:
    """The reader of one kind of file; its libraries are loaded only when it is asked for."""
    if kind == "txt":
        from corpus.readers.plain_text import read as read_txt

        return read_txt
    if kind == "md":
        from corpus.readers.marked.reading import read as read_md

        return read_md
    if kind == "html":
        from corpus.readers.page.reading import read as read_html

        return read_html
    if kind == "docx":
        from corpus.readers.word.reading import read as read_docx

        return read_docx
    if kind == "xlsx":
        from corpus.readers.workbook.reading import read as read_xlsx

        return read_xlsx
    from corpus.readers.pdf_file.reading import read as read_pdf

    return read_pdf


def file_bytes(path: Path, limits: Limits | None = None) -> bytes:
    """What stands in a file.

    Raises:
        UnreadableError: It is missing, no file, empty, larger than the limit, or may not be read.
    """
    most = (limits if limits is not None else Limits()).file_bytes
    name = seen(path.name)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableError(f"{name}: it is not a file. Give the path of a document.")
        if about.st_size > most:
            raise UnreadableError(f"{name}: it has {about.st_size:,} bytes, the limit is {most:,}. Split it (请拆分).")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableError(f"{name}: it does not exist. Check the path.") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{name}: it cannot be opened ({error}). Check its permissions.") from error
    if len(data) > most:
        raise UnreadableError(f"{name}: it grows beyond {most:,} bytes while read. Try again later.")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError(f"{name}: it is empty. Give the document itself (文件为空).")
    return data


def _format_of(name: str, data: bytes) -> Format:
    """The format that content and name agree on."""
    kind = content_kind(data)
    found = _SUFFIX.search(name.lower())
    suffix = found[1] if found else ""
    claimed = _SUFFIXES.get(suffix)
    if claimed in ("docx", "xlsx") and kind == "zip":
        return claimed  # damaged or of strange members: its own reader says what is wrong with it
    if kind in _REFUSED_KINDS and not (kind == "office-97" and suffix in _REFUSED):
        what, remedy = _REFUSED_KINDS[kind]
        claim = f"it is called .{suffix} but is" if claimed else "it is"
        raise UnreadableError(f"{claim} {what}. {remedy}.")
    if suffix in _REFUSED:
        what, remedy = _REFUSED[suffix]
        raise UnreadableError(f"it is called .{suffix}, {what}. {remedy}.")
    if suffix and claimed is None:
        raise UnreadableError(f"a file called .{suffix} is not read. Give a docx, pdf, html, xlsx, md or txt file.")
    format_found: Format = "txt" if kind == "text" else kind  # type: ignore[assignment]  # the others are refused
    if claimed is None or claimed == format_found:
        return format_found
    if format_found == "txt" and (claimed == "md" or (claimed == "html" and has_tags(data))):
        return claimed
    raise UnreadableError(
        f"it is called .{suffix}, {_SAID[claimed]}, but its content is {_SAID[format_found]}. "
        f"Correct the file's name, or save it again as .{suffix} (文件名与内容不符)."
    )


def _checked(read: Extracted, limits: Limits) -> Extracted:
    """What any reader gives, held to what every stored text keeps: seen signs alone, no damage, not too long."""
    shown = without_unseen(read)
    if not shown.text.strip():
        raise UnreadableError("there is no text in it. Give a file whose text can be selected (未读到文字).")
    if len(shown.text) > limits.characters:
        raise UnreadableError(
            f"its text has {len(shown.text):,} characters, the limit is {limits.characters:,}. Split it (请拆分)."
        )
    verdict = judge(read.text)
    if verdict.reason is not None:
        raise UnreadableError(verdict.reason)
    return Extracted(shown.text, shown.format, shown.shape, tuple(map(seen, (*shown.notes, *verdict.notes))))
