"""Headings that a file marks, in invented texts that print no numbers."""

from __future__ import annotations

from corpus.reading import read_clauses
from corpus.shape import HeadingPlace, Shape
from tests.corpus.reading_rules import check_rows

LEVELS = {"某省智能工厂建设指南": 1, "总体要求": 2, "建设内容": 2, "装备层": 3, "附则": 2, "二、网络层": 3}


def _read(*lines: str) -> list[tuple[str, str, tuple[str, ...]]]:
    source = "\n".join(lines) + "\n"
    places = [
        HeadingPlace(source.index(f"{line}\n"), source.index(f"{line}\n") + len(line), level)
        for line, level in LEVELS.items()
        if line in lines
    ]
    rows = read_clauses("doc", source, Shape(headings=tuple(places)))
    check_rows(source, rows)
    return [(row.kind, row.plain, row.path) for row in rows]


def test_headings_without_numbers_nest_by_their_level() -> None:
    assert _read(
        "某省智能工厂建设指南",
        "总体要求",
        "智能工厂应建设制造执行系统，并与其他系统集成。",
        "建设内容",
        "装备层",
        "车间设备应全部联网，并能够采集数据。",
        "附则",
        "本指南自印发之日起施行。",
    ) == [
        ("heading", "某省智能工厂建设指南", ()),
        ("heading", "总体要求", ("总体要求",)),
        ("requirement", "智能工厂应建设制造执行系统，并与其他系统集成。", ("总体要求",)),
        ("heading", "建设内容", ("建设内容",)),
        ("heading", "装备层", ("建设内容", "装备层")),
        ("requirement", "车间设备应全部联网，并能够采集数据。", ("建设内容", "装备层")),
        ("heading", "附则", ("附则",)),
        ("paragraph", "本指南自印发之日起施行。", ("附则",)),
    ]


def test_a_heading_without_a_number_stands_as_deep_as_numbered_ones_of_its_level() -> None:
    rows = _read("某省智能工厂建设指南", "装备层", "车间设备应联网。", "二、网络层", "工厂应部署5G网络。")
    assert [(plain, path) for kind, plain, path in rows if kind == "heading"][1:] == [
        ("装备层", ("装备层",)),
        ("网络层", ("二、网络层",)),
    ]


def test_what_a_file_marks_as_a_heading_but_is_a_sentence_stays_one() -> None:
    source = "智能工厂建设指南\n\n工厂应当建设制造执行系统，并应当实现与其他系统的集成。\n车间应联网。\n"
    start = source.index("工厂应当")
    shape = Shape(headings=(HeadingPlace(start, source.index("\n车间"), 1),))
    rows = read_clauses("doc", source, shape)
    check_rows(source, rows)
    assert [row.kind for row in rows if row.kind == "heading"] == ["heading"]
