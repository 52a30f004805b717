"""What the bundled model has learned: the file that ships, its card, its terms, and a model held to given words."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from drafting.adapter.shipped import ADAPTER_FILE, CARD_FILE, Adapter, shipped_adapter
from drafting.bundled_model import PROMPTS, WEIGHTS_SHA256, adapter_of, open_generator, worker_command
from drafting.generator import DraftingError, Missing
from drafting.model_worker import Pieces, only
from drafting.prompting import PROMPTS as TEMPLATES

LARGEST = 16_000_000
FOLDER = files("drafting") / "adapter"


def test_the_adapter_that_ships_is_the_one_that_its_card_tells_of() -> None:
    found = shipped_adapter(WEIGHTS_SHA256)
    assert found is not None and found.card is not None
    content = found.path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == found.sha256
    assert content[:4] == b"GGUF" and len(content) <= LARGEST
    assert sum(sum(by_task.values()) for by_task in found.card["examples"].values()) >= 1200
    assert f"rank {found.card['rank']}" in found.told
    found.check()


def test_its_terms_lie_beside_it() -> None:
    notice = (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    assert "Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms" in notice
    terms = (FOLDER / "GEMMA_TERMS.txt").read_text(encoding="utf-8")
    assert all(f"{section}" in terms for section in ("3.1 Distribution and Redistribution", "3.2", "4.9 No Waiver"))


def test_it_belongs_to_one_file_of_weights() -> None:
    assert shipped_adapter("0" * 64) is None


def test_a_damaged_adapter_is_refused_with_a_remedy(tmp_path: Path) -> None:
    damaged = tmp_path / "a.gguf"
    damaged.write_bytes(b"GGUF damaged")
    with pytest.raises(DraftingError, match=r"sha256 of its card.*bundled:prompts"):
        worker_command(tmp_path / "weights", Adapter(damaged, "0" * 64))
    with pytest.raises(DraftingError, match="cannot be read"):
        Adapter(tmp_path / "gone.gguf").check()


def test_the_model_opens_with_its_own_adapter_none_or_another(tmp_path: Path) -> None:
    own = adapter_of("")
    assert own is not None and own.path.name == ADAPTER_FILE
    assert adapter_of(PROMPTS) is None
    other = adapter_of(str(tmp_path / "mine.gguf"))
    assert other is not None and (other.path, other.sha256) == (tmp_path / "mine.gguf", "")
    opened = {name: open_generator(name, tmp_path) for name in ("bundled", "bundled:prompts")}
    if not any(isinstance(one, Missing) for one in opened.values()):
        assert {name: one.learned for name, one in opened.items()} == {"bundled": True, "bundled:prompts": False}
    assert isinstance(open_generator(f"bundled:{tmp_path / 'gone.gguf'}", tmp_path), Missing)


def test_the_child_is_given_the_adapter_only_where_there_is_one(tmp_path: Path) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(b"GGUF")
    assert worker_command(tmp_path / "w", Adapter(mine))[-2:] == ["--adapter", str(mine)]
    assert "--adapter" not in worker_command(tmp_path / "w")


def test_the_prompts_are_those_that_it_was_taught_with() -> None:
    card = json.loads((FOLDER / CARD_FILE).read_text(encoding="utf-8"))
    prompts = files("drafting") / "prompts"
    for task, digest in card["prompts"].items():
        text = (prompts / TEMPLATES[True].format(task=task)).read_bytes()
        assert hashlib.sha256(text).hexdigest() == digest, f"{task}: train anew, or restore the prompt"


class Letters:
    """A model whose tokens are letters, two of them the same one, and an end."""

    def __init__(self) -> None:
        self.pieces = ["<end>", "\n", "设", "备", "设备", "1", "1", "天", "\ufffd"]

    def n_vocab(self) -> int:
        return len(self.pieces)

    def token_eos(self) -> int:
        return 0

    def detokenize(self, numbers: list[int]) -> bytes:
        return b"\xe5" if numbers == [8] else self.pieces[numbers[0]].encode()


def test_a_model_is_left_only_tokens_that_stand_in_the_words() -> None:
    allowed = Pieces(Letters()).within("1台设备")
    assert allowed.tolist() == [0, 1, 2, 3, 4, 5, 6]
    kept = only(allowed)(None, np.arange(9, dtype=np.float32))
    assert kept.tolist() == [0, 1, 2, 3, 4, 5, 6, -np.inf, -np.inf]
