"""Alternatives in English: by their telling words, by the one word that only they have, and not by a common one."""

from __future__ import annotations

import pytest

from retrieval.english_tracks import load_english_tracks, said_in_english

NAMES = {
    "离散型": "discrete smart manufacturing",
    "流程型": "process smart manufacturing",
    "定制": "mass customisation",
    "远程": "remote operation and maintenance service",
    "组网": "networked collaborative manufacturing",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does the discrete mode need", ["离散型"]),
        ("compare the discrete mode and the process mode", ["离散型", "流程型"]),
        ("items of process smart manufacturing", ["流程型"]),
        ("which steps does the application process have", []),
        ("is a discrete sensor needed", []),
        ("what does mass customization ask", ["定制"]),
        ("what does mass customisation ask", ["定制"]),
        ("mass production of parts", []),
        ("what about remote maintenance", ["远程"]),
        ("collaborative and networked manufacturing", ["组网"]),
        ("what does the text ask of robots", []),
    ],
)
def test_what_a_question_names(text: str, expected: list[str]) -> None:
    assert said_in_english(text, NAMES) == expected


def test_the_modes_of_the_vocabulary_are_named_by_their_own_names() -> None:
    modes = {name: english for name, english in load_english_tracks().items() if name.endswith("模式")}
    assert len(modes) >= 5
    for name, english in modes.items():
        assert said_in_english(f"what does {english} ask", modes) == [name]
