"""The bundled weights with the part of their vocabulary that this product's texts are written in.

Two thirds of the model's numbers are its vocabulary: 262,144 pieces of words of all languages, each of which is
weighed for every word that it writes. Chinese texts of this field use a sixth of them. A file with these alone writes
the same words in about three fifths of the time and holds 150 MB less in memory. Rows of the vocabulary are copied
as they are; nothing is trained or rounded again. Text of other pieces still reads and writes, letter by letter.

The file is made once on the machine that uses it, from weights whose hash was checked, and is never handed on.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFReader, GGUFValueType, GGUFWriter

from drafting.made_once import made_once

RULE = 1
"""Raised when the rule of what is kept changes, so that a file of the former rule is not taken."""

_EMBEDDINGS = "token_embd.weight"
_TOKENS = "tokenizer.ggml.tokens"
_SCORES = "tokenizer.ggml.scores"
_TYPES = "tokenizer.ggml.token_type"
_ARCHITECTURE = "general.architecture"
_ORDINARY = 1
_BLANK = "▁"
_RESERVED = re.compile(r"<unused\d+>")
_OTHER_SCRIPTS = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u3040-\u30ff]")
_SIGNS = str.maketrans("", "", "▁—·")
"""Blanks, and two signs of Chinese texts whose codes differ from those that GB 2312 is commonly read with."""
_LATIN = re.compile(r"[A-Za-z]")
_SHORT_OR_CAPITALS = re.compile(rf"{_BLANK}?(?:[A-Za-z0-9]{{1,3}}|[A-Z]{{1,8}}|[^A-Za-z]*[A-Za-z][^A-Za-z]*)")


def is_kept(token: str, kind: int) -> bool:
    """Whether a piece of the vocabulary is one that texts of this field are written with.

    Kept are the characters of GB 2312 with every piece made of them, each single Chinese character, abbreviations and
    short pieces of Latin words, and what is no word: control marks, line breaks and single bytes.

    Args:
        token: The piece; a blank is written ``▁``.
        kind: The number that says what kind of piece it is; 1 is ordinary.

    >>> [is_kept(one, 1) for one in ("能源", "▁MES", "рус", "▁because")]
    [True, True, False, False]
    """
    if kind != _ORDINARY:
        return _RESERVED.fullmatch(token) is None
    if len(token) == 1 and "\u4e00" <= token <= "\u9fff":
        return True
    if _OTHER_SCRIPTS.search(token) or not _in_gb2312(token.translate(_SIGNS)):
        return False
    return _LATIN.search(token) is None or _SHORT_OR_CAPITALS.fullmatch(token) is not None


class _PlainReader(GGUFReader):  # type: ignore[misc]
    """Reads through plain arrays: views of a mapped file, of which it makes millions, are several times slower."""

    @property
    def data(self) -> np.ndarray[Any, Any]:
        """The bytes of the file."""
        return self._plain

    @data.setter
    def data(self, mapped: np.ndarray[Any, Any]) -> None:
        self._plain = mapped.view(np.ndarray)


def slim_weights(full: Path) -> Path:
    """The slim file beside the full one, made where it is not there yet.

    Args:
        full: The checked weights; they are only read.

    Returns:
        The path of the slim file.

    Raises:
        DraftingError: It cannot be written, or another process took too long over it.
    """
    target = full.with_name(f"{full.stem}.zh{RULE}{full.suffix}")
    return made_once(target, target.is_file, lambda: _make(full, target))


def _make(full: Path, target: Path) -> None:
    """Write beside the target, then rename: a half-written file never has the target's name."""
    descriptor, beside = tempfile.mkstemp(prefix=f"{target.stem}-", suffix=".part", dir=target.parent)
    os.close(descriptor)
    try:
        _write(_PlainReader(full), Path(beside))
        os.replace(beside, target)
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()


def _write(read: GGUFReader, path: Path) -> None:
    tokens: list[str] = read.fields[_TOKENS].contents()
    kinds: list[int] = read.fields[_TYPES].contents()
    kept = [index for index, (token, kind) in enumerate(zip(tokens, kinds, strict=True)) if is_kept(token, kind)]
    writer = GGUFWriter(path, read.fields[_ARCHITECTURE].contents())
    _write_fields(read, writer, kept)
    for tensor in read.tensors:
        rows = tensor.data[kept] if tensor.name == _EMBEDDINGS else tensor.data
        writer.add_tensor(tensor.name, np.ascontiguousarray(rows), raw_dtype=tensor.tensor_type)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _write_fields(read: GGUFReader, writer: GGUFWriter, kept: Sequence[int]) -> None:
    """What the file says of itself, with the pieces counted anew."""
    numbers = {old: new for new, old in enumerate(kept)}
    for name, field in read.fields.items():
        if name.startswith("GGUF.") or name == _ARCHITECTURE:
            continue
        value = field.contents()
        if name == _TOKENS:
            writer.add_token_list([value[index].encode("utf-8") for index in kept])
        elif name == _SCORES:
            writer.add_token_scores([value[index] for index in kept])
        elif name == _TYPES:
            writer.add_token_types([value[index] for index in kept])
        elif name.endswith("_token_id"):
            writer.add_uint32(name, numbers[value])
        elif name.endswith("vocab_size"):
            writer.add_uint32(name, len(kept))
        elif field.types[0] == GGUFValueType.ARRAY:
            writer.add_array(name, value)
        else:
            writer.add_key_value(name, value, field.types[0])


def _in_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
