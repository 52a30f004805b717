"""The vocabulary that texts of this field need: what is kept, and that nothing else of a file changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

gguf = pytest.importorskip("gguf")

from drafting.generator import DraftingError  # noqa: E402
from drafting.slim_weights import is_kept, slim_weights  # noqa: E402

ORDINARY, UNKNOWN, CONTROL, USER, BYTE = 1, 2, 3, 4, 6
PIECES = [
    ("<pad>", CONTROL),
    ("<eos>", CONTROL),
    ("<unused7>", CONTROL),
    ("<bos>", CONTROL),
    ("<unk>", UNKNOWN),
    ("\n\n", USER),
    ("<0xE8>", BYTE),
    ("能源", ORDINARY),
    ("привет", ORDINARY),
    ("▁MES", ORDINARY),
    ("because", ORDINARY),
    ("龘", ORDINARY),
    ("，", ORDINARY),
]
KEPT = [0, 1, 3, 4, 5, 6, 7, 9, 11, 12]


def weights_in(folder: Path) -> Path:
    path = folder / "small.gguf"
    writer = gguf.GGUFWriter(path, "gemma3")
    writer.add_block_count(1)
    writer.add_token_list([piece.encode() for piece, _ in PIECES])
    writer.add_token_scores([float(-index) for index in range(len(PIECES))])
    writer.add_token_types([kind for _, kind in PIECES])
    writer.add_bos_token_id(3)
    writer.add_eos_token_id(1)
    writer.add_tensor("token_embd.weight", np.arange(len(PIECES) * 4, dtype=np.float32).reshape(len(PIECES), 4))
    writer.add_tensor("blk.0.attn_q.weight", np.full((4, 4), 0.5, dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.mark.parametrize("token", ["能源", "①", "（", "▁MES", "SCADA", "5", "a）", "ing", "龘", "—"])
def test_what_texts_of_the_field_are_written_with_is_kept(token: str) -> None:
    assert is_kept(token, ORDINARY)


@pytest.mark.parametrize("token", ["привет", "▁because", "こと", "αβγ", "é", "ā", "▁function", "한국"])
def test_other_scripts_and_long_latin_words_are_not(token: str) -> None:
    assert not is_kept(token, ORDINARY)


def test_reserved_marks_go_and_the_others_stay() -> None:
    assert [is_kept(*piece) for piece in PIECES] == [index in KEPT for index in range(len(PIECES))]


def test_rows_are_copied_and_counted_anew(tmp_path: Path) -> None:
    full = weights_in(tmp_path)
    slim = gguf.GGUFReader(slim_weights(full))
    tensors = {tensor.name: tensor.data for tensor in slim.tensors}
    assert np.array_equal(tensors["token_embd.weight"], np.arange(52, dtype=np.float32).reshape(13, 4)[KEPT])
    assert np.array_equal(tensors["blk.0.attn_q.weight"], np.full((4, 4), 0.5, dtype=np.float32))
    fields = {name: field.contents() for name, field in slim.fields.items()}
    assert fields["tokenizer.ggml.tokens"] == [PIECES[index][0] for index in KEPT]
    assert fields["tokenizer.ggml.scores"] == [float(-index) for index in KEPT]
    assert fields["tokenizer.ggml.token_type"] == [PIECES[index][1] for index in KEPT]
    assert (fields["tokenizer.ggml.bos_token_id"], fields["tokenizer.ggml.eos_token_id"]) == (2, 1)
    assert fields["gemma3.block_count"] == 1 and fields["general.architecture"] == "gemma3"


def test_it_is_made_once_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    full = weights_in(tmp_path)
    before = full.read_bytes()
    slim = slim_weights(full)
    made = slim.stat().st_mtime_ns
    assert slim_weights(full) == slim and slim.stat().st_mtime_ns == made
    assert full.read_bytes() == before and not list(tmp_path.glob("*.part"))


def test_weights_that_cannot_be_read_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(DraftingError, match=r"small\.zh"):
        slim_weights(tmp_path / "small.gguf")
    assert not list(tmp_path.glob("*.part"))
