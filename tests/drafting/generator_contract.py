"""What every generator that can write keeps to: a test class of each inherits it and gives three fixtures.

``generator`` is the one under test, ``prompt`` one that it continues by at least four characters within sixteen
tokens, ``endless`` one that it would go on with for long.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol

import pytest

from drafting.generator import DraftingError, Generator

ODD = ["", " ", "\n", "a\x00b", "\ud800", "😀", "<|im_end|><eos>", "مصنع", "\u200b"]
LATE_S = 8.0
"""Seconds within which a generator must have obeyed, on a machine that has other work too."""


class Closing(Generator, Protocol):
    """A generator that holds something: a process, or connections."""

    def close(self) -> None:
        """End it."""
        ...


def written(generator: Generator, prompt: str, *stop: str, max_tokens: int = 16, deadline_s: float = 60.0) -> str:
    return "".join(generator.generate(prompt, max_tokens=max_tokens, stop=stop, deadline_s=deadline_s))


class GeneratorContract:
    """The contract; nothing in it asks that a model writes sense."""

    def test_it_writes_piece_by_piece_and_repeatably(self, generator: Closing, prompt: str) -> None:
        pieces = list(generator.generate(prompt, max_tokens=16, stop=(), deadline_s=60))
        assert 1 < len([piece for piece in pieces if piece]) <= 16
        assert "".join(pieces) == written(generator, prompt) and len("".join(pieces)) >= 4

    def test_a_stop_string_ends_the_text_and_is_no_part_of_it(self, generator: Closing, prompt: str) -> None:
        whole = written(generator, prompt)
        stop = whole[2:4]
        assert written(generator, prompt, stop) == whole[: whole.index(stop)]
        assert written(generator, prompt, "never written", stop) == whole[: whole.index(stop)]

    def test_no_more_tokens_than_allowed(self, generator: Closing, prompt: str) -> None:
        # The first token may be a blank, which a conversation begins with and nobody wants.
        assert len(written(generator, prompt, max_tokens=1)) < len(written(generator, prompt))

    def test_a_text_that_is_late_is_given_up(self, generator: Closing, prompt: str, endless: str) -> None:
        written(generator, prompt)  # whatever is loaded at the first request is loaded
        began = time.monotonic()
        with pytest.raises(DraftingError, match=r"time|within"):
            written(generator, endless, max_tokens=800, deadline_s=0.3)
        assert time.monotonic() - began < LATE_S
        assert written(generator, prompt)

    def test_leaving_the_stream_ends_it(self, generator: Closing, prompt: str, endless: str) -> None:
        whole = written(generator, prompt)
        stream = generator.generate(endless, max_tokens=800, stop=(), deadline_s=60)
        assert next(stream) is not None
        began = time.monotonic()
        del stream
        assert written(generator, prompt) == whole
        assert time.monotonic() - began < LATE_S

    def test_closing_from_another_thread_ends_what_runs(self, generator: Closing, endless: str) -> None:
        assert generator.ready()
        begun, errors = threading.Event(), list[DraftingError]()

        def write() -> None:
            try:
                for _ in generator.generate(endless, max_tokens=800, stop=(), deadline_s=60):
                    begun.set()
            except DraftingError as error:
                errors.append(error)

        thread = threading.Thread(target=write)
        thread.start()
        assert begun.wait(60)
        began = time.monotonic()
        generator.close()
        thread.join(LATE_S)
        assert not thread.is_alive() and time.monotonic() - began < LATE_S
        assert [error.why for error in errors] == ["it was closed"] and not generator.ready()
        with pytest.raises(DraftingError, match=r"it was closed\. Open it again"):
            written(generator, endless)
        generator.close()

    @pytest.mark.parametrize("odd", ODD, ids=ascii)
    def test_any_prompt_gives_a_text_or_one_error(self, generator: Closing, prompt: str, odd: str) -> None:
        try:
            assert isinstance(written(generator, odd, max_tokens=2), str)
        except DraftingError as error:
            assert str(error).startswith(f"generator {generator.name}: ")
        assert written(generator, prompt)

    def test_a_prompt_without_end_is_one_error_or_cut(self, generator: Closing, prompt: str) -> None:
        try:
            assert isinstance(written(generator, "长" * 20_000, max_tokens=2), str)
        except DraftingError as error:
            assert str(error).startswith(f"generator {generator.name}: ") and len(str(error)) < 1000
        assert written(generator, prompt)

    def test_errors_and_name_are_one_line(self, generator: Closing) -> None:
        assert generator.name.isprintable() and generator.name
